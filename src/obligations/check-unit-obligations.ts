import type { IncidentFacts, ObligationId, SystemFacts, UnitFacts } from '../../rules/generated/regulation.js';
import { type Response, responsesOf } from '../assessment/responses.js';
import { contradictedFindings, type Judged, judge, readOrganization, unknownSubjects } from '../case/judge.js';
import { lazily } from '../case/lazily.js';
import { type OpenPoint, openPointsOf, settler } from '../case/open-points.js';
import { type Diagnostic, diagnostic, refuse } from '../diagnostics/diagnostics.js';
import type { Case, Rule } from '../logic/compile.js';
import type { Citation } from '../logic/condition.js';
import type { Reason } from '../logic/reason.js';
import { allOf, MET, nameOf, OPEN, truthValue, UNMET } from '../logic/truth.js';
import { EVIDENCE, INCIDENTS, SYSTEMS } from '../messages/open-points.js';
import { type AsOf, readAsOf } from '../model/as-of.js';
import { statedIn } from '../model/fact-schema.js';
import { caseOf, type Given, nothingStated, type Stated } from '../model/fact-values.js';
import { contradictions, type IncidentBase } from '../model/incident.js';
import type { IncidentReading } from '../model/incident-reader.js';
import type { Organization, System } from '../model/organization.js';
import { CAPACITIES, type Register } from '../model/register.js';
import {
  type Evidence,
  type Inventory,
  type Omission,
  type UnitBase,
  type UnitRecord,
  unitFaults,
} from '../model/unit.js';
import { type Bound, bindingOf, type Policy } from '../policy/create-policy.js';
import type { Law, Placed } from '../policy/law.js';
import { addToDate, parseDuration, startOfDay } from '../regulation/dates.js';
import type { Bilingual, Duty } from '../regulation/schema.js';

type SystemRecord = {
  readonly id: string;
  readonly name?: string;
  readonly findings?: { readonly [term: string]: boolean | null } | null;
} & SystemFacts;
/** What is on file of a unit. Everything may be left out; a silent file proves no omission. */
export type UnitFile<Facts extends object = IncidentFacts> = UnitBase<IncidentBase & Facts> &
  UnitFacts & { readonly systems?: readonly SystemRecord[] };

export interface ObligationOptions<Facts extends object = IncidentFacts> {
  readonly policy?: Policy<Facts>;
  readonly organization?: Organization;
  /** The day of judgement (its end), or an instant; now by default. */
  readonly asOf?: string;
}

export type ObligationStatus = 'fulfilled' | 'due-soon' | 'overdue' | 'breached' | 'not-applicable' | 'undetermined';

/** One duty of the unit, for one system or incident where it is owed for each. */
export interface Obligation {
  readonly provision: ObligationId | (string & {});
  readonly action: Bilingual;
  readonly citation: Citation;
  /** `duty`: 应, 要, 需, or listed as a responsibility; `task`: 负责. Both oblige. */
  readonly force: 'duty' | 'task';
  readonly system?: string;
  readonly incident?: string;
  readonly status: ObligationStatus;
  /** Why the duty applies or not, and, where a measure of performance was asked, how it came out. */
  readonly reason: Reason;
  readonly evidence: readonly (Evidence | Omission | Inventory)[];
  /** The next day it is due, or was. */
  readonly dueOn?: string;
  readonly openPoints: readonly OpenPoint[];
}

export interface ObligationReport {
  readonly unit?: string;
  readonly asOf: string;
  readonly policy: Policy<object>;
  readonly obligations: readonly Obligation[];
  readonly counts: { readonly [status in ObligationStatus]: number };
  readonly openPoints: readonly OpenPoint[];
}

/** Days before a due day on which a duty counts as due soon. */
const SOON = { days: 30 };

/**
 * Checks every duty of a unit by its kind and the bodies whose role it has (Art. 5–8, 13): per system and per incident where it is owed
 * for each. No evidence leaves a duty undetermined; an established omission breaches it; overdue needs a fixed interval or day.
 *
 * @param unit what is on file; days as `YYYY-MM-DD`
 * @throws ZerenzhiError with every fault of the file, the organization or the options
 * @example
 * const report = checkUnitObligations({ id: 'college-a', kind: 'college', evidence: [{ obligation: 'art7.p2.i3.plan', on: '2024-03-01' }] });
 */
