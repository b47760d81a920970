import type { PolicyOption } from '../assessment/restore.js';
import { valuesOf } from '../case/options.js';
import { joinPath } from '../diagnostics/check-shape.js';
import { type Diagnostic, diagnostic, faultsOf, refuse } from '../diagnostics/diagnostics.js';
import { isMapping, plainCopy } from '../diagnostics/plain-data.js';
import { reading } from '../diagnostics/reading.js';
import type { Lang } from '../language.js';
import { type Policy, readPolicy } from '../policy/create-policy.js';
import type { Names } from '../policy/names.js';

/** How a result is told. */
export interface PageOptions extends PolicyOption {
  /** `zh` by default. */
  readonly lang?: Lang | undefined;
  /** What persons are called, by their ids: shown before the id wherever a page names somebody. */
  readonly persons?: PersonNames | undefined;
}

export interface PersonNames {
  readonly [person: string]: string;
}

interface Kinds {
  readonly lang: Lang;
  readonly policy: Policy<Names>;
  readonly string: string;
  readonly boolean: boolean;
  readonly count: number;
  readonly names: PersonNames;
  readonly function: (...given: never[]) => unknown;
  /** Looked at by whoever uses it. */
  readonly anything: unknown;
}
type Taken = { readonly [option: string]: keyof Kinds };
type Read<Of extends Taken> = { readonly [option in keyof Of]?: Kinds[Of[option]] };

/** The options of every page. */
export const PAGE = { lang: 'lang', policy: 'policy', persons: 'names' } as const;

/**
 * What a function makes of its options and of a result: options that it does not take are refused, and so is whatever
 * cannot be read.
 */
export function guarded<const Of extends Taken, Made>(
  given: unknown,
  taken: Of,
  make: (options: Read<Of>) => Made,
): Made {
  const { values, faults } = valuesOf(given, Object.keys(taken));
  const set = Object.entries(values).filter(([, value]) => value !== undefined);
  refuse(faultsOf('options', [...faults, ...set.flatMap(([option, value]) => faultIn(option, value, taken[option]))]));
  return reading(() => make(Object.fromEntries(set) as Read<Of>));
}

const LANGS: readonly string[] = ['zh', 'en'] satisfies Lang[];

function faultIn(option: string, value: unknown, kind: keyof Kinds | undefined): Diagnostic[] {
  switch (kind) {
    case 'lang': {
      if (LANGS.includes(value as string)) return [];
      const expected = LANGS.join(', ');
      return [diagnostic('input/unknown-value', option, { value, among: LANGS, expected })];
    }
    case 'policy': {
      const found = readPolicy(value);
      return 'code' in found ? [found] : [];
    }
    case 'names': {
      const { copy, faults } = plainCopy(value);
      if (faults.length > 0) return faults.map((fault) => ({ ...fault, path: joinPath(option, [fault.path]) }));
      if (!isMapping(copy)) return [diagnostic('input/invalid-type', option, { value, expected: 'object' })];
      return Object.entries(copy).flatMap(([id, name]) =>
        typeof name === 'string'
          ? []
          : [diagnostic('input/invalid-type', joinPath(option, [id]), { value: name, expected: 'string' })],
      );
    }
    case 'count':
      if (typeof value === 'number' && value >= 0) return [];
      return [diagnostic('input/invalid-type', option, { value, expected: 'number' })];
    case 'string':
    case 'boolean':
    case 'function':
      return typeof value === kind ? [] : [diagnostic('input/invalid-type', option, { value, expected: kind })];
  }
  return [];
}
