import { expect, expectTypeOf, test } from 'vitest';
import {
  assessIncident,
  createPolicy,
  type Incident,
  type Organization,
  type Policy,
  type TermId,
} from '../../src/index.js';

// What an editor knows before anything runs; tsc checks this file.
test('facts, terms and readings are typed by name', () => {
  expectTypeOf<Incident['outage']>().toEqualTypeOf<{ hours?: number | null } | null | undefined>();
  expectTypeOf<'prolonged-outage'>().toExtend<TermId>();
  expectTypeOf(createPolicy()).toEqualTypeOf<Policy>();
  expectTypeOf<Organization>().toBeObject();
  // @ts-expect-error a fact that does not exist
  expect(() => assessIncident({ attak: { tampered: true } })).toThrow();
  // @ts-expect-error a number where a yes or no belongs
  expect(() => assessIncident({ attack: { tampered: 1 } })).toThrow();
});
