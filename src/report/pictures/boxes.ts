import type { Truth } from '../../logic/truth.js';
import { element } from './svg.js';
import { type Drawing, INK, type Paragraph, SIZE, typeset } from './typeset.js';

const PAD = 10;
const BAR = 5;
/** The look of what is reached, may be reached, or is not: by line as well as by colour. */
const BARS: Record<Truth, { readonly stroke: string; readonly dash?: string } | undefined> = {
  met: { stroke: '#9b1c1c' },
  undetermined: { stroke: '#7a5a00', dash: '6 4' },
  unmet: undefined,
};

export interface BoxLook {
  /** A dashed outline: nobody or nothing certain stands there. */
  readonly dashed?: boolean;
  /** A bar along the left side. */
  readonly bar?: Truth | undefined;
}

/** Paragraphs in a box of a given width, as high as they need or higher. */
export function box(
  paragraphs: readonly Paragraph[],
  width: number,
  { dashed, bar }: BoxLook = {},
  atLeast = 0,
): Drawing {
  const words = typeset(paragraphs, width - BAR - 2 * PAD);
  const height = Math.max(words.height + 1.5 * PAD, atLeast);
  const look = bar && BARS[bar];
  return {
    width,
    height,
    at: (x, y) => [
      element('rect', {
        class: 'box',
        x,
        y,
        width,
        height,
        rx: 3,
        fill: INK.paper,
        stroke: INK.line,
        'stroke-dasharray': dashed ? '5 4' : undefined,
      }),
      ...(look
        ? [
            element('path', {
              d: `M${x + BAR / 2} ${y}v${height}`,
              stroke: look.stroke,
              'stroke-width': BAR,
              'stroke-dasharray': look.dash,
            }),
          ]
        : []),
      ...words.at(x + BAR + PAD, y + 0.75 * PAD),
    ],
  };
}

/** Drawings with a heading in a shaded frame, each at its offset below the heading. */
export function frame(
  heading: readonly Paragraph[],
  parts: readonly { readonly drawing: Drawing; readonly x: number; readonly y: number }[],
): Drawing {
  const inner = Math.max(...parts.map(({ drawing, x }) => x + drawing.width), 16 * SIZE);
  const words = typeset(heading, inner);
  const top = PAD + words.height + (parts.length > 0 ? PAD / 2 : 0);
  const [width, height] = [
    inner + 2 * PAD,
    top + Math.max(0, ...parts.map(({ drawing, y }) => y + drawing.height)) + PAD,
  ];
  return {
    width,
    height,
    at: (x, y) => [
      element('rect', { class: 'frame', x, y, width, height, rx: 6, fill: INK.shade, stroke: INK.faint }),
      ...words.at(x + PAD, y + PAD / 2),
      ...parts.flatMap((part) => part.drawing.at(x + PAD + part.x, y + top + part.y)),
    ],
  };
}
