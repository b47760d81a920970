import { oncePer } from '../../src/diagnostics/once.js';
import type { Organization } from '../../src/index.js';
import { given, readYaml } from '../support/fixtures.js';
import type { ChainRow, IncidentRow, UnitRow } from './form.js';
import type { ChainResult, IncidentResult, UnitResult } from './results.js';
import { type Duties, readSilentDuties } from './second-reader/duties.js';
import { readIncident } from './second-reader/incident.js';
import { BODIES, FACTS, ofBody, type PolicyGiven, provisionsOf, QUESTIONS, TERMS } from './second-reader/rules.js';

// What a row expects and what came, both as plain objects that must be equal: nothing more may come than what the row says.

type ByName<T> = { [name: string]: T };
export interface Compared {
  readonly expected: object;
  readonly actual: object;
}

const SILENT = readYaml<ByName<string>>('test/scenarios/silence.yaml');

/**
 * The duties of 各单位: those borne by every unit, and those of the two that Art. 6 names, a department (部处) and a centre (中心),
 * which Art. 3 counts among them. The Leading Group is none, and its Office is only set up at the Centre.
 */
const UNITS = ['unit', 'publicity', 'technology-centre'];
const OF_UNITS = new Set(provisionsOf('duty').flatMap(({ id, bearer = '' }) => (UNITS.includes(bearer) ? [id] : [])));

/** An open point by its kind: names of facts, terms and questions are never the same. */
function point(id: string): string {
  if (id === 'issue-date') return 'issue-date:issue-date';
  const kind = id in FACTS ? 'fact' : id in TERMS ? 'term' : id in QUESTIONS ? 'ruling' : 'evidence';
  return `${kind}:${id}`;
}
const points = (ids: readonly string[] = []): string[] => ids.map(point).sort();

/**
 * A row's results by name: those it names, and for every other that came what its `rest` says; `held` are those that
 * the second reader holds where a row does not name them.
 */
function spread(
  row: ByName<string>,
  came: readonly string[],
  silent: (name: string) => string | undefined,
  held: ByName<string> = {},
) {
  const { rest, ...named } = row;
  const others = came.filter((name) => !(name in named) && !(name in held));
  if (rest === undefined && others.length > 0)
    throw new Error(`neither named nor held by a rest: ${others.join(', ')}`);
  if (rest !== undefined && others.length === 0) throw new Error('a rest of nothing');
  const ofRest = others.map((name) => [name, rest === 'silent' ? silent(name) : rest] as const);
  return { named: Object.keys(named), all: { ...held, ...named, ...Object.fromEntries(ofRest) } };
}

const pick = <T, U>(from: ByName<T>, names: readonly string[], value: (of: T) => U): ByName<U | undefined> =>
  Object.fromEntries(names.map((name) => [name, from[name] && value(from[name])]));
const only = (of: ByName<unknown>, names: readonly string[], what: string): void => {
  const strange = Object.keys(of).filter((name) => !names.includes(name));
  if (strange.length > 0) throw new Error(`${what} of something the row does not name: ${strange.join(', ')}`);
};
const statuses = (of: ByName<{ readonly status: string }>): ByName<string> =>
  Object.fromEntries(Object.entries(of).map(([name, { status }]) => [name, status]));
/** Whatever is open, with all that waits for it. */
function waiting(of: readonly (readonly [name: string, open: Iterable<string>])[]): ByName<string[]> {
  const found: ByName<string[]> = {};
  for (const [name, open] of of) for (const each of open) found[each] = [...(found[each] ?? []), name];
  for (const each of Object.keys(found)) found[each] = [...new Set(found[each])].sort();
  return found;
}
const setting = ({ organization, policy, asOf }: IncidentRow | UnitRow | ChainRow) => ({
  organization: given(organization as Organization | string | undefined),
  policy: (policy ?? {}) as PolicyGiven,
  asOf,
});

