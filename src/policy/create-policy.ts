import * as z from 'zod/mini';
import type { IncidentFacts, ProfileId, Readings, TermId } from '../../rules/generated/regulation.js';
import { regulation as shipped } from '../../rules/generated/regulation.js';
import { shapeFaults } from '../diagnostics/check-shape.js';
import { type Diagnostic, diagnostic, refuse, ZerenzhiError } from '../diagnostics/diagnostics.js';
import { once } from '../diagnostics/once.js';
import { plainDataFaults } from '../diagnostics/plain-data.js';
import { basics } from '../regulation/basic-schemas.js';
import { isChecked } from '../regulation/checked.js';
import { isLocalDate } from '../regulation/dates.js';
import type { Regulation, Source, TermValue } from '../regulation/schema.js';
import { checkDated, checkTermValues, termValueSchema } from '../regulation/term-value.js';
import { type DatedReading, type Epoch, epochsOf, type Law, lawFinder } from './law.js';
import { type Prepared, prepared } from './prepare.js';

type Name<Known extends string> = Known | (string & {});

/** A ruling of the body that interprets the regulation: one reading, from a day until another. */
export interface Ruling {
  readonly reading: string;
  readonly from?: string;
  readonly until?: string;
  readonly source?: Source;
}

export interface PolicyOptions {
  /** A profile of the regulation; `bare-text` by default. */
  readonly profile?: Name<ProfileId>;
  /** Values for terms. What stands here replaces the profile's values of the same term. */
  readonly terms?:
    | { readonly [term in TermId]?: TermValue | readonly TermValue[] }
    | { readonly [term: string]: TermValue | readonly TermValue[] };
  /** A reading for a question, for all time or dated. */
  readonly rulings?: Readings | { readonly [question: string]: string | readonly Ruling[] };
  /** The day the document was issued, `YYYY-MM-DD`, where the text gives only its year. */
  readonly issueDate?: string;
  /** Whether alleged facts count as absent while nobody alleges them; true by default. */
  readonly presume?: boolean;
  /** Another regulation of the same shape, as `zerenzhi/authoring` loaded or checked it. */
  readonly regulation?: Regulation;
}

declare const facts: unique symbol;

/** The law to be applied: a regulation, with the values and rulings that settle what it leaves open. Made by `createPolicy`. */
export interface Policy<Facts extends object = IncidentFacts> {
  readonly regulation: string;
  readonly profile?: string;
  readonly terms: { readonly [term: string]: readonly TermValue[] };
  readonly rulings: { readonly [question: string]: readonly Ruling[] };
  readonly issueDate?: string;
  readonly presume: boolean;
  readonly [facts]?: Facts;
}

/** What the functions need of a policy. */
export interface Bound extends Prepared {
  readonly policy: Policy<object>;
  readonly epochs: readonly Epoch[];
  /** The law of the time between two instants, both included. */
  readonly law: (from: number, until: number) => Law;
  readonly presume: boolean;
}

const bound = new WeakMap<object, Bound>();
let standard: Policy | undefined;
const DEFAULT_PROFILE = 'bare-text';

/** Any facts: the incident of a regulation other than the shipped one. */
export type AnyFacts = Record<string, unknown>;

/**
 * Settles what the text leaves open: a profile or values for its vague terms, rulings on its points of reading, the day of issue.
 * Without options the policy is the bare text.
 *
 * @throws ZerenzhiError with every unknown name, impossible date, overlap or unfit value
 * @example
 * const policy = createPolicy({ terms: { 'prolonged-outage': { hours: 24 } } });
 */
