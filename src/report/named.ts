import type { AnyReport } from '../explanation/results.js';

/** What something is called; its id, where nobody has named it. What every object inherits is no name. */
export const named = (names: { readonly [id: string]: string }, id: string): string =>
  Object.hasOwn(names, id) ? (names[id] ?? id) : id;

/** What the unit of a report is called. */
export const unitNameOf = ({ unit = '', names }: AnyReport): string => named(names.units, unit);
