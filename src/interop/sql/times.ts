import { ONGOING } from '../../model/time.js';
import { LAST_MOMENT, localOffset } from '../../regulation/dates.js';
import type { TimeColumn } from './columns.js';
import type { Sql } from './dialect.js';

// Times as ISO 8601 writes them in a document, as the first or the last moment of each.

/** An end of the time at a path in a document, as an instant; `named`: a name for what is used more than once. */
export function endIn(
  document: string,
  { path, end, kind }: Pick<TimeColumn, 'path' | 'end' | 'kind'>,
  sql: Sql,
  named: (expression: string) => string,
): string {
  const text = (...keys: readonly string[]) => sql.jsonText(document, [...path, ...keys]);
  const isObject = (...keys: readonly string[]) => `${text(...keys)} LIKE '{%'`;
  const simple = (...keys: readonly string[]) => `CASE WHEN NOT (${isObject(...keys)}) THEN ${text(...keys)} END`;
  const last = end.endsWith('.until');
  const key = last ? 'until' : 'from';
  const ofEnd = end.startsWith('.ended');
  const open = instant(sql.text(new Date(LAST_MOMENT).toISOString()), sql);
  const written = ofEnd
    ? [`NULLIF(${simple('ended')}, ${sql.text(ONGOING)})`, text('ended', key)]
    : [simple(), text(key), ...(kind === 'lasting' ? [simple('began'), text('began', key)] : [])];
  const known = instant(momentOf(named(`COALESCE(${written.join(', ')})`), last || kind === 'deadline'), sql);
  // A moment has one end only.
  const unlessMoment = (whole: string) =>
    last ? `NULLIF(${whole}, ${endIn(document, { path, end: ofEnd ? '.ended' : '', kind }, sql, named)})` : whole;
  if (!ofEnd) return last ? unlessMoment(`COALESCE(${known}, CASE WHEN ${isObject()} THEN ${open} END)`) : known;
  const isOngoing = `${text('ended')} = ${sql.text(ONGOING)}`;
  const isUnknown = `COALESCE(${text('began')}, ${text('ended')}) IS NOT NULL`;
  return unlessMoment(
    `COALESCE(${known}, CASE WHEN ${last ? `${isOngoing} OR ${isUnknown}` : isOngoing} THEN ${open} END)`,
  );
}

const instant = (text: string, sql: Sql): string => `CAST(${text} AS ${sql.types.instant})`;

/** The first or the last moment of a time; the engine refuses what is not written so. */
function momentOf(text: string, last: boolean): string {
  const zone = localOffset;
  const has = (length: number) => `LENGTH(${text}) = ${length}`;
  const day = (date: string) => `${date} || '${last ? 'T23:59:59.999' : 'T00:00:00'}${zone}'`;
  const clock = `SUBSTR(${text}, 12, 5) || CASE WHEN SUBSTR(${text}, 17, 1) = ':' THEN SUBSTR(${text}, 17) ELSE ':00' || SUBSTR(${text}, 17) END`;
  const isOffset = ['%Z', '%+__:__', '%-__:__'].map((ending) => `${text} LIKE '${ending}'`).join(' OR ');
  return `CASE ${[
    `WHEN ${text} LIKE '____-__-__T__:__%' AND (${isOffset}) THEN SUBSTR(${text}, 1, 10) || 'T' || ${clock}`,
    `WHEN ${text} LIKE '____-__-___%__:__%' THEN SUBSTR(${text}, 1, 10) || 'T' || ${clock} || '${zone}'`,
    `WHEN ${has(10)} THEN ${day(text)}`,
    `WHEN ${has(7)} THEN ${day(`${text} || ${last ? `'-' || ${daysIn(text)}` : "'-01'"}`)}`,
    `WHEN ${has(4)} THEN ${day(`${text} || '${last ? '-12-31' : '-01-01'}'`)}`,
    `ELSE 'not ISO 8601: ' || ${text}`,
  ].join(' ')} END`;
}

/** How many days the month of a `YYYY-MM` has. */
function daysIn(text: string): string {
  const [year, month] = [`CAST(SUBSTR(${text}, 1, 4) AS INTEGER)`, `SUBSTR(${text}, 6, 2)`];
  const isLeap = `${year} % 4 = 0 AND (${year} % 100 <> 0 OR ${year} % 400 = 0)`;
  return `CASE WHEN ${month} = '02' THEN CASE WHEN ${isLeap} THEN '29' ELSE '28' END WHEN ${month} IN ('04', '06', '09', '11') THEN '30' ELSE '31' END`;
}