export function createPolicy(options?: Omit<PolicyOptions, 'regulation'>): Policy;
export function createPolicy(options: PolicyOptions & { readonly regulation: Regulation }): Policy<AnyFacts>;
export function createPolicy(options: PolicyOptions = {}): Policy<object> {
  const regulation = options.regulation ?? shipped;
  refuse(plainDataFaults({ ...options, regulation: undefined }));
  const lists = {
    terms: inLists(options.terms, (value) => value),
    rulings: inLists(options.rulings, (reading) => (typeof reading === 'string' ? { reading } : reading)),
  };
  // Of no options nothing can be wrong: the bare text is ready without a schema.
  const faults = Object.keys(options).length === 0 ? [] : shapeFaults(optionsSchema(), { ...options, ...lists });
  if (options.regulation !== undefined && regulation !== shipped && !isChecked(regulation))
    faults.push(diagnostic('policy/unchecked-regulation', 'regulation'));
  refuse(faults);
  const profile =
    options.profile ?? (Object.hasOwn(regulation.profiles, DEFAULT_PROFILE) ? DEFAULT_PROFILE : undefined);
  const known = profile === undefined || Object.hasOwn(regulation.profiles, profile);
  const terms = {
    ...(known && profile !== undefined && regulation.profiles[profile]?.terms),
    ...lists.terms,
  } as Policy['terms'];
  const rulings = lists.rulings as unknown as Policy['rulings'];
  faults.push(
    ...(known
      ? []
      : [diagnostic('policy/unknown-profile', 'profile', { value: profile, among: Object.keys(regulation.profiles) })]),
    ...checkTermValues(regulation, terms, 'terms'),
    ...rulingFaults(regulation, rulings),
    ...issueFaults(regulation, options.issueDate),
  );
  refuse(faults);
  const policy: Policy<object> = Object.freeze({
    regulation: regulation.id,
    ...(profile !== undefined && { profile }),
    terms,
    rulings,
    ...(options.issueDate !== undefined && { issueDate: options.issueDate }),
    presume: options.presume ?? true,
  });
  const ready = prepared(regulation);
  const dated = rulings as { [question: string]: readonly DatedReading[] };
  const epochs = epochsOf({ regulation, terms, rulings: dated, issueDate: options.issueDate }, ready.placed);
  bound.set(policy, {
    ...ready,
    policy,
    epochs,
    law: lawFinder(epochs),
    presume: policy.presume,
  });
  return policy;
}

/** What stands behind a policy; the bare text without one. */
export function bindingOf(policy: Policy<object> | undefined): Bound {
  if (policy === undefined) standard ??= createPolicy();
  const found = bound.get((policy ?? standard) as object);
  if (!found) throw new ZerenzhiError([diagnostic('policy/not-a-policy', 'policy')]);
  return found;
}

/** By any names; whether they are known is looked at later. */
const named = <Of extends z.ZodMiniType>(of: Of) => z.catchall(z.object({}), of);
const optionsSchema = once(() =>
  z.strictObject({
    profile: z.optional(z.string()),
    terms: named(z.array(termValueSchema())),
    rulings: named(
      z.array(
        z.strictObject({
          reading: z.string(),
          from: z.optional(z.string()),
          until: z.optional(z.string()),
          source: z.optional(basics().source),
        }),
      ),
    ),
    issueDate: z.optional(z.string()),
    presume: z.optional(z.boolean()),
    regulation: z.optional(z.custom()),
  }),
);

/** One value, or a dated list of them: a list either way. */
const inLists = (given: object | undefined, read: (value: unknown) => unknown): { [name: string]: unknown[] } =>
  Object.fromEntries(
    Object.entries(given ?? {}).map(([name, value]: [string, unknown]) => [
      name,
      (Array.isArray(value) ? value : [value]).map(read),
    ]),
  );

function rulingFaults(regulation: Regulation, rulings: Policy['rulings']): Diagnostic[] {
  return Object.entries(rulings).flatMap(([name, list]) => {
    const question = Object.hasOwn(regulation.questions, name) ? regulation.questions[name] : undefined;
    if (!question)
      return [
        diagnostic('policy/unknown-question', `rulings.${name}`, {
          value: name,
          among: Object.keys(regulation.questions),
        }),
      ];
    const among = Object.keys(question.readings);
    const unknown = list.flatMap(({ reading }, i) =>
      among.includes(reading)
        ? []
        : [diagnostic('policy/unknown-reading', `rulings.${name}[${i}].reading`, { value: reading, among })],
    );
    return [...unknown, ...checkDated(list, `rulings.${name}`)];
  });
}

function issueFaults({ issued }: Regulation, date: string | undefined): Diagnostic[] {
  if (date === undefined) return [];
  if (!isLocalDate(date))
    return [diagnostic('input/invalid-date', 'issueDate', { value: date, expected: 'YYYY-MM-DD' })];
  return date.startsWith(issued)
    ? []
    : [diagnostic('policy/issue-date-year', 'issueDate', { value: date, expected: issued })];
}
