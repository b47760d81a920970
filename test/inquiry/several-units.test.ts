import { describe, expect, test } from 'vitest';
import { assessIncident, createPolicy, findingOf, type Incident, ZerenzhiError } from '../../src/index.js';
import { interview, settle, whatIf } from '../../src/inquiry/index.js';
import { renderText, settlementPage } from '../../src/report/index.js';

// A finding is of a unit: what would settle or turn it is asked of that unit, by the law of its own times.

const asOf = '2024-06-30';
const policy = createPolicy({ rulings: { 'art9.p2.i3.leak': 'own-persons', 'art9.p2.i3.kinds': 'closed' } });
const LEAK = 'art9.p2.i3';
const EXCLUDED = ['personal-information', 'school-confidential', 'other-sensitive'] as const;
const incident: Incident = {
  occurredAt: '2024-03-01T08:00:00+08:00',
  units: [
    { id: 'a', leak: { occurred: false } },
    { id: 'b', leak: { occurred: true, 'own-persons': true, kinds: { lacks: EXCLUDED } } },
    { id: 'c', leak: { occurred: true, 'own-persons': true, kinds: ['state-secret'] } },
  ],
};
const options = { asOf, policy } as const;
const idsOf = (questions: readonly { readonly id: string }[]) => questions.map(({ id }) => id);

describe('settle', () => {
  test('of each unit: what is settled of one is still asked of another', () => {
    const of = (unit: string) => settle(incident, { ...options, provision: LEAK, unit });
    expect([of('a').status, of('b').status, of('c').status]).toEqual(['unmet', 'undetermined', 'met']);
    expect([of('a'), of('b'), of('c')].map(({ unit }) => unit)).toEqual(['a', 'b', 'c']);
    expect(idsOf(of('a').questions)).toEqual([]);
    expect(idsOf(of('b').questions)).toEqual(['leak.kinds']);
    expect(of('b').sets).toEqual([
      { outcome: 'met', answers: [{ kind: 'fact', id: 'leak.kinds', value: ['state-secret'] }] },
      { outcome: 'unmet', answers: [{ kind: 'fact', id: 'leak.kinds', value: [] }] },
    ]);
  });

  test('without a unit it is about the one that decides, as the assessment has it', () => {
    const all = incident.units ?? [];
    for (const count of [1, 2, 3]) {
      const given: Incident = { ...incident, units: all.slice(0, count) };
      const { status } = settle(given, { ...options, provision: LEAK });
      expect(status).toBe(findingOf(assessIncident(given, options), LEAK).status);
    }
    expect(settle(incident, { ...options, provision: LEAK }).unit).toBe('c');
    // Where there is one only, it goes without saying.
    expect(settle({ ...incident, units: [{ id: 'b' }] }, { ...options, provision: LEAK })).not.toHaveProperty('unit');
  });

  test('the page says which unit it is about', () => {
    expect(renderText(settlementPage(settle(incident, { ...options, provision: LEAK, unit: 'b' })))).toMatch(
      /^.*b.*\n/,
    );
  });

  test('a unit that the incident does not concern is refused, with the nearest', () => {
    const faults = (call: () => unknown) => {
      try {
        call();
      } catch (error) {
        if (error instanceof ZerenzhiError) return error.diagnostics.map(({ code, path }) => `${path} ${code}`);
      }
      return [];
    };
    const expected = ['unit organization/unknown-unit'];
    expect(faults(() => settle(incident, { ...options, unit: 'd' }))).toEqual(expected);
    expect(faults(() => whatIf(incident, LEAK, { ...options, unit: 'd' }))).toEqual(expected);
    expect(faults(() => interview(policy, { asOf, unit: 'd' }).start(incident))).toEqual(expected);
    expect(faults(() => settle(incident, { ...options, system: 's' }))).toEqual(['system organization/unknown-system']);
  });
});

describe('what-if', () => {
  test('turns the finding of the unit', () => {
    const of = (unit: string) => whatIf(incident, LEAK, { ...options, unit });
    expect(of('b')).toBeUndefined();
    expect(of('a')).toMatchObject({ unit: 'a', status: 'unmet', turned: 'met' });
    expect(of('c')).toMatchObject({ unit: 'c', status: 'met', turned: 'unmet' });
    expect(of('c')?.sets).toContainEqual([{ kind: 'fact', id: 'leak.own-persons', value: false, instead: true }]);
  });

  test('goes by the law of the time of that unit', () => {
    const given: Incident = {
      ...incident,
      units: [
        {
          id: 'before',
          occurredAt: '2018-03-01T08:00:00+08:00',
          leak: { occurred: true, 'own-persons': true, kinds: ['state-secret'] },
        },
        { id: 'after', leak: { occurred: true, 'own-persons': true, kinds: ['state-secret'] } },
      ],
    };
    const statusOf = (unit: string) => settle(given, { ...options, provision: LEAK, unit }).status;
    expect([statusOf('before'), statusOf('after')]).toEqual(['unmet', 'met']);
    expect(settle(given, { ...options, unit: 'before' }).questions).toEqual([]);
  });
});

describe('an interview', () => {
  test('asks what can matter for the unit, and writes answers with it', () => {
    const of = (unit: string) => interview(policy, { asOf, goal: 'status', unit });
    expect(of('c').start(incident)).toMatchObject({ status: 'met', questions: [] });
    const { start, answer } = of('b');
    const state = start(incident);
    expect(idsOf(state.questions)).toContain('leak.kinds');
    const next = answer(state, 'leak.kinds', ['state-secret']);
    expect(next).toMatchObject({ status: 'met', questions: [] });
    expect(next.incident.units).toEqual([
      incident.units?.[0],
      { id: 'b', leak: { occurred: true, 'own-persons': true, kinds: ['state-secret'] } },
      incident.units?.[2],
    ]);
    expect(answer(state, 'serious-social-impact', true).incident.units?.[1]).toMatchObject({
      findings: { 'serious-social-impact': true },
    });
  });

  test('of a unit that stands in a relation to a system, asking about it does not say that it had a part', () => {
    const organization = {
      units: [{ id: 'x', kind: 'college' }],
      systems: [{ id: 's', managedBy: 'x' }],
    } as const;
    const { start, answer } = interview(policy, { asOf, organization, unit: 'x' });
    const state = start({ occurredAt: incident.occurredAt, systems: [{ id: 's' }] } as Incident);
    const next = answer(state, 'leak.occurred', true);
    expect(next.incident.units).toEqual([{ id: 'x', part: null, leak: { occurred: true } }]);
    expect(idsOf(next.beyond)).toContain('concerned.part');
  });

  test('what a unit said in part is answered where it stands', () => {
    const { start, answer } = interview(policy, { asOf });
    const state = start({ ...incident, units: [{ id: 'b', leak: { kinds: { lacks: ['state-secret'] } } }] });
    expect(answer(state, 'leak.kinds', []).incident).toEqual({
      ...incident,
      units: [{ id: 'b', leak: { kinds: [] } }],
    });
  });
});
