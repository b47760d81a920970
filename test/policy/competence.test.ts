import { describe, expect, test } from 'vitest';
import { assessIncident, createPolicy, type Incident, type Policy, type PolicyOptions } from '../../src/index.js';
import { settle } from '../../src/inquiry/index.js';
import { recordAssessment, replay } from '../../src/record/index.js';
import { explainFinding, memoPage, renderText } from '../../src/report/index.js';

// Art. 14 gives interpretation to the Office. What it made has a day and a document, and works before its day only if it says so; what
// nobody is said to have made is an assumption.

const asOf = '2024-06-30';
const MADE = '2022-03-01';
const LEAK = 'art9.p2.i3';
const QUESTION = 'art9.p2.i3.leak';
type Rulings = NonNullable<PolicyOptions['rulings']>;
type Ruled = Extract<NonNullable<Rulings[typeof QUESTION]>, readonly unknown[]>[number];

const policyOf = (ruling: Partial<Ruled>): Policy =>
  createPolicy({ rulings: { [QUESTION]: [{ reading: 'own-persons', ...ruling }] } });
const byOffice = (more: Partial<Ruled> = {}) => policyOf({ by: 'office', made: MADE, ...more });
/** State secrets that were stolen: a disclosure under one reading of 泄露, and none under the other. */
const stolen = (day: string): Incident => ({
  occurredAt: `${day}T08:00:00+08:00`,
  incident: { occurred: true },
  leak: { occurred: true, 'own-persons': false, 'own-management': true, kinds: ['state-secret'] },
});
const found = (day: string, policy: Policy) =>
  assessIncident(stolen(day), { policy, asOf }).findings.find(({ provision }) => provision === LEAK);

describe('a ruling by the Office', () => {
  test.each([
    ['that says nothing of earlier cases does not reach them', {}, '2022-02-28', 'undetermined', [QUESTION]],
    ['and holds from its day', {}, MADE, 'unmet', undefined],
    ['that works from its own day', { effect: 'own-day' }, '2022-02-28', 'undetermined', [QUESTION]],
    ['that works from the beginning reaches earlier cases', { effect: 'beginning' }, '2021-02-28', 'unmet', undefined],
    ['that names its period holds in it', { from: '2021-01-01' }, '2021-02-28', 'unmet', undefined],
    ['and not before', { from: '2021-01-01' }, '2020-12-31', 'undetermined', [QUESTION]],
  ] as const)('%s', (_, more, day, status, unreached) => {
    const finding = found(day, byOffice(more));
    expect(finding?.status).toBe(status);
    expect(finding?.unreached).toEqual(unreached);
  });
  test('that does not reach a case is shown with the open point, and told in the explanation', () => {
    const policy = byOffice();
    const assessment = assessIncident(stolen('2022-02-28'), { policy, asOf });
    expect(assessment.openPoints.find(({ id }) => id === QUESTION)?.given).toMatchObject([
      { reading: 'own-persons', by: 'office', made: MADE },
    ]);
    expect(explainFinding(assessment, LEAK).unreached).toMatchObject([{ id: QUESTION }]);
    expect(renderText(memoPage(assessment))).toContain('已有解释或者取值，但不及于本件之时，未据以评估');
  });
  test('leaves the case before its day to be settled by another', () => {
    const { sets } = settle(stolen('2022-02-28'), { policy: byOffice(), asOf, provision: LEAK });
    expect(sets.flatMap(({ answers }) => answers.map(({ id }) => id))).toContain(QUESTION);
  });
  test('stays in the policy and the record, and replays', () => {
    const { record } = recordAssessment(stolen('2023-01-01'), { policy: byOffice({ effect: 'own-day' }), asOf });
    expect(record.policy).toMatchObject({ rulings: { [QUESTION]: [{ by: 'office', made: MADE, effect: 'own-day' }] } });
    expect(replay(JSON.parse(JSON.stringify(record))).identical).toBe(true);
  });
});

describe('who made what a finding rests on', () => {
  const memo = (policy: Policy, incident = stolen('2023-01-01')) =>
    renderText(memoPage(assessIncident(incident, { policy, asOf })));
  const used = (policy: Policy) => explainFinding(assessIncident(stolen('2023-01-01'), { policy, asOf }), LEAK).rulings;
  test('the Office, with its day', () => {
    expect(used(byOffice())).toMatchObject([{ question: QUESTION, by: { zh: '网络安全和信息化领导小组办公室' } }]);
    expect(memo(byOffice())).toContain('网络安全和信息化领导小组办公室作出（2022年3月1日）');
    expect(memo(byOffice())).toContain('未说明对此前的事件是否适用');
    expect(memo(byOffice({ effect: 'beginning' }))).not.toContain('未说明对此前的事件是否适用');
  });
  test('nobody: an assumption, and called so', () => {
    expect(used(policyOf({}))[0]).not.toHaveProperty('by');
    expect(memo(policyOf({}))).toContain('（假设：未注明作出单位）');
    expect(memo(byOffice())).not.toContain('假设');
  });
  test('a value likewise', () => {
    const outage = { 'large-scale-personal-information': { persons: 1000 } };
    const lost: Incident = {
      occurredAt: '2023-01-01T08:00:00+08:00',
      incident: { occurred: true },
      leak: { occurred: true, 'own-persons': true, kinds: ['personal-information'], persons: 5000 },
    };
    expect(memo(createPolicy({ terms: outage }), lost)).toContain('（假设：未注明作出单位）');
    const set = { 'large-scale-personal-information': { persons: 1000, by: 'office', made: MADE } };
    expect(memo(createPolicy({ terms: set }), lost)).not.toContain('假设');
  });
});
