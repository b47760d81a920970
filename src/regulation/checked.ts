import type { Regulation } from './schema.js';

const checked = new WeakSet<object>();

/** Notes that a regulation has been checked whole; from then on nothing in it can be changed. */
export function markChecked(regulation: Regulation): Regulation {
  freeze(regulation);
  checked.add(regulation);
  return regulation;
}

export const isChecked = (regulation: object): boolean => checked.has(regulation);

function freeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const part of Object.values(value)) freeze(part);
}
