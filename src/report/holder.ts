import type { Holder } from '../chain/chain.js';
import type { Lang } from '../language.js';
import { REPORT } from '../messages/report.js';

/**
 * Who holds a post, and how: the person with the title, and whether acting and since when; a party concerned holds
 * none.
 */
export function holderParts({ person, title, acting, from }: Holder, lang: Lang): readonly [who: string, how: string] {
  const say = REPORT[lang];
  return [
    `${person}${title === undefined ? '' : say.inBrackets(title)}`,
    [acting ? say.acting : '', from === undefined ? '' : say.since(from)].filter(Boolean).join(' '),
  ];
}
