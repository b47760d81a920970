import { describe, expect, test } from 'vitest';
import { createPolicy, type Incident, regulation } from '../../src/index.js';
import { type InterviewState, interview } from '../../src/inquiry/index.js';

const asOf = '2024-06-30';
const ids = ({ questions }: InterviewState) => questions.map(({ id }) => id);

describe('in the order of the rules', () => {
  const { start } = interview(createPolicy(), { asOf, order: 'rules' });
  const at: Incident = { occurredAt: '2024-05-06T08:00:00+08:00' };

  test('the same is asked, facts as a person tells them and each finding on a vague word after the facts it judges', () => {
    const order = Object.keys(regulation.facts);
    const asked = ids(start(at));
    const facts = asked.filter((id) => order.includes(id));
    expect(facts).toEqual([...facts].sort((a, b) => order.indexOf(a) - order.indexOf(b)));
    const places = [
      'leak.kinds',
      'large-scale-personal-information',
      'loss.from-incident',
      'major-loss',
      'notice.received',
    ];
    expect(asked.filter((id) => places.includes(id))).toEqual(places);
    expect(new Set(asked)).toEqual(new Set(ids(interview(createPolicy(), { asOf }).start(at))));
  });

  test('another order is refused', () => {
    expect(() => interview(createPolicy(), { asOf, order: 'rule' as never }).start()).toThrow('order');
  });
});

describe.each(['rules', 'settling'] as const)('the details of what is not known, in the order of %s', (order) => {
  const { start, answer } = interview(createPolicy(), { asOf, order });
  const from = start({ occurredAt: '2024-05-06', incident: { occurred: true } });

  test('come last, since they can only rule a provision out', () => {
    const asked = ids(answer(from, 'leak.occurred', null));
    const details = ['leak.own-persons', 'leak.own-management', 'leak.kinds', 'large-scale-personal-information'];
    expect(asked.slice(-6)).toEqual(expect.arrayContaining(details));
    // What has nothing to do with it stands before them.
    expect(asked.slice(0, -6)).toEqual(expect.arrayContaining(['loss.from-incident', 'notice.received']));
  });

  test('are not those of what happened', () => {
    const place = (id: string, asked: readonly string[]) => asked.indexOf(id) / asked.length;
    const known = ids(answer(from, 'leak.occurred', true));
    if (order === 'rules') expect(place('leak.kinds', known)).toBeLessThan(place('loss.from-incident', known));
    expect(new Set(ids(answer(from, 'leak.occurred', null)))).toEqual(
      new Set(ids(from).filter((id) => id !== 'leak.occurred')),
    );
  });

  test('are none while something else may tell: a leak tells of an incident', () => {
    const asked = ids(answer(start({ occurredAt: '2024-05-06' }), 'incident.occurred', null));
    expect(asked.indexOf('leak.occurred')).toBeLessThan(asked.indexOf('major-loss'));
    expect(asked.indexOf('attack.tampered')).toBeLessThan(asked.indexOf('notice.from'));
  });

  test('are not those of what the register does not say', () => {
    const asked = ids(answer(from, 'target.capacities', null));
    expect(asked.indexOf('attack.occurred')).toBeLessThan(asked.indexOf('loss.from-incident'));
  });
});

describe('what is only presumed', () => {
  const conduct = 'conduct.refused-cooperation';
  const presumedIn = (incident: Incident, goal: 'findings' | 'status' = 'findings') =>
    interview(createPolicy(), { asOf, goal })
      .start(incident)
      .presumed.map(({ id }) => id);
  const at: Incident = { occurredAt: '2024-05-06T08:00:00+08:00' };

  test.each([
    ['true', true],
    ['false', false],
    ['alleged', 'alleged'],
    ['nobody knows', null],
    ['asked, and alleged by nobody', 'none-alleged'],
  ] as const)('is to be asked until it was: %s', (_, value) => {
    expect(presumedIn(at)).toContain(conduct);
    const { start, answer } = interview(createPolicy(), { asOf });
    expect(answer(start(at), conduct, value).presumed.map(({ id }) => id)).not.toContain(conduct);
  });

  test('of what was before the rules only conduct of a time of its own is, which may have come later', () => {
    const before = presumedIn({ occurredAt: '2018-05-06' });
    expect(before).toContain(conduct);
    expect(before).not.toContain('duty.breached');
  });

  test('is asked together, so that no question speaks of what another one named', () => {
    const { presumed } = interview(createPolicy(), { asOf }).start(at);
    expect(presumed.length).toBeGreaterThan(5);
    for (const { ask } of presumed) {
      expect(ask.zh).not.toMatch(/[该此其][^他]/);
      expect(ask.en).not.toMatch(/that (post|unit|person)/);
    }
  });

  test('nothing is where a policy presumes nothing', () => {
    expect(interview(createPolicy({ presume: false }), { asOf }).start(at).presumed).toEqual([]);
  });

  test('where only the outcome is asked for, none of it matters once something is met', () => {
    const leak = { occurred: true, 'own-persons': true, kinds: ['state-secret'] } as const;
    expect(presumedIn({ ...at, leak }, 'status')).toEqual([]);
    expect(presumedIn({ ...at, leak })).toContain(conduct);
  });
});
