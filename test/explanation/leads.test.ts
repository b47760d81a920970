import { expect, test } from 'vitest';
import { decidingCases } from '../../src/assessment/deciding.js';
import { reasonIn } from '../../src/assessment/reason-of.js';
import { leadsOf } from '../../src/explanation/leads.js';
import { assessIncident } from '../../src/index.js';
import { ASSUMING_WHAT_IS_OPEN, type Assumption, waysTo } from '../../src/logic/ways.js';
import { randomIncident, repaired, seeded } from '../support/incidents.js';

const asOf = '2024-06-30';

/** What has to be known for an assumption to be borne out. */
function neededFor(assumption: Assumption): readonly string[] {
  if (assumption.on === 'question') return [assumption.question];
  if (assumption.on === 'epoch') return assumption.missing;
  const { leaf } = assumption;
  if (leaf.kind === 'fact') return leaf.missing ?? [leaf.fact];
  return leaf.kind === 'term' ? [leaf.term] : ['issue-date'];
}

// Among them is one whose every way rests on a reading that nobody is asked for yet.
test('what a finding turns on is told whole: settled so, nothing else is needed', () => {
  const random = seeded(4);
  let [told, beyond] = [0, 0];
  for (let run = 0; run < 120; run++) {
    const { result } = repaired(randomIncident(random), (given) => assessIncident(given, { asOf }));
    const deciding = decidingCases(result);
    for (const { provision, turnsOn } of leadsOf(result, deciding)) {
      told++;
      const ids = turnsOn.map(({ id }) => id);
      const ways = waysTo('met', reasonIn(deciding(provision), provision), ASSUMING_WHAT_IS_OPEN, true);
      const isTold = (assumption: Assumption) => neededFor(assumption).every((id) => ids.includes(id));
      expect(
        ways.some((way) => [...way.values()].every(isTold)),
        `${run} ${provision}`,
      ).toBe(true);
      expect(new Set(ids).size).toBe(ids.length);
      if (turnsOn.some(({ id }) => result.openPoints.every((point) => point.id !== id))) beyond++;
    }
  }
  expect(told).toBeGreaterThan(50);
  expect(beyond).toBeGreaterThan(0);
});
