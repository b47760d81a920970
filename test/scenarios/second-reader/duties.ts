import type { Organization } from '../../../src/index.js';
import { momentOf, type Tree, valuationOf } from './case.js';
import { hasPlace, placesOf, wasThere } from './places.js';
import {
  type Answer,
  applies,
  bearerIn,
  bears,
  calledUp,
  intervalOf,
  type Law,
  lawBetween,
  ofBody,
  type PolicyGiven,
  type Provision,
  provisionsOf,
  termsIn,
  type Valuation,
} from './rules.js';
import type { When } from './times.js';

// What the second reader makes of the duties of a unit on which its file is silent.

/** A duty of a unit, for one system where it is owed for each. */
export interface DutyRead {
  readonly status: 'undetermined' | 'not-applicable';
  readonly open: ReadonlySet<string>;
  /** The duty applies and the file says something of it, so that more than silence decides. */
  readonly spoken: boolean;
}
export interface Duties {
  readonly [key: string]: DutyRead;
}

/**
 * What comes of the duties of a unit of which its file says nothing: no evidence, no omission, no inventory. One that applies is not
 * shown to be done, and not shown to be left undone. Duties to report and handle are answered for a file without a list of incidents.
 */
export function readSilentDuties(
  file: Tree,
  given: { readonly organization?: Organization | undefined; readonly policy: PolicyGiven; readonly asOf: string },
): Duties {
  const moment = momentOf(given.asOf);
  const law = lawBetween(moment, moment, given.policy);
  const unitId = file.id as string | undefined;
  const records = (file.systems ?? []) as readonly Tree[];
  const systems = systemsOf(file, unitId, given.organization, { low: moment, high: moment });
  const isBearer = (bearer: string) => (unit: string) =>
    bearerIn(
      bearer,
      law,
      valuationOf({ unitId: unit, organization: given.organization, asOf: moment, policy: given.policy }),
    );
  const found: { [key: string]: DutyRead } = {};
  for (const duty of provisionsOf('duty')) {
    if (duty.bearer === 'everyone' || duty.bearer === 'key-post') continue;
    if (duty.rhythm === 'activity') {
      Object.assign(
        found,
        forActivities(
          duty,
          file,
          given.policy,
          valuationOf({ unit: file, unitId, organization: given.organization, asOf: moment, policy: given.policy }),
          moment,
        ),
      );
      continue;
    }
    const forOne = (system?: string): DutyRead => {
      const of = valuationOf({
        unit: file,
        system: records.find(({ id }) => id === system),
        unitId,
        systemId: system,
        organization: given.organization,
        asOf: moment,
        policy: given.policy,
      });
      if (calledUp(duty)) return silentResponse(duty, file, law, of);
      const applicable = applies(duty.id, () => law, of);
      if (applicable.truth === 'unmet') return NOT_OWED;
      if (duty.per === 'system' && systems === undefined && applicable.truth === 'undetermined')
        return { status: 'undetermined', open: new Set(['evidence:systems']), spoken: false };
      if (applicable.truth === 'undetermined') return { status: 'undetermined', open: applicable.open, spoken: false };
      const evidence = `evidence:${duty.id}${system === undefined ? '' : `@${system}`}`;
      return { status: 'undetermined', open: new Set([evidence]), spoken: speaks(file, duty, system, of) };
    };
    if (typeof duty.per === 'object') {
      const owed = forOne();
      if (owed.status === 'not-applicable' || [...owed.open].some((each) => each !== `evidence:${duty.id}`))
        found[duty.id] = owed;
      else Object.assign(found, towardsOthers(duty, file, given.organization, isBearer(duty.per.other)));
    } else if (!duty.per || systems === undefined) found[duty.id] = forOne();
    else if (systems.length === 0) found[duty.id] = NOT_OWED;
    else for (const system of systems) found[`${duty.id}@${system}`] = forOne(system);
  }
  return found;
}

