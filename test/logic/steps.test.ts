import { expect, test } from 'vitest';
import { Decisions } from '../../src/logic/decisions.js';
import { reasonFor } from '../../src/logic/evaluate.js';
import type { Formula } from '../../src/logic/formula.js';
import { nameOf } from '../../src/logic/truth.js';
import {
  all,
  any,
  caseWith,
  commencement,
  epochs,
  fact,
  MET_ANYWAY,
  NEVER_MET,
  named,
  none,
  question,
  term,
} from '../support/formulas.js';

// The steps against the reasons on every case of small formulas of every kind; decisions.test.ts does so on large ones made at random.

const [f, g, h] = [fact(0), fact(1), fact(2, 'greaterThan', 3)];
const unfixed = { kind: 'fact', fact: 'fact 0', index: 0, operator: 'greaterThan' } as Formula;

const FORMULAS: { [name: string]: Formula } = {
  'a fact': f,
  'a limit that nobody has fixed': unfixed,
  literals: all(any(NEVER_MET, f), MET_ANYWAY),
  'in force': all(commencement('met'), f),
  'not in force': any(commencement('unmet'), f),
  'perhaps in force': all(commencement('undetermined'), f),
  'perhaps in force, or not needed': any(f, commencement('undetermined'), g),
  all: all(f, g, h),
  any: any(f, g, h),
  'groups in groups': any(all(f, none(g)), all(none(f), any(g, h))),
  'the same test twice': all(f, any(f, g)),
  'tests that differ in their limit alone': all(fact(2, 'greaterThan', 3), none(fact(2, 'greaterThan', 4))),
  'tests that differ in their operator alone': all(fact(2, 'lessThan', 5), fact(2, 'greaterThan', 3)),
  negations: none(none(all(none(f), g))),
  'a named condition': any(named('name', all(f, g)), h),
  'a term without measure': any(term(0), f),
  'a term with a measure': all(term(0, any(f, h), true), g),
  'two terms': all(term(0, f), none(term(1))),
  readings: question({ a: f, b: g }),
  'readings in a group': all(h, any(question({ a: f, b: all(f, g), c: f }), term(1))),
  'a reading that is ruled': question({ a: f, b: g }, 'b'),
  'readings under a negation': none(question({ a: any(f, g), b: NEVER_MET })),
  'states of the law': epochs(f, all(f, g), question({ a: g, b: f })),
};

const VALUES = [undefined, true, false];
const HOURS = [undefined, 3, 4, 5, { atLeast: 4 }, { atLeast: 1, atMost: 4 }];
const CASES = VALUES.flatMap((first) =>
  VALUES.flatMap((second) =>
    HOURS.flatMap((hours) =>
      [[], [true], [false], [undefined, true], [true, false]].map((found) => caseWith([first, second, hours], found)),
    ),
  ),
);

test.each(Object.entries(FORMULAS))('%s: the steps come to the truth of the reason on every case', (_, formula) => {
  const verdict = new Decisions().verdict(formula);
  for (const known of CASES) expect(nameOf(verdict(known))).toBe(reasonFor(formula, known).truth);
});

test('formulas made together, many of them, keep each its own truth', () => {
  const decisions = new Decisions();
  const formulas = Array.from({ length: 100 }, (_, i) =>
    Object.values(FORMULAS).map((of) => all(of, fact(3 + i))),
  ).flat();
  const verdicts = formulas.map((formula) => decisions.verdict(formula));
  const known = caseWith([true, false, 4, ...Array.from({ length: 100 }, (_, i) => i % 3 !== 0)], [true]);
  expect(verdicts.map((verdict) => nameOf(verdict(known)))).toEqual(
    formulas.map((formula) => reasonFor(formula, known).truth),
  );
});
