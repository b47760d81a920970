import { withoutHoles } from '../../diagnostics/reading.js';
import { guarded } from '../../explanation/guarded.js';
import type { Truth } from '../../logic/truth.js';
import { EXPLAIN } from '../../messages/explain.js';
import { MARK } from '../../messages/report.js';
import { visible } from '../inert.js';
import { type Block, type Item, type Line, type Page, runOf } from '../page.js';

export interface TextOptions {
  /** Marks words by their truth or their part on the page; the identity for plain text. */
  readonly paint?: ((text: string, as: Truth | 'heading' | 'dim') => string) | undefined;
  /** Columns a text takes on a screen, to align wide characters. */
  readonly width?: ((text: string) => number) | undefined;
}
type Style = { readonly [option in keyof TextOptions]-?: NonNullable<TextOptions[option]> } & Pick<Page, 'lang'>;

/**
 * A page as text for a terminal or a file: signs as well as colours, for it is also printed, read aloud, or read by
 * those who do not tell the colours apart.
 *
 * @throws ZerenzhiError with every fault of the options, or if it is no page
 * @example
 * const text = renderText(assessmentPage(assessment, { lang: 'en' }));
 */
export const renderText = (page: Page, options?: TextOptions): string =>
  guarded(options, { paint: 'function', width: 'function' }, (given) => {
    const { lang, blocks } = withoutHoles(page);
    const { paint = (text) => text, width = (text) => [...text].length } = given as TextOptions;
    const style: Style = { paint, width, lang };
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
      return [style.paint(lineText(block.line, style), 'heading')];
    case 'paragraph':
      return [lineText(block.line, style)];
    case 'list':
      return block.items.flatMap((item, i) => itemText(item, '  ', block.ordered ? `${i + 1}. ` : '', style));
    case 'table':
      return tableText(block.head, block.rows, style);
  }
}

/** What is inside an item stands two columns in from it. */
const itemText = ({ line, items = [] }: Item, indent: string, number: string, style: Style): string[] => [
  `${indent}${number}${lineText(line, style)}`,
  ...items.flatMap((inner) => itemText(inner, `${indent}  `, '', style)),
];

function tableText(head: readonly string[] | undefined, rows: readonly (readonly Line[])[], style: Style): string[] {
  const cells = [
    ...(head ? [head.map((text) => style.paint(visible(text), 'dim'))] : []),
    ...rows.map((row) => row.map((line) => lineText(line, style))),
  ];
  const columns = Math.max(...cells.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...cells.map((row) => style.width(row[column] ?? ''))),
  );
  return cells.map((row) =>
    `  ${row.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - style.width(cell))).join('  ')}`.trimEnd(),
  );
}

const lineText = (line: Line, style: Style): string => line.map((part) => runText(part, style)).join('');

function runText(part: Line[number], { paint, lang }: Style): string {
  const { text, truth, lit, presumed, style } = runOf(part);
  const words = visible(text);
  if (truth && lit) return paint(`[${MARK[truth]}${presumed ? EXPLAIN[lang].presumed : ''} ${words}]`, truth);
  if (truth) return `${paint(MARK[truth], truth)} ${words}`;
  return style === 'dim' ? paint(words, 'dim') : style === 'strong' ? paint(words, 'heading') : words;
}
