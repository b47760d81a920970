import { deepFreeze } from '../diagnostics/plain-data.js';
import type { Regulation } from './schema.js';

/** What a regulation was found to be when it was checked. */
interface Mark {
  /** Of all that the functions read of it: `sha256:` and the hexadecimal SHA-256 of its canonical form. */
  readonly digest: string;
}

// A key that every copy of the library knows: what one has checked, the others take.
const MARK = Symbol.for('zerenzhi.regulation');

/** Notes that a regulation has been checked whole; from then on nothing in it can be changed. */
export function markChecked(regulation: Regulation, digest: string): Regulation {
  if (!Object.hasOwn(regulation, MARK)) Object.defineProperty(regulation, MARK, { value: { digest } satisfies Mark });
  return deepFreeze(regulation);
}

/** The digest of a regulation that has been checked; nothing if it has not. */
export function digestOfChecked(regulation: object): string | undefined {
  try {
    const digest: unknown = (regulation as { readonly [MARK]?: Mark })[MARK]?.digest;
    // A proxy may answer anything.
    return typeof digest === 'string' ? digest : undefined;
  } catch {
    return undefined;
  }
}
