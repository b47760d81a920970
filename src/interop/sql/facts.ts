import { type FactPlan, NOT_ALLEGED } from '../../model/fact-values.js';
import type { Ruleset } from '../../policy/create-policy.js';
import { HOUR_MS, LAST_MOMENT } from '../../regulation/dates.js';
import { BOUNDS, type Bound, type Column, columnType, fitting, type TimeEnd } from './columns.js';
import type { ColumnType, Sql } from './dialect.js';
import { type EpochTests, epochTests } from './epochs.js';
import type { Cell, Steps } from './steps.js';

/**
 * The facts of a row as columns: with what others settle, what is computed and what is presumed, as `readCase` has them
 * in the process.
 */
export interface FactColumns {
  /** A fact's value; of a choice, NULL while it has not come to rest. */
  value(fact: number): Cell;
  /** A fact's value in words or numbers as stated or settled, "not yet" included. */
  settled(fact: number): Cell;
  option(fact: number, option: string): Cell;
  /** The least and the most that a number can be: both NULL where it is unknown, either where nothing limits it. */
  range(fact: number): readonly [Cell, Cell];
  /** Whether an input has no value at all. */
  unknown(fact: number): Cell;
  finding(term: number): Cell;
  /** In which states of the law a time that governs may lie, by its name. */
  epochs(time: string): EpochTests;
  /** Whether the row contradicts itself or holds what no incident can. */
  contradictory: readonly Cell[];
}

/** Whether a duty was breached of which a fact says that one was; and whether one was not done as required that may be owed. */
export interface Breach {
  readonly established: Cell;
  readonly possible: Cell;
}

type Planned = FactPlan['facts'][number];

/** What other columns settle, as an expression of them. */
interface Settled {
  readonly sql: string;
  readonly from: readonly Cell[];
}

