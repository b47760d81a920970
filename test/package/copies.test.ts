import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import type * as Core from '../../src/index.js';
import type * as Records from '../../src/record/index.js';

// An app may load the library twice, as an ES module and as CommonJS: what one made, the other takes.

const require = createRequire(import.meta.url);
const esm = (await import('../../dist/index.js' as string)) as typeof Core;
const cjs = require('../../dist/index.cjs') as typeof Core;
const records = require('../../dist/record.cjs') as typeof Records;
const incident = {
  leak: { occurred: true, kinds: ['state-secret' as const] },
  occurredAt: '2024-05-06T08:00:00+08:00',
};
const asOf = '2024-06-30';

describe.each([
  ['CommonJS in an ES module', cjs, esm],
  ['an ES module in CommonJS', esm, cjs],
] as const)('%s', (_, made, taking) => {
  test('the two are not one', () => {
    expect(made.createPolicy).not.toBe(taking.createPolicy);
  });

  test('a policy is a policy', () => {
    const policy = made.createPolicy({ rulings: { 'art9.p2.i3.leak': 'any-loss' } });
    const { accountability } = taking.assessIncident(incident, { policy, asOf });
    expect(accountability).toEqual(made.assessIncident(incident, { policy, asOf }).accountability);
    expect(accountability.by).toContain('art9.p2.i3');
  });

  test('an error is an instance', () => {
    let thrown: unknown;
    try {
      made.assessIncident({ attak: {} } as unknown, { asOf });
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(taking.ZerenzhiError);
    expect(new Error('another')).not.toBeInstanceOf(taking.ZerenzhiError);
    expect({ name: 'ZerenzhiError' }).not.toBeInstanceOf(taking.ZerenzhiError);
  });

  test('the name of an error is that of its class, which is what a program that ends by one prints', () => {
    expect(made.ZerenzhiError.name).toBe('ZerenzhiError');
  });

  test('an assessment is explained', () => {
    const assessment = made.assessIncident(incident, { asOf });
    expect(taking.reasonOf(assessment, 'art9.p2.i3')).toEqual(made.reasonOf(assessment, 'art9.p2.i3'));
  });

  test('a regulation that was checked is checked', () => {
    const policy = taking.createPolicy({ regulation: made.regulation });
    expect(policy.digest).toBe(taking.createPolicy().digest);
    expect(records.replay(records.recordAssessment(incident, { policy, asOf }).record).identical).toBe(true);
  });
});

test('a policy of another version of the library is refused with a code that says so', () => {
  const policy = Object.defineProperty({ ...esm.createPolicy() }, Symbol.for('zerenzhi.policy'), {
    value: { version: '0.0.1' },
  });
  expect(() => esm.assessIncident({}, { policy, asOf })).toThrow(
    expect.objectContaining({
      diagnostics: [expect.objectContaining({ code: 'policy/another-version', value: '0.0.1', document: 'options' })],
    }),
  );
});
