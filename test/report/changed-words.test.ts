import { marked } from 'marked';
import { describe, expect, test } from 'vitest';
import { renderDocx } from '../../src/documents/index.js';
import { type Line, type Page, renderHtml, renderMarkdown, renderText } from '../../src/report/index.js';
import { partsOf, rootOf } from '../support/office.js';

// Words that were taken out of a text and words that came in, in each form of a page.

const pageOf = (line: Line): Page => ({ lang: 'zh', blocks: [{ kind: 'list', items: [{ line }] }] });
const page = pageOf(['要', { text: '第一时间', change: 'out' }, { text: '两小时内', change: 'in' }, '报告']);

test('in a document the one is struck out and the other underlined', async () => {
  const root = rootOf(partsOf(await renderDocx(page)), 'word/document.xml');
  const runs = [...root.getElementsByTagName('w:r')].map((run) => [
    run.textContent,
    run.getElementsByTagName('w:strike').length > 0,
    run.getElementsByTagName('w:u').length > 0,
  ]);
  expect(runs).toContainEqual(['第一时间', true, false]);
  expect(runs).toContainEqual(['两小时内', false, true]);
  expect(runs).toContainEqual(['报告', false, false]);
});

test('as text, Markdown and HTML', () => {
  expect(renderText(page)).toBe('  要[-第一时间-]{+两小时内+}报告');
  expect(renderMarkdown(page)).toBe('- 要~~第一时间~~**两小时内**报告\n');
  expect(renderHtml(page)).toContain('要<del>第一时间</del><ins>两小时内</ins>报告');
});

describe('Markdown is read as what it says, whatever signs stand at the marks', () => {
  test.each<[string, Line, string]>([
    [
      'Chinese signs beside letters',
      ['要', { text: '“立即”', change: 'out' }, { text: '（两小时内）', change: 'in' }, '报告'],
      '要<del>“立即”</del><strong>（两小时内）</strong>报告',
    ],
    ['at the beginning', [{ text: '（一）', change: 'in' }, '报告'], '<strong>（一）</strong>报告'],
    [
      'spaces inside',
      ['report ', { text: 'at once ', change: 'out' }, 'to us', { text: ' within an hour', change: 'in' }],
      'report <del>at once</del> to us <strong>within an hour</strong>',
    ],
    [
      'signs of Markdown in the words',
      [
        { text: 'a|b', change: 'out' },
        { text: '`c` **d** ~~e~~ [f](g)', change: 'in' },
      ],
      '<del>a|b</del><strong>`c` **d** ~~e~~ [f](g)</strong>',
    ],
  ])('%s', (_, line, expected) => {
    const html = marked(renderMarkdown(pageOf(line))).replaceAll('<!-- -->', '');
    expect(html).toBe(`<ul>\n<li>${expected}</li>\n</ul>\n`);
  });
});
