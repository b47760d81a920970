import { useEffect, useRef } from 'preact/hooks';
import type { IncidentAssessment } from 'zerenzhi';
import type { Input, Question } from 'zerenzhi/inquiry';
import { interviewOf } from '../derive.js';
import type { Rules, State } from '../state.js';
import { usePosition } from '../use-shown.js';
import { ASSESS } from '../words/assess.js';
import { Answer } from './answer.js';
import { Effects } from './effects.js';
import { answer } from './foldable.js';
import { Beyond, Later, More } from './other-questions.js';
import { Presumed } from './presumed.js';

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

function Next({
  question,
  isDone,
  ...props
}: Props & { readonly question: Question | Input | undefined; readonly isDone: boolean }) {
  const { state, rules } = props;
  const say = ASSESS[state.lang];
  const heading = useRef<HTMLHeadingElement>(null);
  const answered = useRef(false);
  // The button that was pressed is gone: who answers by keyboard goes on at the new question.
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
