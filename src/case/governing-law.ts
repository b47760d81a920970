import type { Rule, Valuation } from '../logic/rule.js';
import type { Value } from '../logic/truth.js';
import { doneOf, endedOf, type Spans } from '../model/fact-values.js';
import { type Interval, isMoment } from '../model/time.js';
import type { Ruleset } from '../policy/create-policy.js';
import type { Law } from '../policy/law.js';
import { nameOfTime, OF_INCIDENT, timesOf } from '../regulation/governing.js';
import type { GoverningTime, OmissionTime, Provision } from '../regulation/schema.js';

/** What the law of a case's times is found from. */
export interface Judged {
  readonly rules: Ruleset;
  readonly spans: Spans;
  readonly input: Valuation;
  /** The law of the time of the incident. */
  readonly law: Law;
}

/** The rule of a provision, each limb of it by the law of the time that governs it. */
export const ruleIn = (judged: Judged, id: string): Rule =>
  judged.rules.governed(id, (time) => lawOfTime(judged, time));

/** How a provision comes out, each limb of it by the law of the time that governs it. */
export const truthIn = (judged: Judged, id: string): Value => ruleIn(judged, id).truth(judged.input);

/** The laws that may govern a provision in a case, each once. */
export const lawsOf = (judged: Judged, provision: Provision): readonly Law[] => [
  ...new Set(timesOf(provision).map((time) => lawOfTime(judged, time))),
];

/** The law of all the time in which something may have been, or throughout which it was. */
export function lawOfTime(judged: Judged, time: GoverningTime): Law {
  const found = spanOfTime(judged, time);
  if (!found) return judged.law;
  const { from, until, ended, missing } = found;
  return judged.rules.law(from, until, ended, { time: nameOfTime(time), missing });
}

/** When something was, as closely as it is known, and what of that is not known. */
export interface TimeSpan extends Interval {
  /** Of what lasted: when it ended. */
  readonly ended?: Interval | undefined;
  readonly missing: readonly string[];
}

/** When something was that a provision is about; nothing if that is the time of the incident. */
export function spanOfTime(judged: Judged, time: GoverningTime): TimeSpan | undefined {
  const { rules, spans } = judged;
  if (time === OF_INCIDENT) return undefined;
  if (typeof time === 'object' && 'since' in time) return spanOfOmission(judged, time);
  const { plan } = rules;
  if (typeof time === 'object') return spanOfFact(judged, plan.index(time.began));
  const own = plan.index(time);
  const { otherwise: other, timeOf } = plan.facts[own]?.definition ?? {};
  // What the incident itself shows was as the incident was.
  if (timeOf !== undefined && isShown(judged, plan.index(timeOf))) return undefined;
  const fact = spans.times[own] === undefined && other !== undefined ? plan.index(other) : own;
  return spanOfFact(judged, fact, endedOf(spans, fact));
}

/** Whether the incident itself shows that a fact is so. */
const isShown = ({ input }: Judged, fact: number): boolean =>
  input.values[fact] === true && input.follows(fact).length > 0;

const spanOfFact = ({ rules: { plan }, spans }: Judged, fact: number, ended?: Interval): TimeSpan => ({
  from: spans.from[fact] as number,
  until: spans.until[fact] as number,
  ended,
  missing: plan.facts[fact] ? [plan.facts[fact].name] : [],
});

/**
 * The time throughout which something was left undone. What came of it at one moment completes it: that moment counts.
 * What it was about, and lasted, ends it.
 */
function spanOfOmission(judged: Judged, omission: OmissionTime): TimeSpan {
  const { rules, spans } = judged;
  const { plan } = rules;
  const [since, upTo] = [plan.index(omission.since), plan.index(omission.upTo)];
  const lasted = endedOf(spans, upTo);
  const isKnown = spans.times[upTo] !== undefined || (spans.until[upTo] as number) < spans.asOf;
  if (isKnown && !lasted) return spanOfFact(judged, upTo);
  const { ended: undone, missing } = leftUndone(judged, omission);
  const [from, began] = [spans.from[since] as number, spans.until[since] as number];
  const ended = lasted ? notBefore(from, sooner(undone, lasted)) : undone;
  return {
    from,
    until: Math.min(began, ended.until),
    ended,
    missing: [...(isMoment(spans.times[since]) ? [] : [omission.since]), ...missing],
  };
}

const notBefore = (moment: number, { from, until }: Interval): Interval => ({
  from: Math.max(moment, from),
  until: Math.max(moment, until),
});
const sooner = (one: Interval, other: Interval): Interval => ({
  from: Math.min(one.from, other.from),
  until: Math.min(one.until, other.until),
});

/**
 * When something was no longer left undone, and what of that is not known: it was done; it was not, and still is not; or
 * nobody says, and it may have been done at any time.
 */
function leftUndone(
  { rules: { plan }, spans, input }: Judged,
  { since, until, status }: OmissionTime,
): { readonly ended: Interval; readonly missing: readonly string[] } {
  const { asOf } = spans;
  const [start, end, state] = [plan.index(since), plan.index(until), plan.index(status)];
  const from = spans.from[start] as number;
  const said = input.values[state];
  if (said === undefined) return { ended: { from, until: asOf }, missing: [status] };
  if (said !== doneOf(plan, state, end)) return { ended: { from: asOf, until: asOf }, missing: [] };
  return {
    ended: { from: Math.max(from, spans.from[end] as number), until: spans.until[end] as number },
    missing: isMoment(spans.times[end]) ? [] : [until],
  };
}
