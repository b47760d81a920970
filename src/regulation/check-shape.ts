import type * as z from 'zod/mini';
import { type Diagnostic, diagnostic } from './diagnostics.js';

type Issue = z.core.$ZodIssue;
type Schema = z.ZodMiniType | z.core.$ZodType;

/** The faults zod finds, in our own words; unknown keys with the nearest name that stands there. */
export function shapeFaults(schema: Schema, value: unknown, path = ''): Diagnostic[] {
  const result = (schema as z.ZodMiniType).safeParse(value);
  return result.success ? [] : result.error.issues.flatMap((issue) => translate(issue as Issue, schema, value, path));
}

function translate(issue: Issue, schema: Schema, root: unknown, base: string): Diagnostic[] {
  const path = joinPath(base, issue.path);
  const value = issue.path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key], root);
  switch (issue.code) {
    case 'unrecognized_keys': {
      const among = keysAt(schema, issue.path, root);
      return issue.keys.map((key) => diagnostic('input/unknown-key', joinPath(path, [key]), { value: key, among }));
    }
    case 'invalid_type':
      return value === undefined
        ? [diagnostic('input/missing-key', path, { expected: issue.expected })]
        : [diagnostic('input/invalid-type', path, { value, expected: issue.expected })];
    case 'invalid_value': {
      const values = issue.values.map(String);
      if (value === undefined) return [diagnostic('input/missing-key', path, { expected: values.join(', ') })];
      return [diagnostic('input/unknown-value', path, { value, among: values, expected: values.join(', ') })];
    }
    case 'too_small':
      return [diagnostic('input/out-of-range', path, { value, expected: `≥ ${issue.minimum}` })];
    case 'too_big':
      return [diagnostic('input/out-of-range', path, { value, expected: `≤ ${issue.maximum}` })];
    case 'invalid_format':
      return [format(issue as { pattern?: string; format: string }, path, value)];
    case 'invalid_key':
      return [diagnostic('input/invalid-id', path, { value: issue.path.at(-1), expected: 'a-z, 0-9, - .' })];
    case 'custom': {
      const params = issue.params as { code?: Parameters<typeof diagnostic>[0]; expected?: string } | undefined;
      return [diagnostic(params?.code ?? 'input/invalid-type', path, { value, expected: params?.expected ?? 'value' })];
    }
    case 'invalid_union': {
      const discriminator = (issue as { discriminator?: string; note?: string }).discriminator;
      // zod names the key that decides; the union stands above it.
      const unionPath = issue.path.at(-1) === discriminator ? issue.path.slice(0, -1) : issue.path;
      const options = ((schemaAt(schema, unionPath, root)?._zod.def as { options?: Schema[] } | undefined)?.options ?? []).flatMap((option) => {
        const literal = (shapeOf(option)?.[discriminator ?? '']?._zod.def as { values?: unknown[] } | undefined)?.values;
        return literal?.map(String) ?? [];
      });
      if (discriminator !== undefined) {
        const found = (value as Record<string, unknown> | undefined)?.[discriminator];
        const at = path.endsWith(discriminator) ? path : joinPath(path, [discriminator]);
        return [
          diagnostic('input/unknown-value', at, {
            value: typeof value === 'string' ? value : found,
            among: options,
            expected: options.join(', '),
          }),
        ];
      }
      const branches = (issue as { errors?: Issue[][] }).errors ?? [];
      const expected = branches.map((errors) => (errors[0] as { expected?: string } | undefined)?.expected ?? '').filter(Boolean);
      return [diagnostic('input/invalid-type', path, { value, expected: [...new Set(expected)].join(' / ') || 'value' })];
    }
    default:
      return [diagnostic('input/invalid-type', path, { value, expected: 'value' })];
  }
}

function format(issue: { pattern?: string; format: string }, path: string, value: unknown): Diagnostic {
  if (issue.pattern?.includes('\\d{4}')) return diagnostic('input/invalid-date', path, { value, expected: 'YYYY-MM-DD' });
  return diagnostic('input/invalid-id', path, { value, expected: 'a-z, 0-9, - .' });
}

/** `attack.tampered`, `provisions[2].when`. */
export function joinPath(base: string, keys: readonly PropertyKey[]): string {
  return keys.reduce<string>((path, key) => (typeof key === 'number' ? `${path}[${key}]` : path === '' ? String(key) : `${path}.${String(key)}`), base);
}

function keysAt(schema: Schema, path: readonly PropertyKey[], root: unknown): string[] {
  const at = schemaAt(schema, path, root);
  return Object.keys((at && shapeOf(at)) ?? {});
}

const shapeOf = (schema: Schema): Record<string, Schema> | undefined => (schema._zod.def as { shape?: Record<string, Schema> }).shape;

/** The schema that stands at a path: through optionals, lists and mappings, and into the branch of a union that the value chose. */
function schemaAt(schema: Schema, path: readonly PropertyKey[], value: unknown): Schema | undefined {
  const def = schema._zod.def as { innerType?: Schema; element?: Schema; valueType?: Schema; options?: Schema[]; discriminator?: string };
  if (def.innerType) return schemaAt(def.innerType, path, value);
  if (def.options && def.discriminator !== undefined && path.length > 0) {
    const chosen = (value as Record<string, unknown> | undefined)?.[def.discriminator];
    const branch = def.options.find((option) =>
      (shapeOf(option)?.[def.discriminator as string]?._zod.def as { values?: unknown[] } | undefined)?.values?.includes(chosen),
    );
    return branch && schemaAt(branch, path, value);
  }
  if (def.options && def.discriminator !== undefined && path.length === 0) {
    const chosen = (value as Record<string, unknown> | undefined)?.[def.discriminator];
    return (
      def.options.find((option) =>
        (shapeOf(option)?.[def.discriminator as string]?._zod.def as { values?: unknown[] } | undefined)?.values?.includes(chosen),
      ) ?? schema
    );
  }
  const [key, ...rest] = path;
  if (key === undefined) return schema;
  const inner = (value as Record<PropertyKey, unknown> | undefined)?.[key];
  const next = typeof key === 'number' ? def.element : (shapeOf(schema)?.[String(key)] ?? def.valueType);
  return next && schemaAt(next, rest, inner);
}
