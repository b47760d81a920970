import type { Lang } from '../language.js';
import { TIMES } from '../messages/times.js';
import { ONGOING, parseTime, type WrittenDuration, type WrittenInterval, type WrittenTime } from '../model/time.js';
import { localInstant } from '../regulation/dates.js';

/** A time as people read it, in the regulation's zone, wherever it was written down. */
export function timeText(time: WrittenTime, lang: Lang): string {
  const say = TIMES[lang];
  if (!isDuration(time)) return intervalText(time, lang);
  const { began, ended } = time;
  const start = began === undefined ? say.unknown : intervalText(began, lang);
  if (ended === ONGOING) return say.ongoing(start);
  return say.lasted(start, ended === undefined ? say.unknown : intervalText(ended, lang));
}

const isDuration = (time: WrittenTime): time is WrittenDuration =>
  typeof time === 'object' && ('began' in time || 'ended' in time);

function intervalText(time: WrittenInterval, lang: Lang): string {
  const say = TIMES[lang];
  const text = (moment: string) => say.date(momentText(moment));
  if (typeof time === 'string') return text(time);
  const { from, until } = time;
  if (from === undefined) return say.notAfter(text(until ?? ''));
  return until === undefined ? say.notBefore(text(from)) : say.between(text(from), text(until));
}

/** No offset, and no seconds where there are none; what is no moment stays as it is written. */
function momentText(text: string): string {
  const time = parseTime(text);
  if (!('from' in time) || time.from !== time.until) return text;
  return localInstant(time.from).slice(0, 19).replace('T', ' ').replace(/:00$/, '');
}
