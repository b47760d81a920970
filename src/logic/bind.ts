import type {
  Citation,
  Condition,
  FactCondition,
  QuestionCondition,
  TermCondition,
  ThresholdCondition,
} from './condition.js';
import { type Formula, UNSETTLED } from './formula.js';
import { opposite, type Settled } from './truth.js';

/** The law a condition is bound to: what its names mean, and thresholds and rulings as they stand at one time. */
export interface Scope {
  factIndex(fact: string): number;
  termIndex(term: string): number;
  condition(name: string): Condition;
  termCondition(term: string): Condition | undefined;
  floors(term: string): Floors | undefined;
  thresholds(term: string): { readonly [name: string]: number } | undefined;
  /** The only side that a value of a term settles; of both there is nothing to say. */
  settles(term: string): Settled | undefined;
  ruling(question: string): string | undefined;
  cite(quote: string): Citation | undefined;
}

/** What holds of a vague word whatever measures it: what it needs at least, and what is enough for it anyway. */
export interface Floors {
  readonly needs?: Condition | undefined;
  readonly suffices?: Condition | undefined;
}

interface Context {
  readonly scope: Scope;
  readonly quote?: string | undefined;
  readonly term?: string;
  /** The only side that the thresholds settle. */
  readonly settles?: Settled | undefined;
}

/** A condition as what it means in the law of one time. */
export const formulaOf = (condition: Condition | boolean, scope: Scope): Formula => bind(condition, { scope });

function bind(condition: Condition | boolean, context: Context): Formula {
  if (typeof condition === 'boolean') return { kind: 'literal', truth: condition ? 'met' : 'unmet' };
  if ('all' in condition) return group('all', condition.all, context);
  if ('any' in condition) return group('any', condition.any, context);
  if ('not' in condition) return { kind: 'not', of: bind(condition.not, turned(context)) };
  if ('condition' in condition)
    return {
      kind: 'condition',
      name: condition.condition,
      of: bind(context.scope.condition(condition.condition), context),
    };
  if ('term' in condition) return term(condition, context);
  if ('question' in condition) return question(condition, context);
  return leaf(condition, context);
}

const group = (kind: 'all' | 'any', conditions: readonly Condition[], context: Context): Formula => {
  const of = conditions.map((part) => bind(part, context));
  return of.length === 1 ? (of[0] as Formula) : { kind, of };
};

function leaf(condition: FactCondition | ThresholdCondition, context: Context): Formula {
  const { fact, operator } = condition;
  const { scope } = context;
  const expected =
    'threshold' in condition ? scope.thresholds(context.term ?? '')?.[condition.threshold] : condition.value;
  const bound: Formula = {
    kind: 'fact',
    fact,
    index: scope.factIndex(fact),
    operator,
    ...(expected !== undefined && { expected }),
    ...cited(condition.quote, context),
  };
  return 'threshold' in condition && context.settles ? oneSided(bound, context.settles) : bound;
}

/** A measure of which only one outcome says something; the other leaves the term open. */
const oneSided = (measure: Formula, settles: Settled): Formula => ({
  kind: settles === 'met' ? 'any' : 'all',
  of: [measure, UNSETTLED],
});

const turned = ({ settles, ...context }: Context): Context =>
  settles === undefined ? context : { ...context, settles: opposite(settles) };

function term(condition: TermCondition, context: Context): Formula {
  const { scope } = context;
  const name = condition.term;
  const thresholds = scope.thresholds(name);
  const given = scope.termCondition(name);
  const pruned = given && thresholds ? withoutUnset(given, thresholds) : given;
  const settles = scope.settles(name);
  const inner: Context = { scope, term: name, quote: condition.quote ?? context.quote, settles };
  const of = floored(pruned && bind(pruned, inner), inner, thresholds !== undefined && settles !== 'met');
  return {
    kind: 'term',
    term: name,
    index: scope.termIndex(name),
    measured: thresholds !== undefined,
    ...(settles !== undefined && { settles }),
    ...(of && { of }),
    ...cited(condition.quote, context),
  };
}

/**
 * What facts alone settle of a term, whatever value it is given and whatever a person finds: by its floors, and by what
 * its condition asks for beside a measure.
 */
export function settledFormula(name: string, scope: Scope): Formula | undefined {
  const inner: Context = { scope: { ...scope, thresholds: () => undefined }, term: name };
  const given = scope.termCondition(name);
  return floored(given && bind(given, inner), inner, false);
}

/**
 * What measures a term between its floors; without a measure it is open there. A value of the word itself goes before
 * another word that implies it (`measured`).
 */
function floored(measure: Formula | undefined, context: Context, measured: boolean): Formula | undefined {
  const { needs, suffices } = context.scope.floors(context.term ?? '') ?? {};
  const enough = suffices && measured && 'term' in suffices ? undefined : suffices;
  if (!needs && !enough) return measure;
  // Inside its floors a term's own threshold has no place.
  const inner: Context = { scope: context.scope, quote: context.quote };
  const floor = (condition: Condition): Formula => ({ kind: 'floor', of: bind(condition, inner) });
  const above = measure ?? UNSETTLED;
  const within: Formula = needs ? { kind: 'all', of: [floor(needs), above] } : above;
  return enough ? { kind: 'any', of: [floor(enough), within] } : within;
}

/** A value may fix only some of a term's measures: the others then play no part. */
function withoutUnset(condition: Condition, thresholds: { readonly [name: string]: number }): Condition | undefined {
  if ('threshold' in condition) return condition.threshold in thresholds ? condition : undefined;
  if ('any' in condition || 'all' in condition) {
    const key = 'any' in condition ? 'any' : 'all';
    const list = 'any' in condition ? condition.any : condition.all;
    const kept = list.map((part) => withoutUnset(part, thresholds)).filter((part) => part !== undefined);
    return kept.length === 0 ? undefined : key === 'any' ? { any: kept } : { all: kept };
  }
  return condition;
}

function question(condition: QuestionCondition, context: Context): Formula {
  const quote = condition.quote ?? context.quote;
  const ruling = context.scope.ruling(condition.question);
  const readings = Object.fromEntries(
    Object.entries(condition.readings).map(([name, reading]) => [name, bind(reading, { ...context, quote })]),
  );
  return {
    kind: 'question',
    question: condition.question,
    ...(ruling !== undefined && { ruling }),
    readings,
    ...cited(quote, context),
  };
}

/** A leaf without words of its own stands for those of the question or term around it. */
function cited(quote: string | undefined, context: Context): { citation?: Citation } {
  const words = quote ?? context.quote;
  const citation = words === undefined ? undefined : context.scope.cite(words);
  return citation ? { citation } : {};
}
