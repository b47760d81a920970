import type { Rule } from '../logic/rule.js';
import { endedOf } from '../model/fact-values.js';
import { type Interval, isMoment } from '../model/time.js';
import type { Law } from '../policy/law.js';
import { nameOfTime, OF_INCIDENT, timesOf } from '../regulation/governing.js';
import type { GoverningTime, Omission, Provision } from '../regulation/schema.js';
import type { IncidentCase } from './incident-case.js';

/** What the law of a case's times is found from. */
export type Judged = Pick<IncidentCase, 'rules' | 'spans' | 'input' | 'law'>;

/** The rule of a provision, each limb of it by the law of the time that governs it. */
export const ruleIn = (judged: Judged, id: string): Rule =>
  judged.rules.governed(id, (time) => lawOfTime(judged, time));

/** The laws that may govern a provision in a case, each once. */
export const lawsOf = (judged: Judged, provision: Provision): readonly Law[] => [
  ...new Set(timesOf(provision).map((time) => lawOfTime(judged, time))),
];

/** The law of all the time in which something may have been, or throughout which it was. */
export function lawOfTime(judged: Judged, time: GoverningTime): Law {
  const { rules, spans, law } = judged;
  if (time === OF_INCIDENT) return law;
  if (typeof time === 'object' && 'since' in time) return lawOfOmission(judged, time);
  const { plan } = rules;
  if (typeof time === 'object') return lawAt(judged, plan.index(time.began), nameOfTime(time));
  const own = plan.index(time);
  const other = plan.facts[own]?.definition.otherwise;
  const fact = spans.times[own] === undefined && other !== undefined ? plan.index(other) : own;
  return lawAt(judged, fact, time, endedOf(spans, fact));
}

/** The law of the time of a fact; `name` is what it is the time of. */
function lawAt({ rules: { law, plan }, spans }: Judged, fact: number, name: string, ended?: Interval): Law {
  const missing = [plan.facts[fact]?.name ?? name];
  return law(spans.from[fact] as number, spans.until[fact] as number, ended, { time: name, missing });
}

/**
 * The law of the time throughout which something was left undone. What came of it at one moment was caused until then:
 * the law of that moment is one of those under which it was left undone, and enough.
 */
function lawOfOmission(judged: Judged, omission: Omission): Law {
  const { rules, spans, input } = judged;
  const { plan, law } = rules;
  const [since, until, status, upTo] = [omission.since, omission.until, omission.status, omission.upTo].map(
    plan.index,
  ) as [number, number, number, number];
  const time = nameOfTime(omission);
  const last = spans.times[upTo] && endedOf(spans, upTo);
  const isKnown = spans.times[upTo] !== undefined || (spans.until[upTo] as number) < spans.asOf;
  if (isKnown && !last) return lawAt(judged, upTo, time);
  const state = input.values[status];
  const isDone = state !== undefined && state === plan.facts[status]?.definition.implied?.[0]?.value;
  const isSaid = state !== undefined;
  const [from, began] = [spans.from[since] as number, spans.until[since] as number];
  const { asOf } = spans;
  const done = { from: Math.max(from, spans.from[until] as number), until: spans.until[until] as number };
  const undone = isDone ? done : { from: isSaid ? asOf : from, until: asOf };
  const ended = last ? notBefore(from, sooner(undone, last)) : undone;
  return law(from, Math.min(began, ended.until), ended, {
    time,
    missing: [
      ...(isMoment(spans.times[since]) ? [] : [omission.since]),
      ...(isDone && !isMoment(spans.times[until]) ? [omission.until] : []),
      ...(isSaid ? [] : [omission.status]),
    ],
  });
}

const notBefore = (moment: number, { from, until }: Interval): Interval => ({
  from: Math.max(moment, from),
  until: Math.max(moment, until),
});
const sooner = (one: Interval, other: Interval): Interval => ({
  from: Math.min(one.from, other.from),
  until: Math.min(one.until, other.until),
});
