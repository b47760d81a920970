import { describe, expect, test } from 'vitest';
import { explainFinding } from '../../src/explanation/explain.js';
import { assessIncident, type Incident } from '../../src/index.js';
import {
  assessmentPage,
  type Block,
  type Item,
  memoPage,
  type Page,
  renderText,
  timelineMermaid,
} from '../../src/report/index.js';
import { organization } from '../support/pictures.js';

// A state secret lost by the people of 学生处, in an incident that names 教务处 first. 教务处 lost nothing.
const incident: Incident = {
  occurredAt: '2024-05-06T08:00:00+08:00',
  incident: { occurred: true, grade: 'major' },
  units: [
    { id: 'academic-affairs', leak: { occurred: false }, report: { status: 'none' } },
    {
      id: 'student-affairs',
      leak: { occurred: true, 'own-persons': true, kinds: ['state-secret'] },
      report: { at: '2024-05-06T09:00:00+08:00' },
      findings: { 'serious-incident': true },
    },
  ],
};
const assessment = assessIncident(incident, { organization, asOf: '2024-06-30' });
const LEAK = 'art9.p2.i3';

const textOf = ({ line }: Item): string => line.map((run) => (typeof run === 'string' ? run : run.text)).join('');
const nested = (items: readonly Item[]): string[] =>
  items.flatMap((item) => [textOf(item), ...nested(item.items ?? [])]);
const lists = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) => (block.kind === 'list' ? nested(block.items) : []));
/** The blocks of a page under a heading, up to the next. */
function under(page: Page, words: string): readonly Block[] {
  const from = page.blocks.findIndex(
    (block) => block.kind === 'heading' && textOf({ line: block.line }).includes(words),
  );
  const rest = page.blocks.slice(from + 1);
  const next = rest.findIndex(({ kind }) => kind === 'heading');
  return next < 0 ? rest : rest.slice(0, next);
}

describe('an incident that concerns several units', () => {
  test('the memo says of each how a finding comes out, and lights the words of the one that meets it', () => {
    const section = under(memoPage(assessment), '第（三）项');
    expect(lists(section).slice(-2)).toEqual(['不符合　教务处', '符合　学生处']);
    const said = renderText({ lang: 'zh', blocks: section });
    expect(said).toContain('[● 泄露国家秘密]');
    expect(said).toContain('外泄数据的种类');
  });

  test('and of each duty whose it is', () => {
    const memo = renderText(memoPage(assessment));
    expect(memo).toContain('报告（教务处）');
    expect(memo).toContain('报告（学生处）');
    expect(memo).toContain('职责主体：各单位（学生处）；对象：网络安全和信息化领导小组办公室');
    const [own] = under(memoPage(assessment), '报告（学生处）').slice(1);
    expect(renderText({ lang: 'zh', blocks: own ? [own] : [] })).toContain('状态：待定');
    // What is established of 教务处 is told of it alone.
    expect(memo).toMatch(/向办公室报告的情况（教务处） +查明未报告/);
    expect(memo).toMatch(/重大网络安全事件（一般含义）（学生处） +是 +人工认定/);
  });

  test('the assessment page does the same', () => {
    const page = assessmentPage(assessment);
    const accountability = lists(under(page, '符合的情形'));
    expect(accountability).toContain('不符合　教务处');
    expect(accountability).toContain('符合　学生处');
    const duties = under(page, '报告与处置').flatMap((block) => (block.kind === 'table' ? block.rows : []));
    const bearers = duties.map(([, , line = []]) => textOf({ line }));
    expect(bearers).toEqual(expect.arrayContaining(['各单位（教务处）', '各单位（学生处）']));
  });

  test('an explanation is of the unit that decides', () => {
    expect(explainFinding(assessment, LEAK).status).toBe('met');
  });

  test('the timeline names whose a duty is', () => {
    expect(timelineMermaid(assessment)).toMatch(/报告<br\/>[^\n]*单位：[^\n]*学生处/);
  });

  test('what has one unit names none', () => {
    const alone = assessIncident({ units: [{ id: 'student-affairs' }] }, { organization, asOf: '2024-06-30' });
    const memo = renderText(memoPage(alone));
    expect(memo).not.toContain('各单位：');
    expect(memo).not.toContain('（学生处）');
  });
});
