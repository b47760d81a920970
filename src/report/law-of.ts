import { rulesetFor } from '../assessment/restore.js';
import { type Policy, type Ruleset, rulesetOf, standardPolicy } from '../policy/create-policy.js';
import type { Names } from '../policy/names.js';

/** The rules that a result was made by; of what names none, those of a policy that is given, or the shipped ones. */
export const lawOf = (
  result: { readonly policy: Policy<Names> } | undefined,
  policy: Policy<Names> | undefined,
): Ruleset => (result ? rulesetFor(result.policy, policy) : rulesetOf(policy ?? standardPolicy()));
