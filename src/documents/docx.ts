import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  type IParagraphOptions,
  Packer,
  PageNumber,
  Paragraph,
  type Table,
  TextRun,
} from 'docx';
import type { Lang } from '../language.js';
import { LAYOUT } from '../messages/layout.js';
import { escapeHtml } from '../report/inert.js';
import { type Block, type Item, type Line, type Page, runOf } from '../report/page.js';
import { repack } from './repack.js';
import { runs } from './runs.js';
import { indentAt, LIST, numberingOf, STYLE, stylesOf, twips, twipsOf } from './styles.js';
import { tableOf } from './tables.js';

/** A page as a Word document, as `renderDocx` gives it. */
export async function docxOf({ lang, blocks }: Page): Promise<Uint8Array> {
  const { outer } = LAYOUT[lang];
  let lists = 0;
  // The closing lines stay together: nobody signs a page of its own.
  const closing = blocks.findLastIndex(({ kind }) => kind !== 'paragraph') + 1;
  const document = new Document({
    styles: stylesOf(lang),
    numbering: numberingOf(lang),
    evenAndOddHeaderAndFooters: outer,
    sections: [
      {
        properties: { page: { size: A4, margin: marginsOf(lang) } },
        footers: outer
          ? { default: footer(lang, AlignmentType.RIGHT), even: footer(lang, AlignmentType.LEFT) }
          : { default: footer(lang, AlignmentType.CENTER) },
        children: blocks.flatMap((block, i) =>
          blockOf(
            block,
            { before: blocks[i - 1]?.kind, after: blocks[i + 1]?.kind, closing: i >= closing },
            lang,
            () => ++lists,
          ),
        ),
      },
    ],
  });
  const file = await Packer.toArrayBuffer(document, false, [
    { path: 'docProps/core.xml', data: properties(titleOf(blocks), lang) },
  ]);
  return repack(new Uint8Array(file));
}

const A4 = { width: twipsOf('210mm'), height: twipsOf('297mm') };
function marginsOf(lang: Lang) {
  const { top, right, bottom, left, footer } = LAYOUT[lang].margin;
  return {
    top: twipsOf(top),
    right: twipsOf(right),
    bottom: twipsOf(bottom),
    left: twipsOf(left),
    footer: twipsOf(footer),
  };
}
const GAP = twips(6);
const between = (): Paragraph => new Paragraph({ spacing: { line: GAP, lineRule: 'exact' } });
const TITLES = { 1: HeadingLevel.TITLE, 2: HeadingLevel.HEADING_1, 3: HeadingLevel.HEADING_2 } as const;

interface Place {
  readonly before: Block['kind'] | undefined;
  readonly after: Block['kind'] | undefined;
  readonly closing: boolean;
}

function blockOf(
  block: Block,
  { before, after, closing }: Place,
  lang: Lang,
  next: () => number,
): (Paragraph | Table)[] {
  // A table stands off from what is above and below it.
  const spacing = { ...(before === 'table' && { before: GAP }), ...(after === 'table' && { after: GAP }) };
  switch (block.kind) {
    case 'heading':
      // Where lines are of one height, a heading has no room of its own above it.
      return [
        new Paragraph({
          heading: TITLES[block.level],
          ...(LAYOUT[lang].line !== undefined && { spacing }),
          children: runs(block.line, lang),
        }),
      ];
    case 'paragraph':
      // What leads to a list or a table stays with it.
      return [
        new Paragraph({
          style: STYLE.body,
          spacing,
          keepNext: after !== undefined && (closing || after === 'list' || after === 'table'),
          children: runs(block.line, lang),
        }),
      ];
    case 'list': {
      const instance = block.ordered ? next() : undefined;
      const items = block.items.flatMap((item) => itemsOf(item, lang, 0, instance));
      return items.map(
        (item, i) => new Paragraph({ ...item, ...(i === items.length - 1 && after === 'table' && { spacing }) }),
      );
    }
    case 'table':
      // Two tables without anything between them would be one.
      return after === 'table' || after === undefined ? [tableOf(block, lang), between()] : [tableOf(block, lang)];
  }
}

/** An item with those inside it: numbered, or set off; what begins with a sign needs no bullet beside it. */
function itemsOf(
  { line, items = [] }: Item,
  lang: Lang,
  level: number,
  instance: number | undefined,
): IParagraphOptions[] {
  const marked = lang === 'zh' || (line[0] !== undefined && runOf(line[0]).truth !== undefined);
  const numbering =
    instance !== undefined
      ? { reference: LIST.numbers, level, instance }
      : marked
        ? undefined
        : { reference: LIST.bullets, level };
  return [
    {
      style: STYLE.item,
      children: runs(line, lang),
      ...(numbering ? { numbering } : { indent: indentAt(level, lang) }),
    },
    ...items.flatMap((inner) => itemsOf(inner, lang, level + 1, undefined)),
  ];
}

function footer(lang: Lang, alignment: (typeof AlignmentType)[keyof typeof AlignmentType]): Footer {
  const { around, size } = LAYOUT[lang];
  const edge = around === '' ? '' : ' ';
  const children = [`${around}${edge}`, PageNumber.CURRENT, `${edge}${around}`];
  // One character in from the edge.
  const indent = { left: twips(size.number), right: twips(size.number) };
  return new Footer({
    children: [new Paragraph({ style: STYLE.pageNumber, alignment, indent, children: [new TextRun({ children })] })],
  });
}

const titleOf = (blocks: readonly Block[]): Line => blocks.find((block) => block.kind === 'heading')?.line ?? [];

/** The title and the language, and no name or time of anyone. */
function properties(title: Line, lang: Lang): string {
  const words = title.map((part) => runOf(part).text).join('');
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">',
    `<dc:title>${escapeHtml(words)}</dc:title><dc:language>${LAYOUT[lang].tag}</dc:language>`,
    '</cp:coreProperties>',
  ].join('');
}
