import { copyFaults } from '../diagnostics/check-shape.js';
import { type Diagnostic, type DocumentName, diagnostic, faultsOf, refuse } from '../diagnostics/diagnostics.js';
import { plainCopy } from '../diagnostics/plain-data.js';
import type { Valuation } from '../logic/rule.js';
import { MET, OPEN } from '../logic/truth.js';
import { cannotBeMet } from '../logic/waiting.js';
import { endedOf, type Given, type Spans, type Stated, spansOf, valuationOf } from '../model/fact-values.js';
import { contradictions } from '../model/incident.js';
import { type IncidentReading, nothingSaid, type Reading, type Said } from '../model/incident-reader.js';
import type { Register } from '../model/register.js';
import type { Ruleset } from '../policy/create-policy.js';
import type { Law } from '../policy/law.js';
import { deniedBreaches, withBreaches } from './breaches.js';
import { type CaseReading, type Placed, readingsOf } from './concerned.js';
import type { Setting } from './options.js';
import { periodOf } from './when.js';

/** What is known of one unit in an incident, by one of its systems, and the law of its time: ready to be judged. */
export interface IncidentCase extends Setting {
  readonly incident: CaseReading;
  readonly input: Valuation;
  /** Between which moments each time lies. */
  readonly spans: Spans;
  readonly law: Law;
}

/** An incident made cases: the unit that it names first comes first, whoever else may have had a part comes last. */
export type IncidentCases = readonly [IncidentCase, ...IncidentCase[]];

/** Where an incident stands, and what is known of its unit beside it. */
export interface Surroundings {
  readonly document: DocumentName;
  /** Its path in that document. */
  readonly base: string;
  /** What the unit's own file states of the unit. */
  readonly ofUnit?: Stated;
  /** The unit whose file it stands in. */
  readonly unit?: string | undefined;
  /** Whether that unit may have to do with incidents of other units: in the role of a body. */
  readonly ofOthers?: boolean;
}

const ALONE: Surroundings = { document: 'incident', base: '' };
const NONE: readonly Diagnostic[] = [];

/** An incident made cases; or refused, with all its faults and those found before it. */
export function readCases(
  setting: Setting,
  given: unknown,
  before: readonly Diagnostic[] = NONE,
  surroundings: Surroundings = ALONE,
): IncidentCases {
  const { cases, faults } = tryCases(setting, given, surroundings);
  if (faults.length + before.length > 0) refuse([...before, ...faults]);
  return cases;
}

/** An incident made cases as far as it can be, with all its faults. */
export function tryCases(
  setting: Setting,
  given: unknown,
  { document, base, ofUnit, unit, ofOthers = false }: Surroundings,
): { readonly cases: IncidentCases; readonly faults: readonly Diagnostic[] } {
  const { incident, faults } = readIncident(setting.rules, given);
  const isOther = unit !== undefined && !concerns(incident, unit);
  const strange = isOther && !ofOthers;
  if (unit !== undefined && !isOther)
    incident.units = incident.units?.filter(({ id }) => id === unit) ?? [named(setting, unit)];
  const readings = readingsOf(setting, incident);
  const cases = readings.map(({ reading }) => judge(setting, reading, isOther ? undefined : ofUnit));
  const found = [
    faults,
    subjectFaults(incident, setting.register),
    strange
      ? [diagnostic('input/contradiction', 'units', { value: idsOf(incident).join(', '), expected: unit })]
      : NONE,
    ...cases.map((incidentCase, i) => caseFaults(incidentCase, readings[i]?.entries ?? [])),
  ];
  const isSound = found.every((each) => each.length === 0);
  return { cases: cases as unknown as IncidentCases, faults: isSound ? NONE : faultsOf(document, found.flat(), base) };
}

const idsOf = ({ units = [] }: IncidentReading): string[] => units.flatMap(({ id }) => id ?? []);

/** Whether an incident names a unit, or none at all. */
const concerns = ({ units }: IncidentReading, unit: string): boolean =>
  !units || units.length === 0 || units.some(({ id }) => id === unit);

const named = ({ rules }: Setting, id: string): Said => ({ ...nothingSaid(rules.plan), id });

/** What contradicts itself in a case; where it was said of its unit or system alone, the path says so. */
function caseFaults(incidentCase: IncidentCase, entries: Placed['entries']): readonly Diagnostic[] {
  const { rules, incident, asOf } = incidentCase;
  const { plan } = rules;
  const found = [...contradictions(plan, incident, asOf.ms), ...contradictedBy(incidentCase)];
  if (found.length === 0) return NONE;
  return found.map((fault) => {
    const name = fault.path.replace(FINDING, '');
    const [fact, term] = [plan.index(name), plan.terms.indexOf(name)];
    const said = entries.find(
      (entry) =>
        entry.path && (entry.said.values[fact] ?? entry.said.times[fact] ?? entry.said.findings[term]) !== undefined,
    );
    return said ? { ...fault, path: `${said.path}.${fault.path}` } : fault;
  });
}
const FINDING = /^findings\./;

