import { expect, test } from 'vitest';
import {
  type ChainSubject,
  createPolicy,
  type Organization,
  type PolicyOptions,
  resolveResponsibilityChain,
} from '../../src/index.js';
import { given, readYaml } from '../support/fixtures.js';

interface Row {
  readonly name: string;
  readonly basis: string;
  readonly subject: ChainSubject;
  readonly organization: Organization | string;
  readonly policy?: PolicyOptions;
  readonly asOf: string;
  readonly expect: {
    readonly units?: { readonly [unit: string]: readonly string[] };
    readonly holders?: { readonly [link: string]: readonly string[] };
    readonly status?: { readonly [link: string]: string };
    readonly findings?: readonly string[];
    readonly bodies?: { readonly [body: string]: string };
    readonly open?: readonly string[];
  };
}

test.each(readYaml<Row[]>('test/cases/chains.yaml'))('$name', (row) => {
  const chain = resolveResponsibilityChain(row.subject, {
    organization: given(row.organization) ?? {},
    policy: createPolicy(row.policy),
    asOf: row.asOf,
  });
  const key = ({ unit, step }: { unit?: string; step: string }) => (unit === undefined ? step : `${unit}.${step}`);
  const { units, holders = {}, status = {}, findings = [], bodies = {}, open = [] } = row.expect;
  if (units) expect(Object.fromEntries(chain.units.map(({ unit, capacities }) => [unit, capacities]))).toEqual(units);
  expect(
    Object.fromEntries(chain.links.map((link) => [key(link), link.holders.map(({ person }) => person)])),
  ).toMatchObject(holders);
  expect(Object.fromEntries(chain.links.map((link) => [key(link), link.status]))).toMatchObject(status);
  expect(chain.findings.map(({ code }) => code)).toEqual(expect.arrayContaining([...findings]));
  expect(Object.fromEntries(chain.bodies.map(({ body, unit }) => [body, unit]))).toMatchObject(bodies);
  expect(chain.openPoints.map(({ id }) => id)).toEqual(expect.arrayContaining([...open]));
});
