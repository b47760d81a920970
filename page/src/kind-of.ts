/** The kinds of documents that are taken, by what only they say. */
export type Kind = 'incident' | 'unit' | 'organization' | 'policy' | 'overlay' | 'all';

/** What kind of document a value was written as; nothing where it is none. */
export function kindOf(value: unknown): Kind | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const has = (...keys: string[]) => keys.some((key) => Object.hasOwn(value, key));
  const { unit, units, systems } = value as { readonly [key in 'unit' | 'units' | 'systems']?: unknown };
  /** Only a register says what its entries are called or whose they are. */
  const isRegister = [units, systems].some(
    (list) =>
      Array.isArray(list) &&
      list.some((entry) =>
        ['name', 'parent', 'ownedBy', 'managedBy', 'usedBy'].some((key) => Object.hasOwn(Object(entry), key)),
      ),
  );
  if (has('incident', 'chosen') && has('units') && has('overlays')) return 'all';
  if (has('duties') || (typeof unit === 'string' && has('terms', 'document'))) return 'overlay';
  if (has('posts', 'appointments', 'bodies', 'persons') || isRegister) return 'organization';
  if (has('rulings', 'terms', 'profile', 'issueDate', 'presume', 'overlays')) return 'policy';
  if (has('evidence', 'omissions', 'inventories', 'activities', 'notices', 'kind', 'has-own-rules', 'incidents'))
    return 'unit';
  if (has('name') && !has('title')) return has('units', 'posts') ? 'organization' : 'unit';
  return 'incident';
}
