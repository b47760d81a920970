import { addToDate } from '../../../regulation/dates.js';
import type { Regulation } from '../../../regulation/schema.js';
import { type Inputs, timesOn } from './document.js';
import { domainsOf, type Input } from './domains.js';
import { bare, conditionsOf, documentOf, goalsOf, type Rule } from './rule.js';
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

/** Inputs under which two rules may come out otherwise: what the one wants and the other does not, then what one wants. */
export function* candidates(both: Both): Generator<Candidate> {
  const { before, after, day } = both;
  const rules = [before, after].filter((rule) => rule !== undefined);
  const domains = domainsOf(rules);
  const unfolded = new Set(namesUnlike('term', before, after));
  const unlike = namesUnlike('fact', before, after).map((fact): Input => `fact:${fact}`);
  const times = timesOn(rules, day);
  // Of what a unit owes it may be on file that it was done, long ago or just now.
  const duty = rules.find((rule) => documentOf(rule) === 'unit');
  for (const goals of wishes(before, after))
    for (const profile of unfolded.size > 0 ? profilesIn(both) : [undefined])
      for (const narrowed of solutions(goals, { domains, unfolded, profile }))
        for (const inputs of chosen(narrowed, unlike)) {
          const all: Inputs = new Map([...times, ...inputs]);
          yield { inputs: all, profile };
          for (const on of duty ? [day, judgedOn(day)] : [])
            yield { inputs: new Map([...all, [`evidence:${duty?.provision.id}` as Input, on]]), profile };
        }
}

function wishes(before: Rule | undefined, after: Rule | undefined): Goal[][] {
  const goals = (rule: Rule | undefined, want: boolean): Goal[] =>
    rule ? goalsOf(rule).map((condition) => ({ rule, condition, want })) : [];
  const against = [true, false].flatMap((want) =>
    goals(before, want).flatMap((one) => goals(after, !want).map((other) => [one, other])),
  );
  const alone = [true, false].flatMap((want) => [...goals(before, want), ...goals(after, want)].map((goal) => [goal]));
  return [...against, ...alone];
}

/** The terms or facts that two rules name and that do not mean the same in both. */
function namesUnlike(kind: 'term' | 'fact', before: Rule | undefined, after: Rule | undefined): string[] {
  const definitions = (rule: Rule | undefined): Readonly<Record<string, object>> =>
    rule ? (kind === 'term' ? rule.regulation.terms : rule.regulation.facts) : {};
  const [of, by] = [definitions(before), definitions(after)];
  const named = [before, after].flatMap((rule) => (rule ? conditionsOf(rule) : []));
  const names = named.flatMap((each) => (each as { readonly [key in typeof kind]?: string })[kind] ?? []);
  return [...new Set(names)].filter((name) => of[name] && by[name] && bare(of[name]) !== bare(by[name]));
}

/** That of the bare text, and each that both regulations have. */
const profilesIn = ({ regulations: { before, after } }: Both): (string | undefined)[] => [
  undefined,
  ...Object.keys(before.profiles).filter((name) => Object.hasOwn(after.profiles, name)),
];

/** Each input with the first of its values; then without what silence may mean another thing of; then with another value. */
function* chosen(narrowed: Narrowed, unlike: readonly Input[]): Generator<Inputs> {
  const first: Inputs = new Map(
    [...narrowed].flatMap(([input, [value]]) => (value === undefined ? [] : [[input, value]])),
  );
  yield first;
  for (const input of unlike) if (first.has(input)) yield new Map([...first].filter(([each]) => each !== input));
  for (const [input, [, ...others]] of narrowed) for (const value of others) yield new Map([...first, [input, value]]);
}
