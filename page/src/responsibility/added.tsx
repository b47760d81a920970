import type { Organization } from 'zerenzhi';
import type { Rules, State } from '../state.js';
import { tryChange } from '../store.js';
import type { Column } from '../ui/entry.js';
import { NewEntry } from '../ui/new-entry.js';
import { RESPONSIBILITY } from '../words/responsibility.js';
import { columnsOf, freeId, type Kind } from './columns.js';

/** An entry to be added to the register. */
export function Added({ kind, state, rules }: { readonly kind: Kind; readonly state: State; readonly rules: Rules }) {
  const { lang, organization = {} } = state;
  const say = RESPONSIBILITY[lang];
  const id: readonly Column[] = kind === 'appointments' ? [] : [{ key: 'id', label: say.column.id, type: 'text' }];
  return (
    <NewEntry
      columns={[...id, ...columnsOf(kind, state, rules)]}
      label={say.add[kind]}
      lang={lang}
      suggested={kind === 'appointments' ? undefined : { id: freeId(kind, organization) }}
      onAdd={(entry) =>
        tryChange({ organization: { ...organization, [kind]: [...(organization[kind] ?? []), entry] } as Organization })
      }
    />
  );
}
