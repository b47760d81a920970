import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { assessIncident, findingOf, type Organization } from '../../src/index.js';
import { readYaml } from '../support/fixtures.js';

// The example of docs/incidents.md says what the page says of it.

const [, example = ''] = /```yaml\n([\s\S]*?)```/.exec(readFileSync('docs/incidents.md', 'utf8')) ?? [];
const organization = readYaml<Organization>('fixtures/organizations/university.yaml');
const incident: unknown = parse(example);
const assessment = assessIncident(incident, { organization, asOf: '2024-06-30' });

const ofUnits = (provision: 'art9.p2.i3' | 'art9.p2.i5') =>
  Object.fromEntries((findingOf(assessment, provision).byUnit ?? []).map(({ unit, status }) => [unit, status]));

test.each(['art9.p2.i3', 'art9.p2.i5'] as const)(
  '%s: one unit meets it, one had no part, of one that is open',
  (id) => {
    expect(findingOf(assessment, id).status).toBe('met');
    expect(ofUnits(id)).toMatchObject({ 'academic-affairs': 'met', 'student-affairs': 'unmet' });
  },
);

test('whoever runs the system and is not named is a candidate', () => {
  expect(ofUnits('art9.p2.i3')['technology-centre']).toBe('undetermined');
  expect(assessment.units.find(({ id }) => id === 'technology-centre')).toMatchObject({ candidate: true });
});

test('what is alleged, and what was asked and is not known, is open', () => {
  expect(findingOf(assessment, 'art9.p1').status).toBe('undetermined');
  expect(findingOf(assessment, 'art11.accident').status).toBe('undetermined');
});
