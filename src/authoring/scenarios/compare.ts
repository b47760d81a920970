import { oncePer } from '../../diagnostics/once.js';
import { parseTime } from '../../model/time.js';
import { isOfBody } from '../../regulation/rhythm.js';
import type { Provision, Regulation } from '../../regulation/schema.js';
import type { ChainRow, IncidentRow, UnitRow } from './form.js';
import type { ByName, ChainResult, Found, IncidentResult, UnitResult } from './results.js';

/** What a row expects and what came, side by side as plain objects that must be equal. */
export interface Compared {
  readonly expected: object;
  readonly actual: object;
}

/** What comes of a provision where nothing is said: it stands for `rest: silent`. */
type Silent<Result> = (name: string) => Result | undefined;

export function incidentCompared(
  { expect: row }: IncidentRow,
  came: IncidentResult,
  silent: Silent<string>,
  regulation: Regulation,
): Compared {
  const of = provisionsOf(regulation);
  // What follows from other provisions, and the duties of bodies, a row speaks of only where it names them.
  const findings = expectedOf(row.findings, came.findings, silent, (name) => !followsFromBreach(of(name)));
  // The duties that an incident calls up are worked out only for a row that speaks of some.
  const responses = row.responses
    ? expectedOf(row.responses, came.responses, undefined, (name) => !isOfBody(regulation, of(name)))
    : NOTHING;
  const named = [...findings.named, ...responses.named];
  const resultOf = (name: string) => came.findings[name] ?? came.responses[name];
  const point = pointOf(regulation);
  return {
    expected: {
      findings: findings.statuses,
      responses: responses.statuses,
      ...(row.accountability && { accountability: row.accountability }),
      open: valued(named, (name) => points(row.open?.[name], point)),
      presumed: valued(findings.named, (name) => [...(row.presumed?.[name] ?? [])].sort()),
      due: valued(responses.named, (name) => times(row.due?.[name])),
      ...(row.cited && { cited: row.cited }),
      ...(row.byUnit && { byUnit: row.byUnit }),
      ...(row.then && { then: row.then }),
      ...(row.proposals && { proposals: [...row.proposals].sort() }),
      ...(row.reached && { reached: row.reached }),
      ...(row.chain && { chain: chainExpected(row.chain, regulation) }),
    },
    actual: {
      findings: statusesOf(came.findings, findings.statuses),
      responses: row.responses ? statusesOf(came.responses, responses.statuses) : NOTHING.statuses,
      ...(row.accountability && { accountability: came.accountability.status }),
      open: valued(named, (name) => resultOf(name)?.open),
      presumed: valued(findings.named, (name) => came.findings[name]?.presumed),
      due: valued(responses.named, (name) => came.responses[name]?.due),
      ...(row.cited && { cited: valued(Object.keys(row.cited), (name) => resultOf(name)?.cited.place) }),
      ...(row.byUnit && { byUnit: valued(Object.keys(row.byUnit), (name) => came.findings[name]?.byUnit) }),
      ...(row.then && {
        then: valued(Object.keys(row.then), (name) => wordsIn(came.findings[name]?.then.quote, row.then?.[name])),
      }),
      ...(row.proposals && { proposals: came.proposals }),
      ...(row.reached && { reached: mapped(came.chain.links, ({ reached }) => reached) }),
      ...(row.chain && { chain: chainActual(came.chain) }),
    },
  };
}

export function unitCompared(
  { expect: row }: UnitRow,
  came: UnitResult,
  silent: Silent<Found>,
  regulation: Regulation,
): Compared {
  const { named, statuses } = expectedOf(row.obligations, came.obligations, (name) => silent(name)?.status);
  const point = pointOf(regulation);
  const open = (name: string) => {
    if (!named.includes(name)) return row.obligations.rest === 'silent' ? silent(name)?.open : [];
    // Where nothing else is named, one that is undetermined waits for evidence of itself.
    const own = row.obligations[name] === 'undetermined' ? [`evidence:${name}`] : [];
    return row.open?.[name] ? points(row.open[name], point) : own;
  };
  const all = Object.keys(statuses);
  return {
    expected: {
      obligations: statuses,
      open: valued(all, open),
      dueOn: valued(all, (name) => row.dueOn?.[name]),
      madeGoodOn: valued(all, (name) => row.madeGoodOn?.[name]),
    },
    actual: {
      obligations: statusesOf(came.obligations, statuses),
      open: valued(all, (name) => came.obligations[name]?.open),
      dueOn: valued(all, (name) => came.obligations[name]?.dueOn),
      madeGoodOn: valued(all, (name) => came.obligations[name]?.madeGoodOn),
    },
  };
}

