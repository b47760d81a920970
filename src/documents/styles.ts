import { convertMillimetersToTwip, type IPropertiesOptions } from 'docx';
import type { Lang } from '../language.js';
import { inMillimetres, LATIN, LAYOUT, type Layout, LEADING, type Millimetres, titleLine } from '../report/layout.js';

// In plain numbers, as every program that opens such files reads them: not all know of units.

/** Word counts lengths in twentieths of a point, and the size of letters in halves. */
export const twips = (points: number): number => Math.round(points * 20);
const halves = (points: number): number => points * 2;
export const twipsOf = (length: Millimetres): number => convertMillimetersToTwip(inMillimetres(length));

/** The names of the styles beside Word's own headings. */
export const STYLE = {
  body: 'BodyText',
  addressee: 'Addressee',
  closing: 'Closing',
  item: 'ListText',
  cell: 'TableText',
  headCell: 'TableHead',
  pageNumber: 'PageNumber',
} as const;

/** The styles of a document: whoever edits it changes a look in one place. */
export function stylesOf(lang: Lang): NonNullable<IPropertiesOptions['styles']> {
  const layout = LAYOUT[lang];
  const { fonts, size, line, bold, tag } = layout;
  const heading = (of: 'first' | 'second') => ({
    run: { font: fontOf(fonts[of].word), size: halves(size[of]), bold, color: '000000' },
    paragraph: { spacing: spacingOf(layout, of), indent: { firstLine: twips(indentOf(layout)) }, keepNext: true },
  });
  return {
    default: {
      document: {
        run: {
          font: fontOf(fonts.body.word),
          size: halves(size.body),
          language: { value: tag, eastAsia: LAYOUT.zh.tag },
        },
        paragraph: { spacing: { ...linesOf(layout), before: 0, after: 0 } },
      },
      title: {
        run: { font: fontOf(fonts.title.word), size: halves(size.title), bold, color: '000000' },
        paragraph: {
          alignment: 'center',
          spacing: { line: twips(titleLine(layout)), lineRule: 'atLeast', after: twips(line ?? 12) },
          keepNext: true,
        },
      },
      heading1: heading('first'),
      heading2: heading('second'),
    },
    paragraphStyles: paragraphStyles(layout),
  };
}

function paragraphStyles(layout: Layout): NonNullable<NonNullable<IPropertiesOptions['styles']>['paragraphStyles']> {
  const { fonts, size, tableLine, bold } = layout;
  const firstLine = twips(indentOf(layout));
  const cell = { spacing: { line: twips(tableLine), lineRule: 'atLeast' } } as const;
  const body = { alignment: 'both', indent: { firstLine }, spacing: spacingOf(layout, 'body') } as const;
  const item = { indent: { firstLine }, spacing: { ...linesOf(layout), before: 0, after: 0 } };
  const number = {
    paragraph: { spacing: { line: twips(LINE), lineRule: 'auto' } },
    run: {
      font: { ascii: fonts.number.word, hAnsi: fonts.number.word, eastAsia: fonts.number.word },
      size: halves(size.number),
    },
  } as const;
  return [
    { id: STYLE.body, name: 'Body Text', basedOn: 'Normal', paragraph: body },
    { id: STYLE.addressee, name: 'Addressee', basedOn: STYLE.body, paragraph: { indent: { firstLine: 0 } } },
    // Four letters in from the edge.
    {
      id: STYLE.closing,
      name: 'Closing Line',
      basedOn: STYLE.body,
      paragraph: { alignment: 'right', indent: { firstLine: 0, right: twips(4 * layout.size.body) } },
    },
    { id: STYLE.item, name: 'List Text', basedOn: 'Normal', paragraph: item },
    { id: STYLE.cell, name: 'Table Text', basedOn: 'Normal', paragraph: cell, run: { size: halves(size.table) } },
    {
      id: STYLE.headCell,
      name: 'Table Head',
      basedOn: STYLE.cell,
      paragraph: { keepNext: true },
      run: { font: fontOf(fonts.first.word), bold },
    },
    { id: STYLE.pageNumber, name: 'Page Number', basedOn: 'Normal', ...number },
  ];
}

/** Word counts single lines as lines of twelve points, whatever the size of their letters. */
const LINE = 12;

const fontOf = (eastAsia: string) => ({ ascii: LATIN, hAnsi: LATIN, cs: LATIN, eastAsia });

const linesOf = ({ line }: Layout) =>
  line === undefined
    ? ({ line: twips(LEADING.lines * LINE), lineRule: 'auto' } as const)
    : ({ line: twips(line), lineRule: 'exact' } as const);

/**
 * Between two paragraphs Word adds up what a browser lays over one another: so that of a paragraph of the text stands
 * below it alone.
 */
function spacingOf(layout: Layout, of: keyof Layout['room']) {
  const { above, below } = layout.room[of];
  return { ...linesOf(layout), before: twips(of === 'body' ? 0 : above), after: twips(below) };
}

/** How far the first line of a paragraph stands in, in points. */
const indentOf = ({ indent, size }: Layout): number => indent * size.body;
