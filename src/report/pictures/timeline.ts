import type { Response } from '../../assessment/assessment.js';
import type { AnyAssessment } from '../../explanation/results.js';
import { timeText } from '../../explanation/time-text.js';
import type { Lang } from '../../language.js';
import { PICTURES } from '../../messages/pictures.js';
import { REPORT } from '../../messages/report.js';
import { isMoment, readTime, timeKind } from '../../model/time.js';
import type { Ruleset } from '../../policy/create-policy.js';
import type { Names } from '../../policy/names.js';
import { localInstant } from '../../regulation/dates.js';
import { clockText, placeIn } from '../pieces.js';
import { unitName } from '../units.js';
import { msOf, whenText } from '../when.js';
import { elapsed } from './elapsed.js';

// An incident's times in the words of a picture, before it has a form.

export interface Moment {
  readonly kind: 'event' | 'deadline' | 'judged';
  readonly label: string;
  readonly lines: readonly string[];
  readonly place?: string;
  /** Of a deadline: how the duty stands. */
  readonly status?: Response['status'];
}
export interface DatedMoment extends Moment {
  readonly time: string;
  /** Milliseconds since the moment before, and how people say it. */
  readonly since?: { readonly ms: number; readonly text: string };
}
export interface Timeline {
  readonly title: string;
  readonly dated: readonly DatedMoment[];
  /** What has no time: a time that is not known, a duty without a fixed deadline. */
  readonly undated: readonly Moment[];
}
/** `time`: in words, where it is not known to the moment. */
type Timed = Moment & { readonly ms: number; readonly time?: string };

/** What happened, what was due and the time of judgement, in order. */
export function timelineOf(assessment: AnyAssessment, rules: Ruleset, lang: Lang): Timeline {
  const { incident, asOf, responses } = assessment;
  const say = PICTURES[lang];
  const events = eventsOf(assessment, rules, lang);
  const judged: Timed = { ms: msOf(asOf), kind: 'judged', label: say.judged, lines: [] };
  const deadlines = alike(responses).flatMap((each) => deadlinesOf(each, assessment, rules, lang));
  const dated = [...events.dated, ...deadlines, judged].sort((one, other) => one.ms - other.ms);
  return {
    title: [say.timeline, incident.title ?? incident.id].filter(Boolean).join(say.gap),
    dated: dated.map(({ ms, time, ...moment }, i) => {
      const before = dated[i - 1];
      // What lies between is told only between two moments.
      const since = before && time === undefined && before.time === undefined;
      return {
        ...moment,
        time: time ?? whenText(localInstant(ms)),
        ...(since && { since: { ms: ms - before.ms, text: elapsed(ms - before.ms, lang) } }),
      };
    }),
    undated: [...events.undated, ...alike(responses).flatMap((each) => undatedOf(each, assessment, lang))],
  };
}

/** The times that are known, and of occurrence and discovery that they are not. */
function eventsOf({ facts, asOf }: AnyAssessment, { plan, occurredAt, discoveredAt }: Ruleset, lang: Lang) {
  const times = new Map(facts.map(({ fact, value }) => [plan.index(fact), value]));
  const event = { kind: 'event' as const };
  const dated = plan.facts.flatMap(({ definition }, i): Timed[] => {
    const time = definition.type === 'instant' ? times.get(i) : undefined;
    const label = definition.label[lang];
    const read = time === undefined ? undefined : readTime(time, timeKind(definition));
    if (!read) return [];
    if ('faults' in read) return [{ ...event, ms: msOf(String(time)), label, lines: [] }];
    // Where it has no place of its own, it stands where it may begin or must have been.
    const ms = Number.isFinite(read.time.from) ? read.time.from : Math.min(read.time.until, msOf(asOf));
    const said = isMoment(read.time) ? {} : { time: timeText(read.written, lang) };
    return [{ ...event, ms, ...said, label, lines: [] }];
  });
  const undated = [occurredAt, discoveredAt].flatMap((i): Moment[] => {
    const label = plan.facts[i]?.definition.label[lang];
    return label === undefined || times.has(i) ? [] : [{ ...event, label, lines: [PICTURES[lang].unknown] }];
  });
  return { dated, undated };
}

/** A duty, and the units that owe it alike. */
interface Owed {
  readonly response: Response<Names>;
  readonly units: readonly string[];
}

function alike(responses: readonly Response<Names>[]): Owed[] {
  const groups = new Map<string, Owed>();
  for (const response of responses) {
    const key = JSON.stringify([response.provision, response.status, response.due]);
    const units = [...(groups.get(key)?.units ?? []), ...(response.unit === undefined ? [] : [response.unit])];
    groups.set(key, { response, units });
  }
  return [...groups.values()];
}

const dueOf = ({ status, due }: Response<Names>): Response<Names>['due'] => (status === 'not-required' ? [] : due);

function deadlinesOf(owed: Owed, assessment: AnyAssessment, { regulation }: Ruleset, lang: Lang): Timed[] {
  const label = PICTURES[lang].deadline(owed.response.action[lang]);
  return dueOf(owed.response).map((due) => {
    // The measure it comes from, and the reading it stands under where that is open.
    const measure = due.term === undefined ? undefined : (regulation.terms[due.term]?.label[lang] ?? due.term);
    const how = clockText(due, regulation, lang);
    const clock = how === undefined ? measure : `${measure ?? ''}${REPORT[lang].inBrackets(how)}`;
    return { ...momentOf(owed, clock === undefined ? [] : [clock], assessment, lang), label, ms: msOf(due.at) };
  });
}

function undatedOf(owed: Owed, assessment: AnyAssessment, lang: Lang): Moment[] {
  if (dueOf(owed.response).length > 0) return [];
  const lines = owed.response.status === 'not-required' ? [] : [PICTURES[lang].noDeadline];
  return [momentOf(owed, lines, assessment, lang)];
}

function momentOf(
  { response: { provision, action, to, status }, units }: Owed,
  lines: readonly string[],
  assessment: AnyAssessment,
  lang: Lang,
): Moment {
  const say = REPORT[lang];
  const whose = units.map((unit) => unitName(assessment, unit, lang));
  return {
    kind: 'deadline',
    label: action[lang],
    lines: [
      ...lines,
      ...(units.length > 0 ? [say.labelled(say.unit, whose.join(say.and))] : []),
      ...(to ? [say.labelled(say.to, to.label[lang])] : []),
      say.response[status],
    ],
    place: placeIn(assessment, provision, lang),
    status,
  };
}
