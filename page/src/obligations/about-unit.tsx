import type { UnitFile } from 'zerenzhi';
import { regulationIn } from '../derive.js';
import type { Rules, State } from '../state.js';
import { type Column, EntryField, withValue } from '../ui/entry.js';
import { ASSESS } from '../words/assess.js';
import { OBLIGATIONS_VIEW } from '../words/obligations.js';
import { put } from './unit-files.js';

/** What only the unit can say of itself: what the register does not have. */
export function AboutUnit({
  state,
  rules,
  file,
}: {
  readonly state: State;
  readonly rules: Rules;
  readonly file: UnitFile;
}) {
  const { lang } = state;
  const say = OBLIGATIONS_VIEW[lang];
  const { yes, no } = ASSESS[lang];
  const { facts, unitKinds } = regulationIn(rules);
  const isRegistered = state.organization?.units?.some(({ id, kind }) => id === file.id && kind !== undefined);
  const kind: Column = {
    key: 'kind',
    label: say.kind,
    type: 'choice',
    options: Object.entries(unitKinds).map(([id, { label }]) => [id, label[lang]]),
  };
  const own = Object.entries(facts).flatMap(([id, { of, type, source, label }]): Column[] =>
    of === 'unit' && type === 'boolean' && source === undefined
      ? [
          {
            key: id.slice('unit.'.length),
            label: label[lang],
            type: 'choice',
            options: [
              ['true', yes],
              ['false', no],
            ],
          },
        ]
      : [],
  );
  const columns = [...(isRegistered ? [] : [kind]), ...own];
  const values = file as unknown as { readonly [key: string]: unknown };
  return (
    <details class="about">
      <summary>{say.facts}</summary>
      {columns.map((column) => (
        <div class="field" key={column.key}>
          <span aria-hidden="true">{column.label}</span>
          <EntryField
            column={column}
            label={column.label}
            lang={lang}
            value={typeof values[column.key] === 'boolean' ? String(values[column.key]) : values[column.key]}
            onTake={(value) =>
              put(
                state,
                file,
                withValue(file, column.key, value === 'true' ? true : value === 'false' ? false : value),
                columns,
              )
            }
          />
        </div>
      ))}
    </details>
  );
}
