import type { Organization } from '../../../src/index.js';
import { at, HOUR, momentOf, type Tree, valuationOf } from './case.js';
import { hasPlace, namesIn, placesOf } from './places.js';
import {
  type Answer,
  ARTICLES,
  applies,
  BODIES,
  calledUp,
  FACTS,
  type Law,
  lawBetween,
  lawOfLasting,
  type PolicyGiven,
  type Provision,
  performed,
  provisionsOf,
  TERMS,
  type Time,
  type Truth,
  termIn,
  termsIn,
  under,
  type Valuation,
} from './rules.js';
import { isMoment, whenOf } from './times.js';

// What the second reader makes of an incident.

export interface IncidentRead {
  readonly provisions: { readonly [provision: string]: Answer };
  readonly responses: { readonly [provision: string]: ResponseRead };
  /** The questions that decide whom the provisions reach, with the provisions that wait for each. */
  readonly traces: { readonly [question: string]: readonly string[] };
}
export interface ResponseRead extends Answer {
  readonly status: string;
  /** By reading of the clock; under the empty name where one clock counts. */
  readonly due: { readonly [reading: string]: number };
}

export function readIncident(
  incident: Tree,
  given: { readonly organization?: Organization | undefined; readonly policy: PolicyGiven; readonly asOf: string },
): IncidentRead {
  const asOf = momentOf(given.asOf);
  const cases = casesOf(incident, given).map(({ said, unit, unitId, systemId }) => {
    const known = valuationOf({
      incident: said,
      unit,
      unitId,
      systemId,
      organization: given.organization,
      asOf,
      policy: given.policy,
    });
    const lawOfKnown = (time: Time) => lawOfTime(time, said, known, asOf, given.policy);
    const of = countingBreaches(known, lawOfKnown);
    const lawAt = (time: Time) => lawOfTime(time, said, of, asOf, given.policy);
    return { unitId, said, law: lawAt('occurredAt'), lawAt, of };
  });
  const accountability = provisionsOf('accountability');
  const provisions = Object.fromEntries(
    accountability.map(({ id }) => [id, ofAny(cases.map(({ lawAt, of }) => applies(id, lawAt, of)))]),
  );
  const duties = provisionsOf('duty').filter(calledUp);
  const units = [...new Set(cases.map(({ unitId }) => unitId))];
  // Where units are named or stand in a relation, nobody else owes anything.
  const owing = units.length > 1 ? units.filter((unit) => unit !== undefined) : units;
  const calling = (id: string) => {
    const truths = cases.map(({ lawAt, of }) => applies(id, lawAt, of).truth);
    const i = [truths.indexOf('met'), truths.indexOf('undetermined'), 0].find((at) => at >= 0) as number;
    return cases[i]?.unitId;
  };
  const responses = duties.flatMap((duty) =>
    // What a body owes for an incident it owes once: where any unit calls it up.
    (BODIES.includes(duty.bearer ?? '') ? [calling(duty.id)] : owing).map((unit) => {
      const own = cases.find(({ unitId }) => unitId === unit) as (typeof cases)[number];
      const isOfUnit = !BODIES.includes(duty.bearer ?? '');
      const name = cases.length > 1 && unit !== undefined && isOfUnit ? `${duty.id}@${unit}` : duty.id;
      return [name, readResponse(duty, own.lawAt, own.of, own.said, asOf)] as const;
    }),
  );
  return {
    provisions,
    responses: Object.fromEntries(responses),
    traces: tracesOf(
      accountability.filter(({ id }) => provisions[id]?.truth !== 'unmet'),
      cases[0]?.law ?? [],
    ),
  };
}

/** What is met of any unit is met; what that rests on, or waits for, is what the units do that decide it. */
function ofAny(answers: readonly Answer[]): Answer {
  const truths = answers.map(({ truth }) => truth);
  const truth = truths.includes('met') ? 'met' : truths.includes('undetermined') ? 'undetermined' : 'unmet';
  const telling = answers.filter((answer) => answer.truth === truth);
  return {
    truth,
    open: new Set(telling.flatMap(({ open }) => [...open])),
    presumed: new Set(telling.flatMap(({ presumed }) => [...presumed])),
  };
}

interface Part {
  readonly said: Tree;
  readonly unit: Tree;
  readonly unitId: string | undefined;
  readonly systemId: string | undefined;
}

