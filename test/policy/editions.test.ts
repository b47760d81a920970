import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { loadRegulation, readRegulation } from '../../src/authoring/load.js';
import { readCases } from '../../src/case/incident-case.js';
import { readOptions } from '../../src/case/options.js';
import {
  assessIncident,
  checkUnitObligations,
  createPolicy,
  findingOf,
  type Incident,
  reasonOf,
  resolveResponsibilityChain,
} from '../../src/index.js';
import { interview, settle, whatIf } from '../../src/inquiry/index.js';
import { nameOf } from '../../src/logic/truth.js';
import { rulesetOf } from '../../src/policy/create-policy.js';
import { recordAssessment, replay } from '../../src/record/index.js';
import { startOfDay } from '../../src/regulation/dates.js';
import { articlePage, assessmentPage, explainFinding, memoPage, renderText } from '../../src/report/index.js';
import { amendedFolder } from '../support/amended.js';
import { type Read, readAll, throughAssessment, throughDuckdb, throughJsonRulesEngine } from '../support/engines.js';
import { randomIncident, seeded } from '../support/incidents.js';
import { sized } from '../support/size.js';

// From 1 September 2026, as a made-up amendment says, Art. 8 has a limit of two hours from discovery, Art. 11 is repealed, and Art. 16
// holds a party responsible for a leak that was not reported. What applies is the law of the incident's time.

const folder = amendedFolder();
afterAll(() => rmSync(folder, { recursive: true }));
const policy = createPolicy({ regulation: loadRegulation(folder) }) as never;
const asOf = '2026-12-31';
const options = { policy, asOf };
const [BEFORE, AFTER] = ['2026-08-31T08:00:00+08:00', '2026-09-01T08:00:00+08:00'];

/** What is new, and what is repealed. */
const ARTICLES = ['art16.silence', 'art11.accident'];

const leak = (occurredAt?: string): Incident =>
  ({
    ...(occurredAt && { occurredAt }),
    leak: { occurred: true },
    report: { status: 'none' },
    member: { kind: 'student', violated: true, accident: true },
  }) as Incident;
const status = (incident: Incident, provision: string) =>
  assessIncident(incident, options).findings.find((finding) => finding.provision === provision);
const asAny = (value: unknown) => value as never;

describe('a new article', () => {
  test.each([
    ['the day before it begins', BEFORE, 'unmet', []],
    ['on its first day', AFTER, 'met', ['2026-09-01']],
    ['at a time nobody knows', undefined, 'undetermined', ['2026-09-01']],
  ])('%s', (_, occurredAt, truth, editions) => {
    expect(status(leak(occurredAt), 'art16.silence')).toMatchObject({ status: truth, editions });
  });
  test('says why it is not met before: it did not hold yet', () => {
    expect(reasonOf(assessIncident(leak(BEFORE), options), asAny('art16.silence'))).toMatchObject({
      kind: 'absent',
      state: 'not-yet',
      from: '2026-09-01',
      truth: 'unmet',
    });
    const { proof } = explainFinding(assessIncident(leak(BEFORE), options), asAny('art16.silence'));
    expect(proof.said.zh).toBe('该规定自2026年9月1日起施行，当时尚未施行');
  });
});

describe('a repealed article', () => {
  test.each([
    ['on its last day', BEFORE, 'met', ['issued']],
    ['the day after', AFTER, 'unmet', []],
    ['at a time nobody knows', undefined, 'undetermined', ['issued']],
  ])('%s', (_, occurredAt, truth, editions) => {
    expect(status(leak(occurredAt), 'art11.accident')).toMatchObject({ status: truth, editions });
  });
  test('says why it is not met afterwards: it was repealed', () => {
    const { grounds } = explainFinding(assessIncident(leak(AFTER), options), asAny('art11.accident'));
    expect(grounds.map(({ said }) => said.zh)).toEqual(['该规定自2026年9月1日起废止，当时已不再适用']);
  });
});

