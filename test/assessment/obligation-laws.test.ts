import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkUnitObligations, createPolicy, type UnitFile } from '../../src/index.js';

// Laws of duties over time, on made-up files: what was done later takes no breach away, and no day that passes makes one.

const DUTIES = ['art7.p2.i3.plan', 'art7.p2.i3.rules', 'art7.p2.i3.review', 'art7.p2.i2.backup'] as const;
const TESTED = ['art7.p2.i2.risk-analysis', 'art7.p2.i2.vulnerability-test'] as const;
const day = fc
  .integer({ min: 0, max: 5 * 365 })
  .map((days) => new Date(Date.UTC(2020, 0, 1 + days)).toISOString().slice(0, 10));
const obligation = fc.constantFrom(...DUTIES, ...TESTED);
const onSystem = (name: string) => (name.startsWith('art7.p2.i2.') ? { system: 's' } : {});
const entry = fc
  .record({ obligation, on: day, lasts: fc.option(fc.integer({ min: 0, max: 400 }), { nil: undefined }) })
  .map(({ obligation: name, on, lasts }) => ({
    obligation: name,
    on,
    ...onSystem(name),
    ...(lasts !== undefined && {
      until: new Date(Date.parse(on) + lasts * 86_400_000).toISOString().slice(0, 10),
    }),
  }));
const omission = fc
  .record({ obligation, on: day })
  .map(({ obligation: name, on }) => ({ obligation: name, on, ...onSystem(name), basis: 'admitted' as const }));
const file = fc.record({
  evidence: fc.array(entry, { maxLength: 6 }),
  omissions: fc.array(omission, { maxLength: 3 }),
});

const policy = createPolicy({ terms: { 'regular-testing': { every: 'P1Y' } }, issueDate: '2019-12-05' });
const statuses = (given: object, asOf: string, under = policy) => {
  const unit = { id: 'a', kind: 'college', systems: [{ id: 's', tenure: 'own' }], ...given } as UnitFile;
  const { obligations } = checkUnitObligations(unit, { policy: under, asOf });
  return new Map(obligations.map((each) => [each.provision as string, each]));
};
const of = (names: readonly string[], found: ReturnType<typeof statuses>) =>
  names.map((name) => [name, found.get(name)?.status] as const);

test('what is done later does not undo a breach', () => {
  fc.assert(
    fc.property(file, entry, day, (given, later, asOf) => {
      const before = statuses(given, asOf);
      const last =
        [...given.evidence, ...given.omissions]
          .map(({ on }) => on)
          .sort()
          .at(-1) ?? '';
      fc.pre(later.on > last);
      const after = statuses({ ...given, evidence: [...given.evidence, later] }, asOf);
      for (const [name, status] of of([...DUTIES, ...TESTED], before))
        if (status === 'breached') expect([name, after.get(name)?.status]).toEqual([name, 'breached']);
    }),
  );
});

test('as days pass, what is owed once or all the time becomes open at most, and is never breached of itself', () => {
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 6 }), day, (evidence, asOf) => {
      for (const [, status] of of(DUTIES, statuses({ evidence }, asOf)))
        expect(['fulfilled', 'due-soon', 'undetermined']).toContain(status);
      for (const [, status] of of(TESTED, statuses({ evidence }, asOf))) expect(status).not.toBe('breached');
    }),
  );
});

test('a day of issue that becomes known reverses nothing', () => {
  const unknown = createPolicy({ terms: { 'regular-testing': { every: 'P1Y' } } });
  const issued = fc.integer({ min: 0, max: 364 }).map((days) => new Date(Date.UTC(2019, 0, 1 + days)));
  fc.assert(
    fc.property(file, day, issued, (given, asOf, on) => {
      const known = createPolicy({
        terms: { 'regular-testing': { every: 'P1Y' } },
        issueDate: on.toISOString().slice(0, 10),
      });
      const [before, after] = [statuses(given, asOf, unknown), statuses(given, asOf, known)];
      const kept = (status: string | undefined) => (status === 'due-soon' ? 'fulfilled' : status);
      for (const [name, status] of of([...DUTIES, ...TESTED], before))
        if (status === 'breached' || status === 'fulfilled' || status === 'due-soon' || status === 'overdue')
          expect([name, kept(after.get(name)?.status)]).toEqual([name, kept(status)]);
    }),
  );
});
