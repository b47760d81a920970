import type { Lang } from '../../language.js';
import { innerWidth, LAYOUT, type Layout, LEADING, TABLE, titleLine } from '../layout.js';

// A page printed from a browser looks like the Word document of the same page: both follow one layout.

/** The rules of a whole document. */
export function printStyle(lang: Lang): string {
  const layout = LAYOUT[lang];
  return [
    paper(layout),
    body(layout),
    ...(layout.line === undefined ? plain(layout) : official(layout, layout.line)),
    TABLES,
  ].join('');
}

const { apart, cell } = TABLE;
const TABLES = [
  `td,th{border:1px solid #000;padding:${cell.above}pt ${cell.beside}pt;text-align:left;text-indent:0;vertical-align:top}`,
  // A row, or an item with nothing inside it, stays whole; a heading and what leads to something stay with what follows.
  'th{white-space:nowrap}tr,li:not(:has(ul,ol)){break-inside:avoid}li>ul{break-before:avoid}',
  'h1,h2,h3,p:has(+ul),p:has(+ol),p:has(+table),p:has(+.closing){break-after:avoid}',
  '.annex{break-before:page;text-indent:0}p.addressee{text-indent:0}p.closing{text-align:right;padding-right:4em}',
].join('');

/**
 * The sheet, its margins, and where the number of the page stands: in the middle, or at the outer edge, one letter in
 * from it.
 */
function paper({ margin, fonts, size, around, outer }: Layout): string {
  const { top, right, bottom, left } = margin;
  const sides = [top, right, bottom, left];
  const margins = new Set(sides).size === 1 ? top : sides.join(' ');
  const content = around === '' ? 'counter(page)' : `"${around} " counter(page) " ${around}"`;
  const number = `content:${content};font:${size.number}pt ${fonts.number.css}`;
  if (!outer) return `@page{size:A4;margin:${margins};@bottom-center{${number}}}`;
  const edge = (side: 'right' | 'left') => `@page:${side}{@bottom-${side}{${number};padding-${side}:1em}}`;
  return `@page{size:A4;margin:${margins}}${edge('right')}${edge('left')}`;
}

function body(layout: Layout): string {
  const { fonts, size, line } = layout;
  const height = line === undefined ? LEADING.ofSize : `${line}pt`;
  return `body{font:${size.body}pt/${height} ${fonts.body.css};margin:0}main{max-width:${innerWidth(layout)};margin:0 auto}`;
}

/** Lines of one height, headings told apart by their typefaces, first lines that stand in. */
function official(layout: Layout, line: number): string[] {
  const { fonts, size, tableLine, indent, listIndent } = layout;
  const heading = (of: 'first' | 'second') => `font:${size[of]}pt/${line}pt ${fonts[of].css};margin:0`;
  return [
    `h1{font:${size.title}pt/${titleLine(layout)}pt ${fonts.title.css};text-align:center;text-wrap:balance;margin:0 0 ${line}pt}`,
    `h2{${heading('first')}}h3{${heading('second')}}`,
    `h2,h3,p,li{text-indent:${indent}em}p{margin:0;text-align:justify}ul,ol{margin:0;padding:0;list-style-position:inside}`,
    `ul{list-style-type:none}ul ul{padding-left:${listIndent}em}`,
    `table{border-collapse:collapse;width:100%;font-size:${size.table}pt;line-height:${tableLine}pt;margin:${apart}pt 0}`,
  ];
}

/** Lines as high as their letters need, with room between them. */
function plain({ size, room, listIndent }: Layout): string[] {
  const heading = (of: 'first' | 'second') =>
    `font-size:${size[of]}pt;margin:${room[of].above}pt 0 ${room[of].below}pt`;
  return [
    `h1{font-size:${size.title}pt;text-align:center}h2{${heading('first')}}h3{${heading('second')}}p{margin:${room.body.above}pt 0}`,
    `ul,ol{margin:0;padding-left:${listIndent}em}table{border-collapse:collapse;width:100%;font-size:${size.table}pt;margin:${apart}pt 0}`,
  ];
}
