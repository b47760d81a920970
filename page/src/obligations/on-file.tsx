import { useState } from 'preact/hooks';
import type { UnitFile } from 'zerenzhi';
import type { State } from '../state.js';
import { type Column, EntryField, Heading, withValue } from '../ui/entry.js';
import { Faults, type Told } from '../ui/faults.js';
import { NewEntry } from '../ui/new-entry.js';
import { ENTRY } from '../words/entry.js';
import { OBLIGATIONS_VIEW } from '../words/obligations.js';
import { put } from './unit-files.js';

/** A duty as what is on file names it. */
export interface OfDuty {
  readonly provision: string;
  readonly action: { readonly zh: string; readonly en: string };
  readonly system?: string | undefined;
  readonly towards?: string | undefined;
  readonly occasion?: { readonly kind: 'activity' | 'notice'; readonly id: string } | undefined;
}

type List = 'evidence' | 'omissions' | 'inventories';
interface Entry {
  readonly obligation: string;
  readonly system?: string;
  readonly activity?: string;
  readonly notice?: string;
  readonly units?: readonly string[];
}

interface Props {
  /** One, or those that words may be whose reading is open. */
  readonly of: readonly OfDuty[];
  readonly state: State;
  readonly file: UnitFile;
}

/** What is on file of a duty: evidence, omissions, that the file is complete; each to be changed in its place. */
export function OnFile(props: Props) {
  const [adding, setAdding] = useState<List>();
  const say = OBLIGATIONS_VIEW[props.state.lang];
  const labels = { evidence: say.addEvidence, omissions: say.addOmission, inventories: say.addInventory };
  return (
    <div class="on-file">
      {LISTS.map((list) => (
        <Entries key={list} list={list} {...props} />
      ))}
      <div class="choices">
        {LISTS.map((list) => (
          <button
            type="button"
            key={list}
            aria-expanded={adding === list}
            onClick={() => setAdding(adding === list ? undefined : list)}
          >
            {labels[list]}
          </button>
        ))}
      </div>
      {adding && <Adding key={adding} list={adding} label={labels[adding]} {...props} />}
    </div>
  );
}

const LISTS: readonly List[] = ['evidence', 'omissions', 'inventories'];

function columnsOf(list: List, lang: State['lang']): readonly Column[] {
  const { column, adequate, basis } = OBLIGATIONS_VIEW[lang];
  const day = (key: 'on' | 'until' | 'closedOn'): Column => ({
    key,
    label: column[key],
    type: 'date',
    isRequired: key !== 'until',
  });
  const choice = (key: 'adequate' | 'basis', of: object): Column => ({
    key,
    label: column[key],
    type: 'choice',
    options: Object.entries(of),
    isRequired: key === 'basis',
  });
  switch (list) {
    case 'evidence':
      return [day('on'), day('until'), { key: 'ref', label: column.ref, type: 'text' }, choice('adequate', adequate)];
    case 'omissions':
      return [day('on'), choice('basis', basis)];
    case 'inventories':
      return [day('closedOn')];
  }
}

/** What a choice stands for, where that is no word. */
const read = (key: string, value: unknown): unknown =>
  key === 'adequate' && value !== undefined ? value === 'true' : value;

const isOf = (entry: Entry, { provision, system, towards, occasion }: OfDuty): boolean =>
  entry.obligation === provision &&
  entry.system === system &&
  (occasion === undefined || entry[occasion.kind] === occasion.id) &&
  (towards === undefined || entry.units === undefined || entry.units.includes(towards));

function Entries({ list, of, state, file }: Props & { readonly list: List }) {
  const { lang } = state;
  const say = OBLIGATIONS_VIEW[lang];
  const all = (file[list] ?? []) as readonly Entry[];
  const mine = all.filter((entry) => of.some((duty) => isOf(entry, duty)));
  const [faults, setFaults] = useState<readonly Told[]>([]);
  if (mine.length === 0) return null;
  const columns = columnsOf(list, lang);
  const replaced = (entry: Entry, next: readonly Entry[]) =>
    put(
      state,
      file,
      withValue(
        file,
        list,
        all.flatMap((each) => (each === entry ? next : [each])),
      ) as UnitFile,
      columns,
    );
  return (
    <table class="entries">
      <caption>{say[list]}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th scope="col" key={column.key}>
              <Heading column={column} />
            </th>
          ))}
          <td />
        </tr>
      </thead>
      <tbody>
        {mine.map((entry) => (
          <tr key={all.indexOf(entry)}>
            {columns.map((column) => (
              <td key={column.key} data-label={column.label} class={column.type}>
                <EntryField
                  column={column}
                  label={column.label}
                  lang={lang}
                  value={textOf((entry as unknown as { readonly [key: string]: unknown })[column.key])}
                  onTake={(value) => replaced(entry, [withValue(entry, column.key, read(column.key, value))])}
                />
              </td>
            ))}
            <td class="remove">
              <button
                type="button"
                class="quiet"
                aria-label={ENTRY[lang].remove(say[list])}
                onClick={() => setFaults(replaced(entry, []))}
              >
                ×
              </button>
              {faults.length > 0 && <Faults faults={faults} lang={lang} />}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const textOf = (value: unknown): unknown => (typeof value === 'boolean' ? String(value) : value);

function Adding({ list, label, of, state, file }: Props & { readonly list: List; readonly label: string }) {
  const { lang } = state;
  const say = OBLIGATIONS_VIEW[lang];
  const [first] = of;
  // Of words that may be several duties it has to be said which one was done.
  const which: readonly Column[] =
    of.length === 1
      ? []
      : [
          {
            key: 'obligation',
            label: say.ofDuty,
            type: 'choice',
            options: of.map(({ provision, action }) => [provision, action[lang]]),
            isRequired: true,
          },
        ];
  const columns = [...which, ...columnsOf(list, lang)];
  return (
    <>
      {list === 'inventories' && <p class="hint">{say.inventoryNote}</p>}
      <NewEntry
        columns={columns}
        label={label}
        lang={lang}
        onAdd={({ obligation = first?.provision, ...entered }) => {
          const { system, towards, occasion } = of.find(({ provision }) => provision === obligation) ?? first ?? {};
          const entry = {
            obligation,
            ...(system !== undefined && { system }),
            ...(towards !== undefined && { units: [towards] }),
            ...(occasion && { [occasion.kind]: occasion.id }),
            ...Object.fromEntries(Object.entries(entered).map(([key, value]) => [key, read(key, value)])),
          };
          return put(state, file, withValue(file, list, [...(file[list] ?? []), entry]) as UnitFile, columns);
        }}
      />
    </>
  );
}