export function checkUnitObligations<Facts extends object = IncidentFacts>(
  unit: UnitFile<NoInfer<Facts>>,
  options: ObligationOptions<Facts> = {},
): ObligationReport {
  const bound = bindingOf(options.policy);
  const asOf = readAsOf(options.asOf);
  const { placed } = bound;
  const { register, faults } = readOrganization(bound, options.organization);
  const recorded = (register.organization.systems ?? []).map(({ id }) => id);
  const duties = placed.flatMap(({ provision }) => (provision.kind === 'duty' ? [provision] : []));
  refuse([...unitFaults(bound.unit(), unit, duties, recorded), ...faults]);
  refuse([
    ...unknownSubjects({ unit: unit.id }, register).map((fault) => ({ ...fault, path: 'id' })),
    ...(unit.incidents ?? []).flatMap((incident, i) =>
      [
        ...contradictions(bound.plan, reading(bound, incident), asOf.ms),
        ...unknownSubjects(incident, register),
        ...strange(unit, incident),
      ].map((fault) => ({
        ...fault,
        path: `incidents[${i}].${fault.path}`,
      })),
    ),
  ]);
  const context = { bound, record: unit, register };
  const incidents = unit.incidents?.map((incident) => {
    const read = reading(bound, incident);
    if (unit.id !== undefined) read.unit ??= unit.id;
    return judge(bound, read, register, asOf, ofUnit(context));
  });
  refuse(
    (incidents ?? []).flatMap((judged, i) =>
      contradictedFindings(judged).map((fault) => ({ ...fault, path: `incidents[${i}].${fault.path}` })),
    ),
  );
  const file: File = {
    ...context,
    asOf,
    law: bound.law(asOf.ms, asOf.ms),
    systems: systemsOf(unit, register),
    incidents,
  };
  // Duties of persons (no condition says which unit bears them) are not a unit's.
  const obligations = placed.flatMap((entry) => {
    const { provision } = entry;
    if (provision.kind !== 'duty' || !bound.regulation.bearers[provision.bearer]?.when) return [];
    return obligationsOf(file, entry, provision);
  });
  const counts = { fulfilled: 0, 'due-soon': 0, overdue: 0, breached: 0, 'not-applicable': 0, undetermined: 0 };
  for (const { status } of obligations) counts[status]++;
  const eager = {
    ...(unit.id !== undefined && { unit: unit.id }),
    asOf: asOf.text,
    policy: bound.policy,
    obligations,
    counts,
  };
  return lazyReport(eager, bound);
}

const lazyReport = lazily({
  openPoints: ({ regulation }: Bound, { obligations }: ObligationReport): readonly OpenPoint[] =>
    openPointsOf(
      regulation,
      obligations.map(({ provision, openPoints }) => ({ provision, reasons: [], more: openPoints })),
    ),
});

/** An incident of a file whose shape has been checked. */
const reading = (bound: Bound, incident: unknown): IncidentReading => bound.readIncident(incident) as IncidentReading;

/** An incident in a unit's file is that unit's. */
const strange = (file: { readonly id?: string }, { unit }: IncidentBase): Diagnostic[] =>
  unit != null && file.id !== undefined && unit !== file.id
    ? [diagnostic('input/contradiction', 'unit', { value: unit, expected: file.id })]
    : [];

interface File {
  readonly bound: Bound;
  readonly record: UnitRecord;
  readonly register: Register;
  readonly asOf: AsOf;
  readonly law: Law;
  /** The unit's systems; absent where nothing says which it has. */
  readonly systems: readonly string[] | undefined;
  /** The incidents on file; absent where nothing says whether there are any. */
  readonly incidents: readonly Judged[] | undefined;
}

