import type { IncidentFacts } from '../../rules/generated/regulation.js';
import type { Finding } from '../assessment/assess-incident.js';
import { dayOf, type Judged, judge, readIncident, readOrganization, unknownSubjects } from '../case/judge.js';
import { type OpenPoint, openPointOf, openPointsOf } from '../case/open-points.js';
import { type Diagnostic, type DiagnosticCode, diagnostic, refuse } from '../diagnostics/diagnostics.js';
import type { Case } from '../logic/compile.js';
import type { Citation } from '../logic/condition.js';
import { OPEN, type Truth, UNMET } from '../logic/truth.js';
import { PARTY } from '../messages/chain.js';
import { readAsOf } from '../model/as-of.js';
import { caseOf, nothingStated } from '../model/fact-values.js';
import type { IncidentBase } from '../model/incident.js';
import type { Appointment, Organization, Post } from '../model/organization.js';
import { CAPACITIES, type Register } from '../model/register.js';
import { type Bound, bindingOf, type Policy } from '../policy/create-policy.js';
import type { Law, Placed } from '../policy/law.js';
import { holdsOn, localDate } from '../regulation/dates.js';
import type { Bilingual, Capacity } from '../regulation/schema.js';

/** What a chain is asked for. */
export type ChainSubject<Facts extends object = IncidentFacts> =
  | { readonly unit: string }
  | { readonly system: string }
  | { readonly incident: IncidentBase & Facts };

export interface ChainOptions<Facts extends object = IncidentFacts> {
  readonly organization: Organization;
  readonly policy?: Policy<Facts>;
  /** The day whose office-holders are meant; for an incident, its own day goes before. */
  readonly asOf?: string;
}

/** How far a consequence reaches: certainly, and under some reading that no ruling has settled. */
export interface Trace {
  readonly steps: { readonly certain: readonly string[]; readonly possible: readonly string[] };
  readonly capacities: { readonly certain: readonly Capacity[]; readonly possible: readonly Capacity[] };
  /** The questions that leave it open. */
  readonly questions: readonly string[];
}

export interface Holder {
  readonly person: string;
  readonly post: string;
  readonly title?: string;
  readonly from: string;
  readonly until?: string;
  readonly acting?: true;
}

/** One step of a chain: the party concerned, the directly responsible person, the first responsible person. */
export interface Link {
  readonly step: string;
  readonly label: Bilingual;
  readonly unit?: string;
  readonly citation?: Citation;
  /** `open`: the text can be read so that more or fewer of the holders are meant. */
  readonly status: 'held' | 'vacant' | 'unknown' | 'open' | 'not-designated';
  readonly holders: readonly Holder[];
  /** For an incident: whether accountability reaches this step. */
  readonly reached?: Truth;
}

export interface ConcernedUnit {
  readonly unit: string;
  readonly name?: string;
  /** What the unit is to the system; empty where only the unit was asked for. */
  readonly capacities: readonly Capacity[];
  readonly citations: readonly Citation[];
}

/** A body above the units, with the unit that has its role. */
export interface ChainBody {
  readonly body: string;
  readonly label: Bilingual;
  readonly unit?: string;
  readonly name?: string;
  readonly citation: Citation;
}

export interface ResponsibilityChain {
  readonly asOf: string;
  readonly units: readonly ConcernedUnit[];
  readonly links: readonly Link[];
  readonly bodies: readonly ChainBody[];
  /** Vacant posts, several holders, missing records: findings of fact, with the words they bear on. */
  readonly findings: readonly (Diagnostic & { readonly citation?: Citation })[];
  readonly openPoints: readonly OpenPoint[];
}

/**
 * Who answers for a unit, a system or an incident: the managing, operating and using units (Art. 2), in each the party concerned, the
 * directly responsible and the first responsible person (Art. 4, 7) as appointed at that time, and the bodies above (Art. 3, 6).
 *
 * @throws ZerenzhiError with every fault of the organization or the subject
 * @example
 * const { links } = resolveResponsibilityChain({ system: 'portal' }, { organization, asOf: '2024-05-06' });
 */
