import { JSDOM } from 'jsdom';
import stringWidth from 'string-width';

const { DOMParser, Node } = new JSDOM('').window;

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
export interface Words extends Rectangle {
  readonly text: string;
}
interface Point {
  readonly x: number;
  readonly y: number;
}

/** A document read by a browser's parser of XML, which refuses what is not well-formed. */
export function readSvg(svg: string) {
  const root = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
  const all = (name: string) => [...root.getElementsByTagName(name)];
  const rectangles = (kind: string) =>
    all('rect')
      .filter((rect) => rect.getAttribute('class') === kind)
      .map(rectangle);
  return {
    root,
    names: new Set([...root.getElementsByTagName('*')].map(({ tagName }) => tagName)),
    attributes: [...root.getElementsByTagName('*')].flatMap((element) => [...element.attributes]),
    title: all('title')[0]?.textContent ?? '',
    description: all('desc')[0]?.textContent ?? '',
    page: rectangle(root),
    boxes: rectangles('box'),
    frames: rectangles('frame'),
    words: all('text').map(wordsOf),
    /** The shafts of arrows as the points they turn at. */
    shafts: all('path').flatMap((path) => shaft(path.getAttribute('d') ?? '')),
    onlyText: all('text').every(({ childNodes }) =>
      [...childNodes].every(({ nodeType }) => nodeType === Node.TEXT_NODE),
    ),
  };
}

const number = (element: Element, name: string): number => Number(element.getAttribute(name) ?? 0);
const rectangle = (element: Element): Rectangle => ({
  x: number(element, 'x'),
  y: number(element, 'y'),
  width: number(element, 'width'),
  height: number(element, 'height'),
});

/** The room words take: a wide character its size, another three fifths of it; nine tenths above the baseline and a quarter below. */
function wordsOf(element: Element): Words {
  const [size, text] = [number(element, 'font-size'), element.textContent ?? ''];
  const width =
    size *
    [...text].reduce(
      (sum, character) => sum + (stringWidth(character, { ambiguousIsNarrow: false }) === 1 ? 0.6 : 1),
      0,
    );
  const x = number(element, 'x') - (element.getAttribute('text-anchor') === 'end' ? width : 0);
  return { text, x, y: number(element, 'y') - 0.9 * size, width, height: 1.15 * size };
}

function shaft(d: string): Point[][] {
  if (!/^M[\d.]+ [\d.]+(?:[VH][\d.]+)+$/.test(d)) return [];
  let at: Point = { x: 0, y: 0 };
  return [
    [...d.matchAll(/([MVH])([\d.]+)(?: ([\d.]+))?/g)].map(([, step, first, second]) => {
      at =
        step === 'M'
          ? { x: Number(first), y: Number(second) }
          : step === 'V'
            ? { ...at, y: Number(first) }
            : { ...at, x: Number(first) };
      return at;
    }),
  ];
}

export const within = (inner: Rectangle, outer: Rectangle): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

export const overlap = (one: Rectangle, other: Rectangle): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

/** Whether a line runs through the inside of a rectangle. */
export const crosses = (points: readonly Point[], { x, y, width, height }: Rectangle): boolean =>
  points.slice(1).some((to, i) => {
    const from = points[i] as Point;
    const line = {
      x: Math.min(from.x, to.x),
      y: Math.min(from.y, to.y),
      width: Math.abs(from.x - to.x),
      height: Math.abs(from.y - to.y),
    };
    return overlap(
      { ...line, width: line.width || 0.1, height: line.height || 0.1 },
      { x: x + 1, y: y + 1, width: width - 2, height: height - 2 },
    );
  });
