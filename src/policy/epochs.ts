import { formulaOf, type Scope, settledFormula } from '../logic/bind.js';
import type { Condition } from '../logic/condition.js';
import { ALWAYS, allFormulas, type CommencementNode, type Formula } from '../logic/formula.js';
import { locate, placeOf } from '../regulation/citation.js';
import { type Dated, dayAfter, holdsOn, yearOfIssue } from '../regulation/dates.js';
import { daysOfEditions } from '../regulation/editions.js';
import { limbsOf } from '../regulation/governing.js';
import { callOf, isOfBody } from '../regulation/rhythm.js';
import type { Provision, Regulation, TermValue } from '../regulation/schema.js';
import { EARLIEST, type LocatedProvision, type StandingProvision, standingOn } from './standing.js';

// The law of a policy as it stands on a stretch of days.

export interface DatedReading extends Dated {
  readonly reading: string;
}

/** A regulation with what a policy settles of it: values of terms and rulings, dated; the day of issue, if known. */
export interface Settled {
  readonly regulation: Regulation;
  readonly terms: { readonly [term: string]: readonly TermValue[] };
  readonly rulings: { readonly [question: string]: readonly DatedReading[] };
  readonly issueDate?: string | undefined;
}

/** A stretch of days on which the law does not change, and what its provisions come to. */
export interface Epoch {
  /** First day; absent for the earliest epoch. */
  readonly from?: string;
  /** Every provision that the regulation ever has, as it stands in this epoch. */
  readonly provisions: ReadonlyMap<string, StandingProvision>;
  /** Whether the law is in force for the bearer of a provision. */
  bears(provision: string): Formula;
  /** Whether a provision applies by one of its limbs: in force, its bearer, and its condition. */
  applies(provision: string, limb?: number): Formula;
  /** The measure of proper performance of a duty, where it has one. */
  standard(provision: string): Formula | undefined;
  formula(condition: Condition): Formula;
  /** What facts alone settle of a term, whatever value it has and whatever a person finds. */
  settled(term: string): Formula | undefined;
  thresholds(term: string): { readonly [name: string]: number } | undefined;
  value(term: string): TermValue | undefined;
  ruling(question: string): string | undefined;
}

/** The epochs of a settled regulation in their order: a new one begins on each day something in it begins or ends. */
export function epochsOf(settled: Settled): Epoch[] {
  const { regulation, terms, rulings } = settled;
  const { start, end, inferred } = commencementOf(settled);
  const dated = [...Object.values(terms), ...Object.values(rulings)].flat();
  const days = [
    start,
    end,
    ...daysOfEditions(regulation),
    ...dated.flatMap(({ from, until }) => [from, until && dayAfter(until)]),
  ];
  const known = [...new Set(days.filter((day) => day !== undefined))].sort();
  const facts = new Map(Object.keys(regulation.facts).map((fact, i) => [fact, i]));
  return [undefined, ...known].map((from) =>
    epoch(settled, standingOn(regulation, from ?? EARLIEST), facts, from, {
      truth: from === undefined || from < start ? 'unmet' : from < end ? 'undetermined' : 'met',
      inferred,
    }),
  );
}

interface Commencement {
  /** The first day on which the law may have taken effect, and the first on which it certainly had. */
  readonly start: string;
  readonly end: string;
  /** Whether they rest on a day of issue that the document does not state. */
  readonly inferred: boolean;
}

/** When a law took effect: on a day of its own, or on the day of issue; of a year alone, from its first to its last. */
function commencementOf({ regulation, issueDate }: Settled): Commencement {
  const { issued, issuedBecause, effective } = regulation;
  const isUnstated = effective === 'on-issue' && issueDate === undefined;
  const day = effective === 'on-issue' ? (issueDate ?? issued) : effective;
  const { first: start = day, last: end = day } = (isUnstated && yearOfIssue(regulation)) || {};
  return { start, end, inferred: isUnstated && issuedBecause !== undefined };
}

function epoch(
  settled: Settled,
  provisions: ReadonlyMap<string, StandingProvision>,
  facts: ReadonlyMap<string, number>,
  from: string | undefined,
  inForce: Pick<CommencementNode, 'truth'> & { readonly inferred: boolean },
): Epoch {
  const { regulation } = settled;
  const terms = Object.keys(regulation.terms);
  const day = from ?? EARLIEST;
  const standing = (id: string) => provisions.get(id) as StandingProvision;
  const value = (term: string): TermValue | undefined => settled.terms[term]?.find((dated) => holdsOn(dated, day));
  const thresholds = (term: string): { readonly [name: string]: number } | undefined => {
    const given = Object.entries(value(term) ?? {}).filter(([, number]) => typeof number === 'number');
    return given.length === 0 ? undefined : (Object.fromEntries(given) as { [name: string]: number });
  };
  const ruling = (question: string): string | undefined =>
    settled.rulings[question]?.find((dated) => holdsOn(dated, day))?.reading;
  const scopeOf = (entry?: LocatedProvision): Scope => ({
    factIndex: (fact) => facts.get(fact) as number,
    termIndex: (term) => terms.indexOf(term),
    condition: (name) => entry?.article.conditions?.[name] as Condition,
    termCondition: (term) => regulation.terms[term]?.condition,
    floors: (term) => regulation.terms[term]?.floors,
    thresholds,
    settles: (term) => value(term)?.settles,
    ruling,
    cite: (quote) => entry && locate(entry.article, quote, placeOf(entry.provision.id)),
  });
  const commencement: Formula =
    inForce.truth === 'met'
      ? ALWAYS
      : {
          kind: 'commencement',
          truth: inForce.truth,
          ...(inForce.inferred && { inferred: true as const }),
          citation: standing(regulation.commencement).entry.citation,
        };
  const bears = (id: string): Formula => {
    const { entry, absent } = standing(id);
    const { provision } = entry;
    if (absent) return allFormulas([commencement, absent]);
    const when =
      'bearer' in provision && provision.bearer !== undefined ? regulation.bearers[provision.bearer]?.when : undefined;
    return allFormulas([commencement, when ? formulaOf(when, scopeOf()) : ALWAYS]);
  };
  const applies = (id: string, limb = 0): Formula => {
    const { entry, absent } = standing(id);
    const { provision } = entry;
    if (absent) return allFormulas([commencement, absent]);
    const when =
      provision.kind === 'accountability'
        ? // Another version of it may have fewer limbs.
          (limbsOf(provision)[limb]?.when ?? false)
        : 'when' in provision
          ? provision.when
          : undefined;
    return allFormulas([
      // An incident calls upon a body whichever unit it concerns.
      isOfBody(regulation, provision) ? commencement : bears(id),
      when === undefined ? ALWAYS : formulaOf(when, scopeOf(entry)),
    ]);
  };
  return {
    ...(from !== undefined && { from }),
    provisions,
    thresholds,
    value,
    ruling,
    formula: (condition) => formulaOf(condition, scopeOf()),
    settled: (term) => settledFormula(term, scopeOf()),
    bears,
    applies,
    standard: (id) => {
      const { entry, absent } = standing(id);
      const condition = standardOf(entry.provision);
      return absent ?? (condition && formulaOf(condition, scopeOf(entry)));
    },
  };
}

/** How a duty is to be done. Where an incident calls it up and nothing says how, that it is done is all it asks. */
function standardOf(provision: Provision): Condition | undefined {
  if (provision.kind !== 'duty' || provision.standard) return 'standard' in provision ? provision.standard : undefined;
  const call = callOf(provision);
  return call && { fact: call.status, operator: 'notEqual', value: call.none, quote: provision.quote };
}
