import type { Regulation } from '../../regulation/schema.js';

/** What either of two regulations has names for, as a case needs them. */
export const eitherOf = (before: Regulation, after: Regulation): Regulation => ({
  ...after,
  facts: { ...before.facts, ...after.facts },
  terms: { ...before.terms, ...after.terms },
  questions: { ...before.questions, ...after.questions },
  unitKinds: { ...before.unitKinds, ...after.unitKinds },
  bodies: { ...before.bodies, ...after.bodies },
  roles: { ...before.roles, ...after.roles },
});
