import { type FactPlan, NOT_ALLEGED } from '../../model/fact-values.js';
import type { Ruleset } from '../../policy/create-policy.js';
import { HOUR_MS, startOfDay } from '../../regulation/dates.js';
import { type Column, columnType, fitting } from './columns.js';
import type { ColumnType, Sql } from './dialect.js';
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
  /** The least and the most that computed hours can be: both NULL where unknown, the most NULL where unlimited. */
  hours(fact: number): readonly [Cell, Cell];
  /** Whether an input has no value at all. */
  unknown(fact: number): Cell;
  finding(term: number): Cell;
  /** Whether an epoch of the law may be the one that applies. */
  epochs: readonly Cell[];
  /** Whether the row contradicts itself or holds what no incident can. */
  contradictory: readonly Cell[];
}

type Planned = FactPlan['facts'][number];
/** What other columns settle, as an expression of them. */
interface Settled {
  readonly sql: string;
  readonly from: readonly Cell[];
}

export function factColumns(
  { regulation, plan, policy: { presume }, epochs, ...rules }: Ruleset,
  columns: readonly Column[],
  steps: Steps,
  sql: Sql,
  asOf: string,
): FactColumns {
  const { literal } = sql;
  const stated = new Map<number, Cell>();
  /** The columns that say yes, no, or how an allegation stands. */
  const states = new Map<number, Cell>();
  const truthIn = (state: Cell): Cell =>
    steps.column(`CASE ${state.sql} WHEN 'true' THEN TRUE WHEN 'false' THEN FALSE END`, [state]);
  const options = new Map<string, Cell>();
  const findings: Cell[] = [];
  const contradictory: Cell[] = [];
  const now = steps.given(asOf);
  for (const column of columns) {
    const name = sql.name(column.name);
    if (column.holds === 'fact') {
      const given = steps.given(column.type === 'instant' ? sql.milliseconds(name) : name);
      stated.set(column.fact, column.definition.alleged ? truthIn(given) : given);
      if (column.definition.alleged) states.set(column.fact, given);
      const fits = fitting(column, regulation, sql);
      if (fits) contradictory.push(steps.given(`NOT (${fits})`));
    }
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
  const optionsOf = (fact: number): Cell[] =>
    [...options].flatMap(([key, cell]) => (key.startsWith(`${fact} `) ? [cell] : []));
  const times = (facts: readonly number[]) => facts.map(at);

  /** What other stated facts settle, where they do: each by itself. */
  const implied = ({ implied: by }: Planned): readonly Settled[] =>
    by.flatMap((implication) => settledBy(implication) ?? []);
  function settledBy({ by, is, value }: Planned['implied'][number]): Settled | undefined {
    const members = optionsOf(by);
    // A whole set is never one value.
    if (members.length > 0 && is !== undefined) return undefined;
    const from = members.length > 0 ? members : [at(by)];
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
  const option = (fact: number, name: string): Cell => {
    const cell = options.get(`${fact} ${name}`) ?? unstated('boolean');
    const { absent } = (plan.facts[fact] as Planned).definition;
    if (!presume || !absent) return cell;
    const all = optionsOf(fact);
    const presumed = (absent.presumed as readonly string[]).includes(name);
    if (!presumed || all.length === 0) return steps.column(`COALESCE(${cell.sql}, ${literal(presumed)})`, [cell]);
    return steps.column(`COALESCE(${cell.sql}, ${all.map((each) => `${each.sql} IS NULL`).join(' AND ')})`, all);
  };

  for (const i of plan.checked) {
    const fact = plan.facts[i] as Planned;
    const own = at(i);
    for (const other of implied(fact))
      contradictory.push(steps.column(`${own.sql} <> ${other.sql}`, [own, ...other.from]));
    if (fact.definition.type !== 'instant') continue;
    const before = times(fact.notBefore);
    contradictory.push(steps.column(`${own.sql} > ${now.sql}`, [own, now]));
    if (before.length > 0) contradictory.push(steps.column(`${own.sql} < ${first(before)}`, [own, ...before]));
  }

  const occurred = at(rules.occurredAt);
  const latest = first([occurred, at(rules.discoveredAt), now]);
  const touched = epochs.map(({ from }, i): Cell => {
    const until = epochs[i + 1]?.from;
    const conditions = [
      ...(from === undefined ? [] : [`${latest} >= ${startOfDay(from)}`]),
      ...(until === undefined ? [] : [`(${occurred.sql} IS NULL OR ${occurred.sql} < ${startOfDay(until)})`]),
    ];
    return steps.column(conditions.join(' AND ') || 'TRUE', [occurred, at(rules.discoveredAt), now]);
  });

  return {
    value: (fact) => value[fact] as Cell,
    settled: (fact) => settled[fact] as Cell,
    option,
    hours: (fact) => hours((plan.facts[fact] as Planned).hours as NonNullable<Planned['hours']>),
    unknown: (fact) => {
      const cells = [settled[fact] as Cell, value[fact] as Cell];
      return steps.column(cells.map((cell) => `${cell.sql} IS NULL`).join(' AND '), cells);
    },
    finding,
    epochs: touched,
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

  function hours(clock: NonNullable<Planned['hours']>): readonly [Cell, Cell] {
    const [start, end, state] = [at(clock.from), at(clock.to), settled[clock.status] as Cell];
    const [earlier, later] = [times(clock.earlier), times(clock.later)];
    const from = [start, end, state, now, ...earlier, ...later];
    const pending = clock.pending === undefined ? 'FALSE' : `${state.sql} = ${literal(clock.pending)}`;
    const done = clock.done === undefined ? 'FALSE' : `${state.sql} = ${literal(clock.done as string)}`;
    const unknown = `NOT COALESCE(${pending} OR ${done}, ${end.sql} IS NOT NULL)`;
    const until = first([end, now]);
    const since = (times: readonly Cell[]) => elapsed(first([start, ...times]), until);
    const least = `CASE WHEN ${unknown} THEN NULL WHEN ${end.sql} IS NOT NULL OR ${pending} THEN COALESCE(${since(later)}, ${literal(0)}) ELSE ${literal(0)} END`;
    const most = `CASE WHEN ${unknown} OR (${end.sql} IS NULL AND ${pending}) THEN NULL ELSE ${since(earlier)} END`;
    return [steps.column(least, from), steps.column(most, from)];
  }

  // Not GREATEST: of NULL and 0 some engines make 0.
  function elapsed(since: string, until: string): string {
    return `CASE WHEN ${until} < ${since} THEN ${literal(0)} ELSE CAST(${until} - ${since} AS ${sql.types.number}) / ${literal(HOUR_MS)} END`;
  }
}

const first = (cells: readonly Cell[]): string => {
  const names = cells.map((cell) => cell.sql);
  return names.length === 1 ? (names[0] as string) : `COALESCE(${names.join(', ')})`;
};