/** The systems on the unit's file and those the register connects with it; unknown where the register leaves it open and connects none. */
function systemsOf(record: UnitRecord, register: Register): readonly string[] | undefined {
  const own = record.systems?.map(({ id }) => id);
  const unit = record.id;
  const recorded = register.organization.systems;
  if (unit === undefined || recorded === undefined) return own;
  const holds = (system: System) => [
    system.ownedBy === unit,
    system.hostedFor?.includes(unit),
    ...CAPACITIES.map((capacity) => register.unitsOf(system, capacity)?.includes(unit)),
  ];
  const connected = recorded.filter((system) => holds(system).includes(true)).map(({ id }) => id);
  const unclear = recorded.some((system) => system.ownedBy === undefined || system.managedBy === undefined);
  if (own === undefined && connected.length === 0 && unclear) return undefined;
  return [...new Set([...(own ?? []), ...connected])];
}

function caseFor(file: File, system: string | undefined): Case {
  const { bound, record, register, asOf } = file;
  const { plan, presume } = bound;
  const systemRecord = record.systems?.find(({ id }) => id === system);
  const stated = ofUnit(file);
  plan.facts.forEach(({ name, definition }, i) => {
    if (definition.of === 'system') stated.values[i] = statedIn(systemRecord, name, 'system');
  });
  const findings = plan.terms.map((term) => systemRecord?.findings?.[term] ?? record.findings?.[term] ?? undefined);
  return caseOf(plan, {
    stated,
    findings,
    registered: (source) => register.value(source, record.id, system),
    asOf: asOf.ms,
    presume,
  });
}

/** What a unit's file states of the unit itself. */
function ofUnit({ bound: { plan }, record, register }: Pick<File, 'bound' | 'record' | 'register'>): Stated {
  const stated = nothingStated(plan);
  plan.facts.forEach(({ name, definition }, i) => {
    if (definition.of === 'unit')
      stated.values[i] = seated(statedIn(record, name, 'unit'), definition.source, register, record.id);
  });
  return stated;
}

/** Bodies that a unit is said to have, with those that the text seats there and the register nowhere else. */
function seated(stated: Given, source: string | undefined, register: Register, unit: string | undefined): Given {
  if (source !== 'unit.bodies' || !Array.isArray(stated)) return stated;
  const there = [...register.seats].flatMap(([body, seat]) =>
    stated.includes(seat) && [undefined, unit].includes(register.seatOf(body)) ? [body] : [],
  );
  return [...new Set([...(stated as string[]), ...there])];
}

function obligationsOf(file: File, entry: Placed, duty: Duty): Obligation[] {
  if (duty.response) return perIncident(file, entry, duty);
  if (!duty.per) return [obligation(file, entry, duty, undefined)];
  const { systems } = file;
  if (systems === undefined) return [obligation(file, entry, duty, undefined, asking(file, duty, 'systems', SYSTEMS))];
  if (systems.length > 0) return systems.map((system) => obligation(file, entry, duty, system));
  return [owedForNone(entry, duty)];
}

/** With no system or incident to owe it for, a duty does not apply. */
function owedForNone(entry: Placed, duty: Duty): Obligation {
  const reason: Reason = { kind: 'literal', truth: 'unmet' };
  return { ...described(entry, duty), status: 'not-applicable', reason, evidence: [], openPoints: [] };
}

const described = (entry: Placed, duty: Duty) => ({
  provision: duty.id,
  action: duty.action,
  citation: entry.citation,
  force: duty.force,
});

function perIncident(file: File, entry: Placed, duty: Duty): Obligation[] {
  const { bound, incidents } = file;
  const input = caseFor(file, undefined);
  const bears = file.law.bears(duty.id);
  if (bears.truth(input) === UNMET)
    return [
      {
        ...described(entry, duty),
        status: 'not-applicable',
        reason: bears.reason(input),
        evidence: [],
        openPoints: [],
      },
    ];
  if (incidents === undefined) {
    const reason: Reason = { kind: 'literal', truth: 'undetermined' };
    return [
      {
        ...described(entry, duty),
        status: 'undetermined',
        reason,
        evidence: [],
        openPoints: [asking(file, duty, 'incidents', INCIDENTS)],
      },
    ];
  }
  if (incidents.length === 0) return [owedForNone(entry, duty)];
  return incidents.flatMap((judged, i) =>
    responsesOf(judged, [entry]).map((response): Obligation => {
      const eager = {
        ...described(entry, duty),
        incident: judged.incident.id ?? String(i + 1),
        status: RESPONSE_STATUS[response.status],
        evidence: [],
      };
      const due = response.due.length === 1 ? response.due[0] : undefined;
      return lazyObligation(due ? { ...eager, dueOn: due.at } : eager, {
        reason: () => response.reason,
        openPoints: () => openPointsOf(bound.regulation, [{ provision: duty.id, reasons: [response.reason] }]),
      });
    }),
  );
}

