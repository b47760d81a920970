import ical, { ICalAlarmType, ICalCalendarMethod, type ICalEventData, ICalEventTransparency } from 'ical-generator';
import { guarded, PAGE, type PageOptions } from '../../explanation/guarded.js';
import type { AnyReport } from '../../explanation/results.js';
import type { Lang } from '../../language.js';
import { PICTURES } from '../../messages/pictures.js';
import { REPORT } from '../../messages/report.js';
import type { Obligation, ObligationReport } from '../../obligations/report.js';
import type { Names, ShippedNames } from '../../policy/names.js';
import { formatCitation } from '../../regulation/citation.js';
import { isLocalDate, startOfDay } from '../../regulation/dates.js';
import { actionText, wordsOf } from '../duty-text.js';
import { visible } from '../inert.js';
import { named, unitNameOf } from '../named.js';
import { asOfText, msOf } from '../when.js';

// Seconds before what is due: a week where that is a day, two hours where it is a time of a day.
const HOUR = 60 * 60;
const AHEAD = { day: 7 * 24 * HOUR, instant: 2 * HOUR };

/**
 * What a unit's report says is due or was missed, or those of several units, as one calendar (iCalendar, RFC 5545): one
 * event for each duty that has a due day or time, with its state, the words it rests on, and an alarm while it is still
 * to come. Made again from a later report, an event keeps its identity and takes the place of the earlier one.
 *
 * @throws ZerenzhiError with every fault of the options, or if it is no report
 * @example
 * const text = obligationsCalendar(checkUnitObligations(unit, { policy, asOf: '2024-06-30' }), { lang: 'en' });
 */
export const obligationsCalendar = <N extends Names = ShippedNames>(
  reports: ObligationReport<N> | readonly ObligationReport<N>[],
  options?: PageOptions,
): string => guarded(options, PAGE, ({ lang = 'zh' }) => calendarOf([reports].flat(), lang));

function calendarOf(reports: readonly AnyReport[], lang: Lang): string {
  const [first] = reports;
  const calendar = ical({
    name: visible(PICTURES[lang].calendar(first && reports.length === 1 ? unitNameOf(first) : '')),
    prodId: { company: 'zerenzhi', product: 'obligations', language: lang.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const report of reports)
    for (const obligation of report.obligations) {
      const due = dueOf(obligation, report);
      if (due) calendar.createEvent(eventOf(obligation, due, report, lang));
    }
  return `${calendar.toString().replaceAll(LATE_CATEGORIES, '$2$1')}\r\n`;
}

/** The standard has the properties of an event before its alarms; the library writes categories behind them. */
const LATE_CATEGORIES = /(?<=\r\n)(BEGIN:VALARM\r\n[\s\S]*?\r\nEND:VALARM\r\n)(CATEGORIES:[^\r]*(?:\r\n [^\r]*)*\r\n)/g;

interface Due {
  readonly at: Date;
  readonly allDay: boolean;
  /** Still to come on the day of judgement. */
  readonly coming: boolean;
}

/** When a duty is or was due; what was done in its time, once and for all, is due no more. */
function dueOf({ dueOn, status }: Obligation<Names>, { asOf }: AnyReport): Due | undefined {
  if (dueOn === undefined || status === 'not-applicable') return undefined;
  const allDay = isLocalDate(dueOn);
  const coming = (allDay ? startOfDay(dueOn) : msOf(dueOn)) > msOf(asOf);
  if (status === 'fulfilled' && !allDay && !coming) return undefined;
  // A day is the same day everywhere: it is read and written as one of UTC.
  return { at: new Date(dueOn), allDay, coming };
}

function eventOf(
  obligation: Obligation<Names>,
  { at, allDay, coming }: Due,
  report: AnyReport,
  lang: Lang,
): ICalEventData {
  const { unit, asOf } = report;
  const { provision, system, towards, occasion, incident, status } = obligation;
  const [say, calendar] = [REPORT[lang], PICTURES[lang]];
  const subjects = [
    ...(system === undefined ? [] : [['system', say.system, system, named(report.names.systems, system)]]),
    ...(towards === undefined ? [] : [['unit', say.unit, towards, named(report.names.units, towards)]]),
    ...(occasion ? [[occasion.kind, say[occasion.kind], occasion.id, occasion.name ?? occasion.id]] : []),
    ...(incident === undefined ? [] : [['incident', say.incident, incident, incident]]),
  ] as [kind: string, word: string, id: string, name: string][];
  const about = [
    say.labelled(say.asOf(asOfText(asOf)), say.obligation[status]),
    ...(unit === undefined ? [] : [say.labelled(say.unit, unitNameOf(report))]),
    ...subjects.map(([, word, , name]) => say.labelled(word, name)),
    formatCitation(wordsOf(report, obligation), lang),
  ];
  return {
    id: identity([unit ?? '', provision, ...subjects.flatMap(([kind, , id]) => [kind, id])]),
    stamp: new Date(msOf(asOf)),
    start: at,
    allDay,
    summary: visible(
      calendar.event(
        status === 'fulfilled' ? '' : say.obligation[status],
        actionText(report, obligation, lang),
        subjects.map(([, word, , name]) => `${word} ${name}`).join(' '),
      ),
    ),
    description: about.map(visible).join('\n'),
    categories: [{ name: say.obligation[status] }],
    transparency: ICalEventTransparency.TRANSPARENT,
    alarms: coming ? [{ type: ICalAlarmType.display, trigger: allDay ? AHEAD.day : AHEAD.instant }] : [],
  };
}

const identity = (parts: readonly string[]): string => `${parts.map(encodeURIComponent).join('/')}@zerenzhi`;
