import { readdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { fragmentOf } from '../../page/src/fragment.js';
import { EMPTY, type State } from '../../page/src/state.js';
import { assessIncident, type Incident, type Organization, ZerenzhiError } from '../../src/index.js';
import { readYaml } from '../support/fixtures.js';
import { randomIncident, repaired, seeded } from '../support/incidents.js';
import { describeInBrowser, openPage } from './browser.js';

// What the page shows of a case is what the library answers, which the command line prints: the page has no second logic.

const asOf = '2024-06-30';
const organization = readYaml<Organization>('fixtures/organizations/university.yaml');

/** What the page shows of a state: findings and the outcome, or that it refuses it. */
async function shown(page: Page, state: State) {
  return page.evaluate(
    (fragment) =>
      new Promise<readonly string[] | 'refused'>((done) => {
        location.hash = fragment;
        addEventListener(
          'hashchange',
          () =>
            setTimeout(() => {
              const refused = document.querySelector('.notice.fault') !== null;
              const findings = [...document.querySelectorAll('[data-truth]')].map(
                (each) => `${each.getAttribute('data-provision')} ${each.getAttribute('data-truth')}`,
              );
              done(refused ? 'refused' : findings);
            }, 0),
          { once: true },
        );
      }),
    fragmentOf(state),
  );
}

function answered({ incident, organization, asOf }: State): readonly string[] | 'refused' {
  try {
    const { findings } = assessIncident(incident, { ...(organization && { organization }), ...(asOf && { asOf }) });
    return findings.map(({ provision, status }) => `${provision} ${status}`);
  } catch (error) {
    if (error instanceof ZerenzhiError) return 'refused';
    throw error;
  }
}

describeInBrowser('the page shows what the library answers', () => {
  test('for every shipped incident, with the register', async () => {
    const { page, problems } = await openPage();
    for (const file of readdirSync('fixtures/incidents')) {
      const incident = readYaml<Incident>(`fixtures/incidents/${file}`);
      const state = { ...EMPTY, asOf: '2026-06-30', organization, incident };
      expect([file, await shown(page, state)]).toEqual([file, answered(state)]);
    }
    expect(problems).toEqual([]);
  });

  test('for a thousand generated incidents', async () => {
    const { page, problems } = await openPage();
    const random = seeded(14);
    let refused = 0;
    for (let i = 0; i < 1_000; i++) {
      // Of four one is left as it was made, and mostly refused.
      const made = randomIncident(random);
      const incident = i % 4 === 0 ? made : repaired(made, (each) => assessIncident(each, { asOf })).incident;
      const state = { ...EMPTY, asOf, incident };
      const expected = answered(state);
      if (expected === 'refused') refused++;
      expect([i, await shown(page, state)]).toEqual([i, expected]);
    }
    // Both kinds are among them.
    expect(refused).toBeGreaterThan(10);
    expect(refused).toBeLessThan(500);
    expect(problems).toEqual([]);
  });
});
