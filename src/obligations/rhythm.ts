import type { Duration } from 'date-fns';
import type { Reason } from '../logic/reason.js';
import type { Valuation } from '../logic/rule.js';
import { MET, OPEN } from '../logic/truth.js';
import type { Law } from '../policy/law.js';
import { parseDuration } from '../regulation/dates.js';

/** How often a duty is due; without `every`, the reason says what leaves it open. */
export interface Rhythm {
  readonly every?: Duration;
  readonly reason: () => Reason;
}

/** The interval that a term has for this case. */
export function rhythmOf({ epochs, rule }: Law, term: string, input: Valuation): Rhythm {
  const value = epochs[0]?.value(term);
  const every = (text: string | undefined) => (text === undefined ? undefined : parseDuration(text));
  const fixed = every(value?.every);
  const open = () => termReason(term);
  if (fixed) return { every: fixed, reason: open };
  for (const { when, every: text } of value?.cases ?? []) {
    const truth = rule(when).truth(input);
    const duration = every(text);
    const reason = () => rule(when).reason(input);
    if (truth === MET && duration) return { every: duration, reason };
    if (truth === OPEN) return { reason };
  }
  return { reason: open };
}

/** A term without a measure: open, or as a person found it. */
export const termReason = (term: string, found?: boolean): Reason =>
  found === undefined
    ? { kind: 'term', truth: 'undetermined', term, by: 'none' }
    : { kind: 'term', truth: found ? 'met' : 'unmet', term, by: 'finding' };
