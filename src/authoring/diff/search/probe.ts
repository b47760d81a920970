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
export function probe(
  regulation: Regulation,
  provision: string,
  { document, value, asOf, rulings, profile }: Omit<Case, 'unknown'>,
): string | undefined {
  try {
    const policy = policyWith(regulation, rulings, profile);
    return document === 'incident'
      ? ofIncident(provision, assessIncident(value as unknown, { policy, asOf }), regulation)
      : ofUnit(provision, checkUnitObligations(value as unknown, { policy, asOf }));
  } catch (error) {
    if (error instanceof ZerenzhiError) return undefined;
    throw error;
  }
}

function ofIncident(id: string, assessment: ReturnType<typeof assessIncident>, { articles }: Regulation): string {
  const { by, open }: { readonly by: readonly string[]; readonly open: readonly string[] } = assessment.accountability;
  const kinds = articles.flatMap(({ provisions }) => provisions.flatMap((each) => (each.id === id ? [each.kind] : [])));
  // The outcome alone is worked out at once, and findings when they are read.
  if (kinds.includes('accountability')) return by.includes(id) ? 'met' : open.includes(id) ? 'undetermined' : 'unmet';
  const responses: readonly { readonly provision: string; readonly status: string }[] = assessment.responses;
  return responses.find(({ provision }) => provision === id)?.status ?? NONE;
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
export function policyWith(
  regulation: Regulation,
  rulings: Case['rulings'],
  profile: string | undefined,
): Policy<Names> {
  const known = policies(regulation);
  const key = JSON.stringify([rulings, profile]);
  const policy = known.get(key) ?? createPolicy({ regulation, rulings, ...(profile !== undefined && { profile }) });
  known.set(key, policy);
  return policy;
}