export function resolveResponsibilityChain<Facts extends object = IncidentFacts>(
  subject: ChainSubject<NoInfer<Facts>>,
  options: ChainOptions<Facts>,
): ResponsibilityChain {
  const bound = bindingOf(options.policy);
  const asOf = readAsOf(options.asOf);
  const { register, faults } = readOrganization(bound, options.organization);
  if ('incident' in subject) {
    const incident = readIncident(bound, subject.incident, asOf, faults);
    refuse(unknownSubjects(incident, register));
    return chainOfIncident(judge(bound, incident, register, asOf), []);
  }
  const keys = Object.keys(subject).filter((key) => key !== 'unit' && key !== 'system');
  refuse([
    ...keys.map((key) => diagnostic('input/unknown-key', key, { value: key, among: ['unit', 'system', 'incident'] })),
    ...faults,
  ]);
  refuse(unknownSubjects(subject, register));
  return chain({
    bound,
    register,
    day: asOf.day,
    law: bound.law(asOf.ms, asOf.ms),
    ...subject,
    parties: [],
    reached: () => undefined,
  });
}

interface Asked {
  readonly bound: Bound;
  readonly register: Register;
  readonly day: string;
  readonly law: Law;
  readonly unit?: string | null | undefined;
  readonly system?: string | null | undefined;
  readonly parties: readonly string[];
  readonly discovered?: string | undefined;
  /** The time is not known: the day of judgement stands in. */
  readonly dayUnknown?: boolean;
  /** What the incident itself states of its unit's relation to the system. */
  readonly stated?: readonly string[] | undefined;
  reached(step: string, relation?: Relation): Truth | undefined;
}

/** The chain of an incident, with how far the given findings reach along it. */
export function chainOfIncident(judged: Judged, findings: readonly Finding[]): ResponsibilityChain {
  const { bound, register, incident } = judged;
  const discovered = incident.times[bound.discoveredAt];
  const day = dayOf(judged);
  return chain({
    bound,
    register,
    day: day ?? judged.asOf.day,
    dayUnknown: day === undefined,
    law: judged.law,
    unit: incident.unit,
    system: incident.system,
    parties: incident.parties ?? [],
    discovered: discovered === undefined ? undefined : localDate(discovered),
    reached: (step, relation) => (findings.length === 0 ? undefined : reach(findings, step, relation)),
    stated: statedRelation(judged),
  });
}

function statedRelation({ bound: { plan }, incident }: Judged): readonly string[] | undefined {
  const stated = incident.values[plan.facts.findIndex(({ definition }) => definition.source === 'relation.capacities')];
  return Array.isArray(stated) ? stated : undefined;
}

/** What a unit is to the system, and what it may still be. */
interface Relation {
  readonly has: readonly Capacity[];
  readonly unknown: readonly Capacity[];
}

/** Met if a finding that is met certainly reaches the step; undetermined if one that may be met may reach it. */
function reach(findings: readonly Finding[], step: string, relation: Relation | undefined): Truth {
  // Where any capacity will do, it need not be known which.
  const surely = ({ certain }: Trace['capacities']) =>
    !relation ||
    relation.has.some((capacity) => certain.includes(capacity)) ||
    (certain.length === CAPACITIES.length && relation.unknown.length > 0);
  const maybe = ({ possible }: Trace['capacities']) =>
    !relation || [...relation.has, ...relation.unknown].some((capacity) => possible.includes(capacity));
  const met = findings.some(
    ({ status, consequence: { trace } }) =>
      status === 'met' && trace.steps.certain.includes(step) && surely(trace.capacities),
  );
  if (met) return 'met';
  const open = findings.some(
    ({ status, consequence: { trace } }) =>
      status !== 'unmet' && trace.steps.possible.includes(step) && maybe(trace.capacities),
  );
  return open ? 'undetermined' : 'unmet';
}

