import { describe, expect, test } from 'vitest';
import { regulationOf } from '../../src/authoring/index.js';
import { loadRegulation } from '../../src/authoring/load.js';
import { assessIncident, createPolicy, reasonOf, ZerenzhiError } from '../../src/index.js';
import { explainFinding } from '../../src/report/index.js';

// The day of issue and the day of effect are two things; what rests on a year that is only inferred says so.

const asOf = '2024-06-30';
const [fire] = [loadRegulation('test/second-regulation')];
/** The made-up regulation, issued and in effect on other days. */
const policyOf = (head: object, issueDate?: string) => {
  const regulation = regulationOf({ ...fire, ...head });
  return createPolicy({ regulation, ...(issueDate !== undefined && { issueDate }) });
};
const statusOn = (day: string, policy: ReturnType<typeof policyOf>) =>
  assessIncident(
    { occurredAt: `${day}T10:00:00+08:00`, exit: { blocked: true }, findings: { 'large-fire': true } },
    { policy, asOf },
  ).accountability.status;

describe('a regulation with a day of effect of its own', () => {
  const policy = policyOf({ issued: '2021', effective: '2021-06-01' });
  test.each([
    ['2021-05-31', 'not-triggered'],
    ['2021-06-01', 'triggered'],
  ])('on %s: %s, whenever in the year it was issued', (day, status) => {
    expect(statusOn(day, policy)).toBe(status);
  });
});

describe('a regulation in effect on the day of its issue', () => {
  test.each([
    ['2020-12-31', 'not-triggered'],
    ['2021-05-31', 'undetermined'],
    ['2021-12-31', 'triggered'],
  ])('of which only the year is known, on %s: %s', (day, status) => {
    expect(statusOn(day, policyOf({ issued: '2021' }))).toBe(status);
  });
  test.each([
    ['2021-05-30', 'not-triggered'],
    ['2021-05-31', 'triggered'],
  ])('issued on 31 May, as the policy says, on %s: %s', (day, status) => {
    expect(statusOn(day, policyOf({ issued: '2021' }, '2021-05-31'))).toBe(status);
  });
});

test.each(['2019-13-45', '2019-02-29', '0000', '9999-01-01'])('%s is no day of issue, also of data', (issued) => {
  expect(() => regulationOf({ ...fire, issued })).toThrow(ZerenzhiError);
});
test.each(['2019-13-45', '2020-01-01', '2019'])('%s is no day of issue for a policy', (issueDate) => {
  expect(() => createPolicy({ issueDate })).toThrow(ZerenzhiError);
});

describe('that the rules were issued in 2019 is inferred from their number', () => {
  const inYear = { occurredAt: '2019-06-01T10:00:00+08:00', leak: { occurred: true } };
  test('the open point says so', () => {
    const point = assessIncident(inYear, { asOf }).openPoints.find(({ id }) => id === 'issue-date');
    expect(point?.because?.zh).toBe('文件未载明印发日期，年份由文号“〔2019〕”推知');
  });
  test.each([
    ['2018-06-01', '当时本细则尚未施行（文件未载明印发日期，年份由文号“〔2019〕”推知）'],
    ['2019-06-01', '本细则当时是否已施行，待定（文件未载明印发日期，年份由文号“〔2019〕”推知）'],
  ])('an explanation of a case of %s says so', (day, words) => {
    const assessment = assessIncident({ ...inYear, occurredAt: `${day}T10:00:00+08:00` }, { asOf });
    expect(JSON.stringify(explainFinding(assessment, 'art9.p2.i3').proof)).toContain(words);
  });
  test('a policy with the day of issue rests on no inference', () => {
    const policy = createPolicy({ issueDate: '2019-12-05' });
    const assessment = assessIncident(inYear, { policy, asOf });
    expect(reasonOf(assessment, 'art9.p2.i3')).not.toHaveProperty('of[0].inferred');
    expect(JSON.stringify(explainFinding(assessment, 'art9.p2.i3'))).not.toContain('推知');
  });
});