/** For each activity on file, by the law of its day; of one that is still to come nothing is shown. */
function forActivities(duty: Provision, file: Tree, policy: PolicyGiven, of: Valuation, now: number): Duties {
  const activities = file.activities as readonly Tree[] | undefined;
  const read = (key: string, at: number, evidence: string): DutyRead => {
    const { truth, open } = applies(duty.id, () => lawBetween(at, at, policy), of);
    if (truth === 'unmet') return NOT_OWED;
    const spoken =
      truth === 'met' &&
      (at > now ||
        entriesOf(file).some(({ obligation, activity }) => obligation === duty.id && key.endsWith(`@${activity}`)));
    return { status: 'undetermined', open: truth === 'met' ? new Set([evidence]) : open, spoken };
  };
  if (!activities) return { [duty.id]: read(duty.id, now, 'evidence:activities') };
  const own = activities.filter(({ obligation }) => obligation === duty.id);
  if (own.length === 0) return { [duty.id]: NOT_OWED };
  return Object.fromEntries(
    own.map(({ id, on }) => {
      const key = `${duty.id}@${id}`;
      return [key, read(key, Date.parse(`${on}T00:00:00+08:00`), `evidence:${key}`)];
    }),
  );
}

/** Towards each other unit that is, or may be, a bearer of that name, and each that the file names. */
function towardsOthers(
  duty: Provision,
  file: Tree,
  organization: Organization | undefined,
  answerFor: (unit: string) => Answer,
): Duties {
  const entries = entriesOf(file).filter(({ obligation }) => obligation === duty.id);
  const named = entries.flatMap(({ units = [] }) => units as readonly string[]);
  const ids = new Set([...(organization?.units ?? []).map(({ id }) => id), ...named]);
  ids.delete(file.id as string);
  const found: { [key: string]: DutyRead } = {};
  for (const unit of ids) {
    const { truth, open } = answerFor(unit);
    const key = `${duty.id}@${unit}`;
    if (truth === 'unmet') continue;
    found[key] = {
      status: 'undetermined',
      open: truth === 'met' ? new Set([`evidence:${key}`]) : open,
      spoken: entries.some(({ units = [unit] }) => (units as readonly string[]).includes(unit)),
    };
  }
  if (!organization?.units)
    found[duty.id] = { status: 'undetermined', open: new Set(['evidence:units']), spoken: false };
  return found;
}

const entriesOf = (file: Tree): readonly Tree[] =>
  ['evidence', 'omissions', 'inventories'].flatMap((key) => (file[key] ?? []) as readonly Tree[]);

const NOT_OWED: DutyRead = { status: 'not-applicable', open: new Set(), spoken: false };

/** Whether a file has anything on a duty: an entry, or a person's finding on how it was done. */
function speaks(file: Tree, duty: Provision, system: string | undefined, of: Valuation): boolean {
  const entries = entriesOf(file);
  const interval = intervalOf(duty);
  const terms = [...termsIn(duty.standard), ...(interval === undefined ? [] : [interval])];
  return (
    entries.some((entry) => entry.obligation === duty.id && entry.system === system) ||
    terms.some((term) => of.found(term) !== undefined)
  );
}

function silentResponse(duty: Provision, file: Tree, law: Law, of: Valuation): DutyRead {
  if (bears(duty.id, law, of).truth === 'unmet') return NOT_OWED;
  // A unit answers for its own incidents, a body for those of all.
  const all = file.incidents as readonly Tree[] | undefined;
  const isMine = ({ units = [] }: Tree) =>
    (units as Tree[]).length === 0 || (units as Tree[]).some(({ id }) => id === file.id);
  const incidents = ofBody(duty) ? all : all?.filter(isMine);
  if (incidents === undefined) return { status: 'undetermined', open: new Set(['evidence:incidents']), spoken: false };
  return { ...NOT_OWED, spoken: incidents.length > 0 };
}

/** The systems a unit has by its own file or by the register; unknown where neither names any and the register does not say whose they are. */
function systemsOf(
  file: Tree,
  unit: string | undefined,
  organization: Organization | undefined,
  today: When,
): readonly string[] | undefined {
  const own = (file.systems as readonly { id: string }[] | undefined)?.map(({ id }) => id);
  const recordedSystems = organization?.systems;
  if (unit === undefined || recordedSystems === undefined) return own;
  const bodies: { readonly [body: string]: string | undefined } = organization?.bodies ?? {};
  const connected = recordedSystems.filter(
    (system) =>
      wasThere(system, today) &&
      [system.ownedBy, system.hostedFor, ...Object.values(placesOf(system, (body) => bodies[body]))].some((place) =>
        hasPlace(place, unit, organization?.units, today),
      ),
  );
  const unclear = recordedSystems.some(({ ownedBy, managedBy }) => ownedBy === undefined || managedBy === undefined);
  if (own === undefined && connected.length === 0 && unclear) return undefined;
  return [...new Set([...(own ?? []), ...connected.map(({ id }) => id)])];
}
