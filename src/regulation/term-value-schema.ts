import * as z from 'zod/mini';
import { once } from '../diagnostics/once.js';
import { basics, passing } from './basic-schemas.js';

/**
 * A value for a term: thresholds by name, or an interval, from a day until another, with its source. Nothing is not much
 * of anything, so no threshold is nought.
 */
export const termValueSchema = once(() => {
  const { bilingual, condition, localDate, making, source } = basics();
  return z.catchall(
    z.object({
      ...making,
      from: z.optional(localDate),
      until: z.optional(localDate),
      every: z.optional(z.string()),
      on: z.optional(z.array(z.string()).check(passing((list) => list.length > 0, 'input/out-of-range', '≥ 1'))),
      cases: z.optional(
        z
          .array(z.strictObject({ when: condition, every: z.string() }))
          .check(passing((list) => list.length > 0, 'input/out-of-range', '≥ 1')),
      ),
      settles: z.optional(z.enum(['met', 'unmet'])),
      source: z.optional(source),
      because: z.optional(bilingual),
    }),
    z.number().check(passing((limit) => limit > 0, 'input/out-of-range', '> 0')),
  );
});
