import { conditionsIn } from '../../../logic/condition.js';
import { addToDate } from '../../../regulation/dates.js';
import type { Regulation } from '../../../regulation/schema.js';
import { conditionsOfTerm } from '../../../regulation/term-conditions.js';
import { type Inputs, timesOn } from './document.js';
import { domainsOf, type Input } from './domains.js';
import { policyWith } from './probe.js';
import { bare, definitionIn, documentOf, goalsOf, meanTheSame, namesIn, type Rule } from './rule.js';
import { type Narrowed, solutions } from './solve.js';
import type { Goal } from './ways.js';

/** Two rules of one name, of which one may be missing, and a day on which both hold. */
export interface Both {
  readonly before?: Rule | undefined;
  readonly after?: Rule | undefined;
  readonly regulations: { readonly before: Regulation; readonly after: Regulation };
  readonly day: string;
}

/** The day as of which a case is judged. */
export const judgedOn = (day: string): string => addToDate(day, { years: 1 });

export interface Candidate {
  readonly inputs: Inputs;
  readonly profile: string | undefined;
}

/** So many ways of reaching a wish are tried before those of the next. */
const SOME = 40;

/**
 * Inputs under which two rules may come out otherwise: what the one wants and the other does not, then what one wants; of
 * each wish some at first, then all of them and with other values.
 */
export function* candidates(both: Both): Generator<Candidate> {
  const { before, after, day } = both;
  const rules = [before, after].filter((rule) => rule !== undefined);
  const domains = domainsOf(rules);
  const unfolded = termsToLookInto(rules, namesUnlike('term', before, after));
  const unlike = namesUnlike('fact', before, after).map((fact): Input => `fact:${fact}`);
  const times = timesOn(rules, day);
  const profiles = unfolded.size > 0 ? profilesIn(both) : [undefined];
  // Of what a unit owes it may be on file that it was done, long ago or just now.
  const duty = rules.find((rule) => documentOf(rule) === 'unit');
  const filed = duty ? [day, judgedOn(day)].map((on): [Input, string] => [`evidence:${duty.provision.id}`, on]) : [];
  for (const isFirst of [true, false])
    for (const goals of wishes(before, after))
      for (const profile of profiles) {
        const found = solutions(goals, { domains, unfolded, profile });
        for (const narrowed of isFirst ? take(found, SOME) : found)
          for (const inputs of isFirst ? [firstOf(narrowed)] : others(narrowed, unlike))
            for (const more of [[], ...filed.map((each) => [each])])
              yield { inputs: new Map([...times, ...inputs, ...more]), profile };
      }
}

function* take<T>(all: Iterable<T>, most: number): Generator<T> {
  let count = 0;
  for (const each of all) {
    if (count++ >= most) return;
    yield each;
  }
}

function wishes(before: Rule | undefined, after: Rule | undefined): Goal[][] {
  const goals = (rule: Rule | undefined, want: boolean): Goal[] =>
    rule
      ? goalsOf(rule)
          .map((condition) => ({ rule, condition, want }))
          // What asks the most first: a duty that is done by its measure is owed too.
          .reverse()
      : [];
  const against = [true, false].flatMap((want) =>
    goals(before, want).flatMap((one) => goals(after, !want).map((other) => [one, other])),
  );
  const alone = [true, false].flatMap((want) => [...goals(before, want), ...goals(after, want)].map((goal) => [goal]));
  // Rules that differ in values alone hold of the same cases: it is their intervals that differ.
  const isByValue = before && documentOf(before) === 'unit' && meanTheSame(withoutDay(before), withoutDay(after));
  return isByValue ? alone : [...against, ...alone];
}

/** The terms or facts that two rules name and that do not mean the same in both. */
function namesUnlike(kind: 'term' | 'fact', before: Rule | undefined, after: Rule | undefined): string[] {
  if (!before || !after) return [];
  const [of, by] = [before, after].map((rule) => (name: string) => bare(definitionIn(rule, kind, name)));
  const names = [...new Set([before, after].flatMap((rule) => namesIn(rule, kind)))];
  return names.filter((name) => of?.(name) !== by?.(name));
}

/** Terms that do not mean the same, and those that rest on one. */
function termsToLookInto(rules: readonly Rule[], unlike: readonly string[]): ReadonlySet<string> {
  const found = new Set(unlike);
  // Grows as it is walked.
  for (const term of found)
    for (const rule of rules)
      for (const [name, definition] of Object.entries(rule.regulation.terms)) {
        const parts = conditionsOfTerm(definition).flatMap((part) => conditionsIn(part));
        if (parts.some((part) => 'term' in part && part.term === term)) found.add(name);
      }
  return found;
}

/** That of the bare text, and each that both have; these first where the rules differ in no more than values or duties. */
export function profilesIn({ before, after, regulations }: Both): (string | undefined)[] {
  const standard = policyWith(regulations.after, {}, undefined).profile;
  const shared = Object.keys(regulations.before.profiles).filter(
    (name) => name !== standard && regulations.after.profiles[name],
  );
  return meanTheSame(withoutDay(before), withoutDay(after)) ? [...shared, undefined] : [undefined, ...shared];
}

const withoutDay = (rule: Rule | undefined): Rule | undefined => rule && { ...rule, day: undefined };

/** Each input with the first of its values. */
const firstOf = (narrowed: Narrowed): Inputs =>
  new Map([...narrowed].flatMap(([input, [value]]) => (value === undefined ? [] : [[input, value]])));

/** The same; without what silence may mean another thing of; with another value of one. */
function* others(narrowed: Narrowed, unlike: readonly Input[]): Generator<Inputs> {
  const first = firstOf(narrowed);
  yield first;
  for (const input of unlike) if (first.has(input)) yield new Map([...first].filter(([each]) => each !== input));
  for (const [input, [, ...rest]] of narrowed) for (const value of rest) yield new Map([...first, [input, value]]);
}
