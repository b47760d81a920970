import type { Rules, State } from '../state.js';
import type { Column } from '../ui/entry.js';
import { type Entered, NewEntry } from '../ui/new-entry.js';
import { RESPONSIBILITY } from '../words/responsibility.js';
import { columnsOf, type Kind, rolesIn } from './columns.js';
import { idOf, nameIn, namesakes } from './names.js';
import { registerOf, take } from './take.js';

/** An entry to be added to the register. Its id is made of what is typed, unless one is typed too. */
export function Added({ kind, state, rules }: { readonly kind: Kind; readonly state: State; readonly rules: Rules }) {
  const { lang } = state;
  const say = RESPONSIBILITY[lang];
  const organization = registerOf(state);
  const hasId = kind !== 'appointments';
  const id: readonly Column[] = hasId ? [{ key: 'id', label: say.column.id, type: 'text' }] : [];
  // An id comes of a name: what has none could not be told from others.
  const columns = columnsOf(kind, state, rules).map((each) =>
    each.key === 'name' ? { ...each, isRequired: true } : each,
  );
  const textOf = (value: unknown) => (typeof value === 'string' ? value : '');
  const suggest = ({ name, unit, role, title }: Entered) => {
    const words =
      kind === 'posts' ? [textOf(unit), textOf(title) || nameIn(rolesIn(rules, lang), textOf(role))] : [textOf(name)];
    const said = words.filter((each) => each !== '').join('-');
    return said === '' ? {} : { id: idOf(said, hasId ? organization[kind] : [], STEM[kind]) };
  };
  const warn = ({ name }: Entered) => {
    const [same] = kind === 'units' ? namesakes(organization.units, name) : [];
    return same && say.sameName(same.id);
  };
  return (
    <NewEntry
      columns={[...columns, ...id]}
      label={say.add[kind]}
      lang={lang}
      suggest={hasId ? suggest : undefined}
      warn={warn}
      onAdd={(entry) => {
        const { id: own, ...rest } = entry;
        const whole = hasId ? { id: own, ...rest } : rest;
        return take(state, rules, { ...organization, [kind]: [...(organization[kind] ?? []), whole] });
      }}
    />
  );
}

const STEM = { units: 'unit', posts: 'post', systems: 'system', appointments: '' } as const;
