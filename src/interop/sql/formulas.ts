import type { Scalar } from '../../logic/condition.js';
import { type EpochsNode, type FactFormula, type Formula, operands, type QuestionNode } from '../../logic/formula.js';
import type { OpenInput } from '../../logic/open-points.js';
import type { FactPlan } from '../../model/fact-values.js';
import type { Sql } from './dialect.js';
import type { Stretch } from './epochs.js';
import type { FactColumns } from './facts.js';
import type { Cell, Steps } from './steps.js';

/**
 * A formula as columns: its truth, TRUE, FALSE or NULL, and the open inputs that keep it NULL as bits of one or more
 * numbers, 0 where it is not NULL. Only numbers that can hold a bit are there.
 */
export interface Node {
  readonly truth: Cell;
  readonly open: ReadonlyMap<number, Cell>;
}

/** Bits that a whole number of 64 can hold without its sign. */
const BITS = 62;

export class Formulas {
  readonly #plan: FactPlan;
  readonly #facts: FactColumns;
  readonly #steps: Steps;
  readonly #sql: Sql;
  /** Where an open input, `kind:id`, has its bit. */
  readonly #inputs = new Map<string, { readonly word: number; readonly bit: string }>();

  constructor(plan: FactPlan, facts: FactColumns, steps: Steps, sql: Sql) {
    this.#plan = plan;
    this.#facts = facts;
    this.#steps = steps;
    this.#sql = sql;
  }

  /** The columns of a formula. */
  node(formula: Formula): Node {
    const inner = operands(formula).map((part) => this.node(part));
    switch (formula.kind) {
      case 'all':
      case 'any':
        return this.#joined(
          this.#column(inner.map(({ truth }) => truth.sql).join(formula.kind === 'all' ? ' AND ' : ' OR '), inner),
          inner,
        );
      case 'not':
        return { truth: this.#column(`NOT ${(inner[0] as Node).truth.sql}`, inner), open: (inner[0] as Node).open };
      case 'condition':
        return inner[0] as Node;
      case 'floor':
        return { truth: (inner[0] as Node).truth, open: new Map() };
      case 'question':
        return this.#question(formula, inner);
      case 'epochs':
        return this.#epochs(formula, inner);
      case 'term': {
        const finding = this.#facts.finding(formula.index);
        const of = inner[0]?.truth;
        const settled = formula.measured && formula.settles === undefined;
        const truth = of ? this.#steps.column(`COALESCE(${finding.sql}, ${of.sql})`, [finding, of]) : finding;
        return this.#joined(truth, inner, settled ? [] : [{ kind: 'term', id: formula.term }]);
      }
      case 'literal':
      case 'absent':
        return this.#constant(formula.truth === 'undetermined' ? null : formula.truth === 'met');
      case 'commencement': {
        if (formula.truth !== 'undetermined') return this.#constant(formula.truth === 'met');
        return this.#joined(this.#constant(null).truth, [], [{ kind: 'issue-date', id: 'issue-date' }]);
      }
      case 'fact':
        return this.#fact(formula);
    }
  }

  /** Whether a formula rests on anything that may still be done. */
  mayWait(formula: Formula): boolean {
    if (formula.kind !== 'fact') return operands(formula).some((part) => this.mayWait(part));
    return this.#plan.facts[formula.index]?.definition.pending !== undefined;
  }

