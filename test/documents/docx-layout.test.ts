import { describe, expect, test } from 'vitest';
import { renderDocx } from '../../src/documents/index.js';
import type { Page } from '../../src/report/index.js';
import { memoOf } from '../support/memo.js';
import { type Parts, partsOf, readDocx, rootOf } from '../support/office.js';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const named = (of: Element, name: string) => [...of.getElementsByTagNameNS(W, name)];
const value = (of: Element | undefined, name: string, attribute = 'val') =>
  of && named(of, name)[0]?.getAttributeNS(W, attribute);

const zh = partsOf(await renderDocx(memoOf('cosmetic-repair', 'zh')));
const en = partsOf(await renderDocx(memoOf('cosmetic-repair', 'en')));
const styleOf = (parts: Parts, id: string) =>
  named(rootOf(parts, 'word/styles.xml'), 'style').find((style) => style.getAttributeNS(W, 'styleId') === id);

describe('in Chinese, the layout of official documents (GB/T 9704)', () => {
  test('A4: 37 mm above, 28 to the left, 26 to the right, 35 below', () => {
    const body = rootOf(zh, 'word/document.xml');
    // A twentieth of a point is 127 / 7200 mm.
    const mm = (element: string, attribute: string) =>
      Math.round((Number(value(body, element, attribute)) * 127) / 7200);
    expect([mm('pgSz', 'w'), mm('pgSz', 'h')]).toEqual([210, 297]);
    expect(['top', 'left', 'right', 'bottom'].map((side) => mm('pgMar', side))).toEqual([37, 28, 26, 35]);
  });

  test.each([
    // Half-points: 2号 is 22 points, 3号 is 16, 4号 is 14.
    ['Title', '方正小标宋简体', '44'],
    ['Heading1', '黑体', '32'],
    ['Heading2', '楷体', '32'],
    ['PageNumber', '宋体', '28'],
  ])('%s is set in %s', (id, font, size) => {
    const style = styleOf(zh, id);
    expect([value(style, 'rFonts', 'eastAsia'), value(style, 'sz')]).toEqual([font, size]);
  });

  test('the text in 仿宋 of 16 points on lines of exactly 28, its first line two characters in', () => {
    const [defaults] = named(rootOf(zh, 'word/styles.xml'), 'docDefaults');
    expect([value(defaults, 'rFonts', 'eastAsia'), value(defaults, 'sz')]).toEqual(['仿宋', '32']);
    const body = styleOf(zh, 'BodyText');
    expect([
      value(body, 'spacing', 'line'),
      value(body, 'spacing', 'lineRule'),
      value(body, 'ind', 'firstLine'),
    ]).toEqual(['560', 'exact', '640']);
    expect(value(styleOf(zh, 'Title'), 'jc')).toBe('center');
  });

  test('the number of the page between dashes, to the right on odd pages and to the left on even ones', () => {
    const footers = ['word/footer1.xml', 'word/footer2.xml'].map((path) => rootOf(zh, path));
    expect(footers.map((footer) => [footer.textContent, value(footer, 'jc')])).toEqual([
      ['— PAGE —', 'right'],
      ['— PAGE —', 'left'],
    ]);
    expect(zh.get('word/settings.xml')?.text).toContain('<w:evenAndOddHeaders/>');
  });
});

test('in English, plain: page numbers in the middle, bold headings', () => {
  const footer = rootOf(en, 'word/footer1.xml');
  expect([footer.textContent, value(footer, 'jc')]).toEqual(['PAGE', 'center']);
  expect([...en.keys()].filter((path) => path.startsWith('word/footer'))).toHaveLength(1);
  expect(named(styleOf(en, 'Heading1') as Element, 'b')).toHaveLength(1);
});

test('headings are headings, and the head of every table that has one stands again on each page', () => {
  for (const parts of [zh, en]) {
    const lines = readDocx(parts);
    expect(lines.filter((line) => line.startsWith('Title: '))).toHaveLength(1);
    expect(lines.filter((line) => line.startsWith('Heading1: '))).toHaveLength(13);
    // The persons in the body; in the annexes the facts, the chain, seven that settle (nobody judges
    // himself: what the Office did, the Leading Group), the presumptions.
    expect(lines.filter((line) => line.startsWith('head: '))).toHaveLength(11);
    expect(lines.every((line) => /^(Title|Heading[12]|BodyText|Closing|ListText|head|row): /.test(line))).toBe(true);
  }
});

test('every annex begins a page, and who signs stands at the right', () => {
  for (const parts of [zh, en]) {
    const body = rootOf(parts, 'word/document.xml');
    expect(named(body, 'pageBreakBefore')).toHaveLength(7);
    expect(value(styleOf(parts, 'Closing'), 'jc')).toBe('right');
  }
});

test('it names its title and its language, and neither a person nor a time', () => {
  const [title, language] = [...rootOf(en, 'docProps/core.xml').children].map(({ textContent }) => textContent);
  expect([title, language]).toEqual(['Report on responsibility for an incident: 通报后表面整改，再次被篡改', 'en-GB']);
  expect(rootOf(zh, 'docProps/core.xml').children).toHaveLength(2);
  expect(zh.get('docProps/core.xml')?.text).not.toMatch(/creator|modified|created/i);
});

test('the words of the law carry their language in an English document', () => {
  const runs = named(rootOf(en, 'word/document.xml'), 'r');
  const law = runs.filter((run) => run.textContent?.includes('网络平台') === true);
  expect(law.length).toBeGreaterThan(0);
  for (const run of law) expect(value(run, 'lang')).toBe('zh-CN');
  const [defaults] = named(rootOf(en, 'word/styles.xml'), 'docDefaults');
  // And all other Chinese does so by default.
  expect([value(defaults, 'lang'), value(defaults, 'lang', 'eastAsia')]).toEqual(['en-GB', 'zh-CN']);
});

test('lists inside lists, numbers, and tables side by side', async () => {
  const page: Page = {
    lang: 'en',
    blocks: [
      { kind: 'list', ordered: true, items: [{ line: ['one'], items: [{ line: ['inner'] }] }, { line: ['two'] }] },
      { kind: 'list', ordered: true, items: [{ line: ['again one'] }] },
      { kind: 'table', rows: [[['a'], ['b']], [['c']]] },
      { kind: 'table', rows: [[[]]] },
    ],
  };
  const parts = partsOf(await renderDocx(page));
  expect(readDocx(parts)).toEqual([
    'ListText: one',
    'ListText: inner',
    'ListText: two',
    'ListText: again one',
    'row: a | b',
    'row: c | ',
    'Normal: ',
    'row: ',
    'Normal: ',
  ]);
  const numbers = named(rootOf(parts, 'word/document.xml'), 'numPr').map((number) => [
    value(number, 'ilvl'),
    value(number, 'numId'),
  ]);
  const [first, inner, second, again] = numbers;
  expect([first?.[0], inner?.[0], second?.[0]]).toEqual(['0', '1', '0']);
  expect(second?.[1]).toBe(first?.[1]);
  // A list of its own counts from one.
  expect(again?.[1]).not.toBe(first?.[1]);
  expect(readDocx(partsOf(await renderDocx({ lang: 'zh', blocks: [] })))).toEqual([]);
});
