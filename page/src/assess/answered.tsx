import { useState } from 'preact/hooks';
import type { Interview, Told } from 'zerenzhi/inquiry';
import { interviewOf, interviewOfAll } from '../derive.js';
import type { Rules, State } from '../state.js';
import { tryChange } from '../store.js';
import { ASSESS } from '../words/assess.js';
import { Answer } from './answer.js';
import { valueText } from './value-text.js';

/** What was answered, each to be changed or taken back; of the unit asked about by itself, where there is one. */
export function Answered({ state, rules }: { readonly state: State; readonly rules: Rules }) {
  const { lang, unit, organization } = state;
  const say = ASSESS[lang];
  const [ofAll, ofUnit] = [interviewOfAll(state, rules), interviewOf(state, rules)];
  const name = organization?.units?.find(({ id }) => id === unit)?.name ?? unit;
  return (
    <>
      <List about={ofAll} title={say.answered} state={state} rules={rules} />
      {ofUnit !== ofAll && unit !== undefined && (
        <List about={ofUnit} title={(count) => say.answeredOf(name ?? unit, count)} state={state} rules={rules} />
      )}
    </>
  );
}

function List({
  about,
  title,
  state,
  rules,
}: {
  readonly about: Interview;
  readonly title: (count: number) => string;
  readonly state: State;
  readonly rules: Rules;
}) {
  const told = about.told(state);
  if (told.length === 0) return null;
  return (
    <details class="card answered" open>
      <summary>{title(told.length)}</summary>
      <ul class="questions">
        {told.map((each) => (
          <Row key={each.id} told={each} about={about} state={state} rules={rules} />
        ))}
      </ul>
    </details>
  );
}

function Row({
  told,
  about,
  state,
  rules,
}: {
  readonly told: Told;
  readonly about: Interview;
  readonly state: State;
  readonly rules: Rules;
}) {
  const [isOpen, setOpen] = useState(false);
  const { lang } = state;
  const say = ASSESS[lang];
  const take = (value: unknown) => {
    const faults = tryChange({ incident: about.tell(state, told.id, value as never) });
    if (faults.length === 0) setOpen(false);
    return faults;
  };
  return (
    <li>
      <button type="button" class="row" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <span>{told.ask[lang]}</span>
        <strong>{valueText(told, rules, lang)}</strong>
      </button>
      {isOpen && (
        <>
          <Answer asked={told} lang={lang} value={told.value} onAnswer={take} />
          <div class="choices">
            <button type="button" class="quiet" onClick={() => take(undefined)}>
              {say.withdraw}
            </button>
          </div>
        </>
      )}
    </li>
  );
}
