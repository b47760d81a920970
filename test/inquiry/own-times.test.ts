import { describe, expect, test } from 'vitest';
import { assessIncident, createPolicy, findingOf, type Incident } from '../../src/index.js';
import { interview, settle, whatIf } from '../../src/inquiry/index.js';

// Conduct is judged by the law of its own time. Where it is undated and may lie before the rules or under them, the time is asked for.

const asOf = '2024-06-30';
const ITEM = 'art9.p2.i6';
const policy = createPolicy({ issueDate: '2019-11-08', rulings: { 'art9.p2.incident': 'conduct' } });
/** An incident before the rules, with an obstruction of the police that may have come after. */
const obstructed = (conduct: Incident['conduct'] = {}): Incident => ({
  occurredAt: '2018-03-01T08:00:00+08:00',
  incident: { occurred: true },
  conduct: { obstructed: true, 'obstructed-organs': ['police'], 'obstructed-work': ['crime'], ...conduct },
  findings: { 'lawful-performance': true },
});
const options = { asOf, policy } as const;
const TIME = 'conduct.obstructed-at';
const statusOf = (incident: Incident) => findingOf(assessIncident(incident, options), ITEM).status;

test('the finding turns on the time of the conduct alone', () => {
  expect(statusOf(obstructed())).toBe('undetermined');
  expect(statusOf(obstructed({ 'obstructed-at': '2018-03-02' }))).toBe('unmet');
  expect(statusOf(obstructed({ 'obstructed-at': '2020-03-02' }))).toBe('met');
});

describe('undated', () => {
  test('settle asks for the time of the conduct, and says on which side of the day of effect it has to lie', () => {
    const { missing, questions, sets } = settle(obstructed(), { ...options, provision: ITEM });
    expect(missing.map(({ id }) => id)).toEqual([TIME]);
    expect(questions.map(({ id, answer }) => [id, answer])).toEqual([[TIME, 'instant']]);
    const beginning = '2019-11-08T00:00:00+08:00';
    expect(sets.map(({ outcome, answers }) => [outcome, answers.map(({ id, range }) => [id, range])])).toEqual([
      ['met', [[TIME, { least: beginning }]]],
      ['unmet', [[TIME, { below: beginning }]]],
    ]);
  });

  test('a year in which the rules were issued leaves it open, and answers lie within it', () => {
    const { status, sets } = settle(obstructed({ 'obstructed-at': '2019' }), { ...options, provision: ITEM });
    expect(status).toBe('undetermined');
    for (const { answers } of sets)
      for (const { id, value } of answers) expect([id, String(value).slice(0, 4)]).toEqual([TIME, '2019']);
    expect(sets.map(({ outcome }) => outcome)).toEqual(['met', 'unmet']);
  });

  test('the interview asks for it, and of no time of conduct that is not alleged', () => {
    const { start, answer } = interview(policy, { asOf });
    const state = start(obstructed());
    const times = state.questions.map(({ id }) => id).filter((id) => id.startsWith('conduct.') && id.endsWith('-at'));
    expect(times).toEqual([TIME]);
    const before = answer(state, TIME, '2018-03-02');
    const under = answer(state, TIME, '2020-03-02');
    expect([statusOf(before.incident), statusOf(under.incident)]).toEqual(['unmet', 'met']);
    for (const { questions } of [before, under]) expect(questions.map(({ id }) => id)).not.toContain(TIME);
  });

  test('there is nothing to turn yet', () => {
    expect(whatIf(obstructed(), ITEM, options)).toBeUndefined();
  });
});

test('where its time decides nothing it is not asked for', () => {
  const later: Incident = { ...obstructed(), occurredAt: '2020-03-01T08:00:00+08:00' };
  // Obstruction has no time of the incident to fall back on; concealment of it cannot have come before.
  const { questions } = settle(
    {
      ...later,
      conduct: { concealed: true, 'refused-cooperation': false },
      notice: { received: false },
      findings: { 'serious-consequences': true },
    },
    { ...options, provision: 'art9.p2.i5' },
  );
  expect(questions.map(({ id }) => id)).not.toContain('conduct.concealed-at');
});
