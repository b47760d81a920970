import fc from 'fast-check';
import { regulation } from '../../src/index.js';
import { type Condition, parts } from '../../src/logic/condition.js';
import type { FactValue } from '../../src/logic/operators.js';
import type { Valuation } from '../../src/logic/rule.js';
import { MET, OPEN } from '../../src/logic/truth.js';
import { epochsOf } from '../../src/policy/epochs.js';
import { type Law, lawOf } from '../../src/policy/law.js';
import { type LocatedProvision, locatedProvisions } from '../../src/policy/standing.js';
import { limbsOf } from '../../src/regulation/governing.js';
import { callOf, isOfBody } from '../../src/regulation/rhythm.js';
import type { Regulation } from '../../src/regulation/schema.js';
import { optionsOf } from '../../src/regulation/vocabulary.js';

/** What is settled of the law and known of a case, all of it possibly in part. */
export interface Setting {
  readonly values: { readonly [fact: string]: FactValue };
  readonly findings: { readonly [term: string]: boolean };
  readonly thresholds: { readonly [term: string]: { readonly [name: string]: number } };
  readonly rulings: { readonly [question: string]: string };
}

export interface Judgeable extends LocatedProvision {
  readonly name: string;
  readonly part: 'applies' | 'standard';
  readonly limb: number;
  readonly conditions: readonly Condition[];
}

/**
 * Everything in a regulation that can be met or not by the law of one time: each limb of a provision with its bearer's condition, and
 * each duty's standard. What follows from other provisions is met where one of them is.
 */
export const judgeable = (of: Regulation): Judgeable[] =>
  locatedProvisions(of).flatMap(({ provision, article, citation }): Judgeable[] => {
    // An incident calls upon a body whichever unit it concerns.
    const bearer =
      'bearer' in provision && provision.bearer !== undefined && !isOfBody(of, provision)
        ? of.bearers[provision.bearer]?.when
        : undefined;
    const standard = 'standard' in provision ? provision.standard : undefined;
    const whens =
      provision.kind === 'accountability'
        ? limbsOf(provision).map(({ when }) => when)
        : ['when' in provision ? provision.when : undefined];
    const entry = { provision, article, citation };
    const applying = callOf(provision)?.follows === undefined ? whens : [];
    return [
      ...applying.flatMap((when, limb): Judgeable[] => {
        const conditions = [bearer, when].filter((condition) => condition !== undefined);
        const name = limb === 0 ? provision.id : `${provision.id} limb ${limb + 1}`;
        return conditions.length > 0 ? [{ name, part: 'applies', limb, conditions, ...entry }] : [];
      }),
      ...(standard
        ? [{ name: `${provision.id} standard`, part: 'standard' as const, limb: 0, conditions: [standard], ...entry }]
        : []),
    ];
  });

/** The law in force at the end of time, as a setting settles it. */
export function lawFor(of: Regulation, { thresholds, rulings }: Setting): Law {
  const epochs = epochsOf({
    regulation: of,
    terms: Object.fromEntries(Object.entries(thresholds).map(([term, value]) => [term, [value]])),
    rulings: Object.fromEntries(Object.entries(rulings).map(([question, reading]) => [question, [{ reading }]])),
  });
  return lawOf(epochs.slice(-1));
}

export function ruleFor(of: Regulation, item: Judgeable, setting: Setting) {
  const law = lawFor(of, setting);
  return item.part === 'applies' ? law.applies(item.provision.id, item.limb) : law.standard(item.provision.id);
}

export function inputFor(of: Regulation, { values, findings }: Setting): Valuation {
  const names = Object.keys(of.facts);
  return {
    values: names.map((name) => values[name]),
    findings: Object.keys(of.terms).map((term) => findings[term]),
    presumed: () => false,
    follows: () => [],
    missing: (fact) => [names[fact] as string],
  };
}

/** The names a condition turns on, inside named conditions, terms and readings too. */
export function namesIn(of: Regulation, item: Judgeable): { facts: string[]; terms: string[]; questions: string[] } {
  const found = { facts: new Set<string>(), terms: new Set<string>(), questions: new Set<string>() };
  const visit = (condition: Condition | boolean | undefined): void => {
    if (condition === undefined || typeof condition === 'boolean') return;
    if ('condition' in condition) visit(item.article.conditions?.[condition.condition]);
    if ('fact' in condition) found.facts.add(condition.fact);
    if ('question' in condition) found.questions.add(condition.question);
    if ('term' in condition) {
      found.terms.add(condition.term);
      const { condition: measured, floors } = of.terms[condition.term] ?? {};
      for (const part of [measured, floors?.needs, floors?.suffices]) visit(part);
    }
    for (const part of parts(condition)) visit(part);
  };
  for (const condition of item.conditions) visit(condition);
  return { facts: [...found.facts], terms: [...found.terms], questions: [...found.questions] };
}

const NUMBERS = [0, 1, 2, 3, 4, 5];

