import { type Lang, REPORT } from '../../messages/report.js';
import { formatPlace } from '../../regulation/citation.js';
import type { Link, ResponsibilityChain } from '../../resolve-responsibility-chain.js';
import { type Block, heading, type Line, list, type Page, section, table } from '../page.js';

/**
 * A chain of responsibility: the units concerned, each step with its holders, and what the records leave open.
 *
 * @example
 * const text = renderText(chainPage(resolveResponsibilityChain({ unit: 'a' }, { organization }), { lang: 'zh' }));
 */
export const chainPage = (chain: ResponsibilityChain, { lang = 'zh' }: { readonly lang?: Lang } = {}): Page => ({ lang, blocks: chainBlocks(chain, lang) });

export function chainBlocks(chain: ResponsibilityChain, lang: Lang): Block[] {
  const say = REPORT[lang];
  const { units, bodies } = chain;
  return [
    heading(2, `${say.chain}${say.gap}${chain.asOf}`),
    ...list(
      units
        .filter(({ capacities }) => capacities.length > 0)
        .map(({ unit, capacities }) => ({ line: [say.labelled(unitName(chain, unit), capacities.map((capacity) => say.capacity[capacity]).join(say.and))] })),
    ),
    ...table(chain.links.map((link) => linkRow(chain, link, lang))),
    ...list(
      bodies.length === 0
        ? []
        : [
            {
              line: [
                say.labelled(say.bodies, bodies.map(({ label, unit }) => `${label[lang]}${unit === undefined ? '' : say.inBrackets(unit)}`).join(say.and)),
              ],
            },
          ],
    ),
    ...section(say.findings, list(chain.findings.map(({ message, path }) => ({ line: ['! ', ...(path === '' ? [] : [`${path}${say.gap}`]), message[lang]] })))),
  ];
}

function linkRow(chain: ResponsibilityChain, link: Link, lang: Lang): Line[] {
  const say = REPORT[lang];
  return [
    [link.label[lang]],
    [unitName(chain, link.unit)],
    [[holdersText(link, lang), say.link[link.status]].filter(Boolean).join(' ')],
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
