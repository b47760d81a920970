import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { verdicts } from '../../rules/generated/verdicts.js';
import { regulation } from '../../src/index.js';
import type { Verdict } from '../../src/logic/compile.js';
import { Decisions } from '../../src/logic/decisions.js';
import { reasonFor } from '../../src/logic/reason.js';
import { nameOf } from '../../src/logic/truth.js';
import { fullSetting, ITEMS, inputFor, lessThan, ruleFor, type Setting } from '../support/provisions.js';

// The verdicts that the build turns into straight-line code, against the steps and the reasons of the same formulas.
const bare = (setting: Setting): Setting => ({ ...setting, thresholds: {}, rulings: {} });
const generated = ITEMS.flatMap((item) => {
  const verdict = verdicts[item.part]?.[item.provision.id];
  return verdict ? [{ name: item.name, item, verdict }] : [];
});

test('every provision on accountability has its code', () => {
  const accountabilities = ITEMS.filter(
    ({ provision, part }) => provision.kind === 'accountability' && part === 'applies',
  );
  expect(accountabilities.map(({ provision }) => provision.id).filter((id) => !verdicts.applies?.[id])).toEqual([]);
});

describe.each(generated)('$name', ({ item, verdict }: { item: (typeof ITEMS)[number]; verdict: Verdict }) => {
  const { formula } = ruleFor(regulation, item, { values: {}, findings: {}, thresholds: {}, rulings: {} });
  const walk = new Decisions().verdict(formula);

  test('the code, the steps and the reason agree on partial inputs', () => {
    fc.assert(
      fc.property(
        fullSetting(regulation, item).chain((full) =>
          fc.oneof(fc.constant(full), lessThan(full), fc.constant({ ...full, findings: {} })),
        ),
        (setting) => {
          const input = inputFor(regulation, bare(setting));
          const truth = walk(input);
          expect(nameOf(verdict(input))).toBe(nameOf(truth));
          expect(reasonFor(formula, input).truth).toBe(nameOf(truth));
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
