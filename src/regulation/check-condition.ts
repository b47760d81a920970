import { type Diagnostic, diagnostic, type InputCode } from '../diagnostics/diagnostics.js';
import { type Condition, OPERATORS, type Operator, parts, walk } from '../logic/condition.js';
import type { FactDefinition, QuestionDefinition, TermDefinition } from './schema.js';

/** What a condition may name, and the words it may quote. */
export interface Vocabulary {
  readonly facts: { readonly [id: string]: FactDefinition };
  readonly terms: { readonly [id: string]: TermDefinition };
  readonly questions: { readonly [id: string]: QuestionDefinition };
  readonly conditions: { readonly [id: string]: unknown };
  readonly optionsOf: (fact: FactDefinition) => readonly string[];
  /** Whether the words stand in the article; absent where a condition needs no quote (bearers, terms, profiles). */
  readonly quotable?: { readonly article: number; readonly has: (quote: string) => boolean };
  /** The thresholds a term declares; absent outside terms. */
  readonly thresholds?: readonly string[];
}

/** The kinds of condition by the key that makes them one, each with the others it may have. */
export const NODES: Record<string, readonly string[]> = {
  all: [],
  any: [],
  not: [],
  condition: [],
  fact: ['operator', 'value', 'threshold', 'quote'],
  term: ['quote'],
  question: ['readings', 'quote'],
};
const KINDS = Object.keys(NODES);

/** The faults of a condition: its shape, the names in it, the fit of its values, and its quotes. */
export function checkCondition(value: unknown, path: string, names: Vocabulary): Diagnostic[] {
  const faults: Diagnostic[] = [];
  visit(value, path, false);
  return faults;

  function fault(code: InputCode, at: string, details: Parameters<typeof diagnostic>[2]): void {
    faults.push(diagnostic(code, at, details));
  }

  function visit(input: unknown, at: string, quoted: boolean): void {
    const kinds = typeof input === 'object' && input !== null ? KINDS.filter((kind) => Object.hasOwn(input, kind)) : [];
    const kind = kinds[0];
    if (kind === undefined || kinds.length > 1)
      return fault('rule/not-a-condition', at, { value: input, expected: KINDS.join(', ') });
    const node = input as Record<string, unknown>;
    const allowed = [kind, ...(NODES[kind] as readonly string[])];
    for (const key of Object.keys(node))
      if (!allowed.includes(key)) fault('input/unknown-key', `${at}.${key}`, { value: key, among: allowed });

    if (kind === 'all' || kind === 'any') {
      const group = node[kind];
      if (!Array.isArray(group))
        return fault('input/invalid-type', `${at}.${kind}`, { value: group, expected: 'list' });
      if (group.length === 0) fault('rule/empty-group', at, { value: kind });
      group.forEach((part, i) => visit(part, `${at}.${kind}[${i}]`, quoted));
      return;
    }
    if (kind === 'not') return visit(node.not, `${at}.not`, quoted);

    const name = node[kind];
    if (typeof name !== 'string')
      return fault('input/invalid-type', `${at}.${kind}`, { value: name, expected: 'string' });
    const known = { condition: names.conditions, fact: names.facts, term: names.terms, question: names.questions }[
      kind
    ] as object;
    if (!Object.hasOwn(known, name))
      fault(`rule/unknown-${kind as 'condition' | 'fact' | 'term' | 'question'}`, `${at}.${kind}`, {
        value: name,
        among: Object.keys(known),
      });
    if (kind === 'condition') return;
    const words = checkQuote(node.quote, at, quoted);
    if (kind === 'question') checkReadings(node, name, at, words);
    if (kind === 'fact') checkLeaf(node, name, at);
  }

  function checkQuote(quote: unknown, at: string, quoted: boolean): boolean {
    const { quotable } = names;
    if (quote === undefined) {
      if (quotable && !quoted) fault('rule/missing-quote', at, {});
      return quoted;
    }
    if (typeof quote !== 'string' || quote === '')
      fault('input/invalid-type', `${at}.quote`, { value: quote, expected: 'string' });
    else if (quotable && !quotable.has(quote))
      fault('rule/quote-not-found', `${at}.quote`, { value: quote, expected: String(quotable.article) });
    return true;
  }

  function checkReadings(node: Record<string, unknown>, name: string, at: string, quoted: boolean): void {
    const { readings } = node;
    if (typeof readings !== 'object' || readings === null || Array.isArray(readings))
      return fault('input/invalid-type', `${at}.readings`, { value: readings, expected: 'mapping' });
    const declared = Object.keys(names.questions[name]?.readings ?? {});
    for (const reading of declared)
      if (!Object.hasOwn(readings, reading)) fault('rule/missing-reading', `${at}.readings`, { value: reading });
    for (const [reading, of] of Object.entries(readings)) {
      const inner = `${at}.readings.${reading}`;
      if (declared.length > 0 && !declared.includes(reading))
        fault('rule/unknown-reading', inner, { value: reading, among: declared });
      if (typeof of !== 'boolean') visit(of, inner, quoted);
    }
  }

  function checkLeaf(node: Record<string, unknown>, name: string, at: string): void {
    const { operator } = node;
    if (!OPERATORS.includes(operator as Operator))
      return fault('rule/unknown-operator', `${at}.operator`, { value: operator, among: OPERATORS });
    const fact = Object.hasOwn(names.facts, name) ? names.facts[name] : undefined;
    if ('threshold' in node === 'value' in node)
      return fault('rule/not-a-condition', at, { value: node, expected: 'value, threshold' });
    if ('threshold' in node) {
      if (!names.thresholds?.includes(String(node.threshold)))
        fault('rule/threshold-outside-term', `${at}.threshold`, {
          value: node.threshold,
          among: names.thresholds ?? [],
        });
    } else if (fact) checkValue(node.value, operator as Operator, fact, at);
  }

  function checkValue(value: unknown, operator: Operator, fact: FactDefinition, at: string): void {
    const fits = OPERATORS_OF[fact.type].includes(operator);
    if (!fits)
      return fault('rule/wrong-value', `${at}.operator`, {
        value: operator,
        expected: OPERATORS_OF[fact.type].join(', '),
      });
    const options = names.optionsOf(fact);
    const single = (part: unknown) =>
      fact.type === 'enum' || fact.type === 'set' ? options.includes(String(part)) : typeof part === fact.type;
    const list = LISTING.includes(operator);
    if (list ? !Array.isArray(value) || value.length === 0 : Array.isArray(value))
      return fault('rule/wrong-value', `${at}.value`, { value, expected: list ? 'list' : fact.type });
    for (const part of list ? (value as unknown[]) : [value])
      if (!single(part))
        fault('rule/wrong-value', `${at}.value`, {
          value: part,
          among: options,
          expected: options.join(', ') || fact.type,
        });
  }
}