function chain(asked: Asked): ResponsibilityChain {
  const { bound, register, day } = asked;
  const { regulation } = bound;
  const { placed } = bound;
  const findings: (Diagnostic & { citation?: Citation })[] = [];
  const units = concerned(asked, placed, findings);
  const posts = placed.flatMap((entry) =>
    entry.provision.kind === 'designation' && entry.provision.post ? [{ entry, post: entry.provision.post }] : [],
  );
  const open: OpenIn[] = [];
  const links: Link[] = [partyLink(asked, asked.unit ?? (units.length === 1 ? units[0]?.unit : undefined))];
  if (asked.dayUnknown) findings.push(diagnostic('organization/day-unknown', '', { value: day }));
  for (const { unit, capacities } of units) {
    for (const capacity of ['direct', 'first'] as const)
      for (const { entry, post } of posts.filter(({ post }) => post.level === 'unit' && post.capacity === capacity))
        links.push(link(asked, entry, post, unit, capacities, findings, open));
  }
  for (const capacity of ['direct', 'first'] as const)
    for (const { entry, post } of posts.filter(({ post }) => post.level === 'school' && post.capacity === capacity))
      links.push(link(asked, entry, post, undefined, [], findings, open));
  const bodies = Object.entries(regulation.bodies).flatMap(([body, { label, provision }]): ChainBody[] => {
    const entry = placed.find((candidate) => candidate.provision.id === provision);
    if (!entry) return [];
    const unit = register.seatOf(body);
    const citation = entry.citation;
    if (unit === undefined)
      findings.push({ ...diagnostic('organization/no-body', `bodies.${body}`, { value: label.zh }), citation });
    return [{ body, label, ...(unit !== undefined && { unit, ...nameOfUnit(asked, unit) }), citation }];
  });
  const openPoints = openPointsOf(regulation, open);
  return { asOf: day, units, links, bodies, findings, openPoints };
}

function rulingPoint({ regulation }: Bound, question: string, placed: readonly Placed[]): OpenPoint {
  const provisions = placed.flatMap(({ provision }) =>
    provision.kind === 'designation' && provision.post?.several === question ? [provision.id] : [],
  );
  return openPointOf(regulation, { kind: 'ruling', id: question }, provisions);
}

function concerned(asked: Asked, placed: readonly Placed[], findings: Diagnostic[]): ConcernedUnit[] {
  const { register, unit, system } = asked;
  const recorded = system == null ? undefined : register.system(system);
  const found = new Map<string, Capacity[]>();
  if (unit != null) found.set(unit, []);
  if (recorded)
    for (const capacity of CAPACITIES) {
      const units = register.unitsOf(recorded, capacity);
      if (units === undefined)
        findings.push(
          diagnostic('organization/no-unit', `systems.${recorded.id}`, { value: recorded.id, expected: capacity }),
        );
      for (const id of units ?? []) found.set(id, [...(found.get(id) ?? []), capacity]);
    }
  const principles = (capacity: Capacity) =>
    placed.filter(({ provision }) => provision.kind === 'principle' && provision.capacity === capacity);
  const direct = placed.filter(
    ({ provision }) => provision.kind === 'designation' && provision.bearer !== undefined && !provision.post,
  );
  return [...found].map(([id, capacities]) => {
    const bears = ({ provision }: Placed) => asked.law.bears(provision.id).truth(caseOfUnit(asked, id)) !== UNMET;
    const entries = capacities.length === 0 ? direct.filter(bears) : capacities.flatMap(principles);
    return { unit: id, ...nameOfUnit(asked, id), capacities, citations: entries.map(({ citation }) => citation) };
  });
}

/** What a unit is called: by the register, or by what it is. */
function nameOfUnit({ bound: { regulation }, register }: Asked, id: string): { readonly name?: string } {
  const unit = register.unit(id);
  const name = unit?.name ?? regulation.unitKinds[unit?.kind ?? '']?.label.zh;
  return name === undefined ? {} : { name };
}

type OpenIn = Parameters<typeof openPointsOf>[1][number];
type PostRule = NonNullable<Extract<Placed['provision'], { kind: 'designation' }>['post']>;

function partyLink(asked: Asked, unit: string | undefined): Link {
  const reached = asked.reached('party');
  const holders = asked.parties.map((person) => ({ person, post: 'party', from: asked.day }));
  return {
    step: 'party',
    label: PARTY,
    ...(unit !== undefined && { unit }),
    status: holders.length > 0 ? 'held' : 'unknown',
    holders,
    ...(reached && { reached }),
  };
}

