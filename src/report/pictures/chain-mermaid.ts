import { guarded, PAGE, type PageOptions } from '../../explanation/guarded.js';
import type { Lang } from '../../language.js';
import { PICTURES } from '../../messages/pictures.js';
import type { Names, ShippedNames } from '../../policy/names.js';
import { type CitingChain, chainIn, type WithChain, whenHeld } from '../chain-in.js';
import { chainLayers, type Group, notesOf, type Step } from './chain-steps.js';
import { ARROW, flowchart, label } from './mermaid.js';

/**
 * A chain of responsibility, or that of an assessment, as a Mermaid flowchart, from the party concerned upwards: a
 * thick arrow where accountability reaches the next step, a dotted one where that is open, a cross where it does not; a
 * dashed box where nobody is known to hold the post.
 *
 * @throws ZerenzhiError with every fault of the options, or if it is no chain
 * @example
 * const text = chainMermaid(resolveResponsibilityChain({ unit: 'college-a' }, { organization }), { lang: 'en' });
 */
export const chainMermaid = <N extends Names = ShippedNames>(chain: WithChain<N>, options?: PageOptions): string =>
  guarded(options, PAGE, ({ lang = 'zh', persons }) => chartOf(chainIn(chain, { lang, persons }), lang));

function chartOf(chain: CitingChain, lang: Lang): string {
  const layers = chainLayers(chain, lang);
  const ids = new Map<Group | Step, string>();
  for (const group of layers.flat()) for (const named of [group, ...group.steps]) ids.set(named, `n${ids.size}`);
  const id = (of: Group | Step) => ids.get(of) as string;
  return flowchart('BT', { title: PICTURES[lang].chain(whenHeld(chain, lang)), notes: notesOf(chain, lang) }, [
    ...layers.flat().flatMap((group) => nodesOf(group, id)),
    ...arrowsOf(layers, id),
    DASHED,
  ]);
}

type Id = (of: Group | Step) => string;

function nodesOf(group: Group, id: Id): string[] {
  const [open, close] = group.kind === 'bodies' ? ['(', ')'] : ['[', ']'];
  const nodes = group.steps.map((step) => {
    const words = label([step.label, ...step.lines, step.place ?? ''].filter(Boolean));
    return `${id(step)}${open}${words}${close}${step.held ? '' : ':::open'}`;
  });
  if (group.title === undefined) return nodes;
  return [
    `subgraph ${id(group)}[${label([group.title, group.note].filter(Boolean))}]`,
    ...nodes.map((line) => `  ${line}`),
    'end',
  ];
}

/** Within each group, then from the last step of each to the first of those above it. */
function arrowsOf(layers: readonly (readonly Group[])[], id: Id): string[] {
  const arrow = (from: Group | Step, to: Step) => `${id(from)} ${to.reached ? ARROW[to.reached] : '-->'} ${id(to)}`;
  const within = layers
    .flat()
    .flatMap(({ kind, steps }) =>
      kind === 'bodies' ? [] : steps.slice(1).map((step, i) => arrow(steps[i] as Step, step)),
    );
  const between = layers.slice(1).flatMap((above, i) =>
    (layers[i] as readonly Group[]).flatMap((below) =>
      above.map((group) => {
        const [from, to] = [below.steps.at(-1) ?? below, group.steps[0]];
        return group.kind === 'bodies' || !to ? `${id(from)} --- ${id(group)}` : arrow(from, to);
      }),
    ),
  );
  return [...within, ...between];
}

const DASHED = 'classDef open stroke-dasharray:5 4';
