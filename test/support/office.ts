import { strFromU8, unzipSync } from 'fflate';
import { JSDOM } from 'jsdom';

const { DOMParser } = new JSDOM('').window;
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** The parts of an office file, each read by a parser that refuses what is not well-formed. */
export function readParts(file: Uint8Array): Map<string, { text: string; root: Element }> {
  const parts = Object.entries(unzipSync(file)).map(([path, bytes]) => {
    const text = strFromU8(bytes);
    const root = new DOMParser().parseFromString(text, 'application/xml').documentElement;
    if (root.getElementsByTagName('parsererror').length > 0 || root.tagName === 'parsererror') throw new Error(`${path} is not well-formed`);
    return [path, { text, root }] as const;
  });
  return new Map(parts);
}

export function part(file: Uint8Array, path: string): Element {
  const found = readParts(file).get(path);
  if (!found) throw new Error(`no ${path}`);
  return found.root;
}

const attribute = (element: Element | undefined, name: string): string | undefined => element?.getAttributeNS(WORD, name) ?? undefined;
const inside = (element: Element, name: string): Element[] => [...element.getElementsByTagNameNS(WORD, name)];

/** What a Word document says, a paragraph or a row of a table a line: the style, then the words; what is underlined stands in brackets. */
export function readDocx(file: Uint8Array): string[] {
  const [body] = inside(part(file, 'word/document.xml'), 'body');
  return [...(body?.children ?? [])].flatMap((block) => {
    if (block.localName === 'p') return [`${styleOf(block)}: ${words(block)}`];
    if (block.localName !== 'tbl') return [];
    return inside(block, 'tr').map((row) => {
      const head = inside(row, 'tblHeader').length > 0;
      return `${head ? 'head' : 'row'}: ${inside(row, 'tc').map(words).join(' | ')}`;
    });
  });
}

const styleOf = (paragraph: Element): string => attribute(inside(paragraph, 'pStyle')[0], 'val') ?? 'Normal';

function words(of: Element): string {
  let before: string | undefined;
  const text = inside(of, 'r').map((run) => {
    const line = attribute(inside(run, 'u')[0], 'val');
    const said = inside(run, 't')
      .map(({ textContent }) => textContent)
      .join('');
    // A sign begins what is set apart; the words after it belong to it.
    const begins = line !== undefined && /^[●○◐]/u.test(said);
    const opened = begins ? '[' : '';
    const closed = before !== undefined && (line === undefined || begins) ? ']' : '';
    before = line;
    return `${closed}${opened}${said}`;
  });
  return `${text.join('')}${before === undefined ? '' : ']'}`.replaceAll('\u00a0', ' ');
}

const SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** The cells of the sheets of a spreadsheet: texts, numbers, and nothing else. */
export function readXlsx(file: Uint8Array): { name: string; rows: { [cell: string]: string | number }[]; root: Element }[] {
  const named = (element: Element, name: string) => [...element.getElementsByTagNameNS(SHEET, name)];
  const shared = named(part(file, 'xl/sharedStrings.xml'), 'si').map(({ textContent }) => textContent ?? '');
  return named(part(file, 'xl/workbook.xml'), 'sheet').map((sheet, i) => {
    const root = part(file, `xl/worksheets/sheet${i + 1}.xml`);
    const rows = named(root, 'row').map((row) =>
      Object.fromEntries(
        named(row, 'c').map((cell) => {
          const value = named(cell, 'v')[0]?.textContent ?? '';
          const column = (cell.getAttribute('r') ?? '').replaceAll(/\d/g, '');
          return [column, cell.getAttribute('t') === 's' ? (shared[Number(value)] ?? '') : Number(value)];
        }),
      ),
    );
    return { name: sheet.getAttribute('name') ?? '', rows, root };
  });
}
