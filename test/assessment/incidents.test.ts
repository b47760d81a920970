import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { assessIncident, createPolicy, type Incident, type Organization, type PolicyOptions } from '../../src/index.js';
import { given, readYaml } from '../support/fixtures.js';

const OFFICIAL = readFileSync('rules/official.txt', 'utf8');

interface Row {
  readonly name: string;
  readonly basis: string;
  readonly incident: Incident | string;
  readonly organization?: Organization | string;
  readonly policy?: PolicyOptions;
  readonly asOf: string;
  readonly expect: {
    readonly findings?: { readonly [provision: string]: string };
    readonly accountability?: string;
    readonly responses?: { readonly [provision: string]: string };
    readonly open?: readonly string[];
  };
}

// The tables are written from the text of the articles; each row says on which words it rests.
describe.each(['article-08', 'article-09', 'article-11', 'published-cases'])('%s', (table) => {
  test.each(readYaml<Row[]>(`test/cases/${table}.yaml`))('$name', (row) => {
    const organization = given(row.organization);
    const assessment = assessIncident(given(row.incident) as Incident, {
      policy: createPolicy(row.policy),
      asOf: row.asOf,
      ...(organization && { organization }),
    });
    const { findings = {}, accountability, responses = {}, open = [] } = row.expect;
    const statuses = Object.fromEntries(assessment.findings.map(({ provision, status }) => [provision, status]));
    expect(statuses).toMatchObject(findings);
    expect(Object.fromEntries(assessment.responses.map(({ provision, status }) => [provision, status]))).toMatchObject(
      responses,
    );
    if (accountability !== undefined) expect(assessment.accountability.status).toBe(accountability);
    expect(assessment.openPoints.map(({ id }) => id)).toEqual(expect.arrayContaining([...open]));
    // Whatever the outcome, each finding cites words that stand in the official text.
    for (const { provision } of assessment.findings) expect(OFFICIAL).toContain(assessment.citations[provision].quote);
  });
});