export function incidentCompared(scenario: IncidentRow, came: IncidentResult): Compared {
  const { expect: row } = scenario;
  const { provisions } = readTwice(scenario);
  // What rests on other provisions is silent only while the record shows no breach of them: the second reader knows.
  const restingOn = Object.fromEntries(
    provisionsOf('accountability').flatMap(({ id, breachOf }) => (breachOf ? [[id, provisions[id]?.truth ?? '']] : [])),
  );
  const findings = spread(row.findings, Object.keys(came.findings), (name) => restingOn[name] ?? SILENT[name]);
  const responses = spread(row.responses, Object.keys(came.responses), () => undefined, bodiesIn(scenario));
  const named = [...findings.named, ...responses.named];
  only(row.open, named, 'open points');
  only(row.presumed, findings.named, 'presumptions');
  only(row.due, responses.named, 'a due time');
  const having = (status: string) =>
    Object.keys(findings.all)
      .filter((name) => findings.all[name] === status)
      .sort();
  const times = (due: string | ByName<string> = {}) =>
    Object.fromEntries(
      Object.entries(typeof due === 'string' ? { '': due } : due).map(([reading, at]) => [
        reading,
        new Date(at).toISOString(),
      ]),
    );
  return {
    expected: {
      findings: findings.all,
      responses: responses.all,
      accountability: { status: row.accountability, by: having('met'), open: having('undetermined') },
      open: Object.fromEntries(named.map((name) => [name, points(row.open[name])])),
      presumed: Object.fromEntries(findings.named.map((name) => [name, [...(row.presumed[name] ?? [])].sort()])),
      due: Object.fromEntries(responses.named.map((name) => [name, times(row.due[name])])),
      ...(row.proposals && { proposals: [...row.proposals].sort() }),
      ...(row.reached && { reached: row.reached }),
      ...(row.chain && { chain: chainExpected(row.chain) }),
    },
    actual: {
      findings: statuses(came.findings),
      responses: statuses(came.responses),
      accountability: {
        status: came.accountability.status,
        by: [...came.accountability.by].sort(),
        open: [...came.accountability.open].sort(),
      },
      open: pick({ ...came.findings, ...came.responses }, named, ({ open }) => open),
      presumed: pick(came.findings, findings.named, ({ presumed }) => presumed),
      due: pick(came.responses, responses.named, ({ due }) => due),
      ...(row.proposals && { proposals: [...came.proposals] }),
      ...(row.reached && {
        reached: Object.fromEntries(Object.entries(came.chain.links).map(([name, { reached }]) => [name, reached])),
      }),
      ...(row.chain && { chain: chainActual(came.chain) }),
    },
  };
}

/** What the second reader makes of a row, read once. */
const readTwice = oncePer((row: IncidentRow) =>
  readIncident(given(row.incident as { readonly [key: string]: unknown } | string) ?? {}, setting(row)),
);

/** How the duties of bodies stand, of which a row speaks only where it is about them. */
function bodiesIn(row: IncidentRow): ByName<string> {
  const { responses } = readTwice(row);
  return Object.fromEntries(
    provisionsOf('duty').flatMap((duty) => (ofBody(duty) ? [[duty.id, responses[duty.id]?.status ?? '']] : [])),
  );
}

/** Everything an assessment says, held to the second reader: what no row names too. */
export function incidentReadTwice(row: IncidentRow, came: IncidentResult): Compared {
  const { provisions, responses, traces } = readTwice(row);
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
    },
  };
}

