import { presumptionsOf } from '../../assessment/finding-of.js';
import { inFull } from '../../case/open-points.js';
import type { Lang } from '../../language.js';
import { MEMO } from '../../messages/memo.js';
import { type Block, paragraph } from '../page.js';
import { presumptionTable } from '../pages/assessment-parts.js';
import { legendLine } from '../pieces.js';
import { factTable } from './facts.js';
import { findingBlocks, type MemoContext, responseBlocks } from './findings.js';
import { lawBlocks } from './law-applied.js';
import { chainPart } from './people.js';

/** What a report rests on, each on sheets of its own. */
export const ANNEXES = ['facts', 'findings', 'responses', 'chain', 'open', 'presumptions', 'law'] as const;
export type Annex = (typeof ANNEXES)[number];
export const numberOfAnnex = (annex: Annex): number => ANNEXES.indexOf(annex) + 1;

export function annexBlocks(context: MemoContext): Record<Annex, Block[]> {
  const { assessment, chain, regulation, lang, open, known, finders } = context;
  const say = MEMO[lang];
  const { findings, responses, policy } = assessment;
  const numbered = (annex: Annex, i: number) => (title: string) => say.section(numberOfAnnex(annex), i + 1, title);
  const rulings = inFull(assessment).filter(({ kind }) => kind === 'ruling');
  const see = rulings.length > 0 ? say.see(numberOfAnnex('open'), open.numbersOf(rulings)) : undefined;
  return {
    facts: factTable(known, finders, lang),
    findings: [legend(lang), ...findings.flatMap((one, i) => findingBlocks(one, numbered('findings', i), context))],
    responses: responses.flatMap((one, i) => responseBlocks(one, numbered('responses', i), context)),
    chain: chainPart(chain, lang),
    open: open.blocks(lang),
    presumptions: presumptionTable(presumptionsOf(assessment), regulation, lang, say.presumptions),
    law: [...lawBlocks(policy, regulation, lang), paragraph(say.openReadings(see))],
  };
}

/** What the signs mean, and where the presumptions stand. */
const legend = (lang: Lang): Block =>
  paragraph(...legendLine(MEMO[lang].legend, lang), MEMO[lang].presumed(numberOfAnnex('presumptions')));
