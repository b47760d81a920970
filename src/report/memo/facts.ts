import type { KnownFact } from '../../assessment/assessment.js';
import type { AnyAssessment } from '../../explanation/results.js';
import { valueText } from '../../explanation/value.js';
import type { Lang } from '../../language.js';
import { EXPLAIN } from '../../messages/explain.js';
import { MEMO } from '../../messages/memo.js';
import { REPORT } from '../../messages/report.js';
import type { Names } from '../../policy/names.js';
import type { Regulation } from '../../regulation/schema.js';
import { type Block, table } from '../page.js';
import type { FoundBy } from './found-by.js';

/** A fact that is known, or a word of the law on which a person has found, and where it is known from. */
export interface ToldFact {
  /** The fact or the term. */
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly origin: string;
}

/** What is known of a case and from where, in the order of the rule files; what is only presumed is not known. */
export function toldFacts({ facts, termFindings }: AnyAssessment, regulation: Regulation, lang: Lang): ToldFact[] {
  const known = facts.flatMap((fact): ToldFact[] => {
    const definition = regulation.facts[fact.fact];
    if (!definition || fact.origin === 'presumed' || !tells(fact.value)) return [];
    const value = valueText(fact.value, definition, regulation, lang);
    return [{ name: fact.fact, label: definition.label[lang], value, origin: originOf(fact, regulation, lang) }];
  });
  const { yes, no } = EXPLAIN[lang];
  const found = Object.entries(termFindings).flatMap(([name, finding]): ToldFact[] => {
    const label = regulation.terms[name]?.label[lang];
    return label === undefined ? [] : [{ name, label, value: finding ? yes : no, origin: MEMO[lang].origins.found }];
  });
  return [...known, ...found];
}

/** Hours of which not even a bound is known, and a set of which no member is decided, tell nothing. */
function tells(value: KnownFact['value']): boolean {
  if (typeof value !== 'object' || Array.isArray(value)) return true;
  if ('atLeast' in value) return value.atLeast > 0 || value.atMost !== undefined;
  return !('has' in value) || value.has.length + value.lacks.length > 0;
}

function originOf({ origin, from = [] }: KnownFact<Names>, { facts }: Regulation, lang: Lang): string {
  const { origins } = MEMO[lang];
  if (origin === 'worked-out') return origins.measured;
  if (origin === 'implied')
    return origins.implied(from.map((name) => facts[name]?.label[lang] ?? name).join(REPORT[lang].and));
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
