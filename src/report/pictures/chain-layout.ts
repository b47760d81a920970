import { Graph, layout } from '@dagrejs/dagre';
import { arrowUp, type Line } from './arrows.js';
import { box, frame } from './boxes.js';
import type { Group, Step } from './chain-steps.js';
import type { Element } from './svg.js';
import { type Drawing, type Paragraph, SIZE } from './typeset.js';

const WIDTH = 20 * SIZE;
const COLUMNS = 3;
const GAP = 12;
/** Room for an arrow within a group and between groups. */
const RISE = 28;
const SEPARATION = 40;

/** The groups of a chain with their arrows, the party concerned below and each layer above the one it leads to. */
export function chainDrawing(layers: readonly (readonly Group[])[]): Drawing {
  const graph = new Graph();
  graph.setGraph({ rankdir: 'BT', ranksep: SEPARATION, nodesep: RISE, rankalign: 'top' });
  graph.setDefaultEdgeLabel(() => ({}));
  const nodes = layers.flatMap((layer, rank) =>
    layer.map((group, i) => ({ id: `${rank}.${i}`, group, rank, drawing: groupDrawing(group) })),
  );
  for (const { id, drawing } of nodes) graph.setNode(id, { width: drawing.width, height: drawing.height });
  const edges = nodes.flatMap((from) => nodes.flatMap((to) => (to.rank === from.rank + 1 ? [{ from, to }] : [])));
  for (const { from, to } of edges) graph.setEdge(from.id, to.id);
  // The units stay in their order: with one party below and one school above, no arrows cross in any.
  layout(graph, { disableOptimalOrderHeuristic: true });
  const at = (id: string) => {
    const { x = 0, y = 0, width, height } = graph.node(id);
    return { x, left: x - width / 2, top: y - height / 2, bottom: y + height / 2 };
  };
  const arrow = ({ from, to }: (typeof edges)[number], x: number, y: number): Element[] => {
    const [below, above] = [at(from.id), at(to.id)];
    // Arrows that part or meet do so at one height.
    const parts = layers[to.rank]?.length !== 1;
    const crossing = parts ? below.top - SEPARATION / 2 : above.bottom + SEPARATION / 2;
    return arrowUp(
      { x: x + below.x, y: y + below.top },
      { x: x + above.x, y: y + above.bottom },
      lineTo(to.group),
      y + crossing,
    );
  };
  const { width = 0, height = 0 } = graph.graph();
  return {
    width,
    height,
    at: (x, y) => [
      ...nodes.flatMap(({ id, drawing }) => drawing.at(x + at(id).left, y + at(id).top)),
      ...edges.flatMap((edge) => arrow(edge, x, y)),
    ],
  };
}

const lineTo = ({ kind, steps: [first] }: Group): Line =>
  kind === 'bodies' || !first ? 'joined' : (first.reached ?? 'plain');

function groupDrawing({ kind, title, note, steps }: Group): Drawing {
  if (title === undefined) return steps.length === 1 ? stepBox(steps[0] as Step) : stack(steps);
  const heading: Paragraph[] = [
    { text: title, style: 'strong' },
    { text: note, style: 'small' },
  ];
  return frame(heading, kind === 'bodies' ? grid(steps) : [{ drawing: stack(steps), x: 0, y: 0 }]);
}

function stepBox({ label, lines, place, held, reached }: Step, atLeast?: number): Drawing {
  const words: Paragraph[] = [
    { text: label, style: 'strong' },
    ...lines.map((text) => ({ text })),
    ...(place === undefined ? [] : [{ text: place, style: 'small' as const }]),
  ];
  return box(words, WIDTH, { dashed: !held, bar: reached }, atLeast);
}

/** Steps above one another, each leading to the next. */
function stack(steps: readonly Step[]): Drawing {
  const boxes = steps.map((step) => stepBox(step));
  const height = boxes.reduce((sum, { height }) => sum + height, 0) + RISE * Math.max(0, boxes.length - 1);
  return {
    width: WIDTH,
    height,
    at(x, y) {
      let bottom = y + height;
      return boxes.flatMap((drawing, i) => {
        const step = steps[i] as Step;
        const arrow =
          i === 0
            ? []
            : arrowUp({ x: x + WIDTH / 2, y: bottom + RISE }, { x: x + WIDTH / 2, y: bottom }, step.reached ?? 'plain');
        const drawn = [...drawing.at(x, bottom - drawing.height), ...arrow];
        bottom -= drawing.height + RISE;
        return drawn;
      });
    },
  };
}

/** Steps side by side in rows of one height. */
function grid(steps: readonly Step[]): { drawing: Drawing; x: number; y: number }[] {
  const parts: { drawing: Drawing; x: number; y: number }[] = [];
  let y = 0;
  for (let i = 0; i < steps.length; i += COLUMNS) {
    const row = steps.slice(i, i + COLUMNS);
    const height = Math.max(...row.map((step) => stepBox(step).height));
    parts.push(...row.map((step, column) => ({ drawing: stepBox(step, height), x: column * (WIDTH + GAP), y })));
    y += height + GAP;
  }
  return parts;
}
