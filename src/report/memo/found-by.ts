import { type Diagnostic, diagnostic, faultsOf, refuse } from '../../diagnostics/diagnostics.js';
import { isMapping, plainCopy } from '../../diagnostics/plain-data.js';
import { isText } from '../../model/fields.js';

/** Who found what: texts by the names of facts and terms. */
export type FoundBy = { readonly [factOrTerm: string]: string };

/** Refuses what is not a text, and whoever is said to have found what is not known in this case. */
export function readFoundBy(given: unknown, known: readonly string[]): FoundBy {
  const { copy, faults } = plainCopy(given);
  refuse(faultsOf('options', faults, 'foundBy'));
  if (!isMapping(copy))
    refuse(faultsOf('options', [diagnostic('input/invalid-type', 'foundBy', { value: given, expected: 'object' })]));
  const wrong = Object.entries(copy as object).flatMap(([name, who]): Diagnostic[] => {
    const path = `foundBy.${name}`;
    if (!known.includes(name)) return [diagnostic('input/unknown-key', path, { value: name, among: known })];
    return isText(who) ? [] : [diagnostic('input/invalid-type', path, { value: who, expected: 'string' })];
  });
  refuse(faultsOf('options', wrong));
  return copy as FoundBy;
}