  /** Whether nothing that has been done yet could make a formula met, as `cannotBeMet` has it in the process. */
  cannotBeMet(formula: Formula): Cell {
    const steps = this.#steps;
    const parts = () => operands(formula).map((part) => this.cannotBeMet(part));
    const joined = (word: 'AND' | 'OR') => {
      const all = parts();
      return steps.column(all.map(({ sql }) => sql).join(` ${word} `), all);
    };
    switch (formula.kind) {
      case 'fact': {
        const { pending } = (this.#plan.facts[formula.index] as FactPlan['facts'][number]).definition;
        const [{ truth }, settled] = [this.node(formula), this.#facts.settled(formula.index)];
        const fails = `${truth.sql} IS FALSE`;
        if (pending === undefined) return steps.column(fails, [truth]);
        const waits = `COALESCE(${settled.sql} = ${this.#sql.text(pending)}, FALSE)`;
        return steps.column(`${fails} OR ${waits}`, [truth, settled]);
      }
      case 'term': {
        const finding = this.#facts.finding(formula.index);
        const [of = steps.given('FALSE')] = parts();
        return steps.column(`COALESCE(NOT ${finding.sql}, ${of.sql})`, [finding, of]);
      }
      case 'all':
      case 'condition':
      case 'floor':
        return joined('OR');
      case 'any':
      case 'question':
        return joined('AND');
      case 'epochs': {
        const { touched, from } = this.#facts.epochs(formula.time);
        const all = parts();
        const each = all.map((part, i) => `(NOT ${touched({ first: i, last: i })} OR ${part.sql})`);
        return steps.column(each.join(' AND '), [...from, ...all]);
      }
      case 'literal':
        return steps.given(formula.truth === 'unmet' ? 'TRUE' : 'FALSE');
      default:
        return steps.given('FALSE');
    }
  }

  /** The same node, the inputs it waits for counted only where something holds. */
  countedWhere(holds: Cell, { truth, open }: Node): Node {
    const counted = ([word, cell]: readonly [number, Cell]) =>
      [
        word,
        this.#steps.column(`CASE WHEN ${holds.sql} THEN ${cell.sql} ELSE ${this.#bits(0n)} END`, [holds, cell]),
      ] as const;
    return { truth, open: new Map([...open].map(counted)) };
  }

  /**
   * The open inputs of all of some nodes as expressions: each its name as `kind:id`, or NULL where none waits for it.
   */
  openInputs(nodes: readonly Node[]): { readonly expression: string; readonly from: readonly Cell[] }[] {
    return [...this.#inputs].flatMap(([input, { word, bit }]) => {
      const parts = nodes.flatMap(({ open }) => open.get(word) ?? []);
      if (parts.length === 0) return [];
      const all = this.#steps.column([...new Set(parts.map(({ sql }) => sql))].join(' | '), parts);
      return [
        {
          expression: `CASE WHEN ${all.sql} & ${bit} <> ${this.#bits(0n)} THEN ${this.#sql.text(input)} END`,
          from: [all],
        },
      ];
    });
  }

  #constant(truth: boolean | null): Node {
    return { truth: this.#steps.given(this.#sql.literal(truth, 'boolean')), open: new Map() };
  }

  /** A number of bits: each stands for an open input. */
  #bits(value: bigint): string {
    return this.#sql.literal(value, 'integer');
  }

