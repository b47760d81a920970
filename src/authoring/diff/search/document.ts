import { stated } from '../../../record/inputs.js';
import { FORMAT } from '../../../regulation/basic-schemas.js';
import { HOUR_MS, localInstant, startOfDay } from '../../../regulation/dates.js';
import { OF_INCIDENT, timesOf } from '../../../regulation/governing.js';
import type { Regulation } from '../../../regulation/schema.js';
import type { Input, InputValue } from './domains.js';
import { documentOf, type Rule } from './rule.js';

/** What a case is made of: each input with one value. */
export type Inputs = ReadonlyMap<Input, InputValue>;

/** A case as a document, with the rulings that it is assessed by. */
export interface Written {
  readonly value: { readonly [key: string]: unknown };
  readonly rulings: { readonly [question: string]: string };
}

/** The first moment of work on a day. */
const MORNING = 8;
export const morning = (day: string): string => localInstant(startOfDay(day) + MORNING * HOUR_MS);

/**
 * When an incident occurred, and the times by which rules are governed, all on one day: of an undated act it would be
 * open which law it falls under.
 */
export function timesOn(rules: readonly Rule[], day: string): Inputs {
  const governing = rules.flatMap(({ provision, regulation }) =>
    timesOf(provision).flatMap((time) => {
      const fact = typeof time === 'string' ? time : 'began' in time ? time.began : OF_INCIDENT;
      return regulation.facts[fact]?.type === 'instant' ? [fact] : [];
    }),
  );
  const facts = rules.some((rule) => documentOf(rule) === 'incident') ? [OF_INCIDENT, ...governing] : [];
  return new Map(facts.map((fact) => [`fact:${fact}`, morning(day)]));
}

/**
 * Inputs as a document of one unit and one system, without what a regulation does not know; nothing where times do not
 * fit each other.
 */
export function written(inputs: Inputs, regulation: Regulation, rule: Rule): Written | undefined {
  const facts = dated(inputs, regulation);
  if (!facts) return undefined;
  const all = [...facts].flatMap(([input, value]) => {
    const [kind, id] = parted(input);
    return kind === 'fact' || kind === 'term' ? [{ kind, id, value }] : [];
  });
  const of = (owner: string) => all.filter(({ kind, id }) => kind === 'fact' && regulation.facts[id]?.of === owner);
  const said = (given: readonly (typeof all)[number][]) => stated(given, regulation);
  const system = said(of('system'));
  const isIncident = documentOf(rule) === 'incident';
  const unit = said(isIncident ? [...of('unit'), ...of('concerned')] : of('unit'));
  const terms = all.filter(({ kind }) => kind === 'term');
  const rest = said(isIncident ? [...of('incident'), ...terms] : terms);
  const rulings = [...inputs].flatMap(([input, reading]): [string, string][] => {
    const [kind, id] = parted(input);
    const readings = kind === 'question' ? regulation.questions[id]?.readings : undefined;
    return readings && Object.hasOwn(readings, String(reading)) ? [[id, String(reading)]] : [];
  });
  const incident = { ...rest, ...(hasAny(unit) && { units: [unit] }), ...(hasAny(system) && { systems: [system] }) };
  const value = isIncident ? incident : { ...unit, ...rest, ...ofUnit(facts, rule, system) };
  return { value: { format: FORMAT, ...value }, rulings: Object.fromEntries(rulings) };
}

const hasAny = (record: object): boolean => Object.keys(record).length > 0;

/** The system of a unit's file, and that the duty was done. */
function ofUnit(inputs: Inputs, { provision }: Rule, system: object) {
  const isOfSystem = provision.kind === 'duty' && provision.per === 'system';
  const evidence = [...inputs].flatMap(([input, on]) => {
    const [kind, obligation] = parted(input);
    return kind === 'evidence' ? [{ obligation, ...(isOfSystem && { system: SYSTEM }), on }] : [];
  });
  return {
    ...((isOfSystem || hasAny(system)) && { systems: [{ id: SYSTEM, ...system }] }),
    ...(evidence.length > 0 && { evidence }),
  };
}
const SYSTEM = 's-1';

const parted = (input: Input): ['fact' | 'term' | 'question' | 'evidence', string] => {
  const [kind = '', ...id] = input.split(':');
  return [kind as 'fact', id.join(':')];
};

/** Whether a regulation has what an input is named after. */
function knows({ facts, terms, questions, articles }: Regulation, input: Input): boolean {
  const [kind, id] = parted(input);
  if (kind === 'evidence') return articles.some(({ provisions }) => provisions.some((each) => each.id === id));
  return Object.hasOwn({ fact: facts, term: terms, question: questions }[kind], id);
}

/** Inputs that a regulation knows, with hours written as the times that they are between. */
function dated(inputs: Inputs, regulation: Regulation): Inputs | undefined {
  const { facts } = regulation;
  const known = [...inputs].filter(([input]) => knows(regulation, input));
  const result = new Map(known.filter(([input]) => !facts[parted(input)[1]]?.derive));
  const base = inputs.get(`fact:${OF_INCIDENT}`) as string;
  // Counted from when it occurred before all else: that is given.
  const hours = known
    .flatMap(([input, value]) => {
      const clock = facts[parted(input)[1]]?.derive?.hours;
      return clock
        ? [{ from: `fact:${clock.from}` as Input, to: `fact:${clock.to}` as Input, ms: Number(value) * HOUR_MS }]
        : [];
    })
    .sort((a, b) => Number(result.has(b.from)) - Number(result.has(a.from)));
  for (const { from, to, ms } of hours) {
    const [start, end] = [result.get(from), result.get(to)].map((time) => time && Date.parse(String(time)));
    if (start && end && start + ms !== end) return undefined;
    if (end && !start) result.set(from, localInstant(end - ms));
    if (end) continue;
    result.set(from, localInstant(start || Date.parse(base)));
    result.set(to, localInstant((start || Date.parse(base)) + ms));
  }
  return result;
}

/** Names in a case that a regulation does not know. */
export const unknownIn = (inputs: Inputs, regulation: Regulation): string[] =>
  [...inputs.keys()].filter((input) => !knows(regulation, input)).map((input) => parted(input)[1]);
