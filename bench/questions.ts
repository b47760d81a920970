// How many questions it takes to settle an incident: node --import tsx bench/questions.ts
import { readdirSync } from 'node:fs';
import { assessIncident, createPolicy, type Incident, type Organization, regulation } from '../src/index.js';
import { type InterviewState, interview, type Question } from '../src/report/index.js';
import { readYaml } from '../test/support/fixtures.js';
import { nested, randomIncident, repaired, seeded } from '../test/support/incidents.js';

// The shipped cases, each completed in several ways at random: what the case tells stays, the rest is made up, and the person who is asked
// knows all of it. Every question of reading is ruled upon, so that facts and findings settle everything.

const COMPLETIONS = 5;
const ASOF = '2026-06-30';
const organization = readYaml<Organization>('fixtures/organizations/university.yaml');
const policy = createPolicy({
  issueDate: '2019-10-30',
  rulings: Object.fromEntries(Object.entries(regulation.questions).map(([id, { readings }]) => [id, Object.keys(readings)[0] as string])),
});
const order = [...Object.keys(regulation.facts), ...Object.keys(regulation.terms)];

type Strategy = (state: InterviewState) => Question | undefined;
const STRATEGIES: { readonly [name: string]: Strategy } = {
  'next best question': ({ question }) => question,
  'in the order of the file, only what still counts': ({ questions }) => [...questions].sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id))[0],
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
  const made = flat({ occurredAt: '2024-05-06T08:00:00+08:00', ...(randomIncident(random) as object), findings } as Incident);
  const whole = nested(new Map([...made, ...stated]));
  return repaired(whole, (incident) => assessIncident(incident, { policy, organization, asOf: ASOF })).incident;
}

function flat(incident: Incident): Map<string, unknown> {
  const values = new Map<string, unknown>();
  const visit = (of: object, path: string): void => {
    for (const [key, value] of Object.entries(of)) {
      const name = path === '' ? key : `${path}.${key}`;
      if (typeof value === 'object' && value !== null && !Array.isArray(value)) visit(value as object, name);
      else values.set(name, value);
    }
  };
  visit(incident, '');
  return values;
}

/** What the person knows, or null. */
function answerOf(whole: Incident, { kind, id }: Question): never {
  const values = flat(whole);
  return (values.get(kind === 'term' ? `findings.${id}` : id) ?? null) as never;
}

function count(next: Strategy, start: Incident, whole: Incident, goal: Questions['goal']): number {
  const { start: begin, answer } = interview(policy, { organization, asOf: ASOF, goal });
  let state = begin(start);
  for (let asked = 0; ; asked++) {
    const question = next(state);
    if (!question) return asked;
    state = answer(state, question.id, answerOf(whole, question));
  }
}

const results: Questions[] = [];
for (const goal of ['findings', 'status'] as const)
  for (const from of ['nothing', 'the case as told'] as const) {
    const asked = Object.entries(STRATEGIES).map(([name, next]): [string, number] => {
      const counts = cases.map(({ told, whole }) => count(next, from === 'nothing' ? subjectOf(told) : told, whole, goal));
      return [name, counts.reduce((sum, each) => sum + each, 0) / counts.length];
    });
    results.push({ goal, from, asked: Object.fromEntries(asked) });
  }
console.log(JSON.stringify(results));

/** The unit and the system alone, which nobody has to be asked for. */
function subjectOf({ unit, system }: Incident): Incident {
  return { ...(unit != null && { unit }), ...(system != null && { system }) };
}
