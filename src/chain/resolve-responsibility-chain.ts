import { readCases, unknownSubjects } from '../case/incident-case.js';
import { inShort, openPointsOf } from '../case/open-points.js';
import { readOptions, type Setting, valuesOf } from '../case/options.js';
import { type Diagnostic, diagnostic, faultsOf, refuse } from '../diagnostics/diagnostics.js';
import { isId } from '../model/fields.js';
import type { Policy } from '../policy/create-policy.js';
import type { Incident } from '../policy/incident.js';
import type { Names, ShippedNames } from '../policy/names.js';
import type { Organization } from '../policy/organization.js';
import { citationsOf } from '../policy/regulation-index.js';
import type { ResponsibilityChain } from './chain.js';
import { chainOfIncident } from './chain-of-incident.js';
import { type MadeChain, makeChain } from './make-chain.js';

/** What a chain is asked for: one of the three. */
export type ChainSubject<N extends Names = ShippedNames> =
  | { readonly unit: string }
  | { readonly system: string }
  | { readonly incident: Incident<N> };

export interface ChainOptions<N extends Names = ShippedNames> {
  readonly organization: Organization<NoInfer<N>>;
  readonly policy?: Policy<N> | undefined;
  /** The day whose office-holders are meant; for an incident, its own day goes before. */
  readonly asOf?: string | undefined;
}

/**
 * Who answers for a unit, a system or an incident: the managing, operating and using units (Art. 2), in each the party
 * concerned, the directly responsible and the first responsible person (Art. 4, 7) as appointed at that time, and the
 * bodies above (Art. 3, 6).
 *
 * @throws ZerenzhiError with every fault of the organization, the subject and the options
 * @example
 * const { links } = resolveResponsibilityChain({ system: 'portal' }, { organization, asOf: '2024-05-06' });
 */
export function resolveResponsibilityChain<const Given, N extends Names = ShippedNames>(
  subject: unknown extends Given ? Given : ChainSubject<NoInfer<N>>,
  options: ChainOptions<N>,
): ResponsibilityChain<N> {
  const { setting, faults } = readOptions(options);
  const { values, faults: wrong } = subjectOf(subject);
  const { chain, waiting, law } =
    'incident' in values
      ? chainOfIncident(readCases(setting, values.incident, [...faults, ...wrong]))
      : chainOfPlace(setting, values, [...faults, ...wrong]);
  const whole: ResponsibilityChain<Names> = {
    ...chain,
    citations: citationsOf(law),
    ...inShort(openPointsOf(setting.rules, waiting)),
  };
  return whole as ResponsibilityChain<N>;
}

const SUBJECTS = ['unit', 'system', 'incident'] as const;

/** One of the three, or what is wrong with what was given. */
function subjectOf(given: unknown): ReturnType<typeof valuesOf> {
  const expected = SUBJECTS.join(' / ');
  const { values, faults } = valuesOf(given ?? null, SUBJECTS);
  if (faults.length > 0) return { values, faults: faultsOf('options', faults) };
  const keys = Object.keys(values).filter((key) => values[key] !== undefined);
  if (keys.length === 1) return { values: Object.fromEntries(keys.map((key) => [key, values[key]])), faults };
  const fault = diagnostic('input/invalid-type', '', { value: keys.length === 0 ? given : keys.join(', '), expected });
  return { values, faults: faultsOf('options', [fault]) };
}

function chainOfPlace(
  setting: Setting,
  values: Readonly<Record<string, unknown>>,
  before: readonly Diagnostic[],
): MadeChain {
  const faults = Object.entries(values).flatMap(([key, value]) =>
    isId(value) ? [] : [diagnostic('input/invalid-id', key, { value, expected: 'id' })],
  );
  const subject = values as { readonly unit?: string; readonly system?: string };
  const unknown = faults.length > 0 ? [] : unknownSubjects(subject, setting.register);
  refuse([...before, ...faultsOf('options', [...faults, ...unknown])]);
  const { asOf, rules } = setting;
  const { unit, system } = subject;
  return makeChain({
    ...setting,
    units: unit === undefined ? [] : [{ id: unit }],
    systems: system === undefined ? [] : [system],
    period: { from: asOf.day, until: asOf.day },
    law: rules.law(asOf.ms, asOf.ms),
    parties: [],
  });
}
