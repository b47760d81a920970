import { useId, useState } from 'preact/hooks';
import type { Diagnostic, Organization } from 'zerenzhi';
import type { Rules } from '../state.js';
import { tryChange } from '../store.js';
import { EntryField, withValue } from '../ui/entry.js';
import { Faults } from '../ui/faults.js';
import { Names } from '../ui/new-entry.js';
import { ENTRY } from '../words/entry.js';
import { RESPONSIBILITY } from '../words/responsibility.js';
import { Added } from './added.js';
import { columnsOf, type Kind } from './columns.js';
import type { Registered } from './subject.js';
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
  const [refused, setRefused] = useState<{ readonly entry: object; readonly faults: readonly Diagnostic[] }>();
  const columns = columnsOf(kind, state, rules);
  const entries: readonly object[] = organization[kind] ?? [];
  const put = (list: readonly object[]) => ({ ...organization, [kind]: list }) as Organization;
  const labelOf = (entry: object, i: number) => {
    const { name, title, id: own, post, person } = entry as { readonly [key: string]: string | undefined };
    return name ?? title ?? own ?? [post, person].filter(Boolean).join(' ') ?? String(i + 1);
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
              {kind !== 'appointments' && <th scope="col">{say.column.id}</th>}
              {columns.map(({ key, label }) => (
                <th scope="col" key={key}>
                  {label}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {entries.map((entry, i) => (
              <tr key={(entry as { id?: string }).id ?? i}>
                {kind !== 'appointments' && <th scope="row">{(entry as { readonly id: string }).id}</th>}
                {columns.map((column) => (
                  <td key={column.key} data-label={column.label} class={column.type}>
                    <EntryField
                      column={column}
                      label={ENTRY[lang].of(column.label, labelOf(entry, i))}
                      lang={lang}
                      value={(entry as { readonly [key: string]: unknown })[column.key]}
                      {...(column.type === 'reference' && { list: `${id}-${column.key}` })}
                      onTake={(value) =>
                        tryChange({
                          organization: put(
                            entries.map((each) => (each === entry ? withValue(entry, column.key, value) : each)),
                          ),
                        })
                      }
                    />
                  </td>
                ))}
                <td class="remove">
                  <button
                    type="button"
                    class="quiet"
                    aria-label={ENTRY[lang].remove(labelOf(entry, i))}
                    onClick={() =>
                      setRefused({
                        entry,
                        faults: tryChange({ organization: put(entries.filter((each) => each !== entry)) }),
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
        (organization.systems ?? []).map((system) => <Tenures key={system.id} system={system} state={state} />)}
    </>
  );
}
