import { useId } from 'preact/hooks';
import { TIMES } from '../../../src/messages/times.js';
import { change } from '../store.js';
import { RESPONSIBILITY } from '../words/responsibility.js';
import { changeDays, dayOf, numberOf } from './days.js';
import { choicesIn, chosenIn, type Registered } from './subject.js';

/** Whose chain is shown. */
export function Choice({ state }: { readonly state: Registered }) {
  const id = useId();
  const say = RESPONSIBILITY[state.lang];
  const choices = choicesIn(state);
  return (
    <div class="field">
      <label for={id}>{say.subject}</label>
      <select
        id={id}
        value={chosenIn(state)}
        onChange={({ currentTarget: { value } }) => change({ look: { ...state.look, subject: value } })}
      >
        {(['units', 'systems'] as const).map((kind) => (
          <optgroup key={kind} label={say[kind]}>
            {choices[kind].map(({ value, name }) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </optgroup>
        ))}
        <option value="incident">{say.incident}</option>
      </select>
    </div>
  );
}

/** On which day: from the first change of the register until today or its last, or any other that is typed. */
export function When({
  state,
  on,
  today,
  isFixed,
}: {
  readonly state: Registered;
  readonly on: string;
  readonly today: string;
  readonly isFixed: boolean;
}) {
  const { lang, look, organization } = state;
  const say = RESPONSIBILITY[lang];
  const id = useId();
  const days = changeDays(organization);
  const put = (day: string | undefined) => change({ look: { ...look, on: day } });
  if (isFixed) return <p class="hint">{say.ownDay}</p>;
  const at = numberOf(on);
  const [first, last] = [days[0], days[days.length - 1]].map((day) => numberOf(day ?? on));
  const earlier = days.filter((day) => day < on).at(-1);
  const later = days.find((day) => day > on);
  return (
    <div class="field when">
      <label for={id}>{say.on}</label>
      <div class="typed inline">
        <input id={id} type="date" value={on} onChange={({ currentTarget: { value } }) => value !== '' && put(value)} />
        <button type="button" disabled={earlier === undefined} onClick={() => put(earlier)}>
          ◀ {say.earlier}
        </button>
        <button type="button" disabled={later === undefined} onClick={() => put(later)}>
          {say.later} ▶
        </button>
      </div>
      <input
        type="range"
        aria-label={say.slider}
        aria-valuetext={TIMES[lang].date(on)}
        list={`${id}-days`}
        min={Math.min(first ?? at, at)}
        max={Math.max(last ?? at, at, numberOf(today))}
        value={at}
        onInput={({ currentTarget }) => put(dayOf(Number(currentTarget.value)))}
      />
      <datalist id={`${id}-days`}>
        {days.map((day) => (
          <option key={day} value={numberOf(day)} />
        ))}
      </datalist>
    </div>
  );
}
