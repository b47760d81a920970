import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { assessIncident, type Incident } from '../../src/index.js';
import { assessmentPage, explainFinding, explanationsPage, renderText } from '../../src/report/index.js';
import { readYaml } from '../support/fixtures.js';
import { organization } from '../support/pictures.js';

// What somebody must know who reads the beginning only: what comes out, by which words, on what it turns, whose that is.

const asOf = '2026-06-30';
const assessed = (incident: Incident) => assessIncident(incident, { organization, asOf });
const shipped = (name: string) => assessed(readYaml<Incident>(`fixtures/incidents/${name}.yaml`));
const linesOf = (text: string): string[] => text.split('\n');
const page = (assessment: ReturnType<typeof assessed>, full = false) =>
  renderText(assessmentPage(assessment, { full }), { width: stringWidth });

/** What stands on a screen of 24 lines of 80 columns, where long lines are broken. */
function firstScreen(text: string): string {
  const rows = linesOf(text).flatMap((line) => {
    const broken = [''];
    for (const character of line) {
      if (stringWidth(broken.at(-1) + character) > 80) broken.push('');
      broken[broken.length - 1] += character;
    }
    return broken;
  });
  return rows.slice(0, 24).join('');
}

describe('what is open', () => {
  const leaked = shipped('student-list-spread');

  test('the provision that the record answers to, with its words, what it turns on and whose that is', () => {
    const screen = firstScreen(page(leaked));
    // 20,000 persons were named in a chat group: whether that is 大面积 decides item 3, and those who investigate find it.
    for (const words of [
      '尚不能确定',
      '第九条第二款第（三）项　泄露国家秘密、大面积个人信息或重要保密信息等敏感数据',
      '[● 泄露]',
      '[◐ 大面积]',
      '外泄的个人信息是否属于大面积？（明确单位：学校党委组织的调查人员）',
    ])
      expect(screen).toContain(words);
  });

  test('only what the record answers to: the leak, and what is alleged; not that there was an incident', () => {
    const told = linesOf(page(leaked)).flatMap((line) => /art\d\S*$/.exec(line) ?? []);
    expect(told).toEqual(['art9.p2.i3', 'art9.p1', 'art11.accident']);
  });

  test('all that it turns on is told: settled so, it is met', () => {
    // A platform was attacked and nothing was done: whether it was down for long and whether that had a major impact.
    const attacked: Incident = {
      occurredAt: '2024-03-01T08:00:00+08:00',
      units: [{ id: 'academic-affairs' }],
      target: { kind: 'website', capacities: ['managing'] },
      attack: { occurred: true },
      handling: { status: 'none' },
    };
    const lines = linesOf(page(assessed(attacked)));
    const at = lines.findIndex((line) => line.endsWith('art9.p2.i2'));
    const turns = lines.slice(at + 3).filter((line) => line.startsWith('      '));
    expect(turns.map((line) => line.trim().split('？')[0])).toEqual(
      expect.arrayContaining(['是否造成长时间网站瘫痪', '是否造成重大影响']),
    );
    const settled = assessed({ ...attacked, findings: { 'prolonged-outage': true, 'major-impact': true } });
    expect(settled.accountability.by).toContain('art9.p2.i2');
  });

  test('where the record answers to nothing, what turns on least', () => {
    const [first, , , , heading, ...rest] = linesOf(
      page(assessed({ occurredAt: '2024-03-01', incident: { occurred: true } })),
    );
    expect(first).toBe('事件责任评估');
    expect(heading).toBe('尚待确定的情形');
    expect(rest[0]).toContain('◐ 待定');
  });
});

