import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostics.js';
import type { Regulation } from '../../regulation/schema.js';
import { isHolder, measuredIn, powerOn, rolesWithin, termsOfDuties } from './power.js';
import type { ReadOverlay } from './read.js';

/** What a unit may not rule: without a power to, as a body that is no unit, for others than itself. */
export function competenceFaults(
  regulation: Regulation,
  { path, unit, made, duties, terms }: ReadOverlay,
  issueDate: string | undefined,
): Diagnostic[] {
  if (made === undefined) return [];
  const power = powerOn(regulation, made, issueDate);
  if (!power) return [diagnostic('overlay/no-power', path, { value: made })];
  const { holder } = power;
  const own = termsOfDuties(regulation, holder);
  return [
    ...(unit !== undefined && isNoUnit(regulation, holder, unit)
      ? [diagnostic('overlay/not-competent', `${path}.unit`, { value: unit })]
      : []),
    ...duties.flatMap(({ path: at, duty: { bearer } }) =>
      typeof bearer === 'string' ? bearerFaults(regulation, bearer, `${at}.bearer`) : [],
    ),
    ...terms.flatMap(({ path: at, term }) =>
      Object.hasOwn(regulation.terms, term) && !own.has(term)
        ? [
            diagnostic('overlay/without-effect', at, {
              value: term,
              expected: measuredIn(regulation, own.keys()).join(', '),
            }),
          ]
        : [],
    ),
  ];
}

/** A body that leads the units, or bears duties as no unit does; or somebody else whom the regulation names. */
function isNoUnit(regulation: Regulation, holder: string, unit: string): boolean {
  const { bodies, bearers, parties } = regulation;
  if (parties && Object.hasOwn(parties, unit)) return true;
  if (!Object.hasOwn(bodies, unit)) return false;
  return bodies[unit]?.leads === true || (Object.hasOwn(bearers, unit) && !isHolder(regulation, holder, unit));
}

function bearerFaults(regulation: Regulation, bearer: string, path: string): Diagnostic[] {
  const { bodies, bearers, parties, unitKinds, roles } = regulation;
  const among = rolesWithin(regulation);
  if (among.includes(bearer)) return [];
  const isOther = [bodies, bearers, parties, unitKinds, roles].some((named) => Object.hasOwn(named, bearer));
  return isOther
    ? [diagnostic('overlay/beyond-unit', path, { value: bearer, expected: among.join(', ') })]
    : [diagnostic('input/unknown-value', path, { value: bearer, among })];
}
