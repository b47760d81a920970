import { describe, expect, test } from 'vitest';
import { reasonFor, ruleOf } from '../../src/logic/evaluate.js';
import type { Formula } from '../../src/logic/formula.js';
import { choices, questionsOf } from '../../src/logic/readings.js';
import { allReasons, evaluateReason, type Reason, truthUnder } from '../../src/logic/reason.js';
import { MET } from '../../src/logic/truth.js';
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

const { index: _, ...plain } = fact(0);
const met = { ...plain, truth: 'met', actual: true };
const unmet = { ...plain, truth: 'unmet', actual: false };
const open = { ...plain, truth: 'undetermined', missing: ['input 0'] };
const citation = { place: '9.2.1', quote: '泄露' };
const unfixed: Formula = { kind: 'fact', fact: 'fact 0', index: 0, operator: 'greaterThan', citation };

describe('the reason of a leaf', () => {
  const ROWS: [name: string, formula: Formula, input: ReturnType<typeof caseWith>, reason: object][] = [
    ['a fact that is so', fact(0), caseWith([true]), met],
    ['a fact that is not', fact(0), caseWith([false]), unmet],
    ['a fact that nobody knows', fact(0), caseWith([]), open],
    ['a fact that is presumed', fact(0), caseWith([false], [], [0]), { ...unmet, presumed: true }],
    [
      'a fact known in part',
      fact(0, 'greaterThan', 3),
      caseWith([{ atLeast: 2 }]),
      {
        kind: 'fact',
        fact: 'fact 0',
        operator: 'greaterThan',
        expected: 3,
        truth: 'undetermined',
        actual: { atLeast: 2 },
        missing: ['input 0'],
      },
    ],
    [
      'a limit that nobody has fixed waits for no fact',
      unfixed,
      caseWith([5]),
      { kind: 'fact', fact: 'fact 0', operator: 'greaterThan', truth: 'undetermined', actual: 5, citation },
    ],
    ['a literal', NEVER_MET, caseWith([]), { kind: 'literal', truth: 'unmet' }],
    ['commencement', commencement('undetermined'), caseWith([]), commencement('undetermined')],
    [
      'a term that is found',
      { ...term(1, fact(0)), citation } as Formula,
      caseWith([false], [undefined, true]),
      { kind: 'term', truth: 'met', term: 'term 1', by: 'finding', citation },
    ],
    [
      'a term that is found not to be so, against its measure',
      term(0, fact(0), true),
      caseWith([true], [false]),
      { kind: 'term', truth: 'unmet', term: 'term 0', by: 'finding' },
    ],
    [
      'a term by its measure',
      term(0, fact(0), true),
      caseWith([true]),
      { kind: 'term', truth: 'met', term: 'term 0', by: 'threshold', of: met },
    ],
    [
      'a term that nothing fixes, settled by the facts',
      term(0, fact(0)),
      caseWith([false]),
      { kind: 'term', truth: 'unmet', term: 'term 0', by: 'none', of: unmet },
    ],
    ['a term that is open', term(0), caseWith([]), { kind: 'term', truth: 'undetermined', term: 'term 0', by: 'none' }],
  ];
  test.each(ROWS)('%s', (__, formula, input, reason) => {
    expect(reasonFor(formula, input)).toStrictEqual(reason);
    expect(evaluateReason(reasonFor(formula, input))).toBe((reason as Reason).truth);
  });
});

