import { oncePer } from '../diagnostics/once.js';
import { deepFreeze } from '../diagnostics/plain-data.js';
import type { Ruleset } from '../policy/create-policy.js';
import type { Names } from '../policy/names.js';
import type { Proposal } from './assessment.js';

/** Who may propose depends on the law alone: results share it, and it is frozen. */
export const proposalsOf = oncePer(({ regulation, located }: Ruleset): readonly Proposal<Names>[] => {
  const named = (id: string) => ({
    id,
    label: (regulation.bodies[id] ?? regulation.bearers[id])?.label ?? { zh: id, en: id },
  });
  return deepFreeze(
    located.flatMap(({ provision }) => {
      if (provision.kind !== 'power' || !provision.proposes) return [];
      const { id, holder, to = [], label } = provision;
      return [{ provision: id, holder: named(holder), to: to.map(named), label }];
    }),
  );
});
