import { assessmentOf } from '../derive.js';
import type { Rules, State } from '../state.js';
import { change } from '../store.js';
import { PAGE } from '../words/page.js';
import { Answered } from './answered.js';
import { Articles } from './articles.js';
import { Asking } from './asking.js';
import { Outcome } from './outcome.js';
import { Points } from './points.js';
import { Subject } from './subject.js';

/** An incident on the left, as it is told; on the right the text, lit by it, under what comes of it. */
export function Assess({ state, rules }: { readonly state: State; readonly rules: Rules }) {
  const now = assessmentOf(state, rules);
  const shared = { state, rules, now };
  return (
    <div class="split">
      <div class="side">
        <Subject state={state} rules={rules} />
        <Asking {...shared} />
        <Answered state={state} rules={rules} />
        <Points {...shared} />
        <label class="field">
          {PAGE[state.lang].asOf}
          <input
            type="date"
            value={state.asOf ?? ''}
            onChange={({ currentTarget: { value } }) => change({ asOf: value === '' ? undefined : value })}
          />
        </label>
      </div>
      <div class="main">
        <Outcome {...shared} />
        <Articles {...shared} />
      </div>
    </div>
  );
}
