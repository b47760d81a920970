import { pathOf } from '../../model/fact-schema.js';
import type { Change } from './hypothesis.js';

/** Whether an incident says of a fact or a term that it was asked and is not known: null, where what was not asked is absent. */
export function isToldUnknown(incident: unknown, { kind, id }: Pick<Change, 'kind' | 'id'>): boolean {
  const keys = kind === 'fact' ? pathOf(id, 'incident') : kind === 'term' ? ['findings', id] : undefined;
  if (!keys) return false;
  let at: unknown = incident;
  for (const key of keys) {
    if (at === null) return true;
    at = (at as Record<string, unknown> | undefined)?.[key];
  }
  return at === null;
}