/** Each unit by each system: those that are named, somebody if none of them surely had a part, and whoever may have had one. */
function casesOf(
  incident: Tree,
  { organization = {}, asOf }: { readonly organization?: Organization | undefined; readonly asOf: string },
): Part[] {
  const when = whenOf(incident, 'occurredAt', momentOf(asOf));
  const units = (incident.units ?? []) as Tree[];
  const systems = (incident.systems ?? []) as Tree[];
  const partOf = (unit: Tree) => ('part' in unit && unit.part !== undefined ? unit.part : true);
  const named = units.map((unit) => ({ ...unit, part: partOf(unit) }));
  const somebody = named.some(({ part }) => part === true) ? [] : [{ part: true }];
  const bodies: { readonly [body: string]: string | undefined } = organization.bodies ?? {};
  const related = systems.flatMap(({ id }) => {
    const record = organization.systems?.find((system) => system.id === id);
    const seat = (body: string) => bodies[body] ?? (body === 'office' ? bodies['technology-centre'] : undefined);
    const places = record ? Object.values(placesOf(record, seat)) : [];
    return places.flatMap((place) =>
      namesIn(place).filter((unit) => hasPlace(place, unit, organization.units, when) !== false),
    );
  });
  const candidates = [...new Set(related)].filter((id) => !units.some((unit) => unit.id === id)).map((id) => ({ id }));
  const all: Tree[] = [...named, ...somebody, ...candidates];
  return all.flatMap((unit) =>
    (systems.length === 0 ? [{}] : systems).map((system: Tree) => ({
      said: over(over(incident, system), unit),
      unit,
      unitId: unit.id as string | undefined,
      systemId: system.id as string | undefined,
    })),
  );
}

/** What is told of a number or a set in part is one value. */
const isPart = (value: object): boolean => ['atLeast', 'atMost', 'has', 'lacks'].some((key) => key in value);

/** One account over another: what the upper one says counts. */
function over(below: Tree, above: Tree): Tree {
  const merged: { [key: string]: unknown } = { ...below };
  for (const [key, value] of Object.entries(above)) {
    const inner = merged[key];
    const both = [value, inner].every(
      (each) => typeof each === 'object' && each !== null && !Array.isArray(each) && !isPart(each),
    );
    if (key !== 'id') merged[key] = both ? over(inner as Tree, value as Tree) : value;
  }
  return merged;
}

/**
 * What an incident calls upon a unit to do and it did not is a breach of a listed duty. If it may not have had to, it
 * cannot be presumed that nothing was breached.
 */
function countingBreaches(of: Valuation, lawAt: (time: Time) => Law): Valuation {
  const settled = new Map<string, boolean | undefined>();
  for (const [fact, { breachOf }] of Object.entries(FACTS)) {
    if (breachOf === undefined) continue;
    const undone = provisionsOf('duty').filter(
      (duty) =>
        duty.bearer === breachOf &&
        calledUp(duty) &&
        calledUp(duty)?.follows === undefined &&
        performed(duty.id, lawAt('occurredAt'), of).truth === 'unmet',
    );
    const owed = undone.map(({ id }) => applies(id, lawAt, of).truth);
    if (owed.includes('met')) settled.set(fact, true);
    else if (owed.includes('undetermined') && of.presumed(fact)) settled.set(fact, undefined);
  }
  return {
    ...of,
    value: (fact) => (settled.has(fact) ? settled.get(fact) : of.value(fact)),
    shown: (fact) => settled.get(fact) === true,
    presumed: (fact) => !settled.has(fact) && of.presumed(fact),
  };
}

/** The law of a time of its own; of what has none, that of the time it falls back to. */
function lawOfTime(time: Time, incident: Tree, of: Valuation, asOf: number, policy: PolicyGiven): Law {
  const isTold = (name: string) => at(incident, name) !== undefined && at(incident, name) !== null;
  const when = (name: string) => whenOf(incident, name, asOf);
  const lawOf = (name: string, untilItsEnd = true): Law => {
    const { low, high, end: ended } = when(name);
    const end = untilItsEnd && ended;
    const law = end ? lawOfLasting({ low, high }, end, policy) : lawBetween(low, high, policy);
    return Object.assign([...law], { ...(law.lasted && { lasted: law.lasted }), wanting: [`fact:${name}`] });
  };
  if (typeof time === 'string') {
    const { otherwise, timeOf } = FACTS[time] ?? {};
    // What the incident shows by itself is of its time.
    return timeOf !== undefined && of.shown?.(timeOf)
      ? lawOf('occurredAt')
      : lawOf(isTold(time) ? time : (otherwise ?? time));
  }
  if ('began' in time) return lawOf(time.began, false);
  const about = when(time.upTo);
  const isKnown = isTold(time.upTo) || about.high < asOf;
  // What came of it came at one moment: it was still undone then.
  if (isKnown && !about.end) return lawOf(time.upTo);
  // Left undone from one time until it was done, or until now.
  const [since, until] = [when(time.since), when(time.until)];
  const state = of.value(time.status);
  const isDone =
    state !== undefined && state === FACTS[time.status]?.implied?.find(({ by }) => by === time.until)?.value;
  const done = isDone
    ? { low: Math.max(since.low, until.low), high: until.high }
    : { low: state === undefined ? since.low : asOf, high: asOf };
  // And no longer than what it was about lasted.
  const notBefore = (moment: number) => Math.max(since.low, moment);
  const end = about.end
    ? { low: notBefore(Math.min(done.low, about.end.low)), high: notBefore(Math.min(done.high, about.end.high)) }
    : done;
  const law = lawOfLasting({ low: since.low, high: Math.min(since.high, end.high) }, end, policy);
  const wanting = [
    ...(isMoment(incident, time.since) ? [] : [`fact:${time.since}`]),
    ...(isDone && !isMoment(incident, time.until) ? [`fact:${time.until}`] : []),
    ...(state === undefined ? [`fact:${time.status}`] : []),
  ];
  return Object.assign([...law], { ...(law.lasted && { lasted: law.lasted }), wanting });
}