const RESPONSE_STATUS: { readonly [status in Response['status']]: ObligationStatus } = {
  'not-required': 'not-applicable',
  'in-time': 'fulfilled',
  late: 'breached',
  breached: 'breached',
  awaiting: 'due-soon',
  overdue: 'overdue',
  undetermined: 'undetermined',
};

/** What of an obligation is worked out when asked for. */
interface Asked {
  reason(): Reason;
  openPoints(): readonly OpenPoint[];
}
const lazyObligation = lazily({
  reason: (asked: Asked, _: Obligation) => asked.reason(),
  openPoints: (asked: Asked, _: Obligation) => asked.openPoints(),
});

interface Performance {
  readonly status: ObligationStatus;
  readonly dueOn?: string;
  /** Why, where more than the evidence tells. */
  readonly reason?: () => Reason;
  readonly openPoints?: readonly OpenPoint[];
}

function obligation(file: File, entry: Placed, duty: Duty, system: string | undefined, point?: OpenPoint): Obligation {
  const { bound, law } = file;
  const input = caseFor(file, system);
  const applies = law.applies(duty.id);
  const evidence = onFile(file, duty, system);
  const applicable = applies.truth(input);
  const performance: Performance =
    applicable === UNMET
      ? { status: 'not-applicable' }
      : applicable === OPEN
        ? { status: 'undetermined' }
        : performed(file, duty, system, input, evidence);
  const reasons = () => (performance.reason ? [applies.reason(input), performance.reason()] : [applies.reason(input)]);
  const eager = {
    ...described(entry, duty),
    ...(system !== undefined && { system }),
    status: performance.status,
    evidence,
    ...(performance.dueOn !== undefined && { dueOn: performance.dueOn }),
  };
  return lazyObligation(eager, {
    reason: () => {
      const [first, second] = reasons() as [Reason, Reason?];
      return second
        ? {
            kind: 'all',
            truth: nameOf(allOf([truthValue(first.truth), truthValue(second.truth)])),
            of: [first, second],
          }
        : first;
    },
    openPoints: () => {
      if (performance.status !== 'undetermined') return [];
      // Which systems there are comes before what each of them is.
      if (point && applicable === OPEN) return [point];
      return openPointsOf(bound.regulation, [
        { provision: duty.id, reasons: reasons(), more: performance.openPoints ?? [] },
      ]);
    },
  });
}

function onFile({ record, asOf }: File, duty: Duty, system: string | undefined): (Evidence | Omission | Inventory)[] {
  // The newest first; of one day, what stands later in the file.
  const mine = <T extends { obligation: string; system?: string }>(
    list: readonly T[] = [],
    day: (entry: T) => string,
  ): T[] =>
    list
      .filter((entry) => entry.obligation === duty.id && entry.system === system && day(entry) <= asOf.day)
      .reverse()
      .sort((a, b) => day(b).localeCompare(day(a), 'en'));
  return [
    ...mine(record.evidence, ({ on }) => on),
    ...mine(record.omissions, ({ on }) => on),
    ...mine(record.inventories, ({ closedOn }) => closedOn),
  ];
}

