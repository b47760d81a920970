import { describe, expect, test } from 'vitest';
import { assessIncident, type Incident, type Organization, ZerenzhiError } from '../../src/index.js';
import { compareReadings, settle, whatIf } from '../../src/inquiry/index.js';
import { assessmentPage, changeText, renderText, settlementsPage, whatIfsPage } from '../../src/report/index.js';
import { readYaml } from '../support/fixtures.js';

// What would settle a case, and what would have turned it, under the outcome of the case.

const organization = readYaml<Organization>('fixtures/organizations/university.yaml');
const setting = { organization, asOf: '2024-06-30' };
const shipped = (name: string) => readYaml<Incident>(`fixtures/incidents/${name}.yaml`);
const linesOf = (text: string) => text.split('\n').map((line) => line.trim());

const settled = (incident: Incident) =>
  linesOf(renderText(settlementsPage(assessIncident(incident, setting), [settle(incident, setting)])));
const turned = (incident: Incident, full?: boolean) => {
  const assessment = assessIncident(incident, setting);
  const found = assessment.findings.map(({ provision }) => ({
    turned: whatIf(incident, provision, setting),
    readings: compareReadings(assessment, provision),
  }));
  return linesOf(renderText(whatIfsPage(assessment, found, { full })));
};
const below = (lines: readonly string[], heading: string) => lines.slice(lines.indexOf(heading) + 1);

describe('what would settle a case', () => {
  const lines = settled(shipped('home-page-tampered'));

  test('the case, its outcome, and of which of its units it is', () => {
    expect(lines.slice(0, 2)).toEqual([
      '待明确事项及其对结论的影响 · 学校主页被篡改（home-page-tampered）',
      '◐ 尚不能确定　截至2024年6月30日',
    ]);
    expect(lines).toContain('以下就党委宣传部而言；另有现代教育技术中心，可分别查看。');
  });

  test('what the record leads to is to be asked first', () => {
    const page = linesOf(renderText(assessmentPage(assessIncident(shipped('student-list-spread'), setting))));
    const [first] = below(page, '取决于：');
    const [asked] = below(settled(shipped('student-list-spread')), '建议先行核实');
    expect(asked?.replace(/^1\. /, '').split('？')[0]).toBe(first?.split('？')[0]);
  });

  test('a day of issue is held against the day of the incident, not against the first day of its year', () => {
    expect(lines).toContain('印发之日：不晚于事件发生之日');
    expect(lines.join('\n')).not.toMatch(/2019-(01-01|12-31)|2019年12月31日/);
  });

  test('a time of the last day of that year is told as the time it is', () => {
    const at = '2019-12-31T18:00:00+08:00';
    const told = changeText({ kind: 'fact', id: 'report.at', value: at, range: { least: at } });
    expect(told).toBe('报告时间：不早于2019年12月31日18时');
  });

  test('no loss is no loss, and not at most 0 yuan', () => {
    expect(lines).toContain('经济损失（元）：0元');
  });

  test('a settled outcome is called settled, with what its presumptions rest on; an open one is not', () => {
    expect(settled(shipped('no-rules-no-logs'))).toContain(
      '结论已定，没有尚缺的事项能够改变结论；推定被推翻的，须重新评估。',
    );
    expect(lines.join('\n')).not.toContain('结论已定');
  });

  test('what is no option is refused', () => {
    const incident = shipped('home-page-tampered');
    const options = { long: true } as object;
    expect(() => settlementsPage(assessIncident(incident, setting), [settle(incident, setting)], options)).toThrow(
      ZerenzhiError,
    );
    expect(() => whatIfsPage(assessIncident(incident, setting), [], options)).toThrow(ZerenzhiError);
  });
});

describe('a unit that had no part in a case that is met of another', () => {
  const incident = {
    occurredAt: '2023-05-06',
    incident: { occurred: true },
    findings: { 'serious-consequences': true },
    conduct: { 'refused-cooperation': true, 'refused-towards': ['outside'], 'refused-cooperation-at': '2023-05-10' },
    units: [{ id: 'student-affairs', part: false }, { id: 'publicity' }],
  } satisfies Incident;
  const asked = { ...setting, unit: 'student-affairs' };

  test('its own outcome stands beside that of the case', () => {
    const page = settlementsPage(assessIncident(incident, setting), [settle(incident, asked)]);
    const lines = linesOf(renderText(page));
    expect(lines[1]).toContain('● 符合问责情形（第九条第二款第（五）项）');
    expect(lines).toContain('○ 就所看的单位或者系统而言：不符合问责情形');
  });

  test('that it had one would turn it', () => {
    const found = whatIf(incident, 'art9.p2.i5', asked);
    expect(found?.sets).toEqual([[expect.objectContaining({ id: 'concerned.part', value: true, instead: false })]]);
  });
});

describe('what would have turned a case', () => {
  test('before the rules nothing does, which is told once of all that it is so of', () => {
    const early = { occurredAt: '2018-05-01', leak: { occurred: true, kinds: ['state-secret'] } } satisfies Incident;
    const lines = turned(early);
    expect(lines.filter((line) => line === '所涉事件或者行为在本细则施行之前，其他事实不影响结论')).toHaveLength(1);
    expect(whatIf(early, 'art9.p2.i3', setting)).toMatchObject({
      status: 'unmet',
      sets: [],
      stays: 'before-the-rules',
    });
  });

  test('nor where nobody knows whether it was before them', () => {
    const incident = { leak: { occurred: false } } satisfies Incident;
    expect(whatIf(incident, 'art9.p2.i3', setting)?.stays).toBe('time-open');
  });

  test('what a presumption alone keeps unmet says so, with what is presumed', () => {
    const incident = { occurredAt: '2024-03-01' } satisfies Incident;
    const item = whatIf(incident, 'art9.p2.i6', setting);
    expect([item?.status, item?.presumed]).toEqual([
      'unmet',
      [
        { fact: 'conduct.obstructed', value: false },
        { fact: 'conduct.refused-support', value: false },
      ],
    ]);
    const lines = turned(incident, true);
    const at = lines.indexOf('第九条第二款第（六）项　阻碍或拒不支持公安、国家安全机关');
    expect(lines.slice(at).indexOf('拒不提供支持和保障：否')).toBeLessThan(8);
    expect(lines.slice(at)).toContain('推定（事件记录未载明，暂按此处理）');
  });

  test('a unit asked for by its name is proposed by its id', () => {
    const site = { units: [{ id: 'pharmacy-college' }, { id: 'technology-centre' }] } satisfies Incident;
    try {
      settle(site, { ...setting, unit: '药学院' });
    } catch (error) {
      expect((error as ZerenzhiError).diagnostics[0]?.nearest).toBe('pharmacy-college');
      return;
    }
    throw new Error('was accepted');
  });

  test('of many ways the first three, and how many more there are; all of them in full', () => {
    const site = shipped('student-list-spread');
    const all = whatIf(site, 'art9.p2.i1', setting)?.sets.length ?? 0;
    expect(all).toBeGreaterThan(3);
    const setsIn = (lines: readonly string[]) =>
      below(lines, '第九条第二款第（一）项　被攻击篡改、传递禁止内容且未及时报告和处置')
        .slice(0, 200)
        .filter((line, i, list) => /^情形/.test(line) && !list.slice(0, i).some((one) => one.startsWith('第九条')));
    expect(setsIn(turned(site))).toHaveLength(3);
    expect(turned(site)).toContain(`另有${all - 3}种`);
    expect(setsIn(turned(site, true))).toHaveLength(all);
  });
});
