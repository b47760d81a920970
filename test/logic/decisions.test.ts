import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Decisions } from '../../src/logic/decisions.js';
import { reasonFor } from '../../src/logic/evaluate.js';
import type { Formula } from '../../src/logic/formula.js';
import type { Valuation } from '../../src/logic/rule.js';
import { nameOf } from '../../src/logic/truth.js';

// Formulas of every kind, nested at random, more tangled than any rule file is.
const index = fc.nat(3);
const { formula } = fc.letrec<{ formula: Formula }>((tie) => {
  const of = fc.array(tie('formula'), { minLength: 1, maxLength: 3 });
  return {
    formula: fc.oneof(
      { depthSize: 'medium', withCrossShrink: true },
      fc.record({
        kind: fc.constant('fact'),
        fact: fc.constant('fact'),
        index,
        operator: fc.constant('equal'),
        expected: fc.constantFrom(1, undefined),
      }),
      fc.record({
        kind: fc.constant('fact'),
        fact: fc.constant('fact'),
        index,
        operator: fc.constant('greaterThan'),
        expected: fc.constant(1),
      }),
      fc.record({ kind: fc.constant('literal'), truth: fc.constantFrom('met', 'unmet') }),
      fc.record({
        kind: fc.constant('commencement'),
        truth: fc.constantFrom('met', 'unmet', 'undetermined'),
        citation: fc.constant({ place: '1', quote: '' }),
      }),
      fc.record({ kind: fc.constantFrom('all', 'any'), of }),
      fc.record({ kind: fc.constant('epochs'), time: fc.constant('occurredAt'), missing: fc.constant([]), of }),
      fc.record({ kind: fc.constant('not'), of: tie('formula') }),
      fc.record({ kind: fc.constant('condition'), name: fc.constant('name'), of: tie('formula') }),
      fc.record({ kind: fc.constant('floor'), of: tie('formula') }),
      fc.record({
        kind: fc.constant('term'),
        term: fc.constant('term'),
        index,
        measured: fc.constant(true),
        of: fc.option(tie('formula'), { nil: undefined }),
      }),
      fc.record({
        kind: fc.constant('question'),
        question: fc.constant('question'),
        ruling: fc.constantFrom('0', undefined),
        readings: of.map((list) => ({ ...list })),
      }),
    ) as fc.Arbitrary<Formula>,
  };
});
const facts = fc.array(fc.constantFrom(undefined, 0, 1, 2, { atLeast: 1 }, { atLeast: 2 }), {
  minLength: 4,
  maxLength: 4,
});
const findings = fc.array(fc.constantFrom(undefined, true, false), { minLength: 4, maxLength: 4 });
const input = fc
  .record({ values: facts, findings })
  .map((known): Valuation => ({ ...known, presumed: () => false, follows: () => [], missing: () => [] }));

test('the steps of any formulas come to the truth of their reasons, those made before and after as well', () => {
  fc.assert(
    fc.property(fc.array(formula, { minLength: 1, maxLength: 8 }), input, (formulas, known) => {
      const decisions = new Decisions();
      const verdicts = formulas.map((one) => decisions.verdict(one));
      expect(verdicts.map((verdict) => nameOf(verdict(known)))).toEqual(
        formulas.map((one) => reasonFor(one, known).truth),
      );
    }),
    { numRuns: 3_000 },
  );
});

test('groups as deep as rule files may nest them are made and walked at once', () => {
  const leaf = (at: number): Formula => ({
    kind: 'fact',
    fact: 'fact',
    index: at % 4,
    operator: 'equal',
    expected: at,
  });
  let deep: Formula = leaf(0);
  for (let depth = 1; depth <= 40; depth++)
    deep = { kind: depth % 2 ? 'any' : 'all', of: [leaf(2 * depth), deep, leaf(2 * depth + 1)] };
  const known: Valuation = { values: [], findings: [], presumed: () => false, follows: () => [], missing: () => [] };
  expect(nameOf(new Decisions().verdict(deep)(known))).toBe('undetermined');
});
