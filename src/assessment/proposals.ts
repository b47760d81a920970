import type { IncidentCase, IncidentCases } from '../case/incident-case.js';
import type { Reach } from '../chain/subject.js';
import { verbatim } from '../language.js';
import { MET } from '../logic/truth.js';
import type { Names } from '../policy/names.js';
import type { Power, Regulation } from '../regulation/schema.js';
import type { Proposal } from './assessment.js';

/** Who may propose accountability, where somebody may be meant whom the power is about. */
export function proposalsOf(cases: IncidentCases, reachOf: (incidentCase: IncidentCase) => Reach): Proposal<Names>[] {
  const [{ law, rules }] = cases;
  const named = nameIn(rules.regulation);
  return law.located.flatMap(({ provision }) => {
    if (provision.kind !== 'power' || !provision.proposes || !law.has(provision.id)) return [];
    const { id, holder, to = [], label, about } = provision;
    if (about && !cases.some((each) => mayMean(each, about, reachOf(each)))) return [];
    return [{ provision: id, holder: named(holder), to: to.map(named), label: { ...label } }];
  });
}

const nameIn =
  ({ bodies, bearers }: Regulation) =>
  (id: string) => ({ id, label: { ...((bodies[id] ?? bearers[id])?.label ?? verbatim(id)) } });

/** Whether something that is met or open may reach a holder of a post, or a party concerned who may be one. */
function mayMean(
  { law, input, incident }: IncidentCase,
  { affiliations, unless = {} }: NonNullable<Power['about']>,
  reach: Reach,
): boolean {
  const { parties = [] } = incident.account;
  const isOther = (affiliation: string | undefined) => affiliation !== undefined && !affiliations.includes(affiliation);
  const areOthers = parties.length > 0 && parties.every(({ affiliation }) => isOther(affiliation));
  return reach.some(({ provision, status, trace }) => {
    if (status === 'unmet') return false;
    if (trace.possible.some((step) => step !== 'party')) return true;
    const excluded = unless[provision];
    return !areOthers && !(excluded && law.rule(excluded).truth(input) === MET);
  });
}
