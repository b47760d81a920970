import { describe, expect, test } from 'vitest';
import { assessIncident, createPolicy, type Incident, type PolicyOptions } from '../../src/index.js';
import { litArticle } from '../../src/report/index.js';

// Words are lit together where the rule joins what bears on them: no word is called met that nobody has said.

const asOf = '2026-06-30';
const lit = (item: number, incident: Incident, rulings: PolicyOptions['rulings'] = {}): string => {
  const assessment = assessIncident(
    { occurredAt: '2024-05-06T08:00:00+08:00', ...incident },
    { asOf, policy: createPolicy({ rulings }) },
  );
  const passage = litArticle(9, assessment).find(({ place }) => place === `9.2.${item}`);
  const mark = { met: '●', unmet: '○', undetermined: '◐' };
  return (passage?.segments ?? []).map(({ text, truth }) => (truth ? `[${mark[truth]}${text}]` : text)).join('');
};

describe('长时间网站瘫痪', () => {
  const site: Incident = { target: { kind: 'website' }, attack: { occurred: true } };
  const platform: Incident = { ...site, target: { kind: 'platform' } };

  test('that a website was attacked does not say that it was down', () => {
    expect(lit(2, site)).toContain('造成[◐长时间网站瘫痪]和');
    expect(lit(2, platform, { 'art9.p2.i2.outage': 'platforms-too' })).toContain('造成[◐长时间网站瘫痪]和');
  });

  test('down, but not for long', () => {
    expect(lit(2, { ...site, findings: { 'prolonged-outage': false } })).toContain('造成[○长时间网站瘫痪]和');
  });

  test('down for long: of a website; of a platform as it is read', () => {
    const down = { findings: { 'prolonged-outage': true } };
    expect(lit(2, { ...site, ...down })).toContain('造成[●长时间网站瘫痪]和');
    expect(lit(2, { ...platform, ...down })).toContain('造成[◐长时间网站瘫痪]和');
    expect(lit(2, { ...platform, ...down }, { 'art9.p2.i2.outage': 'websites' })).toContain('造成[○长时间网站瘫痪]和');
    expect(lit(2, { ...platform, ...down }, { 'art9.p2.i2.outage': 'platforms-too' })).toContain(
      '造成[●长时间网站瘫痪]和',
    );
  });
});

describe('有关部门, which two limbs name', () => {
  test('who gave notice was not refused anything', () => {
    const notified: Incident = {
      notice: { received: true, from: ['outside'] },
      findings: { 'timely-rectification': false },
    };
    expect(lit(5, { ...notified, conduct: { 'refused-cooperation': false } })).toContain(
      '[○拒不配合有关部门依法开展调查、处置工作]，或者对[●有关部门通报的问题和风险隐患不及时整改]',
    );
  });

  test('who was refused cooperation gave no notice', () => {
    const refused: Incident = { conduct: { 'refused-cooperation': true, 'refused-towards': ['outside'] } };
    expect(lit(5, { ...refused, notice: { received: false } })).toMatch(
      /\[●拒不配合有关部门依法开展调查、处置工作\]，或者对\[○有关部门通报的问题和风险隐患/,
    );
  });

  test('a reading alone names nobody', () => {
    const nothing: Incident = { conduct: { 'refused-cooperation': false }, notice: { received: false } };
    expect(lit(5, nothing, { 'art9.p2.i5.authorities': 'school-too' })).not.toContain('●有关部门');
  });
});
