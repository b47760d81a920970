import { useState } from 'preact/hooks';
import type { Input, InterviewState, Question } from 'zerenzhi/inquiry';
import { REPORT } from '../../../src/messages/report.js';
import { interviewOf } from '../derive.js';
import type { Rules, State } from '../state.js';
import { ASSESS } from '../words/assess.js';
import { Foldable } from './foldable.js';

interface Props {
  readonly state: State;
  readonly rules: Rules;
}

/** What else can change the outcome. */
export function Later({ questions, state, rules }: Props & { readonly questions: readonly Question[] }) {
  const say = ASSESS[state.lang];
  if (questions.length === 0) return null;
  return (
    <details class="card">
      <summary>{say.later(questions.length)}</summary>
      <ul class="questions">
        {questions.map((question) => (
          <Foldable key={question.id} question={question as Input} state={state} rules={rules} />
        ))}
      </ul>
    </details>
  );
}

/** All else that can be told: times, grades and the like, which the record should have though no finding turns on them. */
export function More({
  questions,
  presumed,
  state,
  rules,
}: Props & { readonly questions: readonly Question[]; readonly presumed: InterviewState['presumed'] }) {
  const say = ASSESS[state.lang];
  const [text, setText] = useState('');
  const { inputs, told } = interviewOf(state, rules);
  const elsewhere = new Set([...questions, ...presumed, ...told(state)].map(({ id }) => id));
  const rest = inputs.filter(({ id, ask }) => !elsewhere.has(id) && ask[state.lang].includes(text.trim()));
  return (
    <details class="card">
      <summary>{say.more}</summary>
      <p class="hint">{say.moreNote}</p>
      <input
        type="search"
        aria-label={say.search}
        placeholder={say.search}
        value={text}
        onInput={({ currentTarget }) => setText(currentTarget.value)}
      />
      <ul class="questions">
        {rest.map((input) => (
          <Foldable key={input.id} question={input} state={state} rules={rules} />
        ))}
      </ul>
    </details>
  );
}

/** What others have to settle. */
export function Beyond({ position: { beyond }, state: { lang } }: Props & { readonly position: InterviewState }) {
  const say = ASSESS[lang];
  if (beyond.length === 0) return null;
  return (
    <details class="card">
      <summary>
        {say.beyond}
        {REPORT[lang].inBrackets(beyond.length)}
      </summary>
      <p class="hint">{say.beyondNote}</p>
      <ul class="points">
        {beyond.map(({ id, ask, settledBy }) => (
          <li key={id}>
            {ask[lang]} <span class="dim">{say.settledBy(settledBy.label[lang])}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
