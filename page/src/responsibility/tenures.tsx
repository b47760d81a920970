import { useId, useState } from 'preact/hooks';
import type { Organization } from 'zerenzhi';
import type { Rules } from '../state.js';
import { type Column, Field, readEntry, withValue } from '../ui/entry.js';
import { Faults, type Told } from '../ui/faults.js';
import { Names } from '../ui/new-entry.js';
import { ENTRY } from '../words/entry.js';
import { RESPONSIBILITY } from '../words/responsibility.js';
import { nameIn, namesOf } from './names.js';
import type { Registered } from './subject.js';
import { take } from './take.js';

type System = NonNullable<Organization['systems']>[number];
const RELATIONS = ['ownedBy', 'managedBy', 'operatedBy', 'usedBy', 'hostedFor'] as const;
type Relation = (typeof RELATIONS)[number];

/** A unit that stands in a relation to a system, on some days or on all. */
interface Tenure {
  readonly unit: string;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

const tenuresOf = (given: System[Relation]): readonly Tenure[] =>
  (typeof given === 'string' ? [given] : (given ?? [])).map((each) =>
    typeof each === 'string' ? { unit: each } : each,
  );

/** As a register has it: a unit alone by its id, where it has no days. */
function written(relation: Relation, tenures: readonly Tenure[]): unknown {
  if (tenures.length === 0) return undefined;
  const short = tenures.map((each) => (each.from === undefined && each.until === undefined ? each.unit : each));
  if (relation === 'usedBy' || relation === 'hostedFor') return short;
  return short.length === 1 && typeof short[0] === 'string' ? short[0] : tenures;
}

interface Props {
  readonly system: System;
  readonly state: Registered;
  readonly rules: Rules;
}

/** What units are to a system. */
export function Tenures(props: Props) {
  const { system, state } = props;
  const [isOpen, setOpen] = useState(false);
  return (
    <details class="tenures" open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{RESPONSIBILITY[state.lang].relations(system.name ?? system.id)}</summary>
      {isOpen && RELATIONS.map((relation) => <Related key={relation} relation={relation} {...props} />)}
    </details>
  );
}

function Related({ relation, system, state, rules }: Props & { readonly relation: Relation }) {
  const { lang, organization } = state;
  const say = RESPONSIBILITY[lang];
  const id = useId();
  const [typed, setTyped] = useState<{ readonly [key: string]: string }>({});
  const [faults, setFaults] = useState<readonly Told[]>([]);
  const tenures = tenuresOf(system[relation]);
  const label = say.column[relation];
  const units = namesOf(organization.units);
  const unit: Column = { key: 'unit', label, type: 'reference', options: units };
  const days: readonly Column[] = (['from', 'until'] as const).map((key) => ({
    key,
    label: say.column[key],
    type: 'date',
  }));
  const nameOf = (of: string) => nameIn(units, of);
  const put = (next: readonly Tenure[]): boolean => {
    const changed = withValue(system, relation, written(relation, next));
    const systems = (organization.systems ?? []).map((each) => (each === system ? changed : each));
    const refused = take(state, rules, { ...organization, systems });
    setFaults(refused);
    return refused.length === 0;
  };
  const add = (event: Event) => {
    event.preventDefault();
    const values = [unit, ...days].map((column) => [column.key, readEntry(column, typed[column.key] ?? '')]);
    const given = Object.fromEntries(values.filter(([, value]) => value !== undefined)) as unknown as Tenure;
    if (given.unit !== undefined && put([...tenures, given])) setTyped({});
  };
  return (
    <fieldset class="related">
      <legend>{label}</legend>
      <ul class="chips">
        {tenures.map((tenure, i) => (
          <li key={`${tenure.unit} ${i}`}>
            {nameOf(tenure.unit)}{' '}
            {(tenure.from ?? tenure.until) !== undefined && (
              <span class="dim">
                {tenure.from ?? ''} – {tenure.until ?? ''}
              </span>
            )}
            <button
              type="button"
              aria-label={ENTRY[lang].remove(`${label} ${nameOf(tenure.unit)}`)}
              onClick={() => put(tenures.filter((each) => each !== tenure))}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      <form class="typed inline" onSubmit={add}>
        {[unit, ...days].map((column) => (
          <Field
            key={column.key}
            column={column}
            label={column === unit ? label : ENTRY[lang].of(column.label, label)}
            lang={lang}
            value={typed[column.key] ?? ''}
            list={column === unit ? id : undefined}
            onInput={(value) => setTyped({ ...typed, [column.key]: String(value) })}
          />
        ))}
        <Names id={id} column={unit} />
        <button type="submit" class="quiet">
          {say.add.tenure}
        </button>
      </form>
      {faults.length > 0 && (
        <div role="alert" class="hint wrong">
          <Faults faults={faults} lang={lang} />
        </div>
      )}
    </fieldset>
  );
}
