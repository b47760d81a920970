import type { Chain, Link } from '../../chain/chain.js';
import { type Diagnostic, type DiagnosticCode, diagnostic } from '../../diagnostics/diagnostics.js';
import { grouped } from '../../diagnostics/grouped.js';
import { guarded, PAGE, type PageOptions } from '../../explanation/guarded.js';
import type { Lang } from '../../language.js';
import { REPORT } from '../../messages/report.js';
import type { Names, ShippedNames } from '../../policy/names.js';
import {
  type CitingChain,
  chainIn,
  conductOf,
  isAside,
  linkState,
  placeOfLink,
  standAside,
  type WithChain,
  whenHeld,
} from '../chain-in.js';
import { holderParts } from '../holder.js';
import { type Block, heading, type Item, type Line, list, type Page, paragraph, section, table } from '../page.js';

/**
 * A chain of responsibility, or that of an assessment: the units concerned, each step with its holders, and what the
 * records leave open.
 *
 * @throws ZerenzhiError with every fault of the options, or if it is no chain
 * @example
 * const text = renderText(chainPage(resolveResponsibilityChain({ unit: 'a' }, { organization }), { lang: 'zh' }));
 */
export const chainPage = <N extends Names = ShippedNames>(chain: WithChain<N>, options?: PageOptions): Page =>
  guarded(options, PAGE, ({ lang = 'zh', persons }) => {
    const told = chainIn(chain, { lang, persons });
    return { lang, blocks: [...chainBlocks(told, lang), ...asideBlocks(told, lang)] };
  });

/** Who should consider standing aside. */
export const asideBlocks = (chain: Chain<Names>, lang: Lang): Block[] =>
  standAside(chain).map(({ message }) => paragraph(REPORT[lang].labelled(REPORT[lang].note, message[lang])));

export function chainBlocks(chain: CitingChain, lang: Lang): Block[] {
  const say = REPORT[lang];
  const { units, links, bodies, records } = chainParts(chain, lang);
  return [
    heading(2, `${say.chain}${say.gap}${whenHeld(chain, lang)}`),
    ...units,
    ...links,
    ...bodies,
    ...section(say.findings, list(records.map(({ line }) => ({ line: ['! ', ...line] })))),
  ];
}

/**
 * The parts of a chain: what each unit is to the system, the steps with their holders, the bodies above, what the
 * records leave open.
 */
export function chainParts(chain: CitingChain, lang: Lang, head?: readonly string[]) {
  const say = REPORT[lang];
  const related = chain.units.filter(({ capacities }) => capacities.length > 0);
  const named = (label: string, bodies: CitingChain['bodies']): Item[] => {
    const names = bodies.map(({ label: of, unit, name = unit }) =>
      name === undefined || name === of[lang] ? of[lang] : `${of[lang]}${say.inBrackets(name)}`,
    );
    return names.length === 0 ? [] : [{ line: [say.labelled(label, names.join(say.and))] }];
  };
  return {
    units: list(
      related.map(({ unit, capacities }) => ({
        line: [say.labelled(unitName(chain, unit), capacities.map((capacity) => say.capacity[capacity]).join(say.and))],
      })),
    ),
    links: table(
      chain.links.map((link) => linkRow(chain, link, lang)),
      head,
    ),
    bodies: list([
      ...named(
        say.bodies,
        chain.bodies.filter(({ leads }) => leads),
      ),
      ...named(
        say.departments,
        chain.bodies.filter(({ leads }) => !leads),
      ),
    ]),
    records: alikeTogether(
      chain.findings.filter((each) => !isAside(each)),
      say.and,
    ).map(({ message, path }): Item => {
      const step = unitName(chain, path) === path ? stepText(chain, path, lang) : unitName(chain, path);
      return { line: [...(step === '' ? [] : [`${step}${say.gap}`]), message[lang]] };
    }),
  };
}

/** What is found of several posts of a unit in the same words is told once of them all. */
const alikeTogether = (findings: Chain<Names>['findings'], and: string): readonly Diagnostic[] =>
  [...grouped(findings, ({ code, path, expected = '' }) => `${code} ${unitIn(path)} ${expected}`).values()].flatMap(
    (alike) => {
      const [first] = alike;
      const values = [...new Set(alike.flatMap(({ value }) => (value === undefined ? [] : [value])))];
      return alike.length === 1 || values.length < alike.length
        ? alike
        : [
            diagnostic(first.code as Extract<DiagnosticCode, `organization/${string}`>, unitIn(first.path), {
              ...first,
              value: values.join(and),
            }),
          ];
    },
  );

/** Of the path of a finding the unit, if it has one. */
const unitIn = (path: string): string => (path.includes('.') ? path.replace(/\..*/, '') : '');

/** A step that a finding is about, in the words of the chain. */
function stepText(chain: Chain<Names>, path: string, lang: Lang): string {
  // What is said of a body names it.
  if (chain.bodies.some(({ body }) => path === `bodies.${body}`)) return '';
  const link = chain.links.find(({ unit, step }) => path === (unit === undefined ? step : `${unit}.${step}`));
  return link ? [unitName(chain, link.unit), link.label[lang]].filter(Boolean).join(' ') : path;
}

function linkRow(chain: CitingChain, link: Link<Names>, lang: Lang): Line[] {
  const say = REPORT[lang];
  const place = placeOfLink(chain, link, lang);
  const holders = link.holders.map((holder) => holderParts(holder, lang).filter(Boolean).join(' '));
  return [
    [link.label[lang]],
    [unitName(chain, link.unit)],
    [[holders.join(say.and), linkState(link, lang), conductOf(chain, link, lang)].filter(Boolean).join(say.then)],
    // Where the text names nobody, nobody is reached.
    [link.reached && link.status !== 'not-designated' ? say.reached[link.reached] : ''],
    place === undefined ? [] : [{ text: place, style: 'dim' }],
  ];
}

export const unitName = (chain: Chain<Names>, id: string | undefined): string =>
  chain.units.find(({ unit }) => unit === id)?.name ?? id ?? '';
