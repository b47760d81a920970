import { columnsFit } from './columns.js';
import type { Sql } from './dialect.js';

/** A column that a later step can use, and the step it is worked out in. */
export interface Cell {
  readonly sql: string;
  readonly step: number;
}

/** What is worked out, under which name, and from what. */
interface Column {
  readonly name: string;
  readonly expression: string;
  readonly from: readonly Cell[];
}

/**
 * A query in steps, each adding columns worked out from those of the steps before. What is written the same way twice
 * is one column, and every engine works it out once. A step carries on only what later ones read.
 */
export class Steps {
  readonly #known = new Map<string, Cell>();
  readonly #columns: Column[][] = [[]];
  #count = 0;
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  /** What the table itself gives. */
  given(expression: string): Cell {
    return this.#add(expression, [], 0);
  }

  /** What follows from other columns. */
  column(expression: string, from: readonly Cell[]): Cell {
    return this.#add(expression, from, 1 + Math.max(0, ...from.map(({ step }) => step)));
  }

  /** The later of two moments; NULL is no limit. */
  later(one: Cell, other: Cell): Cell {
    const isOne = `${other.sql} IS NULL OR ${one.sql} > ${other.sql}`;
    return this.column(`CASE WHEN ${isOne} THEN ${one.sql} ELSE ${other.sql} END`, [one, other]);
  }

  #add(expression: string, from: readonly Cell[], step: number): Cell {
    const known = this.#known.get(expression);
    if (known) return known;
    const sql = `c${++this.#count}`;
    const cell = { sql, step };
    this.#known.set(expression, cell);
    while (this.#columns.length <= step) this.#columns.push([]);
    this.#columns[step]?.push({ name: sql, expression, from });
    // Told here already: to make all the columns of far too many takes minutes.
    columnsFit(this.#columns[step]?.length ?? 0, this.#sql);
    return cell;
  }

  /** The whole query: the steps in their order, and what is selected of them under names as the engine writes them. */
  query(table: string, selected: readonly Column[]): string {
    const sql = this.#sql;
    const all = [...this.#columns, selected];
    const last = new Map(
      all.flatMap((columns, step) => columns.flatMap(({ from }) => from.map((cell) => [cell.sql, step] as const))),
    );
    const [before, after] = sql.step;
    let carried: readonly string[] = [];
    const selects = all.map((columns, step) => {
      const own = step < this.#columns.length ? columns.filter(({ name }) => last.has(name)) : columns;
      const list = [...carried, ...own.map(({ name, expression }) => `${expression} AS ${name}`)];
      columnsFit(list.length, sql);
      carried = [...carried, ...own.map(({ name }) => name)].filter((name) => (last.get(name) ?? 0) > step + 1);
      return `SELECT ${list.join(',\n    ')}\n  FROM ${step === 0 ? table : `s${step - 1}`}`;
    });
    const steps = selects.slice(0, -1).map((select, step) => `s${step} AS ${before}(\n  ${select}${after}\n)`);
    return `WITH ${steps.join(',\n')}\n${selects.at(-1)}`;
  }
}
