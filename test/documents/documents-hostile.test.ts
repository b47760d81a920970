import { parse as parseCsv } from 'csv-parse/sync';
import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { obligationsCsv, obligationsXlsx, renderDocx } from '../../src/documents/index.js';
import { assessIncident, checkUnitObligations, type Incident, type Organization } from '../../src/index.js';
import { SPREADSHEET } from '../../src/messages/spreadsheet.js';
import { memoPage, renderHtml, renderMarkdown, renderText } from '../../src/report/index.js';
import { partsOf, readDocx, readXlsx } from '../support/office.js';
import { sized } from '../support/size.js';
import { HOSTILE } from './hostile.js';

const organizationOf = (name: string): Organization => ({
  name,
  units: [{ id: 'college', name, kind: 'college' }],
  posts: [{ id: 'head', unit: 'college', role: 'unit-head', title: name }],
  appointments: [{ post: 'head', person: 'p-001', from: '2020-01-01' }],
  systems: [{ id: 'site', name, kind: 'website', ownedBy: 'college', managedBy: 'college' }],
});
const incidentOf = (name: string): Incident => ({
  id: 'x',
  title: name,
  source: name,
  units: [{ id: 'college' }],
  systems: [{ id: 'site' }],
  occurredAt: '2024-03-01T10:00:00+08:00',
  leak: { occurred: true, persons: 3 },
  findings: { 'major-impact': true },
});
const memoWith = (name: string) =>
  memoPage(assessIncident(incidentOf(name), { organization: organizationOf(name), asOf: '2024-06-30' }), {
    foundBy: { 'leak.persons': name, 'major-impact': name },
  });
const reportWith = (name: string) => ({
  organization: organizationOf(name),
  report: checkUnitObligations(
    { id: 'college', name, evidence: [{ obligation: 'art7.p2.i3.plan', on: '2024-03-01', ref: name }] },
    { organization: organizationOf(name), asOf: '2024-06-30' },
  ),
});

/** What nobody sees, or what turns what they see: none of it may come out. */
const UNSEEN = /[\p{Cc}\p{Cs}\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/u;
const seen = (text: string) => text.replaceAll('\n', '');

/** The same with a plain word. */
const tagsOf = (html: string) => [...html.matchAll(/<([a-z0-9]+)/g)].map(([, name]) => name);
const page = memoWith('x');
const plain = {
  docx: readDocx(partsOf(await renderDocx(page))),
  tags: tagsOf(renderHtml(page, { title: 'x' })),
  markdown: renderMarkdown(page),
};

describe.each(HOSTILE.filter((_, i) => i % sized(3, 1) === 0).map((words) => ({ words })))('$words', ({ words }) => {
  test('is words in HTML', () => {
    const html = renderHtml(memoWith(words), { title: words });
    expect(seen(html)).not.toMatch(UNSEEN);
    expect(new Set(tagsOf(html))).toEqual(new Set(plain.tags));
    const { document } = new JSDOM(renderHtml(memoWith(words))).window;
    expect(document.querySelectorAll('script, img, a, [onerror], [onload]')).toHaveLength(0);
  });

  test('is words in Markdown and on the terminal', () => {
    const markdown = renderMarkdown(memoWith(words));
    expect(seen(markdown)).not.toMatch(UNSEEN);
    expect(seen(renderText(memoWith(words)))).not.toMatch(UNSEEN);
    expect(markdown).not.toMatch(/<(script|img|b)\b/);
    expect(markdown).not.toMatch(/(?<!\\)\]\(/);
    // As many lines, and as many bars that part cells, as with a plain word.
    expect(markdown.split('\n')).toHaveLength(plain.markdown.split('\n').length);
    const bars = (text: string) => text.match(/(?<!\\)\|/g)?.length;
    expect(bars(markdown)).toBe(bars(plain.markdown));
  });

  test('is words in Word, whose parts are all well-formed', async () => {
    const parts = partsOf(await renderDocx(memoWith(words)));
    for (const { text, root } of parts.values()) {
      expect(seen(text)).not.toMatch(UNSEEN);
      root();
    }
    expect(readDocx(parts)).toHaveLength(plain.docx.length);
  });

  test('is a text in a spreadsheet, whatever it looks like', async () => {
    const { organization, report } = reportWith(words);
    const parts = partsOf(await obligationsXlsx([report], { organization }));
    for (const { text, root } of parts.values()) {
      root();
      expect(seen(text)).not.toMatch(UNSEEN);
      expect(text).not.toMatch(/<f[ >]/);
      // What Excel would decode to a character.
      expect(text.replaceAll('_x005F_', '')).not.toMatch(/_x[0-9a-f]{4}_/i);
    }
    const [duties] = readXlsx(parts);
    const texts = duties?.rows.slice(1).flatMap(({ A = '', F = '' }) => [A, ...(F === '' ? [] : [F])]) ?? [];
    expect(new Set(texts.map((text) => typeof text))).toEqual(new Set(['string']));
  });

  test('begins no formula in CSV, nor where a semicolon parts cells', () => {
    const { organization, report } = reportWith(words);
    const csv = obligationsCsv([report], { organization });
    expect(csv.startsWith('\ufeff')).toBe(true);
    const rows = parseCsv(csv, { bom: true, record_delimiter: '\r\n' }) as string[][];
    expect(new Set(rows.map(({ length }) => length))).toEqual(new Set([Object.keys(SPREADSHEET.zh.columns).length]));
    const cells = rows.flat();
    expect(cells.some((cell) => seen(cell) !== cell || UNSEEN.test(cell))).toBe(false);
    for (const cell of [...cells, ...cells.flatMap((whole) => whole.split(';'))])
      expect(cell.trim()).not.toMatch(/^[=+\-@\uff1d\uff0b\uff0d\uff20]/);
  });
});
