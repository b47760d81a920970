import * as z from 'zod/mini';
import { isPlain } from '../diagnostics/plain-data.js';
import { passing } from '../regulation/basic-schemas.js';
import type { FactDefinition } from '../regulation/schema.js';

// What is known of a number or a set in part, as people write it: at least a thousand persons; three kinds are excluded,
// and the fourth is being looked into.

/** A number between bounds, both included; either may be left out. */
export interface Bounds {
  readonly atLeast?: number;
  readonly atMost?: number;
}
/** Options that are known to be in a set and others known not to be; what stands in neither is not known. */
export interface Parts<Option extends string = string> {
  readonly has?: readonly Option[];
  readonly lacks?: readonly Option[];
}
/** The parts of a set as they are kept. */
export type KnownParts = Required<Parts>;

/**
 * A number, or the bounds that are known of it: those of the fact itself where one is left out, and the number where
 * they leave only one. Nothing where the schema refuses it.
 */
export function readNumber(value: unknown, fact: FactDefinition): number | Bounds | undefined {
  if (typeof value === 'number') return isNumberOf(fact, value) ? value : undefined;
  const { atLeast, atMost } = partsUnder(value, ['atLeast', 'atMost']) ?? {};
  if (atLeast === undefined && atMost === undefined) return undefined;
  if ([atLeast, atMost].some((bound) => bound !== undefined && !isNumberOf(fact, bound))) return undefined;
  const [least = fact.min, most = fact.max] = [atLeast, atMost] as (number | undefined)[];
  if (least === undefined || most === undefined)
    return { ...(least !== undefined && { atLeast: least }), ...(most !== undefined && { atMost: most }) };
  if (least > most) return undefined;
  return least === most ? least : { atLeast: least, atMost: most };
}

function isNumberOf({ integer, min = -Infinity, max = Infinity }: FactDefinition, value: unknown): value is number {
  return (
    (integer ? Number.isSafeInteger(value) : Number.isFinite(value)) && Number(value) >= min && Number(value) <= max
  );
}

/** A list of all the options in a set, or those that are known to be in it and not to be. */
export function readSet(value: unknown, options: ReadonlySet<unknown>): readonly string[] | KnownParts | undefined {
  const list = (given: unknown) => listOf(given, (one) => (options.has(one) ? (one as string) : undefined));
  if (Array.isArray(value)) return list(value);
  const parts = partsUnder(value, ['has', 'lacks']);
  if (!parts || (parts.has === undefined && parts.lacks === undefined)) return undefined;
  const [has, lacks] = [list(parts.has ?? []), list(parts.lacks ?? [])];
  if (!has || !lacks || lacks.some((one) => has.includes(one))) return undefined;
  return new Set([...has, ...lacks]).size === options.size ? has : { has, lacks };
}

/** The values of an object under some keys, each read once, null as if it were not there; nothing where it has others, or is no plain object. */
function partsUnder(value: unknown, among: readonly string[]): { readonly [key: string]: unknown } | undefined {
  if (typeof value !== 'object' || value === null || !isPlain(value)) return undefined;
  const parts: { [key: string]: unknown } = {};
  for (const key in value) {
    const inner: unknown = (value as { readonly [key: string]: unknown })[key];
    if (inner === undefined || inner === null) continue;
    if (!among.includes(key)) return undefined;
    parts[key] = inner;
  }
  return parts;
}

/** A copy of a list, each member read once; nothing where one of them cannot be read. */
export function listOf<T>(value: unknown, read: (member: unknown) => T | undefined): T[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const list: T[] = [];
  for (let i = 0; i < value.length; i++) {
    const member = read(value[i]);
    if (member === undefined) return undefined;
    list.push(member);
  }
  return list;
}

/** What the schema takes for a number that may be known within bounds. */
export const boundable = (number: z.ZodMiniType<number>) =>
  z.union([
    number,
    z
      .strictObject({ atLeast: unknownable(number), atMost: unknownable(number) })
      .check(notEmpty('atLeast, atMost'), ({ value: { atLeast, atMost }, issues }) => {
        if (atLeast != null && atMost != null && atLeast > atMost)
          issues.push(contradiction(atMost, `atLeast: ${atLeast}`, ['atMost']));
      }),
  ]);

/** What the schema takes for a set of which some options may be undecided. */
export const partable = (list: z.ZodMiniType<string[]>) =>
  z.union([
    list,
    z
      .strictObject({ has: unknownable(list), lacks: unknownable(list) })
      .check(notEmpty('has, lacks'), ({ value: { has, lacks }, issues }) => {
        lacks?.forEach((one, i) => {
          if (has?.includes(one)) issues.push(contradiction(one, 'has', ['lacks', i]));
        });
      }),
  ]);

/** Absent and null both mean unknown. */
export const unknownable = <Of extends z.ZodMiniType>(schema: Of) => z.optional(z.nullable(schema));

const contradiction = (input: unknown, expected: string, path: PropertyKey[]) => ({
  code: 'custom' as const,
  input,
  params: { code: 'input/contradiction', expected },
  path,
});

/** One of the keys has to be there. */
const notEmpty = (expected: string) =>
  passing<object>(
    (value) => Object.values(value).some((part) => part !== undefined && part !== null),
    'input/missing-key',
    expected,
  );
