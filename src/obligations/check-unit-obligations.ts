import type { Checked } from '../assessment/assess-incident.js';
import { type IncidentCase, tryCases, unknownSubjects } from '../case/incident-case.js';
import { inShort, openPointsOf } from '../case/open-points.js';
import { readOptions, type Setting } from '../case/options.js';
import { type Diagnostic, faultsOf, refuse } from '../diagnostics/diagnostics.js';
import { plainCopy } from '../diagnostics/plain-data.js';
import { UNMET } from '../logic/truth.js';
import type { OwnDutyId } from '../model/overlay.js';
import { oneDay } from '../model/period.js';
import { type UnitBase, type UnitRecord, unitFaults } from '../model/unit.js';
import type { Policy, RulesOfUnit } from '../policy/create-policy.js';
import type { Incident } from '../policy/incident.js';
import type { Names, ShippedNames } from '../policy/names.js';
import type { Organization } from '../policy/organization.js';
import { dutiesIn, obligationCitations } from '../policy/regulation-index.js';
import { isOfBody } from '../regulation/rhythm.js';
import { entailedBy, personalDuties, withConsequence } from './consequences.js';
import { standingsOf } from './owed.js';
import { type OwnCase, ownRulesOf } from './own.js';
import { inPhrases } from './phrases.js';
import type { Obligation, ObligationReport, ObligationStatus, RegisteredNames } from './report.js';
import { caseFor, statedOfUnit, systemsOf, type UnitCase } from './unit-file.js';

type SystemRecord<N extends Names> = {
  readonly id: string;
  readonly name?: string;
  readonly findings?: { readonly [term in N['term']]?: boolean | null } | null;
} & N['system'];

/** What is on file of a unit. Everything may be left out; a silent file proves no omission. */
export type UnitFile<N extends Names = ShippedNames> = UnitBase<Incident<N>, N['obligation'] | OwnDutyId, N['term']> &
  N['unit'] & { readonly systems?: readonly SystemRecord<N>[] };

export interface ObligationOptions<N extends Names = ShippedNames> {
  readonly policy?: Policy<N> | undefined;
  readonly organization?: Organization<NoInfer<N>> | undefined;
  /** The day of judgement (its end), or an instant; now by default. */
  readonly asOf?: string | undefined;
}

/**
 * Checks every duty of a unit by its kind and the bodies whose role it has (Art. 5–8, 13): per system, per activity and
 * per incident where it is owed for each, and by the days that notices set. No evidence leaves a duty undetermined; an
 * established omission breaches it; overdue needs a fixed interval or day. What the unit has ruled for itself is told
 * apart (`own`) and counts in nothing else.
 *
 * @param unit what is on file; days as `YYYY-MM-DD`
 * @throws ZerenzhiError with every fault of the file, the organization and the options
 * @example
 * const report = checkUnitObligations({ id: 'college-a', kind: 'college', evidence: [{ obligation: 'art7.p2.i3.plan', on: '2024-03-01' }] });
 */
export function checkUnitObligations<const Given, N extends Names = ShippedNames>(
  unit: Checked<Given, UnitFile<NoInfer<N>>>,
  options?: ObligationOptions<N>,
): ObligationReport<N> {
  const { file, own } = readUnit(unit, options);
  const { rules, asOf, record } = file;
  const held = dutiesIn(rules, file.law).flatMap((duty) =>
    standingsOf(file, duty).map((standing) => ({ duty, standing })),
  );
  const standings = inPhrases(file, held).map(({ duty, standing }) => withConsequence(file, duty, standing));
  const obligations = standings.map(({ obligation }) => obligation);
  const counts = { fulfilled: 0, 'due-soon': 0, overdue: 0, breached: 0, 'not-applicable': 0, undetermined: 0 };
  for (const { status } of obligations) counts[status satisfies ObligationStatus]++;
  const report: ObligationReport<Names> = {
    ...(record.id !== undefined && { unit: record.id }),
    names: namesIn(file, obligations),
    asOf: asOf.text,
    policy: rules.policy,
    obligations,
    counts,
    consequences: entailedBy(file, obligations),
    ...(own && { own: ownRulesOf(own) }),
    personal: personalDuties(file),
    citations: obligationCitations(file.law),
    ...inShort(
      openPointsOf(
        rules,
        standings.map(({ obligation: { provision }, on }) => ({ provision, on })),
      ),
    ),
  };
  return report as ObligationReport<N>;
}

