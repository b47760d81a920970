import { useState } from 'preact/hooks';
import type { UnitFile } from 'zerenzhi';
import { regulationIn } from '../derive.js';
import { importFiles } from '../import-files.js';
import { idOf, nameIn, namesakes, namesOf } from '../responsibility/names.js';
import type { Rules, State } from '../state.js';
import { change, tryChange } from '../store.js';
import type { Told } from '../ui/faults.js';
import { FileButton } from '../ui/file-button.js';
import { type Entered, NewEntry } from '../ui/new-entry.js';
import { FAULTS, faultWords } from '../words/faults.js';
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
  const names = namesOf(organization?.units);
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
            {others.map(({ id }) => (
              <button
                type="button"
                class="quiet"
                key={id}
                aria-label={say.add(nameIn(names, id))}
                onClick={() => add([id])}
              >
                + {nameIn(names, id)}
              </button>
            ))}
          </div>
        </details>
      )}
      <details open={filed.length + others.length === 0}>
        <summary>{say.newUnit}</summary>
        <Another state={state} rules={rules} />
        <div class="choices">
          <FileButton label={say.load} accept=".yaml,.yml,.json" onFiles={(files) => void importFiles(files, 'unit')} />
        </div>
      </details>
    </section>
  );
}

/** A unit that is put on file by its name; into the register too, at a press, where there is one that lacks it. */
function Another({ state, rules }: Pick<Props, 'state' | 'rules'>) {
  const { lang, organization, units } = state;
  const say = OBLIGATIONS_VIEW[lang];
  const [unknown, setUnknown] = useState<UnitFile>();
  const put = (file: UnitFile, part: Partial<State> = {}): readonly Told[] => {
    const faults = tryChange({
      ...part,
      units: [...units, file],
      look: { ...state.look, of: file.id, duty: undefined },
    });
    return faults.map((fault) => ({
      ...fault,
      plain: FAULTS[lang].of(fault.path === 'id' ? say.id : '', faultWords(fault, lang)),
    }));
  };
  const suggest = ({ name }: Entered) => {
    const [registered, ...others] = namesakes(organization?.units, name);
    if (registered && others.length === 0) return { id: registered.id };
    if (typeof name !== 'string') return {};
    const taken = [...(organization?.units ?? []), ...units.flatMap(({ id }) => (id === undefined ? [] : [{ id }]))];
    return { id: idOf(name, taken, 'unit') };
  };
  const register = ({ id = '', name = id, kind }: UnitFile) =>
    put(
      { id },
      {
        organization: { ...organization, units: [...(organization?.units ?? []), { id, name, ...(kind && { kind }) }] },
      },
    );
  return (
    <>
      <NewEntry
        columns={[
          { key: 'name', label: say.name, type: 'text', isRequired: true },
          {
            key: 'kind',
            label: say.kind,
            type: 'choice',
            options: Object.entries(regulationIn(rules).unitKinds).map(([id, { label }]) => [id, label[lang]]),
          },
          { key: 'id', label: say.id, type: 'text' },
        ]}
        label={say.newUnit}
        lang={lang}
        suggest={suggest}
        onAdd={({ id, ...entry }) => {
          const file = { id, ...entry } as UnitFile;
          const faults = put(file);
          const isUnknown =
            faults.length > 0 &&
            faults.every(({ code, path }) => code === 'organization/unknown-unit' && path === 'id');
          setUnknown(isUnknown ? file : undefined);
          return faults;
        }}
      />
      {unknown && (
        <div class="choices">
          <button type="button" onClick={() => register(unknown).length === 0 && setUnknown(undefined)}>
            {say.registerToo(unknown.name ?? unknown.id ?? '')}
          </button>
        </div>
      )}
    </>
  );
}
