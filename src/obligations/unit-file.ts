import type { IncidentCase } from '../case/incident-case.js';
import type { Setting } from '../case/options.js';
import { oncePer } from '../diagnostics/once.js';
import { allReasons, type Reason } from '../logic/reason.js';
import type { Valuation } from '../logic/rule.js';
import { factReader, statedIn } from '../model/fact-schema.js';
import { type Given, nothingStated, type Stated, spansOf, valuationOf } from '../model/fact-values.js';
import { oneDay, type Period } from '../model/period.js';
import type { Register } from '../model/register.js';
import type { UnitRecord } from '../model/unit.js';
import type { Law } from '../policy/law.js';
import { endOfDay, startOfDay } from '../regulation/dates.js';
import type { FactDefinition, Regulation } from '../regulation/schema.js';

/** A unit's file, read and ready to be judged. */
export interface UnitCase extends Setting {
  readonly record: UnitRecord;
  /** The law as of the time of judgement. */
  readonly law: Law;
  /** The unit's systems; absent where nothing says which it has. */
  readonly systems: readonly string[] | undefined;
  /** The incidents on file; absent where nothing says whether there are any. */
  readonly incidents: readonly IncidentCase[] | undefined;
}

/**
 * The systems on the unit's file and those the register connects with it; unknown where the register leaves it open and
 * connects none.
 */
export function systemsOf(record: UnitRecord, register: Register, today: Period): readonly string[] | undefined {
  const own = record.systems?.map(({ id }) => id);
  const unit = record.id;
  const recorded = register.organization.systems;
  if (unit === undefined || recorded === undefined) return own;
  const connected = recorded.filter((system) => register.connects(system, unit, today)).map(({ id }) => id);
  const unclear = recorded.some((system) => system.ownedBy === undefined || system.managedBy === undefined);
  if (own === undefined && connected.length === 0 && unclear) return undefined;
  return [...new Set([...(own ?? []), ...connected])];
}

/** The law of a day, or of all days from one to another. */
export const lawOfDays = ({ rules }: Pick<UnitCase, 'rules'>, first: string, last = first): Law =>
  rules.law(startOfDay(first), endOfDay(last));

/** What the rules look at for a duty of the unit, or of the unit for one system. */
export function caseFor(file: UnitCase, system: string | undefined): Valuation {
  const cases = casesOf(file);
  const input = cases.get(system) ?? makeCase(file, system);
  cases.set(system, input);
  return input;
}

// Every duty that is owed for a system looks at the same case.
const casesOf = oncePer((_: UnitCase) => new Map<string | undefined, Valuation>());

function makeCase(file: UnitCase, system: string | undefined): Valuation {
  const { rules, record, register, asOf } = file;
  const { plan, policy } = rules;
  const systemRecord = record.systems?.find(({ id }) => id === system);
  const stated = statedOfUnit(file, record);
  plan.facts.forEach(({ name, definition }, i) => {
    if (definition.of === 'system') stated.values[i] = valueIn(systemRecord, name, definition, rules.regulation);
  });
  const findings = plan.terms.map((term) => systemRecord?.findings?.[term] ?? record.findings?.[term] ?? undefined);
  const registered = (source: string) => register.value(source, record.id, system, () => oneDay(asOf.day));
  const spans = spansOf(plan, stated.times, asOf.ms);
  return valuationOf(plan, { stated, findings, registered, spans, presume: policy.presume });
}

/** Whether another unit is such a bearer, as far as the register says. */
export function isBearer({ rules, register, law, asOf }: UnitCase, unit: string, bearer: string): Reason {
  const { plan, policy, regulation } = rules;
  const when = regulation.bearers[bearer]?.when;
  const registered = (source: string) => register.value(source, unit, undefined, () => oneDay(asOf.day));
  const input = valuationOf(plan, {
    stated: nothingStated(plan),
    findings: [],
    registered,
    spans: spansOf(plan, [], asOf.ms),
    presume: policy.presume,
  });
  return when ? law.rule(when).reason(input) : allReasons([]);
}

/** What a unit's file states of the unit itself. */
export function statedOfUnit({ rules: { plan, regulation }, register }: Setting, record: UnitRecord): Stated {
  const stated = nothingStated(plan);
  plan.facts.forEach(({ name, definition }, i) => {
    if (definition.of !== 'unit') return;
    const given = valueIn(record, name, definition, regulation);
    stated.values[i] = definition.source === 'unit.bodies' ? seated(given, register, record.id) : given;
  });
  return stated;
}

/** Bodies that a unit is said to have, with those that the text seats there and the register nowhere else. */
function seated(stated: Given, register: Register, unit: string | undefined): Given {
  if (typeof stated === 'object' && 'has' in stated) {
    const { has = [], lacks = [] } = stated;
    return { has: withSeats(has).filter((body) => !lacks.includes(body)), lacks };
  }
  return Array.isArray(stated) ? withSeats(stated as string[]) : stated;

  function withSeats(bodies: readonly string[]): readonly string[] {
    const isFree = (body: string) => [undefined, unit].includes(register.seatOf(body));
    const there = [...register.seats].flatMap(([body, seat]) => (bodies.includes(seat) && isFree(body) ? [body] : []));
    return [...new Set([...bodies, ...there])];
  }
}

/** The value a record states for a fact, as it is kept. */
const valueIn = (record: unknown, name: string, definition: FactDefinition, regulation: Regulation): Given => {
  const stated = statedIn(record, name, definition.of);
  return typeof stated === 'object' ? factReader(regulation, definition)(stated) : stated;
};
