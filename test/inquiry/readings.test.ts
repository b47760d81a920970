import { expect, test } from 'vitest';
import { assessIncident, createPolicy, findingOf } from '../../src/index.js';
import { compareReadings } from '../../src/inquiry/index.js';
import { randomIncident, repaired, seeded } from '../support/incidents.js';
import { sized } from '../support/size.js';

const asOf = '2024-06-30';

test('each combination of readings comes out as a policy with those rulings has it', () => {
  const random = seeded(9);
  let compared = 0;
  const runs = sized(10, 50);
  for (let run = 0; run < runs; run++) {
    const { incident, result } = repaired(randomIncident(random), (given) => assessIncident(given, { asOf }));
    for (const finding of result.findings)
      for (const { readings, status } of compareReadings(result, finding.provision).outcomes) {
        const ruled = repaired(incident, (given) =>
          assessIncident(given, { asOf, policy: createPolicy({ rulings: readings }) }),
        );
        // A ruling may make a finding contradict the facts: then the incident itself is refused, and nothing is to be compared.
        if (ruled.incident !== incident) continue;
        compared++;
        expect(ruled.result.findings.find(({ provision }) => provision === finding.provision)?.status).toBe(status);
      }
  }
  expect(compared).toBeGreaterThan(7 * runs);
});

test('a finding that turns on a reading says on which, with both outcomes', () => {
  const incident = {
    occurredAt: '2024-05-06T08:00:00+08:00',
    leak: { occurred: true, 'own-persons': false, 'own-management': false, kinds: ['state-secret' as const] },
  };
  const { holds, turnsOn, outcomes } = compareReadings(assessIncident(incident, { asOf }), 'art9.p2.i3');
  expect(holds).toBeUndefined();
  expect(turnsOn).toEqual(['art9.p2.i3.leak']);
  expect(new Set(outcomes.map(({ readings, status }) => `${readings['art9.p2.i3.leak']}: ${status}`))).toEqual(
    new Set(['any-loss: met', 'own-management: unmet', 'own-persons: unmet']),
  );
});

test('one that holds under all readings says so', () => {
  const incident = { occurredAt: '2024-05-06T08:00:00+08:00', leak: { occurred: false } };
  const compared = compareReadings(assessIncident(incident, { asOf }), 'art9.p2.i3');
  expect(compared).toMatchObject({ holds: 'unmet', turnsOn: [] });
});

test('a ruling is told where the finding rests on it, with what it would be under the other reading', () => {
  const incident = {
    occurredAt: '2024-05-06T08:00:00+08:00',
    leak: { occurred: true, 'own-persons': false, 'own-management': false, kinds: ['state-secret' as const] },
  };
  const policy = createPolicy({ rulings: { 'art9.p2.i3.leak': 'any-loss' } });
  const assessment = assessIncident(incident, { asOf, policy });
  const compared = compareReadings(assessment, 'art9.p2.i3');
  expect(findingOf(assessment, 'art9.p2.i3').status).toBe('met');
  expect(compared).toMatchObject({ turnsOn: ['art9.p2.i3.leak'], ruled: { 'art9.p2.i3.leak': 'any-loss' } });
  expect(compared.holds).toBeUndefined();
});
