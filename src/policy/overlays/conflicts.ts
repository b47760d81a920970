import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostics.js';
import { canonicalForm } from '../../regulation/canonical.js';
import { areTogether } from '../../regulation/made.js';
import type { ReadOverlay } from './read.js';

interface Entry {
  readonly path: string;
  readonly of: ReadOverlay;
  readonly form: string;
}

/** Two overlays of one unit that rule otherwise on the same, for the same days: both are named. */
export function conflictFaults(overlays: readonly ReadOverlay[]): Diagnostic[] {
  const before = new Map<string, Entry[]>();
  return overlays.flatMap((of) => {
    const entries = [
      ...of.duties.map(({ path, duty }) => [duty.id ?? path, { path, of, form: canonicalForm(duty) }] as const),
      ...of.terms.map(({ path, term, value: { quote: _, ...value } }) => {
        return [term, { path, of, form: canonicalForm(value) }] as const;
      }),
    ];
    const faults = entries.flatMap(([name, entry]) => {
      const other = before.get(name)?.find((each) => contradicts(each, entry));
      if (!other) return [];
      const [value, expected] = [of.title, other.of.title];
      return [diagnostic('overlay/conflict', entry.path, { value, expected, first: { path: other.path } })];
    });
    for (const [name, entry] of entries) before.set(name, [...(before.get(name) ?? []), entry]);
    return faults;
  });
}

const contradicts = (one: Entry, other: Entry): boolean => {
  const [a, b] = [one.of, other.of];
  if (a === b || a.unit === undefined || a.unit !== b.unit || one.form === other.form) return false;
  return a.days !== undefined && b.days !== undefined && areTogether(a.days, b.days);
};
