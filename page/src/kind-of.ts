/** The kinds of documents that are taken, by what only they say. */
export type Kind = 'incident' | 'unit' | 'organization' | 'policy' | 'overlay' | 'all';

/** What kind of document a value was written as; nothing where it is none. */
export function kindOf(value: unknown): Kind | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const has = (...keys: string[]) => keys.some((key) => Object.hasOwn(value, key));
  if (has('incident', 'chosen') && has('units') && has('overlays')) return 'all';
  const { unit } = value as { readonly unit?: unknown };
  if (has('duties') || (typeof unit === 'string' && has('terms', 'document'))) return 'overlay';
  if (has('posts', 'appointments', 'bodies', 'persons')) return 'organization';
  if (has('rulings', 'terms', 'profile', 'issueDate', 'presume')) return 'policy';
  if (has('evidence', 'omissions', 'inventories', 'activities', 'notices', 'kind', 'has-own-rules')) return 'unit';
  return 'incident';
}
