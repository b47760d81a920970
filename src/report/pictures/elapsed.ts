import type { Lang } from '../../language.js';
import { PICTURES } from '../../messages/pictures.js';

const UNITS = [86_400_000, 3_600_000, 60 * 1000, 1000];

/** A stretch of time as people say it, in its two largest units. */
export function elapsed(ms: number, lang: Lang): string {
  const say = PICTURES[lang];
  if (ms === 0) return say.sameTime;
  if (ms < 1000) return say.moment;
  let left = ms;
  const parts = UNITS.map((unit, i) => {
    const count = Math.floor(left / unit);
    left -= count * unit;
    return { count, unit: say.units[i] as string };
  });
  const first = parts.findIndex(({ count }) => count > 0);
  const [shown, rest] = [parts.slice(first, first + 2), parts.slice(first + 2)];
  const about = left > 0 || rest.some(({ count }) => count > 0);
  return say.elapsed(
    shown.filter(({ count }) => count > 0).map(({ count, unit }) => `${count} ${unit}`),
    about,
  );
}
