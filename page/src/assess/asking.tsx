import { useEffect, useRef, useState } from 'preact/hooks';
import type { IncidentAssessment } from 'zerenzhi';
import type { Input, InterviewState, Question } from 'zerenzhi/inquiry';
import { interviewOf } from '../derive.js';
import type { Rules, State } from '../state.js';
import { change, tryChange } from '../store.js';
import { usePosition } from '../use-shown.js';
import { ASSESS } from '../words/assess.js';
import { Answer, type Given } from './answer.js';
import { Effects } from './effects.js';

interface Props {
  readonly state: State;
  readonly rules: Rules;
  readonly now: IncidentAssessment;
  /** What somebody wants to answer before what would be asked next. */
  readonly wanted: string | undefined;
  readonly onWanted: (id: string | undefined) => void;
}

/** What to ask next: what can change the outcome, then what is only presumed; and what others have to settle. */
export function Asking(props: Props) {
  const { state, rules, wanted } = props;
  const position = usePosition(state, rules);
  if (!position) return null;
  const { question, questions, presumed } = position;
  // What is presumed may bring the outcome about, and the details of what is not known no more.
  const asked = [...questions, ...interviewOf(state, rules).inputs].find(({ id }) => id === wanted);
  const first = asked ?? (question && !(question.detail && presumed.length > 0) ? question : undefined);
  const rest = questions.filter((each) => each !== first);
  return (
    <>
      <Next {...props} question={first} isDone={questions.length + presumed.length === 0} />
      <Presumed {...props} presumed={presumed} isNext={!first} />
      <Later {...props} questions={rest} />
      <More {...props} questions={questions} presumed={presumed} />
      <Beyond {...props} position={position} />
    </>
  );
}

const answer = (state: State, rules: Rules, id: string, value: Given) =>
  tryChange({ incident: interviewOf(state, rules).tell(state, id, value as never) });

function Next({
  question,
  isDone,
  ...props
}: Props & { readonly question: Question | Input | undefined; readonly isDone: boolean }) {
  const { state, rules } = props;
  const say = ASSESS[state.lang];
  const heading = useRef<HTMLHeadingElement>(null);
  const answered = useRef(false);
  // Who answers by keyboard goes on with the next question, whose answers are others.
  useEffect(() => {
    if (answered.current) heading.current?.focus();
    answered.current = false;
  }, [question?.id]);
  if (!question)
    return isDone ? (
      <p class="done" role="status">
        {say.done}
      </p>
    ) : null;
  return (
    <section class="card next" aria-labelledby="next" data-question={question.id}>
      <p class="eyebrow">
        {say.next}
        <span class="dim">{say.settledBy(question.settledBy.label[state.lang])}</span>
      </p>
      <h2 id="next" tabIndex={-1} ref={heading}>
        {question.ask[state.lang]}
      </h2>
      {'detail' in question && <p class="hint">{say.details}</p>}
      <Answer
        key={question.id}
        asked={question}
        lang={state.lang}
        onAnswer={(value) => {
          answered.current = true;
          const faults = answer(state, rules, question.id, value);
          if (faults.length === 0) props.onWanted(undefined);
          return faults;
        }}
      />
      <Effects key={`effects ${question.id}`} question={question} {...props} />
    </section>
  );
}

/** What nobody has alleged: the next to be asked about, where nothing else can bring the outcome about. */
function Presumed({
  presumed,
  isNext,
  state,
  rules,
}: Props & { readonly presumed: InterviewState['presumed']; readonly isNext: boolean }) {
  const say = ASSESS[state.lang];
  const heading = useRef<HTMLElement>(null);
  // Who answered the last question before these goes on here.
  useEffect(() => {
    if (isNext && document.activeElement === document.body) heading.current?.focus();
  }, [isNext]);
  if (presumed.length === 0) return null;
  const none = () => {
    const { tell } = interviewOf(state, rules);
    change({ incident: presumed.reduce((incident, { id }) => tell({ incident }, id, 'none-alleged'), state.incident) });
  };
  return (
    <details class={isNext ? 'card next' : 'card'} open={isNext}>
      <summary ref={heading}>
        {say.presumed}（{presumed.length}）
      </summary>
      <p class="hint">{say.presumedNote}</p>
      <div class="choices">
        <button type="button" onClick={none}>
          {say.nonePresumed}
        </button>
      </div>
      <ul class="questions">
        {presumed.map((point) => (
          <Foldable
            key={point.id}
            question={{ ...point, kind: 'fact', answer: 'boolean' }}
            state={state}
            rules={rules}
          />
        ))}
      </ul>
    </details>
  );
}

function Later({ questions, state, rules }: Props & { readonly questions: readonly Question[] }) {
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
function More({
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

/** A question that is answered where it stands. */
function Foldable({ question, state, rules }: { readonly question: Input } & Pick<Props, 'state' | 'rules'>) {
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

function Beyond({ position: { beyond }, state: { lang } }: Props & { readonly position: InterviewState }) {
  const say = ASSESS[lang];
  if (beyond.length === 0) return null;
  return (
    <details class="card">
      <summary>
        {say.beyond}（{beyond.length}）
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
