import { assessIncident } from '../../../assessment/assess-incident.js';
import { ZerenzhiError } from '../../../diagnostics/diagnostics.js';
import { oncePer } from '../../../diagnostics/once.js';
import { checkUnitObligations } from '../../../obligations/check-unit-obligations.js';
import { createPolicy, type Policy } from '../../../policy/create-policy.js';
import type { Names } from '../../../policy/names.js';
import type { Regulation } from '../../../regulation/schema.js';
import type { Case } from '../result.js';

/** No such provision, or no such duty of the unit. */
export const NONE = 'none';

/** How a provision comes out of a case, through the functions that everybody calls; nothing where the case is refused. */
export function outcomeOf(
  regulation: Regulation,
  provision: string,
  { document, value, asOf, rulings, profile }: Omit<Case, 'unknown'>,
): string | undefined {
  try {
    const policy = policyOf(regulation, rulings, profile);
    return document === 'incident'
      ? ofIncident(provision, assessIncident(value as unknown, { policy, asOf }))
      : ofUnit(provision, checkUnitObligations(value as unknown, { policy, asOf }));
  } catch (error) {
    if (error instanceof ZerenzhiError) return undefined;
    throw error;
  }
}

function ofIncident(id: string, { findings, responses }: ReturnType<typeof assessIncident>): string {
  const all: readonly { readonly provision: string; readonly status: string }[] = [...findings, ...responses];
  return all.find(({ provision }) => provision === id)?.status ?? NONE;
}

function ofUnit(id: string, { obligations }: ReturnType<typeof checkUnitObligations>): string {
  const all: readonly { readonly provision: string; readonly status: string }[] = obligations.flatMap((each) => [
    ...(each.phrase?.duties ?? []),
    each,
  ]);
  return all.find(({ provision }) => provision === id)?.status ?? NONE;
}

const policies = oncePer((_: Regulation) => new Map<string, Policy<Names>>());

/** The policy of some rulings; many cases are of one. */
export function policyOf(regulation: Regulation, rulings: Case['rulings'], profile: string | undefined): Policy<Names> {
  const known = policies(regulation);
  const key = JSON.stringify([rulings, profile]);
  const policy = known.get(key) ?? createPolicy({ regulation, rulings, ...(profile !== undefined && { profile }) });
  known.set(key, policy);
  return policy;
}
