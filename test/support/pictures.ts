import {
  assessIncident,
  createPolicy,
  type Incident,
  type Organization,
  type PolicyOptions,
  resolveResponsibilityChain,
} from '../../src/index.js';
import { readYaml } from './fixtures.js';

export const organization = readYaml<Organization>('fixtures/organizations/university.yaml');

/** An incident that was discovered late and reported at once: every kind of moment, and accountability that certainly reaches some and perhaps others. */
export const reported: Incident = {
  id: 'records-2024',
  title: '学籍系统被入侵',
  units: [{ id: 'academic-affairs' }],
  systems: [{ id: 'student-records' }],
  parties: [{ id: 'p-020' }],
  occurredAt: '2024-05-06T08:00:00+08:00',
  discoveredAt: '2024-05-07T12:00:00+08:00',
  incident: { occurred: true, grade: 'major' },
  attack: { occurred: true },
  leak: { occurred: true, 'own-persons': true, kinds: ['state-secret'] },
  report: { at: '2024-05-07T14:00:00+08:00' },
  handling: { at: '2024-05-07T13:00:00+08:00', effective: true },
  findings: { 'serious-incident': true, 'timely-handling': true, 'timely-handling-after-attack': true },
};

export interface Shown {
  readonly name: string;
  readonly incident: Incident;
  readonly asOf: string;
  readonly policy?: PolicyOptions;
}
const FIXTURES = [
  'database-intrusion',
  'student-list-spread',
  'phishing-reported-same-day',
  'cosmetic-repair',
  'home-page-tampered',
];
/** The incidents whose pictures are kept: five published cases under the bare text, and one that is known in full, with deadlines. */
export const shown: readonly Shown[] = [
  ...FIXTURES.map((name) => ({
    name,
    incident: readYaml<Incident>(`fixtures/incidents/${name}.yaml`),
    asOf: '2026-06-30',
  })),
  {
    name: 'reported-late-discovery',
    incident: reported,
    asOf: '2024-06-30',
    policy: { profile: 'national-analogy', rulings: { 'art9.p2.first-responsible': 'unit' } },
  },
];

export const optionsOf = ({ asOf, policy }: Pick<Shown, 'asOf' | 'policy'>) => ({
  organization,
  asOf,
  policy: createPolicy(policy),
});
export const assessed = ({ incident, ...shown }: Omit<Shown, 'name'>) => assessIncident(incident, optionsOf(shown));

/** The chain of a system with a vacant post and an acting holder. */
export const systemChain = () =>
  resolveResponsibilityChain({ system: 'college-site' }, { organization, asOf: '2024-06-30' });
