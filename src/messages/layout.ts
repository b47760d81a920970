import type { Lang } from '../language.js';

/** How a printed document looks: lengths with their units, line heights and tables in points. */
export interface Layout {
  readonly tag: string;
  readonly margin: {
    readonly top: `${number}mm`;
    readonly right: `${number}mm`;
    readonly bottom: `${number}mm`;
    readonly left: `${number}mm`;
    readonly footer: `${number}mm`;
  };
  /** The width between the margins, in millimetres. */
  readonly width: number;
  readonly fonts: {
    readonly latin: string;
    readonly title: string;
    readonly body: string;
    readonly first: string;
    readonly second: string;
    readonly number: string;
    readonly sheet: string;
  };
  readonly size: {
    readonly title: number;
    readonly body: number;
    readonly first: number;
    readonly second: number;
    readonly table: number;
    readonly number: number;
  };
  /** Whole lines of a fixed height, as official documents have them; lines as high as their letters need otherwise. */
  readonly line?: number;
  readonly tableLine: number;
  /** How far the first line of a paragraph stands in, in points. */
  readonly indent: number;
  /** Headings told apart by their typeface alone, or by being bold. */
  readonly bold: boolean;
  /** What stands after the number of an item. */
  readonly point: string;
  /** What stands around the number of a page, and whether it stands at the outer edge. */
  readonly around: string;
  readonly outer: boolean;
}

// In Chinese as official documents are laid out; plain in English.
export const LAYOUT: Record<Lang, Layout> = {
  zh: {
    tag: 'zh-CN',
    margin: { top: '37mm', right: '26mm', bottom: '35mm', left: '28mm', footer: '22mm' },
    width: 6 * 26,
    fonts: {
      latin: 'Times New Roman',
      title: '方正小标宋简体',
      body: '仿宋',
      first: '黑体',
      second: '楷体',
      number: '宋体',
      sheet: '宋体',
    },
    size: { title: 22, body: 16, first: 16, second: 16, table: 12, number: 14 },
    line: 28,
    tableLine: 18,
    indent: 2 * 16,
    bold: false,
    point: '．',
    around: '—',
    outer: true,
  },
  en: {
    tag: 'en-GB',
    margin: { top: '25mm', right: '25mm', bottom: '25mm', left: '25mm', footer: '12mm' },
    width: 8 * 20,
    fonts: {
      latin: 'Times New Roman',
      title: '宋体',
      body: '宋体',
      first: '宋体',
      second: '宋体',
      number: '宋体',
      sheet: 'Calibri',
    },
    size: { title: 18, body: 11, first: 13, second: 11, table: 10, number: 10 },
    tableLine: 13,
    indent: 0,
    bold: true,
    point: '.',
    around: '',
    outer: false,
  },
};
