import { deepFreeze } from '../diagnostics/plain-data.js';
import type { Bound } from '../policy/create-policy.js';
import type { Names } from '../policy/names.js';
import type { Proposal } from './assessment.js';

const known = new WeakMap<Bound, readonly Proposal<Names>[]>();

/** Who may propose depends on the law alone: results share it, and it is frozen. */
export function proposalsOf(bound: Bound): readonly Proposal<Names>[] {
  const made = known.get(bound) ?? deepFreeze(make(bound));
  known.set(bound, made);
  return made;
}

function make({ regulation, placed }: Bound): Proposal<Names>[] {
  const named = (id: string) => ({
    id,
    label: (regulation.bodies[id] ?? regulation.bearers[id])?.label ?? { zh: id, en: id },
  });
  return placed.flatMap(({ provision }) => {
    if (provision.kind !== 'power' || !provision.proposes) return [];
    const { id, holder, to = [], label } = provision;
    return [{ provision: id, holder: named(holder), to: to.map(named), label }];
  });
}
