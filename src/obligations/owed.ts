import type { Response } from '../assessment/assessment.js';
import { responseReason, stateOf } from '../assessment/responses.js';
import type { IncidentCase } from '../case/incident-case.js';
import type { WholeOpenPoint } from '../case/open-points.js';
import { once } from '../diagnostics/once.js';
import { type OpenInput, openInputs } from '../logic/open-points.js';
import { allReasons, type Reason } from '../logic/reason.js';
import { allOf, MET, nameOf, truthValue, UNMET } from '../logic/truth.js';
import { ACTIVITIES, INCIDENTS, SYSTEMS, UNITS } from '../messages/open-points.js';
import type { Law } from '../policy/law.js';
import type { Names } from '../policy/names.js';
import { callOf, isOfBody } from '../regulation/rhythm.js';
import type { Duty } from '../regulation/schema.js';
import { groundsOfCall } from './called-up.js';
import { namedUnits, type OnFile, onFile, type Subject } from './evidence.js';
import { type Occasion, ofActivity, ofNotice } from './occasions.js';
import { asking, NOTHING, type Performance } from './performance.js';
import type { Obligation, ObligationStatus } from './report.js';
import { performanceOf } from './shown.js';
import { firstDays } from './since.js';
import { caseFor, isBearer, lawOfDays, type UnitCase } from './unit-file.js';

/** An obligation with what it waits for. */
export interface Standing {
  readonly obligation: Obligation<Names>;
  readonly on: readonly (OpenInput | WholeOpenPoint)[];
  /** Of a duty that continues: whether it is owed, and how it would stand if it were. */
  readonly ifOwed?: { readonly applies: Reason; readonly performance: () => Performance };
}

/** A duty as often as the unit owes it: once, or for each of its systems, activities, notices or incidents. */
export function standingsOf(file: UnitCase, duty: Duty): Standing[] {
  if (callOf(duty)) return forIncidents(file, duty);
  if (duty.rhythm === 'activity') return forActivities(file, duty);
  return [...continuing(file, duty), ...uponNotices(file, duty)];
}

/** A duty as it is owed without any occasion. */
function continuing(file: UnitCase, duty: Duty): Standing[] {
  if (!duty.per) return [standing(file, duty, {})];
  if (duty.per !== 'system') return towardsOthers(file, duty, duty.per.other);
  const { systems } = file;
  if (systems === undefined) return [standing(file, duty, {}, asking(file, 'systems', SYSTEMS))];
  return systems.length === 0 ? [notOwed(duty, NOTHING)] : systems.map((system) => standing(file, duty, { system }));
}

/** A duty towards each other unit that is such a bearer; which there are, only a register says. */
function towardsOthers(file: UnitCase, duty: Duty, bearer: string): Standing[] {
  if (file.law.applies(duty.id).truth(caseFor(file, undefined)) !== MET) return [standing(file, duty, {})];
  const { units } = file.register.organization;
  const named = namedUnits(file.record, duty.id);
  const others = [...new Set([...(units?.map(({ id }) => id) ?? []), ...named])].filter((id) => id !== file.record.id);
  const each = others.flatMap((towards) => {
    const counts = isBearer(file, towards, bearer);
    return counts.truth === 'unmet' ? [] : [standing(file, duty, { towards }, undefined, counts)];
  });
  if (units === undefined) return [...each, standing(file, duty, {}, asking(file, 'units', UNITS))];
  return each.length === 0 ? [notOwed(duty, NOTHING)] : each;
}

const UNSAID: Reason = Object.freeze({ kind: 'literal', truth: 'undetermined' });
const NO_ENTRIES: OnFile = { shown: [], omissions: [], inventories: [] };

const notOwed = (duty: Duty, reason: Reason, subject: Subject = {}): Standing =>
  standingAs(duty, { status: 'not-applicable' }, { reason, on: [], ...subject });

/** A duty for each activity that calls for it; before the institution holds one, nothing is owed. */
function forActivities(file: UnitCase, duty: Duty): Standing[] {
  const { activities } = file.record;
  if (activities === undefined) {
    const isOwed = file.law.applies(duty.id).truth(caseFor(file, undefined)) === MET;
    return [standing(file, duty, {}, isOwed ? asking(file, 'activities', ACTIVITIES) : undefined)];
  }
  const own = activities.filter(({ obligation }) => obligation === duty.id);
  if (own.length === 0) return [notOwed(duty, NOTHING)];
  return own.map((activity) => standing(file, duty, { occasion: ofActivity(activity) }));
}

/** What notices ask for by a day, beside the duty that they are about. */
const uponNotices = (file: UnitCase, duty: Duty): Standing[] =>
  (file.record.notices ?? [])
    .filter(({ obligation, on }) => obligation === duty.id && on <= file.asOf.day)
    .map((notice) => {
      const { system } = notice;
      return standing(file, duty, { ...(system !== undefined && { system }), occasion: ofNotice(notice) });
    });

