/** The kinds of files, beside folders of rules, that authors write. */
export type Kind = 'overlay';

/** What kind of file a value was written as, by what it says; nothing where that shows none. */
export function kindOf(value: unknown): Kind | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const { unit } = value as { readonly unit?: unknown };
  const has = (key: string) => Object.hasOwn(value, key);
  return has('duties') || (typeof unit === 'string' && (has('terms') || has('document'))) ? 'overlay' : undefined;
}
