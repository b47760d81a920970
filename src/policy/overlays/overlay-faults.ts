import type { Diagnostic } from '../../diagnostics/diagnostics.js';
import type { Regulation, TermValue } from '../../regulation/schema.js';
import { competenceFaults } from './competence.js';
import { conflictFaults } from './conflicts.js';
import { nameFaults } from './names.js';
import { readOverlays } from './read.js';
import { weakeningFaults } from './weaker.js';

/**
 * Every fault of a policy's overlays: what they say in themselves, then whether their makers may, whether two contradict
 * each other, and whether one asks less than the policy does.
 *
 * @param values the values of the policy, by term
 * @param told what was no plain data
 */
export function overlayFaults(
  regulation: Regulation,
  { overlays: given, issueDate }: { readonly overlays?: unknown; readonly issueDate?: string | undefined },
  values: { readonly [term: string]: readonly TermValue[] },
  told: readonly Diagnostic[],
): Diagnostic[] {
  const { overlays, faults } = readOverlays(given);
  return [
    ...faults.filter(({ path }) => !told.some((fault) => fault.path === path)),
    ...overlays.flatMap((overlay) => nameFaults(regulation, overlay)),
    ...overlays.flatMap((overlay) => competenceFaults(regulation, overlay, issueDate)),
    ...conflictFaults(overlays),
    ...overlays.flatMap((overlay) => weakeningFaults(regulation, values, overlay)),
  ];
}
