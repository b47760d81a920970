import { describe, expect, test } from 'vitest';
import { assessIncident, createPolicy, findingOf, type Incident } from '../../src/index.js';
import { interview, settle, whatIf } from '../../src/inquiry/index.js';
import { explainFinding, memoPage, renderText } from '../../src/report/index.js';

// A number of which bounds are known, a set of which some options are decided: what is left is asked, and no more.

const asOf = '2024-06-30';
const PERSONS = { terms: { 'large-scale-personal-information': { persons: 10_000 } } } as const;
const policy = createPolicy({ ...PERSONS, rulings: { 'art9.p2.i3.leak': 'any-loss', 'art9.p2.i3.kinds': 'closed' } });
const leaked = (leak: Incident['leak']): Incident => ({
  occurredAt: '2024-03-01T08:00:00+08:00',
  leak: { occurred: true, ...leak },
});
const EXCLUDED = ['personal-information', 'school-confidential', 'other-sensitive'] as const;
const appraised = leaked({ kinds: { lacks: EXCLUDED } });
const many = leaked({ kinds: { has: ['personal-information'] }, persons: { atLeast: 1_000 } });
const setsOf = (incident: Incident) =>
  settle(incident, { asOf, policy, provision: 'art9.p2.i3' }).sets.map(({ outcome, answers }) => [
    outcome,
    Object.fromEntries(answers.map(({ id, range, value }) => [id, range ?? value])),
  ]);

describe('a set of which three options are excluded', () => {
  test('only the fourth is asked about', () => {
    const { status, questions } = settle(appraised, { asOf, policy, provision: 'art9.p2.i3' });
    expect(status).toBe('undetermined');
    expect(questions.map(({ id, answer, options }) => [id, answer, Object.keys(options ?? {})])).toEqual([
      ['leak.kinds', 'set', ['state-secret']],
    ]);
  });

  test('what would settle it keeps what is known', () => {
    expect(setsOf(appraised)).toEqual([
      ['met', { 'leak.kinds': ['state-secret'] }],
      ['unmet', { 'leak.kinds': [] }],
    ]);
    expect(setsOf(leaked({ kinds: { has: ['personal-information'], lacks: ['other-sensitive'] } }))).toContainEqual([
      'met',
      { 'leak.kinds': ['personal-information', 'state-secret'] },
    ]);
  });

  const { start, answer } = interview(policy, { asOf });
  const kindsAfter = (value: Parameters<typeof answer>[2]) =>
    answer(start(appraised), 'leak.kinds', value).incident.leak?.kinds;

  test('an answer tells of the rest', () => {
    const partly = start(leaked({ kinds: { has: ['other-sensitive'], lacks: ['school-confidential'] } }));
    expect(answer(partly, 'leak.kinds', ['state-secret']).incident.leak?.kinds).toEqual([
      'other-sensitive',
      'state-secret',
    ]);
    expect(answer(partly, 'leak.kinds', { has: [], lacks: ['state-secret'] }).incident.leak?.kinds).toEqual({
      has: ['other-sensitive'],
      lacks: ['school-confidential', 'state-secret'],
    });
    expect(kindsAfter([])).toEqual([]);
    expect(kindsAfter(null)).toBeNull();
  });

  test('what was denied before is refused as a contradiction', () => {
    expect(() => kindsAfter(['other-sensitive'])).toThrow(
      'leak.kinds.lacks[2]: `other-sensitive` contradicts has [input/contradiction]',
    );
  });
});

describe('at least a thousand persons', () => {
  test('where ten thousand are many, the number is still asked, and answers lie above what is known', () => {
    const { questions, relevant } = settle(many, { asOf, policy, provision: 'art9.p2.i3' });
    expect(questions.map(({ id }) => id)).toContain('leak.persons');
    expect(relevant).toContainEqual({ kind: 'fact', id: 'leak.persons', known: { atLeast: 1_000 } });
    expect(setsOf(many)).toContainEqual(['met', { 'leak.persons': { least: 10_000 } }]);
  });

  test('what would have to be otherwise may lie beyond what is known', () => {
    const incident = leaked({ kinds: ['personal-information'], persons: { atLeast: 10_000, atMost: 20_000 } });
    const none = { 'items-critical': 0, 'items-important': 0, 'items-other': 0 };
    const thresholds = { persons: 10_000, 'items-critical': 1, 'items-important': 1, 'items-other': 1 };
    const measured = createPolicy({
      terms: { 'large-scale-personal-information': thresholds },
      rulings: { 'art9.p2.i3.leak': 'any-loss', 'art9.p2.i3.kinds': 'closed' },
    });
    const found = whatIf({ ...incident, leak: { ...incident.leak, ...none } }, 'art9.p2.i3', {
      asOf,
      policy: measured,
    });
    expect(found?.status).toBe('met');
    expect(found?.sets).toContainEqual([
      {
        kind: 'fact',
        id: 'leak.persons',
        value: 9_999,
        range: { below: 10_000 },
        instead: { atLeast: 10_000, atMost: 20_000 },
      },
    ]);
  });
});

describe('in words', () => {
  const assessment = assessIncident(
    leaked({ kinds: { has: ['personal-information'], lacks: ['state-secret'] }, persons: { atLeast: 10_000 } }),
    { asOf, policy },
  );
  test.each([
    ['zh', '涉及人数：至少10000人（须不少于10000人）'],
    ['en', 'persons concerned: at least 10000 persons (required: ≥ 10000 persons)'],
  ] as const)('a finding rests on the bound, in %s', (lang, words) => {
    expect(findingOf(assessment, 'art9.p2.i3').status).toBe('met');
    expect(explainFinding(assessment, 'art9.p2.i3').grounds.map(({ said }) => said[lang])).toContain(words);
  });

  test.each([
    ['zh', ['至少10000人', '有个人信息，无国家秘密，学校保密信息、其他同等重要的敏感数据未定']],
    [
      'en',
      ['at least 10000 persons', 'personal information, no state secrets, confidential information of the university'],
    ],
  ] as const)('the memo tells what is known and what is not, in %s', (lang, texts) => {
    const text = renderText(memoPage(assessment, { lang }));
    for (const each of texts) expect(text.replaceAll(/\s+/g, ' ')).toContain(each);
  });

  test.each([
    [{ atMost: 50 }, '至多50人'],
    [{ atLeast: 2, atMost: 50 }, '2人至50人'],
    [{ atLeast: 50, atMost: 50 }, '50人'],
  ])('%j', (persons, words) => {
    const told = assessIncident(leaked({ kinds: ['personal-information'], persons }), { asOf, policy });
    expect(renderText(memoPage(told, { lang: 'zh' }))).toContain(words);
  });

  test('a bound that says nothing is not told', () => {
    const told = assessIncident(leaked({ persons: { atLeast: 0 } }), { asOf, policy });
    expect(renderText(memoPage(told, { lang: 'zh' }))).not.toContain('至少0人');
  });
});
