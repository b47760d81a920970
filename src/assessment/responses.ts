import { type Judged, ruleIn, truthIn } from '../case/governing-law.js';
import { type IncidentCase, statedOf } from '../case/incident-case.js';
import { presumedIn } from '../case/presumptions.js';
import { type Condition, conditionsIn, parts, walk } from '../logic/condition.js';
import { type OpenInput, openInputs } from '../logic/open-points.js';
import { allReasons, type Reason } from '../logic/reason.js';
import type { Rule } from '../logic/rule.js';
import { allOf, MET, OPEN, UNMET } from '../logic/truth.js';
import { type FactPlan, impliedValue } from '../model/fact-values.js';
import type { Epoch } from '../policy/epochs.js';
import type { Law } from '../policy/law.js';
import type { Names } from '../policy/names.js';
import { HOUR_MS, localInstant } from '../regulation/dates.js';
import { type Call, callOf } from '../regulation/rhythm.js';
import type { Duty, Regulation } from '../regulation/schema.js';
import type { Due, Response } from './assessment.js';
import { consequenceId } from './consequences.js';

/** A duty that an incident calls up, with how it stands as of the time of judgement. */
export function respond(
  incidentCase: IncidentCase,
  duty: Duty,
  reason: Reason,
): { readonly response: Response<Names>; readonly on: readonly OpenInput[] } {
  const { to } = callOf(duty) as Call;
  const { regulation } = incidentCase.rules;
  const body = to === undefined ? undefined : regulation.bodies[to];
  const state = stateOf(incidentCase, duty);
  const follows = followed(incidentCase, duty);
  // What leaves the provisions open that it follows stands with them.
  const on = follows !== undefined && truthIn(incidentCase, duty.id) === OPEN ? [] : openInputs(reason);
  const response = {
    provision: duty.id,
    action: duty.action,
    bearer: { id: duty.bearer, label: regulation.bearers[duty.bearer]?.label ?? { zh: duty.bearer, en: duty.bearer } },
    ...(to !== undefined && body && { to: { id: to, label: body.label } }),
    ...(follows !== undefined && { follows }),
    ...state,
    ...incidentCase.law.editionsOf(duty.id),
    open: on.map(({ id }) => id),
    presumed: [...presumedIn(reason)],
  };
  return { response, on };
}

/** The id of the consequence that a duty carries out. */
function followed({ rules }: IncidentCase, duty: Duty): string | undefined {
  const { follows } = callOf(duty) as Call;
  const entailing = rules.accountabilities.find(
    ({ provision, article }) => provision.then === follows && article.provisions.some(({ id }) => id === duty.id),
  );
  return entailing && consequenceId(entailing);
}

/** How a duty that an incident calls up stands, and when it is due. */
export function stateOf(incidentCase: IncidentCase, duty: Duty): Pick<Response<Names>, 'status' | 'due'> {
  const { due, complete } = dueTimes(incidentCase, duty);
  return {
    status: statusOf(incidentCase, duty, due, complete),
    // A clock whose start is not known to the moment runs out at no moment that could be told.
    due: due.flatMap(({ ms, exact, ...rest }) => (exact ? [{ ...rest, at: localInstant(ms) }] : [])),
  };
}

/** Why a duty is owed or not, and, where it is, how it was done. */
export function responseReason(judged: Judged, { id }: Duty): Reason {
  const { law, input } = judged;
  const applies = ruleIn(judged, id);
  return applies.truth(input) === MET
    ? allReasons([applies.reason(input), law.standard(id).reason(input)])
    : applies.reason(input);
}

