import { describe, expect, test } from 'vitest';
import { ruleIn } from '../../src/case/governing-law.js';
import type { IncidentCase } from '../../src/case/incident-case.js';
import { readOptions } from '../../src/case/options.js';
import { assessIncident, createPolicy, type Incident, type Policy, ZerenzhiError } from '../../src/index.js';
import { candidates, measuresIn } from '../../src/inquiry/candidates.js';
import { type Change, hypothesisOf, verdictsOf } from '../../src/inquiry/hypothesis.js';
import { interview, type Settlement, settle, whatIf } from '../../src/inquiry/index.js';
import type { Question } from '../../src/inquiry/questions.js';
import { changesFor } from '../../src/inquiry/reach.js';
import { nodesIn } from '../../src/logic/formula.js';
import { nameOf, type Value } from '../../src/logic/truth.js';
import { ASSUMING_WHAT_IS_OPEN, type Assumption, waysTo } from '../../src/logic/ways.js';
import { isMoment } from '../../src/model/time.js';
import { randomIncident, repaired, seeded } from '../support/incidents.js';
import { sized } from '../support/size.js';

const asOf = '2024-06-30';
const at = { occurredAt: '2024-05-06T08:00:00+08:00' };
const POLICIES: { [name: string]: Policy } = {
  'the bare text': createPolicy(),
  'terms with numbers': createPolicy({
    profile: 'national-analogy',
    terms: { 'timely-report': { hours: 1 }, 'prolonged-outage': { hours: 5 } },
  }),
};
const said = ({ sets }: Settlement) =>
  sets.map(({ outcome, answers }) => `${outcome}: ${answers.map(({ id, value }) => `${id}=${value}`).join(' & ')}`);