/** An incident as far as it can be read, and what is wrong with it. */
function readIncident(
  rules: Ruleset,
  given: unknown,
): { readonly incident: IncidentReading; readonly faults: readonly Diagnostic[] } {
  const reading = attempt(() => rules.readIncident(given));
  if (reading?.whole) return { incident: reading.incident, faults: NONE };
  // It is read again from a copy that has been checked, so that every stage tells what it can.
  const copied = plainCopy(given);
  const faults = copyFaults(rules.incident(), copied);
  const { incident } = rules.readIncident(copied.copy);
  // What the schema accepts the reader accepts; whatever slips between them is refused too.
  const slipped = diagnostic('input/not-plain-data', '', { value: typeof given });
  return { incident, faults: faults.length > 0 ? faults : [slipped] };
}

/** What comes of reading a value, if it can be read: a proxy may throw. */
function attempt(read: () => Reading): Reading | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/**
 * A unit or system that a recorded organization does not have is a slip of the pen; without records it is only a name.
 */
export function unknownSubjects(
  { unit, system }: { readonly unit?: string | null | undefined; readonly system?: string | null | undefined },
  register: Register,
): readonly Diagnostic[] {
  const { units, systems } = register.organization;
  if (!units && !systems) return NONE;
  const faults: Diagnostic[] = [];
  if (unit != null && units && !register.unit(unit))
    faults.push(diagnostic('organization/unknown-unit', 'unit', { value: unit, among: units }));
  if (system != null && systems && !register.system(system))
    faults.push(diagnostic('organization/unknown-system', 'system', { value: system, among: systems }));
  return faults;
}

/** Subjects of an incident that a register does not have, or that are named twice. */
function subjectFaults(incident: IncidentReading, register: Register): readonly Diagnostic[] {
  const { units, systems, parties } = incident;
  if (!units && !systems && !parties) return NONE;
  const named = (key: 'units' | 'systems', one: 'unit' | 'system') =>
    (incident[key] ?? []).flatMap(({ id }, i) => {
      const twice = id !== undefined && incident[key]?.findIndex((other) => other.id === id) !== i;
      return [
        ...(twice ? [diagnostic('input/duplicate', `${key}[${i}].id`, { value: id })] : []),
        ...unknownSubjects({ [one]: id }, register).map((fault) => ({ ...fault, path: `${key}[${i}].id` })),
      ];
    });
  const ofParties = (parties ?? []).flatMap(({ unit }, i) =>
    unknownSubjects({ unit }, register).map((fault) => ({ ...fault, path: `parties[${i}].unit` })),
  );
  return [...named('units', 'unit'), ...named('systems', 'system'), ...ofParties];
}

/** What was said against what the case itself shows. */
export const contradictedBy = (incidentCase: IncidentCase): readonly Diagnostic[] => [
  ...contradictedFindings(incidentCase),
  ...deniedBreaches(incidentCase, incidentCase.incident),
];

/** Findings against facts that settle their term by any measure: a report never made was not made in time. */
function contradictedFindings({
  rules: { regulation, plan },
  incident,
  law,
  input,
}: IncidentCase): readonly Diagnostic[] {
  let faults: Diagnostic[] | undefined;
  for (let i = 0; i < incident.findings.length; i++) {
    const found = incident.findings[i];
    if (found === undefined) continue;
    const term = plan.terms[i] as string;
    const rule = law.settled(term);
    const settled = rule.truth(input);
    const contradicted =
      (settled !== OPEN && (settled === MET) !== found) || (found && cannotBeMet(rule.formula, input));
    if (!contradicted) continue;
    faults ??= [];
    // The words of the text are the same in every language.
    const expected = `“${regulation.terms[term]?.words ?? term}”`;
    faults.push(diagnostic('input/contradiction', `findings.${term}`, { value: found, expected }));
  }
  return faults ?? NONE;
}

/** A case made ready; `ofUnit` is what a unit's own file states of it. */
export function judge(setting: Setting, incident: CaseReading, ofUnit?: Stated): IncidentCase {
  const { rules, register, asOf } = setting;
  const { plan, policy } = rules;
  const stated = ofUnit
    ? { times: incident.times, values: plan.facts.map((_, i) => incident.values[i] ?? ofUnit.values[i]) }
    : incident;
  const spans = spansOf(plan, incident.times, asOf.ms);
  const input = valuationOf(plan, {
    stated,
    findings: incident.findings,
    registered: (source) => register.value(source, incident.unit, incident.system, () => periodOf(rules, spans)),
    spans,
    presume: policy.presume,
  });
  return withBreaches({ rules, register, asOf, incident, input, spans, law: lawOfIncident(rules, spans) });
}

/** The law of an incident's time: of all the time in which it may have occurred, or in which it lasted. */
export const lawOfIncident = ({ occurredAt, law }: Ruleset, spans: Spans): Law =>
  law(spans.from[occurredAt] as number, spans.until[occurredAt] as number, endedOf(spans, occurredAt));

/** What the incident itself states of a fact. */
export const statedOf = ({ rules, incident }: IncidentCase, fact: string): Given =>
  incident.values[rules.plan.index(fact)];
