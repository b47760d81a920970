import { isMapping } from '../diagnostics/plain-data.js';
import type { OrganizationBase } from '../model/organization.js';

// A register taken apart into its entries, and put together again.

/** An entry by its list and its id, `posts.io-head`. */
interface RegisterInput {
  readonly kind: 'register';
  readonly id: string;
  readonly value: unknown;
}

const LISTS = ['units', 'posts', 'appointments', 'systems'] as const;

/** The entries of a register, each by its list and its id; the whole of it where it is not told by entries. */
export function registerInputs(organization: OrganizationBase | undefined, byEntry: boolean): RegisterInput[] {
  if (organization === undefined) return [];
  if (!byEntry) return [{ kind: 'register', id: '', value: organization }];
  const { name, bodies = {} } = organization;
  const found: RegisterInput[] = name === undefined ? [] : [{ kind: 'register', id: 'name', value: name }];
  for (const [body, unit] of Object.entries(bodies))
    found.push({ kind: 'register', id: `bodies.${body}`, value: unit });
  for (const list of LISTS) {
    const seen = new Map<string, number>();
    for (const entry of (organization[list] ?? []) as readonly object[]) {
      const id = entryId(entry);
      const before = seen.get(id) ?? 0;
      seen.set(id, before + 1);
      found.push({ kind: 'register', id: `${list}.${id}${before > 0 ? `#${before + 1}` : ''}`, value: entry });
    }
  }
  return found;
}

/** An appointment has no id of its own: it is who came to which post. */
function entryId(entry: { readonly id?: string; readonly post?: string; readonly person?: string }): string {
  return entry.id ?? `${entry.post}/${entry.person}`;
}

/** The register of these entries; none where there are none. */
export function registerFrom(inputs: readonly Pick<RegisterInput, 'id' | 'value'>[]): OrganizationBase | undefined {
  if (inputs.length === 0) return undefined;
  const whole: Record<string, unknown> = {};
  for (const { id, value } of inputs) {
    const dot = id.indexOf('.');
    const [list, key] = dot < 0 ? [id, ''] : [id.slice(0, dot), id.slice(dot + 1)];
    if (list === '') return value as OrganizationBase;
    if (list === 'name') whole.name = value;
    else if (list === 'bodies') whole.bodies = { ...(isMapping(whole.bodies) ? whole.bodies : {}), [key]: value };
    else whole[list] = [...((whole[list] as unknown[] | undefined) ?? []), value];
  }
  return whole;
}