describe('what would settle it', () => {
  const leak: Incident = {
    ...at,
    leak: { occurred: true, 'own-persons': false, 'own-management': false, kinds: ['state-secret'] },
  };

  test('one reading is left: a ruling settles it, each way', () => {
    const settled = settle(leak, { asOf, provision: 'art9.p2.i3' });
    expect(said(settled)).toEqual([
      'met: art9.p2.i3.leak=any-loss',
      'unmet: art9.p2.i3.leak=own-management',
      'unmet: art9.p2.i3.leak=own-persons',
    ]);
    expect(settled.missing.map(({ kind, id, settledBy }) => `${kind} ${id} ${settledBy.id}`)).toEqual([
      'ruling art9.p2.i3.leak office',
    ]);
  });

  test('what is known and counts stays in sight; what does not count is left out', () => {
    const incident: Incident = { ...leak, attack: { tampered: true } };
    const known = (given: Incident) =>
      settle(given, { asOf, provision: 'art9.p2.i3' }).relevant.flatMap((input) =>
        input.known === undefined ? [] : [input.id],
      );
    expect(known(incident)).toEqual([
      'occurredAt',
      'concerned.part',
      'leak.occurred',
      'leak.own-persons',
      'leak.own-management',
      'leak.kinds',
    ]);
    // Each of two answers would do alone: neither vanishes.
    expect(known({ ...at, leak: { occurred: false, kinds: [] } })).toEqual([
      'occurredAt',
      'concerned.part',
      'leak.occurred',
      'leak.kinds',
    ]);
  });

  test('a finding settles a term; a fact settles two readings at once', () => {
    const incident: Incident = { ...at, leak: { occurred: true, kinds: ['personal-information'] } };
    expect(said(settle(incident, { asOf, provision: 'art9.p2.i3' }))).toEqual([
      'met: leak.own-persons=true & large-scale-personal-information=true',
      'met: large-scale-personal-information=true & art9.p2.i3.leak=any-loss',
      'met: leak.own-management=true & large-scale-personal-information=true & art9.p2.i3.leak=own-management',
      'unmet: large-scale-personal-information=false',
      'unmet: leak.own-persons=false & art9.p2.i3.leak=own-persons',
      'unmet: leak.own-persons=false & leak.own-management=false & art9.p2.i3.leak=own-management',
    ]);
  });

  test('one provision that is met settles that accountability is triggered; nothing is missing then', () => {
    const settled = settle({ ...leak, leak: { ...leak.leak, 'own-persons': true } }, { asOf });
    expect(settled).toMatchObject({ status: 'met', missing: [], sets: [], questions: [] });
  });

  test('what was asked and is not known is still missing, and not asked again', () => {
    const incident: Incident = { ...at, leak: { occurred: true, 'own-persons': null, kinds: ['state-secret'] } };
    const settled = settle(incident, { asOf, provision: 'art9.p2.i3' });
    expect(settled.missing.map(({ id, told }) => [id, told])).toEqual([
      ['leak.own-persons', 'unknown'],
      ['leak.own-management', undefined],
      ['art9.p2.i3.leak', undefined],
    ]);
    expect(settled.questions.map(({ id }) => id)).toEqual(['art9.p2.i3.leak', 'leak.own-management']);
  });

  test('a time tells on which side of its limit it has to lie', () => {
    const policy = createPolicy({
      terms: { 'timely-report': { hours: 6 } },
      rulings: { 'art9.p2.i1.clock': 'discovery' },
    });
    const { sets } = settle(
      {
        ...at,
        discoveredAt: '2024-05-06T08:00:00+08:00',
        report: { status: 'made' },
        handling: { status: 'none' },
        ...tampered,
      },
      { asOf, policy, provision: 'art9.p2.i1' },
    );
    expect(sets).toContainEqual({
      outcome: 'unmet',
      answers: [
        {
          kind: 'fact',
          id: 'report.at',
          value: '2024-05-06T14:00:00+08:00',
          range: { most: '2024-05-06T14:00:00+08:00' },
        },
        { kind: 'ruling', id: 'art9.p2.i1.negation', value: 'neither' },
      ],
    });
  });

  test('a number is told by its measure: below it, or from it on', () => {
    const policy = createPolicy({
      terms: { 'prolonged-outage': { hours: 5 } },
      rulings: { 'art9.p2.i2.conjunction': 'either', 'art2.units': 'alike' },
    });
    const incident: Incident = {
      ...at,
      target: { kind: 'website', capacities: ['managing'] },
      attack: { occurred: true },
      handling: { status: 'none' },
      findings: { 'major-impact': false },
    };
    const { sets } = settle(incident, { asOf, policy, provision: 'art9.p2.i2' });
    expect(sets.map(({ outcome, answers }) => [outcome, answers.map(({ id, range }) => [id, range])])).toEqual([
      ['met', [['outage.hours', { least: 5 }]]],
      ['unmet', [['outage.hours', { below: 5 }]]],
    ]);
  });

  test('what is known stays: with the report at 14:00, it is the discovery that was in time or not', () => {
    const policy = createPolicy({
      terms: { 'timely-report': { hours: 6 } },
      rulings: {
        'art9.p2.i1.clock': 'discovery',
        'art9.p2.i1.negation': 'not-both',
        'art9.p2.i1.timely-handling': 'report-only',
        'art9.p2.i1.addressee': 'office',
        'art2.units': 'alike',
      },
    });
    const incident: Incident = {
      ...at,
      ...tampered,
      report: { at: '2024-05-06T18:00:00+08:00' },
      handling: { status: 'made' },
    };
    const { sets } = settle(incident, { asOf, policy, provision: 'art9.p2.i1' });
    expect(sets.map(({ outcome, answers }) => [outcome, answers.map(({ id, range }) => [id, range])])).toEqual([
      ['met', [['discoveredAt', { below: '2024-05-06T12:00:00+08:00' }]]],
      ['unmet', [['discoveredAt', { least: '2024-05-06T12:00:00+08:00' }]]],
    ]);
  });

  test('the day of issue is told by the day of the incident', () => {
    const incident: Incident = {
      ...leak,
      occurredAt: '2019-05-01T08:00:00+08:00',
      leak: { ...leak.leak, 'own-persons': true },
    };
    const { sets } = settle(incident, { asOf, provision: 'art9.p2.i3' });
    expect(sets.map(({ outcome, answers }) => [outcome, answers.map(({ id, range }) => [id, range])])).toEqual([
      ['met', [['issue-date', { most: '2019-05-01' }]]],
      ['unmet', [['issue-date', { least: '2019-05-02' }]]],
    ]);
  });

  test('a ruling that was given is not overturned, and a time between two rulings is told as one', () => {
    const policy = createPolicy({
      rulings: {
        'art9.p2.i3.leak': [
          { reading: 'own-persons', from: '2020-01-01', until: '2023-12-31' },
          { reading: 'any-loss', from: '2024-01-01' },
        ],
      },
    });
    const { sets } = settle(
      { leak: { occurred: true, 'own-persons': false, 'own-management': false, kinds: ['state-secret'] } },
      { asOf, policy, provision: 'art9.p2.i3' },
    );
    const told = sets.map(({ outcome, answers }) => [outcome, answers.map(({ id, range }) => [id, range])]);
    expect(told).toContainEqual(['met', [['occurredAt', { least: '2024-01-01T00:00:00+08:00' }]]]);
    expect(told).toContainEqual([
      'unmet',
      [['occurredAt', { least: '2020-01-01T00:00:00+08:00', below: '2024-01-01T00:00:00+08:00' }]],
    ]);
    // The question can only be ruled upon for the time before the first ruling.
    const ruling = sets.filter(({ answers }) => answers.some(({ kind }) => kind === 'ruling'));
    for (const { answers } of ruling)
      expect(answers.map(({ range }) => range?.below)).toContain('2020-01-01T00:00:00+08:00');
  });

  test('an unknown provision is refused with the nearest name', () => {
    expect(() => settle({}, { provision: 'art9.p2.i33' as 'art9.p2.i3' })).toThrow(ZerenzhiError);
  });
});