/** Whom a consequence reaches may turn on readings that are not settled. */
function tracesOf(reaching: readonly Provision[], law: Law): { readonly [question: string]: readonly string[] } {
  const waiting: { [question: string]: string[] } = {};
  for (const { id, then } of reaching) {
    const consequence = ARTICLES.find(({ provisions }) => provisions.some((each) => each.id === id))?.consequences?.[
      then ?? ''
    ];
    for (const part of [consequence?.trace])
      if (part && 'question' in part) {
        const [first, ...others] = law.map((state) => state.ruling(part.question));
        if (first === undefined || others.some((other) => other !== first))
          waiting[part.question] = [...(waiting[part.question] ?? []), id];
      }
  }
  return waiting;
}

function readResponse(
  duty: Provision,
  lawAt: (time: Time) => Law,
  of: Valuation,
  incident: Tree,
  asOf: number,
): ResponseRead {
  const law = lawAt('occurredAt');
  const required = applies(duty.id, lawAt, of);
  const done = performed(duty.id, law, of);
  const whole =
    required.truth === 'met'
      ? { truth: done.truth, open: done.open, presumed: new Set([...required.presumed, ...done.presumed]) }
      : required;
  const { due, early } = dueTimes(duty, law, incident, asOf);
  // What leaves the items open stands with the items.
  const stands = calledUp(duty)?.follows !== undefined && required.truth === 'undetermined';
  return { ...whole, ...(stands && { open: new Set<string>() }), status: status(), due };

  function status(): string {
    if (required.truth !== 'met') return required.truth === 'unmet' ? 'not-required' : 'undetermined';
    const state = of.value(calledUp(duty)?.status ?? '');
    if (state === 'none') return 'breached';
    const inTime = truthOfAll(termsIn(duty.standard).map((term) => termIn(term, law, of).truth));
    if (typeof state === 'object' && 'pending' in state) {
      if (inTime === 'unmet') return 'overdue';
      return early ? 'awaiting' : 'undetermined';
    }
    if (done.truth !== 'unmet') return done.truth === 'met' ? 'in-time' : 'undetermined';
    return inTime === 'unmet' && state !== undefined ? 'late' : 'breached';
  }
}

const truthOfAll = (truths: readonly Truth[]): Truth =>
  truths.includes('unmet') ? 'unmet' : truths.includes('undetermined') ? 'undetermined' : 'met';

function dueTimes(
  duty: Provision,
  law: Law,
  incident: Tree,
  asOf: number,
): { due: { [reading: string]: number }; early: boolean } {
  const [state] = law;
  const due: { [reading: string]: number } = {};
  let early = true;
  let clocks = 0;
  if (law.length !== 1 || !state) return { due, early: false };
  for (const term of termsIn(duty.standard))
    for (const readings of under(TERMS[term]?.condition, 'readings') as Tree[]) {
      const ruling = state.ruling('art8.clock');
      for (const [reading, part] of Object.entries(readings)) {
        if (ruling !== undefined && ruling !== reading) continue;
        clocks++;
        const { fact, threshold } = part as { fact: string; threshold: string };
        const hours = state.measures(term)?.[threshold];
        const { low, high } = whenOf(incident, FACTS[fact]?.derive?.hours.from ?? '', asOf);
        // A limit that only says what is late does not say what is not.
        if (state.measures(term)?.settles === 'unmet') early = false;
        if (typeof hours !== 'number' || low + hours * HOUR < asOf) early = false;
        if (typeof hours === 'number' && low === high) due[ruling === undefined ? reading : ''] = low + hours * HOUR;
      }
    }
  return { due, early: early && clocks > 0 };
}
