import { useState } from 'preact/hooks';
import type { Input } from 'zerenzhi/inquiry';
import { interviewOf } from '../derive.js';
import type { Rules, State } from '../state.js';
import { tryChange } from '../store.js';
import { Answer, type Given } from './answer.js';

/** Enters an answer, or gives what is wrong with it. */
export const answer = (state: State, rules: Rules, id: string, value: Given) =>
  tryChange({ incident: interviewOf(state, rules).tell(state, id, value as never) });

/** A question that is answered where it stands. */
export function Foldable({
  question,
  state,
  rules,
}: {
  readonly question: Input;
  readonly state: State;
  readonly rules: Rules;
}) {
  const [isOpen, setOpen] = useState(false);
  return (
    <li>
      <button type="button" class="row" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {question.ask[state.lang]}
      </button>
      {isOpen && (
        <Answer asked={question} lang={state.lang} onAnswer={(value) => answer(state, rules, question.id, value)} />
      )}
    </li>
  );
}
