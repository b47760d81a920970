import { describe, expect, test } from 'vitest';
import { reasonFor } from '../../src/logic/evaluate.js';
import type { Formula } from '../../src/logic/formula.js';
import { smallestSupport } from '../../src/logic/support.js';
import { type Assumption, leafKey, type Means, type Way, waysTo } from '../../src/logic/ways.js';
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

const [f, g, h] = [fact(0), fact(1), fact(2)];

/** An assumption in short: `fact 0` is so, `!fact 0` is not; `which=wide`; `state 1`. */
const inShort = (assumption: Assumption): string => {
  if (assumption.on === 'question') return `${assumption.question}=${assumption.reading}`;
  if (assumption.on === 'epoch') return `state ${assumption.index} for want of ${assumption.missing}`;
  const { leaf, truth } = assumption;
  const name = leaf.kind === 'fact' ? leaf.fact : leaf.kind === 'term' ? leaf.term : leaf.kind;
  return truth === 'met' ? name : `!${name}`;
};
const told = (ways: readonly Way[]) => ways.map((way) => [...way.values()].map(inShort).sort().join(', '));

/** Whatever is open may turn out either way; what is known stays. */
const open: Means = (leaf, truth) =>
  leaf.truth === truth ? 'given' : leaf.truth === 'undetermined' ? 'assume' : 'impossible';
const ways = (formula: Formula, values: readonly (boolean | undefined)[] = [], choosing = false) => {
  const reason = reasonFor(formula, caseWith(values));
  return { met: told(waysTo('met', reason, open, choosing)), unmet: told(waysTo('unmet', reason, open, choosing)) };
};

describe('the smallest sets of assumptions, with everything open', () => {
  const ROWS: [name: string, formula: Formula, met: string[], unmet: string[]][] = [
    ['a fact', f, ['fact 0'], ['!fact 0']],
    ['all', all(f, g), ['fact 0, fact 1'], ['!fact 0', '!fact 1']],
    ['any', any(f, g), ['fact 0', 'fact 1'], ['!fact 0, !fact 1']],
    ['not', none(all(f, g)), ['!fact 0', '!fact 1'], ['fact 0, fact 1']],
    ['a named condition', named('name', f), ['fact 0'], ['!fact 0']],
    ['what is so anyway', all(MET_ANYWAY, f), ['fact 0'], ['!fact 0']],
    ['what can never be', any(NEVER_MET, f), ['fact 0'], ['!fact 0']],
    ['what is never so', NEVER_MET, [], ['']],
    ['in force or not', commencement('undetermined'), ['commencement'], ['!commencement']],
    ['a term that a person may find', term(0), ['term 0'], ['!term 0']],
    ['two terms', all(term(0), term(1)), ['term 0, term 1'], ['!term 0', '!term 1']],
    [
      'leaves of every kind',
      all(f, term(0), commencement('undetermined')),
      ['commencement, fact 0, term 0'],
      ['!fact 0', '!term 0', '!commencement'],
    ],
    ['a term with a floor', term(0, f), ['fact 0', 'term 0'], ['!fact 0', '!term 0']],
    ['a term that is measured', term(0, f, true), ['fact 0'], ['!fact 0']],
    ['readings, of which each has to agree', question({ a: f, b: any(f, g) }), ['fact 0'], ['!fact 0, !fact 1']],
    ['a reading that is ruled', question({ a: f, b: g }, 'b'), ['fact 1'], ['!fact 1']],
    ['states of the law', epochs(f, g), ['fact 0, fact 1'], ['!fact 0, !fact 1']],
    [
      'the smaller one first',
      any(all(f, g), h),
      ['fact 2', 'fact 0, fact 1'],
      ['!fact 0, !fact 2', '!fact 1, !fact 2'],
    ],
    ['none that contains another', any(f, all(f, g)), ['fact 0'], ['!fact 0']],
    ['none that contradicts itself', all(f, any(none(f), g)), ['fact 0, fact 1'], ['!fact 0', '!fact 1, fact 0']],
  ];
  test.each(ROWS)('%s', (_, formula, met, unmet) => {
    expect(ways(formula)).toEqual({ met, unmet });
  });

  test('the same test of a fact is one leaf, another test of it another', () => {
    expect(ways(all(f, f)).met).toEqual(['fact 0']);
    expect(ways(all(fact(0, 'greaterThan', 1), fact(0, 'greaterThan', 2))).met).toEqual(['fact 0, fact 0']);
    const [one, other] = [fact(0, 'in', ['a', 'b']), fact(0, 'in', ['a', 'c'])].map((formula) =>
      reasonFor(formula, caseWith([])),
    );
    expect(leafKey(one as Parameters<typeof leafKey>[0])).not.toBe(leafKey(other as Parameters<typeof leafKey>[0]));
  });
});