/** The incidents that may call up a duty: a unit answers for its own, a body for those of all. */
function incidentsFor(file: UnitCase, duty: Duty): readonly IncidentCase[] | undefined {
  const isMine = ({ incident: { unit } }: IncidentCase) => unit === undefined || unit === file.record.id;
  return isOfBody(file.rules.regulation, duty) ? file.incidents : file.incidents?.filter(isMine);
}

const nameOfIncident = ({ incident: { id } }: IncidentCase, i: number): string => id ?? String(i + 1);

function forIncidents(file: UnitCase, duty: Duty): Standing[] {
  const incidents = incidentsFor(file, duty);
  const input = caseFor(file, undefined);
  const bears = file.law.bears(duty.id);
  // A duty that is there no longer may have been owed for an incident of its time.
  const isThere = file.law.has(duty.id) || !incidents?.length;
  if (isThere && bears.truth(input) === UNMET) return [notOwed(duty, bears.reason(input))];
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
      { status: OF_RESPONSE[status], grounds: groundsOfCall(incidentCase, duty, status), ...dueOn },
      {
        reason,
        on: openInputs(reason),
        incident: nameOfIncident(incidentCase, i),
        ...incidentCase.law.editionsOf(duty.id),
      },
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

/**
 * A duty as it is owed for one subject. `unsaid` is what the file does not tell at all, such as which systems there are:
 * it is asked first. `counts` says whether another unit is one that the duty is owed towards.
 */
function standing(file: UnitCase, duty: Duty, subject: Subject, unsaid?: WholeOpenPoint, counts?: Reason): Standing {
  const input = caseFor(file, subject.system);
  const { occasion } = subject;
  if (occasion && !isThere(file, subject, occasion)) return notOwed(duty, NOTHING, subject);
  const law = occasion ? lawOfOccasion(file, occasion) : file.law;
  const own = law.applies(duty.id);
  const applies = counts ? allReasons([own.reason(input), counts]) : own.reason(input);
  const entries = onFile(file.record, duty.id, subject, file.asOf.day);
  const performance: Performance =
    applies.truth === 'unmet'
      ? { status: 'not-applicable' }
      : applies.truth === 'undetermined'
        ? { status: 'undetermined' }
        : unsaid && !subject.system && duty.per !== 'system'
          ? { status: 'undetermined', asks: unsaid }
          : performanceOf({ file, duty, ...subject, input, entries });
  const reason = joined(applies, performance.reason?.());
  const waits = performance.status === 'undetermined';
  const on = !waits
    ? []
    : unsaid && applies.truth === 'undetermined'
      ? [unsaid]
      : [...openInputs(reason), ...(performance.asks ? [performance.asks] : [])];
  const stands = standingAs(duty, performance, { reason, on, ...subject, entries, ...law.editionsOf(duty.id) });
  if (occasion) return stands;
  return {
    ...stands,
    ifOwed: { applies, performance: once(() => performanceOf({ file, duty, ...subject, input, entries })) },
  };
}

/** An activity is judged by the law of its days, a notice by that of the day it sets. */
const lawOfOccasion = (file: UnitCase, { kind, from, until }: Occasion) =>
  lawOfDays(file, kind === 'activity' ? from : until, until);

/** The law that a duty was judged by, as it stands. */
export function lawOfStanding(file: UnitCase, duty: Duty, { obligation: { incident, occasion } }: Standing): Law {
  if (occasion) return lawOfOccasion(file, occasion);
  const called = incidentsFor(file, duty)?.find((each, i) => nameOfIncident(each, i) === incident);
  return called?.law ?? file.law;
}

/** Whether the unit, and its system, were there by the end of an occasion. */
const isThere = (file: UnitCase, { system }: Subject, { until }: Occasion): boolean =>
  firstDays(file, system).every((day) => day <= until);

function joined(applies: Reason, performed: Reason | undefined): Reason {
  if (!performed) return applies;
  const truth = nameOf(allOf([truthValue(applies.truth), truthValue(performed.truth)]));
  return { kind: 'all', truth, of: [applies, performed] };
}

interface Details extends Subject {
  readonly reason: Reason;
  readonly on: Standing['on'];
  readonly incident?: string;
  readonly entries?: OnFile;
  readonly editions?: readonly string[];
}

function standingAs(
  { id, action, force }: Duty,
  { status, dueOn, madeGoodOn, grounds = [] }: Omit<Performance, 'reason' | 'asks'>,
  { reason, on, system, towards, occasion, incident, editions, entries = NO_ENTRIES }: Details,
): Standing {
  const obligation: Obligation<Names> = {
    provision: id,
    action,
    force,
    ...(system !== undefined && { system }),
    ...(towards !== undefined && { towards }),
    ...(occasion && { occasion }),
    ...(incident !== undefined && { incident }),
    ...(editions && { editions }),
    status,
    reason,
    evidence: [...entries.shown, ...entries.omissions, ...entries.inventories],
    ...(dueOn !== undefined && { dueOn }),
    ...(grounds.length > 0 && { grounds }),
    ...(madeGoodOn !== undefined && { madeGoodOn }),
    open: on.map((each) => each.id),
  };
  return { obligation, on };
}
