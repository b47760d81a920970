import { once } from '../diagnostics/once.js';
import { type Stated, spansOf } from '../model/fact-values.js';
import { type IncidentReading, nothingSaid, type Said } from '../model/incident-reader.js';
import { CAPACITIES } from '../model/register.js';
import type { Ruleset } from '../policy/create-policy.js';
import type { Setting } from './options.js';
import { periodOf } from './when.js';

// An incident may concern several units and several systems. Each unit is judged by itself, since all elements of a
// provision must lie with one and the same; so is each system, since what was attacked must be what went down.

/** What is said of an incident as it concerns one unit, by one of its systems. */
export interface CaseReading extends Said {
  readonly account: IncidentReading;
  /** Absent where it is not known which unit it was. */
  readonly unit?: string | undefined;
  readonly system?: string | undefined;
}

/** A case as it was said, with what is said of its unit and of its system alone, the unit's first. */
export interface Placed {
  readonly reading: CaseReading;
  readonly entries: readonly Subject[];
}

/**
 * The cases of an incident: each unit it names; somebody not named, while none of those is known to have had a part;
 * and every unit that the register connects with a system, whose part is open.
 */
export function readingsOf(setting: Setting, account: IncidentReading): Placed[] {
  const { part } = setting.rules;
  const [units, systems] = [account.units ?? [], account.systems ?? []];
  // Named without more, a unit had a part: that is what naming it says.
  if (part >= 0) for (const unit of units) if (!isTold(unit, setting.rules, part)) unit.values[part] = true;
  const isKnown = units.some(({ values }) => part < 0 || values[part] === true);
  const places = systems.length === 0 ? [undefined] : systems.map((said, i) => ({ said, path: `systems[${i}]` }));
  const subjects: Subject[] = [
    ...units.map((said, i) => ({ said, path: `units[${i}]` })),
    ...(isKnown ? [] : [{ said: nobodyNamed(setting.rules, part) }]),
    ...(part < 0 ? [] : candidates(setting, account)),
  ];
  return subjects.flatMap((unit) =>
    places.map((system) => ({
      reading: overlaid(setting.rules, account, system?.said, unit.said),
      entries: system ? [unit, system] : [unit],
    })),
  );
}

/** What is said of a unit or a system alone, and where; nowhere where the incident does not name it. */
interface Subject {
  readonly said: Said;
  readonly path?: string;
}

/** Whether something was said of a fact: a value, or that it is not known. */
const isTold = ({ values, unknown }: Stated, { plan }: Ruleset, fact: number): boolean =>
  values[fact] !== undefined || unknown?.includes(plan.facts[fact]?.name ?? '') === true;

/** Whoever it was had a part. */
function nobodyNamed({ plan }: Ruleset, part: number): Said {
  const said = nothingSaid(plan);
  if (part >= 0) said.values[part] = true;
  return said;
}

/** The units that stand in a relation to a system and are not named: whether they had a part is open. */
function candidates(
  { rules, register, asOf }: Setting,
  { units = [], systems = [], times }: IncidentReading,
): Subject[] {
  const named = new Set(units.map(({ id }) => id));
  const period = once(() => periodOf(rules, spansOf(rules.plan, times, asOf.ms)));
  const related = systems.flatMap(({ id }) => {
    const system = register.system(id ?? '');
    return system ? CAPACITIES.flatMap((capacity) => register.unitsOf(system, capacity, period()) ?? []) : [];
  });
  return [...new Set(related)]
    .filter((id) => !named.has(id))
    .map((id) => ({ said: { ...nothingSaid(rules.plan), id } }));
}

/** What is said of a unit goes before what is said of a system, and that before what is said of the incident. */
function overlaid({ plan }: Ruleset, account: IncidentReading, system: Said | undefined, unit: Said): CaseReading {
  const reading = {
    values: account.values.slice(),
    times: account.times.slice(),
    findings: account.findings.slice(),
    unknown: [...(account.unknown ?? [])],
  };
  for (const said of system ? [system, unit] : [unit]) {
    overlay(reading.values, said.values);
    overlay(reading.times, said.times);
    overlay(reading.findings, said.findings);
    for (const name of said.unknown ?? []) {
      reading.unknown.push(name);
      const [fact, term] = [plan.index(name), plan.terms.indexOf(name)];
      if (fact >= 0) reading.values[fact] = reading.times[fact] = undefined;
      if (term >= 0) reading.findings[term] = undefined;
    }
  }
  return {
    account,
    ...(account.id !== undefined && { id: account.id }),
    unit: unit.id,
    system: system?.id,
    ...reading,
  };
}

function overlay<T>(below: (T | undefined)[], above: readonly (T | undefined)[]): void {
  for (let i = 0; i < above.length; i++) if (above[i] !== undefined) below[i] = above[i];
}
