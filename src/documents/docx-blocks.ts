import { HeadingLevel, type IParagraphOptions, Paragraph, type Table, TextRun } from 'docx';
import type { Lang } from '../language.js';
import { TITLE_PARTED_AFTER } from '../messages/memo.js';
import { LAYOUT, TABLE } from '../report/layout.js';
import { type Block, type Item, type Line, runOf } from '../report/page.js';
import { indentAt, LIST } from './numbering.js';
import { runs } from './runs.js';
import { STYLE, twips } from './styles.js';
import { tableOf } from './tables.js';

const GAP = twips(TABLE.apart);
const between = (): Paragraph => new Paragraph({ spacing: { line: GAP, lineRule: 'exact' } });
const TITLES = { 1: HeadingLevel.TITLE, 2: HeadingLevel.HEADING_1, 3: HeadingLevel.HEADING_2 } as const;

interface Place {
  readonly before: Block['kind'] | undefined;
  readonly after: Block['kind'] | undefined;
  readonly closing: boolean;
}

/** A block as paragraphs or a table; `next` numbers the lists that are counted. */
export function blockOf(
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
          ...(block.annex && { pageBreakBefore: true, indent: { firstLine: 0 } }),
          ...(LAYOUT[lang].line !== undefined && { spacing }),
          children: block.level === 1 ? titleRuns(block.line, lang) : runs(block.line, lang),
        }),
      ];
    case 'paragraph':
      // What leads to a list or a table stays with it.
      return [
        new Paragraph({
          style: block.as === undefined ? STYLE.body : STYLE[block.as],
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

/** Letters of a title that stand in a line of a Chinese document. */
const TITLE_LETTERS = 20;

/** A Chinese title that is longer than a line is parted before what it is, and not where the line happens to end. */
function titleRuns(line: Line, lang: Lang): TextRun[] {
  const [only, ...more] = line;
  const text = only === undefined ? '' : runOf(only).text;
  const at = text.lastIndexOf(TITLE_PARTED_AFTER) + 1;
  if (lang !== 'zh' || more.length > 0 || text.length <= TITLE_LETTERS || at === 0) return runs(line, lang);
  return [...runs([text.slice(0, at)], lang), new TextRun({ break: 1 }), ...runs([text.slice(at)], lang)];
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
