import { deepFreeze } from '../diagnostics/plain-data.js';
import { formulaOf, type Scope, settledFormula } from '../logic/bind.js';
import type { Citation, Condition } from '../logic/condition.js';
import { Decisions } from '../logic/decisions.js';
import { ruleOf } from '../logic/evaluate.js';
import { ALWAYS, allFormulas, type CommencementNode, type Formula, UNSETTLED } from '../logic/formula.js';
import type { Rule } from '../logic/rule.js';
import { locate, placeOf } from '../regulation/citation.js';
import { type Dated, holdsOn, startOfDay } from '../regulation/dates.js';
import { callOf } from '../regulation/rhythm.js';
import type { Accountability, Article, Provision, Regulation, TermValue } from '../regulation/schema.js';

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
  /** Whether the law is in force for the bearer of a provision. */
  bears(provision: string): Formula;
  /** Whether a provision applies: in force, its bearer, and its condition. */
  applies(provision: string): Formula;
  /** The measure of proper performance of a duty, where it has one. */
  standard(provision: string): Formula | undefined;
  formula(condition: Condition): Formula;
  /** What facts alone settle of a term, whatever value it has and whatever a person finds. */
  settled(term: string): Formula | undefined;
  thresholds(term: string): { readonly [name: string]: number } | undefined;
  value(term: string): TermValue | undefined;
  ruling(question: string): string | undefined;
}

/** The law of one epoch, or of several where it is open which one counts: every rule is made once. */
export interface Law {
  readonly epochs: readonly Epoch[];
  bears(provision: string): Rule;
  applies(provision: string): Rule;
  standard(provision: string): Rule;
  /** The rule of a condition of the regulation or the policy: one and the same object each time. */
  rule(condition: Condition): Rule;
  term(term: string): Rule;
  /** What facts alone settle of a term; open where they do not. */
  settled(term: string): Rule;
  /** The reading of a question in all the epochs, where they have one. */
  ruling(question: string): string | undefined;
}

/** A provision with the article it stands in and the words it is cited by. */
export interface LocatedProvision {
  readonly provision: Provision;
  readonly article: Article;
  readonly citation: Citation;
}

/** A provision on accountability with its place. */
export interface LocatedAccountability extends LocatedProvision {
  readonly provision: Accountability;
}

export const locatedProvisions = (regulation: Regulation): LocatedProvision[] =>
  regulation.articles.flatMap((article) =>
    article.provisions.map((provision) => ({ provision, article, citation: citationOf(provision, article) })),
  );

/** The words a provision quotes; an accountability is cited by the whole of its paragraph or item. */
function citationOf(provision: Provision, article: Article): Citation {
  const quote = 'quote' in provision ? provision.quote : wholeText(provision.id, article);
  return locate(article, quote, placeOf(provision.id)) ?? Object.freeze({ place: String(article.article), quote });
}

function wholeText(id: string, article: Article): string {
  const match = /^art\d+(?:\.p(\d+))?(?:\.i(\d+))?/.exec(id);
  const paragraph = article.paragraphs[Number(match?.[1] ?? 1) - 1] ?? article.paragraphs[0];
  const item = match?.[2] === undefined ? undefined : paragraph?.items?.[Number(match[2]) - 1];
  return item?.text ?? paragraph?.text ?? '';
}

