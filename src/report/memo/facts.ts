import type { CaseId, KnownFact } from '../../assessment/assessment.js';
import type { Restored } from '../../assessment/restore.js';
import type { AnyAssessment } from '../../explanation/results.js';
import { toTheMinute } from '../../explanation/to-the-minute.js';
import { valueText } from '../../explanation/value.js';
import type { Lang } from '../../language.js';
import { type FactValue, isBounds } from '../../logic/operators.js';
import { EXPLAIN } from '../../messages/explain.js';
import { MEMO } from '../../messages/memo.js';
import { REPORT } from '../../messages/report.js';
import type { Names } from '../../policy/names.js';
import type { FactDefinition, Regulation } from '../../regulation/schema.js';
import { actionOf } from '../../regulation/vocabulary.js';
import { type Block, table } from '../page.js';
import { caseNames, unitName } from '../units.js';
import type { FoundBy } from './found-by.js';

/** A fact that is known, or a word of the law on which a person has found, and where it is known from. */
export interface ToldFact {
  /** The fact or the term. */
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly origin: string;
  /** It is said of the incident, or found by a person, and not worked out or looked up. */
  readonly isRecorded: boolean;
}

/**
 * What is known of a case and from where, in the order of the rule files; what is only presumed is not known, nor what
 * is bounded by nothing but the day of judgement.
 */
export function toldFacts(
  assessment: AnyAssessment,
  regulation: Regulation,
  restored: (which: CaseId | undefined) => Restored,
  lang: Lang,
): ToldFact[] {
  const { facts, termFindings, units } = assessment;
  const { inBrackets } = REPORT[lang];
  const rows = new Map<string, ToldFact & { readonly of: CaseId[] }>();
  for (const fact of facts) {
    const definition = regulation.facts[fact.fact];
    if (!definition || fact.origin === 'presumed') continue;
    const known = toTheMinute(withoutToday(fact, definition, restored), definition);
    if (!tells(known, definition)) continue;
    // That a unit nobody has named had its part is no fact of the record.
    if (definition.of === 'concerned' && units.length === 0) continue;
    const value = valueText(known, definition, regulation, lang);
    const origin = originOf(fact, regulation, lang);
    const key = JSON.stringify([fact.fact, value, origin]);
    const row = rows.get(key) ?? {
      name: fact.fact,
      label: definition.label[lang],
      value,
      origin,
      isRecorded: fact.origin === 'stated',
      of: [],
    };
    if (fact.of) row.of.push(fact.of);
    rows.set(key, row);
  }
  const known = [...rows.values()].map(({ of, ...row }) => ({
    ...row,
    label: of.length === 0 ? row.label : `${row.label}${inBrackets(caseNames(of, assessment, lang))}`,
  }));
  const { yes, no } = EXPLAIN[lang];
  const found = (findings: AnyAssessment['termFindings'], whose = ''): ToldFact[] =>
    Object.entries(findings).flatMap(([name, finding]): ToldFact[] => {
      const label = regulation.terms[name]?.label[lang];
      const told = { name, label: `${label}${whose}`, value: finding ? yes : no, isRecorded: true };
      return label === undefined ? [] : [{ ...told, origin: MEMO[lang].origins.found }];
    });
  const own = units.flatMap(({ id, termFindings: theirs = {} }) =>
    found(theirs, inBrackets(unitName(assessment, id, lang))),
  );
  return [...known, ...found(termFindings), ...own];
}

/** Hours without the bound that only the day of judgement gives them, where nobody says when they ended. */
function withoutToday(
  { value, of }: KnownFact<Names>,
  { derive }: FactDefinition,
  restored: (which: CaseId | undefined) => Restored,
): KnownFact['value'] {
  if (!derive || typeof value !== 'object' || Array.isArray(value) || !isBounds(value) || value.atMost === undefined)
    return value;
  const { rules, spans } = restored(of);
  const ended = rules.plan.index(derive.hours.to);
  const isOpen = !Number.isFinite(spans.times[ended]?.until ?? Number.POSITIVE_INFINITY);
  if (!isOpen || (spans.until[ended] as number) < spans.asOf) return value;
  return { atLeast: value.atLeast ?? 0 };
}

/** A number of which not even a bound is known, and a set of which no member is decided, tell nothing. */
function tells(value: FactValue, { min = 0, max }: FactDefinition): boolean {
  if (typeof value !== 'object' || Array.isArray(value)) return true;
  if (isBounds(value)) return (value.atLeast ?? min) > min || value.atMost !== max;
  return !('has' in value) || value.has.length + value.lacks.length > 0;
}

function originOf({ origin, from = [] }: KnownFact<Names>, regulation: Regulation, lang: Lang): string {
  const { origins } = MEMO[lang];
  if (origin === 'worked-out') return origins.measured;
  if (origin === 'implied') {
    const named = from.map((name) => regulation.facts[name]?.label[lang]);
    if (named.every((label) => label !== undefined)) return origins.implied(named.join(REPORT[lang].and));
    return origins.breach(from.map((duty) => actionOf(regulation, duty)[lang]).join(REPORT[lang].and));
  }
  return origin === 'registered' ? origins.registered : origins.stated;
}

/** What is known, from where, and who found it where that is said. */
export const factTable = (known: readonly ToldFact[], foundBy: FoundBy, lang: Lang): Block[] =>
  table(
    known.map(({ name, label, value, origin }) => {
      const who = foundBy[name];
      return [[label], [value], [who === undefined ? origin : MEMO[lang].foundBy(origin, who)]];
    }),
    MEMO[lang].facts,
  );
