import type { DiagnosticCode } from '../diagnostics/diagnostics.js';
import { openInputs } from '../logic/open-points.js';
import { OPEN, UNMET } from '../logic/truth.js';
import { PARTY } from '../messages/chain.js';
import type { Appointment, Post } from '../model/organization.js';
import { type LocatedProvision, provisionsIn } from '../policy/law.js';
import type { Names } from '../policy/names.js';
import { holdsOn } from '../regulation/dates.js';
import type { Provision } from '../regulation/schema.js';
import type { Holder, Link, Step } from './chain.js';
import { reached } from './reach.js';
import { type ChainSubject, caseOfUnit, type Notes, note } from './subject.js';

type PostRule = NonNullable<Extract<Provision, { kind: 'designation' }>['post']>;

/** A provision that designates a post, and how. */
export interface Designation {
  readonly entry: LocatedProvision;
  readonly post: PostRule;
}

/** The parties concerned: as the incident names them. */
export function partyLink({ parties, day, reach }: ChainSubject, unit: string | undefined): Link<Names> {
  const holders = parties.map(({ id, ...party }) => ({ person: id, ...party, post: 'party', from: day }));
  return {
    step: 'party',
    label: PARTY,
    ...(unit !== undefined && { unit }),
    status: holders.length > 0 ? 'held' : 'unknown',
    holders,
    ...reached(reach, 'party'),
  };
}

/** A post that the text designates, with whoever holds it on the day. */
export function postLink(
  subject: ChainSubject,
  { entry, post }: Designation,
  unit: string | undefined,
  notes: Notes,
): Link<Names> {
  const { register, law } = subject;
  const provision = entry.provision.id;
  const step: Step = `${post.level}-${post.capacity}`;
  const label = 'label' in entry.provision ? entry.provision.label : PARTY;
  const tell = (code: Extract<DiagnosticCode, `organization/${string}`>, value: string) =>
    note(notes, code, unit === undefined ? step : `${unit}.${step}`, value, { provision });
  const reach = unit === undefined ? subject.reach : subject.units.find(({ id }) => id === unit)?.reach;
  const base = {
    step,
    label,
    ...(unit !== undefined && { unit }),
    provision,
    ...reached(reach, step),
  };
  const bears = law.bears(provision);
  const input = caseOfUnit(subject, unit);
  const designated = bears.truth(input);
  if (designated === UNMET) {
    tell('organization/not-designated', register.unit(unit ?? '')?.name ?? unit ?? label.zh);
    return { ...base, status: 'not-designated', holders: [] };
  }
  if (designated === OPEN) notes.waiting.push({ provision, on: openInputs(bears.reason(input)) });
  const mine = (register.organization.posts ?? []).filter(
    ({ role, unit: of }) => post.roles.includes(role) && (post.level === 'school' || of === unit),
  );
  if (mine.length === 0) {
    tell('organization/no-post', label.zh);
    return { ...base, status: 'unknown', holders: [] };
  }
  const holders = mine.flatMap((each) => holdersOf(subject, each, tell));
  if (designated === OPEN) return { ...base, status: 'open', holders };
  const takes = post.readings?.[law.ruling(post.several ?? '') ?? ''];
  const meant = whoIsMeant(post.several !== undefined, takes, mine, holders);
  if (meant.status === 'open') tellWhoIsOpen();
  return { ...base, ...meant };

  /** Nobody has ruled whether one or all are meant; or one is, and the records do not say which. */
  function tellWhoIsOpen(): void {
    if (takes === 'one') return tell('organization/no-principal', label.zh);
    for (const { provision: other } of provisionsIn(subject.law))
      if (other.kind === 'designation' && other.post?.several === post.several)
        notes.waiting.push({ provision: other.id, on: [{ kind: 'ruling', id: post.several as string }] });
  }
}

type Tell = (code: Extract<DiagnosticCode, `organization/${string}`>, value: string) => void;

/** Who holds a post on the day; what is strange about it is told. */
function holdersOf({ register, day, discovered }: ChainSubject, post: Post, tell: Tell): Holder[] {
  const { appointments = [] } = register.organization;
  const serving = (on: string) =>
    appointments.filter((appointment) => appointment.post === post.id && holdsOn(appointment, on));
  const now = serving(day);
  if (now.length === 0) tell('organization/vacant-post', post.title ?? post.id);
  // On the day a post passes on, who leaves it and who takes it both hold it.
  const passesOn = now.length === 2 && now.some(({ until }) => until === day) && now.some(({ from }) => from === day);
  if (now.length > 1 && !passesOn) tell('organization/two-holders', now.map(({ person }) => person).join(', '));
  for (const { person, acting } of now) if (acting) tell('organization/acting-holder', person);
  if (discovered !== undefined && discovered !== day && people(now) !== people(serving(discovered)))
    tell('organization/changed-leaders', post.title ?? post.id);
  return now.map((appointment) => holder(post, appointment));
}

/** Which of the holders are meant: where several posts fill the role, a ruling says whether one or all are. */
function whoIsMeant(
  mayBeOne: boolean,
  takes: 'one' | 'all' | undefined,
  posts: readonly Post[],
  holders: readonly Holder[],
): Pick<Link<Names>, 'status' | 'holders'> {
  if (holders.length === 0) return { status: 'vacant', holders };
  if (posts.length === 1 || !mayBeOne) return { status: 'held', holders };
  const filled = posts.every((post) => holders.some((each) => each.post === post.id));
  if (takes === 'all') return { status: filled ? 'held' : 'vacant', holders };
  const principal = posts.filter((post) => post.principal).map(({ id }) => id);
  if (takes === 'one' && principal.length === 1) {
    const only = holders.filter(({ post }) => principal.includes(post));
    return { status: only.length > 0 ? 'held' : 'vacant', holders: only };
  }
  // Whichever is meant, it is this person.
  if (new Set(holders.map(({ person }) => person)).size === 1 && filled) return { status: 'held', holders };
  return { status: 'open', holders };
}

const people = (appointments: readonly Appointment[]): string =>
  appointments
    .map(({ person }) => person)
    .sort()
    .join();

function holder({ title }: Post, { post, person, from, until, acting }: Appointment): Holder {
  return {
    person,
    post,
    ...(title !== undefined && { title }),
    from,
    ...(until !== undefined && { until }),
    ...(acting && { acting }),
  };
}
