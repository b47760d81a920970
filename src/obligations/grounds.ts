import { type Bilingual, verbatim } from '../language.js';
import type { FactValue } from '../logic/operators.js';
import type { Reason } from '../logic/reason.js';
import { smallestSupport } from '../logic/support.js';
import type { Evidence } from '../model/unit.js';
import type { FactDefinition, Regulation } from '../regulation/schema.js';
import type { OnFile } from './evidence.js';

/** What it rests on that a duty is breached or overdue, or that what was on file shows it no longer. */
export type Ground =
  /**
   * A record on file: found inadequate; made too late; the last that was made, where another is missing; one that has run out;
   * the last of its days, of what is owed all the time.
   */
  | {
      readonly kind: 'inadequate' | 'late' | 'last' | 'lapsed' | 'past';
      readonly on: string;
      readonly until?: string;
      readonly ref?: string;
    }
  /** An omission that is established, and how. */
  | { readonly kind: 'admitted' | 'inspected'; readonly on: string }
  /** A file declared complete on a day, without anything to show. */
  | { readonly kind: 'closed'; readonly on: string }
  /** A notice, and the day that it sets. */
  | { readonly kind: 'notice'; readonly on: string; readonly until: string; readonly ref?: string }
  /** What a person found not to be so, or what does not keep to a value, of a word of the text. */
  | { readonly kind: 'found' | 'measured'; readonly term: string; readonly label: Bilingual }
  /** What is on record of an incident, a system or the unit; without a value, it is not told. */
  | { readonly kind: 'fact'; readonly fact: string; readonly label: Bilingual; readonly value?: FactTold };

/** A value of a fact, and what it is called where that has words of its own. */
export interface FactTold {
  readonly is: NonNullable<FactValue>;
  readonly label?: Bilingual;
}

/** Evidence as a ground. */
export const ofEvidence = (
  kind: 'inadequate' | 'late' | 'last' | 'lapsed' | 'past',
  { on, until, ref }: Evidence,
): Ground => ({ kind, on, ...(until !== undefined && { until }), ...(ref !== undefined && { ref }) });

/**
 * What on file tells that performance was lacking, and on which day. A file that is closed without anything to show
 * tells of an omission; one with something in it tells nothing more.
 */
export const lacking = ({
  shown,
  omissions,
  inventories,
}: OnFile): { readonly day: string; readonly ground: Ground }[] => [
  ...shown
    .filter(({ adequate }) => adequate === false)
    .map((entry) => ({ day: entry.on, ground: ofEvidence('inadequate', entry) })),
  ...omissions.map(({ basis, on }) => ({ day: on, ground: { kind: basis, on } })),
  ...inventories
    .filter(({ closedOn }) => !shown.some(({ on }) => on <= closedOn))
    .map(({ closedOn }) => ({ day: closedOn, ground: { kind: 'closed' as const, on: closedOn } })),
];

/** What a person found of a word of the text. */
export const ofTerm = (kind: 'found' | 'measured', term: string, { terms }: Regulation): Ground => ({
  kind,
  term,
  label: terms[term]?.label ?? verbatim(term),
});

/** A fact as it is on record. */
export function ofFact(fact: string, value: FactValue | undefined, { facts }: Regulation): Ground {
  const definition = facts[fact];
  const label = definition?.label ?? verbatim(fact);
  if (value === undefined || value === null) return { kind: 'fact', fact, label };
  const called = optionLabel(definition, value);
  return { kind: 'fact', fact, label, value: { is: value, ...(called && { label: called }) } };
}

const optionLabel = (definition: FactDefinition | undefined, value: NonNullable<FactValue>): Bilingual | undefined =>
  typeof definition?.options === 'object' ? definition.options[String(value)] : undefined;

/** The fewest findings and facts that a standard fails on; what does so under several readings is told once. */
export function failing(reason: Reason, regulation: Regulation): Ground[] {
  const { leaves = [], measured = [] } = smallestSupport(reason) ?? {};
  const grounds = leaves.flatMap((leaf): Ground[] => {
    if (leaf.kind === 'term') return [ofTerm('found', leaf.term, regulation)];
    if (leaf.kind !== 'fact') return [];
    const by = measured.find(({ fact }) => fact.fact === leaf.fact);
    return [by ? ofTerm('measured', by.term.term, regulation) : ofFact(leaf.fact, leaf.actual, regulation)];
  });
  const nameOf = (ground: Ground) => ('term' in ground ? ground.term : 'fact' in ground ? ground.fact : '');
  return [...new Map(grounds.map((ground) => [nameOf(ground), ground])).values()];
}
