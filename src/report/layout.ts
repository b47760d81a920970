import type { Lang } from '../language.js';

// How paper looks, once for every format that is laid out: Word documents, and HTML that is printed.

/** A typeface as Word documents name it, and as style sheets do with those that stand in for it. */
interface Typeface {
  readonly word: string;
  readonly css: string;
}
/** Lengths are in points, but for margins, which are in millimetres as people measure paper. */
export interface Layout {
  readonly tag: string;
  readonly margin: Readonly<Record<'top' | 'right' | 'bottom' | 'left' | 'footer', number>>;
  readonly fonts: Readonly<Record<'title' | 'body' | 'first' | 'second' | 'number' | 'sheet', Typeface>>;
  readonly size: Readonly<Record<'title' | 'body' | 'first' | 'second' | 'table' | 'number', number>>;
  /** Whole lines of a fixed height, as official documents have them; lines as high as their letters need otherwise. */
  readonly line?: number;
  readonly titleLine: number;
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

/** What is the same in every language: the sheet in millimetres, around a table and inside its cells in points. */
export const SHEET = { width: 210, height: 297 } as const;
export const TABLE = { apart: 6, cell: { above: 2, beside: 4 } } as const;
/** The typeface of Latin letters. */
export const LATIN = 'Times New Roman';

const NONE = { above: 0, below: 0 };
const PLAIN = { word: '宋体', css: `"${LATIN}",serif` };

// In Chinese as official documents are laid out; plain in English.
export const LAYOUT: Record<Lang, Layout> = {
  zh: {
    tag: 'zh-CN',
    margin: { top: 37, right: 26, bottom: 35, left: 28, footer: 22 },
    fonts: {
      title: { word: '方正小标宋简体', css: '"方正小标宋简体",STZhongsong,SimSun,"Noto Serif CJK SC",serif' },
      body: { word: '仿宋', css: 'FangSong,STFangsong,"仿宋_GB2312","Noto Serif CJK SC",serif' },
      first: { word: '黑体', css: 'SimHei,"Noto Sans CJK SC",sans-serif' },
      second: { word: '楷体', css: 'KaiTi,STKaiti,serif' },
      number: { word: '宋体', css: 'SimSun,serif' },
      sheet: { word: '宋体', css: 'SimSun,serif' },
    },
    size: { title: 22, body: 16, first: 16, second: 16, table: 12, number: 14 },
    line: 28,
    titleLine: 32,
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
    margin: { top: 25, right: 25, bottom: 25, left: 25, footer: 12 },
    fonts: {
      title: PLAIN,
      body: { ...PLAIN, css: `"${LATIN}",Times,"Noto Serif CJK SC",serif` },
      first: PLAIN,
      second: PLAIN,
      number: PLAIN,
      sheet: { word: 'Calibri', css: 'Calibri,sans-serif' },
    },
    size: { title: 18, body: 11, first: 13, second: 11, table: 10, number: 10 },
    titleLine: 27,
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

/** The width between the margins, in millimetres. */
export const innerWidth = ({ margin }: Layout): number => SHEET.width - margin.left - margin.right;

/** The height of lines that are as high as their letters need: in lines of the font's own height, which is some 1.16 of its size. */
export const LEADING = { lines: 1.25, ofSize: 1.45 } as const;
