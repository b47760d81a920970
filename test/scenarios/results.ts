import {
  assessIncident,
  type ChainSubject,
  checkUnitObligations,
  createPolicy,
  type Incident,
  type Organization,
  type PolicyOptions,
  type ResponsibilityChain,
  resolveResponsibilityChain,
  type UnitFile,
} from '../../src/index.js';
import { given } from '../support/fixtures.js';
import type { ChainRow, IncidentRow, UnitRow } from './form.js';

// The one place that knows the shapes of the library's results. Everything else compares what comes out of here.

type ByName<T> = { [name: string]: T };
export interface Found {
  readonly status: string;
  /** Open points as `kind:id`, in the order of the alphabet. */
  readonly open: readonly string[];
}
export interface Cited {
  readonly place: string;
  readonly quote: string;
}
export interface ChainResult {
  readonly units: ByName<readonly string[]>;
  readonly links: ByName<{ readonly status: string; readonly holders: readonly string[]; readonly reached?: string }>;
  readonly bodies: ByName<string | undefined>;
  readonly record: ByName<readonly string[]>;
  /** Open points with the provisions that wait for them. */
  readonly open: ByName<readonly string[]>;
  readonly cited: readonly Cited[];
}
export interface IncidentResult {
  readonly accountability: {
    readonly status: string;
    readonly by: readonly string[];
    readonly open: readonly string[];
  };
  readonly findings: ByName<
    Found & { readonly presumed: readonly string[]; readonly cited: Cited; readonly then: Cited }
  >;
  readonly responses: ByName<Found & { readonly due: ByName<string>; readonly cited: Cited }>;
  readonly open: ByName<readonly string[]>;
  readonly presumed: readonly string[];
  readonly chain: ChainResult;
}
export interface UnitResult {
  readonly obligations: ByName<Found & { readonly dueOn: string | undefined; readonly cited: Cited }>;
  readonly open: ByName<readonly string[]>;
  readonly counts: ByName<number>;
}

const optionsOf = ({ policy, asOf, organization }: IncidentRow | UnitRow | ChainRow) => {
  const register = given(organization as Organization | string | undefined);
  return { policy: createPolicy(policy as PolicyOptions), asOf, ...(register && { organization: register }) };
};

type Point = { readonly kind: string; readonly id: string; readonly provisions: readonly string[] };
const name = ({ kind, id }: { readonly kind: string; readonly id: string }) => `${kind}:${id}`;
const names = (points: readonly Point[]): string[] => points.map(name).sort();
const waiting = (points: readonly Point[]): ByName<readonly string[]> =>
  Object.fromEntries(points.map((point) => [name(point), [...point.provisions].sort()]));
const byName = <T, U>(list: readonly T[], key: (of: T) => string, value: (of: T) => U): ByName<U> => {
  const found = Object.fromEntries(list.map((of) => [key(of), value(of)]));
  if (Object.keys(found).length !== list.length) throw new Error(`told twice: ${list.map(key).join(', ')}`);
  return found;
};

export function incidentResult(row: IncidentRow): IncidentResult {
  const assessment = assessIncident(given(row.incident) as Incident, optionsOf(row));
  const { accountability, findings, responses, openPoints, presumptions, chain } = assessment;
  const provision = (of: { readonly provision: string }) => of.provision;
  return {
    accountability: { ...accountability },
    findings: byName(findings, provision, (finding) => ({
      status: finding.status,
      open: names(finding.openPoints),
      presumed: finding.presumptions.map(({ fact }) => fact).sort(),
      cited: finding.citation,
      then: finding.consequence.citation,
    })),
    responses: byName(responses, provision, (response) => ({
      status: response.status,
      // What a response waits for is told once, at the top.
      open: names(openPoints.filter(({ provisions }) => provisions.includes(response.provision))),
      due: Object.fromEntries(response.due.map(({ reading = '', at }) => [reading, new Date(at).toISOString()])),
      cited: response.citation,
    })),
    open: waiting(openPoints),
    presumed: presumptions.map(({ fact }) => fact).sort(),
    chain: chainOf(chain),
  };
}

export function unitResult(row: UnitRow): UnitResult {
  const report = checkUnitObligations(given(row.unit) as UnitFile, optionsOf(row));
  const key = (of: { readonly provision: string; readonly system?: string; readonly incident?: string }) =>
    of.system === undefined ? of.provision : `${of.provision}@${of.system}`;
  return {
    obligations: byName(report.obligations, key, (obligation) => ({
      status: obligation.status,
      open: names(obligation.openPoints),
      dueOn: obligation.dueOn,
      cited: obligation.citation,
    })),
    open: waiting(report.openPoints),
    counts: { ...report.counts },
  };
}

export const chainResult = (row: ChainRow): ChainResult =>
  chainOf(resolveResponsibilityChain(row.subject as ChainSubject, { organization: {}, ...optionsOf(row) }));

function chainOf({ units, links, bodies, findings, openPoints }: ResponsibilityChain): ChainResult {
  const record: ByName<string[]> = {};
  for (const { code, path, expected } of findings)
    record[code] = [...(record[code] ?? []), expected === undefined ? path : `${path} ${expected}`];
  const key = ({ unit, step }: { readonly unit?: string; readonly step: string }) =>
    unit === undefined || step === 'party' ? step : `${unit}.${step}`;
  return {
    units: byName(
      units,
      ({ unit }) => unit,
      ({ capacities }) => capacities,
    ),
    links: byName(links, key, ({ status, holders, reached }) => ({
      status,
      holders: holders.map(({ person }) => person),
      ...(reached && { reached }),
    })),
    bodies: byName(
      bodies,
      ({ body }) => body,
      ({ unit }) => unit,
    ),
    record: Object.fromEntries(Object.entries(record).map(([code, paths]) => [code, paths.sort()])),
    open: waiting(openPoints),
    cited: [...links, ...bodies, ...findings]
      .flatMap(({ citation }) => citation ?? [])
      .concat(units.flatMap(({ citations }) => citations)),
  };
}
