import { type Judged, statedOf } from '../case/judge.js';
import { lazily } from '../case/lazily.js';
import { type Citation, type Condition, conditionsIn, parts, walk } from '../logic/condition.js';
import { allReasons, type Reason } from '../logic/reason.js';
import { allOf, MET, OPEN, UNMET } from '../logic/truth.js';
import { type FactPlan, impliedValue } from '../model/fact-values.js';
import type { Epoch, Placed } from '../policy/law.js';
import { HOUR_MS, localInstant } from '../regulation/dates.js';
import type { Bilingual, Duty, Regulation } from '../regulation/schema.js';

/** A duty that an incident calls up: to report, to handle. */
export interface Response {
  readonly provision: string;
  readonly action: Bilingual;
  readonly citation: Citation;
  /** Whom it is owed to. */
  readonly to?: { readonly id: string; readonly label: Bilingual };
  readonly status: 'not-required' | 'in-time' | 'late' | 'awaiting' | 'overdue' | 'breached' | 'undetermined';
  /** When it is or was due, by each reading of the clock; empty where no measure fixes it. */
  readonly due: readonly { readonly term: string; readonly reading?: string; readonly at: string }[];
  readonly reason: Reason;
}

/** The duties an incident calls up, each with its state as of the day of judgement. */
export function responsesOf(judged: Judged, placed: readonly Placed[]): Response[] {
  return placed.flatMap((entry) => {
    const { provision } = entry;
    return provision.kind === 'duty' && provision.response
      ? [response(judged, entry, provision, provision.response)]
      : [];
  });
}

function response(
  judged: Judged,
  entry: Placed,
  duty: Duty,
  { to, status: statusFact, none }: NonNullable<Duty['response']>,
): Response {
  const { bound, input } = judged;
  const { regulation } = bound;
  const { law } = judged;
  const applies = law.applies(duty.id);
  const performed = law.standard(duty.id);
  const fact = bound.plan.facts[bound.plan.index(statusFact)] as FactPlan['facts'][number];
  const state = statedOf(judged, statusFact) ?? impliedValue(fact, judged.incident);
  const { due, complete } = dueTimes(judged, duty);
  const times = termsIn(duty.standard).map((term) => law.term(term).truth(input));
  const body = to === undefined ? undefined : regulation.bodies[to];
  const eager = {
    provision: duty.id,
    action: duty.action,
    citation: entry.citation,
    ...(to !== undefined && body && { to: { id: to, label: body.label } }),
    due: due.map(({ ms, ...rest }) => ({ ...rest, at: localInstant(ms) })),
  };
  const required = applies.truth(input);
  return lazyResponse({ ...eager, status: statusOf() }, () =>
    required === MET ? allReasons([applies.reason(input), performed.reason(input)]) : applies.reason(input),
  );

  function statusOf(): Response['status'] {
    if (required === UNMET) return 'not-required';
    if (required === OPEN) return 'undetermined';
    if (state === none) return 'breached';
    const [done, inTime] = [performed.truth(input), allOf(times)];
    if (state !== undefined && state === fact.definition.pending) {
      if (inTime === UNMET) return 'overdue';
      return complete && due.every(({ ms }) => ms >= judged.asOf.ms) ? 'awaiting' : 'undetermined';
    }
    if (done === MET) return 'in-time';
    if (done === OPEN) return 'undetermined';
    // What was done too late is late; what was not done properly, or is not known to be done at all, is not performed as required.
    return inTime === UNMET && state !== undefined ? 'late' : 'breached';
  }
}

const lazyResponse = lazily({ reason: (reason: () => Reason, _: Response) => reason() });

interface DueTimes {
  readonly due: { readonly term: string; readonly reading?: string; readonly ms: number }[];
  /** Whether every clock that may count has a start and a limit. */
  readonly complete: boolean;
}

/** When a duty is due by its terms' thresholds in hours, from the start that each measure counts from. */
function dueTimes(judged: Judged, duty: Duty): DueTimes {
  const { bound, incident, law } = judged;
  const { regulation, plan } = bound;
  const epoch = law.epochs.length === 1 ? law.epochs[0] : undefined;
  if (!epoch || !duty.standard) return { due: [], complete: false };
  const running = termsIn(duty.standard).flatMap((term) =>
    clocks(regulation, epoch, term).map((clock) => ({ term, ...clock })),
  );
  const due = running.flatMap(({ term, from, threshold, reading }) => {
    const hours = epoch.thresholds(term)?.[threshold];
    const start = incident.times[plan.index(from)];
    return hours === undefined || start === undefined
      ? []
      : [{ term, ...(reading !== undefined && { reading }), ms: start + hours * HOUR_MS }];
  });
  return { due, complete: due.length > 0 && due.length === running.length };
}

const termsIn = (condition: Condition | undefined): string[] =>
  conditionsIn(condition).flatMap((inner) => ('term' in inner ? [inner.term] : []));

interface RunningClock {
  readonly from: string;
  readonly threshold: string;
  readonly reading?: string;
}

/** The clocks that measure a term, each with the reading it stands under; where a ruling chose a reading, only that one's. */
function clocks(regulation: Regulation, epoch: Epoch, term: string): RunningClock[] {
  const measures = walk<string | undefined>(regulation.terms[term]?.condition, undefined, (outer, reading) => {
    if (!('question' in outer)) return parts(outer).map((part) => [part, reading] as const);
    const ruled = epoch.ruling(outer.question);
    return ruled === undefined
      ? Object.entries(outer.readings).map(([name, part]) => [part, name] as const)
      : [[outer.readings[ruled], undefined] as const];
  });
  return [...measures].flatMap(([leaf, reading]) => {
    const hours = 'threshold' in leaf ? regulation.facts[leaf.fact]?.derive?.hours : undefined;
    return hours && 'threshold' in leaf
      ? [{ from: hours.from, threshold: leaf.threshold, ...(reading !== undefined && { reading }) }]
      : [];
  });
}