describe('an amended article', () => {
  const reported = (occurredAt: string, hours: number): Incident => ({
    units: [{ kind: 'college' }],
    occurredAt,
    discoveredAt: occurredAt,
    incident: { occurred: true, grade: 'major' },
    report: { at: new Date(Date.parse(occurredAt) + hours * 3_600_000).toISOString() },
    findings: { 'serious-incident': true },
  });
  const report = (incident: Incident, given: typeof options = options) =>
    assessIncident(incident, given).responses.find(({ provision }) => provision === 'art8.report');
  test.each([
    ['before, nobody has said what the first moment is', BEFORE, 1, 'undetermined', []],
    ['from then on, two hours are in time', AFTER, 2, 'in-time', ['2026-09-01T10:00:00+08:00']],
    ['and a minute more is late', AFTER, 2 + 1 / 60, 'late', ['2026-09-01T10:00:00+08:00']],
  ])('%s', (_, occurredAt, hours, state, due) => {
    expect(report(reported(occurredAt, hours))).toMatchObject({ status: state, due: due.map((at) => ({ at })) });
  });
  test('a report still to be made is awaited until then, and overdue from then on', () => {
    const pending = { ...reported(AFTER, 0), report: { status: 'pending' } } as Incident;
    expect(report(pending, { policy, asOf: '2026-09-01T09:59:00+08:00' })?.status).toBe('awaiting');
    expect(report(pending, { policy, asOf: '2026-09-01T10:01:00+08:00' })?.status).toBe('overdue');
  });
  test('is cited by the words that applied', () => {
    const quoted = (occurredAt: string) => assessIncident(reported(occurredAt, 1), options).citations['art8.report'];
    expect(quoted(BEFORE)).toEqual({ place: '8', quote: '各单位要第一时间向学校网络安全和信息化领导小组办公室报告' });
    expect(quoted(AFTER)).toEqual({
      place: '8',
      quote: '各单位要自发现之时起两小时内向学校网络安全和信息化领导小组办公室报告',
      edition: '2026-09-01',
    });
  });
  test('of which both versions may apply comes out as both do, or open', () => {
    const law = rulesetOf(policy).law(startOfDay('2026-08-30'), startOfDay('2026-09-02'));
    const truth = (incident: Incident) => {
      const { setting } = readOptions(options);
      return nameOf(law.standard('art8.report').truth(readCases(setting, incident)[0].input));
    };
    expect(law.editionsOf('art8.report')).toEqual({ editions: ['issued', '2026-09-01'] });
    // An hour is within the two, and nobody has said whether it is the first moment.
    expect(truth(reported(AFTER, 1))).toBe('undetermined');
    const found = (hours: number, first: boolean): Incident => ({
      ...reported(AFTER, hours),
      findings: { 'serious-incident': true, 'first-moment-report': first },
    });
    expect(truth(found(1, true))).toBe('met');
    expect(truth(found(3, true))).toBe('undetermined');
    expect(truth(found(3, false))).toBe('unmet');
  });
});

describe('what a result says of the version that applied', () => {
  test('the words of an article are those of its time, lit', () => {
    const page = (occurredAt: string) =>
      renderText(articlePage(8, assessIncident(leak(occurredAt), options), { policy }));
    expect(page(BEFORE)).toContain('第一时间');
    expect(page(AFTER)).not.toContain('第一时间');
    expect(page(AFTER)).toContain('自2026年9月1日起的文本');
  });
  test('the memo and the page say which version, and the memo what amended it', () => {
    const assessment = assessIncident(leak(AFTER), options);
    const memo = renderText(memoPage(assessment, { policy }));
    expect(memo).toContain('适用文本：自2026年9月1日起的文本');
    expect(memo).toContain('修改：自2026年9月1日起，依据虚构〔2026〕1号');
    expect(memo).toContain('两小时内');
    expect(renderText(assessmentPage(assessment, { policy }))).toContain('发生数据泄露而不报告');
  });
  test('a citation in words names its version', () => {
    const { proof } = explainFinding(assessIncident(leak(AFTER), options), asAny('art16.silence'));
    expect(proof.of.map(({ citation }) => citation?.edition)).toEqual(['2026-09-01', '2026-09-01']);
  });
  test('an assessment read from JSON gives the same reasons', () => {
    const made = assessIncident(leak(AFTER), options);
    const read = JSON.parse(JSON.stringify(made));
    for (const id of ['art16.silence', 'art11.accident', 'art8.report'])
      expect(reasonOf(read, asAny(id), { policy })).toEqual(reasonOf(made, asAny(id)));
    expect(findingOf(read, asAny('art16.silence')).citation).toMatchObject({ edition: '2026-09-01' });
  });
  test('a record keeps it and replays', () => {
    const { record } = recordAssessment(leak(AFTER), options);
    expect(record.outcome.findings['art16.silence']).toMatchObject({ status: 'met', editions: ['2026-09-01'] });
    const result = replay(JSON.parse(JSON.stringify(record)), { regulation: loadRegulation(folder) } as never);
    expect(result.differences).toEqual([]);
  });
});

