// How long assessments are as JSON, in characters.
import { assessIncident, type Incident, type Organization } from '../dist/index.js';
import { readYaml } from '../test/support/fixtures.js';

export interface JsonSizes {
  readonly empty: number;
  readonly demo: number;
}

const asOf = '2024-06-30';

/** Of an incident of which nothing is known, and of the one that `npm run demo` shows. */
export function jsonSizes(): JsonSizes {
  const incident = readYaml<Incident>('fixtures/incidents/database-intrusion.yaml');
  const organization = readYaml<Organization>('fixtures/organizations/university.yaml');
  return {
    empty: JSON.stringify(assessIncident({}, { asOf })).length,
    demo: JSON.stringify(assessIncident(incident, { organization, asOf })).length,
  };
}
