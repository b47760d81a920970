import { convertMillimetersToTwip, type ILevelsOptions, type IPropertiesOptions } from 'docx';
import type { Lang } from '../language.js';
import { LAYOUT } from '../messages/layout.js';

// In plain numbers, as every program that opens such files reads them: not all know of units.

/** Word counts lengths in twentieths of a point, and the size of letters in halves. */
export const twips = (points: number): number => Math.round(points * 20);
const halves = (points: number): number => points * 2;
export const twipsOf = (length: `${number}mm`): number => convertMillimetersToTwip(Number.parseFloat(length));

/** The names of the styles beside Word's own headings. */
export const STYLE = {
  body: 'BodyText',
  item: 'ListText',
  cell: 'TableText',
  headCell: 'TableHead',
  pageNumber: 'PageNumber',
} as const;
export const LIST = { bullets: 'bullets', numbers: 'numbers' } as const;

/** The styles of a document: whoever edits it changes a look in one place. */
export function stylesOf(lang: Lang): NonNullable<IPropertiesOptions['styles']> {
  const { fonts, size, line, tableLine, indent, bold, tag } = LAYOUT[lang];
  const fontOf = (eastAsia: string) => ({ ascii: fonts.latin, hAnsi: fonts.latin, cs: fonts.latin, eastAsia });
  const lines =
    line === undefined
      ? ({ line: twips(15), lineRule: 'auto' } as const)
      : ({ line: twips(line), lineRule: 'exact' } as const);
  // Lines of one height leave no room between paragraphs; others set their paragraphs apart.
  const apart = (before: number, after: number) =>
    line === undefined ? { ...lines, before: twips(before), after: twips(after) } : { ...lines, before: 0, after: 0 };
  const heading = (of: 'first' | 'second', before: number) => ({
    run: { font: fontOf(fonts[of]), size: halves(size[of]), bold, color: '000000' },
    paragraph: { spacing: apart(before, 2), indent: { firstLine: twips(indent) }, keepNext: true },
  });
  const cell = { spacing: { line: twips(tableLine), lineRule: 'atLeast' } } as const;
  return {
    default: {
      document: {
        run: { font: fontOf(fonts.body), size: halves(size.body), language: { value: tag, eastAsia: LAYOUT.zh.tag } },
        paragraph: { spacing: { ...lines, before: 0, after: 0 } },
      },
      title: {
        run: { font: fontOf(fonts.title), size: halves(size.title), bold, color: '000000' },
        paragraph: {
          alignment: 'center',
          spacing: { line: twips(size.title * 1.5), lineRule: 'atLeast', after: twips(line ?? 12) },
          keepNext: true,
        },
      },
      heading1: heading('first', 14),
      heading2: heading('second', 8),
    },
    paragraphStyles: [
      {
        id: STYLE.body,
        name: 'Body Text',
        basedOn: 'Normal',
        paragraph: { alignment: 'both', indent: { firstLine: twips(indent) }, spacing: apart(2, 4) },
      },
      {
        id: STYLE.item,
        name: 'List Text',
        basedOn: 'Normal',
        paragraph: { indent: { firstLine: twips(indent) }, spacing: apart(0, 1) },
      },
      { id: STYLE.cell, name: 'Table Text', basedOn: 'Normal', paragraph: cell, run: { size: halves(size.table) } },
      {
        id: STYLE.headCell,
        name: 'Table Head',
        basedOn: STYLE.cell,
        paragraph: { keepNext: true },
        run: { font: fontOf(fonts.first), bold },
      },
      {
        id: STYLE.pageNumber,
        name: 'Page Number',
        basedOn: 'Normal',
        paragraph: { spacing: { line: twips(12), lineRule: 'auto' } },
        run: { font: { ascii: fonts.number, hAnsi: fonts.number, eastAsia: fonts.number }, size: halves(size.number) },
      },
    ],
  };
}

/** How far a list stands in at a level: official documents set off its first lines only. */
export const indentAt = (level: number, lang: Lang) =>
  lang === 'zh'
    ? { left: twips(level * LAYOUT.zh.indent), firstLine: twips(LAYOUT.zh.indent) }
    : { left: twips((level + 1) * 18), hanging: twips(14) };

const LEVELS = [0, 1, 2, 3, 4, 5, 6, 7, 8];

export function numberingOf(lang: Lang): NonNullable<IPropertiesOptions['numbering']> {
  const levels = (format: 'bullet' | 'decimal', text: (level: number) => string): ILevelsOptions[] =>
    LEVELS.map((level) => ({
      level,
      format,
      text: text(level),
      suffix: lang === 'zh' ? 'nothing' : 'tab',
      style: { paragraph: { indent: indentAt(level, lang) } },
    }));
  return {
    config: [
      { reference: LIST.bullets, levels: levels('bullet', () => '•') },
      { reference: LIST.numbers, levels: levels('decimal', (level) => `%${level + 1}${LAYOUT[lang].point}`) },
    ],
  };
}
