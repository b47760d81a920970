import type { Organization } from '../../../src/index.js';
import { at, HOUR, momentOf, type Tree, valuationOf } from './case.js';
import {
  type Answer,
  ARTICLES,
  applies,
  calledUp,
  FACTS,
  type Law,
  lawBetween,
  type PolicyGiven,
  type Provision,
  performed,
  provisionsOf,
  TERMS,
  type Truth,
  termIn,
  termsIn,
  under,
  type Valuation,
} from './rules.js';

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
  const of = valuationOf({
    incident,
    unitId: incident.unit as string | undefined,
    systemId: incident.system as string | undefined,
    organization: given.organization,
    asOf,
    policy: given.policy,
  });
  const law = lawOfIncident(incident, asOf, given.policy);
  const accountability = provisionsOf('accountability');
  const provisions = Object.fromEntries(accountability.map(({ id }) => [id, applies(id, law, of)]));
  const duties = provisionsOf('duty').filter(calledUp);
  return {
    provisions,
    responses: Object.fromEntries(duties.map((duty) => [duty.id, readResponse(duty, law, of, incident, asOf)])),
    traces: tracesOf(
      accountability.filter(({ id }) => provisions[id]?.truth !== 'unmet'),
      law,
    ),
  };
}

function lawOfIncident(incident: Tree, asOf: number, policy: PolicyGiven): Law {
  const moment = (key: string) => (typeof incident[key] === 'string' ? Date.parse(incident[key]) : undefined);
  const occurred = moment('occurredAt');
  return lawBetween(occurred ?? Number.NEGATIVE_INFINITY, occurred ?? moment('discoveredAt') ?? asOf, policy);
}

/** Whom a consequence reaches may turn on readings that are not settled. */
function tracesOf(reaching: readonly Provision[], law: Law): { readonly [question: string]: readonly string[] } {
  const waiting: { [question: string]: string[] } = {};
  for (const { id, then } of reaching) {
    const consequence = ARTICLES.find(({ provisions }) => provisions.some((each) => each.id === id))?.consequences?.[
      then ?? ''
    ];
    for (const part of [consequence?.units, consequence?.trace])
      if (part && 'question' in part) {
        const [first, ...others] = law.map((state) => state.ruling(part.question));
        if (first === undefined || others.some((other) => other !== first))
          waiting[part.question] = [...(waiting[part.question] ?? []), id];
      }
  }
  return waiting;
}

function readResponse(duty: Provision, law: Law, of: Valuation, incident: Tree, asOf: number): ResponseRead {
  const required = applies(duty.id, law, of);
  const done = performed(duty.id, law, of);
  const whole =
    required.truth === 'met'
      ? { truth: done.truth, open: done.open, presumed: new Set([...required.presumed, ...done.presumed]) }
      : required;
  const { due, complete } = dueTimes(duty, law, incident);
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
      return complete && Object.values(due).every((moment) => moment >= asOf) ? 'awaiting' : 'undetermined';
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
): { due: { [reading: string]: number }; complete: boolean } {
  const [state] = law;
  const due: { [reading: string]: number } = {};
  let clocks = 0;
  // A limit that only says what is late does not say what is not.
  let sure = true;
  if (law.length !== 1 || !state) return { due, complete: false };
  for (const term of termsIn(duty.standard))
    for (const readings of under(TERMS[term]?.condition, 'readings') as Tree[]) {
      const ruling = state.ruling('art8.clock');
      for (const [reading, part] of Object.entries(readings)) {
        if (ruling !== undefined && ruling !== reading) continue;
        clocks++;
        const { fact, threshold } = part as { fact: string; threshold: string };
        const hours = state.measures(term)?.[threshold];
        const start = at(incident, FACTS[fact]?.derive?.hours.from ?? '');
        if (state.measures(term)?.settles === 'unmet') sure = false;
        if (typeof hours === 'number' && typeof start === 'string')
          due[ruling === undefined ? reading : ''] = Date.parse(start) + hours * HOUR;
      }
    }
  return { due, complete: sure && clocks > 0 && Object.keys(due).length === clocks };
}
