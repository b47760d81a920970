import { expect, test } from 'vitest';
import { assessIncident, checkUnitObligations } from '../../src/index.js';
import { articlePage, explainFinding, explainObligation, explanationPage, renderText } from '../../src/report/index.js';

const asOf = '2024-06-30';

test('a duty of a unit: why it is owed, and what its performance waits for', () => {
  const report = checkUnitObligations({ id: 'a', kind: 'college' }, { asOf });
  const [plan] = report.obligations.filter(({ provision }) => provision === 'art7.p2.i3.plan');
  if (!plan) throw new Error('every college owes a plan');
  const { status, grounds, citation } = explainObligation(report, plan);
  // It is owed, which is known; whether it was done is not, which the obligation says.
  expect([plan.status, status, citation.place]).toEqual(['undetermined', 'met', '7.2.3']);
  // A college is a second-level unit, and that is all it takes.
  expect(grounds.map(({ said, truth }) => [said.zh.split('（')[0], truth])).toEqual([['单位类别：学院', 'met']]);
});

test('a duty that the incident calls up says how it stands', () => {
  const none = assessIncident({ occurredAt: '2024-05-06T08:00:00+08:00', incident: { occurred: false } }, { asOf });
  const explanation = explainFinding(none, 'art8.report');
  expect([explanation.standing, explanation.status]).toEqual(['not-required', 'unmet']);
  expect(explainFinding(none, 'art9.p2.i3').standing).toBeUndefined();
  expect(renderText(explanationPage(explanation))).toContain('不要求');
});

test('an article is lit by the obligations that stand in it', () => {
  const report = checkUnitObligations({ id: 'a', kind: 'college' }, { asOf });
  const [lit, plain] = [renderText(articlePage(7, report)), renderText(articlePage(7))];
  expect(lit).not.toBe(plain);
  expect(lit.replaceAll(/\[[●○◐](?:推定)? ([^\]]*)\]/g, '$1')).toBe(plain);
});
