import { useState } from 'preact/hooks';
import type { Rules, State } from '../state.js';
import { Faults, type Told } from '../ui/faults.js';
import { RESPONSIBILITY } from '../words/responsibility.js';
import { registerOf, take } from './take.js';

type Kind = 'units' | 'systems';

/** What is named elsewhere and does not stand in the register. */
export interface Unregistered {
  readonly kind: Kind;
  readonly id: string;
  readonly name: string;
  readonly where: 'incident' | 'unit' | 'overlay';
}

/** Units and systems that an incident, the file of a unit or its own rules name, and the register lacks. */
export function unregisteredIn({ incident, units, overlays, organization = {} }: State): readonly Unregistered[] {
  const found = new Map<string, Unregistered>();
  const add = (kind: Kind, where: Unregistered['where'], id: string | null | undefined, name = id) => {
    if (id == null || name == null || organization[kind]?.some((each) => each.id === id)) return;
    const key = `${kind} ${id}`;
    if (!found.has(key)) found.set(key, { kind, id, name, where });
  };
  for (const file of units) {
    add('units', 'unit', file.id, file.name);
    for (const entry of [...(file.evidence ?? []), ...(file.omissions ?? []), ...(file.inventories ?? [])])
      for (const each of entry.units ?? []) add('units', 'unit', each);
  }
  for (const { id } of incident.units ?? []) add('units', 'incident', id);
  for (const { unit } of incident.parties ?? []) add('units', 'incident', unit);
  for (const { id } of incident.systems ?? []) add('systems', 'incident', id);
  for (const { unit } of overlays) add('units', 'overlay', unit);
  return [...found.values()];
}

/** Tells what the register lacks that is named elsewhere, and registers it at a press. */
export function Lacking({ state, rules }: { readonly state: State; readonly rules: Rules }) {
  const say = RESPONSIBILITY[state.lang];
  const [faults, setFaults] = useState<readonly Told[]>([]);
  const all = unregisteredIn(state);
  if (all.length === 0) return null;
  const register = (entries: readonly Unregistered[]) => {
    const organization = registerOf(state);
    const added = (kind: Kind) => {
      const those = entries.filter((each) => each.kind === kind).map(({ id, name }) => ({ id, name }));
      return those.length === 0 ? {} : { [kind]: [...(organization[kind] ?? []), ...those] };
    };
    setFaults(take(state, rules, { ...organization, ...added('units'), ...added('systems') }));
  };
  // A register that has some has to have all that incidents and files of units name: one alone would be refused.
  const bound = (['units', 'systems'] as const).map((kind) =>
    all.filter((each) => each.kind === kind && each.where !== 'overlay'),
  );
  const free = all.filter(({ where }) => where === 'overlay');
  const choices = [...bound.filter((each) => each.length > 0), ...free.map((each) => [each])];
  return (
    <section class="lacking" aria-label={say.lacking}>
      <p>{say.lacking}</p>
      <ul>
        {all.map(({ kind, id, name, where }) => (
          <li key={`${kind} ${id}`}>
            {say.one[kind]} {name} {name !== id && <span class="dim">[{id}] </span>}
            <span class="dim">{say.lackingIn[where]}</span>
          </li>
        ))}
      </ul>
      <div class="choices">
        {choices.map((entries) => (
          <button type="button" key={entries[0]?.id} onClick={() => register(entries)}>
            {entries.length === 1
              ? say.registerOne(entries[0]?.name ?? '')
              : say.registerThese(entries.map(({ name }) => name))}
          </button>
        ))}
      </div>
      {bound.some((each) => each.length > 1) && <p class="hint">{say.together}</p>}
      {faults.length > 0 && (
        <div role="alert" class="hint wrong">
          <Faults faults={faults} lang={state.lang} />
        </div>
      )}
    </section>
  );
}
