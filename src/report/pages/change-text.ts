import { guarded, PAGE, type PageOptions } from '../../explanation/guarded.js';
import { valueText } from '../../explanation/value.js';
import type { Change, Range } from '../../inquiry/hypothesis.js';
import type { Difference } from '../../inquiry/what-if.js';
import type { Lang } from '../../language.js';
import { EXPLAIN } from '../../messages/explain.js';
import { REPORT } from '../../messages/report.js';
import { SETTLE } from '../../messages/settle.js';
import { TIMES } from '../../messages/times.js';
import { startOfDay, yearOfIssue } from '../../regulation/dates.js';
import type { Regulation } from '../../regulation/schema.js';
import { lawOf } from '../law-of.js';
import type { Item } from '../page.js';

type Told = Change & Partial<Pick<Difference, 'instead' | 'presumed'>>;

/**
 * What would be so, in words; and what is so instead, where that is told too.
 *
 * @throws ZerenzhiError with every fault of the options, or if it is no change
 * @example
 * const text = changeText({ kind: 'fact', id: 'leak.occurred', value: true }, { lang: 'en' });
 */
export const changeText = (change: Told, options?: PageOptions): string =>
  guarded(options, PAGE, ({ lang = 'zh', policy }) => changeIn(change, lawOf(undefined, policy).regulation, lang));

/** The same, by a regulation. */
export function changeIn(change: Told, regulation: Regulation, lang: Lang): string {
  const say = SETTLE[lang];
  const { labelled, truth } = REPORT[lang];
  const { yes, no } = EXPLAIN[lang];
  const { kind, id, value, range } = change;
  if (kind === 'ruling') {
    const question = regulation.questions[id];
    return labelled(question?.ask[lang] ?? id, question?.readings[String(value)]?.[lang] ?? String(value));
  }
  const definition = kind === 'fact' ? regulation.facts[id] : undefined;
  const label =
    kind === 'issue-date' ? say.issueDate : (definition?.label[lang] ?? regulation.terms[id]?.label[lang] ?? id);
  const text = (of: Change['value']) =>
    definition
      ? valueText(of, definition, regulation, lang)
      : of === undefined
        ? truth.undetermined
        : of === true
          ? yes
          : of === false
            ? no
            : String(of);
  const isTime = kind === 'issue-date' || definition?.type === 'instant';
  const limited = (['least', 'above', 'most', 'below'] as const).flatMap((side) => {
    const limit = range?.[side];
    if (limit === undefined) return [];
    const edge = isTime ? edgeText(kind, side, String(limit), regulation, lang) : undefined;
    if (edge !== undefined) return [edge];
    if (isTime) return [say.timeLimit[side](kind === 'issue-date' ? TIMES[lang].date(String(limit)) : text(limit))];
    // Nothing is less than the least there is.
    return [side === 'most' && limit === definition?.min ? text(limit) : say.limit[side](text(limit))];
  });
  const said = labelled(label, limited.length > 0 ? limited.join(REPORT[lang].and) : text(value));
  if (!('instead' in change)) return said;
  return `${said}${change.presumed ? say.insteadPresumed(text(change.instead)) : say.instead(text(change.instead))}`;
}

/**
 * A limit that is the first or the last day on which the rules may have been issued: what is meant is that they were by
 * the day of the incident, or were not.
 */
function edgeText(
  kind: string,
  side: keyof Range,
  limit: string,
  regulation: Regulation,
  lang: Lang,
): string | undefined {
  const { sinceIncident, afterIncident, sinceIssue, beforeIssue } = SETTLE[lang];
  const isUpper = side === 'most' || side === 'below';
  const year = yearOfIssue(regulation);
  const edge = isUpper ? year?.first : year?.last;
  if (edge === undefined) return undefined;
  if (kind === 'issue-date') return limit !== edge ? undefined : isUpper ? sinceIncident : afterIncident;
  // Within that day it is a time like any other.
  return Date.parse(limit) !== startOfDay(edge) ? undefined : isUpper ? beforeIssue : sinceIssue;
}

/** Sets of changes, numbered; what is alone in its set stands beside the number. */
export const setItems = (sets: readonly (readonly Told[])[], regulation: Regulation, lang: Lang): Item[] =>
  sets.map((set, i) => {
    const [only, ...more] = set.map((change) => changeIn(change, regulation, lang));
    if (more.length === 0) return { line: [SETTLE[lang].set(i + 1), only ?? ''] };
    return {
      line: [SETTLE[lang].set(i + 1).trimEnd()],
      items: [only ?? '', ...more].map((text) => ({ line: [text] })),
    };
  });