/** How a duty that applies stands: what was established first, then what was shown, then how long that lasts. */
function performed(
  file: File,
  duty: Duty,
  system: string | undefined,
  input: Case,
  entries: readonly (Evidence | Omission | Inventory)[],
): Performance {
  const { asOf, bound, law } = file;
  const shown = entries.filter((entry): entry is Evidence => 'on' in entry && !('basis' in entry));
  const omission = entries.find((entry): entry is Omission => 'basis' in entry);
  const closed = entries.find((entry): entry is Inventory => 'closedOn' in entry);
  const last = shown[0];
  const evidencePoint = asking(
    file,
    duty,
    `${duty.id}${system === undefined ? '' : `@${system}`}`,
    EVIDENCE(duty.action, system),
  );
  const found = duty.recurrence === undefined ? undefined : input.findings[bound.plan.terms.indexOf(duty.recurrence)];
  if (found === false) return { status: 'breached', reason: () => termReason(duty.recurrence as string, false) };
  const standard = law.standard(duty.id);
  const quality = standard.truth(input);
  if (quality === UNMET) return { status: 'breached', reason: () => standard.reason(input) };
  if (last && last.adequate === false) return { status: 'breached' };
  // Who was not yet bound on a day omitted nothing on it.
  const established = [omission, closed].flatMap((entry) =>
    entry ? [{ entry, bound: boundOn(file, duty, 'on' in entry ? entry.on : entry.closedOn) }] : [],
  );
  const failing = established.find(
    ({ entry, bound }) => bound.truth(input) !== UNMET && (!last || ('on' in entry && last.on <= entry.on)),
  );
  if (failing)
    return failing.bound.truth(input) === MET
      ? { status: 'breached' }
      : { status: 'undetermined', reason: () => failing.bound.reason(input) };
  if (!last) return { status: 'undetermined', openPoints: [evidencePoint] };
  // A person's finding goes before an interval.
  const rhythm = duty.recurrence === undefined || found === true ? undefined : interval(file, duty.recurrence, input);
  const until = [last.until, rhythm?.every === undefined ? undefined : addToDate(last.on, rhythm.every)]
    .filter((day) => day !== undefined)
    .sort()[0];
  // A day is missed once it has passed; what ends on a day no longer holds on it.
  const late = until !== undefined && (last.until === until ? until <= asOf.day : until < asOf.day);
  if (late) return { status: 'overdue', dueOn: until };
  if (quality === OPEN)
    return {
      status: 'undetermined',
      reason: () => standard.reason(input),
      ...(until !== undefined && { dueOn: until }),
    };
  if (rhythm && !rhythm.every)
    return { status: 'undetermined', reason: rhythm.reason, ...(until !== undefined && { dueOn: until }) };
  if (until === undefined) return { status: 'fulfilled' };
  return { status: until <= addToDate(asOf.day, SOON) ? 'due-soon' : 'fulfilled', dueOn: until };
}

function boundOn({ bound }: File, duty: Duty, day: string): Rule {
  const start = startOfDay(day);
  return bound.law(start, start).bears(duty.id);
}

/** The interval of a term for this case, or the reason that says what leaves it open. */
function interval(
  { law }: File,
  term: string,
  input: Case,
): { every?: NonNullable<ReturnType<typeof parseDuration>>; reason: () => Reason } {
  const value = law.epochs[0]?.value(term);
  const every = (text: string | undefined) => (text === undefined ? undefined : parseDuration(text));
  const fixed = every(value?.every);
  const open = () => termReason(term);
  if (fixed) return { every: fixed, reason: open };
  for (const { when, every: text } of value?.cases ?? []) {
    const rule = law.rule(when);
    const truth = rule.truth(input);
    const duration = every(text);
    const reason = () => rule.reason(input);
    if (truth === MET && duration) return { every: duration, reason };
    if (truth === OPEN) return { reason };
  }
  return { reason: open };
}

/** A term without a measure: open, or as a person found it. */
const termReason = (term: string, found?: boolean): Reason =>
  found === undefined
    ? { kind: 'term', truth: 'undetermined', term, by: 'none' }
    : { kind: 'term', truth: found ? 'met' : 'unmet', term, by: 'finding' };

/** An open point that the unit itself can settle, from its own files. */
function asking({ bound: { regulation } }: File, duty: Duty, id: string, ask: Bilingual): OpenPoint {
  return {
    kind: 'evidence',
    id,
    ask,
    settledBy: settler(regulation, Object.hasOwn(regulation.parties, 'unit') ? 'unit' : regulation.interpreter),
    provisions: [duty.id],
  };
}