function link(
  asked: Asked,
  entry: Placed,
  rule: PostRule,
  unit: string | undefined,
  capacities: readonly Capacity[],
  findings: (Diagnostic & { citation?: Citation })[],
  open: OpenIn[],
): Link {
  const { register, day, law, discovered } = asked;
  const { posts = [], appointments = [] } = register.organization;
  const step = `${rule.level}-${rule.capacity}`;
  const citation = entry.citation;
  const label = 'label' in entry.provision ? entry.provision.label : PARTY;
  const reached = asked.reached(step, unit === undefined ? undefined : relationOf(asked, unit, capacities));
  const mine = posts.filter(
    (post) => rule.roles.includes(post.role) && (rule.level === 'school' || post.unit === unit),
  );
  const tell = (code: Extract<DiagnosticCode, `organization/${string}`>, value: string) => {
    findings.push({ ...diagnostic(code, unit === undefined ? step : `${unit}.${step}`, { value }), citation });
  };
  const base = { step, label, ...(unit !== undefined && { unit }), citation, ...(reached && { reached }) };
  const bears = law.bears(entry.provision.id);
  const input = caseOfUnit(asked, unit);
  const bound = bears.truth(input);
  if (bound === UNMET) {
    tell('organization/not-designated', register.unit(unit ?? '')?.name ?? unit ?? label.zh);
    return { ...base, status: 'not-designated', holders: [] };
  }
  if (bound === OPEN) open.push({ provision: entry.provision.id, reasons: [bears.reason(input)] });
  if (mine.length === 0) {
    tell('organization/no-post', label.zh);
    return { ...base, status: 'unknown', holders: [] };
  }
  const serving = (post: Post, on: string) =>
    appointments.filter((appointment) => appointment.post === post.id && holdsOn(appointment, on));
  const holders = mine.flatMap((post) => serving(post, day).map((appointment) => holder(post, appointment)));
  for (const post of mine) {
    const now = serving(post, day);
    if (now.length === 0) tell('organization/vacant-post', post.title ?? post.id);
    if (now.length > 1) tell('organization/two-holders', now.map(({ person }) => person).join(', '));
    for (const { person, acting } of now) if (acting) tell('organization/acting-holder', person);
    if (discovered !== undefined && discovered !== day && people(now) !== people(serving(post, discovered)))
      tell('organization/changed-leaders', post.title ?? post.id);
  }
  if (bound === OPEN) return { ...base, status: 'open', holders };
  if (holders.length === 0) return { ...base, status: 'vacant', holders };
  if (mine.length === 1 || rule.several === undefined) return { ...base, status: 'held', holders };
  // Several posts fill the role: the ruling says whether one or all are meant.
  const { several, readings = {} } = rule;
  const takes = readings[law.ruling(several) ?? ''];
  const filled = mine.every((post) => holders.some((holder) => holder.post === post.id));
  if (takes === 'all') return { ...base, status: filled ? 'held' : 'vacant', holders };
  const principal = mine.filter((post) => post.principal).map(({ id }) => id);
  if (takes === 'one' && principal.length === 1) {
    const only = holders.filter(({ post }) => principal.includes(post));
    return { ...base, status: only.length > 0 ? 'held' : 'vacant', holders: only };
  }
  // Whichever is meant, it is this person.
  if (new Set(holders.map(({ person }) => person)).size === 1 && filled) return { ...base, status: 'held', holders };
  if (takes === 'one') tell('organization/no-principal', label.zh);
  if (takes === undefined)
    open.push({ provision: several, reasons: [], more: [rulingPoint(asked.bound, several, asked.bound.placed)] });
  return { ...base, status: 'open', holders };
}

function relationOf(
  { register, system, unit: concerned, stated }: Asked,
  unit: string,
  has: readonly Capacity[],
): Relation {
  if (unit === concerned && stated)
    return { has: CAPACITIES.filter((capacity) => stated.includes(capacity)), unknown: [] };
  const recorded = system == null ? undefined : register.system(system);
  return {
    has,
    unknown: CAPACITIES.filter(
      (capacity) => !has.includes(capacity) && (!recorded || register.unitsOf(recorded, capacity) === undefined),
    ),
  };
}

function caseOfUnit({ bound, register }: Asked, unit: string | undefined): Case {
  const { plan, presume } = bound;
  const registered = (source: string) => register.value(source, unit, undefined);
  return caseOf(plan, { stated: nothingStated(plan), findings: [], registered, asOf: 0, presume });
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
