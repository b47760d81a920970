import { useState } from 'preact/hooks';
import { assessmentOf } from '../derive.js';
import type { Rules, State } from '../state.js';
import { AsOf } from '../ui/as-of.js';
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
  const [wanted, setWanted] = useState<string>();
  const shared = { state, rules, now };
  const want = (id: string | undefined) => {
    setWanted(id);
    if (id !== undefined) document.getElementById('next')?.scrollIntoView({ block: 'center' });
  };
  return (
    <div class="split" data-begun={Object.keys(state.incident).length > 0}>
      <h1 class="spoken">{PAGE[state.lang].views.assess}</h1>
      <div class="side">
        <Subject state={state} rules={rules} />
        <Asking {...shared} wanted={wanted} onWanted={want} />
        <Answered state={state} rules={rules} />
        <Points {...shared} />
        <AsOf state={state} />
      </div>
      <div class="main">
        <Outcome {...shared} onWanted={want} />
        <Articles {...shared} />
      </div>
    </div>
  );
}