const tampered: Incident = {
  maintenance: { causal: true },
  target: { kind: 'website', capacities: ['managing'] },
  attack: { tampered: true },
  content: { kinds: ['rumours'], spread: true },
  findings: { 'inadequate-maintenance': true },
};

describe.each(Object.entries(POLICIES))('on generated incidents, %s', (_, policy) => {
  test('a set of answers decides the outcome, and none of them can be spared', () => {
    const random = seeded(21);
    const seen = { met: 0, unmet: 0 };
    let ranged = 0;
    for (let run = 0; run < sized(15, 60); run++) {
      const { incident } = repaired(randomIncident(random), (given) => assessIncident(given, { policy, asOf }));
      const of = hypothesisOf(incident, readOptions({ policy, asOf }));
      for (const { provision, status } of assessIncident(incident, { policy, asOf }).findings) {
        const { sets } = settle(incident, { policy, asOf, provision });
        // What is undetermined can come out either way (law 2), so a set is found for each outcome.
        if (status === 'undetermined')
          expect(new Set(sets.map(({ outcome }) => outcome)), provision).toEqual(new Set(['met', 'unmet']));
        for (const { outcome, answers } of sets) {
          seen[outcome]++;
          const verdict = (changes: typeof answers) => {
            const incidentCase = of.with(changes);
            return incidentCase && verdictsOf(incidentCase, [provision])[0];
          };
          expect(verdict(answers)).toBe(outcome === 'met' ? 3 : 0);
          for (const spared of answers)
            expect(verdict(answers.filter((answer) => answer !== spared))).not.toBe(outcome === 'met' ? 3 : 0);
          // Anywhere within a range it comes out the same, unless it contradicts the rest; what is known is left as it is.
          for (const answer of answers) {
            const { kind, id } = answer;
            // Of a time that is known in part more may be told.
            const time = of.incident.times[of.rules.plan.index(id)];
            if (kind === 'fact' && (time === undefined || isMoment(time)))
              expect(known(of.incident.values[of.rules.plan.index(id)], of.rules.regulation.facts[id]?.pending)).toBe(
                false,
              );
            for (const value of within(answer)) {
              ranged++;
              expect(
                [undefined, outcome === 'met' ? 3 : 0],
                `${provision} ${outcome} ${JSON.stringify(answers)} ${value}`,
              ).toContain(verdict(answers.map((other) => (other === answer ? { ...answer, value } : other))));
            }
          }
        }
      }
    }
    expect(Math.min(seen.met, seen.unmet)).toBeGreaterThan(sized(10, 50));
    expect(ranged).toBeGreaterThan(sized(20, 100));
  });

  test('a counterfactual that is applied turns the finding, and nothing in it can be spared', () => {
    const random = seeded(22);
    const seen = { met: 0, unmet: 0, none: 0 };
    for (let run = 0; run < sized(60, 300); run++) {
      const { incident } = repaired(randomIncident(random), (given) => assessIncident(given, { policy, asOf }));
      const of = hypothesisOf(incident, readOptions({ policy, asOf }));
      for (const { provision, status } of assessIncident(incident, { policy, asOf }).findings) {
        const turned = whatIf(incident, provision, { policy, asOf });
        expect(turned === undefined).toBe(status === 'undetermined');
        if (!turned) continue;
        if (turned.sets.length === 0) seen.none++;
        for (const set of turned.sets) {
          seen[turned.turned]++;
          const verdict = (changes: typeof set) => {
            const incidentCase = of.with(changes);
            return incidentCase && verdictsOf(incidentCase, [provision])[0];
          };
          expect(verdict(set)).toBe(turned.turned === 'met' ? 3 : 0);
          for (const spared of set)
            expect(verdict(set.filter((change) => change !== spared))).not.toBe(turned.turned === 'met' ? 3 : 0);
        }
      }
    }
    expect(Math.min(seen.met, seen.unmet)).toBeGreaterThan(sized(20, 100));
    // Before the rules were in force, nothing that could have been otherwise turns anything.
    expect(seen.none).toBeGreaterThan(0);
  });
});

