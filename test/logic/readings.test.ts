import { expect, test } from 'vitest';
import { assessIncident, createPolicy } from '../../src/index.js';
import { compareReadings } from '../../src/inquiry/index.js';
import { randomIncident, repaired, seeded } from '../support/incidents.js';

const asOf = '2024-06-30';

test('each combination of readings comes out as a policy with those rulings has it', () => {
  const random = seeded(9);
  let compared = 0;
  for (let run = 0; run < 150; run++) {
    const { incident, result } = repaired(randomIncident(random), (given) => assessIncident(given, { asOf }));
    for (const finding of result.findings)
      for (const { readings, status } of compareReadings(finding).outcomes) {
        const ruled = repaired(incident, (given) =>
          assessIncident(given, { asOf, policy: createPolicy({ rulings: readings }) }),
        );
        // A ruling may make a finding contradict the facts: then the incident itself is refused, and nothing is to be compared.
        if (ruled.incident !== incident) continue;
        compared++;
        expect(ruled.result.findings.find(({ provision }) => provision === finding.provision)?.status).toBe(status);
      }
  }
  expect(compared).toBeGreaterThan(1_000);
});

test('a finding that turns on a reading says on which, with both outcomes', () => {
  const incident = {
    occurredAt: '2024-05-06T08:00:00+08:00',
    leak: { occurred: true, 'own-side': false, kinds: ['state-secret' as const] },
  };
  const finding = assessIncident(incident, { asOf }).findings.find(({ provision }) => provision === 'art9.p2.i3');
  if (!finding) throw new Error('no finding');
  const { holds, turnsOn, outcomes } = compareReadings(finding);
  expect(holds).toBeUndefined();
  expect(turnsOn).toEqual(['art9.p2.i3.leak']);
  expect(new Set(outcomes.map(({ readings, status }) => `${readings['art9.p2.i3.leak']}: ${status}`))).toEqual(
    new Set(['any-loss: met', 'own-disclosure: unmet']),
  );
});

test('one that holds under all readings says so', () => {
  const incident = { occurredAt: '2024-05-06T08:00:00+08:00', leak: { occurred: false } };
  const finding = assessIncident(incident, { asOf }).findings.find(({ provision }) => provision === 'art9.p2.i3');
  expect(finding && compareReadings(finding)).toMatchObject({ holds: 'unmet', turnsOn: [] });
});

test('a ruling is told where the finding rests on it, with what it would be under the other reading', () => {
  const incident = {
    occurredAt: '2024-05-06T08:00:00+08:00',
    leak: { occurred: true, 'own-side': false, kinds: ['state-secret' as const] },
  };
  const policy = createPolicy({ rulings: { 'art9.p2.i3.leak': 'any-loss' } });
  const finding = assessIncident(incident, { asOf, policy }).findings.find(
    ({ provision }) => provision === 'art9.p2.i3',
  );
  const compared = finding && compareReadings(finding);
  expect(finding?.status).toBe('met');
  expect(compared).toMatchObject({ turnsOn: ['art9.p2.i3.leak'], ruled: { 'art9.p2.i3.leak': 'any-loss' } });
  expect(compared?.holds).toBeUndefined();
});
