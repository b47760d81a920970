import { expect, test } from 'vitest';
import {
  checkUnitObligations,
  createPolicy,
  type Organization,
  type PolicyOptions,
  type UnitFile,
} from '../../src/index.js';
import { given, readYaml } from '../support/fixtures.js';

interface Row {
  readonly name: string;
  readonly basis: string;
  readonly unit: UnitFile | string;
  readonly organization?: Organization | string;
  readonly policy?: PolicyOptions;
  readonly asOf: string;
  readonly expect: {
    readonly obligations?: { readonly [obligation: string]: string };
    readonly dueOn?: { readonly [obligation: string]: string };
    readonly open?: readonly string[];
  };
}

test.each(readYaml<Row[]>('test/cases/obligations.yaml'))('$name', (row) => {
  const organization = given(row.organization);
  const report = checkUnitObligations(given(row.unit) as UnitFile, {
    policy: createPolicy(row.policy),
    asOf: row.asOf,
    ...(organization && { organization }),
  });
  const key = ({ provision, system }: { provision: string; system?: string }) =>
    system === undefined ? provision : `${provision}@${system}`;
  const { obligations = {}, dueOn = {}, open = [] } = row.expect;
  expect(
    Object.fromEntries(report.obligations.map((obligation) => [key(obligation), obligation.status])),
  ).toMatchObject(obligations);
  expect(Object.fromEntries(report.obligations.map((obligation) => [key(obligation), obligation.dueOn]))).toMatchObject(
    dueOn,
  );
  expect(report.openPoints.map(({ id }) => id)).toEqual(expect.arrayContaining([...open]));
});
