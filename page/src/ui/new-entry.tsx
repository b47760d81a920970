import { useId, useRef, useState } from 'preact/hooks';
import type { State } from '../state.js';
import { ENTRY } from '../words/entry.js';
import { type Column, Field, Heading, lacking, readEntry } from './entry.js';
import { Faults, type Told } from './faults.js';

export interface Entered {
  readonly [key: string]: unknown;
}

interface Props {
  readonly columns: readonly Column[];
  readonly label: string;
  readonly lang: State['lang'];
  /** What stands under a heading if nothing is typed there, by what is typed elsewhere. */
  readonly suggest?: ((entered: Entered) => { readonly [key: string]: string }) | undefined;
  /** What whoever types it should know, though it would be taken. */
  readonly warn?: ((entered: Entered) => string | undefined) | undefined;
  readonly onAdd: (entered: Entered) => readonly Told[];
}

/** An entry to be added. What is refused stays as it was typed. */
export function NewEntry({ columns, label, lang, suggest, warn, onAdd }: Props) {
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState<{ readonly [key: string]: string | boolean }>({});
  const [faults, setFaults] = useState<readonly Told[]>([]);
  const [isTold, setTold] = useState(false);
  const values = columns.map((column) => [column.key, readEntry(column, typed[column.key] ?? '')]);
  const given: Entered = Object.fromEntries(values.filter(([, value]) => value !== undefined));
  const suggested = suggest?.(given);
  const warning = warn?.(given);
  const entered = { ...suggested, ...given };
  const without = columns.filter(({ key, isRequired }) => isRequired && entered[key] === undefined);
  const missing = isTold ? without : [];
  const add = (event: Event) => {
    event.preventDefault();
    const [first] = without;
    setTold(first !== undefined);
    if (first) {
      setFaults([]);
      form.current?.querySelectorAll<HTMLElement>('input, select')[columns.indexOf(first)]?.focus();
      return;
    }
    const refused = onAdd(entered);
    setFaults(refused);
    if (refused.length > 0) return;
    setTyped({});
    form.current?.querySelector<HTMLElement>('input, select')?.focus();
  };
  return (
    <form ref={form} class="new-entry" onSubmit={add} aria-label={label}>
      {columns.map((column) => (
        <div class={column.type === 'check' ? 'cell check' : 'cell'} key={column.key}>
          <span aria-hidden="true">
            <Heading column={column} />
          </span>
          <Field
            column={column}
            label={column.label}
            isWrong={missing.some(({ key }) => key === column.key)}
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
      {columns.some(({ isRequired }) => isRequired) && <p class="hint">{ENTRY[lang].must}</p>}
      {warning !== undefined && (
        <p role="status" class="hint warned">
          {warning}
        </p>
      )}
      {missing.length > 0 && (
        <div role="alert" class="hint wrong">
          {missing.map((column) => lacking(column, lang)).join(ENTRY[lang].next)}
        </div>
      )}
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
        <option key={each} value={name} />
      ))}
    </datalist>
  );
}
