import { useId, useRef, useState } from 'preact/hooks';
import type { Diagnostic } from 'zerenzhi';
import type { State } from '../state.js';
import { ENTRY } from '../words/entry.js';
import { type Column, Field, readEntry } from './entry.js';
import { Faults } from './faults.js';

export interface Entered {
  readonly [key: string]: unknown;
}

interface Props {
  readonly columns: readonly Column[];
  readonly label: string;
  readonly lang: State['lang'];
  /** What stands under a heading if nothing is typed. */
  readonly suggested?: { readonly [key: string]: string } | undefined;
  readonly onAdd: (entered: Entered) => readonly Diagnostic[];
}

/** An entry to be added. What is refused stays as it was typed. */
export function NewEntry({ columns, label, lang, suggested, onAdd }: Props) {
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState<{ readonly [key: string]: string | boolean }>({});
  const [faults, setFaults] = useState<readonly Diagnostic[]>([]);
  const add = (event: Event) => {
    event.preventDefault();
    const values = columns.map((column) => [column.key, readEntry(column, typed[column.key] ?? '')]);
    const given = Object.fromEntries(values.filter(([, value]) => value !== undefined));
    const refused = onAdd({ ...suggested, ...given });
    setFaults(refused);
    if (refused.length > 0) return;
    setTyped({});
    form.current?.querySelector<HTMLElement>('input, select')?.focus();
  };
  return (
    <form ref={form} class="new-entry" onSubmit={add} aria-label={label}>
      {columns.map((column) => (
        <div class={column.type === 'check' ? 'cell check' : 'cell'} key={column.key}>
          <span aria-hidden="true">{column.label}</span>
          <Field
            column={column}
            label={column.label}
            lang={lang}
            value={typed[column.key] ?? (column.type === 'check' ? false : '')}
            placeholder={suggested?.[column.key]}
            list={column.type === 'reference' ? `${id}-${column.key}` : undefined}
            onInput={(value) => setTyped({ ...typed, [column.key]: value })}
          />
          {column.type === 'reference' && <Names id={`${id}-${column.key}`} column={column} />}
        </div>
      ))}
      <button type="submit">{label}</button>
      {faults.length > 0 && (
        <div role="alert" class="hint wrong">
          {ENTRY[lang].refused}
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
