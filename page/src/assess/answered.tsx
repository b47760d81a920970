import { useState } from 'preact/hooks';
import type { Told } from 'zerenzhi/inquiry';
import { interviewOf } from '../derive.js';
import type { Rules, State } from '../state.js';
import { tryChange } from '../store.js';
import { ASSESS } from '../words/assess.js';
import { Answer } from './answer.js';
import { valueText } from './value-text.js';

/** What was answered, each to be changed or taken back. */
export function Answered({ state, rules }: { readonly state: State; readonly rules: Rules }) {
  const told = interviewOf(state, rules).told(state);
  const say = ASSESS[state.lang];
  if (told.length === 0) return null;
  return (
    <details class="card answered" open>
      <summary>{say.answered(told.length)}</summary>
      <ul class="questions">
        {told.map((each) => (
          <Row key={each.id} told={each} state={state} rules={rules} />
        ))}
      </ul>
    </details>
  );
}

function Row({ told, state, rules }: { readonly told: Told; readonly state: State; readonly rules: Rules }) {
  const [isOpen, setOpen] = useState(false);
  const { lang } = state;
  const say = ASSESS[lang];
  const { tell } = interviewOf(state, rules);
  const take = (value: unknown) => {
    const faults = tryChange({ incident: tell(state, told.id, value as never) });
    if (faults.length === 0) setOpen(false);
    return faults;
  };
  return (
    <li>
      <button type="button" class="row" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <span>{told.ask[lang]}</span>
        <strong>{valueText(told, lang)}</strong>
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
