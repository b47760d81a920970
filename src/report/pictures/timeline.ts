import type { IncidentFacts } from '../../../rules/generated/regulation.js';
import { type AssessOptions, assess, judgeFor } from '../../assessment/assess-incident.js';
import type { Response } from '../../assessment/responses.js';
import type { Lang } from '../../language.js';
import { questionsIn } from '../../logic/condition.js';
import { PICTURES } from '../../messages/pictures.js';
import { REPORT } from '../../messages/report.js';
import type { IncidentBase } from '../../model/incident.js';
import { formatPlace } from '../../regulation/citation.js';
import { localInstant } from '../../regulation/dates.js';
import type { Regulation } from '../../regulation/schema.js';
import { whenText } from '../when.js';
import { elapsed } from './elapsed.js';

// An incident's times in the words of a picture, before it has a form.

export interface TimelineOptions<Facts extends object = IncidentFacts> extends AssessOptions<Facts> {
  /** `zh` by default. */
  readonly lang?: Lang;
}

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

/** What happened, what was due and the time of judgement, in order; judged here, so that it cannot be of another incident. */
export function timelineOf<Facts extends object>(
  incident: IncidentBase & NoInfer<Facts>,
  options: AssessOptions<Facts>,
  lang: Lang,
): Timeline {
  const judged = judgeFor(options as AssessOptions<object>)(incident);
  const { bound, incident: reading, asOf } = judged;
  const { responses } = assess(judged);
  const [say, { regulation, plan }] = [PICTURES[lang], bound];
  const events = plan.facts.flatMap(({ definition }, i) => {
    const ms = reading.times[i];
    return ms === undefined ? [] : [{ ms, kind: 'event' as const, label: definition.label[lang], lines: [] }];
  });
  const now = { ms: asOf.ms, kind: 'judged' as const, label: say.judged, lines: [] };
  const owed = responses.map((response) => ({
    response,
    required: response.status !== 'not-required',
    due: response.status === 'not-required' ? [] : response.due,
  }));
  const deadlines = owed.flatMap(({ response, due }) =>
    due.map(({ at, term, reading }) => ({
      ...momentOf(response, [clockOf(regulation, term, reading, lang)], lang),
      label: say.deadline(response.action[lang]),
      ms: Date.parse(at),
    })),
  );
  const dated = [...events, ...deadlines, now].sort((one, other) => one.ms - other.ms);
  const unknown = [bound.occurredAt, bound.discoveredAt].flatMap((i) => {
    const label = plan.facts[i]?.definition.label[lang];
    return label === undefined || reading.times[i] !== undefined
      ? []
      : [{ kind: 'event' as const, label, lines: [say.unknown] }];
  });
  return {
    title: [say.timeline, incident.title ?? incident.id].filter(Boolean).join(say.gap),
    dated: dated.map(({ ms, ...moment }, i) => {
      const before = dated[i - 1];
      return {
        ...moment,
        time: whenText(localInstant(ms)),
        ...(before && { since: { ms: ms - before.ms, text: elapsed(ms - before.ms, lang) } }),
      };
    }),
    undated: [
      ...unknown,
      ...owed.flatMap(({ response, required, due }) =>
        due.length > 0 ? [] : [momentOf(response, required ? [say.noDeadline] : [], lang)],
      ),
    ],
  };
}

function momentOf({ action, to, status, citation }: Response, lines: readonly string[], lang: Lang): Moment {
  const report = REPORT[lang];
  return {
    kind: 'deadline',
    label: action[lang],
    lines: [...lines, ...(to ? [report.labelled(report.to, to.label[lang])] : []), report.response[status]],
    place: formatPlace(citation.place, lang),
    status,
  };
}

/** The measure a deadline comes from, and the reading it stands under where that is open. */
function clockOf({ terms, questions }: Regulation, term: string, reading: string | undefined, lang: Lang): string {
  const definition = terms[term];
  const label = definition?.label[lang] ?? term;
  const question =
    reading === undefined
      ? undefined
      : questionsIn(definition?.condition ?? true).find(({ readings }) => Object.hasOwn(readings, reading))?.question;
  const how = question === undefined ? reading : questions[question]?.readings[reading as string]?.[lang];
  return how === undefined ? label : `${label}${REPORT[lang].inBrackets(how)}`;
}

/** The timeline told in sentences, for those who do not see it. */
export function timelineInWords({ dated, undated }: Timeline, lang: Lang): string {
  const { labelled, then } = REPORT[lang];
  const say = PICTURES[lang];
  const told = ({ label, lines, place }: Moment) => [label, ...lines, place ?? ''].filter(Boolean).join(then);
  const sentences = [
    ...dated.map((moment) => labelled(moment.time, told(moment))),
    ...undated.map((moment) => labelled(say.undated, told(moment))),
  ];
  return sentences
    .map((sentence) => `${sentence}${say.end}`)
    .join('')
    .trim();
}
