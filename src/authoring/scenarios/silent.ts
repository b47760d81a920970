import { isMapping } from '../../diagnostics/plain-data.js';
import { INCIDENT_TIMES } from '../../regulation/governing.js';
import type { Regulation } from '../../regulation/schema.js';

type Tree = { readonly [key: string]: unknown };

/** The same incident, of which nothing is said but when it was, and which units, systems and persons it concerns. */
export function silentIncident(incident: unknown, { facts }: Regulation): unknown {
  if (!isMapping(incident)) return incident;
  const groups = Object.entries(facts).flatMap(([name, { of }]) =>
    of === 'incident' && !INCIDENT_TIMES.includes(name) ? [name.split('.')[0] as string] : [],
  );
  const said = new Set([...groups, 'findings']);
  const without = (of: Tree): Tree => Object.fromEntries(Object.entries(of).filter(([key]) => !said.has(key)));
  const each = (list: unknown) =>
    Array.isArray(list) ? list.map((one) => (isMapping(one) ? without(one) : one)) : list;
  return Object.fromEntries(
    Object.entries(without(incident)).map(([key, value]) => [
      key,
      key === 'units' || key === 'systems' ? each(value) : value,
    ]),
  );
}

const ON_FILE = ['evidence', 'omissions', 'inventories', 'notices', 'findings'];

/**
 * The same unit, of which nothing is on file but what it is, its systems, the activities that called upon it, and that
 * there were incidents.
 */
export function silentUnit(unit: unknown, regulation: Regulation): unknown {
  if (!isMapping(unit)) return unit;
  const { incidents, ...rest } = Object.fromEntries(Object.entries(unit).filter(([key]) => !ON_FILE.includes(key)));
  return Array.isArray(incidents)
    ? { ...rest, incidents: incidents.map((incident) => silentIncident(incident, regulation)) }
    : rest;
}
