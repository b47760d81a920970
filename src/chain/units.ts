import { UNMET } from '../logic/truth.js';
import { heldDuring } from '../model/period.js';
import { CAPACITIES } from '../model/register.js';
import { provisionsIn } from '../policy/law.js';
import type { Names } from '../policy/names.js';
import type { LocatedProvision } from '../policy/standing.js';
import type { Capacity } from '../regulation/schema.js';
import type { ChainBody, ConcernedUnit } from './chain.js';
import { type ChainSubject, caseOfUnit, type Notes, nameOfUnit, note } from './subject.js';

/** The units concerned, with what each is to the system and the provisions that say so. */
export function concernedUnits(subject: ChainSubject, notes: Notes): ConcernedUnit<Names>[] {
  const { law, register, units, systems } = subject;
  const found = new Map<string, Capacity[]>(units.map(({ id }) => [id, []]));
  for (const recorded of systems.flatMap((id) => register.system(id) ?? []))
    for (const capacity of CAPACITIES) {
      const having = register.unitsOf(recorded, capacity, subject.period);
      if (having === undefined || (having.length === 0 && capacity !== 'using'))
        note(notes, 'organization/no-unit', `systems.${recorded.id}`, recorded.id, { expected: capacity });
      for (const id of having ?? []) found.set(id, [...new Set([...(found.get(id) ?? []), capacity])]);
    }
  for (const { id, stated } of units) if (stated) found.set(id, [...stated]);
  for (const id of found.keys())
    if (heldDuring([register.unit(id) ?? {}], subject.period) === UNMET)
      note(notes, 'organization/not-there', id, register.unit(id)?.name ?? id);
  const provisions = provisionsIn(law);
  const principles = (capacity: Capacity) =>
    provisions.filter(({ provision }) => provision.kind === 'principle' && provision.capacity === capacity);
  const direct = provisions.filter(
    ({ provision }) => provision.kind === 'designation' && provision.bearer !== undefined && !provision.post,
  );
  return [...found].map(([id, capacities]) => {
    const bears = ({ provision }: LocatedProvision) => law.bears(provision.id).truth(caseOfUnit(subject, id)) !== UNMET;
    const entries = capacities.length === 0 ? direct.filter(bears) : capacities.flatMap(principles);
    return {
      unit: id,
      ...nameOfUnit(subject, id),
      capacities,
      provisions: entries.map(({ provision }) => provision.id),
    };
  });
}

/** The bodies above and beside the units, with the units that have their roles. */
export function bodiesOf(
  subject: ChainSubject,
  concerned: readonly ConcernedUnit<Names>[],
  notes: Notes,
): ChainBody<Names>[] {
  const { rules, register, law } = subject;
  const there = Object.entries(rules.regulation.bodies).filter(([, { provision }]) => law.has(provision));
  return there.map(([body, { label, provision, leads }]) => {
    const unit = register.seatOf(body);
    if (unit === undefined) note(notes, 'organization/no-body', `bodies.${body}`, label.zh, { provision });
    // In an incident, a body that the text seats in a unit concerned would judge its own host.
    if (subject.time !== undefined && register.seats.has(body) && concerned.some((each) => each.unit === unit))
      note(notes, 'organization/own-cause', `bodies.${body}`, label.zh, { provision });
    return {
      body,
      label,
      ...(unit !== undefined && { unit, ...nameOfUnit(subject, unit) }),
      provision,
      ...(leads && { leads }),
    };
  });
}
