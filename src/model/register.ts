import { oncePer } from '../diagnostics/once.js';
import type { FactValue } from '../logic/operators.js';
import { allOf, MET, OPEN, UNMET, type Value } from '../logic/truth.js';
import type { Capacity, Regulation } from '../regulation/schema.js';
import { type OrganizationBase, type System, type Tenure, type Unit, unitOf } from './organization.js';
import { heldDuring, type Period } from './period.js';

/** An organization that can be asked: who is what to whom. */
export interface Register {
  readonly organization: OrganizationBase;
  unit(id: string): Unit | undefined;
  system(id: string): System | undefined;
  /** The unit that has a body's role: as recorded, or else where the text seats the body. */
  seatOf(body: string): string | undefined;
  /** Where the text itself seats a body: in the unit of another one. */
  readonly seats: ReadonlyMap<string, string>;
  /** The units that may have had a capacity in a system at a time; absent where the register does not say. */
  unitsOf(system: System, capacity: Capacity, period: Period): readonly string[] | undefined;
  /** Whether a system may have been a unit's at a time, in whatever way. */
  connects(system: System, unit: string, period: Period): boolean;
  /** The value the register gives for a fact of a unit, of a system, or of the relation between them at a time. */
  value(source: string, unit: string | undefined, system: string | undefined, when: () => Period): FactValue;
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
  const tenuresOf = (system: System, capacity: Capacity): readonly Tenure[] | undefined => {
    if (capacity === 'managing') return listed(system.managedBy);
    if (capacity === 'using') return system.usedBy;
    return listed(system.operatedBy ?? (system.schoolLevel && operator !== undefined ? seatOf(operator) : undefined));
  };
  /** Whether a unit had its place at a time: itself there, and in its place in the system. */
  const had = (tenures: readonly Tenure[], unit: string, period: Period): Value => {
    const mine = tenures.flatMap((tenure) =>
      unitOf(tenure) !== unit ? [] : typeof tenure === 'string' ? [{}] : [tenure],
    );
    return allOf([heldDuring(mine, period), heldDuring([units.get(unit) ?? {}], period)]);
  };
  const unitsOf: Register['unitsOf'] = (system, capacity, period) => {
    const tenures = tenuresOf(system, capacity);
    return tenures && [...new Set(tenures.map(unitOf))].filter((unit) => had(tenures, unit, period) !== UNMET);
  };
  /** How a system was a unit's at a time; open where the register does not say. */
  const hadIn = (tenures: readonly Tenure[] | undefined, unit: string, period: Period): Value =>
    tenures === undefined ? OPEN : had(tenures, unit, period);
  return {
    organization,
    unit: (id) => units.get(id),
    system: (id) => systems.get(id),
    seatOf,
    seats,
    unitsOf,
    connects: (system, unit, period) =>
      heldDuring([system], period) !== UNMET &&
      [listed(system.ownedBy), system.hostedFor, ...CAPACITIES.map((capacity) => tenuresOf(system, capacity))].some(
        (tenures) => tenures !== undefined && had(tenures, unit, period) !== UNMET,
      ),
    value: (source, unitId, systemId, when) => {
      const system = systems.get(systemId ?? '');
      if (source === 'system.kind') return system?.kind;
      if (source === 'system.level') return system?.level;
      if (unitId === undefined) return undefined;
      if (source === 'unit.kind') return units.get(unitId)?.kind;
      if (source === 'unit.bodies') return organization.bodies && units.has(unitId) ? bodiesAt(unitId) : undefined;
      if (!system) return undefined;
      const period = when();
      if (source === 'system.managed') return known(hadIn(listed(system.managedBy), unitId, period));
      if (source === 'system.tenure') {
        const [owns, hosts] = [listed(system.ownedBy), system.hostedFor ?? []].map((of) => hadIn(of, unitId, period));
        if (owns === MET) return 'own';
        if (hosts === MET) return owns === UNMET || system.ownedBy === undefined ? 'hosted' : undefined;
        return owns === UNMET && hosts === UNMET ? 'none' : undefined;
      }
      return relation(
        CAPACITIES.map((capacity) => [capacity, hadIn(tenuresOf(system, capacity), unitId, period)] as const),
      );
    },
  };
}

const known = (value: Value): boolean | undefined => (value === OPEN ? undefined : value === MET);

const listed = (tenures: System['managedBy']): readonly Tenure[] | undefined =>
  typeof tenures === 'string' ? [tenures] : tenures;

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

function relation(capacities: readonly (readonly [Capacity, Value])[]): FactValue {
  const being = (wanted: Value) => capacities.filter(([, value]) => value === wanted).map(([capacity]) => capacity);
  const [has, lacks] = [being(MET), being(UNMET)];
  return has.length + lacks.length === CAPACITIES.length ? has : { has, lacks };
}
