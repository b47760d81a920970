import { once, oncePer } from '../diagnostics/once.js';
import { deepFreeze } from '../diagnostics/plain-data.js';
import { formulaOf, type Scope, settledFormula } from '../logic/bind.js';
import type { Citation, Condition } from '../logic/condition.js';
import { Decisions } from '../logic/decisions.js';
import { ruleOf } from '../logic/evaluate.js';
import {
  type AbsentNode,
  ALWAYS,
  allFormulas,
  anyFormula,
  type CommencementNode,
  type Formula,
  UNSETTLED,
} from '../logic/formula.js';
import type { Rule } from '../logic/rule.js';
import type { Interval } from '../model/time.js';
import { locate, placeOf } from '../regulation/citation.js';
import { type Dated, dayAfter, holdsOn, startOfDay } from '../regulation/dates.js';
import { daysOfEditions, type Version, versionOn, versionsOf } from '../regulation/editions.js';
import { limbsOf, OF_INCIDENT } from '../regulation/governing.js';
import { callOf, isOfBody } from '../regulation/rhythm.js';
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

/** The law of one epoch, or of several where it is open which one counts: every rule is made once. */
export interface Law {
  /** The same for the same law. */
  readonly key: string;
  readonly epochs: readonly Epoch[];
  /** Those in which something has to be so to be so certainly, and of what lasted those in which it is enough. */
  readonly needed: readonly Epoch[];
  readonly enough: readonly Epoch[];
  /**
   * Every provision that the regulation ever has, as it stands in the last of the epochs that has it; where none does,
   * as it stood before or will stand.
   */
  readonly located: readonly LocatedProvision[];
  readonly accountabilities: readonly LocatedAccountability[];
  /** Whether any of the epochs has a provision. */
  has(provision: string): boolean;
  /** The versions of its article that may apply, where it has several: the day each holds from, or `issued`. */
  editionsOf(provision: string): { readonly editions?: readonly string[] };
  bears(provision: string): Rule;
  /**
   * A provision by one of its limbs, the first of them; of what follows from others, whether it is in force. The whole
   * of it may rest on several laws: see `governed`.
   */
  applies(provision: string, limb?: number): Rule;
  standard(provision: string): Rule;
  /** The rule of a condition of the regulation or the policy: one and the same object each time. */
  rule(condition: Condition): Rule;
  term(term: string): Rule;
  /** What facts alone settle of a term; open where they do not. */
  settled(term: string): Rule;
  /** Of some questions or terms, those that have no ruling or value in some of the epochs. */
  lacking(names: Iterable<string>): readonly string[];
  /** The reading of a question in all the epochs, where they have one. */
  ruling(question: string): string | undefined;
}

/** A provision with the article it stands in and the words it is cited by. */
export interface LocatedProvision {
  readonly provision: Provision;
  readonly article: Article;
  readonly citation: Citation;
}

/** A provision in one epoch. */
interface StandingProvision {
  readonly entry: LocatedProvision;
  /** Whether its article has, or will have, other versions. */
  readonly amended: boolean;
  /** Why the epoch does not have it, if it does not; the entry is then as it stood before or will stand. */
  readonly absent?: AbsentNode;
}

/** A provision on accountability with its place. */
export interface LocatedAccountability extends LocatedProvision {
  readonly provision: Accountability;
}

/** Every provision that a regulation ever has, in the order of the text, each in its latest version. */
export const locatedProvisions = (regulation: Regulation): LocatedProvision[] => {
  const versions = [...versionsOf(regulation).values()].map((list) => [...list].reverse());
  return versions.flatMap((list) => {
    const found = new Map<string, LocatedProvision>();
    for (const { article } of list)
      for (const provision of article.provisions)
        if (!found.has(provision.id)) found.set(provision.id, locatedIn(article, provision));
    return [...found.values()];
  });
};

const locatedIn = (article: Article, provision: Provision): LocatedProvision => ({
  provision,
  article,
  citation: citationOf(provision, article),
});

/** The words a provision quotes; an accountability is cited by the whole of its paragraph or item. */
function citationOf(provision: Provision, article: Article): Citation {
  const quote = 'quote' in provision ? provision.quote : wholeText(provision.id, article);
  const { article: number, from: edition } = article;
  return (
    locate(article, quote, placeOf(provision.id)) ??
    Object.freeze({ place: String(number), quote, ...(edition !== undefined && { edition }) })
  );
}