describe('the reason of what has parts is its own tree with their truths', () => {
  const ROWS: [name: string, formula: Formula, reason: object][] = [
    ['all', all(fact(0), MET_ANYWAY), { kind: 'all', truth: 'met', of: [met, MET_ANYWAY] }],
    ['any', any(NEVER_MET, fact(0)), { kind: 'any', truth: 'met', of: [NEVER_MET, met] }],
    ['not', none(fact(0)), { kind: 'not', truth: 'unmet', of: met }],
    ['a named condition', named('name', fact(0)), { kind: 'condition', name: 'name', truth: 'met', of: met }],
    [
      'states of the law',
      epochs(fact(0), NEVER_MET),
      { kind: 'epochs', time: 'occurredAt', missing: ['occurredAt'], truth: 'undetermined', of: [met, NEVER_MET] },
    ],
    [
      'readings',
      question({ narrow: NEVER_MET, wide: fact(0) }),
      { kind: 'question', question: 'which', truth: 'undetermined', readings: { narrow: NEVER_MET, wide: met } },
    ],
    [
      'a reading that is ruled',
      question({ narrow: NEVER_MET, wide: fact(0) }, 'wide'),
      { kind: 'question', question: 'which', ruling: 'wide', truth: 'met', readings: { narrow: NEVER_MET, wide: met } },
    ],
  ];
  test.each(ROWS)('%s', (__, formula, reason) => {
    expect(reasonFor(formula, caseWith([true]))).toStrictEqual(reason);
    expect(evaluateReason(reasonFor(formula, caseWith([true])))).toBe((reason as Reason).truth);
  });
});

test('a reason that was tampered with does not give its verdict any more', () => {
  const reason = { ...reasonFor(all(fact(0), fact(1)), caseWith([true, true])), truth: 'unmet' } as Reason;
  expect(evaluateReason(reason)).toBe('met');
  expect(evaluateReason({ ...met, actual: false } as Reason)).toBe('unmet');
  const measured = reasonFor(term(0, fact(0), true), caseWith([true]));
  expect(evaluateReason({ ...measured, truth: 'unmet' } as Reason)).toBe('met');
});

test('reasons made one leave out that nothing limits, and one alone stands for itself', () => {
  const [yes, no] = [met as Reason, unmet as Reason];
  const always: Reason = { kind: 'literal', truth: 'met' };
  const never: Reason = { kind: 'literal', truth: 'unmet' };
  expect(allReasons([always, yes])).toBe(yes);
  expect(allReasons([yes, always, no])).toEqual({ kind: 'all', truth: 'unmet', of: [yes, no] });
  expect(allReasons([yes, never])).toEqual({ kind: 'all', truth: 'unmet', of: [yes, never] });
  expect(allReasons([always, always])).toEqual({ kind: 'all', truth: 'met', of: [] });
});

describe('readings', () => {
  const inner: Formula = { kind: 'question', question: 'how', readings: { one: fact(0), two: NEVER_MET } };
  const both = question({ narrow: NEVER_MET, wide: inner }, 'narrow');
  const reason = reasonFor(both, caseWith([true]));

  test('every question inside a reason, those under a reading that was set aside as well', () => {
    expect([...questionsOf(all(both) as Reason).keys()]).toEqual(['which', 'how']);
    expect(questionsOf(reason).get('which')?.ruling).toBe('narrow');
  });
  test('every combination of readings', () => {
    expect(choices(questionsOf(reason))).toEqual([
      { which: 'narrow', how: 'one' },
      { which: 'narrow', how: 'two' },
      { which: 'wide', how: 'one' },
      { which: 'wide', how: 'two' },
    ]);
  });
  test('a choice goes before a ruling; what is not chosen stays ruled or open', () => {
    expect(truthUnder(reason, {})).toBe('unmet');
    expect(truthUnder(reason, { which: 'wide' })).toBe('undetermined');
    expect(truthUnder(reason, { which: 'wide', how: 'one' })).toBe('met');
    expect(truthUnder(reason, { which: 'wide', how: 'two' })).toBe('unmet');
    expect(truthUnder(reason, { how: 'one' })).toBe('unmet');
    expect(truthUnder(reason, { which: 'no such reading' })).toBe('unmet');
  });
});

test('the formula of a rule is bound once, when somebody asks for it or for a reason', () => {
  let made = 0;
  const rule = ruleOf(
    () => () => MET,
    () => {
      made++;
      return fact(0);
    },
  );
  expect([rule.truth(caseWith([])), made]).toEqual([MET, 0]);
  expect(rule.reason(caseWith([true]))).toStrictEqual(met);
  expect(rule.formula).toEqual(fact(0));
  expect(rule.formula).toBe(rule.formula);
  expect(made).toBe(1);
});