describe('the other functions', () => {
  test('the time of the incident settles which version applies', () => {
    const { sets } = settle(leak(), { ...options, provision: asAny('art16.silence') });
    const times = (outcome: string) =>
      sets.filter((set) => set.outcome === outcome).flatMap(({ answers }) => answers.map(({ id }) => id));
    expect(times('met')).toContain('occurredAt');
    expect(times('unmet')).toContain('occurredAt');
  });
  test('nothing would have turned a finding on an article that was not there', () => {
    expect(whatIf(leak(AFTER), asAny('art11.accident'), options)?.sets ?? []).not.toContainEqual([
      expect.objectContaining({ id: 'occurredAt' }),
    ]);
  });
  test('an interview asks when it was as long as that decides', () => {
    const { start, answer } = interview(policy, { asOf });
    const state = start({ member: { kind: 'student', violated: true } } as never);
    const asks = (of: typeof state) => of.questions.map(({ id }) => id as string);
    expect(asks(state)).toEqual(expect.arrayContaining(['occurredAt', 'member.accident']));
    expect(asks(answer(state, 'occurredAt', BEFORE))).toContain('member.accident');
    // There is no Art. 11 any more.
    expect(asks(answer(state, 'occurredAt', AFTER))).not.toContain('member.accident');
  });
  test('a unit owes what the law has on the day of judgement', () => {
    const drill = (day: string) =>
      checkUnitObligations({ id: 'a', kind: 'college' }, { policy, asOf: day }).obligations.find(
        ({ provision }) => (provision as string) === 'art16.drill',
      );
    expect(drill('2026-08-31')).toMatchObject({ status: 'not-applicable', editions: [] });
    expect(drill('2026-09-01')).toMatchObject({ status: 'undetermined', editions: ['2026-09-01'] });
  });
  test('the chain stands on the provisions of its day', () => {
    const organization = { units: [{ id: 'a', kind: 'college' }] };
    const chain = resolveResponsibilityChain({ unit: 'a' }, { policy, organization: asAny(organization), asOf });
    expect(chain.links.map(({ provision }) => provision).filter(Boolean)).toContain('art7.p1.first');
    expect(chain.citations).toHaveProperty(['art8.report', 'edition'], '2026-09-01');
  });
  test('three engines agree on cases on both sides of the day', async () => {
    const random = seeded(26);
    const shift = Date.parse(AFTER) - Date.parse('2024-05-07T00:00:00Z');
    const shifted = (value: unknown): unknown => {
      if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(value))
        return new Date(Date.parse(value) + shift).toISOString();
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shifted(inner)]));
    };
    const setting = { policy, asOf };
    const drawn = Array.from({ length: sized(1500, 7000) }, () => shifted(randomIncident(random)) as Incident);
    const all = [leak(AFTER), leak(BEFORE), ...drawn];
    const read = readAll(all, setting);
    const answers = throughAssessment(read);
    // As few turn on the two articles, those with an answer that is not no come first.
    const telling = (i: number) => Number(ARTICLES.some((name) => answers[i]?.[0]?.[name] !== false));
    const taken = all.map((_, i) => i).sort((a, b) => telling(b) - telling(a) || a - b);
    const kept = [...taken.slice(0, sized(120, 1500)), ...taken.slice(-sized(40, 500))];
    const [incidents, expected] = [kept.map((i) => all[i] as Incident), kept.map((i) => answers[i])];
    const rules = expected.flatMap((answers) => (answers ?? []).filter((answer) => !answer.refused));
    for (const name of ARTICLES)
      expect(new Set(rules.map((answer) => answer[name])), name).toEqual(new Set([true, false, null]));
    expect(await throughDuckdb(incidents, setting)).toEqual(expected);
    const fired = await throughJsonRulesEngine(
      kept.map((i) => read[i] as Read),
      setting,
    );
    fired.forEach((answer, i) => {
      expect(expected[i], JSON.stringify(incidents[i])).toMatchObject(answer);
    });
  });
});

describe('what is wrong with a version is told with its file', () => {
  const faultsWith = (name: string, text: string) => {
    const broken = amendedFolder();
    writeFileSync(join(broken, name), text);
    const { faults } = readRegulation(broken);
    rmSync(broken, { recursive: true });
    return faults.map(({ code, file, path }) => `${file} ${path} ${code}`);
  };
  const sixteen = (head: string) =>
    `${head}\nparagraphs: [{ text: 无。, gloss: None. }]\nprovisions: []\nledger: [{ quote: 无, as: no-effect, because: { zh: 无, en: none } }]\n`;
  test.each([
    [
      'a day that does not exist',
      sixteen("article: 16\nfrom: '2026-02-30'"),
      'articles/16.yaml from input/no-such-time',
    ],
    ['a day no edition has', sixteen("article: 16\nfrom: '2026-10-01'"), 'articles/16.yaml from rule/unknown-edition'],
    [
      'an end before the beginning',
      sixteen("article: 16\nfrom: '2026-09-01'\nuntil: '2026-08-31'"),
      'articles/16.yaml until input/out-of-order',
    ],
  ])('%s', (_, text, fault) => {
    expect(faultsWith('articles/16.yaml', text)).toContain(fault);
  });
  test('two versions from one day', () => {
    expect(faultsWith('articles/16.again.yaml', sixteen("article: 16\nfrom: '2026-09-01'"))).toContainEqual(
      expect.stringContaining('rule/two-versions'),
    );
  });
  test('words that are not those of the official text of the edition', () => {
    expect(faultsWith('official.2026-09-01.txt', '另一文本\n').slice(0, 2)).toEqual([
      'regulation.yaml editions[0].sha256 rule/checksum',
      'official.2026-09-01.txt  rule/text-differs',
    ]);
  });
});
