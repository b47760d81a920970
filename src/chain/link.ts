import type { DiagnosticCode } from '../diagnostics/diagnostics.js';
import { openInputs } from '../logic/open-points.js';
import type { Valuation } from '../logic/rule.js';
import { OPEN, UNMET } from '../logic/truth.js';
import { PARTY } from '../messages/chain.js';
import type { Appointment, Post } from '../model/organization.js';
import { heldDuring, type Period } from '../model/period.js';
import { provisionsIn } from '../policy/law.js';
import type { Names } from '../policy/names.js';
import type { LocatedProvision } from '../policy/standing.js';
import { startOfDay } from '../regulation/dates.js';
import type { Provision } from '../regulation/schema.js';
import type { Holder, Link, Step } from './chain.js';
import { changedBetween, heldIn, holderDays } from './holders.js';
import { byOwnTime, reached } from './reach.js';
import { type ChainSubject, caseOfUnit, type Notes, note, type Reach, type Reaching } from './subject.js';

type PostRule = NonNullable<Extract<Provision, { kind: 'designation' }>['post']>;

/** A provision that designates a post, and how. */
export interface Designation {
  readonly entry: LocatedProvision;
  readonly post: PostRule;
}

/** The parties concerned: as the incident names them. */
export function partyLink({ parties, reach }: ChainSubject, unit: string | undefined): Link<Names> {
  const holders = parties.map(({ id, ...party }) => ({ person: id, ...party, post: 'party' }));
  return {
    step: 'party',
    label: PARTY,
    ...(unit !== undefined && { unit }),
    status: holders.length > 0 ? 'held' : 'unknown',
    holders,
    ...reached(reach, 'party'),
  };
}

/**
 * A post that the text designates, with whoever held it at the time of the incident; and, where others did when there
 * was conduct that is judged by its own time, with them.
 */
export function postLinks(
  subject: ChainSubject,
  designation: Designation,
  unit: string | undefined,
  notes: Notes,
): Link<Names>[] {
  const link = postLink(subject, designation, unit, notes);
  const reach = unit === undefined ? subject.reach : subject.units.find(({ id }) => id === unit)?.reach;
  if (!reach) return [link];
  const others: Link<Names>[] = [];
  let ofIncident: Reach = reach;
  for (const items of byOwnTime(reach, link.step)) {
    const [{ own }] = items;
    const then: Notes = { findings: [], waiting: [] };
    const other = postLink(
      { ...subject, period: own.period, law: own.law, time: own.time, discovered: undefined },
      designation,
      unit,
      then,
    );
    if (whoIn(other) === whoIn(link)) continue;
    ofIncident = ofIncident.flatMap((item) =>
      items.some((each) => each === item) ? ofBoth(item, link, other) : [item],
    );
    // Two times are told apart by the day.
    for (const { code, path, value } of then.findings)
      note(notes, code as RegisterCode, path, `${value} [${own.period.until}]`, {
        provision: designation.entry.provision.id,
      });
    notes.waiting.push(...then.waiting);
    const provisions = [...new Set(items.map(({ provision }) => provision))];
    others.push({ ...other, conduct: { provisions, ...holderDays(own.period) }, ...reached(items, link.step) });
  }
  return [{ ...link, ...reached(ofIncident, link.step) }, ...others];
}

const personsIn = ({ holders }: Link<Names>): string[] => [...new Set(holders.map(({ person }) => person))].sort();

/** Who answers in a link, and whether that is sure. */
const whoIn = (link: Link<Names>): string => JSON.stringify([link.status, personsIn(link), link.mayBeVacant]);

/** How conduct of another time reaches who held the post at the incident: as far as they are the same persons. */
function ofBoth(item: Reaching, link: Link<Names>, other: Link<Names>): Reaching[] {
  const [persons, then] = [personsIn(link), personsIn(other)];
  const still = persons.filter((person) => then.includes(person));
  const isSure = link.status !== 'open' && other.status !== 'open';
  if (isSure && still.length === 0) return [];
  return isSure && still.length === persons.length ? [item] : [{ ...item, status: 'undetermined' }];
}

type RegisterCode = Extract<DiagnosticCode, `organization/${string}`>;

