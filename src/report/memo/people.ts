import type { Lang } from '../../language.js';
import { MEMO } from '../../messages/memo.js';
import { type CitingChain, whenHeld } from '../chain-in.js';
import { type Block, list, paragraph } from '../page.js';
import { chainParts } from '../pages/chain.js';

/** The chain of persons. */
export function chainPart(chain: CitingChain, lang: Lang): Block[] {
  const say = MEMO[lang];
  const { units, links, bodies, records } = chainParts(chain, lang, say.chain);
  return [
    ...units,
    paragraph(say.appointed(whenHeld(chain, lang))),
    ...links,
    ...bodies,
    ...(records.length > 0 ? [paragraph(say.records), ...list(records)] : []),
  ];
}
