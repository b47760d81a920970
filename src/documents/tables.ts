import { Paragraph, Table, TableCell, TableRow } from 'docx';
import stringWidth from 'string-width';
import type { Lang } from '../language.js';
import { visible } from '../report/inert.js';
import { innerWidth, LAYOUT, TABLE } from '../report/layout.js';
import { type Block, type Line, runOf } from '../report/page.js';
import { runs } from './runs.js';
import { STYLE, twips, twipsOf } from './styles.js';

/** A table over the whole width; its head stands again on every page, and no row is torn apart. */
export function tableOf({ head, rows }: Extract<Block, { kind: 'table' }>, lang: Lang): Table {
  const all: readonly (readonly Line[])[] = head ? [head.map((text) => [text]), ...rows] : rows;
  const columnWidths = widths(all, lang);
  const cellOf = (line: Line, style: string, column: number) =>
    new TableCell({
      width: { size: columnWidths[column] ?? 0, type: 'dxa' },
      children: [new Paragraph({ style, children: runs(line, lang) })],
    });
  return new Table({
    width: { size: columnWidths.reduce((sum, width) => sum + width, 0), type: 'dxa' },
    columnWidths,
    layout: 'fixed',
    margins: { left: BESIDE, right: BESIDE, top: ABOVE, bottom: ABOVE },
    rows: all.map((row, i) => {
      const isHead = head !== undefined && i === 0;
      const cells = columnWidths.map((_, column) =>
        cellOf(row[column] ?? [], isHead ? STYLE.headCell : STYLE.cell, column),
      );
      return new TableRow({ cantSplit: true, ...(isHead && { tableHeader: true }), children: cells });
    }),
  });
}

const [ABOVE, BESIDE] = [twips(TABLE.cell.above), twips(TABLE.cell.beside)];

/** What the sign before words takes, and the room beside them, in halves of a letter's height. */
const SIGN = 3;
const ROOM = 4;
/** A longer text is broken into lines anyway. */
const LONG = 40;

/** The width of each column by what stands in it. */
function widths(rows: readonly (readonly Line[])[], lang: Lang): number[] {
  const layout = LAYOUT[lang];
  const columns = Math.max(...rows.map((row) => row.length));
  const needed = Array.from({ length: columns }, (_, column) => {
    const longest = Math.max(...rows.map((row) => Math.min(LONG, lineWidth(row[column] ?? []))));
    return twips(((longest + ROOM) * layout.size.table) / 2);
  });
  return shares(needed, twipsOf(innerWidth(layout))).map(Math.floor);
}

/**
 * A length shared out: who needs no more than an even share of what is left gets it, and the others the rest, each by
 * its need.
 */
function shares(needed: readonly number[], whole: number): number[] {
  const sum = (of: readonly number[]) => of.reduce((total, one) => total + one, 0);
  if (sum(needed) <= whole) return needed.map((need) => (need * whole) / sum(needed));
  let [left, rest, limit] = [needed.length, whole, 0];
  for (const need of needed.toSorted((a, b) => a - b)) {
    if (need > rest / left) break;
    [left, rest, limit] = [left - 1, rest - need, need];
  }
  const share = rest / sum(needed.filter((need) => need > limit));
  return needed.map((need) => (need <= limit ? need : need * share));
}

const lineWidth = (line: Line): number =>
  line.reduce((sum, part) => {
    const { text, truth } = runOf(part);
    return sum + stringWidth(visible(text)) + (truth ? SIGN : 0);
  }, 0);
