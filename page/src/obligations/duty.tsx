import { useEffect, useRef, useState } from 'preact/hooks';
import type { Obligation } from 'zerenzhi';
import { dutyTold, explainObligation } from 'zerenzhi/report';
import { OBLIGATIONS } from '../../../src/messages/obligations.js';
import { REPORT } from '../../../src/messages/report.js';
import { policyOf } from '../derive.js';
import type { Rules, State } from '../state.js';
import { Reasoned } from '../ui/reasoned.js';
import { Standing } from '../ui/standing.js';
import { OBLIGATIONS_VIEW } from '../words/obligations.js';
import { OnFile } from './on-file.js';
import type { Filed } from './unit-files.js';

interface Props {
  readonly duty: Obligation;
  readonly state: State;
  readonly rules: Rules;
  readonly filed: Filed;
}

/** One duty: how it stands, and at a press the words, the reason, and what is on file of it. */
export function Duty({ duty, state, rules, filed }: Props) {
  const { lang } = state;
  const say = OBLIGATIONS_VIEW[lang];
  const isAsked = state.look.duty === duty.provision;
  const [isOpen, setOpen] = useState(isAsked);
  const row = useRef<HTMLButtonElement>(null);
  // Whoever comes from the matrix goes on at the duty.
  useEffect(() => {
    if (!isAsked) return;
    row.current?.closest('details')?.setAttribute('open', '');
    setOpen(true);
    row.current?.scrollIntoView({ block: 'center' });
    row.current?.focus({ preventScroll: true });
  }, [isAsked]);
  const told = dutyTold(filed.report, duty, { lang });
  const shown = duty.evidence.flatMap((entry) => ('on' in entry && !('basis' in entry) ? [entry] : []));
  const latest = [...shown].sort((a, b) => (a.on < b.on ? 1 : -1))[0];
  return (
    <li>
      <button ref={row} type="button" class="duty" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <Standing status={duty.status} lang={lang} />
        <span class="what">
          {told.action}
          {told.subject !== '' && <span class="dim"> {told.subject}</span>}
        </span>
        <span class="dim">{latest ? say.last(latest.on, latest.ref ?? '') : ''}</span>
        <span class="days">{told.days}</span>
      </button>
      {isOpen && (
        <div class="why">
          <p>
            {told.place} <q lang="zh-CN">{told.quote}</q>
          </p>
          {told.grounds !== '' && <p>{REPORT[lang].labelled(OBLIGATIONS[lang].grounds, told.grounds)}</p>}
          {duty.incident === undefined ? (
            <OnFile of={duty.phrase?.duties ?? [duty]} state={state} file={filed.file} />
          ) : (
            <p class="hint">{say.perIncident}</p>
          )}
          <Why duty={duty} state={state} rules={rules} filed={filed} />
        </div>
      )}
    </li>
  );
}

/** Why it stands so: worked out once somebody asks. */
function Why({ duty, state, rules, filed }: Props) {
  const { lang } = state;
  const say = OBLIGATIONS_VIEW[lang];
  const [isOpen, setOpen] = useState(false);
  return (
    <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{say.why}</summary>
      {isOpen && (
        <Reasoned explanation={explainObligation(filed.report, duty, { policy: policyOf(state, rules) })} lang={lang} />
      )}
    </details>
  );
}
