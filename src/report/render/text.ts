import { withoutHoles } from '../../diagnostics/reading.js';
import { guarded } from '../../explanation/guarded.js';
import { EXPLAIN } from '../../messages/explain.js';
import { MARK } from '../../messages/report.js';
import { visible } from '../inert.js';
import { type Block, type Item, type Line, type Page, runOf } from '../page.js';
import { fitted, fold, type Painted, plainText } from './fold.js';

export interface TextOptions {
  /** Marks words by their truth or their part on the page; the identity for plain text. */
  readonly paint?: ((text: string, as: NonNullable<Painted['as']>) => string) | undefined;
  /** Columns a text takes on a screen, to align wide characters. */
  readonly width?: ((text: string) => number) | undefined;
  /** Columns of the screen: longer lines are folded, where they may be. As long as they are by default. */
  readonly columns?: number | undefined;
}
type Style = { readonly [option in keyof TextOptions]-?: NonNullable<TextOptions[option]> } & Pick<Page, 'lang'>;

/** What is inside an item, and what is left of a folded line, stands so far in. */
const INDENT = '  ';

/**
 * A page as text for a terminal or a file: signs as well as colours, for it is also printed, read aloud, or read by
 * those who do not tell the colours apart.
 *
 * @throws ZerenzhiError with every fault of the options, or if it is no page
 * @example
 * const text = renderText(assessmentPage(assessment, { lang: 'en' }));
 */
export const renderText = (page: Page, options?: TextOptions): string =>
  guarded(options, { paint: 'function', width: 'function', columns: 'count' }, (given) => {
    const { lang, blocks } = withoutHoles(page);
    const {
      paint = (text) => text,
      width = (text) => [...text].length,
      columns = Number.POSITIVE_INFINITY,
    } = given as TextOptions;
    const style: Style = { paint, width, columns, lang };
    return blocks
      .flatMap((block, i) => [...(parted(block, blocks[i - 1]) ? [''] : []), ...blockText(block, style)])
      .join('\n');
  });

/** An empty line stands before a part of the page, and between a list and what is said after it. */
function parted(block: Block, before: Block | undefined): boolean {
  if (!before) return false;
  return block.kind === 'heading'
    ? block.level < 3 || before.kind !== 'heading'
    : block.kind === 'paragraph' && (before.kind === 'list' || before.kind === 'table');
}

function blockText(block: Block, style: Style): string[] {
  switch (block.kind) {
    case 'heading':
      return folded([{ text: plainText(lineOf(block.line, style)), as: 'heading' }], '', style);
    case 'paragraph':
      return folded(lineOf(block.line, style), '', style);
    case 'list':
      return block.items.flatMap((item, i) => itemText(item, INDENT, block.ordered ? `${i + 1}. ` : '', style));
    case 'table':
      return tableText(block.head, block.rows, style);
  }
}

const itemText = ({ line, items = [] }: Item, indent: string, number: string, style: Style): string[] => [
  ...folded([{ text: number }, ...lineOf(line, style)], indent, style),
  ...items.flatMap((inner) => itemText(inner, `${indent}${INDENT}`, '', style)),
];

/** A line in as many as the screen needs, those after the first further in. */
function folded(line: readonly Painted[], indent: string, style: Style): string[] {
  const [first = [], ...rest] = fold(line, style.columns - indent.length, style.width, INDENT.length);
  return [`${indent}${painted(first, style)}`, ...rest.map((each) => `${indent}${INDENT}${painted(each, style)}`)];
}

const painted = (line: readonly Painted[], { paint }: Style): string =>
  line.map(({ text, as }) => (as ? paint(text, as) : text)).join('');

function tableText(head: readonly string[] | undefined, rows: readonly (readonly Line[])[], style: Style): string[] {
  const cells: Painted[][][] = [
    ...(head ? [head.map((text) => [{ text: visible(text), as: 'dim' as const }])] : []),
    ...rows.map((row) => row.map((line) => lineOf(line, style))),
  ];
  const wide = (cell: readonly Painted[] | undefined) => style.width(plainText(cell ?? []));
  const columns = Math.max(...cells.map((row) => row.length));
  const natural = Array.from({ length: columns }, (_, column) => Math.max(...cells.map((row) => wide(row[column]))));
  const widths = fitted(natural, style.columns - INDENT.length * columns);
  return cells.flatMap((row) => {
    const lines = row.map((cell, column) => fold(cell, widths[column] ?? 0, style.width));
    return Array.from({ length: Math.max(...lines.map(({ length }) => length)) }, (_, i) =>
      lines
        .map((parts, column) => {
          const part = parts[i] ?? [];
          return `${INDENT}${painted(part, style)}${' '.repeat(Math.max((widths[column] ?? 0) - wide(part), 0))}`;
        })
        .join('')
        .trimEnd(),
    );
  });
}

const lineOf = (line: Line, style: Style): Painted[] => line.flatMap((part) => runOfText(part, style));

function runOfText(part: Line[number], { lang }: Style): Painted[] {
  const { text, truth, lit, presumed, style, change } = runOf(part);
  const words = visible(text);
  if (change) return [{ text: change === 'out' ? `[-${words}-]` : `{+${words}+}` }];
  if (truth && lit) return [{ text: `[${MARK[truth]}${presumed ? EXPLAIN[lang].presumed : ''} ${words}]`, as: truth }];
  if (truth) return [{ text: MARK[truth], as: truth }, { text: ` ${words}` }];
  return [{ text: words, ...(style && { as: PAINT[style] }) }];
}
const PAINT = { dim: 'dim', strong: 'heading' } as const;
