import { useEffect, useRef } from 'preact/hooks';
import type { InterviewState } from 'zerenzhi/inquiry';
import { REPORT } from '../../../src/messages/report.js';
import { interviewOf } from '../derive.js';
import type { Rules, State } from '../state.js';
import { change } from '../store.js';
import { ASSESS } from '../words/assess.js';
import { Foldable } from './foldable.js';

interface Props {
  readonly state: State;
  readonly rules: Rules;
}

/** What nobody has alleged: the next to be asked about, where nothing else can bring the outcome about. */
export function Presumed({
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
        {say.presumed}
        {REPORT[state.lang].inBrackets(presumed.length)}
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
