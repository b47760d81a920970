import type { Bound } from './create-policy.js';
import { agree, type Case, type Rule } from './logic/compile.js';
import { type Condition, parts } from './logic/condition.js';
import { MET, OPEN } from './logic/truth.js';
import type { AsOf } from './model/as-of.js';
import { statedIn } from './model/fact-schema.js';
import { caseOf } from './model/fact-values.js';
import type { IncidentBase } from './model/incident.js';
import { type Organization, organizationFaults } from './model/organization.js';
import { type Register, registerOf } from './model/register.js';
import { localDate } from './regulation/dates.js';
import { type Diagnostic, diagnostic } from './regulation/diagnostics.js';
import { type Epoch, epochsWithin } from './regulation/law.js';

/** A case and the law of its time, ready to be judged. */
export interface Judged {
  readonly bound: Bound;
  readonly incident: IncidentBase;
  readonly register: Register;
  readonly asOf: AsOf;
  readonly input: Case;
  readonly epochs: readonly Epoch[];
  /** The day whose law and office-holders count, where it is known. */
  readonly day: string | undefined;
  rule(of: (epoch: Epoch) => Rule): Rule;
}

export function readOrganization(bound: Bound, organization: Organization = {}): { register: Register; faults: Diagnostic[] } {
  const faults = organizationFaults(bound.organization, organization).map((fault) => ({
    ...fault,
    path: `organization${fault.path === '' ? '' : `.${fault.path}`}`,
  }));
  return { register: registerOf(bound.regulation, faults.length > 0 ? {} : organization), faults };
}

/** A unit or system that a recorded organization does not have is a slip of the pen; without records it is only a name. */
export function unknownSubjects(
  { unit, system }: { unit?: string | null | undefined; system?: string | null | undefined },
  { organization, ...register }: Register,
): Diagnostic[] {
  const faults: Diagnostic[] = [];
  const { units, systems } = organization;
  if (unit != null && units && !register.unit(unit))
    faults.push(diagnostic('organization/unknown-unit', 'unit', { value: unit, among: units.map(({ id }) => id) }));
  if (system != null && systems && !register.system(system))
    faults.push(diagnostic('organization/unknown-system', 'system', { value: system, among: systems.map(({ id }) => id) }));
  return faults;
}

/** Findings against facts that settle their term by any measure: a report never made was not made in time. */
export function contradictedFindings({ bound: { regulation }, incident, epochs, input }: Judged): Diagnostic[] {
  const names = Object.keys(regulation.facts);
  // What has not been done yet has not been done in time.
  const waits = (node: Condition | boolean): boolean => {
    if (typeof node === 'object' && 'fact' in node) {
      const value = input.values[names.indexOf(node.fact)];
      return typeof value === 'object' && 'pending' in value;
    }
    return parts(node).some(waits);
  };
  return Object.entries(incident.findings ?? {}).flatMap(([term, found]) => {
    const condition = regulation.terms[term]?.condition;
    if (found === null || !condition) return [];
    const settled = epochs.map((epoch) => epoch.rule(condition).truth({ ...input, findings: {} }));
    const contradicted = settled.every((truth) => truth !== OPEN && (truth === MET) !== found) || (found && waits(condition));
    return contradicted ? [diagnostic('input/contradiction', `findings.${term}`, { value: found, expected: regulation.terms[term]?.label.en ?? term })] : [];
  });
}

/** A case made ready; `unitFact` tells what a unit's own file states of it. */
export function judge(
  bound: Bound,
  incident: IncidentBase,
  register: Register,
  asOf: AsOf,
  unitFact: (name: string) => ReturnType<typeof statedIn> = () => undefined,
): Judged {
  const { regulation, presume } = bound;
  const time = (name: string) => {
    const stated = statedIn(incident, name, 'incident');
    return typeof stated === 'string' ? localDate(Date.parse(stated)) : undefined;
  };
  const [occurred, discovered] = [time('occurredAt'), time('discoveredAt')];
  const epochs = epochsWithin(bound.epochs, occurred, occurred ?? discovered ?? asOf.day);
  const input = caseOf(
    regulation,
    {
      stated: (name) => (regulation.facts[name]?.of === 'incident' ? statedIn(incident, name, 'incident') : unitFact(name)),
      registered: (source) => register.value(source, incident.unit ?? undefined, incident.system ?? undefined),
      findings: incident.findings ?? {},
      asOf: asOf.ms,
    },
    presume,
  );
  return { bound, incident, register, asOf, input, epochs, day: occurred, rule: (of) => agree(epochs.map(of), ['occurredAt']) };
}
