import type { Lang } from '../language.js';
import { TYPEFACE } from '../messages/typefaces.js';

// How paper looks, once for every format that is laid out: Word documents, and HTML that is printed.

/** A typeface as Word documents name it, and as style sheets do with those that stand in for it. */
interface Typeface {
  readonly word: string;
  readonly css: string;
}
export type Millimetres = `${number}mm`;

/** Lengths are in points, but for those of the sheet, which are in millimetres as people measure paper. */
export interface Layout {
  readonly tag: string;
  readonly margin: Readonly<Record<'top' | 'right' | 'bottom' | 'left' | 'footer', Millimetres>>;
  readonly fonts: Readonly<Record<'title' | 'body' | 'first' | 'second' | 'number' | 'sheet', Typeface>>;
  readonly size: Readonly<Record<'title' | 'body' | 'first' | 'second' | 'table' | 'number', number>>;
  /** Whole lines of a fixed height, as official documents have them; lines as high as their letters need otherwise. */
  readonly line?: number;
  readonly tableLine: number;
  /** The room above and below, where lines are not all of one height. */
  readonly room: Readonly<Record<'first' | 'second' | 'body', { readonly above: number; readonly below: number }>>;
  /** How far the first line of a paragraph stands in, and each level of a list, in letters of the body. */
  readonly indent: number;
  readonly listIndent: number;
  /** Headings told apart by their typeface alone, or by being bold. */
  readonly bold: boolean;
  /** What stands after the number of an item. */
  readonly point: string;
  /** What stands around the number of a page, and whether it stands at the outer edge. */
  readonly around: string;
  readonly outer: boolean;
}

/** What is the same in every language: the sheet, and the room around a table and inside its cells. */
export const SHEET: Readonly<Record<'width' | 'height', Millimetres>> = { width: '210mm', height: '297mm' };
export const TABLE = { apart: 6, cell: { above: 2, beside: 4 } } as const;
/** The typeface of Latin letters. */
export const LATIN = 'Times New Roman';

const NONE = { above: 0, below: 0 };
const PLAIN = { word: TYPEFACE.song, css: `"${LATIN}",serif` };

// In Chinese as official documents are laid out; plain in English.
export const LAYOUT: Record<Lang, Layout> = {
  zh: {
    tag: 'zh-CN',
    margin: { top: '37mm', right: '26mm', bottom: '35mm', left: '28mm', footer: '22mm' },
    fonts: {
      title: { word: TYPEFACE.title, css: `"${TYPEFACE.title}",STZhongsong,SimSun,"Noto Serif CJK SC",serif` },
      body: {
        word: TYPEFACE.fangsong,
        css: `FangSong,STFangsong,"${TYPEFACE.fangsongOfStandard}","Noto Serif CJK SC",serif`,
      },
      first: { word: TYPEFACE.hei, css: 'SimHei,"Noto Sans CJK SC",sans-serif' },
      second: { word: TYPEFACE.kai, css: 'KaiTi,STKaiti,serif' },
      number: { word: TYPEFACE.song, css: 'SimSun,serif' },
      sheet: { word: TYPEFACE.song, css: 'SimSun,serif' },
    },
    size: { title: 22, body: 16, first: 16, second: 16, table: 12, number: 14 },
    line: 28,
    tableLine: 18,
    room: { first: NONE, second: NONE, body: NONE },
    indent: 2,
    listIndent: 2,
    bold: false,
    point: '．',
    around: '—',
    outer: true,
  },
  en: {
    tag: 'en-GB',
    margin: { top: '25mm', right: '25mm', bottom: '25mm', left: '25mm', footer: '12mm' },
    fonts: {
      title: PLAIN,
      body: { ...PLAIN, css: `"${LATIN}",Times,"Noto Serif CJK SC",serif` },
      first: PLAIN,
      second: PLAIN,
      number: PLAIN,
      sheet: { word: 'Calibri', css: 'Calibri,sans-serif' },
    },
    size: { title: 18, body: 11, first: 13, second: 11, table: 10, number: 10 },
    tableLine: 13,
    room: {
      first: { above: 16, below: 4 },
      second: { above: 8, below: 2 },
      body: { above: 4, below: 4 },
    },
    indent: 0,
    listIndent: 1.5,
    bold: true,
    point: '.',
    around: '',
    outer: false,
  },
};

/** The width between the margins. */
export const innerWidth = ({ margin }: Layout): Millimetres =>
  `${inMillimetres(SHEET.width) - inMillimetres(margin.left) - inMillimetres(margin.right)}mm`;

export const inMillimetres = (length: Millimetres): number => Number.parseFloat(length);

/**
 * The height of lines that are as high as their letters need: in lines of the font's own height, which is some 1.16 of
 * its size.
 */
export const LEADING = { lines: 1.25, ofSize: 1.45 } as const;

/** The height of a line of a title. */
export const titleLine = ({ size }: Layout): number => Math.round(size.title * LEADING.ofSize);
