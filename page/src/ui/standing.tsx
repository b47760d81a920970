import type { ObligationStatus } from 'zerenzhi';
import { REPORT } from '../../../src/messages/report.js';
import type { State } from '../state.js';

/** How duties may stand, what needs attention first, each with a sign that is read without colour. */
export const SIGN: { readonly [status in ObligationStatus]: string } = {
  breached: '✕',
  overdue: '!',
  'due-soon': '◔',
  undetermined: '?',
  fulfilled: '✓',
  'not-applicable': '–',
};
export const STATUSES = Object.keys(SIGN) as readonly ObligationStatus[];

/** What needs attention first of some. */
export const worstOf = (statuses: readonly ObligationStatus[]): ObligationStatus =>
  STATUSES.find((status) => statuses.includes(status)) ?? 'not-applicable';

/** How a duty stands, as its sign and its word. */
export function Standing({ status, lang }: { readonly status: ObligationStatus; readonly lang: State['lang'] }) {
  return (
    <span class={`standing ${status}`}>
      <span aria-hidden="true">{SIGN[status]} </span>
      {REPORT[lang].obligation[status]}
    </span>
  );
}
