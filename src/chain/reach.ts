import type { Truth } from '../logic/truth.js';
import { CAPACITIES } from '../model/register.js';
import type { Capacity } from '../regulation/schema.js';
import type { Step, Trace } from './chain.js';
import type { ChainSubject, Reach, Reaching } from './subject.js';

/** What a unit is to the system, and what it may still be. */
export interface Relation {
  readonly has: readonly Capacity[];
  readonly unknown: readonly Capacity[];
}

/**
 * Whether accountability reaches a step: met if something that is met certainly reaches it, open if something that may
 * be met may reach it.
 */
export function reached(reach: Reach | undefined, step: Step, relation?: Relation): { readonly reached?: Truth } {
  if (reach === undefined) return {};
  // Where any capacity will do, it need not be known which.
  const surely = ({ certain }: Trace['capacities']) =>
    !relation ||
    relation.has.some((capacity) => certain.includes(capacity)) ||
    (certain.length === CAPACITIES.length && relation.unknown.length > 0);
  const maybe = ({ possible }: Trace['capacities']) =>
    !relation || [...relation.has, ...relation.unknown].some((capacity) => possible.includes(capacity));
  const met = ({ status, trace }: Reaching) =>
    status === 'met' && trace.steps.certain.includes(step) && surely(trace.capacities);
  const open = ({ status, trace }: Reaching) =>
    status !== 'unmet' && trace.steps.possible.includes(step) && maybe(trace.capacities);
  return { reached: reach.some(met) ? 'met' : reach.some(open) ? 'undetermined' : 'unmet' };
}

/** What a unit is to the system: as the incident states it of its own unit, else as the register has it. */
export function relationOf(subject: ChainSubject, unit: string, has: readonly Capacity[]): Relation {
  const { register, system, unit: own, stated } = subject;
  if (unit === own && stated) return { has: CAPACITIES.filter((capacity) => stated.includes(capacity)), unknown: [] };
  const recorded = system === undefined ? undefined : register.system(system);
  const isOpen = (capacity: Capacity) => !recorded || register.unitsOf(recorded, capacity) === undefined;
  return { has, unknown: CAPACITIES.filter((capacity) => !has.includes(capacity) && isOpen(capacity)) };
}