describe('what is known', () => {
  test('needs no assumption where it serves, and none helps where it does not', () => {
    expect(ways(all(f, g), [true])).toEqual({ met: ['fact 1'], unmet: ['!fact 1'] });
    expect(ways(all(f, g), [false])).toEqual({ met: [], unmet: [''] });
    expect(ways(any(f, g), [false])).toEqual({ met: ['fact 1'], unmet: ['!fact 1'] });
  });
  test('of a term with a floor that has settled it, a finding is not asked for', () => {
    expect(ways(term(0, f), [true])).toEqual({ met: [''], unmet: [] });
  });
});

describe('what is known may be changed', () => {
  const otherwise: Means = (leaf, truth) => (leaf.truth === truth ? 'given' : 'assume');
  const unmet = (formula: Formula, values: boolean[], choosing?: boolean) =>
    told(waysTo('unmet', reasonFor(formula, caseWith(values)), otherwise, choosing));
  test('of a term that its floor has settled, only the floor', () => {
    expect(unmet(term(0, f), [true])).toEqual(['!fact 0']);
  });
  test('but not how a question is read that makes no difference, nor which law applies', () => {
    expect(unmet(question({ a: f, b: g }), [true, true], true)).toEqual(['!fact 0, !fact 1']);
    expect(unmet(epochs(f, g), [true, true], true)).toEqual(['!fact 0, !fact 1']);
  });
});

describe('what is open of the law may be assumed too', () => {
  test('how a question is read, or that it does not matter', () => {
    expect(ways(question({ a: f, b: g }), [], true).met).toEqual([
      'fact 0, fact 1',
      'fact 0, which=a',
      'fact 1, which=b',
    ]);
    expect(ways(question({ a: f, b: g }), [true, false], true)).toEqual({ met: ['which=a'], unmet: ['which=b'] });
    expect(ways(question({ a: f, b: g }), [true, false])).toEqual({ met: [], unmet: [] });
  });
  test('not where a ruling says how, nor where it has made no difference', () => {
    expect(ways(question({ a: f, b: g }, 'a'), [undefined, true], true)).toEqual({
      met: ['fact 0'],
      unmet: ['!fact 0'],
    });
    expect(ways(question({ a: f, b: g }), [true, true], true)).toEqual({ met: [''], unmet: [] });
  });
  test('one question has one reading, wherever it stands', () => {
    expect(ways(all(question({ a: f, b: g }), question({ a: g, b: f })), [true, false], true).met).toEqual([]);
  });
  test('only where it is asked for', () => {
    expect(told(waysTo('met', reasonFor(question({ a: f, b: g }), caseWith([true, false])), open))).toEqual([]);
  });
  test('two questions, and a question beside a state of the law, are assumed apart', () => {
    const how: Formula = { kind: 'question', question: 'how', readings: { a: f, b: g } };
    expect(ways(all(question({ a: f, b: g }), how), [true, false], true).met).toEqual(['how=a, which=a']);
    expect(ways(all(epochs(f, g), how), [true, false], true).met).toEqual(['how=a, state 0 for want of occurredAt']);
    expect(ways(any(all(how, g), all(question({ a: f, b: g }), g)), [true], true).met).toEqual(['fact 1']);
  });
  test('which state of the law applies', () => {
    const state = (index: number) => `state ${index} for want of occurredAt`;
    expect(ways(epochs(f, g), [true, false], true)).toEqual({ met: [state(0)], unmet: [state(1)] });
    expect(ways(epochs(f, g), [true, true], true)).toEqual({ met: [''], unmet: [] });
    expect(ways(all(epochs(f, g), epochs(g, f)), [true, false], true).met).toEqual([]);
  });
  test('of each state of the law some are kept, however many ways there are', () => {
    const many = (from: number) => any(...Array.from({ length: 80 }, (_, i) => fact(from + i)));
    expect(ways(many(0)).met).toHaveLength(64);
    const kept = ways(epochs(many(0), all(fact(100), fact(101))), [], true).met;
    expect(kept.filter((way) => way.includes('state 1')).length).toBeGreaterThan(0);
    expect(kept.filter((way) => way.includes('state 0'))).toHaveLength(64);
  });
});

