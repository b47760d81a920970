import { useState } from 'preact/hooks';
import type { State } from '../state.js';
import { ENTRY } from '../words/entry.js';
import { FAULTS } from '../words/faults.js';
import { Faults, type Told } from './faults.js';

export type Options = readonly (readonly [id: string, name: string])[];

/** What is entered under a heading. */
export interface Column {
  readonly key: string;
  readonly label: string;
  readonly type: 'text' | 'date' | 'number' | 'check' | 'choice' | 'reference';
  /** What can be chosen, or referred to. */
  readonly options?: Options;
  readonly isRequired?: boolean;
}

interface FieldProps {
  readonly column: Column;
  readonly label: string;
  readonly value: string | boolean;
  readonly lang: State['lang'];
  readonly isWrong?: boolean;
  readonly placeholder?: string | undefined;
  /** The id of the list of what can be referred to. */
  readonly list?: string | undefined;
  readonly onInput: (value: string | boolean) => void;
  /** What was typed is whole. */
  readonly onDone?: () => void;
  readonly onCancel?: () => void;
}

/** What is entered, by a control of the browser's own. */
export function Field({
  column,
  label,
  value,
  lang,
  isWrong,
  placeholder,
  list,
  onInput,
  onDone,
  onCancel,
}: FieldProps) {
  const { type, options = [], isRequired } = column;
  if (type === 'check')
    return (
      <input
        type="checkbox"
        aria-label={label}
        checked={value === true}
        onChange={({ currentTarget }) => onInput(currentTarget.checked)}
      />
    );
  if (type === 'choice')
    return (
      <select
        aria-label={label}
        aria-invalid={isWrong}
        aria-required={isRequired}
        value={String(value)}
        onChange={({ currentTarget }) => onInput(currentTarget.value)}
      >
        <option value="">{isRequired ? '' : ENTRY[lang].notSet}</option>
        {options.map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    );
  return (
    <input
      type={type === 'date' ? 'date' : 'text'}
      inputMode={type === 'number' ? 'numeric' : undefined}
      aria-label={label}
      aria-invalid={isWrong}
      aria-required={isRequired}
      autocomplete="off"
      list={list}
      placeholder={placeholder}
      value={String(value)}
      onInput={({ currentTarget }) => onInput(currentTarget.value)}
      onBlur={onDone}
      onKeyDown={({ key }) => {
        if (key === 'Enter') onDone?.();
        if (key === 'Escape') onCancel?.();
      }}
    />
  );
}

/** What is to be filled in yet, in plain words. */
export const lacking = ({ label, type }: Column, lang: State['lang']): string =>
  FAULTS[lang][type === 'choice' || type === 'reference' ? 'choose' : 'fill'](label);

/** The heading of a column, with a sign where something has to stand under it. */
export const Heading = ({ column: { label, isRequired } }: { readonly column: Column }) => (
  <>
    {label}
    {isRequired && (
      <span class="must" aria-hidden="true">
        *
      </span>
    )}
  </>
);

/** What was typed, as it stands in a register: a name that can be referred to as its id. */
export function readEntry({ type, options = [] }: Column, typed: string | boolean): unknown {
  if (typeof typed === 'boolean') return typed ? true : undefined;
  const text = typed.trim();
  if (text === '') return undefined;
  // What is no number is refused by its reader, in its words.
  if (type === 'number') return Number.isNaN(Number(text)) ? text : Number(text);
  return type === 'reference' ? (options.find(([, name]) => name === text)?.[0] ?? text) : text;
}

/** A field of an entry that is there. What is refused stays as it was typed, with the reason beside it. */
export function EntryField({
  value,
  onTake,
  ...field
}: Omit<FieldProps, 'value' | 'onInput' | 'isWrong'> & {
  readonly value: unknown;
  readonly onTake: (value: unknown) => readonly Told[];
}) {
  const { column, lang } = field;
  const [draft, setDraft] = useState<string | boolean>();
  const [faults, setFaults] = useState<readonly Told[]>([]);
  const [isLacking, setLacking] = useState(false);
  const named = column.type === 'reference' ? column.options?.find(([id]) => id === value)?.[1] : undefined;
  const kept = column.type === 'check' ? value === true : (named ?? String(value ?? ''));
  const put = (typed: string | boolean | undefined) => {
    const next = typed === undefined || typed === kept ? undefined : readEntry(column, typed);
    const isNeeded = column.isRequired === true && typed !== undefined && typed !== kept && next === undefined;
    const refused = typed === undefined || typed === kept || next === value || isNeeded ? [] : onTake(next);
    setLacking(isNeeded);
    setFaults(refused);
    setDraft(refused.length > 0 || isNeeded ? typed : undefined);
  };
  const isAtOnce = column.type === 'check' || column.type === 'choice';
  return (
    <>
      <Field
        {...field}
        value={draft ?? kept}
        isWrong={faults.length > 0 || isLacking}
        onInput={isAtOnce ? put : setDraft}
        onDone={() => put(draft)}
        onCancel={() => put(undefined)}
      />
      {isLacking && (
        <div role="alert" class="hint wrong">
          {lacking(column, lang)}
        </div>
      )}
      {faults.length > 0 && (
        <div role="alert" class="hint wrong">
          <Faults faults={faults} lang={lang} />
        </div>
      )}
    </>
  );
}

/** An entry with a value under a key, or without it. */
export function withValue<Of extends object>(entry: Of, key: string, value: unknown): Of {
  const { [key as keyof Of]: _, ...rest } = entry;
  return (value === undefined ? rest : { ...rest, [key]: value }) as Of;
}
