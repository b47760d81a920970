import type * as z from 'zod/mini';
import { type Diagnostic, diagnostic } from './diagnostics.js';
import type { PlainCopy } from './plain-data.js';

export type Issue = z.core.$ZodIssue;
export type Schema = z.ZodMiniType | z.core.$ZodType;

/** Where an issue stands, and what stands there. */
export interface Spot {
  readonly schema: Schema;
  readonly root: unknown;
  readonly path: string;
  readonly value: unknown;
}
/** What the schemas of rule files have beyond those of inputs (authoring/check/shape.ts). */
export interface Further {
  /** The part of a schema that a value chose among several; the schema itself where there is no choice. */
  branch(schema: Schema, value: unknown): Schema;
  translate(issue: Issue, spot: Spot): Diagnostic | undefined;
}
/** Inputs tell the parts of a choice apart by the kind of the value: a number or its bounds, yes or no or a name. */
const BY_KIND: Further = {
  branch(schema, value) {
    const { options = [] } = schema._zod.def as { options?: readonly Schema[] };
    const kind = Array.isArray(value) ? 'array' : KINDS[typeof value];
    return options.find((option) => option._zod.def.type === kind) ?? options[0] ?? schema;
  },
  translate: () => undefined,
};
const KINDS: { readonly [type: string]: string } = { string: 'enum', object: 'object' };

/** The faults zod finds, in our own words; unknown keys with the nearest name that stands there. */
export function shapeFaults(schema: Schema, value: unknown, path = '', further = BY_KIND): Diagnostic[] {
  const result = (schema as z.ZodMiniType).safeParse(value);
  return result.success
    ? []
    : result.error.issues.flatMap((issue) => translate(issue as Issue, schema, value, path, further));
}

/** The faults of a copy: what of it was no plain data, then what does not fit; a place is told once. */
export function copyFaults(schema: Schema, { copy, faults }: PlainCopy): Diagnostic[] {
  // Of what could not be read at all there is nothing to fit.
  if (copy === undefined && faults.length > 0) return [...faults];
  const told = new Set(faults.map(({ path }) => path));
  return [...faults, ...shapeFaults(schema, copy).filter(({ path }) => !told.has(path))];
}

function translate(issue: Issue, schema: Schema, root: unknown, base: string, further: Further): Diagnostic[] {
  const path = joinPath(base, issue.path);
  const value = issue.path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key], root);
  switch (issue.code) {
    case 'unrecognized_keys': {
      const at = schemaAt(schema, issue.path, root, further);
      const among = Object.keys((at && shapeOf(at)) ?? {});
      return issue.keys.map((key) => {
        const nest = at && nestingOf(at, key.split('.'));
        return diagnostic('input/unknown-key', joinPath(path, [key]), { value: key, ...(nest ? { nest } : { among }) });
      });
    }
    case 'invalid_type':
      return value === undefined
        ? [diagnostic('input/missing-key', path, { expected: issue.expected })]
        : [diagnostic('input/invalid-type', path, { value, expected: issue.expected })];
    case 'invalid_value': {
      const values = issue.values.map(String);
      const expected = values.join(', ');
      if (value === undefined) return [diagnostic('input/missing-key', path, { expected })];
      return [diagnostic('input/unknown-value', path, { value, among: values, expected })];
    }
    case 'custom': {
      const params = issue.params as { code?: Parameters<typeof diagnostic>[0]; expected?: string } | undefined;
      return [diagnostic(params?.code ?? 'input/invalid-type', path, { value, expected: params?.expected ?? 'value' })];
    }
    case 'invalid_union': {
      if (further !== BY_KIND) break;
      const chosen = schemaAt(schema, issue.path, root, further);
      if (chosen) return shapeFaults(chosen, value, path, further);
    }
  }
  return [
    further.translate(issue, { schema, root, path, value }) ??
      diagnostic('input/invalid-type', path, { value, expected: 'value' }),
  ];
}

/** How a key is written that stands further inside a schema: `leak.persons` as `{ leak: { persons: … } }`. */
function nestingOf(schema: Schema, keys: readonly string[]): string | undefined {
  if (keys.length < 2 || !schemaAt(schema, keys, undefined, BY_KIND)) return undefined;
  return keys.reduceRight((inner, key) => `{ ${key}: ${inner} }`, '…');
}

/** `attack.tampered`, `provisions[2].when`. */
export function joinPath(base: string, keys: readonly PropertyKey[]): string {
  return keys.reduce<string>(
    (path, key) => (typeof key === 'number' ? `${path}[${key}]` : path === '' ? String(key) : `${path}.${String(key)}`),
    base,
  );
}

export const shapeOf = (schema: Schema): Record<string, Schema> | undefined =>
  (schema._zod.def as { shape?: Record<string, Schema> }).shape;

/** The schema that stands at a path: through optionals, lists and mappings, and into what the value chose. */
export function schemaAt(
  schema: Schema,
  path: readonly PropertyKey[],
  value: unknown,
  further: Further,
): Schema | undefined {
  const def = schema._zod.def as { innerType?: Schema; element?: Schema; valueType?: Schema };
  if (def.innerType) return schemaAt(def.innerType, path, value, further);
  const chosen = further.branch(schema, value);
  if (chosen !== schema) return schemaAt(chosen, path, value, further);
  const [key, ...rest] = path;
  if (key === undefined) return schema;
  const next = typeof key === 'number' ? def.element : (shapeOf(schema)?.[String(key)] ?? def.valueType);
  return next && schemaAt(next, rest, (value as Record<PropertyKey, unknown> | undefined)?.[key], further);
}