function wholeText(id: string, article: Article): string {
  const match = /^art\d+(?:\.p(\d+))?(?:\.i(\d+))?/.exec(id);
  const paragraph = article.paragraphs[Number(match?.[1] ?? 1) - 1] ?? article.paragraphs[0];
  const item = match?.[2] === undefined ? undefined : paragraph?.items?.[Number(match[2]) - 1];
  return item?.text ?? paragraph?.text ?? '';
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

/** Before the first dated day only what has no beginning holds. */
const EARLIEST = '0000-00-00';

const standings = oncePer((_: Regulation) => new Map<string, ReadonlyMap<string, StandingProvision>>());

/** The provisions of a regulation as they stand on a day: the same for all days until the next edition, made once. */
function standingOn(regulation: Regulation, day: string): ReadonlyMap<string, StandingProvision> {
  const known = standings(regulation);
  const edition =
    daysOfEditions(regulation)
      .filter((from) => from <= day)
      .sort()
      .at(-1) ?? EARLIEST;
  const made = known.get(edition) ?? standingIn(regulation, edition);
  known.set(edition, made);
  return made;
}

function standingIn(regulation: Regulation, day: string): ReadonlyMap<string, StandingProvision> {
  const all = [...versionsOf(regulation).values()].map((versions): [string, StandingProvision][] => {
    const { version, state } = versionOn(versions, day);
    const amended = versions.some(({ from, end }) => from !== undefined || end !== undefined);
    // What this version does not have, an earlier one had, or a later one will have.
    const own = new Set(version.article.provisions.map(({ id }) => id));
    const others = versions.flatMap((other) =>
      other.article.provisions.flatMap((provision) => (own.has(provision.id) ? [] : [{ other, provision }])),
    );
    return [
      ...version.article.provisions.map((provision): [string, StandingProvision] => {
        const entry = locatedIn(version.article, provision);
        const missing = state === 'holds' ? undefined : absent(entry, state, version, day);
        return [provision.id, { entry, amended, ...(missing && { absent: missing }) }];
      }),
      ...others.map(({ other, provision }): [string, StandingProvision] => {
        const entry = locatedIn(other.article, provision);
        const gone = versions.indexOf(other) < versions.indexOf(version);
        return [provision.id, { entry, amended, absent: absent(entry, gone ? 'repealed' : 'not-yet', other, day) }];
      }),
    ];
  });
  return new Map(all.flat());
}

const absent = (
  { citation }: LocatedProvision,
  state: AbsentNode['state'],
  { from, end }: Version,
  day: string,
): AbsentNode => ({
  kind: 'absent',
  truth: 'unmet',
  state,
  from: (state === 'repealed' ? end : from) ?? day,
  citation,
});

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

/** Of something that lasted: the epochs of which some certainly count, and whether each of them does or only one. */
interface Core {
  readonly first: number;
  readonly last: number;
  readonly each: boolean;
}

/** A time by which the law is found: its name, and what it is that is not known where it is open. */
export interface LegalTime {
  readonly time: string;
  readonly missing: readonly string[];
}
const INCIDENT: LegalTime = { time: OF_INCIDENT, missing: [OF_INCIDENT] };

/** The law of the epochs in which a time may lie; of something that lasted, it is so if it is so in any of them. */
export function lawOf(epochs: readonly Epoch[], legal = INCIDENT, key = '', core?: Core): Law {
  const decisions = new Decisions();
  const made = <Key extends string | object>(
    of: (epoch: Epoch, key: Key) => Formula | undefined,
    anyWhileItLasted?: true,
  ) => {
    const rules = new Map<Key, Rule>();
    return (key: Key): Rule => {
      const known = rules.get(key);
      if (known) return known;
      const formula = (): Formula => {
        const formulas = epochs.map((epoch) => of(epoch, key) ?? ALWAYS);
        if (core && anyWhileItLasted) return lasting(formulas, core, legal);
        return open(anyWhileItLasted ? formulas : changing(formulas), legal, anyWhileItLasted);
      };
      // Reasons share the parts of their formula, and a result is the caller's to write into.
      const rule = ruleOf(
        () => decisions.verdict(formula()),
        () => deepFreeze(formula()),
      );
      rules.set(key, rule);
      return rule;
    };
  };
  const provisions = once(() => standingThrough(epochs));
  const certain = core ? epochs.slice(core.first, core.last + 1) : [];
  const limbs: ((id: string) => Rule)[] = [];
  return {
    key,
    epochs,
    needed: core?.each ? certain : epochs,
    enough: core && !core.each ? certain : [],
    get located() {
      return provisions().located;
    },
    get accountabilities() {
      return provisions().accountabilities;
    },
    has: (id) => epochs.some((epoch) => !epoch.provisions.get(id)?.absent),
    editionsOf: (id) => {
      const editions = provisions().editions.get(id);
      return editions ? { editions } : {};
    },
    bears: made((epoch, id: string) => epoch.bears(id), true),
    applies: (id, limb = 0) => {
      limbs[limb] ??= made((epoch, provision: string) => epoch.applies(provision, limb), true);
      return limbs[limb](id);
    },
    standard: made((epoch, id: string) => epoch.standard(id)),
    rule: made((epoch, condition: Condition) => epoch.formula(condition)),
    term: made((epoch, term: string) => epoch.formula({ term })),
    settled: made((epoch, term: string) => epoch.settled(term) ?? UNSETTLED),
    lacking: (names) => [...names].filter((name) => epochs.some((epoch) => !epoch.ruling(name) && !epoch.value(name))),
    ruling: (question) => {
      const [first, ...rest] = epochs.map((epoch) => epoch.ruling(question));
      return rest.every((ruling) => ruling === first) ? first : undefined;
    },
  };
}

/** The provisions of some epochs, each as it stands in the last that has it. */
function standingThrough(epochs: readonly Epoch[]): Pick<Law, 'located' | 'accountabilities'> & {
  readonly editions: ReadonlyMap<string, readonly string[]>;
} {
  const last = epochs.at(-1) as Epoch;
  const editions = new Map<string, readonly string[]>();
  const located = [...last.provisions].map(([id, standing]): LocatedProvision => {
    const all = epochs.map(({ provisions }) => provisions.get(id) as StandingProvision);
    const having = all.filter(({ absent }) => !absent).map(({ entry }) => entry);
    if (standing.amended) editions.set(id, [...new Set(having.map(({ article }) => article.from ?? 'issued'))]);
    return having.at(-1) ?? standing.entry;
  });
  return { located, accountabilities: located.filter(isAccountability), editions };
}

/** The provisions that a law has, as they stand in it. */
export const provisionsIn = (law: Law): readonly LocatedProvision[] =>
  law.located.filter(({ provision }) => law.has(provision.id));

export const isAccountability = (entry: LocatedProvision): entry is LocatedAccountability =>
  entry.provision.kind === 'accountability';

/** One formula where it is the same in all states of the law: which of them counts is then not open. */
function changing(formulas: readonly Formula[]): readonly Formula[] {
  const [first, ...others] = formulas.map((formula) => JSON.stringify(formula));
  return others.every((other) => other === first) ? formulas.slice(0, 1) : formulas;
}

/** What holds whichever of some states of the law is the one that counts. */
const open = (of: readonly Formula[], { time, missing }: LegalTime, anyWhileItLasted?: true): Formula =>
  of.length === 1
    ? (of[0] as Formula)
    : { kind: 'epochs', time, missing, of, ...(anyWhileItLasted && { anyWhileItLasted }) };

/**
 * What lasted is so if it is so on any day of it: certainly on those that it certainly lasted, and perhaps on those that
 * it may have. Where not one day is certain, it lay on one of those on which it may both have begun and have ended.
 */
function lasting(formulas: readonly Formula[], { first, last, each }: Core, legal: LegalTime): Formula {
  const certain = formulas.slice(first, last + 1);
  const [surely, perhaps] = [each ? open(certain, legal) : anyFormula(certain), anyFormula(formulas)];
  return certain.length === formulas.length ? surely : open([surely, perhaps], legal);
}

/** The law of a time between two moments, both included; `ended` of what lasted from the one on. */
export type LawFinder = (from: number, until: number, ended?: Interval, legal?: LegalTime) => Law;

/** The laws of a policy by the time that counts; each is made once. */
export function lawFinder(epochs: readonly Epoch[]): LawFinder {
  const starts = epochs.map(({ from }) => (from === undefined ? Number.NEGATIVE_INFINITY : startOfDay(from)));
  const laws = new Map<string, Law>();
  const single = epochs.map((epoch, i) => lawOf([epoch], INCIDENT, `${i}`));
  const epochAt = (ms: number): number => {
    let index = epochs.length - 1;
    while (index > 0 && (starts[index] as number) > ms) index--;
    return index;
  };
  return (from, until, ended, legal = INCIDENT) => {
    const first = epochAt(from);
    const last = epochAt(ended === undefined ? until : Math.max(until, ended.until));
    // Where only one state of the law counts, it does not matter whose time it is.
    if (last <= first) return single[first] as Law;
    const core = ended && coreOf(first, until, ended);
    const lasted = core ? ` ${core.first} ${core.last} ${core.each}` : '';
    const key = `${first} ${last}${lasted} ${legal.time} ${legal.missing.join()}`;
    const known = laws.get(key);
    if (known) return known;
    const law = lawOf(epochs.slice(first, last + 1), legal, key, core);
    laws.set(key, law);
    return law;
  };

  function coreOf(first: number, began: number, ended: Interval): Core {
    const [start, end] = [epochAt(Math.min(began, ended.from)) - first, epochAt(Math.max(began, ended.from)) - first];
    return { first: start, last: end, each: began > ended.from };
  }
}
