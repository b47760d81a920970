import type { Citation, Condition, FactCondition, QuestionCondition, TermCondition, ThresholdCondition } from './condition.js';
import { applyOperator, type FactValue } from './operators.js';
import type { Reason } from './reason.js';
import { agreement, MET, nameOf, not, OPEN, truthValue, UNMET, type Value } from './truth.js';

/** What a condition is evaluated on: values by fact index, a person's findings by term, and what was presumed. */
export interface Case {
  readonly values: readonly FactValue[];
  readonly findings: { readonly [term: string]: boolean | undefined };
  readonly presumed: ReadonlySet<number>;
  /** Inputs whose absence leaves a fact open. */
  missing(fact: number): readonly string[];
}

/** The law a condition is bound to: names resolved, thresholds and rulings as they stand at one time. */
export interface Scope {
  factIndex(fact: string): number;
  condition(name: string): Condition;
  termCondition(term: string): Condition | undefined;
  thresholds(term: string): { readonly [name: string]: number } | undefined;
  ruling(question: string): string | undefined;
  cite(quote: string): Citation | undefined;
}

/** A condition made ready to run. `truth` and `reason` use the same leaves, so a reason cannot differ from the verdict. */
export interface Rule {
  truth(input: Case): Value;
  reason(input: Case): Reason;
}

interface Context {
  readonly scope: Scope;
  readonly quote?: string | undefined;
  readonly term?: string;
}

export function compile(condition: Condition | boolean, scope: Scope): Rule {
  return node(condition, { scope });
}

function node(condition: Condition | boolean, context: Context): Rule {
  if (typeof condition === 'boolean') return literal(condition);
  if ('all' in condition) return group('all', condition.all, context);
  if ('any' in condition) return group('any', condition.any, context);
  if ('not' in condition) return negation(condition.not, context);
  if ('condition' in condition) return named(condition.condition, context);
  if ('term' in condition) return term(condition, context);
  if ('question' in condition) return question(condition, context);
  return leaf(condition, context);
}

function literal(value: boolean): Rule {
  return constant({ kind: 'literal', truth: value ? 'met' : 'unmet' });
}

function group(kind: 'all' | 'any', conditions: readonly Condition[], context: Context): Rule {
  return join(
    kind,
    conditions.map((part) => node(part, context)),
  );
}

/** Rules made one, with the truth of a group: `all` or `any` of them. */
export function join(kind: 'all' | 'any', rules: readonly Rule[]): Rule {
  if (rules.length === 1) return rules[0] as Rule;
  const decisive = kind === 'all' ? UNMET : MET;
  const neutral = kind === 'all' ? MET : UNMET;
  const truth = (input: Case): Value => {
    let result: Value = neutral;
    for (const rule of rules) {
      const value = rule.truth(input);
      if (value === decisive) return decisive;
      if (value === OPEN) result = OPEN;
    }
    return result;
  };
  return {
    truth,
    reason: (input) => ({ kind, truth: nameOf(truth(input)), of: rules.map((rule) => rule.reason(input)) }),
  };
}

/** The rule of one time or another: what all agree on; open, for want of `missing`, where they differ. */
export function agree(rules: readonly Rule[], missing: readonly string[]): Rule {
  if (rules.length === 1) return rules[0] as Rule;
  const truth = (input: Case) => agreement(rules.map((rule) => rule.truth(input)));
  return {
    truth,
    reason: (input) => ({ kind: 'epochs', truth: nameOf(truth(input)), missing, of: rules.map((rule) => rule.reason(input)) }),
  };
}

/** A rule whose outcome and reason are known beforehand. */
export const constant = (reason: Reason): Rule => ({ truth: () => truthValue(reason.truth), reason: () => reason });

function negation(condition: Condition, context: Context): Rule {
  const rule = node(condition, context);
  const truth = (input: Case) => not(rule.truth(input));
  return { truth, reason: (input) => ({ kind: 'not', truth: nameOf(truth(input)), of: rule.reason(input) }) };
}

function named(name: string, context: Context): Rule {
  const rule = node(context.scope.condition(name), context);
  return {
    truth: rule.truth,
    reason: (input) => {
      const of = rule.reason(input);
      return { kind: 'condition', truth: of.truth, name, of };
    },
  };
}

function leaf(condition: FactCondition | ThresholdCondition, context: Context): Rule {
  const { fact, operator } = condition;
  const { scope } = context;
  const index = scope.factIndex(fact);
  const expected = 'threshold' in condition ? scope.thresholds(context.term ?? '')?.[condition.threshold] : condition.value;
  const citation = cited(condition.quote, context);
  const truth = (input: Case) => applyOperator(operator, input.values[index], expected);
  return {
    truth,
    reason: (input) => {
      const value = truth(input);
      const actual = input.values[index];
      return {
        kind: 'fact',
        truth: nameOf(value),
        fact,
        operator,
        ...(expected !== undefined && { expected }),
        ...(actual !== undefined && { actual }),
        ...(input.presumed.has(index) && { presumed: true as const }),
        ...(value === OPEN && expected !== undefined && { missing: input.missing(index) }),
        ...citation,
      };
    },
  };
}

function term(condition: TermCondition, context: Context): Rule {
  const { scope } = context;
  const name = condition.term;
  const thresholds = scope.thresholds(name);
  const given = scope.termCondition(name);
  const pruned = given && thresholds ? withoutUnset(given, thresholds) : given;
  const rule = pruned && node(pruned, { scope, term: name, quote: condition.quote ?? context.quote });
  const citation = cited(condition.quote, context);
  const truth = (input: Case): Value => {
    const finding = input.findings[name];
    if (finding !== undefined) return finding ? MET : UNMET;
    return rule ? rule.truth(input) : OPEN;
  };
  return {
    truth,
    reason: (input) => {
      const by = input.findings[name] !== undefined ? ('finding' as const) : thresholds ? ('threshold' as const) : ('none' as const);
      return {
        kind: 'term',
        truth: nameOf(truth(input)),
        term: name,
        by,
        ...(by !== 'finding' && rule && { of: rule.reason(input) }),
        ...citation,
      };
    },
  };
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

function question(condition: QuestionCondition, context: Context): Rule {
  const quote = condition.quote ?? context.quote;
  const names = Object.keys(condition.readings);
  const rules = names.map((name) => node(condition.readings[name] as Condition | boolean, { ...context, quote }));
  const ruling = context.scope.ruling(condition.question);
  const chosen = ruling === undefined ? undefined : rules[names.indexOf(ruling)];
  const citation = cited(quote, context);
  const truth =
    chosen?.truth ??
    ((input: Case): Value => {
      const first = (rules[0] as Rule).truth(input);
      for (let i = 1; i < rules.length; i++) if ((rules[i] as Rule).truth(input) !== first) return OPEN;
      return first;
    });
  return {
    truth,
    reason: (input) => ({
      kind: 'question',
      truth: nameOf(truth(input)),
      question: condition.question,
      ...(ruling !== undefined && { ruling }),
      readings: Object.fromEntries(names.map((name, i) => [name, (rules[i] as Rule).reason(input)])),
      ...citation,
    }),
  };
}

/** A leaf without words of its own stands for those of the question or term around it. */
function cited(quote: string | undefined, context: Context): { citation?: Citation } {
  const words = quote ?? context.quote;
  const citation = words === undefined ? undefined : context.scope.cite(words);
  return citation ? { citation } : {};
}
