import { reportsOf } from '../derive.js';
import type { Rules, State } from '../state.js';
import { OBLIGATIONS_VIEW } from '../words/obligations.js';
import { PAGE } from '../words/page.js';
import { Exchange } from './exchange.js';
import { Matrix } from './matrix.js';
import { Unit } from './unit.js';
import { filedIn, look, SCHOOL } from './unit-files.js';
import { Units } from './units.js';
import { Whole } from './whole.js';

/** The units on the left; on the right the duties of one of them, or of the whole school. */
export function Obligations({ state, rules }: { readonly state: State; readonly rules: Rules }) {
  const say = OBLIGATIONS_VIEW[state.lang];
  const filed = filedIn(state, reportsOf(state, rules));
  const isSchool = state.look.of === SCHOOL;
  const chosen = filed.find(({ key }) => key === state.look.of) ?? filed[0];
  const shared = { state, rules, filed, chosen: isSchool ? undefined : chosen };
  const side = (
    <div class="side">
      {!isSchool && <Units {...shared} />}
      <Exchange {...shared} />
    </div>
  );
  if (filed.length === 0)
    return (
      <>
        <h1 class="plain">{PAGE[state.lang].views.obligations}</h1>
        <p>{say.none}</p>
        {side}
      </>
    );
  return (
    <>
      <div class="choices which">
        <button
          type="button"
          aria-pressed={!isSchool}
          onClick={() => isSchool && look(state, { of: undefined, duty: undefined })}
        >
          {say.units}
        </button>
        <button
          type="button"
          aria-pressed={isSchool}
          onClick={() => look(state, { of: SCHOOL, duty: undefined, status: undefined })}
        >
          {say.school}
        </button>
      </div>
      {isSchool ? (
        <>
          <h1 class="spoken">{say.school}</h1>
          <Matrix state={state} filed={filed} />
          <Whole reports={filed.map(({ report }) => report)} lang={state.lang} />
          {side}
        </>
      ) : (
        <div class="split">
          {side}
          <div class="main">{chosen && <Unit key={chosen.key} state={state} rules={rules} filed={chosen} />}</div>
        </div>
      )}
    </>
  );
}