/** Those that compare with a list. */
export const LISTING: readonly Operator[] = ['in', 'notIn'];
const ORDER: readonly Operator[] = ['lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive'];
const SAME: readonly Operator[] = ['equal', 'notEqual'];
/** What may be asked of a fact of each type. */
export const OPERATORS_OF: Record<FactDefinition['type'], readonly Operator[]> = {
  boolean: SAME,
  number: [...SAME, ...LISTING, ...ORDER],
  enum: [...SAME, ...LISTING],
  set: ['contains', 'doesNotContain'],
  instant: [],
};

/**
 * Names that stand in a condition both plainly and under an odd number of `not`: three-valued truth would not be exact
 * for them.
 */
export function mixedPolarity(
  condition: Condition,
  resolve: (name: string) => Condition | undefined,
  termCondition: (term: string) => Condition | undefined,
): string[] {
  const signs = new Map<string, Set<boolean>>();
  const mark = (name: string, sign: boolean) => signs.set(name, (signs.get(name) ?? new Set()).add(sign));
  const everything = walk(condition, true, (node, sign) => {
    const inside =
      'condition' in node ? [resolve(node.condition)] : 'term' in node ? [termCondition(node.term)] : parts(node);
    return inside.map((part) => [part, 'not' in node ? !sign : sign] as const);
  });
  for (const [node, sign] of everything) {
    if ('term' in node) mark(node.term, sign);
    if ('fact' in node) mark(node.fact, NEGATIVE.some((start) => node.operator.startsWith(start)) ? !sign : sign);
  }
  return [...signs].filter(([, seen]) => seen.size > 1).map(([name]) => name);
}

/** How the operators begin that hold the more, the less there is. */
const NEGATIVE = ['not', 'less', 'does'];
