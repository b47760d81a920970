import { useId, useRef, useState } from 'preact/hooks';
import type { Diagnostic, Organization } from 'zerenzhi';
import type { Rules, State } from '../state.js';
import { Faults } from '../ui/faults.js';
import { RESPONSIBILITY } from '../words/responsibility.js';
import { type Column, columnsOf, freeId, type Kind } from './columns.js';
import { Field, readEntry } from './entry.js';
import { take } from './take.js';

interface Props {
  readonly kind: Kind;
  readonly state: State;
  readonly rules: Rules;
}

/** An entry to be added. What is refused stays as it was typed. */
export function NewEntry({ kind, state, rules }: Props) {
  const { lang, organization = {} } = state;
  const say = RESPONSIBILITY[lang];
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState<{ readonly [key: string]: string | boolean }>({});
  const [faults, setFaults] = useState<readonly Diagnostic[]>([]);
  const suggested = kind === 'appointments' ? undefined : freeId(kind, organization);
  const columns: readonly Column[] = [
    ...(suggested === undefined ? [] : [{ key: 'id', label: say.column.id, type: 'text' as const }]),
    ...columnsOf(kind, state, rules),
  ];
  const add = (event: Event) => {
    event.preventDefault();
    const values = columns.map((column) => [column.key, readEntry(column, typed[column.key] ?? '')]);
    const given = Object.fromEntries(values.filter(([, value]) => value !== undefined));
    const entry = suggested === undefined ? given : { id: suggested, ...given };
    const refused = take(
      { ...organization, [kind]: [...(organization[kind] ?? []), entry] } as Organization,
      state,
      rules,
    );
    setFaults(refused);
    if (refused.length > 0) return;
    setTyped({});
    form.current?.querySelector('input')?.focus();
  };
  return (
    <form ref={form} class="new-entry" onSubmit={add} aria-label={say.add[kind]}>
      {columns.map((column) => (
        <div class={column.type === 'check' ? 'cell check' : 'cell'} key={column.key}>
          <span aria-hidden="true">{column.label}</span>
          <Field
            column={column}
            label={column.label}
            lang={lang}
            value={typed[column.key] ?? (column.type === 'check' ? false : '')}
            {...(column.key === 'id' && suggested !== undefined && { placeholder: suggested })}
            {...(column.type === 'reference' && { list: `${id}-${column.key}` })}
            onInput={(value) => setTyped({ ...typed, [column.key]: value })}
          />
          {column.type === 'reference' && <Names id={`${id}-${column.key}`} column={column} />}
        </div>
      ))}
      <button type="submit">{say.add[kind]}</button>
      {faults.length > 0 && (
        <div role="alert" class="hint wrong">
          {say.refused}
          <Faults faults={faults} lang={lang} />
        </div>
      )}
    </form>
  );
}

/** What a field can refer to. */
export function Names({ id, column: { options = [] } }: { readonly id: string; readonly column: Column }) {
  return (
    <datalist id={id}>
      {options.map(([each, name]) => (
        <option key={each} value={each}>
          {name}
        </option>
      ))}
    </datalist>
  );
}
