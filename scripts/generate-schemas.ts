// Writes dist/schemas/: JSON Schemas of what the functions take, made from the schemas they check it with, and of what
// they return, made
// from its types.
import { mkdirSync, writeFileSync } from 'node:fs';
import { regulation } from '../rules/generated/regulation.js';
import type { JsonSchema } from '../src/authoring/schemas/json-schema.js';
import { schemasOfTypes } from './schemas/from-types.js';
import { inputSchemas } from './schemas/inputs.js';
import { overlaySchema } from './schemas/overlay.js';
import { policySchema } from './schemas/policy.js';

const of = schemasOfTypes('scripts/schemas/results.ts');
const condition = of('Condition');
const { incident, organization, unit } = inputSchemas(regulation);

const schemas: { [name: string]: { title: string; schema: JsonSchema } } = {
  incident: { title: 'The incident that assessIncident takes', schema: incident },
  organization: { title: 'The organization that the functions take', schema: organization },
  unit: { title: 'The file of a unit that checkUnitObligations takes', schema: unit },
  policy: { title: 'The options that createPolicy takes, as plain data', schema: policySchema(regulation, condition) },
  overlay: { title: 'Rules that a unit has made for itself', schema: overlaySchema(regulation, condition) },
  assessment: { title: 'What assessIncident returns, as JSON', schema: of('Assessment') },
  chain: { title: 'What resolveResponsibilityChain returns, as JSON', schema: of('Chain') },
  obligations: { title: 'What checkUnitObligations returns, as JSON', schema: of('Obligations') },
  record: { title: 'The record that recordAssessment makes', schema: of('AssessmentRecord') },
};

mkdirSync('dist/schemas', { recursive: true });
for (const [name, { title, schema }] of Object.entries(schemas)) {
  const { $schema: _, ...rest } = schema;
  const whole = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:zerenzhi:schema:${name}`,
    title,
    ...rest,
  };
  writeFileSync(`dist/schemas/${name}.json`, `${JSON.stringify(whole, null, 2)}\n`);
}
