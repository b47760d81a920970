import { escapeHtml } from '../inert.js';

/** An element of a picture as data; a string among its children is text. */
export interface Element {
  readonly name: string;
  readonly attributes: { readonly [attribute: string]: string | number | undefined };
  readonly children: readonly (Element | string)[];
}

export const element = (
  name: string,
  attributes: Element['attributes'] = {},
  ...children: (Element | string)[]
): Element => ({ name, attributes, children });

/** An element written out: everything in it is escaped, and text is never broken. */
export function markup({ name, attributes, children }: Element): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escapeHtml(plain(value))}"`],
  );
  const start = `<${name}${written.join('')}`;
  if (children.length === 0) return `${start}/>`;
  const inner = children.map((child) => (typeof child === 'string' ? escapeHtml(child) : markup(child)));
  const gap = children.some((child) => typeof child === 'string') ? '' : '\n';
  return `${start}>${gap}${inner.join(gap)}${gap}</${name}>`;
}

const plain = (value: string | number): string =>
  typeof value === 'number' ? String(Math.round(value * 100) / 100) : value;
