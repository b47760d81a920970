import { describe, expect, test } from 'vitest';
import {
  ALWAYS,
  allFormulas,
  type Compound,
  children,
  combine,
  demandOf,
  type Formula,
  nodesIn,
  operands,
} from '../../src/logic/formula.js';
import { nameOf, type Truth, truthValue } from '../../src/logic/truth.js';
import {
  all,
  any,
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

const [f, g] = [fact(0), fact(1)];

describe('formulas made one', () => {
  test('nothing limits what none limits', () => {
    expect(ALWAYS).toEqual({ kind: 'literal', truth: 'met' });
    expect(allFormulas([])).toBe(ALWAYS);
    expect(allFormulas([ALWAYS, ALWAYS])).toBe(ALWAYS);
  });
  test('one that limits stands alone, several stand together', () => {
    expect(allFormulas([ALWAYS, f])).toBe(f);
    expect(allFormulas([f, ALWAYS, g])).toEqual({ kind: 'all', of: [f, g] });
  });
});

const TREE: [name: string, formula: Formula, inside: Formula[], counting: Formula[]][] = [
  ['all', all(f, g), [f, g], [f, g]],
  ['any', any(f, g), [f, g], [f, g]],
  ['not', none(f), [f], [f]],
  ['a named condition', named('name', f), [f], [f]],
  ['several states of the law', epochs(f, g), [f, g], [f, g]],
  ['a term that is measured', term(0, f, true), [f], [f]],
  ['a term without measure', term(0), [], []],
  ['a question', question({ narrow: f, wide: g }), [f, g], [f, g]],
  ['a question that is ruled upon', question({ narrow: f, wide: g }, 'wide'), [f, g], [g]],
  ['a ruling on no reading of it', question({ narrow: f, wide: g }, 'else'), [f, g], [f, g]],
  ['a fact', f, [], []],
  ['a literal', MET_ANYWAY, [], []],
  ['commencement', commencement('met'), [], []],
];

test.each(TREE)('%s: what stands inside, and what of it counts', (_, formula, inside, counting) => {
  expect(children(formula)).toEqual(inside);
  expect(operands(formula)).toEqual(counting);
});

test('a node and every one inside it, those that do not count as well', () => {
  const inner = question({ narrow: f, wide: term(0, g) }, 'narrow');
  expect([...nodesIn<Formula>(all(none(f), inner))]).toEqual([
    all(none(f), inner),
    none(f),
    f,
    inner,
    f,
    term(0, g),
    g,
  ]);
});

const COMBINED: [name: string, formula: Formula, values: Truth[], truth: Truth][] = [
  ['all', all(f, g), ['met', 'unmet'], 'unmet'],
  ['any', any(f, g), ['met', 'unmet'], 'met'],
  ['not', none(f), ['met'], 'unmet'],
  ['a named condition', named('name', f), ['unmet'], 'unmet'],
  ['states of the law that differ', epochs(f, g), ['met', 'unmet'], 'undetermined'],
  ['states of the law that agree', epochs(f, g), ['unmet', 'unmet'], 'unmet'],
  ['readings that differ', question({ narrow: f, wide: g }), ['met', 'unmet'], 'undetermined'],
  ['readings of which one is chosen', question({ narrow: f, wide: g }, 'wide'), ['unmet'], 'unmet'],
  ['a term by its measure', term(0, f), ['met'], 'met'],
  ['a term by nothing', term(0), [], 'undetermined'],
];

test.each(COMBINED)('%s', (_, formula, values, truth) => {
  const of = formula as Exclude<Formula, { kind: 'fact' }>;
  expect(nameOf(combine(of, values.map(truthValue)))).toBe(truth);
});

test('what has no parts is what it says', () => {
  const leaves = [MET_ANYWAY, NEVER_MET, commencement('undetermined')] as Exclude<Formula, { kind: 'fact' }>[];
  expect(leaves.map((leaf) => nameOf(combine(leaf, [])))).toEqual(['met', 'unmet', 'undetermined']);
});

const DEMANDS: [name: string, formula: Formula, met: [string, boolean], unmet: [string, boolean]][] = [
  ['all', all(f, g), ['met', true], ['unmet', false]],
  ['any', any(f, g), ['met', false], ['unmet', true]],
  ['not', none(f), ['unmet', true], ['met', true]],
  ['a named condition', named('name', f), ['met', true], ['unmet', true]],
  ['states of the law', epochs(f, g), ['met', true], ['unmet', true]],
  ['readings', question({ narrow: f, wide: g }), ['met', true], ['unmet', true]],
];

test.each(DEMANDS)('%s: what its parts have to come to, and whether each has to', (_, formula, met, unmet) => {
  const compound = formula as Compound<Formula>;
  for (const [truth, [wanted, each]] of [['met', met] as const, ['unmet', unmet] as const])
    expect(demandOf(compound, truth)).toEqual({ parts: operands(formula), wanted, each });
});

test('of a question that is ruled upon only its reading is asked', () => {
  const ruled = question({ narrow: f, wide: g }, 'wide') as Compound<Formula>;
  expect(demandOf(ruled, 'met').parts).toEqual([g]);
});
