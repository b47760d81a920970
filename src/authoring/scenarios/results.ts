import type { Finding } from '../../assessment/assessment.js';
import { findingsIn } from '../../assessment/details.js';
import type { IncidentCases } from '../../case/incident-case.js';
import type { Chain } from '../../chain/chain.js';
import { once } from '../../diagnostics/once.js';
import type { AnyAssessment, AnyChain, AnyReport } from '../../explanation/results.js';
import type { Names } from '../../policy/names.js';
import type { LocatedAccountability } from '../../policy/standing.js';

// The one place that knows the shapes of results: what came, by name. Everything else compares what comes out of here.

export type ByName<T> = { readonly [name: string]: T };
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
    Found & {
      readonly presumed: readonly string[];
      /** Of an incident that concerns several units. */
      readonly byUnit?: ByName<string>;
      readonly cited: Cited;
      readonly then: Cited;
    }
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
}

type Point = { readonly kind: string; readonly id: string };
const name = ({ kind, id }: Point) => `${kind}:${id}`;
const names = (points: readonly Point[]): string[] => points.map(name).sort();

/** The findings of an assessment by the names of their provisions, each worked out when it is asked for. */
export interface Findings {
  readonly names: readonly string[];
  /** Whether the incident concerns several units. */
  readonly several: boolean;
  of(provision: string): Finding<Names>;
  /** What one waits for. */
  open(provision: string): readonly Point[];
}

function allOf({ findings, openPoints }: AnyAssessment): Findings {
  const of = (name: string) => findings.find(({ provision }) => provision === name) as Finding<Names>;
  return {
    names: findings.map(({ provision }) => provision),
    several: findings.some(({ byUnit }) => byUnit !== undefined),
    of,
    open: (name) => openPoints.filter(({ id }) => of(name).open.includes(id)),
  };
}

/** The same of the cases behind an assessment, without the findings that nobody asks for. */
export function findingsBehind(cases: IncidentCases): Findings {
  const foundIn = findingsIn(cases);
  const entries = new Map(cases[0].law.accountabilities.map((entry) => [entry.provision.id, entry]));
  const found = (name: string) => foundIn(entries.get(name) as LocatedAccountability);
  return {
    names: [...entries.keys()],
    several: new Set(cases.map(({ incident }) => incident.unit)).size > 1,
    of: (name) => found(name).finding,
    open: (name) => found(name).on.filter(({ id }) => found(name).finding.open.includes(id)),
  };
}

/** What is asked of a part only when a row looks at it is worked out then, and of a finding without the others. */
export function incidentResult(assessment: AnyAssessment, findings: Findings = allOf(assessment)): IncidentResult {
  const { accountability, citations } = assessment;
  const statusOf = (provision: string) =>
    accountability.by.includes(provision) ? 'met' : accountability.open.includes(provision) ? 'undetermined' : 'unmet';
  const owed = ({ provision, unit }: { readonly provision: string; readonly unit?: string }) =>
    unit === undefined ? provision : `${provision}@${unit}`;
  // What is open in an assessment is put together of all of it, which a part in which nothing is does not need.
  const pointsOf = (open: readonly string[]) =>
    open.length === 0 ? [] : names(assessment.openPoints.filter(({ id }) => open.includes(id)));
  const responses = once(() =>
    byName(assessment.responses, owed, ({ provision, status, open, due }) => ({
      status,
      get open() {
        return pointsOf(open);
      },
      due: Object.fromEntries(due.map(({ reading = '', at }) => [reading, new Date(at).toISOString()])),
      cited: citations[provision] as Cited,
    })),
  );
  return {
    accountability: {
      status: accountability.status,
      by: [...accountability.by].sort(),
      open: [...accountability.open].sort(),
    },
    findings: byName(
      findings.names,
      (id) => id,
      (id) => {
        const finding = () => findings.of(id);
        return {
          status: statusOf(id),
          ...(findings.several && {
            byUnit: Object.fromEntries((finding().byUnit ?? []).map((each) => [each.unit ?? '', each.status])),
          }),
          get open() {
            return names(findings.open(id));
          },
          get presumed() {
            return [...finding().presumed].sort();
          },
          cited: citations[id] as Cited,
          get then() {
            return assessment.consequences[finding().consequence]?.citation as Cited;
          },
        };
      },
    ),
    get responses() {
      return responses();
    },
    get open() {
      // Whom a finding reaches is open with it, unless it reaches nobody.
      const reaching = assessment.findings.map(({ provision, status, consequence, open }) => ({
        provision,
        open: status === 'unmet' ? open : [...open, ...(assessment.consequences[consequence]?.trace.questions ?? [])],
      }));
      return waiting(assessment.openPoints, [...reaching, ...assessment.responses]);
    },
    get presumed() {
      return assessment.presumptions.flatMap(({ facts }) => facts).sort();
    },
    get proposals() {
      return assessment.proposals.map(({ provision }) => provision).sort();
    },
    get chain() {
      return chainOf(assessment.chain, citations, assessment.openPoints);
    },
  };
}

/** The duties of a report; of words of which it is open what duties they are, each that they may be. */
export const dutiesIn = ({ obligations }: AnyReport) => obligations.flatMap((each) => each.phrase?.duties ?? [each]);

export function unitResult(report: AnyReport): UnitResult {
  const { openPoints, citations } = report;
  const obligations = dutiesIn(report);
  return {
    obligations: byName(
      obligations,
      ({ provision, system, towards, occasion }) =>
        [provision, system ?? towards, occasion?.id].filter((part) => part !== undefined).join('@'),
      ({ provision, status, open, dueOn, madeGoodOn, leadsTo }) => ({
        status,
        get open() {
          return names(openPoints.filter(({ id }) => open.includes(id)));
        },
        dueOn,
        madeGoodOn,
        leadsTo,
        cited: citations[provision] as Cited,
      }),
    ),
    get open() {
      return waiting(openPoints, obligations);
    },
  };
}

export const chainResult = (chain: AnyChain): ChainResult => chainOf(chain, chain.citations, chain.openPoints);

function chainOf(
  { units, links, bodies, findings, open }: Chain<Names>,
  citations: { readonly [provision: string]: Cited | undefined },
  points: readonly Point[],
): ChainResult {
  const record: { [code: string]: string[] } = {};
  for (const { code, path, expected } of findings)
    record[code] = [...(record[code] ?? []), expected === undefined ? path : `${path} ${expected}`];
  // Who held a post at the time of conduct of its own stands under its day.
  const key = ({ unit, step, conduct }: (typeof links)[number]) =>
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

function byName<T, U>(list: readonly T[], key: (of: T) => string, value: (of: T) => U): ByName<U> {
  const found = Object.fromEntries(list.map((of) => [key(of), value(of)]));
  if (Object.keys(found).length !== list.length) throw new Error(`told twice: ${list.map(key).join(', ')}`);
  return found;
}
