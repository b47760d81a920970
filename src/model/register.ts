import { oncePer } from '../diagnostics/once.js';
import type { FactValue } from '../logic/operators.js';
import type { Capacity, Regulation } from '../regulation/schema.js';
import type { OrganizationBase, System, Unit } from './organization.js';

/** An organization that can be asked: who is what to whom. */
export interface Register {
  readonly organization: OrganizationBase;
  unit(id: string): Unit | undefined;
  system(id: string): System | undefined;
  /** The unit that has a body's role: as recorded, or else where the text seats the body. */
  seatOf(body: string): string | undefined;
  /** Where the text itself seats a body: in the unit of another one. */
  readonly seats: ReadonlyMap<string, string>;
  /** The units of a system in a capacity; absent where the register does not say. */
  unitsOf(system: System, capacity: Capacity): readonly string[] | undefined;
  /** The value the register gives for a fact of a unit, of a system, or of the relation between them. */
  value(source: string, unit: string | undefined, system: string | undefined): FactValue;
}

export const CAPACITIES: readonly Capacity[] = ['managing', 'operating', 'using'];

export function registerOf(regulation: Regulation, organization: OrganizationBase): Register {
  const units = new Map((organization.units ?? []).map((unit) => [unit.id, unit]));
  const systems = new Map((organization.systems ?? []).map((system) => [system.id, system]));
  const { seats, operator } = arrangementOf(regulation);
  const bodies: { [body: string]: string | undefined } = organization.bodies ?? {};
  const seatOf = (body: string): string | undefined => bodies[body] ?? bodies[seats.get(body) ?? ''];
  const bodiesOf = (unit: string) => Object.keys(regulation.bodies).filter((body) => seatOf(body) === unit);
  /** A body that is recorded nowhere may be anywhere. */
  const bodiesAt = (unit: string): FactValue => {
    const has = bodiesOf(unit);
    const lacks = Object.keys(regulation.bodies).filter((body) => ![undefined, unit].includes(seatOf(body)));
    return has.length + lacks.length === Object.keys(regulation.bodies).length ? has : { has, lacks };
  };
  const unitsOf = (system: System, capacity: Capacity): readonly string[] | undefined => {
    if (capacity === 'managing') return listed(system.managedBy);
    if (capacity === 'using') return system.usedBy;
    return listed(system.operatedBy ?? (system.schoolLevel && operator !== undefined ? seatOf(operator) : undefined));
  };
  return {
    organization,
    unit: (id) => units.get(id),
    system: (id) => systems.get(id),
    seatOf,
    seats,
    unitsOf,
    value: (source, unitId, systemId) => {
      const system = systems.get(systemId ?? '');
      if (source === 'system.kind') return system?.kind;
      if (source === 'system.level') return system?.level;
      if (unitId === undefined) return undefined;
      if (source === 'unit.kind') return units.get(unitId)?.kind;
      if (source === 'unit.bodies') return organization.bodies && units.has(unitId) ? bodiesAt(unitId) : undefined;
      if (!system) return undefined;
      if (source === 'system.managed') return system.managedBy === undefined ? undefined : system.managedBy === unitId;
      if (source === 'system.tenure') return tenure(system, unitId);
      return relation(
        CAPACITIES.map((capacity) => [capacity, unitsOf(system, capacity)] as const),
        unitId,
      );
    },
  };
}

const listed = (unit: string | undefined): readonly string[] | undefined => (unit === undefined ? undefined : [unit]);

/** What the text itself arranges: where it seats a body, and which body operates school-level systems. */
interface Arrangement {
  readonly seats: ReadonlyMap<string, string>;
  readonly operator: string | undefined;
}

const arrangementOf = oncePer((regulation: Regulation): Arrangement => {
  const seats = new Map<string, string>();
  let operator: string | undefined;
  for (const { provisions } of regulation.articles)
    for (const provision of provisions) {
      if (provision.kind === 'designation' && provision.seat !== undefined && provision.body !== undefined)
        seats.set(provision.body, provision.seat);
      if (provision.kind === 'duty' && provision.operates !== undefined) operator ??= provision.bearer;
    }
  return { seats, operator };
});

function tenure(system: System, unit: string): FactValue {
  if (system.ownedBy === unit) return 'own';
  if (system.hostedFor?.includes(unit)) return 'hosted';
  return system.ownedBy === undefined ? undefined : 'none';
}

function relation(
  capacities: readonly (readonly [Capacity, readonly string[] | undefined])[],
  unit: string,
): FactValue {
  const having = (wanted: boolean) =>
    capacities
      .filter(([, units]) => units !== undefined && units.includes(unit) === wanted)
      .map(([capacity]) => capacity);
  const [has, lacks] = [having(true), having(false)];
  return has.length + lacks.length === CAPACITIES.length ? has : { has, lacks };
}
