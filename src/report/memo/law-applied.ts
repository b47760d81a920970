import type { Lang } from '../../language.js';
import { MEMO } from '../../messages/memo.js';
import { REPORT } from '../../messages/report.js';
import type { Policy } from '../../policy/create-policy.js';
import type { Names } from '../../policy/names.js';
import type { Regulation, Source } from '../../regulation/schema.js';
import { type Block, type Line, list, paragraph, table } from '../page.js';
import { termValueTexts } from './value-text.js';

/**
 * The law that was applied: its edition and profile, the values of its vague words and the rulings on its readings,
 * with their sources.
 */
export function lawBlocks(policy: Policy<Names>, regulation: Regulation, lang: Lang): Block[] {
  const say = MEMO[lang];
  const { issued, issuedBecause, effective, title, number, profiles } = regulation;
  const day = policy.issueDate ?? (issued.length > 'YYYY'.length ? issued : undefined);
  const profile = profiles[policy.profile ?? ''];
  const values = valueRows(policy, regulation, lang);
  const rulings = rulingRows(policy, regulation, lang);
  return [
    ...list([
      { line: [say.law.regulation(title[lang], number)] },
      { line: [day === undefined ? say.law.issuedInYear(issued, issuedBecause?.[lang]) : say.law.issued(day)] },
      { line: [effective === 'on-issue' ? say.law.effectiveOnIssue : say.law.effective(effective)] },
      ...(regulation.editions ?? []).map(({ from, number: by }) => ({ line: [say.law.amended(from, by)] })),
      ...(profile ? [{ line: [say.law.profile(profile.label[lang])] }] : []),
      { line: [say.law.presume[policy.presume ? 'on' : 'off']] },
    ]),
    ...(values.length > 0 ? [paragraph(say.given), ...table(values, say.values)] : [paragraph(say.noValues)]),
    ...(rulings.length > 0 ? [paragraph(say.ruled), ...table(rulings, say.rulings)] : [paragraph(say.noRulings)]),
  ];
}

const valueRows = ({ terms }: Policy<Names>, regulation: Regulation, lang: Lang): Line[][] =>
  Object.entries(terms).flatMap(([name, values]) => {
    const term = regulation.terms[name];
    if (!term) return [];
    return values.map((value): Line[] => [
      [term.label[lang]],
      [termValueTexts(term, value, regulation, lang).join(REPORT[lang].then)],
      [MEMO[lang].dates(value.from, value.until)],
      [[sourceText(value.source, lang), value.because?.[lang]].filter(Boolean).join(REPORT[lang].then)],
    ]);
  });

const rulingRows = ({ rulings }: Policy<Names>, regulation: Regulation, lang: Lang): Line[][] =>
  Object.entries(rulings).flatMap(([name, dated]) => {
    const question = regulation.questions[name];
    return dated.map(({ reading, from, until, source }): Line[] => [
      [question?.ask[lang] ?? name],
      [question?.readings[reading]?.[lang] ?? reading],
      [MEMO[lang].dates(from, until)],
      [sourceText(source, lang)],
    ]);
  });

const sourceText = (source: Source | undefined, lang: Lang): string =>
  source === undefined ? MEMO[lang].notRecorded : MEMO[lang].source(source.title, source.number, source.article);
