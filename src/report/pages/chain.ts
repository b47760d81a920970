import { type Lang, REPORT } from '../../messages/report.js';
import { formatPlace } from '../../regulation/citation.js';
import type { Link, ResponsibilityChain } from '../../resolve-responsibility-chain.js';
import { type Block, heading, type Item, type Line, list, type Page, section, table } from '../page.js';

/**
 * A chain of responsibility: the units concerned, each step with its holders, and what the records leave open.
 *
 * @example
 * const text = renderText(chainPage(resolveResponsibilityChain({ unit: 'a' }, { organization }), { lang: 'zh' }));
 */
export const chainPage = (chain: ResponsibilityChain, { lang = 'zh' }: { readonly lang?: Lang } = {}): Page => ({ lang, blocks: chainBlocks(chain, lang) });

export function chainBlocks(chain: ResponsibilityChain, lang: Lang): Block[] {
  const say = REPORT[lang];
  const { units, links, bodies, records } = chainParts(chain, lang);
  return [
    heading(2, `${say.chain}${say.gap}${chain.asOf}`),
    ...units,
    ...links,
    ...bodies,
    ...section(say.findings, list(records.map(({ line }) => ({ line: ['! ', ...line] })))),
  ];
}

export interface ChainNames {
  /** What a unit is called; its name in the chain, or its identifier, by default. */
  readonly nameOf?: (unit: string) => string | undefined;
  readonly head?: readonly string[];
}

/** The parts of a chain: what each unit is to the system, the steps with their holders, the bodies above, what the records leave open. */
export function chainParts(chain: ResponsibilityChain, lang: Lang, { nameOf = (unit) => unitName(chain, unit), head }: ChainNames = {}) {
  const say = REPORT[lang];
  const related = chain.units.filter(({ capacities }) => capacities.length > 0);
  const above = chain.bodies.map(({ label, unit }) => {
    const name = unit === undefined ? undefined : (nameOf(unit) ?? unit);
    return name === undefined || name === label[lang] ? label[lang] : `${label[lang]}${say.inBrackets(name)}`;
  });
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
    bodies: list(above.length === 0 ? [] : [{ line: [say.labelled(say.bodies, above.join(say.and))] }]),
    records: chain.findings.map(({ message, path }): Item => ({ line: [...(path === '' ? [] : [`${stepText(chain, path, lang)}${say.gap}`]), message[lang]] })),
  };
}

/** A step that a finding is about, in the words of the chain. */
function stepText(chain: ResponsibilityChain, path: string, lang: Lang): string {
  const link = chain.links.find(({ unit, step }) => path === (unit === undefined ? step : `${unit}.${step}`));
  return link ? [unitName(chain, link.unit), link.label[lang]].filter(Boolean).join(' ') : path;
}

function linkRow(chain: ResponsibilityChain, link: Link, lang: Lang): Line[] {
  const say = REPORT[lang];
  return [
    [link.label[lang]],
    [unitName(chain, link.unit)],
    [[holdersText(link, lang), say.link[link.status]].filter(Boolean).join(say.then)],
    [link.reached ? say.reached[link.reached] : ''],
    link.citation ? [{ text: formatPlace(link.citation.place, lang), style: 'dim' }] : [],
  ];
}

/** Who holds the posts of a step: person, title, whether acting, since when. */
export function holdersText({ holders }: Link, lang: Lang): string {
  const say = REPORT[lang];
  return holders
    .map(
      ({ person, title, from, acting, post }) =>
        `${person}${title === undefined ? '' : say.inBrackets(title)}${acting ? ` ${say.acting}` : ''}${post === 'party' ? '' : ` ${say.since(from)}`}`,
    )
    .join(say.and);
}

export const unitName = (chain: ResponsibilityChain, id: string | undefined): string => chain.units.find(({ unit }) => unit === id)?.name ?? id ?? '';
