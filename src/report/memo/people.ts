import type { AnyAssessment } from '../../explanation/results.js';
import type { Lang } from '../../language.js';
import { MEMO } from '../../messages/memo.js';
import { type CitingChain, whenHeld } from '../chain-in.js';
import { type Block, list, paragraph, table } from '../page.js';
import { chainParts } from '../pages/chain.js';
import { placeIn, truthRun } from '../pieces.js';

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

/** What a proposal could rest on: the findings that are met or open, with what the text attaches to each. */
export function concernedBlocks(assessment: AnyAssessment, lang: Lang): Block[] {
  const say = MEMO[lang];
  const concerned = assessment.findings.filter(({ status }) => status !== 'unmet');
  if (concerned.length === 0) return [paragraph(say.nothingConcerned)];
  const entailed = (id: string): string => {
    const { label, by } = assessment.consequences[id] ?? { label: { zh: id, en: id } };
    return by ? say.by(label[lang], by[lang]) : label[lang];
  };
  return table(
    concerned.map(({ provision, label, status, consequence }) => [
      [placeIn(assessment, provision, lang)],
      [label[lang]],
      [truthRun(status, lang)],
      [entailed(consequence)],
    ]),
    say.concerned,
  );
}