  #column(expression: string, from: readonly Node[]): Cell {
    return this.#steps.column(
      expression,
      from.map(({ truth }) => truth),
    );
  }

  /** A node that is NULL for want of what keeps its parts NULL, and of inputs of its own. */
  #joined(truth: Cell, parts: readonly Node[], own: readonly OpenInput[] = []): Node {
    return this.#open(
      truth,
      parts
        .flatMap(({ open }) => [...open].map(([word, { sql, step }]) => ({ word, sql, step })))
        .concat(own.map((input) => this.#bitOf(input))),
    );
  }

  #open(
    truth: Cell,
    bits: readonly ((Cell | { readonly sql: string; readonly from: readonly Cell[] }) & { readonly word: number })[],
  ): Node {
    const words = [...new Set(bits.map(({ word }) => word))].sort((a, b) => a - b);
    const open = words.map((word): [number, Cell] => {
      const parts = bits.filter((part) => part.word === word);
      const mask = [...new Set(parts.map(({ sql }) => sql))].join(' | ');
      return [
        word,
        this.#steps.column(`CASE WHEN ${truth.sql} IS NULL THEN ${mask} ELSE ${this.#bits(0n)} END`, [
          truth,
          ...parts.flatMap((part) => ('from' in part ? part.from : [part])),
        ]),
      ];
    });
    return { truth, open: new Map(open) };
  }

  #bitOf({ kind, id }: OpenInput): Cell & { readonly word: number } {
    const input = `${kind}:${id}`;
    let place = this.#inputs.get(input);
    if (!place) {
      const i = this.#inputs.size;
      place = { word: Math.floor(i / BITS), bit: this.#bits(1n << BigInt(i % BITS)) };
      this.#inputs.set(input, place);
    }
    return { word: place.word, sql: place.bit, step: 0 };
  }

  /** Readings that agree decide; a ruling is wanted where they differ, or wait for different things. */
  #question({ question, ruling }: QuestionNode<Formula>, readings: readonly Node[]): Node {
    const [first, ...others] = readings as [Node, ...Node[]];
    if (ruling !== undefined || others.length === 0) return first;
    const truth = this.#column(
      `CASE WHEN ${others.map((other) => `${other.truth.sql} = ${first.truth.sql}`).join(' AND ')} THEN ${first.truth.sql} END`,
      readings,
    );
    const words = [...new Set(readings.flatMap(({ open }) => [...open.keys()]))];
    const none = this.#bits(0n);
    const differ = others.flatMap((other) => [
      `${other.truth.sql} IS DISTINCT FROM ${first.truth.sql}`,
      ...words.map((word) => `${other.open.get(word)?.sql ?? none} <> ${first.open.get(word)?.sql ?? none}`),
    ]);
    const cells = readings.flatMap((reading) => [reading.truth, ...reading.open.values()]);
    const { word, sql } = this.#bitOf({ kind: 'ruling', id: question });
    const wanted = this.#steps.column(`CASE WHEN ${differ.join(' OR ')} THEN ${sql} ELSE ${this.#bits(0n)} END`, cells);
    return this.#open(truth, [
      ...readings.flatMap(({ open }) => [...open].map(([at, cell]) => ({ word: at, ...cell }))),
      { word, ...wanted },
    ]);
  }

  /** The states of the law that may apply decide where they agree; of what lasted, one into which it did is enough. */
  #epochs({ time, anyWhileItLasted }: EpochsNode<Formula>, each: readonly Node[]): Node {
    // Where the law does not change for the provision, its epochs are one.
    const stretches = stretchesOf(each);
    const of = stretches.map(({ first }) => each[first] as Node);
    const { touched, needed, enough, certain, isOpen, isOpenOfLasting, from, missing } = this.#facts.epochs(time);
    const at = (i: number) => stretches[i] as Stretch;
    const agree = (counts: (epochs: Stretch) => string, truth: string) =>
      of.map((node, i) => `(NOT ${counts(at(i))} OR ${node.truth.sql} IS ${truth})`).join(' AND ');
    const some = of.map((node, i) => `(${enough(at(i))} AND ${node.truth.sql} IS TRUE)`).join(' OR ');
    const met = anyWhileItLasted ? `(${agree(needed, 'TRUE')}) OR ${some}` : agree(touched, 'TRUE');
    const truth = this.#steps.column(`CASE WHEN ${met} THEN TRUE WHEN ${agree(touched, 'FALSE')} THEN FALSE END`, [
      ...from,
      ...of.map((node) => node.truth),
    ]);
    const wanted = anyWhileItLasted ? isOpenOfLasting : isOpen;
    const bits = missing.map(({ fact, where }) => {
      const { word, sql } = this.#bitOf({ kind: 'fact', id: fact });
      const bit = `CASE WHEN ${where.sql} AND ${wanted} THEN ${sql} ELSE ${this.#bits(0n)} END`;
      return { word, ...this.#steps.column(bit, [...from, where]) };
    });
    // Of what lasted, the days on which it may have lasted are waited for unless one of them is enough for what may be.
    const truths = of.map((node) => node.truth);
    const isSo = of.map((node, i) => `(${touched(at(i))} AND ${node.truth.sql} IS TRUE)`).join(' OR ');
    const may = this.#steps.column(isSo, [...from, ...truths]);
    const counts = (epochs: Stretch) =>
      anyWhileItLasted ? `(${certain(epochs)} OR (${touched(epochs)} AND NOT ${may.sql}))` : touched(epochs);
    const inner = of.flatMap(({ open }, i) =>
      [...open].map(([word, cell]) => ({
        word,
        sql: `CASE WHEN ${counts(at(i))} THEN ${cell.sql} ELSE ${this.#bits(0n)} END`,
        from: [...from, may, cell],
      })),
    );
    return this.#open(truth, [...bits, ...inner]);
  }

  #fact(formula: FactFormula): Node {
    const { fact, index, expected } = formula;
    const planned = this.#plan.facts[index] as FactPlan['facts'][number];
    if (expected === undefined) return this.#constant(null);
    const isNumber = planned.definition.type === 'number';
    if (!planned.hours)
      return this.#joined(isNumber ? this.#range(formula) : this.#stated(formula), [], [{ kind: 'fact', id: fact }]);
    const { from, to, status } = planned.hours;
    const bits = [from, to, status].map((input) => {
      const unknown = this.#facts.unknown(input);
      const { word, sql } = this.#bitOf({
        kind: 'fact',
        id: (this.#plan.facts[input] as FactPlan['facts'][number]).name,
      });
      return {
        word,
        ...this.#steps.column(`CASE WHEN ${unknown.sql} THEN ${sql} ELSE ${this.#bits(0n)} END`, [unknown]),
      };
    });
    return this.#open(this.#range(formula), bits);
  }

  #stated({ index, operator, expected }: FactFormula): Cell {
    if (operator === 'contains') return this.#facts.option(index, String(expected));
    if (operator === 'doesNotContain') {
      const option = this.#facts.option(index, String(expected));
      return this.#steps.column(`NOT ${option.sql}`, [option]);
    }
    const value = this.#facts.value(index);
    if (expected === true && operator === 'equal') return value;
    const list = [expected].flat().map((one) => this.#sql.literal(one as Scalar));
    const test =
      operator === 'in' || operator === 'notIn'
        ? `${operator === 'in' ? 'IN' : 'NOT IN'} (${list.join(', ')})`
        : `${SIGN[operator]} ${list[0]}`;
    return this.#steps.column(`${value.sql} ${test}`, [value]);
  }

  /** A number known within bounds: an order holds at the unfavourable end, or fails at the favourable one. */
  #range({ index, operator, expected }: FactFormula): Cell {
    const [low, high] = this.#facts.range(index);
    const values = [expected].flat().map((one) => this.#sql.literal(one as Scalar));
    const test = (holds: string, fails: string) => `CASE WHEN ${holds} THEN TRUE WHEN ${fails} THEN FALSE END`;
    const [least, most] = [low.sql, high.sql];
    const value = values[0] as string;
    const equal = () =>
      values
        .map((one) => test(`${least} = ${one} AND ${most} = ${one}`, `${least} > ${one} OR ${most} < ${one}`))
        .join(' OR ');
    const expressions = {
      greaterThan: () => test(`${least} > ${value}`, `${most} <= ${value}`),
      greaterThanInclusive: () => test(`${least} >= ${value}`, `${most} < ${value}`),
      lessThan: () => test(`${most} < ${value}`, `${least} >= ${value}`),
      lessThanInclusive: () => test(`${most} <= ${value}`, `${least} > ${value}`),
      equal,
      in: equal,
      notEqual: () => `NOT (${equal()})`,
      notIn: () => `NOT (${equal()})`,
    };
    return this.#steps.column(expressions[operator as keyof typeof expressions](), [low, high]);
  }
}

/** Nodes in a row that are the same, as stretches. */
function stretchesOf(nodes: readonly Node[]): Stretch[] {
  const stretches: { first: number; last: number }[] = [];
  nodes.forEach((node, i) => {
    const before = stretches.at(-1);
    if (before && isSame(nodes[before.first] as Node, node)) before.last = i;
    else stretches.push({ first: i, last: i });
  });
  return stretches;
}

const isSame = (one: Node, other: Node): boolean =>
  one.truth.sql === other.truth.sql &&
  one.open.size === other.open.size &&
  [...one.open].every(([word, { sql }]) => other.open.get(word)?.sql === sql);

const SIGN: { readonly [operator: string]: string } = {
  equal: '=',
  notEqual: '<>',
  lessThan: '<',
  lessThanInclusive: '<=',
  greaterThan: '>',
  greaterThanInclusive: '>=',
};
