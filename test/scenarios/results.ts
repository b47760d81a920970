import { expect } from 'vitest';
import {
  assessIncident,
  type Chain,
  type ChainSubject,
  checkUnitObligations,
  createPolicy,
  findingOf,
  type Incident,
  type Organization,
  type PolicyOptions,
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
  readonly links: ByName<{
    readonly status: string;
    readonly holders: readonly string[];
    readonly orNobody?: true;
    readonly reached?: string;
  }>;
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
  readonly proposals: readonly string[];
  readonly chain: ChainResult;
}
export interface UnitResult {
  readonly obligations: ByName<
    Found & {
      readonly dueOn: string | undefined;
      readonly madeGoodOn: string | undefined;
      readonly leadsTo: readonly string[] | undefined;
      readonly cited: Cited;
    }
  >;
  readonly open: ByName<readonly string[]>;
  readonly counts: ByName<number>;
}

const optionsOf = ({ policy, asOf, organization }: IncidentRow | UnitRow | ChainRow) => {
  const register = given(organization as Organization | string | undefined);
  return { policy: createPolicy(policy as PolicyOptions), asOf, ...(register && { organization: register }) };
};

type Point = { readonly kind: string; readonly id: string };
const name = ({ kind, id }: Point) => `${kind}:${id}`;
const names = (points: readonly Point[]): string[] => points.map(name).sort();
/** The provisions that wait for each open point. */
function waiting(
  points: readonly Point[],
  parts: readonly { readonly provision: string; readonly open: readonly string[] }[],
): ByName<readonly string[]> {
  const of = (id: string) => new Set(parts.flatMap(({ provision, open }) => (open.includes(id) ? [provision] : [])));
  return Object.fromEntries(
    points.map((point) => [name(point), [...of(point.id)].sort()] as const).filter(([, of]) => of.length > 0),
  );
}
const byName = <T, U>(list: readonly T[], key: (of: T) => string, value: (of: T) => U): ByName<U> => {
  const found = Object.fromEntries(list.map((of) => [key(of), value(of)]));
  if (Object.keys(found).length !== list.length) throw new Error(`told twice: ${list.map(key).join(', ')}`);
  return found;
};

export function incidentResult(row: IncidentRow): IncidentResult {
  const assessment = assessIncident(given(row.incident) as Incident, optionsOf(row));
  const { accountability, findings, responses, openPoints, presumptions, chain, citations } = assessment;
  const provision = (of: { readonly provision: string }) => of.provision;
  const owed = ({ provision: id, unit }: { readonly provision: string; readonly unit?: string }) =>
    unit === undefined ? id : `${id}@${unit}`;
  // Whom a finding reaches is open with it, unless it reaches nobody.
  const reaching = findings.map(({ provision: id, status, consequence, open }) => ({
    provision: id,
    open: status === 'unmet' ? open : [...open, ...(assessment.consequences[consequence]?.trace.questions ?? [])],
  }));
  return {
    accountability: { ...accountability },
    findings: byName(findings, provision, (finding) => ({
      status: finding.status,
      open: names(findingOf(assessment, finding.provision).openPoints),
      presumed: [...finding.presumed].sort(),
      cited: citations[finding.provision],
      then: assessment.consequences[finding.consequence]?.citation as Cited,
    })),
    responses: byName(responses, owed, (response) => ({
      status: response.status,
      open: names(openPoints.filter(({ id }) => response.open.includes(id))),
      due: Object.fromEntries(response.due.map(({ reading = '', at }) => [reading, new Date(at).toISOString()])),
      cited: citations[response.provision],
    })),
    open: waiting(openPoints, [...reaching, ...responses]),
    presumed: presumptions.flatMap(({ facts }) => facts).sort(),
    proposals: assessment.proposals.map(({ provision: id }) => id).sort(),
    chain: chainOf(chain, citations, openPoints),
  };
}

interface ObligationKey {
  readonly provision: string;
  readonly system?: string;
  readonly towards?: string;
  readonly occasion?: { readonly id: string };
}

export function unitResult(row: UnitRow): UnitResult {
  const report = checkUnitObligations(given(row.unit) as UnitFile, optionsOf(row));
  // Scenarios speak of each duty that a phrase may be; how phrases stand is tested in test/obligations/phrases.test.ts.
  const obligations = report.obligations.flatMap((each) => each.phrase?.duties ?? [each]);
  const countsOf = (of: readonly { readonly status: string }[]) =>
    Object.fromEntries(
      Object.keys(report.counts).map((status) => [status, of.filter((each) => each.status === status).length]),
    );
  expect(report.counts).toEqual(countsOf(report.obligations));
  const key = ({ provision, system, towards, occasion }: ObligationKey) =>
    [provision, system ?? towards, occasion?.id].filter((part) => part !== undefined).join('@');
  return {
    obligations: byName(obligations, key, (obligation) => ({
      status: obligation.status,
      open: names(report.openPoints.filter(({ id }) => obligation.open.includes(id))),
      dueOn: obligation.dueOn,
      madeGoodOn: obligation.madeGoodOn,
      leadsTo: obligation.leadsTo?.map((id) => id as string),
      cited: report.citations[obligation.provision],
    })),
    open: waiting(report.openPoints, obligations),
    counts: countsOf(obligations),
  };
}

export function chainResult(row: ChainRow): ChainResult {
  const chain = resolveResponsibilityChain(row.subject as ChainSubject, { organization: {}, ...optionsOf(row) });
  return chainOf(chain, chain.citations, chain.openPoints);
}

function chainOf(
  { units, links, bodies, findings, open }: Chain,
  citations: { readonly [provision: string]: Cited },
  points: readonly Point[],
): ChainResult {
  const record: ByName<string[]> = {};
  for (const { code, path, expected } of findings)
    record[code] = [...(record[code] ?? []), expected === undefined ? path : `${path} ${expected}`];
  // Who held a post at the time of conduct of its own stands under its day.
  const key = ({ unit, step, conduct }: Chain['links'][number]) =>
    [unit === undefined || step === 'party' ? step : `${unit}.${step}`, ...(conduct ? [conduct.asOf] : [])].join(' ');
  return {
    units: byName(
      units,
      ({ unit }) => unit,
      ({ capacities }) => capacities,
    ),
    links: byName(links, key, ({ status, holders, mayBeVacant, reached }) => ({
      status,
      holders: holders.map(({ person }) => person),
      ...(mayBeVacant && { orNobody: true }),
      ...(reached && { reached }),
    })),
    bodies: byName(
      bodies,
      ({ body }) => body,
      ({ unit }) => unit,
    ),
    record: Object.fromEntries(Object.entries(record).map(([code, paths]) => [code, paths.sort()])),
    open: waiting(
      points,
      Object.entries(open).map(([provision, ids]) => ({ provision, open: ids ?? [] })),
    ),
    cited: [...links, ...bodies, ...findings]
      .map(({ provision }) => provision)
      .concat(units.flatMap(({ provisions }) => provisions))
      .flatMap((provision) => (provision === undefined ? [] : [citations[provision] as Cited])),
  };
}
