import { type FactValue, isBounds } from '../logic/operators.js';
import { HOUR_MS } from '../regulation/dates.js';
import type { FactDefinition } from '../regulation/schema.js';

const MINUTE_MS = 60 * 1000;

/**
 * Between which hours something lies, as worked out from times that are known to a day or a minute, without the seconds
 * that nobody has told: from the minute below to the minute above. A bound stays as it is where that would hide on which
 * side of a limit it lies.
 */
export function toTheMinute(value: FactValue, { derive }: FactDefinition, limits: readonly unknown[] = []): FactValue {
  if (!derive || typeof value !== 'object' || !isBounds(value)) return value;
  const { atLeast, atMost } = value;
  return {
    ...(atLeast !== undefined && { atLeast: rounded(atLeast, Math.floor, limits) }),
    ...(atMost !== undefined && { atMost: rounded(atMost, Math.ceil, limits) }),
  };
}

function rounded(hours: number, round: (minutes: number) => number, limits: readonly unknown[]): number {
  if (hours < 1) return hours;
  const minutes = round(Math.round(hours * HOUR_MS) / MINUTE_MS);
  const near = (minutes * MINUTE_MS) / HOUR_MS;
  const [low, high] = near < hours ? [near, hours] : [hours, near];
  return limits.some((limit) => typeof limit === 'number' && low <= limit && limit <= high) ? hours : near;
}