const known = (value: unknown, pending: string | undefined): boolean =>
  ![undefined, pending, 'alleged', 'none-alleged'].includes(value as string | undefined) &&
  // What is known in part may be told more closely.
  (typeof value !== 'object' || Array.isArray(value));

/** Values of a range: at its ends, and some way from them. */
function within({ range = {}, value }: Change): (string | number)[] {
  const HOUR = 3_600_000;
  const inside = (at: unknown, by: number) => (typeof at === 'number' ? at + by / 24 : at);
  const { least, above, most, below } = range;
  if (typeof value === 'string' && value.length === 10)
    return [least, most].filter((day) => day !== undefined) as string[];
  if (typeof value === 'number')
    return [least, most, inside(above, 0.1), inside(below, -0.1)].filter((number) => number !== undefined) as number[];
  const [low, high] = [least ?? above, most ?? below].map((at) =>
    at === undefined ? undefined : Date.parse(String(at)),
  );
  const moved = [
    ...(low === undefined
      ? []
      : [low + (above === undefined ? 0 : 1), low + HOUR, low + 50 * HOUR, low + 5_000 * HOUR]),
    ...(high === undefined
      ? []
      : [high - (below === undefined ? 0 : 1), high - HOUR, high - 50 * HOUR, high - 5_000 * HOUR]),
  ];
  return moved
    .filter((ms) => (low === undefined || ms >= low) && (high === undefined || ms <= high))
    .map((ms) => new Date(ms).toISOString());
}

test('item 1 would not apply had it been reported by 14:00', () => {
  const policy = createPolicy({
    terms: { 'timely-report': { hours: 6 } },
    rulings: {
      'art9.p2.i1.clock': 'discovery',
      'art9.p2.i1.negation': 'not-both',
      'art9.p2.i1.timely-handling': 'report-only',
      'art9.p2.i1.addressee': 'office',
      'art2.units': 'alike',
    },
  });
  const incident: Incident = {
    occurredAt: '2024-05-06T07:00:00+08:00',
    discoveredAt: '2024-05-06T08:00:00+08:00',
    ...tampered,
    report: { at: '2024-05-07T08:00:00+08:00' },
    handling: { status: 'made' },
  };
  const turned = whatIf(incident, 'art9.p2.i1', { policy, asOf });
  expect(turned).toMatchObject({ status: 'met', turned: 'unmet' });
  expect(turned?.sets).toContainEqual([
    {
      kind: 'fact',
      id: 'report.at',
      value: '2024-05-06T14:00:00+08:00',
      range: { most: '2024-05-06T14:00:00+08:00' },
      instead: '2024-05-07T08:00:00+08:00',
    },
  ]);
});

/** Whether an assumption rests on what a question asks for. */
function isAbout(assumption: Assumption, { id }: Question): boolean {
  if (assumption.on !== 'leaf') return assumption.on === 'epoch' && assumption.missing.includes(id);
  const { leaf } = assumption;
  if (leaf.kind === 'fact') return leaf.fact === id || (leaf.missing ?? []).includes(id);
  return leaf.kind === 'term' && leaf.term === id;
}

