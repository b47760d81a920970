import type { Incident, PolicyOptions } from '../../src/index.js';
import { type AssessOptions, assessIncident, createPolicy } from '../../src/index.js';
import { type FoundBy, memoPage, type Page } from '../../src/report/index.js';
import { readYaml } from './fixtures.js';
import { organization, reported } from './pictures.js';

export type Lang = 'zh' | 'en';

/** The published cases whose memos are kept. */
export const CASES = [
  'database-intrusion',
  'student-list-spread',
  'phishing-reported-same-day',
  'cosmetic-repair',
  'home-page-tampered',
];

/** A case of which much is known: an accountability that is met, a deadline, values, rulings, and who found what. */
const RULED: PolicyOptions = {
  profile: 'national-analogy',
  terms: { 'first-moment-report': { hours: 24, source: { title: '大连医科大学网络安全应急预案' } } },
  issueDate: '2019-12-05',
  rulings: {
    'art8.clock': [
      {
        reading: 'discovery',
        by: 'office',
        made: '2019-12-20',
        from: '2020-01-01',
        source: { title: '办公室解释第1号' },
      },
    ],
    'art9.p2.first-responsible': 'unit',
  },
};
export const KNOWN = 'records-2024';

export const caseOptions = (name: string): AssessOptions =>
  name === KNOWN
    ? { organization, asOf: '2024-06-30T10:00:00+08:00', policy: createPolicy(RULED) }
    : { organization, asOf: '2026-06-30' };

const FOUND_BY: FoundBy = { 'leak.kinds': '保密办', 'serious-incident': '办公室', 'report.at': '收文登记' };

export const incidentOf = (name: string): Incident =>
  name === KNOWN ? reported : readYaml<Incident>(`fixtures/incidents/${name}.yaml`);

export const memoOf = (name: string, lang: Lang): Page =>
  memoPage(assessIncident(incidentOf(name), caseOptions(name)), { lang, ...(name === KNOWN && { foundBy: FOUND_BY }) });
