import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { regulation } from '../../src/index.js';
import { nameOf } from '../../src/logic/truth.js';
import {
  domain,
  fullSetting,
  ITEMS,
  inputFor,
  type Judgeable,
  namesIn,
  ruleFor,
  type Setting,
} from '../support/provisions.js';
import { sized } from '../support/size.js';
import { oracle } from './oracle.js';

const ours = (item: Judgeable, setting: Setting) =>
  nameOf(ruleFor(regulation, item, setting).truth(inputFor(regulation, setting)));
const LIMIT = sized(200, 2_000);

// Law 3: the evaluator and json-rules-engine agree, on known inputs and on the two bounds of partial ones.
describe.each(ITEMS)('$name', (item) => {
  test('agrees with json-rules-engine on enumerated inputs', async () => {
    const settings = enumerate(item);
    for (const setting of settings)
      expect(await oracle(regulation, item, setting), JSON.stringify(setting)).toBe(ours(item, setting));
    expect(settings.length).toBeGreaterThan(0);
  });

  test('agrees with its two bounds on generated partial inputs', async () => {
    const partial = fullSetting(regulation, item).chain((full) =>
      fc.record({
        values: some(full.values),
        findings: some(full.findings),
        thresholds: some(full.thresholds),
        rulings: some(full.rulings),
      }),
    );
    await fc.assert(
      fc.asyncProperty(partial, async (setting) => {
        expect(await oracle(regulation, item, setting)).toBe(ours(item, setting));
      }),
      { numRuns: sized(20, 100) },
    );
  });
});

/** Some entries of a record. */
const some = <T>(record: { readonly [name: string]: T }): fc.Arbitrary<{ [name: string]: T }> =>
  fc.subarray(Object.entries(record)).map((entries) => Object.fromEntries(entries));

/** Every combination of decisive values, findings and readings, evenly thinned where there are more than a test needs. */
function enumerate(item: Judgeable): Setting[] {
  const { facts, terms, questions } = namesIn(regulation, item);
  const axes: { key: 'values' | 'findings' | 'rulings'; name: string; options: unknown[] }[] = [
    ...facts
      .filter((fact) => !regulation.facts[fact]?.derive)
      .map((name) => ({ key: 'values' as const, name, options: ends(domain(regulation, name)) })),
    ...terms.map((name) => ({ key: 'findings' as const, name, options: [true, false] })),
    ...questions.map((name) => ({
      key: 'rulings' as const,
      name,
      options: Object.keys(regulation.questions[name]?.readings ?? {}),
    })),
  ];
  const total = axes.reduce((product, { options }) => product * options.length, 1);
  const step = Math.max(1, Math.floor(total / LIMIT) | 1);
  const settings: Setting[] = [];
  for (let number = 0; number < total; number += step) {
    const setting = { values: {}, findings: {}, thresholds: {}, rulings: {} } as {
      [key: string]: { [name: string]: unknown };
    };
    let rest = number;
    for (const { key, name, options } of axes) {
      (setting[key] as { [name: string]: unknown })[name] = options[rest % options.length];
      rest = Math.floor(rest / options.length);
    }
    settings.push(setting as unknown as Setting);
  }
  return settings;
}

/** Enough of a domain to make each condition come out both ways. */
const ends = <T>(values: readonly T[]): T[] =>
  (values.length > 4 ? [values[0], values[1], values.at(-1)] : [...values]).filter(
    (value) => value !== undefined,
  ) as T[];
