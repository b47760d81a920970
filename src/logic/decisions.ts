import { type FactFormula, type Formula, operands } from './formula.js';
import { applyOperator } from './operators.js';
import type { Valuation, Verdict } from './rule.js';
import { MET, OPEN, UNMET, type Value } from './truth.js';

/** What a step looks at: a fact compared with something, or a person's finding on a term. */
interface Test {
  readonly index: number;
  readonly operator: FactFormula['operator'] | 'found';
  readonly expected?: FactFormula['expected'];
}

/** Where to go on from a formula, by how it comes out: to a step, or to an end. */
interface Onward {
  readonly met: number;
  readonly open: number;
  readonly unmet: number;
}

// A step is four numbers: where to go on if its test is unmet, the test, where to go on if it is open, and if it is
// met. So the value of the test is the place to look. An end is the complement of its verdict.
const SIZE = 4;
const TEST = 1;
const ENDS: Onward = { met: ~MET, open: ~OPEN, unmet: ~UNMET };

/**
 * Formulas as steps in one list, each of them a test and where to go on. A verdict walks from test to test until it
 * comes to an end: no code is made from strings, and thousands of formulas lie close together in memory.
 */
export class Decisions {
  #steps = new Int32Array(SIZE * 64);
  #length = 0;
  readonly #tests: Test[] = [];
  readonly #testsByKey = new Map<string, number>();
  readonly #stepsByKey = new Map<string, number>();

  /** The verdict of a formula, which is not needed any more once this is made. */
  verdict(formula: Formula): Verdict {
    const start = this.#path(formula, ENDS);
    this.#stepsByKey.clear();
    return (input) => this.#walk(start, input);
  }

  #walk(start: number, { values, findings }: Valuation): Value {
    const steps = this.#steps;
    let at = start;
    while (at >= 0) {
      const { index, operator, expected } = this.#tests[steps[at + TEST] as number] as Test;
      const value = operator === 'found' ? found(findings[index]) : applyOperator(operator, values[index], expected);
      at = steps[at + value] as number;
    }
    return ~at as Value;
  }

  /** The first step of a formula. It is made from the last one backwards, as each has to know where to go on. */
  #path(formula: Formula, onward: Onward): number {
    const { met, open, unmet } = onward;
    if (met === open && open === unmet) return open;
    switch (formula.kind) {
      case 'all':
        return this.#group(formula.of, met, open, (next, seen) => ({ met: next, open: seen, unmet }));
      case 'any':
        return this.#group(formula.of, unmet, open, (next, seen) => ({ met, open: seen, unmet: next }));
      case 'not':
        return this.#path(formula.of, { met: unmet, open, unmet: met });
      case 'condition':
      case 'floor':
        return this.#path(formula.of, onward);
      case 'question':
      case 'epochs':
        return this.#agreement(operands(formula), onward);
      case 'term': {
        const { index, of } = formula;
        return this.#step({ index, operator: 'found' }, { met, open: of ? this.#path(of, onward) : open, unmet });
      }
      case 'fact':
        return formula.expected === undefined ? open : this.#step(formula, onward);
      case 'literal':
      case 'commencement':
      case 'absent':
        return { met, unmet, undetermined: open }[formula.truth];
    }
  }

  /** There are two ways through a group: while nothing in it was open, and after something was. */
  #group(parts: readonly Formula[], end: number, open: number, onward: (next: number, seen: number) => Onward): number {
    const [start] = parts.reduceRight(
      ([next, seen], part) => {
        const first = this.#path(part, onward(next, seen));
        return [first, next === seen ? first : this.#path(part, onward(seen, seen))];
      },
      [end, open],
    );
    return start;
  }

  /** The first part says what the others must come to. */
  #agreement([first, ...others]: readonly Formula[], { met, open, unmet }: Onward): number {
    return this.#path(first as Formula, {
      met: others.reduceRight((next, part) => this.#path(part, { met: next, open, unmet: open }), met),
      open,
      unmet: others.reduceRight((next, part) => this.#path(part, { met: open, open, unmet: next }), unmet),
    });
  }

  #step({ index, operator, expected }: Test, { met, open, unmet }: Onward): number {
    const test = once(
      this.#testsByKey,
      JSON.stringify([index, operator, expected]),
      () => this.#tests.push({ index, operator, expected }) - 1,
    );
    return once(this.#stepsByKey, `${test} ${met} ${open} ${unmet}`, () => this.#add([unmet, test, open, met]));
  }

  #add(step: readonly number[]): number {
    const at = this.#length;
    this.#length += SIZE;
    if (this.#length > this.#steps.length) {
      const longer = new Int32Array(this.#steps.length * 2);
      longer.set(this.#steps);
      this.#steps = longer;
    }
    this.#steps.set(step, at);
    return at;
  }
}

const found = (finding: boolean | undefined): Value => (finding === undefined ? OPEN : finding ? MET : UNMET);

function once(known: Map<string, number>, key: string, make: () => number): number {
  const made = known.get(key) ?? make();
  known.set(key, made);
  return made;
}