function namesIn({ record, register }: UnitCase, obligations: readonly Obligation<Names>[]): RegisteredNames {
  const named = (ids: Iterable<string | undefined>, nameOf: (id: string) => string | undefined) =>
    Object.fromEntries(
      [...new Set(ids)].flatMap((id = '') => {
        const name = nameOf(id);
        return name === undefined ? [] : [[id, name]];
      }),
    );
  return {
    units: named([record.id, ...obligations.map(({ towards }) => towards)], (id) => register.unit(id)?.name),
    systems: named(
      obligations.map(({ system }) => system),
      (id) => register.system(id)?.name,
    ),
  };
}

/** A unit's file as a case, also by its own rules, or refused with all its faults and those of the options. */
function readUnit(given: unknown, options: unknown): { readonly file: UnitCase; readonly own: OwnCase | undefined } {
  const { setting, faults: before } = readOptions(options);
  const { rules, register, asOf } = setting;
  const read = plainCopy(given);
  // What is no object has no incidents to look at.
  const record = (typeof read.copy === 'object' && read.copy !== null ? read.copy : {}) as UnitRecord;
  const subject = typeof record.id === 'string' ? record.id : undefined;
  const own = subject === undefined ? undefined : rules.own(subject);
  const { located } = own?.rules ?? rules;
  const duties = located.flatMap(({ provision }) => (provision.kind === 'duty' ? [provision] : []));
  const faults = unitFaults(rules.unit(), read, duties, register.organization);
  const unknown = unknownSubjects({ unit: subject }, register).map((fault) => ({ ...fault, path: 'id' }));
  const incidents = incidentsOf(setting, record, subject);
  refuse([...before, ...faultsOf('unit', [...faults, ...unknown]), ...(incidents?.faults ?? [])]);
  const file = {
    ...setting,
    record,
    law: rules.law(asOf.ms, asOf.ms),
    systems: systemsOf(record, register, oneDay(asOf.day)),
    incidents: incidents?.cases,
  };
  return { file, own: own && { own, file, ownFile: byOwnRules(file, own, subject) } };
}

/** The same file by what the unit has ruled for itself; what is wrong with it has been told. */
function byOwnRules(file: UnitCase, { rules }: RulesOfUnit, subject: string | undefined): UnitCase {
  const { asOf, record } = file;
  const setting = { ...file, rules, law: rules.law(asOf.ms, asOf.ms) };
  return { ...setting, incidents: incidentsOf(setting, record, subject)?.cases };
}

function incidentsOf(
  setting: Setting,
  record: UnitRecord,
  unit: string | undefined,
): { readonly cases: readonly IncidentCase[]; readonly faults: readonly Diagnostic[] } | undefined {
  if (!Array.isArray(record.incidents)) return undefined;
  const ofUnit = statedOfUnit(setting, record);
  const ofOthers = mayBeCalledUpon(setting, record);
  const tried = record.incidents.map((incident: unknown, i) =>
    tryCases(setting, incident, { document: 'unit', base: `incidents[${i}]`, ofUnit, unit, ofOthers }),
  );
  return { cases: tried.map(({ cases: [first] }) => first), faults: tried.flatMap(({ faults }) => faults) };
}

/** Whether a unit may have the role of a body that incidents call upon, whichever unit they concern. */
function mayBeCalledUpon(setting: Setting, record: UnitRecord): boolean {
  const { rules, asOf } = setting;
  const law = rules.law(asOf.ms, asOf.ms);
  const input = caseFor({ ...setting, record, law, systems: undefined, incidents: undefined }, undefined);
  return dutiesIn(rules, law).some(
    (duty) => isOfBody(rules.regulation, duty) && law.bears(duty.id).truth(input) !== UNMET,
  );
}