function statusOf(
  incidentCase: IncidentCase,
  duty: Duty,
  due: readonly { readonly ms: number }[],
  complete: boolean,
): Response['status'] {
  const { rules, law, input, asOf } = incidentCase;
  const { status: statusFact, none } = callOf(duty) as Call;
  const required = truthIn(incidentCase, duty.id);
  if (required === UNMET) return 'not-required';
  if (required === OPEN) return 'undetermined';
  const fact = rules.plan.facts[rules.plan.index(statusFact)] as FactPlan['facts'][number];
  const state = statedOf(incidentCase, statusFact) ?? impliedValue(fact, incidentCase.incident);
  if (state === none) return 'breached';
  const done = law.standard(duty.id).truth(input);
  const inTime = allOf(timing(rules.regulation, duty).map((rule) => rule(law).truth(input)));
  if (state !== undefined && state === fact.definition.pending) {
    if (inTime === UNMET) return 'overdue';
    return complete && due.every(({ ms }) => ms >= asOf.ms) ? 'awaiting' : 'undetermined';
  }
  if (done === MET) return 'in-time';
  if (done === OPEN) return 'undetermined';
  // What was done too late is late; what was not done properly, or is not known to be done at all, is not performed as
  // required.
  return inTime === UNMET && state !== undefined ? 'late' : 'breached';
}

interface DueTimes {
  /** The first moment at which each clock may run out, and whether it is the only one. */
  readonly due: readonly (Omit<Due<Names>, 'at'> & { readonly ms: number; readonly exact: boolean })[];
  /** Whether every clock that may count has a start and a limit. */
  readonly complete: boolean;
}

/** When a duty is due: by its terms' thresholds, or hours in the text itself, from the start that each counts from. */
function dueTimes({ rules, spans, law }: IncidentCase, duty: Duty): DueTimes {
  const { regulation, plan } = rules;
  const epoch = law.epochs.length === 1 ? law.epochs[0] : undefined;
  if (!epoch || !duty.standard) return { due: [], complete: false };
  const running = clocks(regulation, epoch, duty.standard);
  const due = running.flatMap(({ from, hours, ...rest }) => {
    const settles = epoch.value(rest.term ?? '')?.settles;
    const at = plan.index(from);
    const [earliest, latest] = [spans.from[at], spans.until[at]];
    return hours === undefined || earliest === undefined || latest === undefined
      ? []
      : [
          {
            ...rest,
            ms: earliest + hours * HOUR_MS,
            exact: earliest === latest,
            ...(settles !== undefined && { settles }),
          },
        ];
  });
  // Of a time after which it is surely late it is open whether it was not late before.
  const sure = due.every(({ settles }) => settles !== 'unmet');
  return { due, complete: due.length > 0 && due.length === running.length && sure };
}

/** What of the manner of a duty is a matter of time: its terms, and hours that the text itself fixes. */
const timing = ({ facts }: Regulation, { standard }: Duty): ((law: Law) => Rule)[] =>
  conditionsIn(standard).flatMap((inner) => {
    if ('term' in inner) return [(law: Law) => law.term(inner.term)];
    return 'fact' in inner && facts[inner.fact]?.derive ? [(law: Law) => law.rule(inner)] : [];
  });

/** The term that measures something, the question that no ruling has settled, and the reading under which it stands. */
type Choice = Pick<Due<Names>, 'term' | 'question' | 'reading'>;

interface RunningClock extends Choice {
  readonly from: string;
  readonly hours: number | undefined;
}

/** The clocks of a measure, each with the reading it stands under; where a ruling chose a reading, only that one's. */
function clocks({ terms, facts }: Regulation, epoch: Epoch, standard: Condition): RunningClock[] {
  const measures = walk<Choice>(standard, {}, (outer, choice) => {
    if ('term' in outer) return [[terms[outer.term]?.condition, { ...choice, term: outer.term }] as const];
    if (!('question' in outer)) return parts(outer).map((part) => [part, choice] as const);
    const { question, readings } = outer;
    const ruled = epoch.ruling(question);
    return ruled === undefined
      ? Object.entries(readings).map(([reading, part]) => [part, { ...choice, question, reading }] as const)
      : [[readings[ruled], choice] as const];
  });
  return [...measures].flatMap(([leaf, choice]): RunningClock[] => {
    const start = 'fact' in leaf ? facts[leaf.fact]?.derive?.hours.from : undefined;
    if (start === undefined) return [];
    if ('threshold' in leaf) {
      const hours = epoch.thresholds(choice.term ?? '')?.[leaf.threshold];
      return [{ ...choice, from: start, hours }];
    }
    // Inside a term only its thresholds count.
    const hours = 'value' in leaf && typeof leaf.value === 'number' ? leaf.value : undefined;
    return choice.term === undefined && hours !== undefined ? [{ ...choice, from: start, hours }] : [];
  });
}
