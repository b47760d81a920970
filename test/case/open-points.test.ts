import { expect, test } from 'vitest';
import { openPointsOf } from '../../src/case/open-points.js';
import { groundsOf, presumedIn } from '../../src/case/presumptions.js';
import { assessIncident, createPolicy, findingOf, regulation } from '../../src/index.js';
import type { Reason } from '../../src/logic/reason.js';

// What a case leaves open and what it presumes, on small inputs of their own.

const policy = createPolicy();
const rules = { regulation, policy };
const interpreter = { id: 'office', label: regulation.bodies.office?.label };

test('each thing that is open is told once, with all the provisions that wait for it', () => {
  const points = openPointsOf(rules, [
    { provision: 'art9.p2.i3', on: [{ kind: 'fact', id: 'leak.kinds' }] },
    {
      provision: 'art9.p2.i4',
      on: [
        { kind: 'fact', id: 'leak.kinds' },
        { kind: 'term', id: 'major-impact' },
      ],
    },
  ]);
  expect(points.map(({ id, provisions }) => [id, provisions])).toEqual([
    ['leak.kinds', ['art9.p2.i3', 'art9.p2.i4']],
    ['major-impact', ['art9.p2.i4']],
  ]);
});

test('what most wait for comes first, then the order of the rule files: facts, terms, questions, and what they do not name', () => {
  const on = [
    { kind: 'issue-date', id: 'issue-date' },
    { kind: 'ruling', id: 'art8.clock' },
    { kind: 'term', id: 'timely-report' },
    { kind: 'fact', id: 'discoveredAt' },
    { kind: 'fact', id: 'occurredAt' },
  ] as const;
  const ids = openPointsOf(rules, [{ provision: 'a', on }]).map(({ id }) => id);
  expect(ids).toEqual(['occurredAt', 'discoveredAt', 'timely-report', 'art8.clock', 'issue-date']);
  const waited = openPointsOf(rules, [
    { provision: 'a', on },
    { provision: 'b', on: [{ kind: 'ruling', id: 'art8.clock' }] },
  ]);
  expect(waited[0]?.id).toBe('art8.clock');
  expect(openPointsOf(rules, [])).toEqual([]);
});

test('a fact is asked in its own words, of whom the rules say, with its options', () => {
  const [point] = openPointsOf(rules, [{ provision: 'a', on: [{ kind: 'fact', id: 'leak.kinds' }] }]);
  const fact = regulation.facts['leak.kinds'];
  const settler = fact?.settledBy as string;
  expect(point).toEqual({
    kind: 'fact',
    id: 'leak.kinds',
    ask: fact?.ask,
    options: fact?.options,
    settledBy: { id: settler, label: (regulation.bodies[settler] ?? regulation.parties[settler])?.label },
    provisions: ['a'],
  });
  const [plain] = openPointsOf(rules, [{ provision: 'a', on: [{ kind: 'fact', id: 'occurredAt' }] }]);
  expect(plain && 'options' in plain).toBe(false);
});

test('readings and the day of issue are for whoever interprets the text, a term for whoever finds it', () => {
  const points = openPointsOf(rules, [
    {
      provision: 'a',
      on: [
        { kind: 'term', id: 'major-impact' },
        { kind: 'ruling', id: 'art8.grade' },
        { kind: 'issue-date', id: 'issue-date' },
      ],
    },
  ]);
  expect(points.map(({ settledBy }) => settledBy)).toEqual([
    { id: 'investigators', label: regulation.parties.investigators?.label },
    interpreter,
    interpreter,
  ]);
  expect(points.map(({ ask }) => ask.en)).toEqual([
    regulation.terms['major-impact']?.ask.en,
    regulation.questions['art8.grade']?.ask.en,
    'On which day was 大医发〔2019〕307号 issued?',
  ]);
  expect(points[1]?.options).toEqual(regulation.questions['art8.grade']?.readings);
});

test('a question of its own is told as it stands; a ruling that exists is told beside what it does not settle', () => {
  const ask = { zh: '有何材料？', en: 'What shows it?' };
  const settledBy = { id: 'unit', label: { zh: '单位', en: 'the unit' } };
  const own = { kind: 'evidence', id: 'x', ask, settledBy } as const;
  expect(openPointsOf(rules, [{ provision: 'a', on: [own] }])).toEqual([{ ...own, provisions: ['a'] }]);
  const ruled = createPolicy({ rulings: { 'art8.grade': [{ reading: 'formal', from: '2025-01-01' }] } });
  const on = [{ kind: 'ruling', id: 'art8.grade' }] as const;
  const [point] = openPointsOf({ regulation, policy: ruled }, [{ provision: 'a', on }]);
  expect(point?.given).toEqual([{ reading: 'formal', from: '2025-01-01' }]);
  const [bare] = openPointsOf(rules, [{ provision: 'a', on }]);
  expect(bare && 'given' in bare).toBe(false);
});