describe('the fewest leaves that decide', () => {
  const support = (formula: Formula, values: readonly (boolean | number | undefined)[], found: boolean[] = []) => {
    const result = smallestSupport(reasonFor(formula, caseWith(values, found)));
    return (
      result && {
        leaves: result.leaves.map((leaf) =>
          leaf.kind === 'fact' ? leaf.fact : leaf.kind === 'term' ? leaf.term : leaf.kind,
        ),
        ruled: result.ruled.map(({ question }) => question),
        measured: result.measured.map(({ term, fact }) => `${term.term} by ${fact.fact}`),
      }
    );
  };
  const only = (...leaves: string[]) => ({ leaves, ruled: [], measured: [] });

  const ROWS: [name: string, formula: Formula, values: (boolean | number)[], result: object | undefined][] = [
    ['nothing where it is open', all(f, g), [true], undefined],
    ['all that is asked', all(f, g), [true, true], only('fact 0', 'fact 1')],
    ['the one that is against it', all(f, g), [true, false], only('fact 1')],
    ['the one that suffices', any(all(f, g), h), [true, true, true], only('fact 2')],
    ['under a negation', none(any(f, g)), [false, true], only('fact 1')],
    ['of what always holds, nothing', MET_ANYWAY, [], only()],
    ['the law in force', named('name', all(commencement('met'), f)), [true], only('commencement', 'fact 0')],
    ['a term by its floor', term(0, f), [false], only('fact 0')],
    ['a measure', term(0, f, true), [true], { leaves: ['fact 0'], ruled: [], measured: ['term 0 by fact 0'] }],
    ['a ruling', question({ a: f, b: g }, 'b'), [false, true], { leaves: ['fact 1'], ruled: ['which'], measured: [] }],
    [
      'no ruling where the readings agree on the same grounds',
      question({ a: f, b: any(f, g) }, 'a'),
      [true],
      only('fact 0'),
    ],
    ['readings that agree without any ruling', question({ a: f, b: g }), [true, true], only('fact 0', 'fact 1')],
    ['states of the law that agree', epochs(f, g), [false, false], only('fact 0', 'fact 1')],
    [
      'a ruling once, wherever it serves',
      all(question({ a: f, b: NEVER_MET }, 'a'), question({ a: g, b: NEVER_MET }, 'a')),
      [true, true],
      { leaves: ['fact 0', 'fact 1'], ruled: ['which'], measured: [] },
    ],
    [
      'a ruling beside what always holds, and beside the law in force',
      all(MET_ANYWAY, commencement('met'), question({ a: f, b: NEVER_MET }, 'a')),
      [true],
      { leaves: ['commencement', 'fact 0'], ruled: ['which'], measured: [] },
    ],
    [
      'each of two rulings',
      all(question({ a: f, b: NEVER_MET }, 'a'), {
        kind: 'question',
        question: 'how',
        ruling: 'a',
        readings: { a: g, b: NEVER_MET },
      }),
      [true, true],
      { leaves: ['fact 0', 'fact 1'], ruled: ['which', 'how'], measured: [] },
    ],
    ['no measure where the same fact decides without', any(term(0, f, true), f), [true], only('fact 0')],
    [
      'no ruling on a reading that these leaves speak against',
      any(question({ a: none(f), b: NEVER_MET }, 'a'), term(0, f, true)),
      [true],
      { leaves: ['fact 0'], ruled: [], measured: ['term 0 by fact 0'] },
    ],
    [
      'a measure once, wherever it serves',
      all(term(0, f, true), term(0, f, true), term(1, g, true)),
      [true, true],
      { leaves: ['fact 0', 'fact 1'], ruled: [], measured: ['term 0 by fact 0', 'term 1 by fact 1'] },
    ],
    [
      'the shortest of several ways to lead there',
      any(question({ a: f, b: NEVER_MET }, 'a'), f),
      [true],
      only('fact 0'),
    ],
    [
      'a fact that is measured inside a term and not beside it',
      all(term(0, named('name', f), true), f),
      [true],
      { leaves: ['fact 0'], ruled: [], measured: ['term 0 by fact 0'] },
    ],
  ];
  test.each(ROWS)('%s', (_, formula, values, result) => {
    expect(support(formula, values)).toEqual(result);
  });
  test('a finding', () => {
    expect(support(all(term(0, f, true), g), [false, true], [true])).toEqual(only('term 0', 'fact 1'));
    expect(support(any(term(0), g), [undefined, false], [false])).toEqual(only('term 0', 'fact 1'));
  });
});
