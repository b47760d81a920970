import type { Duty, Provision, Regulation, Rhythm } from './schema.js';

/** A duty, or what may be one. */
type MaybeDuty = Pick<Duty, 'kind' | 'rhythm'> | Exclude<Provision, Duty>;
type Keyed<Key extends string> = Extract<Rhythm, { readonly [key in Key]: unknown }>;

/** How an incident calls up a duty: whom it is owed to, and the facts that tell its state and its time. */
export type Call = Keyed<'incident'>['incident'];

/** How an incident calls up a duty, if it is one that incidents do. */
export const callOf = (provision: MaybeDuty): Call | undefined => keyed(provision, 'incident')?.incident;

/** Whether an incident calls up a duty of a body: whichever unit it concerns. */
export const isOfBody = ({ bodies }: Pick<Regulation, 'bodies'>, provision: Provision): boolean =>
  callOf(provision) !== undefined && 'bearer' in provision && Object.hasOwn(bodies, provision.bearer ?? '');

/** The term that says how often a duty is due, if it is due at intervals. */
export const intervalOf = (provision: MaybeDuty): string | undefined => keyed(provision, 'every')?.every;

function keyed<Key extends 'incident' | 'every'>(provision: MaybeDuty, key: Key): Keyed<Key> | undefined {
  if (provision.kind !== 'duty' || typeof provision.rhythm !== 'object') return undefined;
  return key in provision.rhythm ? (provision.rhythm as Keyed<Key>) : undefined;
}
