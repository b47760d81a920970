import type { ResponsibilityChain } from '../../chain/resolve-responsibility-chain.js';
import type { Lang } from '../../language.js';
import { PICTURES } from '../../messages/pictures.js';
import { chainLayers, type Group, notesOf, type Step } from './chain-steps.js';
import { ARROW, flowchart, label } from './mermaid.js';

/**
 * A chain of responsibility as a Mermaid flowchart, from the party concerned upwards: a thick arrow where accountability reaches the next
 * step, a dotted one where that is open, a cross where it does not; a dashed box where nobody is known to hold the post.
 *
 * @example
 * const text = chainMermaid(resolveResponsibilityChain({ unit: 'college-a' }, { organization }), { lang: 'en' });
 */
export function chainMermaid(chain: ResponsibilityChain, { lang = 'zh' }: { readonly lang?: Lang } = {}): string {
  const layers = chainLayers(chain, lang);
  const groups = layers.flat();
  const ids = new Map<Group | Step, string>();
  for (const group of groups) for (const named of [group, ...group.steps]) ids.set(named, `n${ids.size}`);
  const id = (of: Group | Step) => ids.get(of) as string;
  const node = (step: Step, [open, close]: readonly [string, string]) =>
    `${id(step)}${open}${label([step.label, ...step.lines, step.place ?? ''].filter(Boolean))}${close}${step.held ? '' : ':::open'}`;
  const drawn = groups.flatMap((group) => {
    const nodes = group.steps.map((step) => node(step, group.kind === 'bodies' ? ['(', ')'] : ['[', ']']));
    if (group.title === undefined) return nodes;
    return [
      `subgraph ${id(group)}[${label([group.title, group.note].filter(Boolean))}]`,
      ...nodes.map((line) => `  ${line}`),
      'end',
    ];
  });
  const arrow = (from: Group | Step, to: Step) => `${id(from)} ${to.reached ? ARROW[to.reached] : '-->'} ${id(to)}`;
  const within = groups.flatMap(({ kind, steps }) =>
    kind === 'bodies' ? [] : steps.slice(1).map((step, i) => arrow(steps[i] as Step, step)),
  );
  const between = layers.slice(1).flatMap((above, i) =>
    (layers[i] as Group[]).flatMap((below) =>
      above.map((group) => {
        const [from, to] = [below.steps.at(-1) ?? below, group.steps[0]];
        return group.kind === 'bodies' || !to ? `${id(from)} --- ${id(group)}` : arrow(from, to);
      }),
    ),
  );
  return flowchart('BT', { title: PICTURES[lang].chain(chain.asOf), notes: notesOf(chain, lang) }, [
    ...drawn,
    ...within,
    ...between,
    DASHED,
  ]);
}

const DASHED = 'classDef open stroke-dasharray:5 4';
