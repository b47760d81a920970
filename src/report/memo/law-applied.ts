import type { Lang } from '../../language.js';
import { MEMO } from '../../messages/memo.js';
import { REPORT } from '../../messages/report.js';
import type { Policy } from '../../policy/create-policy.js';
import type { Names } from '../../policy/names.js';
import { beginningOf } from '../../regulation/made.js';
import type { Made, Regulation } from '../../regulation/schema.js';
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
      ...(values.length === 0
        ? [{ line: [say.law.noValues] }]
        : profile && Object.keys(profile.terms).length > 0
          ? [{ line: [say.law.profile(profile.label[lang])] }]
          : []),
      { line: [say.law.presume[policy.presume ? 'on' : 'off']] },
    ]),
    ...(values.length > 0 ? [paragraph(say.given), ...table(values, say.values)] : []),
    ...(rulings.length > 0 ? [paragraph(say.ruled), ...table(rulings, say.rulings)] : [paragraph(say.noRulings)]),
  ];
}

/** What words of the law are taken to mean: the word, its value, for which time, by whom. */
export const valueRows = ({ terms }: Pick<Policy<Names>, 'terms'>, regulation: Regulation, lang: Lang): Line[][] =>
  Object.entries(terms).flatMap(([name, values]) => {
    const term = regulation.terms[name];
    if (!term) return [];
    return values.map((value): Line[] => [
      [term.label[lang]],
      [termValueTexts(term, value, regulation, lang).join(REPORT[lang].then)],
      [periodText(value, lang)],
      [[makerText(value, regulation, lang), value.because?.[lang]].filter(Boolean).join(REPORT[lang].then)],
    ]);
  });

/** How the law is to be read: the question, the reading, for which time, by whom. */
export const rulingRows = ({ rulings }: Pick<Policy<Names>, 'rulings'>, regulation: Regulation, lang: Lang): Line[][] =>
  Object.entries(rulings).flatMap(([name, dated]) => {
    const question = regulation.questions[name];
    return dated.map((ruling): Line[] => [
      [question?.ask[lang] ?? name],
      [question?.readings[ruling.reading]?.[lang] ?? ruling.reading],
      [periodText(ruling, lang)],
      [makerText(ruling, regulation, lang)],
    ]);
  });

/** For which time something was made; whether it works before its day, where that is not said, is told. */
function periodText(made: Made, lang: Lang): string {
  const dates = MEMO[lang].dates(beginningOf(made), made.until);
  const unsaid = made.made !== undefined && made.from === undefined && made.effect === undefined;
  return unsaid ? `${dates}${REPORT[lang].then}${MEMO[lang].effectUnsaid}` : dates;
}

/** Who made something, when, and in which document; without a maker it is an assumption. */
function makerText({ by, made, source }: Made, { bodies, parties }: Regulation, lang: Lang): string {
  const maker =
    by === undefined ? MEMO[lang].assumed : MEMO[lang].madeBy((bodies[by] ?? parties[by])?.label[lang] ?? by, made);
  const document = source && MEMO[lang].source(source.title, source.number, source.article);
  return [maker, document].filter(Boolean).join(REPORT[lang].then);
}
