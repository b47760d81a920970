import type { Truth } from '../../logic/truth.js';
import { type Element, element } from './svg.js';
import { INK } from './typeset.js';

interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * How a line is drawn: along it a consequence reaches, may reach, does not, or nothing is said of one; or it only
 * joins.
 */
export type Line = Truth | 'plain' | 'joined';
const STROKES: Record<Line, { readonly width: number; readonly dash?: string }> = {
  met: { width: 2.5 },
  undetermined: { width: 1.5, dash: '6 4' },
  unmet: { width: 1 },
  plain: { width: 1.5 },
  joined: { width: 1 },
};
const HEAD = 8;

/**
 * A line from a point up to another, crossing over at a height between them; with a full or hollow head, or a cross
 * where nothing reaches.
 */
export function arrowUp(from: Point, to: Point, line: Line, crossing = (from.y + to.y) / 2): Element[] {
  const { width, dash } = STROKES[line];
  const stroke = { fill: 'none', stroke: INK.line };
  const end = line === 'met' || line === 'undetermined' || line === 'plain' ? to.y + HEAD : to.y;
  const path = `M${round(from.x)} ${round(from.y)}${from.x === to.x ? '' : `V${round(crossing)}H${round(to.x)}`}V${round(end)}`;
  const shaft = element('path', { d: path, ...stroke, 'stroke-width': width, 'stroke-dasharray': dash });
  if (line === 'joined') return [shaft];
  if (line === 'unmet') {
    const arm = HEAD / 2;
    const d = `M${round(to.x - arm)} ${round(to.y + HEAD - arm)}l${HEAD} ${HEAD}m${-HEAD} 0l${HEAD} ${-HEAD}`;
    return [shaft, element('path', { d, ...stroke, 'stroke-width': 1.5 })];
  }
  const d = `M${round(to.x)} ${round(to.y)}l${HEAD / 2} ${HEAD}h${-HEAD}z`;
  return [shaft, element('path', { d, ...stroke, fill: line === 'undetermined' ? INK.paper : INK.line })];
}

const round = (value: number): number => Math.round(value * 100) / 100;
