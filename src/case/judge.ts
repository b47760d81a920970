import { type Diagnostic, diagnostic, refuse, ZerenzhiError } from '../diagnostics/diagnostics.js';
import type { Case } from '../logic/compile.js';
import { type Formula, operands } from '../logic/formula.js';
import { MET, OPEN } from '../logic/truth.js';
import type { AsOf } from '../model/as-of.js';
import { caseOf, type Given, type Stated } from '../model/fact-values.js';
import { contradictions, incidentShapeFaults } from '../model/incident.js';
import type { IncidentReading } from '../model/incident-reader.js';
import { type Organization, organizationFaults } from '../model/organization.js';
import { type Register, registerOf } from '../model/register.js';
import type { Bound } from '../policy/create-policy.js';
import type { Law } from '../policy/law.js';
import { localDate } from '../regulation/dates.js';

/** A case and the law of its time, ready to be judged. */
export interface Judged {
  readonly bound: Bound;
  readonly incident: IncidentReading;
  readonly register: Register;
  readonly asOf: AsOf;
  readonly input: Case;
  readonly law: Law;
}

const NONE: readonly Diagnostic[] = [];

export function readOrganization(
  bound: Bound,
  organization: Organization | undefined,
): { register: Register; faults: readonly Diagnostic[] } {
  if (organization === undefined) return { register: bound.unrecorded, faults: NONE };
  const faults = organizationFaults(bound.organization(), organization).map((fault) => ({
    ...fault,
    path: `organization${fault.path === '' ? '' : `.${fault.path}`}`,
  }));
  return { register: registerOf(bound.regulation, faults.length > 0 ? {} : organization), faults };
}

/** A unit or system that a recorded organization does not have is a slip of the pen; without records it is only a name. */
export function unknownSubjects(
  { unit, system }: { unit?: string | null | undefined; system?: string | null | undefined },
  register: Register,
): readonly Diagnostic[] {
  const { units, systems } = register.organization;
  const faults: Diagnostic[] = [];
  if (unit != null && units && !register.unit(unit))
    faults.push(diagnostic('organization/unknown-unit', 'unit', { value: unit, among: units.map(({ id }) => id) }));
  if (system != null && systems && !register.system(system))
    faults.push(
      diagnostic('organization/unknown-system', 'system', { value: system, among: systems.map(({ id }) => id) }),
    );
  return faults;
}

/** An incident as read, or all its faults thrown at once with those given. */
export function readIncident(
  bound: Bound,
  value: unknown,
  asOf: AsOf,
  faults: readonly Diagnostic[] = NONE,
): IncidentReading {
  const reading = attempt(() => bound.readIncident(value));
  const own = reading
    ? contradictions(bound.plan, reading, asOf.ms)
    : (attempt(() => incidentShapeFaults(bound.incident(), value)) ?? NONE);
  if (own.length + faults.length > 0) refuse([...own, ...faults]);
  // What the schema accepts the reader accepts; whatever slips between them, or cannot be read, is refused too.
  if (!reading) throw new ZerenzhiError([diagnostic('input/not-plain-data', '', { value: typeof value })]);
  return reading;
}

/** What comes of reading a value, if it can be read: a proxy may throw. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** Findings against facts that settle their term by any measure: a report never made was not made in time. */
export function contradictedFindings({
  bound: { regulation, plan },
  incident,
  law,
  input,
}: Judged): readonly Diagnostic[] {
  // What has not been done yet has not been done in time.
  const waits = (formula: Formula): boolean => {
    const value = formula.kind === 'fact' ? input.values[formula.index] : undefined;
    return (typeof value === 'object' && 'pending' in value) || operands(formula).some(waits);
  };
  let faults: Diagnostic[] | undefined;
  for (let i = 0; i < incident.findings.length; i++) {
    const found = incident.findings[i];
    const term = plan.terms[i] as string;
    const condition = found === undefined ? undefined : regulation.terms[term]?.condition;
    if (!condition) continue;
    const rule = law.rule(condition);
    const settled = rule.truth({ ...input, findings: [] });
    const contradicted = (settled !== OPEN && (settled === MET) !== found) || (found && waits(rule.formula));
    if (!contradicted) continue;
    faults ??= [];
    faults.push(
      diagnostic('input/contradiction', `findings.${term}`, {
        value: found,
        expected: regulation.terms[term]?.label.en ?? term,
      }),
    );
  }
  return faults ?? NONE;
}

/** A case made ready; `ofUnit` is what a unit's own file states of it. */
export function judge(
  bound: Bound,
  incident: IncidentReading,
  register: Register,
  asOf: AsOf,
  ofUnit?: Stated,
): Judged {
  const { plan, presume } = bound;
  const [occurred, discovered] = [incident.times[bound.occurredAt], incident.times[bound.discoveredAt]];
  const law = bound.law(occurred ?? Number.NEGATIVE_INFINITY, occurred ?? discovered ?? asOf.ms);
  const stated = ofUnit
    ? { times: incident.times, values: plan.facts.map((_, i) => incident.values[i] ?? ofUnit.values[i]) }
    : incident;
  const input = caseOf(plan, {
    stated,
    findings: incident.findings,
    registered: (source) => register.value(source, incident.unit, incident.system),
    asOf: asOf.ms,
    presume,
  });
  return { bound, incident, register, asOf, input, law };
}

/** The day of an incident, where it is known: its law and its office-holders count. */
export function dayOf({ bound, incident }: Judged): string | undefined {
  const occurred = incident.times[bound.occurredAt];
  return occurred === undefined ? undefined : localDate(occurred);
}

/** What the incident itself states of a fact. */
export const statedOf = ({ bound, incident }: Judged, fact: string): Given => incident.values[bound.plan.index(fact)];
