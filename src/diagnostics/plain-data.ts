import { type Diagnostic, diagnostic } from './diagnostics.js';

export const LIMITS = { depth: 40, nodes: 200_000 } as const;
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

/** Whether a value is what JSON can hold, within bounds. Checked before anything reads it, so that no getter runs and no cycle holds. */
export function plainDataFaults(value: unknown): Diagnostic[] {
  let nodes = 0;
  const visit = (part: unknown, path: string, depth: number): Diagnostic | undefined => {
    if (part === null || typeof part === 'string' || typeof part === 'boolean' || part === undefined) return undefined;
    if (typeof part === 'number')
      return Number.isFinite(part) ? undefined : diagnostic('input/not-plain-data', path, { value: String(part) });
    if (typeof part !== 'object') return diagnostic('input/not-plain-data', path, { value: typeof part });
    if (depth > LIMITS.depth)
      return diagnostic('input/too-deep', path.slice(0, 60), { expected: String(LIMITS.depth) });
    if (++nodes > LIMITS.nodes) return diagnostic('input/too-large', '', { expected: `${LIMITS.nodes} values` });
    if (Array.isArray(part)) {
      for (let i = 0; i < part.length; i++) {
        const fault = member(part, i, `${path}[${i}]`, depth);
        if (fault) return fault;
      }
      return undefined;
    }
    const prototype: unknown = Object.getPrototypeOf(part);
    if (prototype !== null && Object.getPrototypeOf(prototype) !== null)
      return diagnostic('input/not-plain-data', path, { value: part.constructor?.name ?? 'object' });
    for (const key of Reflect.ownKeys(part)) {
      if (typeof key === 'symbol') return diagnostic('input/not-plain-data', path, { value: 'symbol' });
      const at = path === '' ? key : `${path}.${key}`;
      if (FORBIDDEN.has(key)) return diagnostic('input/forbidden-key', path, { value: key });
      const fault = member(part, key, at, depth);
      if (fault) return fault;
    }
    return undefined;
  };
  const member = (of: object, key: PropertyKey, path: string, depth: number): Diagnostic | undefined => {
    const property = Object.getOwnPropertyDescriptor(of, key);
    if (!property || !('value' in property))
      return diagnostic('input/not-plain-data', path, { value: property ? 'getter' : 'hole' });
    return visit(property.value, path, depth + 1);
  };
  try {
    const fault = visit(value, '', 0);
    return fault ? [fault] : [];
  } catch {
    return [diagnostic('input/not-plain-data', '', { value: 'proxy' })];
  }
}
