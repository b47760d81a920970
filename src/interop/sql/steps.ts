import type { Sql } from './dialect.js';

/** A column that a later step can use, and the step it is worked out in. */
export interface Cell {
  readonly sql: string;
  readonly step: number;
}

/**
 * A query in steps, each adding columns worked out from those of the steps before. What is written the same way twice is one column, and
 * every engine works it out once.
 */
export class Steps {
  readonly #known = new Map<string, Cell>();
  readonly #columns: string[][] = [[]];
  #count = 0;

  /** What the table itself gives. */
  given(expression: string): Cell {
    return this.#add(expression, 0);
  }

  /** What follows from other columns. */
  column(expression: string, from: readonly Cell[]): Cell {
    return this.#add(expression, 1 + Math.max(0, ...from.map(({ step }) => step)));
  }

  #add(expression: string, step: number): Cell {
    const known = this.#known.get(expression);
    if (known) return known;
    const sql = `c${++this.#count}`;
    const cell = { sql, step };
    this.#known.set(expression, cell);
    while (this.#columns.length <= step) this.#columns.push([]);
    this.#columns[step]?.push(`${expression} AS ${sql}`);
    return cell;
  }

  /** The whole query: the steps in their order, and what is selected of them. */
  query(table: string, selected: readonly string[], { step: [before, after] }: Sql): string {
    const steps = this.#columns.map((columns, i) => {
      const from = i === 0 ? table : `s${i - 1}`;
      return `s${i} AS ${before}(\n  SELECT ${[...(i === 0 ? [] : ['*']), ...columns].join(',\n    ')}\n  FROM ${from}${after}\n)`;
    });
    return `WITH ${steps.join(',\n')}\nSELECT ${selected.join(',\n  ')}\nFROM s${steps.length - 1}`;
  }
}