/** The epochs of a settled regulation in their order: a new one begins on each day something in it begins or ends. */
export function epochsOf(
  settled: Settled,
  provisions: readonly LocatedProvision[] = locatedProvisions(settled.regulation),
): Epoch[] {
  const { regulation, terms, rulings } = settled;
  const { start, end, inferred } = commencementOf(settled);
  const dated = [...Object.values(terms), ...Object.values(rulings)].flat();
  const days = [start, end, ...dated.flatMap(({ from, until }) => [from, until])].filter((day) => day !== undefined);
  const located = new Map(provisions.map((entry) => [entry.provision.id, entry]));
  const facts = new Map(Object.keys(regulation.facts).map((fact, i) => [fact, i]));
  return [undefined, ...[...new Set(days)].sort()].map((from) =>
    epoch(settled, located, facts, from, {
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
function commencementOf({ regulation: { issued, issuedBecause, effective }, issueDate }: Settled): Commencement {
  const day = effective === 'on-issue' ? (issueDate ?? (issued.length === 4 ? undefined : issued)) : effective;
  const inferred = effective === 'on-issue' && issueDate === undefined && issuedBecause !== undefined;
  return day === undefined
    ? { start: `${issued}-01-01`, end: `${issued}-12-31`, inferred }
    : { start: day, end: day, inferred };
}

function epoch(
  settled: Settled,
  located: Map<string, LocatedProvision>,
  facts: Map<string, number>,
  from: string | undefined,
  inForce: Pick<CommencementNode, 'truth'> & { readonly inferred: boolean },
): Epoch {
  const { regulation } = settled;
  const terms = Object.keys(regulation.terms);
  // Before the first dated day only what has no beginning holds.
  const day = from ?? '0000-00-00';
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
          citation: (located.get(regulation.commencement) as LocatedProvision).citation,
        };
  const bears = (id: string): Formula => {
    const { provision } = located.get(id) as LocatedProvision;
    const when =
      'bearer' in provision && provision.bearer !== undefined ? regulation.bearers[provision.bearer]?.when : undefined;
    return allFormulas([commencement, when ? formulaOf(when, scopeOf()) : ALWAYS]);
  };
  return {
    ...(from !== undefined && { from }),
    thresholds,
    value,
    ruling,
    formula: (condition) => formulaOf(condition, scopeOf()),
    settled: (term) => settledFormula(term, scopeOf()),
    bears,
    applies: (id) => {
      const entry = located.get(id) as LocatedProvision;
      const when = 'when' in entry.provision ? entry.provision.when : undefined;
      return allFormulas([bears(id), when ? formulaOf(when, scopeOf(entry)) : ALWAYS]);
    },
    standard: (id) => {
      const entry = located.get(id) as LocatedProvision;
      const { provision } = entry;
      const condition = standardOf(provision);
      return condition && formulaOf(condition, scopeOf(entry));
    },
  };
}

/** How a duty is to be done. Where an incident calls it up and nothing says how, that it is done is all it asks. */
function standardOf(provision: Provision): Condition | undefined {
  if (provision.kind !== 'duty' || provision.standard) return 'standard' in provision ? provision.standard : undefined;
  const call = callOf(provision);
  return call && { fact: call.status, operator: 'notEqual', value: call.none, quote: provision.quote };
}

/** The law of the epochs in which a time may lie. */
export function lawOf(epochs: readonly Epoch[]): Law {
  const decisions = new Decisions();
  const made = <Key extends string | object>(of: (epoch: Epoch, key: Key) => Formula | undefined) => {
    const rules = new Map<Key, Rule>();
    return (key: Key): Rule => {
      const known = rules.get(key);
      if (known) return known;
      const formula = (): Formula => {
        const formulas = epochs.map((epoch) => of(epoch, key) ?? ALWAYS);
        return formulas.length === 1
          ? (formulas[0] as Formula)
          : { kind: 'epochs', missing: ['occurredAt'], of: formulas };
      };
      // Reasons share the parts of their formula, and a result is the caller's to write into.
      const rule = ruleOf(decisions.verdict(formula()), () => deepFreeze(formula()));
      rules.set(key, rule);
      return rule;
    };
  };
  return {
    epochs,
    bears: made((epoch, id: string) => epoch.bears(id)),
    applies: made((epoch, id: string) => epoch.applies(id)),
    standard: made((epoch, id: string) => epoch.standard(id)),
    rule: made((epoch, condition: Condition) => epoch.formula(condition)),
    term: made((epoch, term: string) => epoch.formula({ term })),
    settled: made((epoch, term: string) => epoch.settled(term) ?? UNSETTLED),
    ruling: (question) => {
      const [first, ...rest] = epochs.map((epoch) => epoch.ruling(question));
      return rest.every((ruling) => ruling === first) ? first : undefined;
    },
  };
}

/** The laws of a policy by the days in which a time may lie, both ends included; each is made once. */
export function lawFinder(epochs: readonly Epoch[]): (from: number, until: number) => Law {
  const starts = epochs.map(({ from }) => (from === undefined ? Number.NEGATIVE_INFINITY : startOfDay(from)));
  const laws = new Map<number, Law>();
  return (from, until) => {
    let first = epochs.length - 1;
    while (first > 0 && (starts[first] as number) > from) first--;
    let last = first;
    while (last < epochs.length - 1 && (starts[last + 1] as number) <= until) last++;
    const key = first * epochs.length + last;
    const known = laws.get(key);
    if (known) return known;
    const law = lawOf(epochs.slice(first, last + 1));
    laws.set(key, law);
    return law;
  };
}
