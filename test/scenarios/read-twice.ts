import type { Compared } from '../../src/authoring/scenarios/compare.js';
import type { UnitRow } from '../../src/authoring/scenarios/form.js';
import type { Scenario } from '../../src/authoring/scenarios/read.js';
import type { IncidentResult, UnitResult } from '../../src/authoring/scenarios/results.js';
import { oncePer } from '../../src/diagnostics/once.js';
import type { Organization } from '../../src/index.js';
import { type Duties, readSilentDuties } from './second-reader/duties.js';
import { readIncident } from './second-reader/incident.js';
import { type PolicyGiven, provisionsOf } from './second-reader/rules.js';

// What came, held to the second reader: also what no row names.

type ByName<T> = { [name: string]: T };
type Tree = { readonly [key: string]: unknown };

/**
 * The duties of 各单位: those borne by every unit, and those of the two that Art. 6 names, a department (部处) and a centre (中心),
 * which Art. 3 counts among them. The Leading Group is none, and its Office is only set up at the Centre.
 */
const UNITS = ['unit', 'publicity', 'technology-centre'];
const OF_UNITS = new Set(provisionsOf('duty').flatMap(({ id, bearer = '' }) => (UNITS.includes(bearer) ? [id] : [])));

const settingOf = ({ row, documents }: Scenario) => ({
  organization: documents.organization as Organization | undefined,
  policy: (documents.policy ?? {}) as PolicyGiven,
  asOf: row.asOf,
});

const readOnce = oncePer((scenario: Scenario) =>
  readIncident(scenario.documents.incident as Tree, settingOf(scenario)),
);

/** Everything an assessment says, held to the second reader: what no row names too. */
export function incidentReadTwice(scenario: Scenario, came: IncidentResult): Compared {
  const { provisions, responses, traces } = readOnce(scenario);
  const [findings, duties] = [Object.entries(provisions), Object.entries(responses)];
  const traced = Object.entries(traces).flatMap(([question, of]) =>
    of.map((name) => [name, [`ruling:${question}`]] as const),
  );
  const sorted = (of: Iterable<string>) => [...of].sort();
  const due = (of: { readonly [reading: string]: number }) =>
    Object.fromEntries(Object.entries(of).map(([reading, at]) => [reading, new Date(at).toISOString()]));
  return {
    expected: {
      findings: Object.fromEntries(
        findings.map(([name, { truth, open, presumed }]) => [
          name,
          { status: truth, open: sorted(open), presumed: sorted(presumed) },
        ]),
      ),
      responses: Object.fromEntries(
        duties.map(([name, response]) => [
          name,
          { status: response.status, open: sorted(response.open), due: due(response.due) },
        ]),
      ),
      open: waiting([
        ...findings.map(([name, { open }]) => [name, open] as const),
        ...duties.map(([name, { open }]) => [name.replace(/@.*/, ''), open] as const),
        ...traced.filter(([name, [question]]) => !provisions[name]?.open.has(question as string)),
      ]),
      presumed: sorted(new Set(findings.flatMap(([, { presumed }]) => [...presumed]))),
      by: findings.flatMap(([name, { truth }]) => (truth === 'met' ? [name] : [])).sort(),
      undetermined: findings.flatMap(([name, { truth }]) => (truth === 'undetermined' ? [name] : [])).sort(),
    },
    actual: {
      findings: Object.fromEntries(
        Object.entries(came.findings).map(([name, { status, open, presumed }]) => [name, { status, open, presumed }]),
      ),
      responses: Object.fromEntries(
        Object.entries(came.responses).map(([name, { status, open, due }]) => [name, { status, open, due }]),
      ),
      open: came.open,
      presumed: came.presumed,
      by: came.accountability.by,
      undetermined: came.accountability.open,
    },
  };
}

/**
 * The duties of a unit: those on which its file is silent, what they wait for, and what a breach leads to. How they
 * stand on which it is not silent, the row says.
 */
export function unitReadTwice(scenario: Scenario, came: UnitResult): Compared {
  const silent: Duties = readSilentDuties(scenario.documents.unit as Tree, settingOf(scenario));
  const { obligations } = (scenario.row as UnitRow).expect;
  const names = Object.keys(came.obligations);
  const rest = obligations.rest === 'silent' ? names.filter((name) => !(name in obligations)) : [];
  const { obligations: found } = came;
  const of = <T>(keys: readonly string[], value: (name: string) => T): ByName<T> =>
    Object.fromEntries(keys.map((name) => [name, value(name)]));
  return {
    expected: {
      rest: of(rest, (name) => ({
        status: silent[name]?.status,
        open: [...(silent[name]?.open ?? [])].sort(),
        spoken: false,
      })),
      waiting: waiting(names.map((name) => [name.replace(/@.*/, ''), found[name]?.open ?? []])),
      // Art. 9 ¶1 speaks of 各单位: what a unit breaches leads there, and nothing else does.
      leadsTo: of(names, (name) =>
        found[name]?.status === 'breached' && OF_UNITS.has(name.replace(/@.*/, '')) ? ['art9.p1'] : undefined,
      ),
    },
    actual: {
      rest: of(rest, (name) => ({
        status: found[name]?.status,
        open: found[name]?.open,
        spoken: silent[name]?.spoken,
      })),
      waiting: came.open,
      leadsTo: of(names, (name) => found[name]?.leadsTo),
    },
  };
}

/** Whatever is open, with all that waits for it. */
function waiting(of: readonly (readonly [name: string, open: Iterable<string>])[]): ByName<string[]> {
  const found: ByName<string[]> = {};
  for (const [name, open] of of) for (const each of open) found[each] = [...(found[each] ?? []), name];
  for (const each of Object.keys(found)) found[each] = [...new Set(found[each])].sort();
  return found;
}
