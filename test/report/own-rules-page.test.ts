import { describe, expect, test } from 'vitest';
import { checkUnitObligations, createPolicy, type Organization, type Overlay, type UnitFile } from '../../src/index.js';
import { obligationsPage, renderHtml, renderMarkdown, renderText } from '../../src/report/index.js';
import { readYaml } from '../support/fixtures.js';

// What an official reads of the rules that a unit has made for itself.

const organization = readYaml<Organization>('fixtures/organizations/university.yaml');
const overlays = ['pharmacy-college', 'technology-centre'].map((unit) =>
  readYaml<Overlay>(`fixtures/overlays/${unit}.yaml`),
);
const policy = createPolicy({ overlays: overlays as never });
const college: UnitFile = {
  ...readYaml<UnitFile>('fixtures/units/pharmacy-college.yaml'),
  evidence: [
    { obligation: 'own.content-check', on: '2024-03-01', ref: '检查记录' },
    { obligation: 'own.site-contact', system: 'college-site', on: '2024-03-01' },
  ],
  incidents: [
    {
      id: 'site-2024',
      occurredAt: '2024-05-06T08:00:00+08:00',
      discoveredAt: '2024-05-06T08:00:00+08:00',
      incident: { occurred: true, grade: 'major' },
      report: { at: '2024-05-06T10:30:00+08:00' },
    },
  ],
};
const reportOf = (unit: UnitFile) => checkUnitObligations(unit, { policy, organization, asOf: '2024-06-30' });
const page = (unit: UnitFile, options: Parameters<typeof obligationsPage>[1] = {}) =>
  obligationsPage(reportOf(unit), options);
/** From the heading on. */
const section = (text: string, heading: string) => {
  const lines = text.split('\n');
  return lines.slice(lines.indexOf(heading));
};

describe('a section of its own', () => {
  test('says whose rules they are, for which days, in their own words, and how each duty stands', () => {
    const lines = section(renderText(page(college)), '本单位制度');
    expect(lines.slice(0, 7)).toEqual([
      '本单位制度',
      '以下依本单位自定的制度，单独列出，不计入以上各项，也不引起其中的后果。',
      '《药学院网络安全工作责任制》（药院发〔2024〕3号），2024年2月1日至2026年12月31日有效',
      '  已逾期　每月检查已发布的信息（由学院办公室负责）　到期 2024年4月1日',
      '    制度原文：“学院办公室每月检查一次学院网站已发布的信息”',
      '    落实第七条第二款第（三）项',
      '    依据：最近一次为2024年3月1日“检查记录”',
    ]);
  });

  test('tells the stricter term with the duty by it, beside how that stands by the regulation', () => {
    const lines = section(renderText(page(college)), '  本单位取值：第一时间报告');
    expect(lines.slice(1, 4)).toEqual([
      '    制度原文：“第一时间是指发现之时起一小时以内”',
      '    未按要求履行　第八条　第一时间向网络安全和信息化领导小组办公室报告（按规定：待定）　事件 site-2024',
      '      依据：报告时间：2024年5月6日10时30分；不符合“第一时间报告”的取值',
    ]);
  });

  test('in English too, with the words as they are', () => {
    const text = renderText(page(college, { lang: 'en' }));
    expect(text).toContain("The unit's own rules");
    expect(text).toContain('  overdue  check every month what is published (borne by the college');
    expect(text).toContain('words of the rules: “学院办公室每月检查一次学院网站已发布的信息”');
    expect(text).toContain('report immediately to the Office of the Leading Group (by the regulation: open)');
  });

  test('what is fulfilled is told where every duty is asked for', () => {
    expect(renderText(page(college))).not.toContain('为信息系统明确联系人');
    expect(renderText(page(college, { full: true }))).toContain(
      '  已履行　为信息系统明确联系人（由主管网络安全的领导班子成员负责）　系统 药学院网站',
    );
  });

  test('what is open of both is asked once', () => {
    const text = renderText(page(college));
    expect(text.split('“自己的信息系统”是否包括托管子站？')).toHaveLength(2);
    expect(text.split('有何材料证明已履行“每年演练网络安全预案”？')).toHaveLength(2);
  });

  test('of several units each has its own', () => {
    const reports = [college, readYaml<UnitFile>('fixtures/units/technology-centre.yaml')].map(reportOf);
    const text = renderText(obligationsPage(reports));
    expect(text.match(/^本单位制度$/gm)).toHaveLength(2);
    expect(text).toContain('《现代教育技术中心网络安全工作责任制》，自2023年1月5日起有效');
  });

  test('a unit without rules of its own has none', () => {
    const unit = readYaml<UnitFile>('fixtures/units/student-affairs.yaml');
    expect(renderText(page(unit))).not.toContain('本单位制度\n');
  });
});

test('what a document is called stays words in every format', () => {
  const title = '<b>制度</b> | # `x`';
  const policyOf = createPolicy({ overlays: [{ ...overlays[0], document: { title } }] as never });
  const found = obligationsPage(checkUnitObligations(college, { policy: policyOf, organization, asOf: '2024-06-30' }));
  expect(renderHtml(found, { title: '' })).not.toContain('<b>制度');
  expect(renderMarkdown(found)).not.toContain('<b>制度');
});
