import type { Response } from '../../assessment/responses.js';
import type { Lang } from '../../language.js';
import { questionsIn } from '../../logic/condition.js';
import { REPORT } from '../../messages/report.js';
import type { Regulation } from '../../regulation/schema.js';
import { whenText } from '../when.js';

/** When a duty is due, and under which reading of the clock where no ruling has chosen one. */
export function dueText(
  { at, term, reading }: Response['due'][number],
  { terms, questions }: Regulation,
  lang: Lang,
): string {
  const asked = questionsIn(terms[term]?.condition ?? false).find(({ readings }) =>
    Object.hasOwn(readings, reading ?? ''),
  );
  const label =
    reading === undefined ? undefined : (questions[asked?.question ?? '']?.readings[reading]?.[lang] ?? reading);
  return `${whenText(at)}${label === undefined ? '' : REPORT[lang].inBrackets(label)}`;
}
