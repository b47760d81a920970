import { type Diagnostic, diagnostic, refuse } from '../../diagnostics/diagnostics.js';
import { isText } from '../../model/fields.js';

/** Who found what: texts by the names of facts and terms. */
export type FoundBy = { readonly [factOrTerm: string]: string };

/** Refuses what is not a text, and whoever is said to have found what is not known in this case. */
export function checkFoundBy(foundBy: unknown, known: readonly string[]): FoundBy {
  if (typeof foundBy !== 'object' || foundBy === null || Array.isArray(foundBy))
    refuse([diagnostic('input/invalid-type', 'foundBy', { value: foundBy, expected: 'object' })]);
  refuse(
    Object.entries(foundBy as object).flatMap(([name, who]): Diagnostic[] => {
      const path = `foundBy.${name}`;
      if (!known.includes(name)) return [diagnostic('input/unknown-key', path, { value: name, among: known })];
      return isText(who) ? [] : [diagnostic('input/invalid-type', path, { value: who, expected: 'string' })];
    }),
  );
  return foundBy as FoundBy;
}
