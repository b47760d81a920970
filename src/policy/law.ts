import { once } from '../diagnostics/once.js';
import { deepFreeze } from '../diagnostics/plain-data.js';
import type { Condition } from '../logic/condition.js';
import { Decisions } from '../logic/decisions.js';
import { ruleOf } from '../logic/evaluate.js';
import { ALWAYS, anyFormula, type Formula, UNSETTLED } from '../logic/formula.js';
import type { Rule } from '../logic/rule.js';
import type { Interval } from '../model/time.js';
import { startOfDay } from '../regulation/dates.js';
import { OF_INCIDENT } from '../regulation/governing.js';
import type { Epoch } from './epochs.js';
import {
  isAccountability,
  type LocatedAccountability,
  type LocatedProvision,
  type StandingProvision,
} from './standing.js';

/** The law of one epoch, or of several where it is open which one counts: every rule is made once. */
export interface Law {
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
export function lawOf(epochs: readonly Epoch[], legal = INCIDENT, core?: Core): Law {
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
  const single = epochs.map((epoch) => lawOf([epoch]));
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
    const law = lawOf(epochs.slice(first, last + 1), legal, core);
    laws.set(key, law);
    return law;
  };

  function coreOf(first: number, began: number, ended: Interval): Core {
    const [start, end] = [epochAt(Math.min(began, ended.from)) - first, epochAt(Math.max(began, ended.from)) - first];
    return { first: start, last: end, each: began > ended.from };
  }
}
