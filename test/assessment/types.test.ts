import { expect, expectTypeOf, test } from 'vitest';
import { loadRegulation } from '../../src/authoring/index.js';
import {
  type AccountabilityId,
  type AnyNames,
  assessIncident,
  type BodyId,
  checkUnitObligations,
  createPolicy,
  type Finding,
  findingOf,
  type Incident,
  type IncidentAssessment,
  type Names,
  type ObligationReport,
  type Organization,
  type Policy,
  type PolicyOptions,
  type QuestionId,
  type ResponseId,
  type RoleId,
  reasonOf,
  responseOf,
  type TermId,
  type UnitFile,
  type UnitKind,
} from '../../src/index.js';
import { settle, whatIf } from '../../src/inquiry/index.js';
import type { Bounds } from '../../src/model/partial.js';

// What an editor knows before anything runs. tsc checks this file: an error that is expected and does not come is an error too.

const asOf = '2024-06-30';

test('facts, terms and readings are typed by name', () => {
  expectTypeOf<Incident['outage']>().toEqualTypeOf<{ hours?: number | Bounds | null } | null | undefined>();
  expectTypeOf<keyof NonNullable<Incident['findings']>>().toEqualTypeOf<TermId>();
  expectTypeOf<keyof NonNullable<PolicyOptions['terms']>>().toEqualTypeOf<TermId>();
  expectTypeOf<keyof NonNullable<PolicyOptions['rulings']>>().toEqualTypeOf<QuestionId>();
  expectTypeOf(createPolicy()).toEqualTypeOf<Policy>();
});

test('a register has the kinds, bodies and roles of the regulation', () => {
  type Listed<Key extends 'units' | 'posts'> = NonNullable<Organization[Key]>[number];
  expectTypeOf<Listed<'units'>['kind']>().toEqualTypeOf<UnitKind | undefined>();
  expectTypeOf<Listed<'posts'>['role']>().toEqualTypeOf<RoleId>();
  expectTypeOf<keyof NonNullable<Organization['bodies']>>().toEqualTypeOf<BodyId>();
});

test('results name provisions by their ids, and compare with nothing else', () => {
  expectTypeOf<Finding['provision']>().toEqualTypeOf<AccountabilityId>();
  const [finding] = assessIncident({}, { asOf }).findings;
  expect(finding?.provision === 'art9.p1').toBe(true);
  // @ts-expect-error no overlap: Art. 9 has eight items
  expect(finding?.provision === 'art9.p2.i55').toBe(false);
  expectTypeOf<ObligationReport['obligations'][number]['provision']>().not.toEqualTypeOf<string>();
  expectTypeOf<IncidentAssessment['responses'][number]['provision']>().toEqualTypeOf<ResponseId>();
});

test('a misspelt name in an incident, a unit or a register does not compile', () => {
  // @ts-expect-error 'attak' does not exist; did you mean 'attack'?
  expect(() => assessIncident({ attak: { tampered: true } })).toThrow();
  // @ts-expect-error a number where a yes or no belongs
  expect(() => assessIncident({ attack: { tampered: 1 } })).toThrow();
  // @ts-expect-error a term that does not exist
  expect(() => assessIncident({ findings: { 'prolonged-outge': true } })).toThrow();
  // @ts-expect-error an obligation that does not exist
  expect(() => checkUnitObligations({ evidence: [{ obligation: 'art7.p2.i3.plann', on: '2024-03-01' }] })).toThrow();
  // @ts-expect-error a kind of unit that does not exist
  const kind: Organization = { units: [{ id: 'a', kind: 'colege' }] };
  // @ts-expect-error a role that does not exist
  const role: Organization = { posts: [{ id: 'p', role: 'unit-haed' }] };
  // @ts-expect-error a body that does not exist
  const bodies: Organization = { bodies: { ofice: 'a' } };
  for (const organization of [kind, role, bodies]) expect(() => assessIncident({}, { organization })).toThrow();
});