function postLink(
  subject: ChainSubject,
  { entry, post }: Designation,
  unit: string | undefined,
  notes: Notes,
): Link<Names> {
  const { register, law } = subject;
  const provision = entry.provision.id;
  const step: Step = `${post.level}-${post.capacity}`;
  const label = 'label' in entry.provision ? entry.provision.label : PARTY;
  const tell = (code: RegisterCode, value: string) =>
    note(notes, code, unit === undefined ? step : `${unit}.${step}`, value, { provision });
  const base = { step, label, ...(unit !== undefined && { unit }), provision };
  const bears = law.bears(provision);
  const input = caseOfUnit(subject, unit);
  const designated = bears.truth(input);
  if (designated === UNMET) {
    tell('organization/not-designated', register.unit(unit ?? '')?.name ?? unit ?? label.zh);
    return { ...base, status: 'not-designated', holders: [] };
  }
  if (designated === OPEN) notes.waiting.push({ provision, on: openInputs(bears.reason(input)) });
  const mine = (register.organization.posts ?? []).filter(
    (each) =>
      post.roles.includes(each.role) &&
      (post.level === 'school' || each.unit === unit) &&
      heldDuring([each], subject.period) !== UNMET,
  );
  if (mine.length === 0) {
    tell('organization/no-post', label.zh);
    return { ...base, status: 'unknown', holders: [] };
  }
  const period = fromFirstDay(subject, provision, input);
  const filled = mine.map((each) => fill(subject, each, period, tell));
  if (designated === OPEN) return { ...base, status: 'open', ...openOf(filled) };
  const takes = post.readings?.[law.ruling(post.several ?? '') ?? ''];
  const { meant, isOpen } = whoIsMeant(post.several !== undefined, takes, filled);
  const unsure = meant.some(({ isSure }) => !isSure);
  if (unsure && subject.time !== undefined) notes.waiting.push({ provision, on: [{ kind: 'fact', id: subject.time }] });
  if (isOpen) tellWhoIsOpen();
  if (isOpen || unsure) return { ...base, status: 'open', ...openOf(meant) };
  const holders = meant.flatMap((each) => each.holders);
  const lacks = takes === 'all' && meant.some((each) => each.holders.length === 0);
  return { ...base, status: holders.length === 0 || lacks ? 'vacant' : 'held', holders };

  /** Nobody has ruled whether one or all are meant; or one is, and the records do not say which. */
  function tellWhoIsOpen(): void {
    if (takes === 'one') return tell('organization/no-principal', label.zh);
    for (const { provision: other } of provisionsIn(subject.law))
      if (other.kind === 'designation' && other.post?.several === post.several)
        notes.waiting.push({ provision: other.id, on: [{ kind: 'ruling', id: post.several as string }] });
  }
}

type Tell = (code: RegisterCode, value: string) => void;

/** A post with who held it. */
interface Filled {
  readonly post: Post;
  readonly holders: readonly Holder[];
  readonly isSure: boolean;
  readonly mayBeVacant: boolean;
}

/** Who held a post at the time; what is strange about it is told. */
function fill({ register, discovered }: ChainSubject, post: Post, period: Period, tell: Tell): Filled {
  const mine = (register.organization.appointments ?? []).filter((appointment) => appointment.post === post.id);
  const { appointments, isSure, mayBeVacant, isVacant, atOnce } = heldIn(mine, within(period, post));
  const name = post.title ?? post.id;
  if (isVacant) tell('organization/vacant-post', name);
  if (!isSure) tell('organization/day-unknown', name);
  if (atOnce.length > 0) tell('organization/two-holders', atOnce.join(', '));
  for (const { person, acting } of appointments) if (acting) tell('organization/acting-holder', person);
  if (discovered && changedBetween(mine, period, discovered)) tell('organization/changed-leaders', name);
  return { post, holders: appointments.map((each) => holder(post, each)), isSure, mayBeVacant };
}

/** The days of a period on which a post was there: before and after it, it is not vacant. */
function within(period: Period, { from = '', until = period.until }: Post): Period {
  const first = from > (period.from ?? '') ? from : period.from;
  return { ...period, from: first, until: until < period.until ? until : period.until };
}

/** Before the text designates a post, nobody answers in it: the days from which it may have. */
function fromFirstDay({ rules, period }: ChainSubject, provision: string, input: Valuation): Period {
  const { from, until } = period;
  if (from === until) return period;
  const first = rules.epochs.find(({ from: day }) => {
    const start = day === undefined ? Number.NEGATIVE_INFINITY : startOfDay(day);
    return rules.law(start, start).bears(provision).truth(input) !== UNMET;
  })?.from;
  return first === undefined || first > until || (from !== undefined && first <= from)
    ? period
    : { ...period, from: first };
}

const openOf = (filled: readonly Filled[]): Pick<Link<Names>, 'holders' | 'mayBeVacant'> => ({
  holders: filled.flatMap(({ holders }) => holders),
  ...(filled.some(({ mayBeVacant }) => mayBeVacant) && { mayBeVacant: true }),
});

/** Which of the posts are meant: where several fill the role, a ruling says whether one or all are. */
function whoIsMeant(
  mayBeOne: boolean,
  takes: 'one' | 'all' | undefined,
  filled: readonly Filled[],
): { readonly meant: readonly Filled[]; readonly isOpen: boolean } {
  const sure = { meant: filled, isOpen: false };
  const holders = filled.flatMap((each) => each.holders);
  if (filled.length === 1 || !mayBeOne || takes === 'all' || holders.length === 0) return sure;
  const principal = filled.filter(({ post }) => post.principal);
  if (takes === 'one' && principal.length === 1) return { meant: principal, isOpen: false };
  // Whichever is meant, it is this person.
  const isOne = new Set(holders.map(({ person }) => person)).size === 1;
  return isOne && filled.every((each) => each.holders.length > 0) ? sure : { meant: filled, isOpen: true };
}

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
