import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assessIncident } from '../../src/index.js';
import { assessmentPage, type Page, renderText } from '../../src/report/index.js';

// Lines are folded to the columns of a screen: nothing is lost, no sign stands where it may not.

/** Chinese characters and signs take two columns. */
const width = (text: string) =>
  [...text].reduce((sum, character) => sum + (/[\u2e80-\uffef]/.test(character) ? 2 : 1), 0);
const page = (text: string): Page => ({ lang: 'zh', blocks: [{ kind: 'paragraph', line: [text] }] });
const lines = (text: string, columns: number) => renderText(page(text), { width, columns }).split('\n');

test('a date, a number with its unit and a word of Latin script stay whole; a closing sign begins no line', () => {
  expect(lines('学生处处长自2023年7月1日起任职，学校第一责任人（党委书记）', 26)).toEqual([
    '学生处处长自2023年7月1日起',
    '  任职，学校第一责任人（党',
    '  委书记）',
  ]);
  expect(lines('reported by the technology centre', 14)).toEqual(['reported by', '  the', '  technology', '  centre']);
});

test('a table is narrowed where it is widest, and its columns stand', () => {
  const table: Page = {
    lang: 'zh',
    blocks: [{ kind: 'table', rows: [['单位', '学生处处长自二〇二三年七月一日起任职', '待定'].map((text) => [text])] }],
  };
  expect(renderText(table, { width, columns: 30 }).split('\n')).toEqual([
    '  单位  学生处处长自二〇  待定',
    '        二三年七月一日起',
    '        任职',
  ]);
});

test('what is painted is painted on every line it is folded over', () => {
  const dim: Page = { lang: 'zh', blocks: [{ kind: 'paragraph', line: ['甲乙', { text: '丙丁戊己', style: 'dim' }] }] };
  const paint = (text: string, as: string) => `<${as}>${text}</>`;
  expect(renderText(dim, { width, columns: 8, paint })).toBe('甲乙<dim>丙丁</>\n  <dim>戊己</>');
});

test('nothing is lost and no line is too wide, whatever the words', () => {
  const assessment = assessIncident({ attack: { tampered: true }, occurredAt: '2024-05-06T08:00:00+08:00' });
  const whole = renderText(assessmentPage(assessment), { width });
  const bare = (text: string) => text.replaceAll(/\s/g, '');
  fc.assert(
    fc.property(fc.integer({ min: 12, max: 200 }), fc.string({ unit: 'grapheme', maxLength: 80 }), (columns, words) => {
      const folded = renderText(page(words), { width, columns });
      expect(bare(folded)).toBe(bare(renderText(page(words), { width })));
      for (const line of folded.split('\n')) expect(width(line)).toBeLessThanOrEqual(columns);
    }),
  );
  const narrow = renderText(assessmentPage(assessment), { width, columns: 80 });
  for (const line of narrow.split('\n')) expect(width(line), line).toBeLessThanOrEqual(80);
  expect([...bare(narrow)].sort()).toEqual([...bare(whole)].sort());
});
