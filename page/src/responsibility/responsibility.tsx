import { chainOf } from '../derive.js';
import type { Rules, State } from '../state.js';
import { Begin } from './begin.js';
import { ShownChain } from './chain.js';
import { Editor } from './editor.js';
import { chosenIn, type Registered, subjectOf } from './subject.js';
import { Choice, When } from './when.js';

/** Who answers for a unit, a system or the incident on a day, above the register that says so. */
export function Responsibility({ state, rules }: { readonly state: State; readonly rules: Rules }) {
  if (!isRegistered(state)) return <Begin state={state} rules={rules} />;
  const choice = chosenIn(state);
  const subject = subjectOf(choice, state);
  // The time of an incident goes before any other day.
  const isFixed = choice === 'incident' && (state.incident.occurredAt ?? state.incident.discoveredAt) !== undefined;
  const chain = chainOf(state, rules, subject, isFixed ? state.asOf : state.look.on);
  const { asOf: today } = isFixed ? chain : chainOf(state, rules, subject);
  return (
    <div class="responsibility">
      <div class="asked">
        <Choice state={state} />
        <When state={state} on={chain.asOf} today={today} isFixed={isFixed} />
      </div>
      <ShownChain state={state} rules={rules} chain={chain} isFixed={isFixed} />
      <Editor state={state} rules={rules} />
    </div>
  );
}

const isRegistered = (state: State): state is Registered =>
  [state.organization?.units, state.organization?.systems].some((list) => (list ?? []).length > 0);
