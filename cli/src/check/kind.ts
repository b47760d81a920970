/** The kinds of files, beside folders of rules, that authors write. */
export type Kind = 'overlay' | 'scenarios' | 'policy';

/** What kind of file a value was written as, by what it says; nothing where that shows none. */
export function kindOf(value: unknown): Kind | undefined {
  if (Array.isArray(value)) return 'scenarios';
  if (typeof value !== 'object' || value === null) return undefined;
  const { unit } = value as { readonly unit?: unknown };
  const has = (key: string) => Object.hasOwn(value, key);
  if (has('duties') || (typeof unit === 'string' && (has('terms') || has('document')))) return 'overlay';
  return ['rulings', 'terms', 'profile', 'issueDate', 'presume'].some(has) ? 'policy' : undefined;
}
