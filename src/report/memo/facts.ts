import type { Judged } from '../../case/judge.js';
import { valueText } from '../../explanation/value.js';
import { both, type Lang } from '../../language.js';
import type { FactValue } from '../../logic/operators.js';
import { EXPLAIN } from '../../messages/explain.js';
import { MEMO } from '../../messages/memo.js';
import { type FactPlan, impliedValue } from '../../model/fact-values.js';
import { localInstant } from '../../regulation/dates.js';
import type { Bilingual } from '../../regulation/schema.js';
import { type Block, table } from '../page.js';
import { whenText } from '../when.js';
import type { FoundBy } from './found-by.js';

/** A fact that is known, or a word of the law on which a person has found, and where it is known from. */
export interface KnownFact {
  /** The fact or the term. */
  readonly name: string;
  readonly label: Bilingual;
  readonly value: Bilingual;
  readonly origin: Bilingual;
}

/** What is known of a case and from where, in the order of the rule files; what is only presumed is not known. */
export function knownFacts(judged: Judged): KnownFact[] {
  const { bound, input, incident } = judged;
  const { regulation, plan } = bound;
  const facts = plan.facts.flatMap((fact, i): KnownFact[] => {
    const value = input.values[i];
    if (input.presumed(i) || !tells(value)) return [];
    const time = incident.times[i];
    return [
      {
        name: fact.name,
        label: fact.definition.label,
        value: both((lang) =>
          time === undefined ? valueText(value, fact.definition, regulation, lang) : whenText(localInstant(time)),
        ),
        origin: both((lang) => originOf(judged, fact, i, lang)),
      },
    ];
  });
  const found = plan.terms.flatMap((name, i): KnownFact[] => {
    const finding = incident.findings[i];
    const label = regulation.terms[name]?.label;
    if (finding === undefined || !label) return [];
    return [
      {
        name,
        label,
        value: both((lang) => (finding ? EXPLAIN[lang].yes : EXPLAIN[lang].no)),
        origin: both((lang) => MEMO[lang].origins.found),
      },
    ];
  });
  return [...facts, ...found];
}

/** Hours of which not even a bound is known, and a set of which no member is decided, tell nothing. */
function tells(value: FactValue): boolean {
  if (typeof value !== 'object' || Array.isArray(value)) return value !== undefined;
  if ('atLeast' in value) return value.atLeast > 0 || value.atMost !== undefined;
  return !('has' in value) || value.has.length + value.lacks.length > 0;
}

function originOf(
  { bound: { plan }, incident }: Judged,
  fact: FactPlan['facts'][number],
  i: number,
  lang: Lang,
): string {
  const { origins } = MEMO[lang];
  if (incident.values[i] !== undefined) return origins.stated;
  if (fact.hours) return origins.measured;
  if (impliedValue(fact, incident) === undefined) return origins.registered;
  return origins.implied(plan.facts[fact.implied?.by ?? -1]?.definition.label[lang] ?? fact.name);
}

/** What is known, from where, and who found it where that is said. */
export const factTable = (known: readonly KnownFact[], foundBy: FoundBy, lang: Lang): Block[] =>
  table(
    known.map(({ name, label, value, origin }) => {
      const who = foundBy[name];
      return [[label[lang]], [value[lang]], [who === undefined ? origin[lang] : MEMO[lang].foundBy(origin[lang], who)]];
    }),
    MEMO[lang].facts,
  );
