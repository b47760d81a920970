import type { ResponsibilityChain } from 'zerenzhi';
import { chainOf } from '../derive.js';
import type { Rules, State } from '../state.js';
import { tried } from '../tried.js';
import { Faults } from '../ui/faults.js';
import { PAGE } from '../words/page.js';
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
  const of = (on: string | undefined) => chainOf(state, rules, subject, on);
  const { chain, faults } = asked(of, isFixed ? undefined : state.look.on);
  const { asOf: today } = of(undefined);
  return (
    <div class="responsibility">
      <h1 class="spoken">{PAGE[state.lang].views.responsibility}</h1>
      <div class="asked">
        <Choice state={state} />
        <When state={state} on={chain.asOf} today={today} isFixed={isFixed} />
      </div>
      {faults.length > 0 && <Faults faults={faults} lang={state.lang} />}
      <ShownChain state={state} rules={rules} chain={chain} isFixed={isFixed} />
      <Editor state={state} rules={rules} />
    </div>
  );
}

const isRegistered = (state: State): state is Registered =>
  [state.organization?.units, state.organization?.systems].some((list) => (list ?? []).length > 0);

/** The chain of a day; of the day of judgement, and why, where the library refuses the one that a link holds. */
function asked(of: (on: string | undefined) => ResponsibilityChain, on: string | undefined) {
  const { made, faults } = tried(() => of(on));
  return { chain: made ?? of(undefined), faults };
}