test('a misspelt name that is asked about does not compile', () => {
  const assessment = assessIncident({}, { asOf });
  // @ts-expect-error no such provision
  expect(() => settle({}, { provision: 'art9.p2.i55' })).toThrow();
  // @ts-expect-error no such provision
  expect(() => whatIf({}, 'art9.p2.i55')).toThrow();
  // @ts-expect-error no such provision
  expect(() => findingOf(assessment, 'art9.p2.i55')).toThrow();
  // @ts-expect-error a provision on accountability, not a duty
  expect(() => responseOf(assessment, 'art9.p2.i5')).toThrow();
  // @ts-expect-error no such provision
  expect(() => reasonOf(assessment, 'art9.p2.i55')).toThrow();
});

test('a misspelt term, question or reading of a policy does not compile', () => {
  // @ts-expect-error 'prolonged-outge' does not exist; did you mean 'prolonged-outage'?
  expect(() => createPolicy({ terms: { 'prolonged-outge': { hours: 24 } } })).toThrow();
  // @ts-expect-error no such question
  expect(() => createPolicy({ rulings: { 'art8.clok': 'discovery' } })).toThrow();
  // @ts-expect-error no such reading
  expect(() => createPolicy({ rulings: { 'art8.clock': 'discovry' } })).toThrow();
  // @ts-expect-error no such reading, in a list
  expect(() => createPolicy({ rulings: { 'art8.clock': [{ reading: 'discovry' }] } })).toThrow();
});

test('what comes from outside compiles, and so does a variable that is typed', () => {
  const unknown: unknown = JSON.parse('{}');
  const { any } = JSON.parse('{"any":{}}');
  const incident: Incident = { outage: { hours: 3 } };
  const unit: UnitFile = { kind: 'college' };
  for (const given of [unknown, any, incident]) expect(assessIncident(given, { asOf }).findings).toHaveLength(11);
  expectTypeOf(assessIncident(unknown)).toEqualTypeOf<IncidentAssessment>();
  expectTypeOf(assessIncident(any)).toEqualTypeOf<IncidentAssessment>();
  expectTypeOf(assessIncident(incident)).toEqualTypeOf<IncidentAssessment>();
  const kept = JSON.parse(JSON.stringify(assessIncident({}, { asOf })));
  expectTypeOf(findingOf(kept, 'art9.p1').status).toEqualTypeOf<Finding['status']>();
  expect(settle(unknown, { asOf }).status).toBe('undetermined');
  expect(whatIf(any, 'art9.p2.i2', { asOf })).toBeUndefined();
  expect(checkUnitObligations(unit, { asOf }).obligations).not.toHaveLength(0);
  expect(checkUnitObligations(unknown, { asOf }).unit).toBeUndefined();
  const terms: { [term: string]: { hours: number } } = { 'prolonged-outage': { hours: 24 } };
  expectTypeOf(createPolicy({ terms })).toEqualTypeOf<Policy>();
});

test('an option may be undefined', () => {
  const options = { policy: undefined, asOf: undefined, organization: undefined };
  expect(assessIncident({}, options).asOf).toEqual(expect.any(String));
  expect(checkUnitObligations({}, options).asOf).toEqual(expect.any(String));
  expect(settle({}, { ...options, provision: undefined }).status).toBe('undetermined');
  expect(
    createPolicy({ profile: undefined, terms: undefined, rulings: undefined, regulation: undefined }).presume,
  ).toBe(true);
});

test('the names of another regulation are any names', () => {
  const regulation = loadRegulation('test/second-regulation');
  const policy = createPolicy({ regulation, terms: { 'large-fire': { area: 50 } }, rulings: { 'art2.or': 'either' } });
  const organization = { units: [{ id: 'hall', kind: 'hall' }] };
  expectTypeOf(assessIncident({ fire: { area: 3 } }, { policy }).findings[0]).toEqualTypeOf<
    Finding<AnyNames> | undefined
  >();
  expectTypeOf<Finding<AnyNames>['provision']>().toEqualTypeOf<string>();
  expectTypeOf<Organization<AnyNames>>().toExtend<Organization<Names>>();
  expect(organization.units).toHaveLength(1);
});
