import { expect, test } from 'vitest';
import { checkUnitObligations, type Organization, type UnitFile, ZerenzhiError } from '../../src/index.js';
import { dutyTold, obligationsPage, renderText } from '../../src/report/index.js';
import { readYaml } from '../support/fixtures.js';

const organization = readYaml<Organization>('fixtures/organizations/university.yaml');
const reportOf = (unit: string) =>
  checkUnitObligations(readYaml<UnitFile>(`fixtures/units/${unit}.yaml`), { organization, asOf: '2024-06-30' });

test('a duty that is owed for a system, by its place, its words and its ground', () => {
  const report = reportOf('academic-affairs');
  const told = report.obligations
    .filter(({ status }) => status === 'breached')
    .map((obligation) => dutyTold(report, obligation));
  expect(told).toContainEqual({
    place: '第七条第二款',
    action: '对网站、系统平台的相关信息数据做好安全管理',
    quote: '及相关信息数据做好安全管理',
    subject: '系统 学籍系统',
    days: '',
    grounds: '2024年1月8日“数据台账（账号未清理）”被认定不合格',
  });
});

test('what is told of every duty stands on the page of its unit', () => {
  const report = reportOf('pharmacy-college');
  const page = renderText(obligationsPage(report, { lang: 'en', full: true }), { columns: 10_000 });
  for (const obligation of report.obligations.filter(({ status }) => status !== 'not-applicable')) {
    const { place, subject, days } = dutyTold(report, obligation, { lang: 'en' });
    for (const words of [place, obligation.action.en, subject, days]) expect(page).toContain(words);
  }
});

test('words whose reading is open are told with their readings', () => {
  const report = reportOf('pharmacy-college');
  const phrase = report.obligations.find((obligation) => obligation.phrase);
  if (!phrase) throw new Error('no phrase');
  expect(dutyTold(report, phrase).action).toContain('理解待定');
});

test('what is no duty is refused', () => {
  const report = reportOf('pharmacy-college');
  expect(() => dutyTold(report, {} as never)).toThrow(ZerenzhiError);
});
