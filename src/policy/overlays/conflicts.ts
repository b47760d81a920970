import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostics.js';
import { sameData } from '../../diagnostics/plain-data.js';
import { areTogether } from '../../regulation/made.js';
import type { ReadOverlay } from './read.js';

/** What an overlay rules on a duty of its own or on a term. */
interface Entry {
  readonly name: string;
  readonly path: string;
  readonly rule: object;
  readonly of: ReadOverlay;
}

/** Two overlays of one unit that rule otherwise on the same, for the same days: both are named. */
export function conflictFaults(overlays: readonly ReadOverlay[]): Diagnostic[] {
  const entries = overlays.flatMap(entriesOf);
  return entries.flatMap((entry, i) => {
    const other = entries.slice(0, i).find((each) => contradicts(each, entry));
    if (!other) return [];
    const [value, expected] = [entry.of.title, other.of.title];
    return [diagnostic('overlay/conflict', entry.path, { value, expected, first: { path: other.path } })];
  });
}

const entriesOf = (of: ReadOverlay): Entry[] => [
  ...of.duties.map(({ path, duty }) => ({ name: duty.id ?? path, path, rule: duty, of })),
  ...of.terms.map(({ path, term, value: { quote: _, ...rule } }) => ({ name: term, path, rule, of })),
];

const contradicts = ({ name, rule, of: a }: Entry, { name: same, rule: other, of: b }: Entry): boolean =>
  name === same &&
  a !== b &&
  a.unit !== undefined &&
  a.unit === b.unit &&
  a.days !== undefined &&
  b.days !== undefined &&
  areTogether(a.days, b.days) &&
  !sameData(rule, other);
