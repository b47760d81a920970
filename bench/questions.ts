// How many questions it takes to settle an incident: node .bench/questions.js

import { readdirSync } from 'node:fs';
import {
  assessIncident,
  createPolicy,
  type Incident,
  type Organization,
  regulation,
  ZerenzhiError,
} from '../src/index.js';
import { type InterviewState, interview } from '../src/inquiry/index.js';
import { incidentFacts } from '../src/model/record-path.js';
import { readTime } from '../src/model/time.js';
import { HOUR_MS, localInstant } from '../src/regulation/dates.js';
import { readYaml } from '../test/support/fixtures.js';
import { nested, randomIncident, repaired, seeded } from '../test/support/incidents.js';

// The shipped cases, each completed in several ways at random: what the case tells stays, the rest is made up, and the
// person who is asked knows all of it. Every question of reading is ruled upon, so that facts and findings settle everything.

const COMPLETIONS = 10;
const ASOF = '2026-06-30';
const organization = readYaml<Organization>('fixtures/organizations/university.yaml');
const policy = createPolicy({
  issueDate: '2019-10-30',
  rulings: Object.fromEntries(
    Object.entries(regulation.questions).map(([id, { readings }]) => [id, Object.keys(readings)[0] as string]),
  ),
});
const asking = incidentFacts(regulation);
const order = [...asking.map(([id]) => id), ...Object.keys(regulation.terms)];

/** The name of what to ask; nothing once no answer counts any more. */
type Strategy = (state: InterviewState, asked: ReadonlySet<string>) => string | undefined;
const STRATEGIES: { readonly [name: string]: Strategy } = {
  'the next best question': ({ question }) => question?.id,
  'in the order of the file, what still counts': ({ questions }) =>
    order.find((id) => questions.some((question) => question.id === id)),
  'in the order of the file, whether it counts or not': ({ question }, asked) =>
    question ? order.find((id) => !asked.has(id)) : undefined,
};

export interface Questions {
  readonly goal: 'findings' | 'status';
  readonly from: 'nothing' | 'the case as told';
  /** Average number of questions, by strategy. */
  readonly asked: { readonly [strategy: string]: number };
}

const random = seeded(4);
const cases = readdirSync('fixtures/incidents')
  .sort()
  .flatMap((file) => {
    const told = readYaml<Incident>(`fixtures/incidents/${file}`);
    return Array.from({ length: COMPLETIONS }, () => ({ told, whole: completed(told) }));
  });

/** The case with everything known; what was told goes before what is made up. */
function completed(told: Incident): Incident {
  const stated = flat(told);
  const findings = Object.fromEntries(Object.keys(regulation.terms).map((term) => [term, random() < 0.5]));
  const made = flat({ ...(randomIncident(random) as object), findings } as Incident);
  const occurred = momentIn(stated.get('occurredAt'));
  const discovered = momentIn(stated.get('discoveredAt')) ?? (occurred ?? Date.parse(DISCOVERED)) + HOUR_MS;
  // Times in the order of the file, as moments within what the case tells of them: an hour before the discovery, and some
  // hours after it.
  let last = discovered;
  for (const [name, { type, of }] of Object.entries(regulation.facts))
    if (type === 'instant' && of === 'incident') {
      last += Math.ceil(random() * 4) * HOUR_MS;
      made.set(name, localInstant(last));
    }
  stated
    .set('occurredAt', localInstant(Math.min(occurred ?? discovered, discovered - HOUR_MS)))
    .set('discoveredAt', localInstant(discovered));
  const known = [...made, ...stated].map(([name, value]) => [name, wholly(value)] as const);
  return repaired(nested(new Map(known)), (incident) => assessIncident(incident, { policy, organization, asOf: ASOF }))
    .incident;
}

/** Of what is known in part, or only alleged, one way in which it may be. */
function wholly(value: unknown): unknown {
  if (value === 'alleged' || value === 'none-alleged') return random() < 0.5;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const { has, lacks, atLeast, atMost } = value as { readonly [part: string]: unknown };
  return has ?? (lacks ? [] : (atLeast ?? atMost ?? value));
}

const DISCOVERED = '2024-05-06T10:00:00+08:00';

/** A moment in a time that was told. */
function momentIn(written: unknown): number | undefined {
  const read = written === undefined ? undefined : readTime(written, 'lasting');
  if (!read || 'faults' in read) return undefined;
  const { from, until } = read.time;
  return Number.isFinite(until) ? until : from;
}

function flat(incident: Incident): Map<string, unknown> {
  const values = new Map<string, unknown>();
  const visit = (of: object, path: string): void => {
    for (const [key, value] of Object.entries(of)) {
      const name = path === '' ? key : `${path}.${key}`;
      const isWhole = Object.hasOwn(regulation.facts, name) || typeof value !== 'object' || Array.isArray(value);
      if (isWhole || value === null) values.set(name, value);
      else visit(value, name);
    }
  };
  visit(incident, '');
  return values;
}

function count(next: Strategy, start: Incident, whole: Incident, goal: Questions['goal']): number {
  const { start: begin, answer } = interview(policy, { organization, asOf: ASOF, goal });
  const known = flat(whole);
  const asked = new Set([...flat(start).keys()].map((name) => name.replace(/^findings\./, '')));
  let state = begin(start);
  for (let count = 0; ; count++) {
    const id = next(state, asked);
    if (id === undefined) return count;
    asked.add(id);
    const value = known.get(Object.hasOwn(regulation.terms, id) ? `findings.${id}` : id) ?? null;
    try {
      state = answer(state, id, value as never);
    } catch (error) {
      // What was made up may contradict what the case tells: then nobody knows.
      if (!(error instanceof ZerenzhiError)) throw error;
      state = answer(state, id, null as never);
    }
  }
}

const results: Questions[] = [];
for (const goal of ['findings', 'status'] as const)
  for (const from of ['nothing', 'the case as told'] as const) {
    const asked = Object.entries(STRATEGIES).map(([name, next]): [string, number] => {
      const counts = cases.map(({ told, whole }) =>
        count(next, from === 'nothing' ? subjectOf(told) : told, whole, goal),
      );
      return [name, counts.reduce((sum, each) => sum + each, 0) / counts.length];
    });
    results.push({ goal, from, asked: Object.fromEntries(asked) });
  }
console.log(JSON.stringify(results));

/** The units and the systems alone, which nobody has to be asked for. */
function subjectOf({ units, systems }: Incident): Incident {
  return { ...(units != null && { units }), ...(systems != null && { systems }) };
}