export const chainCompared = ({ expect }: ChainRow, came: ChainResult, regulation: Regulation): Compared => ({
  expected: chainExpected(expect, regulation),
  actual: chainActual(came),
});

const NOTHING: ReturnType<typeof expectedOf> = { named: [], statuses: {} };

/**
 * How results are expected to stand: those that a row names, and for every other that came what its `rest` says. Without
 * a rest the others are not looked at.
 */
function expectedOf(
  row: ByName<string> = {},
  came: ByName<unknown>,
  silent: Silent<string> | undefined,
  held: (name: string) => boolean = () => true,
): { readonly named: readonly string[]; readonly statuses: ByName<string | undefined> } {
  const { rest, ...named } = row;
  const others = rest === undefined ? [] : Object.keys(came).filter((name) => !(name in named) && held(name));
  return {
    named: Object.keys(named),
    statuses: { ...named, ...valued(others, (name) => (rest === 'silent' && silent ? silent(name) : rest)) },
  };
}

const statusesOf = (came: ByName<{ readonly status: string }>, expected: ByName<unknown>): ByName<string | undefined> =>
  valued(Object.keys(expected), (name) => came[name]?.status);

const followsFromBreach = (provision: Provision): boolean =>
  'breachOf' in provision && provision.breachOf !== undefined;

/** The provision that a result is named after; behind an `@` it says of what there are several. */
const provisionsOf = oncePer(({ articles }: Regulation) => {
  const all = new Map(articles.flatMap(({ provisions }) => provisions.map((each) => [each.id, each] as const)));
  return (name: string) => all.get(name.replace(/@.*/, '')) as Provision;
});

/** An open point by its kind: names of facts, terms and questions are never the same. */
function pointOf({ facts, terms, questions }: Regulation): (id: string) => string {
  return (id) => {
    if (id === 'issue-date') return 'issue-date:issue-date';
    const kind = id in facts ? 'fact' : id in terms ? 'term' : id in questions ? 'ruling' : 'evidence';
    return `${kind}:${id}`;
  };
}
const points = (ids: readonly string[] = [], point: (id: string) => string): string[] => ids.map(point).sort();

/** Words of a quote where it has them; the quote itself where it has others. */
const wordsIn = (quote = '', words = ''): string => (quote.includes(words) ? words : quote);

/** Due times: by each reading of the clock; under no name where one counts. */
const times = (due: string | ByName<string> = {}): ByName<string> =>
  mapped(typeof due === 'string' ? { '': due } : due, (at) => {
    const time = parseTime(at);
    return 'from' in time ? new Date(time.from).toISOString() : at;
  });

function chainExpected({ units, links, bodies, record = {}, open = {} }: ChainRow['expect'], regulation: Regulation) {
  const { rest, ...seats } = bodies;
  const all = Object.keys(regulation.bodies);
  const point = pointOf(regulation);
  const everyBody = all.filter((body) => !(body in seats)).map((body) => `bodies.${body}`);
  return {
    units,
    links: mapped(links, (link) =>
      typeof link === 'string'
        ? { status: link, holders: [] }
        : Array.isArray(link)
          ? { status: 'held', holders: link }
          : { status: 'open', holders: link.open, ...(link.orNobody && { orNobody: true }) },
    ),
    bodies: rest === undefined ? seats : { ...valued(all, () => undefined), ...seats },
    record: mapped(record, (paths) => (paths === 'every-body' ? everyBody : [...paths]).sort()),
    open: Object.fromEntries(Object.entries(open).map(([id, provisions]) => [point(id), [...provisions].sort()])),
  };
}

const chainActual = ({ units, links, bodies, record, open }: ChainResult) => ({
  units,
  links: mapped(links, ({ status, holders, orNobody }) => ({ status, holders, ...(orNobody && { orNobody }) })),
  bodies,
  record,
  open,
});

const valued = <T>(names: readonly string[], value: (name: string) => T): ByName<T> =>
  Object.fromEntries(names.map((name) => [name, value(name)]));
const mapped = <T, U>(of: ByName<T>, value: (of: T) => U): ByName<U> =>
  Object.fromEntries(Object.entries(of).map(([name, each]) => [name, value(each)]));