describe('an interview', () => {
  test('asks for the time first, on which every finding waits, and ends where no answer changes anything', () => {
    const { start, answer } = interview(createPolicy(), { asOf });
    let state = start();
    expect(state.question?.id).toBe('occurredAt');
    state = answer(state, 'occurredAt', '2018-05-06T08:00:00+08:00');
    // Before the year of issue the rules were not in force, whatever happened.
    expect(state).toMatchObject({ status: 'unmet', questions: [], beyond: [] });
  });

  test('what nobody knows is null, and not asked again; what was not asked is absent', () => {
    const { start, answer } = interview(createPolicy(), { asOf });
    const state = answer(start(at), 'leak.occurred', null);
    expect(state.incident).toEqual({ ...at, leak: { occurred: null } });
    expect(state.questions.map(({ id }) => id)).not.toContain('leak.occurred');
    expect(state.beyond.map(({ id }) => id)).toContain('leak.occurred');
  });

  test('each answer is judged like any incident: what contradicts the rest is refused, and the state stays', () => {
    const { start, answer } = interview(createPolicy(), { asOf });
    const state = start({ ...at, attack: { tampered: true } });
    expect(() => answer(state, 'attack.occurred', false)).toThrow(ZerenzhiError);
    expect(() => answer(state, 'attack.ocurred', false)).toThrow(ZerenzhiError);
    expect(state.incident).toEqual({ ...at, attack: { tampered: true } });
  });

  test('what it asks can change the outcome: it stands in a set of answers that decides a finding, and cannot be spared there', () => {
    const random = seeded(23);
    let asked = 0;
    let certain = 0;
    for (let run = 0; run < sized(4, 12); run++) {
      const { incident } = repaired(randomIncident(random), (given) => assessIncident(given, { asOf }));
      const { questions } = interview(createPolicy(), { asOf }).start(incident);
      const of = hypothesisOf(incident, readOptions({ asOf }));
      for (const question of questions) {
        asked++;
        const counts = question.provisions.some((provision) =>
          (['met', 'unmet'] as const).some((outcome) => {
            const reason = ruleIn(of.now, provision).reason(of.now.input);
            const measures = measuresIn([reason]);
            const ways = waysTo(outcome, reason, ASSUMING_WHAT_IS_OPEN, true);
            const reached = (incidentCase: IncidentCase | undefined) =>
              incidentCase !== undefined && nameOf(verdictsOf(incidentCase, [provision])[0] as Value) === outcome;
            const own = ways.filter((way) => [...way.values()].some((each) => isAbout(each, question)));
            if (
              changesFor(of, own, measures, reached, ways.length).some((set) =>
                set.some(({ id }) => id === question.id),
              )
            )
              return true;
            // Of the many ways only the shortest are told: an answer, or two, may stand for one in another set, none of
            // which can be spared.
            const others = questions.filter(({ provisions }) => provisions.includes(provision));
            const further = others.flatMap((other) => candidates(of, other, measures));
            return changesFor(of, ways, measures, reached, 2).some((set) =>
              set.some((spared) => {
                const rest = set.filter((each) => each !== spared);
                const without = new Set(further.filter((more) => reached(of.with([...rest, more]))));
                return candidates(of, question, measures).some(
                  (change) =>
                    reached(of.with([...rest, change])) ||
                    further.some((more) => !without.has(more) && reached(of.with([...rest, change, more]))),
                );
              }),
            );
          }),
        );
        // A phrase that stands in two limbs is read in each by itself: there more may be asked than can matter.
        const isReadTwice = question.provisions.some((provision) => {
          const nodes = [...nodesIn(ruleIn(of.now, provision).reason(of.now.input))];
          const read = nodes.flatMap((node) => (node.kind === 'question' ? [node.question] : []));
          return new Set(read).size < read.length;
        });
        if (counts) certain++;
        expect(counts || isReadTwice, question.id).toBe(true);
      }
    }
    expect(asked).toBeGreaterThan(sized(25, 100));
    expect(certain / asked).toBeGreaterThan(0.9);
  });

  test('to settle only whether accountability is triggered, it stops at the first provision that is met', () => {
    const { start } = interview(createPolicy(), { asOf, goal: 'status' });
    expect(start({ ...at, leak: { occurred: true, 'own-persons': true, kinds: ['state-secret'] } })).toMatchObject({
      status: 'met',
      questions: [],
    });
  });
});
