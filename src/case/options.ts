import { type Diagnostic, diagnostic, faultsOf } from '../diagnostics/diagnostics.js';
import { className, isPlain, plainCopy } from '../diagnostics/plain-data.js';
import { type AsOf, now, readAsOf } from '../model/as-of.js';
import { type OrganizationBase, organizationFaults } from '../model/organization.js';
import { type Register, registerOf } from '../model/register.js';
import { type Ruleset, readPolicy, rulesetOf, standardPolicy } from '../policy/create-policy.js';

/** What an answer is given by: the policy, the register, the time of judgement. */
export interface Setting {
  readonly rules: Ruleset;
  readonly register: Register;
  readonly asOf: AsOf;
}

/** Options as they were read. What is at fault is left out, so that everything else can still be looked at. */
export interface ReadOptions {
  readonly setting: Setting;
  /** The time of judgement as it was given; without one it is now. */
  readonly time?: string;
  /** The options that only this function takes, as they were given. */
  readonly own: Readonly<Record<string, unknown>>;
  readonly faults: readonly Diagnostic[];
}

const SHARED = ['policy', 'organization', 'asOf'] as const;

/**
 * Reads the options of any function, whatever they are: those of the three that it takes, and its own by their names.
 */
export function readOptions(
  given: unknown,
  ownKeys: readonly string[] = [],
  shared: readonly (typeof SHARED)[number][] = SHARED,
): ReadOptions {
  const { values, faults } = valuesOf(given, ownKeys.length === 0 ? shared : [...shared, ...ownKeys]);
  const { policy, organization, asOf, ...own } = values;
  const law = readPolicy(policy);
  // Without a policy, or a time, that can be used, the rest is still looked at by others.
  const rules = 'code' in law ? rulesetOf(standardPolicy()) : law;
  const time = readAsOf(asOf);
  const register = readOrganization(rules, organization);
  const found = [...faults, ...('code' in law ? [law] : []), ...('fault' in time ? [time.fault] : [])];
  return {
    setting: { rules, register: register.register, asOf: 'fault' in time ? now() : time },
    ...(typeof asOf === 'string' && { time: asOf }),
    own,
    faults: found.length + register.faults.length > 0 ? [...faultsOf('options', found), ...register.faults] : NONE,
  };
}

const NONE: readonly Diagnostic[] = [];

/** The values of the keys of an object, each read once. */
export function valuesOf(
  given: unknown,
  among: readonly string[],
): { readonly values: Readonly<Record<string, unknown>>; readonly faults: readonly Diagnostic[] } {
  if (given === undefined) return { values: {}, faults: NONE };
  const values: Record<string, unknown> = {};
  const faults: Diagnostic[] = [];
  let at = '';
  try {
    if (typeof given !== 'object' || given === null || Array.isArray(given))
      return { values, faults: [diagnostic('input/invalid-type', '', { value: given, expected: 'object' })] };
    // A promise that nobody awaited, a map, a date: none of them is options.
    if (!isPlain(given))
      return { values, faults: [diagnostic('input/not-plain-data', '', { value: className(given) })] };
    for (const key in given) {
      at = key;
      if (among.includes(key)) values[key] = (given as Record<string, unknown>)[key];
      else faults.push(diagnostic('input/unknown-key', key, { value: key, among }));
    }
  } catch {
    // What a getter or a proxy throws is a fault of what it stands for.
    faults.push(diagnostic('input/not-plain-data', at, { value: 'getter' }));
  }
  return { values, faults };
}

function readOrganization(
  rules: Ruleset,
  given: unknown,
): { readonly register: Register; readonly faults: readonly Diagnostic[] } {
  if (given === undefined) return { register: rules.unrecorded, faults: NONE };
  const copy = plainCopy(given);
  const faults = organizationFaults(rules.organization(), copy);
  if (faults.length > 0) return { register: rules.unrecorded, faults: faultsOf('organization', faults) };
  return { register: registerOf(rules.regulation, copy.copy as OrganizationBase), faults: NONE };
}