test('the facts that a reason presumes are found however deep, each once; nothing else is', () => {
  const leaf = (fact: string, presumed?: true): Reason => ({
    kind: 'fact',
    truth: 'met',
    fact,
    operator: 'equal',
    expected: true,
    actual: true,
    ...(presumed && { presumed }),
  });
  const reason: Reason = {
    kind: 'all',
    truth: 'met',
    of: [leaf('a', true), leaf('b'), { kind: 'not', truth: 'met', of: leaf('a', true) }, leaf('c', true)],
  };
  expect([...presumedIn(reason)]).toEqual(['a', 'c']);
  expect([...presumedIn(leaf('b'))]).toEqual([]);
});

test('why facts are presumed is said once of all that share the reason', () => {
  const presumed = ['unit.bodies', 'conduct.concealed', 'conduct.obstructed', 'duty.breached'];
  const grounds = groundsOf(regulation, presumed, (fact) =>
    fact === 'conduct.obstructed' ? 'none-alleged' : undefined,
  );
  expect(grounds.map(({ because, facts }) => [because.zh, facts])).toEqual([
    [regulation.facts['unit.bodies']?.absent?.because.zh, ['unit.bodies']],
    ['事件记录未载明，暂按无此情形处理', ['conduct.concealed', 'duty.breached']],
    ['尚无反映或者举报', ['conduct.obstructed']],
  ]);
  // That a unit is one of those bound is never presumed: a presumption spares, and charges nobody.
  const never = ['unit.kind', 'occurredAt', 'no-such-fact'];
  expect(groundsOf(regulation, never, () => undefined)).toEqual([]);
});

test('each presumption of a finding comes with its value, which is its own', () => {
  const bodies = regulation.facts['unit.bodies']?.absent;
  const assessment = assessIncident({}, { asOf: '2024-06-30' });
  const { presumptions } = findingOf(assessment, 'art9.p2.i6');
  expect(presumptions.map(({ fact, value }) => [fact, value])).toEqual([
    ['conduct.obstructed', false],
    ['conduct.refused-support', false],
  ]);
  for (const { because } of presumptions) expect(because.zh).toBe('事件记录未载明，暂按无此情形处理');
  const known = assessment.facts.find(({ fact }) => fact === 'unit.bodies');
  expect(known).toEqual({ fact: 'unit.bodies', value: [], origin: 'presumed' });
  expect(known?.value).not.toBe(bodies?.presumed);
});

test.each([
  // The Office interprets (Art. 14); whoever is told, judges or has the means finds.
  ['prompt-bulletin', 'leading-group'],
  ['regular-inspection', 'leading-group'],
  ['regular-report', 'party-committee'],
  ['lawful-performance', 'security-organs'],
  ['important-confidential-information', 'secrecy'],
  ['major-loss', 'investigators'],
  ['first-moment-report', 'office'],
])('%s is found by %s, and not by whom it is about', (id, settler) => {
  const [point] = openPointsOf(rules, [{ provision: 'a', on: [{ kind: 'term', id }] }]);
  expect(point?.settledBy).toEqual({
    id: settler,
    label: (regulation.bodies[settler] ?? regulation.parties[settler])?.label,
  });
});

test.each([
  ['conduct.obstructed', 'security-organs'],
  ['conduct.refused-support', 'security-organs'],
  ['conduct.refused-cooperation', 'authorities'],
  ['rectification.status', 'authorities'],
  ['leak.kinds', 'secrecy'],
  ['attack.tampered', 'technology-centre'],
  ['loss.from-incident', 'investigators'],
])('the fact %s is settled by %s', (id, settler) => {
  expect(openPointsOf(rules, [{ provision: 'a', on: [{ kind: 'fact', id }] }])[0]?.settledBy.id).toBe(settler);
});

test('of an incident nothing is the unit’s own to settle', () => {
  const settled = Object.entries(regulation.facts).filter(([, { of, settledBy }]) => of === 'incident' && settledBy);
  expect(settled.length).toBeGreaterThan(40);
  expect(settled.filter(([, { settledBy }]) => settledBy === 'unit')).toEqual([]);
});
