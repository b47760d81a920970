import { type Diagnostic, diagnostic } from './diagnostics.js';

export const LIMITS = { depth: 40, nodes: 200_000, faults: 20 } as const;
/** Keys by which data could change what objects are. */
export const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * A value as it was when it was read, and what of it is not plain data. Where something is not, nothing stands in its
 * place.
 */
export interface PlainCopy {
  readonly copy: unknown;
  readonly faults: readonly Diagnostic[];
}

/**
 * A copy of what JSON can hold, within bounds: each value is read once, and nothing done to the original afterwards
 * changes the copy. What JSON does not show is left out; no cycle holds; whatever a getter or a proxy throws is a fault
 * of the value.
 */
export function plainCopy(value: unknown): PlainCopy {
  const faults: Diagnostic[] = [];
  let nodes = 0;
  const tell = (...of: Parameters<typeof diagnostic>): undefined => {
    faults.push(diagnostic(...of));
    if (faults.length === LIMITS.faults) throw ENOUGH;
  };
  const copyOf = (part: unknown, path: string, depth: number): unknown => {
    if (part === null || typeof part === 'string' || typeof part === 'boolean' || part === undefined) return part;
    if (typeof part === 'number')
      return Number.isFinite(part) ? part : tell('input/not-plain-data', path, { value: String(part) });
    if (typeof part !== 'object') return tell('input/not-plain-data', path, { value: typeof part });
    if (depth > LIMITS.depth) return tell('input/too-deep', path.slice(0, 60), { expected: String(LIMITS.depth) });
    if (++nodes > LIMITS.nodes) throw TOO_LARGE;
    if (Array.isArray(part)) return listCopy(part, path, depth);
    if (!isPlain(part)) return tell('input/not-plain-data', path, { value: className(part) });
    const copy: Record<string, unknown> = {};
    for (const key of Object.keys(part)) {
      if (FORBIDDEN_KEYS.has(key)) tell('input/forbidden-key', path, { value: key });
      else {
        const inner = copyOf((part as typeof copy)[key], path === '' ? key : `${path}.${key}`, depth + 1);
        // What has no value is not there: JSON would leave it out.
        if (inner !== undefined) copy[key] = inner;
      }
    }
    return copy;
  };
  const listCopy = (part: readonly unknown[], path: string, depth: number): unknown => {
    const list: unknown[] = [];
    for (let i = 0; i < part.length; i++) {
      // A list with a hole may have thousands of millions of them: the first says it all.
      if (!(i in part)) return tell('input/not-plain-data', `${path}[${i}]`, { value: 'hole' });
      list.push(copyOf(part[i], `${path}[${i}]`, depth + 1));
    }
    return list;
  };
  try {
    return { copy: copyOf(value, '', 0), faults };
  } catch (error) {
    if (error === TOO_LARGE) faults.push(diagnostic('input/too-large', '', { expected: `${LIMITS.nodes} values` }));
    else if (error !== ENOUGH) faults.push(diagnostic('input/not-plain-data', '', { value: 'proxy' }));
    return { copy: undefined, faults };
  }
}

/**
 * Whether an object is of no class. Objects of another realm have another `Object.prototype`: it is the one that has
 * none above it.
 */
export function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype || Object.getPrototypeOf(prototype) === null;
}

const TOO_LARGE = Symbol('too large');
const ENOUGH = Symbol('faults enough');

/** Whether a value is an object, whatever its keys, and no list. */
export const isMapping = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether two values are the same data, in whatever order their keys stand. */
export function sameData(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return one === other;
  const [keys, others] = [Object.keys(one), Object.keys(other)];
  return (
    Array.isArray(one) === Array.isArray(other) &&
    keys.length === others.length &&
    keys.every((key) => sameData(one[key as never], other[key as never]))
  );
}

/** What a value that is no plain object is; its own words are not trusted to be words. */
export function className(value: object): string {
  const name: unknown = value.constructor?.name;
  return typeof name === 'string' && name !== '' ? name : 'object';
}

/** Freezes data to its depth; what is frozen already is left alone. */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const part of Object.values(value)) deepFreeze(part);
  return value;
}