describe('what is met', () => {
  const breach = shipped('no-rules-no-logs');

  test('by which words and on which grounds, before all else', () => {
    const [, outcome, legend, , heading, , words, grounds] = linesOf(page(breach));
    expect(legend).toBe('条文中的记号：● 符合　○ 不符合　◐ 待定');
    expect(outcome).toBe('● 符合问责情形（第九条第一款）　截至2026年6月30日');
    expect(heading).toBe('符合的情形');
    expect(words).toContain('[● 各单位违反或者未能正确履行本细则所列职责]');
    expect(grounds).toContain('依据：');
    expect(grounds).toContain('违反或者未能正确履行本细则所列职责：是');
  });

  test('the rest in a line each: what is open otherwise, not met, presumed, and whose the open points are', () => {
    const lines = linesOf(page(breach));
    const rest = lines.slice(lines.indexOf('其余') + 1, -2);
    expect(rest.map((line) => line.trim().replace(/（\d+）.*/, ''))).toEqual([
      '◐ 其余待定的情形',
      '○ 不符合的情形',
      '推定',
      '待明确事项',
    ]);
  });

  test('in full, every provision, presumption and open point one by one', () => {
    const text = page(breach, true);
    for (const { provision } of breach.findings) expect(text).toContain(provision);
    for (const { ask } of breach.openPoints) expect(text).toContain(ask.zh);
  });
});

describe('before the rules', () => {
  test('one sentence, and what is presumed of what has no time', () => {
    const lines = linesOf(page(shipped('student-data-exposed')));
    expect(lines.slice(1, 3)).toEqual([
      '○ 不适用本细则　截至2026年6月30日',
      '所记录的事情在本细则施行之前（第十五条）。施行以后如另有应予追究的行为，另行评估。',
    ]);
    expect(lines.length).toBeLessThan(8);
  });

  test('not where something later is on record', () => {
    const later = assessed({
      occurredAt: '2018-05-01',
      conduct: { concealed: true, 'concealed-at': '2024-05-01' },
      incident: { occurred: true },
    });
    expect(page(later)).not.toContain('在本细则施行之前');
  });

  test('also where it is known that other conduct was not', () => {
    const early = { occurredAt: '2014-03-01', conduct: { obstructed: false, 'refused-support': false } };
    expect(linesOf(page(assessed(early)))[1]).toContain('○ 不适用本细则');
    // What is denied of an incident under the rules was not before them.
    const now = { ...early, occurredAt: '2024-03-01', leak: { occurred: false } };
    expect(page(assessed(now))).not.toContain('不适用本细则');
  });

  test('when it was stands beside it, on every page that tells the outcome', () => {
    const early = assessed({ occurredAt: '2018-05-01', leak: { occurred: true, kinds: ['state-secret'] } });
    const told = '事件时间（2018年5月1日）在本细则施行之前（第十五条）。';
    const all = early.findings.map(({ provision }) => explainFinding(early, provision));
    for (const text of [page(early), renderText(explanationsPage(early, all))]) {
      expect(linesOf(text)[1]).toContain('○ 不适用本细则');
      expect(linesOf(text)[2]).toContain(told);
      expect(text).not.toContain('不符合的情形');
    }
  });
});

test('nothing that is only presumed is told among what the record answers to', () => {
  const silent = assessed({ occurredAt: '2024-03-01', leak: { occurred: true } });
  expect(linesOf(page(silent)).filter((line) => /art\d/.test(line))).toEqual([expect.stringContaining('art9.p2.i3')]);
});

test('an explanation of all findings tells the outcome first, and what is not met in a line', () => {
  const assessment = shipped('no-rules-no-logs');
  const all = assessment.findings.map(({ provision }) => explainFinding(assessment, provision));
  const lines = linesOf(renderText(explanationsPage(assessment, all)));
  expect(lines[1]).toContain('● 符合问责情形');
  expect(lines.filter((line) => line.startsWith('○ 不符合，因为'))).toEqual([]);
  expect(lines.at(-1)).toBe('本结果供决策参考，不代替有权机关的认定。');
  expect(lines.at(-3)).toMatch(/^ {2}○ 不符合的情形（\d+）：/);
  const full = linesOf(renderText(explanationsPage(assessment, all, { full: true })));
  expect(full.filter((line) => line.startsWith('○ 不符合，因为')).length).toBeGreaterThan(0);
});

test('the marks stand on whole phrases, and words that negate bear the mark of what they say', () => {
  const late = assessed({
    units: [{ id: 'publicity' }],
    systems: [{ id: 'home-page' }],
    occurredAt: '2024-03-01T08:00:00+08:00',
    attack: { occurred: true },
    findings: { 'timely-handling-after-attack': false },
  });
  expect(page(late, true)).toContain('后[● 没有及时处置]');
});
