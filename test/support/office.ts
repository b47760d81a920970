import { strFromU8, unzipSync } from 'fflate';
import { JSDOM } from 'jsdom';

const { DOMParser } = new JSDOM('').window;
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

interface Part {
  readonly text: string;
  /** As a parser reads it that refuses what is not well-formed. */
  root(): Element;
}
/** The parts of an office file by their paths. */
export type Parts = ReadonlyMap<string, Part>;

export function partsOf(file: Uint8Array): Parts {
  return new Map(
    Object.entries(unzipSync(file)).map(([path, bytes]) => {
      const text = strFromU8(bytes);
      let read: Element | undefined;
      const root = (): Element => {
        read ??= new DOMParser().parseFromString(text, 'application/xml').documentElement;
        if (read.tagName === 'parsererror' || read.getElementsByTagName('parsererror').length > 0)
          throw new Error(`${path} is not well-formed`);
        return read;
      };
      return [path, { text, root }];
    }),
  );
}

export function rootOf(parts: Parts, path: string): Element {
  const found = parts.get(path);
  if (!found) throw new Error(`no ${path}`);
  return found.root();
}

const attribute = (element: Element | undefined, name: string): string | undefined =>
  element?.getAttributeNS(WORD, name) ?? undefined;
const inside = (element: Element, name: string): Element[] => [...element.getElementsByTagNameNS(WORD, name)];

/** What a Word document says, a paragraph or a row of a table a line: the style, then the words; what is underlined stands in brackets. */
export function readDocx(parts: Parts): string[] {
  const [body] = inside(rootOf(parts, 'word/document.xml'), 'body');
  return [...(body?.children ?? [])].flatMap((block) => {
    if (block.localName === 'p') return [`${styleOf(block)}: ${words(block)}`];
    if (block.localName !== 'tbl') return [];
    return inside(block, 'tr').map((row) => {
      const head = inside(row, 'tblHeader').length > 0;
      return `${head ? 'head' : 'row'}: ${inside(row, 'tc').map(words).join(' | ')}`;
    });
  });
}

/** The words of a Word document as a reader sees them, in their order, with the numbers that stand before counted items. */
export function docxWords(parts: Parts): string {
  const counted = countedLists(parts);
  const reached = new Map<string, number>();
  const number = (paragraph: Element): string => {
    const list = attribute(inside(paragraph, 'numId')[0], 'val') ?? '';
    const text = counted.get(list);
    if (text === undefined || attribute(inside(paragraph, 'ilvl')[0], 'val') !== '0') return '';
    reached.set(list, (reached.get(list) ?? 0) + 1);
    return text.replace('%1', `${reached.get(list)}`);
  };
  const said = (paragraph: Element) => inside(paragraph, 't').map(({ textContent }) => textContent);
  return inside(rootOf(parts, 'word/document.xml'), 'p')
    .map((paragraph) => `${number(paragraph)}${said(paragraph).join('')}`)
    .join('');
}

/** The lists that count their items, each with how it writes a number (`%1.`). */
function countedLists(parts: Parts): ReadonlyMap<string, string> {
  const root = rootOf(parts, 'word/numbering.xml');
  const kinds = new Map(inside(root, 'abstractNum').map((kind) => [attribute(kind, 'abstractNumId'), kind]));
  return new Map(
    inside(root, 'num').flatMap((list) => {
      const kind = kinds.get(attribute(inside(list, 'abstractNumId')[0], 'val'));
      const [level] = kind ? inside(kind, 'lvl') : [];
      if (!level || attribute(inside(level, 'numFmt')[0], 'val') !== 'decimal') return [];
      return [[attribute(list, 'numId') ?? '', attribute(inside(level, 'lvlText')[0], 'val') ?? '']];
    }),
  );
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
export function readXlsx(parts: Parts): { name: string; rows: { [cell: string]: string | number }[]; root: Element }[] {
  const named = (element: Element, name: string) => [...element.getElementsByTagNameNS(SHEET, name)];
  const shared = named(rootOf(parts, 'xl/sharedStrings.xml'), 'si').map(({ textContent }) => textContent ?? '');
  return named(rootOf(parts, 'xl/workbook.xml'), 'sheet').map((sheet, i) => {
    const root = rootOf(parts, `xl/worksheets/sheet${i + 1}.xml`);
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
