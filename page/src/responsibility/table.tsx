import { useId, useState } from 'preact/hooks';
import type { Rules } from '../state.js';
import { EntryField, Heading, withValue } from '../ui/entry.js';
import { Faults, type Told } from '../ui/faults.js';
import { Names } from '../ui/new-entry.js';
import { ENTRY } from '../words/entry.js';
import { RESPONSIBILITY } from '../words/responsibility.js';
import { Added } from './added.js';
import { columnsOf, type Kind } from './columns.js';
import { namesakes } from './names.js';
import type { Registered } from './subject.js';
import { labelsOf, take } from './take.js';
import { Tenures } from './tenures.js';

interface Props {
  readonly kind: Kind;
  readonly state: Registered;
  readonly rules: Rules;
}

/** The entries of a kind, each to be changed in its place or removed. */
export function Table({ kind, state, rules }: Props) {
  const { lang, organization } = state;
  const say = RESPONSIBILITY[lang];
  const id = useId();
  // What is refused is told where it was asked for.
  const [refused, setRefused] = useState<{ readonly entry: object; readonly faults: readonly Told[] }>();
  const columns = columnsOf(kind, state, rules);
  const entries: readonly object[] = organization[kind] ?? [];
  const put = (list: readonly object[]) => take(state, rules, { ...organization, [kind]: list });
  const labels = labelsOf(kind, organization, state, rules);
  const sameAs = (i: number) => {
    const unit = kind === 'units' ? organization.units?.[i] : undefined;
    const [same] = unit ? namesakes(organization.units, unit.name ?? unit.id, unit.id) : [];
    return same && say.sameName(same.id);
  };
  return (
    <>
      {columns.map(
        (column) =>
          column.type === 'reference' && <Names key={column.key} id={`${id}-${column.key}`} column={column} />,
      )}
      {entries.length > 0 && (
        <table class="entries">
          <thead>
            <tr>
              {columns.map((column) => (
                <th scope="col" key={column.key}>
                  <Heading column={column} />
                </th>
              ))}
              {kind !== 'appointments' && <th scope="col">{say.column.id}</th>}
              <td />
            </tr>
          </thead>
          <tbody>
            {entries.map((entry, i) => (
              <tr key={(entry as { id?: string }).id ?? i}>
                {columns.map((column) => (
                  <td key={column.key} data-label={column.label} class={column.type}>
                    <EntryField
                      column={column}
                      label={ENTRY[lang].of(column.label, labels[i] ?? '')}
                      lang={lang}
                      value={(entry as { readonly [key: string]: unknown })[column.key]}
                      {...(column.type === 'reference' && { list: `${id}-${column.key}` })}
                      onTake={(value) =>
                        put(entries.map((each) => (each === entry ? withValue(entry, column.key, value) : each)))
                      }
                    />
                    {column.key === 'name' && sameAs(i) && <p class="hint warned">{sameAs(i)}</p>}
                  </td>
                ))}
                {kind !== 'appointments' && (
                  <th scope="row" data-label={say.column.id}>
                    {(entry as { readonly id: string }).id}
                  </th>
                )}
                <td class="remove">
                  <button
                    type="button"
                    class="quiet"
                    aria-label={ENTRY[lang].remove(labels[i] ?? '')}
                    onClick={() =>
                      setRefused({
                        entry,
                        faults: put(entries.filter((each) => each !== entry)),
                      })
                    }
                  >
                    ×
                  </button>
                  {refused?.entry === entry && refused.faults.length > 0 && (
                    <div role="alert" class="hint wrong">
                      {ENTRY[lang].refused}
                      <Faults faults={refused.faults} lang={lang} />
                    </div>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Added kind={kind} state={state} rules={rules} />
      {kind === 'systems' &&
        (organization.systems ?? []).map((system) => (
          <Tenures key={system.id} system={system} state={state} rules={rules} />
        ))}
    </>
  );
}
