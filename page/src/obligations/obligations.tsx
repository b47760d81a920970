import { reportsOf } from '../derive.js';
import type { Rules, State } from '../state.js';
import { OBLIGATIONS_VIEW } from '../words/obligations.js';
import { Exchange } from './exchange.js';
import { Matrix } from './matrix.js';
import { Unit } from './unit.js';
import { filedIn, SCHOOL } from './unit-files.js';
import { Units } from './units.js';

/** The units on the left; on the right the duties of one of them, or of the whole school. */
export function Obligations({ state, rules }: { readonly state: State; readonly rules: Rules }) {
  const say = OBLIGATIONS_VIEW[state.lang];
  const filed = filedIn(state, reportsOf(state, rules));
  const isSchool = state.look.of === SCHOOL;
  const chosen = filed.find(({ key }) => key === state.look.of) ?? filed[0];
  const shared = { state, rules, filed, chosen: isSchool ? undefined : chosen };
  return (
    <div class={isSchool ? 'whole' : 'split'}>
      <div class="side">
        <Units {...shared} />
        <Exchange {...shared} />
      </div>
      <div class="main">
        {filed.length === 0 && <p class="dim">{say.none}</p>}
        {isSchool && <Matrix state={state} filed={filed} />}
        {!isSchool && chosen && <Unit key={chosen.key} state={state} rules={rules} filed={chosen} />}
      </div>
    </div>
  );
}
