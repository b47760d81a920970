import { assess } from '../../assessment/assess-incident.js';
import { type IncidentCases, readCases } from '../../case/incident-case.js';
import { readOptions } from '../../case/options.js';
import { resolveResponsibilityChain } from '../../chain/resolve-responsibility-chain.js';
import { type Diagnostic, ZerenzhiError } from '../../diagnostics/diagnostics.js';
import { once, onceFor } from '../../diagnostics/once.js';
import { reading } from '../../diagnostics/reading.js';
import type { AnyAssessment, AnyChain, AnyReport } from '../../explanation/results.js';
import type { Truth } from '../../logic/truth.js';
import { checkUnitObligations } from '../../obligations/check-unit-obligations.js';
import { createPolicy, type Policy } from '../../policy/create-policy.js';
import type { Regulation } from '../../regulation/schema.js';
import { type Compared, chainCompared, incidentCompared, unitCompared } from './compare.js';
import { type Difference, differencesOf } from './differences.js';
import type { Scenario } from './read.js';
import { chainResult, findingsBehind, incidentResult, unitResult } from './results.js';
import { silentIncident, silentUnit } from './silent.js';

/** What came of a scenario. It holds if there are no differences and no faults. */
export interface Outcome {
  readonly scenario: Scenario;
  readonly differences: readonly Difference[];
  /** Why its documents were refused. */
  readonly faults: readonly Diagnostic[];
  readonly assessment?: AnyAssessment;
  readonly report?: AnyReport;
  readonly chain?: AnyChain;
  /** By which it was judged. */
  readonly policy?: Policy;
}

/**
 * Whether what came of a scenario is what its row says.
 *
 * @throws ZerenzhiError if it is no outcome
 */
export const hasPassed = (outcome: Pick<Outcome, 'differences' | 'faults'>): boolean =>
  reading(() => outcome.differences.length + outcome.faults.length === 0);

/** What runs scenarios by a regulation. Those under one policy share it, and those of one silence what comes of that. */
export function scenarioRunner(regulation: Regulation): (scenario: Scenario) => Outcome {
  const madePolicy = onceFor((json: string) => createPolicy({ ...JSON.parse(json), regulation }) as Policy);
  const optionsOf = ({ policy = {}, organization, asOf }: Setting) => ({
    policy: madePolicy(JSON.stringify(policy)),
    asOf,
    ...(organization !== undefined && { organization }),
  });
  const casesOf = (incident: unknown, given: Setting): IncidentCases => {
    const { setting, faults } = readOptions(optionsOf(given));
    return readCases(setting, incident, faults);
  };
  const check = (unit: unknown, setting: Setting) => checkUnitObligations(unit, optionsOf(setting)) as AnyReport;
  const silentAssessment = onceFor((json: string) => {
    const [incident, setting] = JSON.parse(json) as [unknown, Setting];
    return statusesIn(assess(casesOf(incident, setting)));
  });
  const silentReport = onceFor((json: string) => {
    const [unit, setting] = JSON.parse(json) as [unknown, Setting];
    return unitResult(check(unit, setting));
  });

  function judged({ row, documents }: Scenario): Judged {
    const { incident, unit, subject, organization, policy } = documents;
    const setting: Setting = { policy, organization: organization as object | undefined, asOf: row.asOf };
    if ('incident' in row) {
      const cases = casesOf(incident, setting);
      const assessment = assess(cases);
      const silent = once(() => silentAssessment(JSON.stringify([silentIncident(incident, regulation), setting])));
      const compared = incidentCompared(
        row,
        incidentResult(assessment, findingsBehind(cases)),
        (name) => silent()(name),
        regulation,
      );
      return { assessment, compared };
    }
    if ('unit' in row) {
      const report = check(unit, setting);
      const silent = once(() => silentReport(JSON.stringify([silentUnit(unit, regulation), setting])));
      const compared = unitCompared(row, unitResult(report), (name) => silent().obligations[name], regulation);
      return { report, compared };
    }
    const chain = resolveResponsibilityChain(subject, { organization: {}, ...optionsOf(setting) }) as AnyChain;
    return { chain, compared: chainCompared(row, chainResult(chain), regulation) };
  }

  return (scenario) => {
    try {
      const { compared, ...result } = judged(scenario);
      const policy = madePolicy(JSON.stringify(scenario.documents.policy ?? {}));
      const differences = differencesOf(compared.expected, compared.actual);
      return { scenario, differences, faults: [], policy, ...result };
    } catch (error) {
      if (!(error instanceof ZerenzhiError)) throw error;
      return { scenario, differences: [], faults: error.diagnostics.map((fault) => scenario.locate(fault)) };
    }
  };
}

type Judged = Pick<Outcome, 'assessment' | 'report' | 'chain'> & { readonly compared: Compared };
/** What a row is judged by, as its documents have it. */
interface Setting {
  readonly policy?: unknown;
  readonly organization?: object | undefined;
  readonly asOf: string;
}

/** How each provision stands; of an assessment of which nothing else is asked, its reasons are never made. */
function statusesIn({ accountability }: AnyAssessment): (provision: string) => Truth {
  const [met, open] = [new Set<string>(accountability.by), new Set<string>(accountability.open)];
  return (provision) => (met.has(provision) ? 'met' : open.has(provision) ? 'undetermined' : 'unmet');
}