export function factColumns(
  rules: Ruleset,
  columns: readonly Column[],
  steps: Steps,
  sql: Sql,
  asOf: string,
  breachOf: (fact: number) => Breach | undefined,
): FactColumns {
  const { literal } = sql;
  const {
    regulation,
    plan,
    policy: { presume },
  } = rules;
  const stated = new Map<number, Cell>();
  /** The columns that say yes, no, or how an allegation stands. */
  const states = new Map<number, Cell>();
  const truthIn = (state: Cell): Cell =>
    steps.column(`CASE ${state.sql} WHEN 'true' THEN TRUE WHEN 'false' THEN FALSE END`, [state]);
  const bounds = new Map<string, Cell>();
  const options = new Map<string, Cell>();
  const ends = new Map<string, Cell>();
  const findings: Cell[] = [];
  const contradictory: Cell[] = [];
  const now = steps.given(asOf);
  for (const column of columns) {
    const name = sql.name(column.name);
    if (column.holds === 'fact') {
      const given = steps.given(name);
      stated.set(column.fact, column.definition.alleged ? truthIn(given) : given);
      if (column.definition.alleged) states.set(column.fact, given);
    }
    const fits = fitting(column, regulation, sql);
    if (fits) contradictory.push(steps.given(`NOT (${fits})`));
    if (column.holds === 'bound') bounds.set(`${column.fact} ${column.bound}`, steps.given(name));
    if (column.holds === 'time') ends.set(`${column.fact}${column.end}`, steps.given(sql.milliseconds(name)));
    if (column.holds === 'option') options.set(`${column.fact} ${column.option}`, steps.given(name));
    if (column.holds === 'finding') findings[column.term] = steps.given(name);
  }
  const unstated = (type: ColumnType) => steps.given(literal(null, type));
  // What no column holds, nobody has stated; times are milliseconds from here on.
  const at = (fact: number): Cell => {
    const { definition } = plan.facts[fact] as Planned;
    const type = definition.alleged ? 'boolean' : columnType(definition);
    return stated.get(fact) ?? unstated(type === 'instant' ? 'integer' : type);
  };
  const endOf = (fact: number, end: TimeEnd): Cell => ends.get(`${fact}${end}`) ?? unstated('integer');
  /** Where only the first end is there, it is the moment itself. */
  const lastOf = (fact: number, first: TimeEnd, last: TimeEnd): Cell => {
    const [from, until] = [endOf(fact, first), endOf(fact, last)];
    return steps.column(`COALESCE(${until.sql}, ${from.sql})`, [from, until]);
  };
  for (const { index } of plan.times) stated.set(index, lastOf(index, '', '.until'));
  const endedBetween = (fact: number) => [endOf(fact, '.ended'), lastOf(fact, '.ended', '.ended.until')] as const;
  const isStated = (fact: number): Cell => steps.column(`${at(fact).sql} IS NOT NULL`, [at(fact)]);
  const isMoment = (fact: number): Cell => {
    const [from, until, [, end]] = [endOf(fact, ''), at(fact), endedBetween(fact)];
    return steps.column(`COALESCE(${from.sql} = ${until.sql}, FALSE) AND ${end.sql} IS NULL`, [from, until, end]);
  };
  const optionsOf = (fact: number): Cell[] =>
    [...options].flatMap(([key, cell]) => (key.startsWith(`${fact} `) ? [cell] : []));

  /** What other stated facts settle, where they do: each by itself. */
  const implied = ({ implied: by }: Planned): readonly Settled[] =>
    by.flatMap((implication) => settledBy(implication) ?? []);
  function settledBy({ by, is, value }: Planned['implied'][number]): Settled | undefined {
    const members = optionsOf(by);
    // A whole set is never one value.
    if (members.length > 0 && is !== undefined) return undefined;
    const limits = is === undefined ? BOUNDS.flatMap((bound) => bounds.get(`${by} ${bound}`) ?? []) : [];
    const from = members.length > 0 ? members : [at(by), ...limits];
    const test = is === undefined ? 'IS NOT NULL' : `= ${literal(is)}`;
    const holds = from.map((cell) => `${cell.sql} ${test}`).join(' OR ');
    return { sql: `CASE WHEN ${holds} THEN ${literal(value)} END`, from };
  }
  const settled = plan.facts.map((fact, i): Cell => {
    const others = implied(fact);
    if (others.length === 0) return at(i);
    const all = [at(i), ...others].map(({ sql }) => sql).join(', ');
    return steps.column(`COALESCE(${all})`, [at(i), ...others.flatMap(({ from }) => from)]);
  });
  const isShown = (fact: number): Cell | undefined => breachOf(fact)?.established;
  const settledAs = (fact: number): Cell => settled[fact] as Cell;
  /** Where nothing was said of a fact, and nothing on record speaks against presuming it. */
  const isPresumable = (fact: number): { readonly sql: string; readonly from: readonly Cell[] } => {
    const said = states.get(fact);
    const against = (plan.facts[fact] as Planned).unless.map(({ fact: other, is }) => ({
      sql: `NOT COALESCE(${(settled[other] as Cell).sql} = ${literal(is)}, FALSE)`,
      cell: settled[other] as Cell,
    }));
    // Asked about and not known is open; that nobody alleges it is why it is presumed.
    const silent = said ? [`(${said.sql} IS NULL OR ${said.sql} = ${literal(NOT_ALLEGED)})`] : [];
    return {
      sql: [`${(settled[fact] as Cell).sql} IS NULL`, ...silent, ...against.map(({ sql }) => sql)].join(' AND '),
      from: [settled[fact] as Cell, ...(said ? [said] : []), ...against.map(({ cell }) => cell)],
    };
  };
  const value = plan.facts.map(({ definition: { type, pending, absent } }, i): Cell => {
    const known = settled[i] as Cell;
    if (type === 'set') return known;
    const rested = pending === undefined ? known.sql : `NULLIF(${known.sql}, ${literal(pending)})`;
    if (!presume || !absent) return rested === known.sql ? known : steps.column(rested, [known]);
    const { sql: presumable, from } = isPresumable(i);
    const presumed = literal(absent.presumed as string | boolean);
    return steps.column(`CASE WHEN ${presumable} THEN ${presumed} ELSE ${rested} END`, [known, ...from]);
  });
  /** Of a fact that breaches of duties settle: it is so where one was, and not presumed otherwise where one may be. */
  const valueWithBreaches = (fact: number): Cell => {
    const [own, known, breach] = [value[fact] as Cell, settled[fact] as Cell, breachOf(fact)];
    if (!breach) return own;
    const { established, possible } = breach;
    const isOpen = `${known.sql} IS NULL AND ${possible.sql}`;
    return steps.column(`CASE WHEN ${established.sql} THEN TRUE WHEN NOT (${isOpen}) THEN ${own.sql} END`, [
      own,
      known,
      established,
      possible,
    ]);
  };
  const option = (fact: number, name: string): Cell => {
    const cell = options.get(`${fact} ${name}`) ?? unstated('boolean');
    const { absent } = (plan.facts[fact] as Planned).definition;
    if (!presume || !absent) return cell;
    const all = optionsOf(fact);
    const presumed = (absent.presumed as readonly string[]).includes(name);
    if (!presumed || all.length === 0) return steps.column(`COALESCE(${cell.sql}, ${literal(presumed)})`, [cell]);
    return steps.column(`COALESCE(${cell.sql}, ${all.map((each) => `${each.sql} IS NULL`).join(' AND ')})`, all);
  };

  const limitOf = (fact: number, bound: Bound): Cell =>
    bounds.get(`${fact} ${bound}`) ?? unstated(columnType((plan.facts[fact] as Planned).definition));
  for (const [fact, { definition }] of plan.facts.entries()) {
    if (definition.type !== 'number' || definition.derive) continue;
    const [whole, least, most] = [at(fact), limitOf(fact, 'atLeast'), limitOf(fact, 'atMost')];
    contradictory.push(
      steps.column(`${least.sql} > ${most.sql}`, [least, most]),
      steps.column(`${whole.sql} < ${least.sql} OR ${whole.sql} > ${most.sql}`, [whole, least, most]),
    );
  }
  for (const i of plan.checked) {
    const fact = plan.facts[i] as Planned;
    const own = at(i);
    for (const other of implied(fact))
      contradictory.push(steps.column(`${own.sql} <> ${other.sql}`, [own, ...other.from]));
    if (fact.definition.type !== 'instant') continue;
    const [from, [ended, lastEnd]] = [endOf(i, ''), endedBetween(i)];
    if (!fact.definition.deadline) contradictory.push(steps.column(`${from.sql} > ${now.sql}`, [from, now]));
    contradictory.push(
      steps.column(`${own.sql} < ${from.sql}`, [own, from]),
      ...fact.notBefore.map((earlier) => {
        const before = endOf(earlier, '');
        return steps.column(`${own.sql} < ${before.sql}`, [own, before]);
      }),
    );
    if (!fact.definition.lasts) continue;
    // What still goes on ends at the last moment of all.
    contradictory.push(
      steps.column(`${ended.sql} > ${now.sql} AND ${ended.sql} < ${LAST_MOMENT}`, [ended, now]),
      steps.column(`${lastEnd.sql} < ${from.sql}`, [lastEnd, from]),
      steps.column(`${lastEnd.sql} < ${ended.sql}`, [lastEnd, ended]),
      ...fact.notBefore.map((earlier) => {
        const before = endOf(earlier, '');
        return steps.column(`${lastEnd.sql} < ${before.sql}`, [lastEnd, before]);
      }),
    );
  }

  // Between which moments each time lies: NULL where it has no beginning.
  const sooner = (one: Cell, other: Cell): Cell =>
    steps.column(`CASE WHEN ${one.sql} < ${other.sql} THEN ${one.sql} ELSE ${other.sql} END`, [one, other]);
  const earliest: Cell[] = [];
  const latest: Cell[] = [];
  for (const { index, after } of plan.times) {
    const own = endOf(index, '');
    earliest[index] = after === undefined ? own : steps.later(own, earliest[after] as Cell);
    const ended = lastOf(index, '.ended', '.ended.until');
    const began = plan.facts[index]?.definition.lasts ? sooner(ended, at(index)) : at(index);
    latest[index] = sooner(began, now);
  }
  for (const { index, after } of [...plan.times].reverse())
    if (after !== undefined) latest[after] = sooner(latest[index] as Cell, latest[after] as Cell);

  return {
    value: valueWithBreaches,
    settled: settledAs,
    option,
    range: (fact) => {
      const clock = (plan.facts[fact] as Planned).hours;
      return clock ? hours(clock) : between(fact);
    },
    unknown: (fact) => {
      if ((plan.facts[fact] as Planned).definition.type === 'instant') {
        const moment = isMoment(fact);
        return steps.column(`NOT ${moment.sql}`, [moment]);
      }
      const cells = [settled[fact] as Cell, value[fact] as Cell];
      return steps.column(cells.map((cell) => `${cell.sql} IS NULL`).join(' AND '), cells);
    },
    finding,
    epochs: epochTests(
      rules,
      { now, earliest, latest, endedBetween, isStated, isMoment, isShown, settled: settledAs },
      steps,
      sql,
    ),
    contradictory,
  };

  /** A person's finding, or what another one implies. */
  function finding(term: number): Cell {
    const own = findings[term] as Cell;
    const others = plan.implications.flatMap(({ term: enough, implied }) => {
      if (term !== enough && term !== implied) return [];
      const cell = findings[term === enough ? implied : enough] as Cell;
      const value = literal(term === implied);
      return [{ cell, sql: `CASE WHEN ${cell.sql} = ${value} THEN ${value} END` }];
    });
    if (others.length === 0) return own;
    const all = [own, ...others].map(({ sql }) => sql).join(', ');
    return steps.column(`COALESCE(${all})`, [own, ...others.map(({ cell }) => cell)]);
  }

  /** A stated number, or the bounds that are known of it: those of the fact itself where one is not. */
  function between(fact: number): readonly [Cell, Cell] {
    const { min, max } = (plan.facts[fact] as Planned).definition;
    const cells = [at(fact), ...BOUNDS.map((bound) => limitOf(fact, bound))] as const;
    const known = cells.map((cell) => cell.sql).join(', ');
    const end = (limit: Cell, own: number | undefined) => {
      const last = own === undefined ? '' : `, ${literal(own)}`;
      return steps.column(
        `CASE WHEN COALESCE(${known}) IS NOT NULL THEN COALESCE(${cells[0].sql}, ${limit.sql}${last}) END`,
        cells,
      );
    };
    return [end(cells[1] as Cell, min), end(cells[2] as Cell, max)];
  }

  function hours(clock: NonNullable<Planned['hours']>): readonly [Cell, Cell] {
    const [end, state] = [at(clock.to), settled[clock.status] as Cell];
    const [start, starts] = [earliest[clock.from] as Cell, latest[clock.from] as Cell];
    const [done, ends] = [earliest[clock.to] as Cell, latest[clock.to] as Cell];
    const is = (value: unknown) => (value === undefined ? 'FALSE' : `${state.sql} = ${literal(value as string)}`);
    const [isPending, isDone] = [is(clock.pending), is(clock.done)];
    const unknown = `NOT COALESCE(${isPending} OR ${isDone}, ${end.sql} IS NOT NULL)`;
    const waits = `${isPending} AND ${end.sql} IS NULL`;
    const least = `CASE WHEN ${unknown} THEN NULL WHEN ${waits} THEN ${elapsed(starts, now)} ELSE COALESCE(${elapsed(starts, done)}, ${literal(0)}) END`;
    const most = `CASE WHEN ${unknown} OR (${waits}) THEN NULL ELSE ${elapsed(start, ends)} END`;
    return [steps.column(least, [starts, done, now, end, state]), steps.column(most, [start, ends, end, state])];
  }

  // Not GREATEST: of NULL and 0 some engines make 0.
  function elapsed(since: Cell, until: Cell): string {
    return `CASE WHEN ${until.sql} < ${since.sql} THEN ${literal(0)} ELSE CAST(${until.sql} - ${since.sql} AS ${sql.types.number}) / ${literal(HOUR_MS)} END`;
  }
}
