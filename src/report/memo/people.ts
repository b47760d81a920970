import type { Finding } from '../../assessment/assess-incident.js';
import type { ResponsibilityChain } from '../../chain/resolve-responsibility-chain.js';
import type { Lang } from '../../language.js';
import { MEMO } from '../../messages/memo.js';
import { formatPlace } from '../../regulation/citation.js';
import { type Block, list, paragraph, table } from '../page.js';
import { chainParts } from '../pages/chain.js';
import { truthRun } from '../pieces.js';

/** The chain of persons. */
export function chainPart(chain: ResponsibilityChain, lang: Lang): Block[] {
  const say = MEMO[lang];
  const { units, links, bodies, records } = chainParts(chain, lang, say.chain);
  // Where the day is not known, the records say whose office-holders these are.
  const known = !chain.findings.some(({ code }) => code === 'organization/day-unknown');
  return [
    ...units,
    ...(known ? [paragraph(say.appointed(chain.asOf))] : []),
    ...links,
    ...bodies,
    ...(records.length > 0 ? [paragraph(say.records), ...list(records)] : []),
  ];
}

/** What a proposal could rest on: the findings that are met or open, with what the text attaches to each. */
export function concernedBlocks(findings: readonly Finding[], lang: Lang): Block[] {
  const concerned = findings.filter(({ status }) => status !== 'unmet');
  if (concerned.length === 0) return [paragraph(MEMO[lang].nothingConcerned)];
  return table(
    concerned.map(({ citation, label, status, consequence }) => [
      [formatPlace(citation.place, lang)],
      [label[lang]],
      [truthRun(status, lang)],
      [consequence.by ? MEMO[lang].by(consequence.label[lang], consequence.by[lang]) : consequence.label[lang]],
    ]),
    MEMO[lang].concerned,
  );
}
