import { describe, expect, test } from 'vitest';
import { assessIncident, createPolicy, findingOf, type Incident, regulation } from '../../src/index.js';
import { interview, settle } from '../../src/inquiry/index.js';
import { renderText, settlementPage } from '../../src/report/index.js';

// Of conduct that is alleged rather than denied a question asks whether it is established; five answers are told apart.

const asOf = '2024-06-30';
const at = { occurredAt: '2024-03-01T08:00:00+08:00' };
const policy = createPolicy({ presume: false });
const ITEM = 'art9.p2.i8';
const given: Incident = { ...at, incident: { occurred: true }, findings: { 'serious-endangerment': true } };

const alleged = Object.entries(regulation.facts).filter(([, fact]) => fact.alleged);
test.each(alleged)('the question asks whether it is established: %s', (_, { ask }) => {
  expect(ask?.zh).toContain('是否查明');
  expect(ask?.en).toContain('established');
});

describe('an interview', () => {
  const { start, answer } = interview(policy, { asOf });
  const state = start(given);
  const answered = (value: boolean | string | null) => answer(state, 'conduct.other', value);
  const isAsked = (of: ReturnType<typeof start>) => of.questions.some(({ id }) => id === 'conduct.other');
  const statusOf = (incident: Incident, presume: boolean) =>
    findingOf(assessIncident(incident, { asOf, policy: createPolicy({ presume }) }), ITEM).status;

  test('offers, beside yes and no, that it is alleged and that nobody alleges it', () => {
    const question = state.questions.find(({ id }) => id === 'conduct.other');
    expect(question).toMatchObject({ answer: 'boolean' });
    expect(Object.keys(question?.options ?? {})).toEqual(['alleged', 'none-alleged']);
  });

  test.each([
    ['established', true, 'met', 'met'],
    ['excluded', false, 'unmet', 'unmet'],
    ['alleged, not established', 'alleged', 'undetermined', 'undetermined'],
    ['asked, not known', null, 'undetermined', 'undetermined'],
    ['nobody alleges it: presumed not to be, unless nothing is presumed', 'none-alleged', 'undetermined', 'unmet'],
  ] as const)('%s: kept as it was answered, and not asked again', (_, value, bare, presumed) => {
    const next = answered(value);
    expect(next.incident.conduct).toEqual({ other: value });
    expect(isAsked(next)).toBe(false);
    expect(next.beyond.some(({ id }) => id === 'conduct.other')).toBe(bare === 'undetermined');
    expect([statusOf(next.incident, false), statusOf(next.incident, true)]).toEqual([bare, presumed]);
  });

  test('an answer that is none of them is refused', () => {
    expect(() => answered('maybe')).toThrow('conduct.other: unknown value `maybe` [input/unknown-value]');
  });
});

describe('what would settle it', () => {
  const missing = (other: 'alleged' | 'none-alleged' | null) =>
    settle({ ...given, conduct: { other } }, { asOf, policy, provision: ITEM });
  test.each([
    ['alleged', 'alleged', '有反映或者举报，尚未查明'],
    ['none-alleged', 'none-alleged', '尚无反映或者举报'],
    [null, 'unknown', '已问，不知'],
  ] as const)('tells how it stands: %s', (other, told, words) => {
    const settlement = missing(other);
    expect(settlement.missing.find(({ id }) => id === 'conduct.other')).toMatchObject({ told });
    expect(renderText(settlementPage(settlement, { lang: 'zh' }))).toContain(words);
    // It can still be established, or excluded.
    expect(settlement.sets).toContainEqual({
      outcome: 'met',
      answers: [{ kind: 'fact', id: 'conduct.other', value: true }],
    });
  });
});
