import type { Truth } from '../logic/truth.js';
import type { Step } from './chain.js';
import type { Reach, Reaching } from './subject.js';

/**
 * Whether accountability reaches a step: met if something that is met certainly reaches it, open if something that may
 * be met may reach it.
 */
export function reached(reach: Reach | undefined, step: Step): { readonly reached?: Truth } {
  if (reach === undefined) return {};
  const met = ({ status, trace }: Reaching) => status === 'met' && trace.certain.includes(step);
  const open = ({ status, trace }: Reaching) => status !== 'unmet' && trace.possible.includes(step);
  return { reached: reach.some(met) ? 'met' : reach.some(open) ? 'undetermined' : 'unmet' };
}
