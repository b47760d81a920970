import { JSDOM } from 'jsdom';

// Mermaid's own parser asks for a browser's document before it reads a word.
const { window } = new JSDOM('');
Object.assign(globalThis, { window, document: window.document });
const { default: mermaid } = await import('mermaid');

interface FlowDb {
  getVertices(): ReadonlyMap<string, { readonly id: string; readonly text?: string; readonly type?: string }>;
  getEdges(): readonly {
    readonly start: string;
    readonly end: string;
    readonly stroke?: string;
    readonly type?: string;
    readonly text?: string;
  }[];
  getSubGraphs(): readonly { readonly id: string; readonly title: string; readonly nodes: readonly string[] }[];
}

/** A flowchart as Mermaid understands it, with its labels as a reader sees them. */
export async function readFlowchart(text: string) {
  const { diagramType, config } = (await mermaid.parse(text)) as { diagramType: string; config: object };
  const db = (await mermaid.mermaidAPI.getDiagramFromText(text)).db as unknown as FlowDb;
  const groups = db
    .getSubGraphs()
    .map(({ id, title, nodes }) => ({ id, lines: linesOf(title), nodes: [...nodes].sort() }));
  // An arrow to a group makes a node of that name for a while.
  const nodes = [...db.getVertices().values()]
    .filter(({ id }) => groups.every((group) => group.id !== id))
    .map(({ id, text, type }) => ({ id, lines: linesOf(text), type }));
  const edges = db
    .getEdges()
    .map(({ start, end, stroke, type, text }) => ({ start, end, stroke, type, text: linesOf(text).join(' ') }));
  return { diagramType, config, nodes, edges, groups };
}

// Between reading and drawing Mermaid carries numbered characters in this form.
const linesOf = (text = ''): string[] =>
  text
    .split('<br>')
    .map((line) => line.replaceAll(/ﬂ°°(\d+)¶ß/g, (_, code: string) => String.fromCodePoint(Number(code))));
