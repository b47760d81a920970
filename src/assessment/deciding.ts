import { truthIn } from '../case/governing-law.js';
import { MET, OPEN } from '../logic/truth.js';
import type { CaseId, IncidentAssessment } from './assessment.js';
import { type Restored, restore } from './restore.js';

/** An assessment of whatever regulation, as far as its cases go. */
type Cases = Pick<IncidentAssessment, 'systems'> & {
  readonly units: readonly { readonly id?: string; readonly candidate?: true }[];
  readonly findings: readonly { readonly byUnit?: readonly CaseId[] }[];
};

/** The case that decides how a provision comes out, of all units and systems or of one unit, restored. */
export type Deciding = (provision: string, unit?: string) => Restored;

/** Restores the cases of an assessment: that which meets a provision decides it, else one that leaves it open. */
export function decidingCases(assessment: Cases, policy?: unknown): Deciding {
  const first = restore(assessment, policy);
  const { units, systems, findings } = assessment;
  const named = units.filter(({ candidate }) => !candidate).map(({ id }) => id);
  const judged = findings[0]?.byUnit?.map(({ unit }) => unit) ?? [];
  const ids = [...new Set([...named, ...judged])];
  if (ids.length <= 1 && systems.length <= 1) return () => first;
  const cases = ids.flatMap((unit) =>
    (systems.length > 0 ? systems : [{}]).map(({ id: system }: { readonly id?: string }) => {
      const which = { ...(unit !== undefined && { unit }), ...(system !== undefined && { system }) };
      return { unit, restored: restore(assessment, policy, which) };
    }),
  );
  return (provision, unit) => {
    // What is not there is refused where its reason is asked for.
    if (!first.rules.located.some((each) => each.provision.id === provision)) return first;
    const own = unit === undefined ? cases : cases.filter((each) => each.unit === unit);
    const truthOf = ({ restored }: (typeof cases)[number]) => truthIn(restored, provision);
    const decisive = [MET, OPEN].flatMap((truth) => own.find((each) => truthOf(each) === truth) ?? []);
    return (decisive[0] ?? own[0])?.restored ?? first;
  };
}
