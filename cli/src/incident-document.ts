import { isDeepStrictEqual } from 'node:util';
import { type Document, isAlias, isMap, parseDocument, stringify, visit, type YAMLMap } from 'yaml';

/** No line is broken, so that a document that is gone on with is the one it would have been without an end between. */
const AS_IT_STANDS = { lineWidth: 0 };

/**
 * Writes an incident into the document it began with, so that its comments, its order and its quotes stay; a new one
 * where it began with none. A name in `.json` is written as JSON.
 */
export function incidentWriter(from: string | undefined, output: string): (incident: object) => string {
  if (/\.json$/i.test(output)) return (incident) => `${JSON.stringify(incident, null, 2)}\n`;
  if (from === undefined) return (incident) => stringify(incident, AS_IT_STANDS);
  return (incident) => {
    const document = parseDocument(from);
    if (isDeepStrictEqual(document.toJS(), incident)) return from;
    // A part that stands in two places would be changed in both.
    withoutAliases(document);
    if (!isMap(document.contents)) return stringify(incident, AS_IT_STANDS);
    update(document, document.contents, incident);
    return document.toString(AS_IT_STANDS);
  };
}

function update(document: Document, map: YAMLMap, record: object): void {
  for (const [key, value] of Object.entries(record)) {
    const before: unknown = map.get(key, true);
    if (isMap(before) && isRecord(value)) update(document, before, value);
    else if (!isDeepStrictEqual(plainOf(document, before), value))
      map.set(key, typeof value === 'object' && value !== null ? document.createNode(value) : value);
  }
}

const isRecord = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const plainOf = (document: Document, node: unknown): unknown =>
  typeof node === 'object' && node !== null && 'toJS' in node
    ? (node as { toJS(document: Document): unknown }).toJS(document)
    : node;

function withoutAliases(document: Document): void {
  visit(document, { Alias: (_, alias) => document.createNode(alias.toJS(document)) });
  visit(document, {
    Node: (_, node) => {
      if (!isAlias(node)) delete node.anchor;
    },
  });
}
