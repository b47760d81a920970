import { deepFreeze } from '../diagnostics/plain-data.js';
import { Decisions } from '../logic/decisions.js';
import { ruleOf } from '../logic/evaluate.js';
import { anyFormula, type Formula } from '../logic/formula.js';
import type { Rule } from '../logic/rule.js';
import { type Limb, limbsOf, nameOfTime, OF_INCIDENT, timeOfDuty } from '../regulation/governing.js';
import { callOf } from '../regulation/rhythm.js';
import type { GoverningTime } from '../regulation/schema.js';
import type { Law } from './law.js';
import type { LocatedProvision } from './standing.js';

/** The law of a time, as a case has it, or of all times. */
export type LawOf = (time: GoverningTime) => Law;

/** What the whole of a provision is made of: rules, each by the law of one time. */
type Whole =
  | { readonly id: string; readonly limb: number; readonly time: GoverningTime }
  | { readonly any: readonly Whole[] }
  | {
      readonly question: string;
      readonly readings: readonly (readonly [string, Whole])[];
    };

/** The rule of a provision, each limb of it by the law of its own time. */
export type GovernedRule = (id: string, lawOf: LawOf) => Rule;

/** The rules of provisions, each made once for the same laws. */
export function governedRules(located: readonly LocatedProvision[]): GovernedRule {
  const wholes = new Map(
    located.map((entry) => {
      const whole = wholeOf(entry);
      const times = new Map(timesOfWhole(whole).map((time) => [nameOfTime(time), time]));
      return [entry.provision.id, { whole, times: [...times.values()], made: {} as Made }];
    }),
  );
  return (id, lawOf) => {
    const { whole, times, made } = wholes.get(id) as NonNullable<ReturnType<typeof wholes.get>>;
    if ('id' in whole) return lawOf(whole.time).applies(whole.id, whole.limb);
    let at = made;
    for (const time of times) at = follow(at, lawOf(time));
    if (at.rule) return at.rule;
    // It shares its parts with the formulas of the laws, which are kept anyway.
    const formula = formulaOf(whole, lawOf);
    at.rule = ruleOf(
      () => new Decisions().verdict(formula),
      () => deepFreeze(formula),
    );
    return at.rule;
  };

  function formulaOf(whole: Whole, lawOf: LawOf): Formula {
    if ('id' in whole) return lawOf(whole.time).applies(whole.id, whole.limb).formula;
    if ('any' in whole) return anyFormula(whole.any.map((part) => formulaOf(part, lawOf)));
    const { question, readings } = whole;
    const ruling = lawOf(OF_INCIDENT).ruling(question);
    // It is about the whole provision: its truth is not that of the words that the question is about.
    return {
      kind: 'question',
      question,
      ...(ruling !== undefined && { ruling }),
      readings: Object.fromEntries(readings.map(([reading, part]) => [reading, formulaOf(part, lawOf)])),
    };
  }
}

function wholeOf(entry: LocatedProvision): Whole {
  const { provision, article } = entry;
  const { id } = provision;
  const follows = callOf(provision)?.follows;
  // What follows from provisions is owed where one of them is met, by the law of their times.
  if (follows !== undefined)
    return {
      any: article.provisions.flatMap((each) =>
        each.kind === 'accountability' && each.then === follows ? [wholeOf({ ...entry, provision: each })] : [],
      ),
    };
  if (provision.kind !== 'accountability') return { id, limb: 0, time: timeOfDuty(provision) };
  const wholes = limbsOf(provision).map((limb, i) => ofLimb(entry, limb, i));
  return wholes.length === 1 ? (wholes[0] as Whole) : { any: wholes };
}

function ofLimb(entry: LocatedProvision, { governedBy }: Limb, limb: number): Whole {
  const { id } = entry.provision;
  if (typeof governedBy === 'string' || !('question' in governedBy)) return { id, limb, time: governedBy };
  const readings = Object.entries(governedBy.readings).map(([reading, of]) => {
    const times = Array.isArray(of) ? of : [of];
    const wholes = times.map((time) => ({ id, limb, time }));
    return [reading, wholes.length === 1 ? (wholes[0] as Whole) : { any: wholes }] as const;
  });
  return { question: governedBy.question, readings };
}

/** The times whose laws tell the rules of a whole apart. */
function timesOfWhole(whole: Whole): GoverningTime[] {
  if ('id' in whole) return [whole.time];
  if ('any' in whole) return whole.any.flatMap(timesOfWhole);
  return [OF_INCIDENT, ...whole.readings.flatMap(([, part]) => timesOfWhole(part))];
}

/** Rules by the laws of their times, one after the other: the same law is one and the same object. */
interface Made {
  rule?: Rule;
  next?: Map<Law, Made>;
}

function follow(made: Made, law: Law): Made {
  made.next ??= new Map();
  const known = made.next.get(law);
  if (known) return known;
  const next: Made = {};
  made.next.set(law, next);
  return next;
}