export function unitCompared(row: UnitRow, came: UnitResult): Compared {
  const file = given(row.unit as { readonly [key: string]: unknown } | string) ?? {};
  const silent: Duties = readSilentDuties(file, setting(row));
  const { obligations, open, dueOn, madeGoodOn } = row.expect;
  const { named, all } = spread(obligations, Object.keys(came.obligations), (name) => silent[name]?.status);
  const spoken = Object.keys(silent).filter((name) => silent[name]?.spoken && !named.includes(name));
  if (obligations.rest === 'silent' && spoken.length > 0)
    throw new Error(`the file speaks of what the row does not name: ${spoken.join(', ')}`);
  only(open, named, 'open points');
  only(dueOn, named, 'a due day');
  only(madeGoodOn, named, 'a breach made good');
  const rest = Object.keys(all).filter((name) => !named.includes(name));
  const opened = Object.fromEntries([
    // Where nothing else is named, one that is undetermined waits for evidence of itself.
    ...named.map((name) => {
      const own = obligations[name] === 'undetermined' ? [`evidence:${name}`] : [];
      return [name, open[name] ? points(open[name]) : own] as const;
    }),
    ...rest.map((name) => [name, obligations.rest === 'silent' ? [...(silent[name]?.open ?? [])].sort() : []] as const),
  ]);
  const count = (status: string) => Object.values(all).filter((each) => each === status).length;
  return {
    expected: {
      obligations: all,
      open: opened,
      waiting: waiting(Object.entries(opened).map(([name, of]) => [name.replace(/@.*/, ''), of])),
      dueOn: Object.fromEntries(Object.keys(all).map((name) => [name, dueOn[name]])),
      // Art. 9 ¶1 speaks of 各单位: what a unit breaches leads there, and nothing else does.
      leadsTo: Object.fromEntries(
        Object.keys(all).map((name) => [
          name,
          all[name] === 'breached' && OF_UNITS.has(name.replace(/@.*/, '')) ? ['art9.p1'] : undefined,
        ]),
      ),
      madeGoodOn: Object.fromEntries(Object.keys(all).map((name) => [name, madeGoodOn[name]])),
      counts: Object.fromEntries(Object.keys(came.counts).map((status) => [status, count(status)])),
    },
    actual: {
      obligations: statuses(came.obligations),
      open: pick(came.obligations, Object.keys(came.obligations), ({ open }) => open),
      waiting: came.open,
      dueOn: pick(came.obligations, Object.keys(came.obligations), ({ dueOn }) => dueOn),
      leadsTo: pick(came.obligations, Object.keys(came.obligations), ({ leadsTo }) => leadsTo),
      madeGoodOn: pick(came.obligations, Object.keys(came.obligations), ({ madeGoodOn }) => madeGoodOn),
      counts: came.counts,
    },
  };
}

export const chainCompared = (row: ChainRow, came: ChainResult): Compared => ({
  expected: chainExpected(row.expect),
  actual: chainActual(came),
});

function chainExpected({ units, links, bodies, record, open }: ChainRow['expect']) {
  const { rest, ...seats } = bodies;
  const held = (link: (typeof links)[string]) =>
    typeof link === 'string'
      ? { status: link, holders: [] }
      : Array.isArray(link)
        ? { status: 'held', holders: link }
        : { status: 'open', holders: link.open, ...(link.orNobody && { orNobody: true }) };
  const everyBody = BODIES.filter((body) => !(body in seats)).map((body) => `bodies.${body}`);
  return {
    units,
    links: Object.fromEntries(Object.entries(links).map(([name, link]) => [name, held(link)])),
    bodies: rest === undefined ? seats : { ...Object.fromEntries(BODIES.map((body) => [body, undefined])), ...seats },
    record: Object.fromEntries(
      Object.entries(record).map(([code, paths]) => [
        code,
        paths === 'every-body' ? everyBody.sort() : [...paths].sort(),
      ]),
    ),
    open: Object.fromEntries(Object.entries(open).map(([id, provisions]) => [point(id), [...provisions].sort()])),
  };
}

const chainActual = ({ units, links, bodies, record, open }: ChainResult) => ({
  units,
  links: Object.fromEntries(
    Object.entries(links).map(([name, { status, holders, orNobody }]) => [
      name,
      { status, holders, ...(orNobody && { orNobody }) },
    ]),
  ),
  bodies,
  record,
  open,
});
