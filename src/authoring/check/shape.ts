import {
  type Further,
  type Issue,
  joinPath,
  type Schema,
  type Spot,
  schemaAt,
  shapeFaults,
  shapeOf,
} from '../../diagnostics/check-shape.js';
import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostics.js';
import { fileDiagnostic } from '../../diagnostics/file-diagnostics.js';

// Rule files have unions, and zod's own tests of lengths and forms; inputs have neither.

const FURTHER: Further = {
  branch(schema, value) {
    const { discriminator } = unionOf(schema);
    const chosen = discriminator !== undefined && (value as Record<string, unknown> | undefined)?.[discriminator];
    return unionOf(schema).options.find((option) => literalsOf(option, discriminator).includes(chosen)) ?? schema;
  },
  translate(issue, spot) {
    const { path, value } = spot;
    switch (issue.code) {
      case 'too_small':
        return diagnostic('input/out-of-range', path, {
          value,
          expected: `${issue.inclusive ? '≥' : '>'} ${issue.minimum}`,
        });
      case 'too_big':
        return diagnostic('input/out-of-range', path, { value, expected: `≤ ${issue.maximum}` });
      case 'invalid_format':
        return diagnostic('input/invalid-id', path, { value, expected: 'a-z, 0-9, - .' });
      case 'invalid_key':
        return diagnostic('input/invalid-id', path, { value: issue.path.at(-1), expected: 'a-z, 0-9, - .' });
      case 'invalid_union':
        return unionFault(issue, spot);
      default:
        return undefined;
    }
  },
};

/** The faults of a regulation's shape; one slip of the pen is told once. */
export function ruleShapeFaults(schema: Schema, value: unknown): Diagnostic[] {
  const faults = shapeFaults(schema, value, '', FURTHER).map(colonToo);
  const meant = new Set(
    faults.flatMap(({ code, path, value: key, nearest = /^[\w.-]+(?=：)/.exec(String(key))?.[0] }) =>
      code !== 'input/missing-key' && nearest !== undefined ? [joinPath(above(path, String(key)), [nearest])] : [],
    ),
  );
  return faults.filter(({ code, path }) => code !== 'input/missing-key' || !meant.has(path));
}

/** The path of what a key stands in. */
const above = (path: string, key: string): string => path.slice(0, path.length - key.length).replace(/\.$/, '');

/** A key with a full-width colon runs into what follows it. */
const colonToo = (fault: Diagnostic): Diagnostic =>
  (fault.code === 'input/unknown-key' || fault.code === 'input/invalid-type') && /^[\w.-]+：/.test(String(fault.value))
    ? { ...fileDiagnostic('yaml/full-width', fault.path, { value: '：', expected: ': ' }), value: fault.value }
    : fault;

function unionFault(issue: Extract<Issue, { code: 'invalid_union' }>, { schema, root, path, value }: Spot): Diagnostic {
  const { discriminator } = issue;
  if (discriminator === undefined) {
    const expected = issue.errors
      .map(([first]) => (first as { expected?: string } | undefined)?.expected ?? '')
      .filter(Boolean);
    return diagnostic('input/invalid-type', path, { value, expected: [...new Set(expected)].join(' / ') || 'value' });
  }
  // zod names the key that decides; the union stands above it.
  const isNamed = issue.path.at(-1) === discriminator;
  const union = schemaAt(schema, isNamed ? issue.path.slice(0, -1) : issue.path, root, FURTHER);
  const among = union ? unionOf(union).options.flatMap((option) => literalsOf(option, discriminator).map(String)) : [];
  const found = typeof value === 'string' ? value : (value as Record<string, unknown> | undefined)?.[discriminator];
  return diagnostic('input/unknown-value', isNamed ? path : joinPath(path, [discriminator]), {
    value: found,
    among,
    expected: among.join(', '),
  });
}

function unionOf(schema: Schema): { readonly options: readonly Schema[]; readonly discriminator?: string } {
  const { options = [], discriminator } = schema._zod.def as { options?: Schema[]; discriminator?: string };
  return { options, ...(discriminator !== undefined && { discriminator }) };
}

/** The values of the key that decides which branch of a union counts. */
const literalsOf = (option: Schema, discriminator: string | undefined): readonly unknown[] =>
  (shapeOf(option)?.[discriminator ?? '']?._zod.def as { values?: unknown[] } | undefined)?.values ?? [];
