import type { Response } from '../assessment/assessment.js';
import { responseReason, stateOf } from '../assessment/responses.js';
import type { Question } from '../case/open-points.js';
import { type OpenInput, openInputs } from '../logic/open-points.js';
import type { Reason } from '../logic/reason.js';
import { allOf, nameOf, OPEN, truthValue, UNMET } from '../logic/truth.js';
import { INCIDENTS, SYSTEMS } from '../messages/open-points.js';
import type { Names } from '../policy/names.js';
import { callOf } from '../regulation/rhythm.js';
import type { Duty } from '../regulation/schema.js';
import { type OnFile, onFile } from './evidence.js';
import { asking, type Performance, performanceOf } from './performance.js';
import type { Obligation, ObligationStatus } from './report.js';
import { caseFor, type UnitCase } from './unit-file.js';

/** An obligation with what it waits for. */
export interface Standing {
  readonly obligation: Obligation<Names>;
  readonly on: readonly (OpenInput | Question)[];
}

/** A duty as often as the unit owes it: once, or for each of its systems or incidents. */
export function standingsOf(file: UnitCase, duty: Duty): Standing[] {
  if (callOf(duty)) return forIncidents(file, duty);
  if (!duty.per) return [standing(file, duty, undefined)];
  const { systems } = file;
  if (systems === undefined) return [standing(file, duty, undefined, asking(file, 'systems', SYSTEMS))];
  return systems.length === 0 ? [notOwed(duty, NOTHING)] : systems.map((system) => standing(file, duty, system));
}

/** No system or no incident to owe it for. */
const NOTHING: Reason = Object.freeze({ kind: 'literal', truth: 'unmet' });
const UNSAID: Reason = Object.freeze({ kind: 'literal', truth: 'undetermined' });
const NO_ENTRIES: OnFile = { shown: [], omissions: [], inventories: [] };

const notOwed = (duty: Duty, reason: Reason): Standing =>
  standingAs(duty, { status: 'not-applicable' }, { reason, on: [] });

function forIncidents(file: UnitCase, duty: Duty): Standing[] {
  const { incidents } = file;
  const input = caseFor(file, undefined);
  const bears = file.law.bears(duty.id);
  if (bears.truth(input) === UNMET) return [notOwed(duty, bears.reason(input))];
  if (incidents === undefined) {
    const on = [asking(file, 'incidents', INCIDENTS)];
    return [standingAs(duty, { status: 'undetermined' }, { reason: UNSAID, on })];
  }
  if (incidents.length === 0) return [notOwed(duty, NOTHING)];
  return incidents.map((incidentCase, i) => {
    const reason = responseReason(incidentCase, duty);
    const { status, due } = stateOf(incidentCase, duty);
    const [only, ...others] = due;
    const dueOn = only && others.length === 0 ? { dueOn: only.at } : {};
    return standingAs(
      duty,
      { status: OF_RESPONSE[status], ...dueOn },
      { reason, on: openInputs(reason), incident: incidentCase.incident.id ?? String(i + 1) },
    );
  });
}

const OF_RESPONSE: { readonly [status in Response['status']]: ObligationStatus } = {
  'not-required': 'not-applicable',
  'in-time': 'fulfilled',
  late: 'breached',
  breached: 'breached',
  awaiting: 'due-soon',
  overdue: 'overdue',
  undetermined: 'undetermined',
};

/** A duty of the unit, or of the unit for one system. Where `unsaid` is open, it comes before what each system is. */
function standing(file: UnitCase, duty: Duty, system: string | undefined, unsaid?: Question): Standing {
  const input = caseFor(file, system);
  const applies = file.law.applies(duty.id);
  const entries = onFile(file.record, duty.id, system, file.asOf.day);
  const applicable = applies.truth(input);
  const performance: Performance =
    applicable === UNMET
      ? { status: 'not-applicable' }
      : applicable === OPEN
        ? { status: 'undetermined' }
        : performanceOf({ file, duty, system, input, entries });
  const reason = joined(applies.reason(input), performance.reason?.());
  const waits = performance.status === 'undetermined';
  const on = !waits
    ? []
    : unsaid && applicable === OPEN
      ? [unsaid]
      : [...openInputs(reason), ...(performance.asks ? [performance.asks] : [])];
  return standingAs(duty, performance, { reason, on, system, entries });
}

function joined(applies: Reason, performed: Reason | undefined): Reason {
  if (!performed) return applies;
  const truth = nameOf(allOf([truthValue(applies.truth), truthValue(performed.truth)]));
  return { kind: 'all', truth, of: [applies, performed] };
}

interface Details {
  readonly reason: Reason;
  readonly on: Standing['on'];
  readonly system?: string | undefined;
  readonly incident?: string;
  readonly entries?: OnFile;
}

function standingAs(
  { id, action, force }: Duty,
  { status, dueOn }: Pick<Performance, 'status' | 'dueOn'>,
  { reason, on, system, incident, entries = NO_ENTRIES }: Details,
): Standing {
  const obligation: Obligation<Names> = {
    provision: id,
    action,
    force,
    ...(system !== undefined && { system }),
    ...(incident !== undefined && { incident }),
    status,
    reason,
    evidence: [...entries.shown, ...entries.omissions, ...entries.inventories],
    ...(dueOn !== undefined && { dueOn }),
    open: on.map((each) => each.id),
  };
  return { obligation, on };
}