/** Known values of a fact. */
export function domain(of: Regulation, fact: string): FactValue[] {
  const definition = of.facts[fact];
  const options = definition ? optionsOf(of, definition) : [];
  switch (definition?.type) {
    case 'boolean':
      return [true, false];
    case 'number':
      return NUMBERS;
    case 'enum':
      return options.filter((option) => option !== definition.pending);
    case 'set':
      return [[], ...options.map((option) => [option]), [...options]];
    default:
      return [];
  }
}

/** A full setting for what a provision turns on. */
export function fullSetting(of: Regulation, item: Judgeable): fc.Arbitrary<Setting> {
  const { facts, terms, questions } = namesIn(of, item);
  const record = <T>(names: readonly string[], arbitrary: (name: string) => fc.Arbitrary<T>) =>
    fc.record(Object.fromEntries(names.map((name) => [name, arbitrary(name)])));
  return fc
    .record({
      values: record(facts, (fact) => fc.constantFrom(...domain(of, fact))),
      findings: record(terms, () => fc.boolean()),
      thresholds: record(
        terms.filter((term) => of.terms[term]?.thresholds),
        (term) => record(Object.keys(of.terms[term]?.thresholds ?? {}), () => fc.constantFrom(...NUMBERS.slice(1, -1))),
      ),
      rulings: record(questions, (question) => fc.constantFrom(...Object.keys(of.questions[question]?.readings ?? {}))),
    })
    .chain((setting) => fc.subarray(Object.keys(setting.thresholds)).map((measured) => ({ ...setting, measured })))
    .map(
      ({ measured, ...setting }): Setting => ({
        values: consistent(of, setting.values),
        // A finding goes before a threshold, so a term has the one or the other: adding a finding to a threshold replaces it.
        findings: without(setting.findings, measured),
        thresholds: without(
          setting.thresholds,
          Object.keys(setting.findings).filter((term) => !measured.includes(term)),
        ),
        rulings: setting.rulings,
      }),
    )
    .filter((setting) => !contradictory(of, setting));
}

const without = <T>(record: { readonly [name: string]: T }, names: readonly string[]): { [name: string]: T } =>
  Object.fromEntries(Object.entries(record).filter(([name]) => !names.includes(name)));

/** A finding against facts that settle its term by any measure: refused as input, so no law speaks of it. */
function contradictory(of: Regulation, setting: Setting): boolean {
  const law = lawFor(of, { ...setting, thresholds: {} });
  const input = inputFor(of, { ...setting, findings: {} });
  return Object.entries(setting.findings).some(([term, found]) => {
    const truth = law.term(term).truth(input);
    return truth !== OPEN && (truth === MET) !== found;
  });
}

/** Discovery does not precede occurrence, so no clock that starts at discovery shows more hours than one that starts at occurrence. */
function consistent(of: Regulation, values: { [fact: string]: FactValue }): { [fact: string]: FactValue } {
  const pairs = Object.entries(of.facts).flatMap(([late, fact]) => {
    const start = fact.derive?.hours;
    const before = start && of.facts[start.from]?.notBefore;
    const early =
      before &&
      Object.keys(of.facts).find(
        (name) => of.facts[name]?.derive?.hours.from === before && of.facts[name]?.derive?.hours.to === start.to,
      );
    return early ? [[early, late] as const] : [];
  });
  const result = { ...values };
  for (const [early, late] of pairs) {
    const [a, b] = [result[early], result[late]];
    if (typeof a === 'number' && typeof b === 'number')
      [result[early], result[late]] = [Math.max(a, b), Math.min(a, b)];
  }
  return result;
}

/** A setting with part of its knowledge taken away: some facts absent, numbers and sets known only within bounds. */
export function lessThan(setting: Setting): fc.Arbitrary<Setting> {
  const keep = <T>(
    record: { readonly [name: string]: T },
    less: (value: T) => fc.Arbitrary<T | undefined>,
  ): fc.Arbitrary<{ [name: string]: T }> =>
    fc.record(Object.fromEntries(Object.entries(record).map(([name, value]) => [name, less(value)]))).map(
      (partial) =>
        Object.fromEntries(Object.entries(partial).filter(([, value]) => value !== undefined)) as {
          [name: string]: T;
        },
    );
  const whole = <T>(value: T) => fc.constantFrom<T | undefined>(value, undefined);
  return fc.record({
    values: keep(setting.values, (value) => fc.constantFrom<FactValue>(value, undefined, blurred(value))),
    findings: keep(setting.findings, whole),
    thresholds: fc.constant(setting.thresholds),
    rulings: keep(setting.rulings, whole),
  });
}

function blurred(value: FactValue): FactValue {
  if (typeof value === 'number') return { atLeast: Math.max(0, value - 1), atMost: value + 1 };
  if (Array.isArray(value)) return { has: value.slice(0, 1), lacks: [] };
  return undefined;
}

export const ITEMS = judgeable(regulation);
