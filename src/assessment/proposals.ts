import { deepFreeze } from '../diagnostics/plain-data.js';
import type { Ruleset } from '../policy/create-policy.js';
import type { Law } from '../policy/law.js';
import type { Names } from '../policy/names.js';
import type { Regulation } from '../regulation/schema.js';
import type { Proposal } from './assessment.js';

type Proposals = readonly Proposal<Names>[];

const known = new WeakMap<Law, Proposals>();

/** Who may propose depends on the law alone: results share it, and it is frozen. */
export function proposalsOf({ regulation }: Ruleset, law: Law): Proposals {
  const made = known.get(law) ?? deepFreeze(proposalsIn(regulation, law));
  known.set(law, made);
  return made;
}

function proposalsIn(regulation: Regulation, law: Law): Proposals {
  const named = (id: string) => ({
    id,
    label: (regulation.bodies[id] ?? regulation.bearers[id])?.label ?? { zh: id, en: id },
  });
  return law.located.flatMap(({ provision }) => {
    if (provision.kind !== 'power' || !provision.proposes || !law.has(provision.id)) return [];
    const { id, holder, to = [], label } = provision;
    return [{ provision: id, holder: named(holder), to: to.map(named), label }];
  });
}
