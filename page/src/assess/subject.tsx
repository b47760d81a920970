import { useId, useState } from 'preact/hooks';
import type { Incident } from 'zerenzhi';
import { interviewOfAll, regulationIn } from '../derive.js';
import type { Rules, State } from '../state.js';
import { change } from '../store.js';
import { ASSESS } from '../words/assess.js';

type Kind = 'units' | 'systems' | 'parties';
interface Entry {
  readonly id?: string;
}

/** What the incident is called, and whom and what it concerns. */
export function Subject({ state, rules }: { readonly state: State; readonly rules: Rules }) {
  const { incident, lang } = state;
  const say = ASSESS[lang];
  const id = useId();
  return (
    <section class="card subject">
      <label for={id}>{say.name}</label>
      <input
        id={id}
        value={incident.title ?? ''}
        placeholder={say.namePlaceholder}
        autocomplete="off"
        onChange={({ currentTarget: { value } }) => change({ incident: named(incident, 'title', value) })}
      />
      <Entries kind="units" label={say.units} state={state} rules={rules} />
      <Entries kind="systems" label={say.systems} state={state} rules={rules} />
      <Entries kind="parties" label={say.parties} state={state} rules={rules} />
      <label for={`${id}-account`}>{say.account}</label>
      <textarea
        id={`${id}-account`}
        rows={3}
        value={incident.account ?? ''}
        onChange={({ currentTarget: { value } }) => change({ incident: named(incident, 'account', value) })}
      />
      <OfUnit state={state} />
    </section>
  );
}

/** The incident with a text of its own; without it, where nothing is typed. */
function named(incident: Incident, key: 'title' | 'account', typed: string): Incident {
  const { [key]: _, ...rest } = incident;
  return (typed.trim() === '' ? rest : { ...rest, [key]: typed.trim() }) as Incident;
}

/** Some units, systems or parties: from the register where there is one, else by what is typed. */
function Entries({
  kind,
  label,
  state,
  rules,
}: {
  readonly kind: Kind;
  readonly label: string;
  readonly state: State;
  readonly rules: Rules;
}) {
  const { incident, organization, lang } = state;
  const say = ASSESS[lang];
  const [text, setText] = useState('');
  const id = useId();
  const listed: readonly { readonly id: string; readonly name?: string | undefined }[] =
    kind === 'parties' ? [] : (organization?.[kind] ?? []);
  const entries: readonly Entry[] | null | undefined = incident[kind];
  const nameOf = (entry: Entry) => listed.find((each) => each.id === entry.id)?.name ?? entry.id ?? say.notKnown;
  const put = (next: readonly Entry[] | undefined) => {
    const { [kind]: _, ...rest } = incident;
    const given = next === undefined ? rest : { ...rest, [kind]: next };
    change({ incident: kind === 'systems' ? relatedTo(given as Incident, state, rules) : (given as Incident) });
  };
  const add = (event: Event) => {
    event.preventDefault();
    // A name of the register is taken as it stands, commas and all.
    const isName = listed.some(({ id, name }) => [id, name].includes(text.trim()));
    const typed = isName ? [text.trim()] : text.split(/[\s,，、;；]+/).filter((each) => each !== '');
    const ids = typed.map((each) => listed.find(({ name }) => name === each)?.id ?? each);
    const known = new Set((entries ?? []).map((entry) => entry.id));
    setText('');
    if (ids.length > 0)
      put([...(entries ?? []), ...[...new Set(ids)].filter((each) => !known.has(each)).map((each) => ({ id: each }))]);
  };
  return (
    <div class="entries">
      <label for={id}>{label}</label>
      {entries && entries.length > 0 && (
        <ul class="chips">
          {entries.map((entry, i) => (
            <li key={entry.id ?? i}>
              {nameOf(entry)}
              <button
                type="button"
                aria-label={say.remove(nameOf(entry))}
                onClick={() => put(entries.length === 1 ? undefined : entries.filter((each) => each !== entry))}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
      {entries && entries.length === 0 && kind === 'systems' ? (
        <p class="chips">
          <span>{say.noSystem}</span>
          <button type="button" class="quiet" ref={keepFocus} onClick={() => put(undefined)}>
            {say.change}
          </button>
        </p>
      ) : (
        <form class="typed inline" onSubmit={add}>
          <input
            id={id}
            list={listed.length > 0 ? `${id}-list` : undefined}
            placeholder={listed.length > 0 ? say.fromRegister : kind === 'parties' ? say.partyIds : say.ids}
            value={text}
            autocomplete="off"
            onInput={({ currentTarget }) => setText(currentTarget.value)}
          />
          <datalist id={`${id}-list`}>
            {listed.map((each) => (
              <option key={each.id} value={each.name ?? each.id} />
            ))}
          </datalist>
          <button type="submit" class="quiet">
            {say.add}
          </button>
          {kind === 'systems' && !entries && (
            <button type="button" class="quiet" onClick={() => put([])}>
              {say.noSystem}
            </button>
          )}
        </form>
      )}
    </div>
  );
}

/** What comes in the place of a button that was pressed has the focus that the button had. */
function keepFocus(button: HTMLButtonElement | null): void {
  if (document.activeElement === document.body) button?.focus();
}

/** To no system stands nobody in a relation, and nobody is asked in which. */
function relatedTo(incident: Incident, state: State, rules: Rules): Incident {
  const { facts } = regulationIn(rules);
  const related = Object.entries(facts).filter(
    ([, { source, of }]) => of === 'incident' && source === 'relation.capacities',
  );
  const { tell } = interviewOfAll(state, rules);
  const isNone = incident.systems?.length === 0;
  const wasNone = state.incident.systems?.length === 0;
  if (!isNone && !wasNone) return incident;
  return related.reduce((told, [id]) => tell({ incident: told }, id, isNone ? [] : undefined), incident);
}

/** Whom the answers are about, where there are several units. */
function OfUnit({ state }: { readonly state: State }) {
  const { incident, organization, unit, lang } = state;
  const say = ASSESS[lang];
  const id = useId();
  const units = (incident.units ?? []).flatMap((entry) => (entry.id === undefined ? [] : [entry.id]));
  if (units.length < 2) return null;
  const nameOf = (of: string) => organization?.units?.find((each) => each.id === of)?.name ?? of;
  return (
    <>
      <label for={id}>{say.forUnit}</label>
      <select
        id={id}
        value={unit ?? ''}
        onChange={({ currentTarget: { value } }) => change({ unit: value === '' ? undefined : value })}
      >
        <option value="">{say.wholeIncident}</option>
        {units.map((each) => (
          <option key={each} value={each}>
            {nameOf(each)}
          </option>
        ))}
      </select>
    </>
  );
}
