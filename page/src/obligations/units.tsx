import type { Diagnostic, UnitFile } from 'zerenzhi';
import { regulationIn } from '../derive.js';
import { importFiles } from '../import-files.js';
import type { Rules, State } from '../state.js';
import { change, tryChange } from '../store.js';
import { FileButton } from '../ui/file-button.js';
import { type Entered, NewEntry } from '../ui/new-entry.js';
import { OBLIGATIONS_VIEW } from '../words/obligations.js';
import { type Filed, look } from './unit-files.js';

interface Props {
  readonly state: State;
  readonly rules: Rules;
  readonly filed: readonly Filed[];
  readonly chosen: Filed | undefined;
}

/** The units on file, how much of each is to be seen to, and those of the register that could be. */
export function Units({ state, rules, filed, chosen }: Props) {
  const { lang, organization, units } = state;
  const say = OBLIGATIONS_VIEW[lang];
  const others = (organization?.units ?? []).filter(({ id }) => !filed.some(({ file }) => file.id === id));
  const add = (ids: readonly string[]) =>
    change({ units: [...units, ...ids.map((id): UnitFile => ({ id }))], look: { ...state.look, ...whichOf(ids) } });
  const whichOf = (ids: readonly string[]) => (ids.length === 1 ? { of: ids[0], duty: undefined } : {});
  return (
    <section class="card units" aria-label={say.units}>
      {filed.length > 0 && (
        <>
          <h2>{say.onFile}</h2>
          <ul class="listed">
            {filed.map(({ key, name, report: { counts } }) => {
              const pressing = counts.breached + counts.overdue + counts['due-soon'];
              return (
                <li key={key}>
                  <button
                    type="button"
                    class="row"
                    aria-current={key === chosen?.key ? 'true' : undefined}
                    onClick={() => look(state, { of: key, duty: undefined })}
                  >
                    <span>{name}</span>
                    {pressing > 0 && <strong class="pressing">{say.pressing(pressing)}</strong>}
                  </button>
                </li>
              );
            })}
          </ul>
        </>
      )}
      {others.length > 0 && (
        <details open={filed.length === 0}>
          <summary>
            {say.inRegister} <span class="dim">{others.length}</span>
          </summary>
          <div class="choices">
            <button type="button" onClick={() => add(others.map(({ id }) => id))}>
              {say.addAll}
            </button>
            {others.map(({ id, name = id }) => (
              <button type="button" class="quiet" key={id} aria-label={say.add(name)} onClick={() => add([id])}>
                + {name}
              </button>
            ))}
          </div>
        </details>
      )}
      <details open={filed.length + others.length === 0}>
        <summary>{say.newUnit}</summary>
        <NewEntry
          columns={[
            { key: 'id', label: say.id, type: 'text', isRequired: true },
            { key: 'name', label: say.name, type: 'text' },
            {
              key: 'kind',
              label: say.kind,
              type: 'choice',
              options: Object.entries(regulationIn(rules).unitKinds).map(([id, { label }]) => [id, label[lang]]),
            },
          ]}
          label={say.newUnit}
          lang={lang}
          suggested={{ id: `unit-${units.length + 1}` }}
          onAdd={(entry) => added(state, entry)}
        />
        <div class="choices">
          <FileButton label={say.load} accept=".yaml,.yml,.json" onFiles={(files) => void importFiles(files, 'unit')} />
        </div>
      </details>
    </section>
  );
}

function added(state: State, entry: Entered): readonly Diagnostic[] {
  const file = entry as UnitFile;
  return tryChange({ units: [...state.units, file], look: { ...state.look, of: file.id, duty: undefined } });
}
