import * as z from 'zod/mini';
import type { Bilingual } from '../language.js';
import type { Condition } from '../logic/condition.js';
import type { Settled } from '../logic/truth.js';
import { basics } from './basic-schemas.js';
import { factId, id, refersTo } from './rule-names.js';
import { termValueSchema } from './term-value-schema.js';

// The shape of a regulation, whoever made it. Conditions are checked apart (check-condition.ts), with better words than
// a union can give.

const { bilingual, condition, localDate, source, text } = basics();
const record = <T extends z.ZodMiniType>(of: T) => z.record(id, of);
/** A text of a form, told as people write it. */
const matching = (form: RegExp, expected: string) =>
  z.refine<string>((value) => form.test(value), {
    params: { code: 'input/invalid-type', expected, pattern: form.source },
  });
const labelled = z.strictObject({ label: bilingual });

const place = z.strictObject({ text, gloss: text });
const paragraph = z.strictObject({ text, gloss: text, items: z.optional(z.array(place)) });

const reference = z.strictObject({
  title: text,
  number: z.optional(text),
  from: z.optional(localDate),
  until: z.optional(localDate),
});

const provisionBase = { id, quote: text };
const principle = z.strictObject({
  ...provisionBase,
  kind: z.literal('principle'),
  label: bilingual,
  bearer: z.optional(refersTo.bearer),
  capacity: z.optional(z.enum(['managing', 'operating', 'using'])),
});
const post = z.strictObject({
  level: z.enum(['unit', 'school']),
  capacity: z.enum(['direct', 'first']),
  roles: z.array(refersTo.role).check(z.minLength(1)),
  /** The question that decides when holders of several of the roles exist, and what each reading takes. */
  several: z.optional(refersTo.question),
  readings: z.optional(record(z.enum(['one', 'all']))),
});
const designation = z.strictObject({
  ...provisionBase,
  kind: z.literal('designation'),
  label: bilingual,
  body: z.optional(refersTo.body),
  seat: z.optional(refersTo.body),
  bearer: z.optional(refersTo.bearer),
  post: z.optional(post),
});
/** How a duty is called up by an incident: whom it is owed to, and the facts that tell its state and its time. */
const call = z.strictObject({
  to: z.optional(refersTo.body),
  status: refersTo.fact,
  at: refersTo.instant,
  none: id,
  /** The consequence that it carries out: owed where a provision that entails it is met. */
  follows: z.optional(refersTo.consequence),
});
/**
 * What was left undone: it lasted from one time until another, or until now where it was not done yet. What came of it
 * (`upTo`) at a moment that is known completes it, and its law counts; where what it was about lasted, it ends with it.
 */
const omission = z.strictObject({
  since: refersTo.instant,
  until: refersTo.instant,
  status: refersTo.fact,
  upTo: refersTo.instant,
});
/** When what may have lasted began. */
const beginning = z.strictObject({ began: refersTo.instant });
/** One time: that of a fact, how it began, or how long something was left undone. */
const governingTime = z.union([refersTo.instant, beginning, omission]);
/** The time whose law governs; where that is a point of reading, one or any of several for each reading. */
const governing = z.union([
  governingTime,
  z.strictObject({ question: refersTo.question, readings: record(z.union([governingTime, z.array(omission)])) }),
]);
/**
 * How often a duty is owed: once; all the time; for each activity that the institution holds; at the intervals that a
 * term gives; for each incident. One act fulfils what is owed once, or for one activity; it shows what is owed all the
 * time only for the days that it covers.
 */
const rhythm = z.union([
  z.enum(['once', 'standing', 'activity']),
  z.strictObject({ every: refersTo.term }),
  z.strictObject({ incident: call }),
]);
const duty = z.strictObject({
  ...provisionBase,
  kind: z.literal('duty'),
  /** `duty`: 应, 要, 需 or listed as 责任; `task`: 负责. Both oblige. */
  force: z.enum(['duty', 'task']),
  bearer: refersTo.bearer,
  action: bilingual,
  /** Owed for each of the unit's systems, or towards each other unit that is such a bearer. */
  per: z.optional(z.union([z.literal('system'), z.strictObject({ other: refersTo.bearer })])),
  when: z.optional(condition),
  /** By which time an incident calls it up: by that of the incident where it does not say. */
  governedBy: z.optional(governingTime),
  rhythm,
  standard: z.optional(condition),
  operates: z.optional(z.literal('school-level')),
});
const accountability = z.strictObject({
  id,
  kind: z.literal('accountability'),
  label: bilingual,
  /** The bearer whose duties it is about: a breach of any of them leads to it. */
  breachOf: z.optional(refersTo.bearer),
  when: condition,
  /** That of the incident where it does not say. */
  governedBy: z.optional(governing),
  /** What one of must hold beside `when`, each governed by the law of its own time. */
  limbs: z.optional(z.array(z.strictObject({ governedBy: governing, when: condition })).check(z.minLength(1))),
  then: refersTo.consequence,
});
const power = z.strictObject({
  ...provisionBase,
  kind: z.literal('power'),
  label: bilingual,
  holder: refersTo.holder,
  to: z.optional(z.array(refersTo.body)),
  proposes: z.optional(z.literal(true)),
  /** Whom it may be used about, as persons concerned; and the provisions that may mean none of them, when. */
  about: z.optional(
    z.strictObject({
      affiliations: z.array(refersTo.affiliation),
      unless: z.optional(z.record(refersTo.accountability, condition)),
    }),
  ),
  interprets: z.optional(z.literal(true)),
  /** To make rules of its own, each holder for itself alone. */
  ownRules: z.optional(z.literal(true)),
});
const referenceTo = z.strictObject({
  ...provisionBase,
  kind: z.literal('reference'),
  label: bilingual,
  refers: z.array(reference),
});
const commencement = z.strictObject({ ...provisionBase, kind: z.literal('commencement'), label: bilingual });

export const provisionSchema = z.discriminatedUnion('kind', [
  principle,
  designation,
  duty,
  accountability,
  power,
  referenceTo,
  commencement,
]);

const consequence = z.strictObject({
  quote: text,
  label: bilingual,
  by: z.optional(refersTo.body),
  trace: z.union([
    z.array(refersTo.step),
    z.strictObject({ question: refersTo.question, readings: record(z.array(refersTo.step)) }),
  ]),
});

/**
 * Words of which it is a point of reading what duties they are: by some readings of the questions these, by others
 * those, or none. While the first of the questions is open they are told as one.
 */
const phrase = z.strictObject({
  quote: text,
  action: bilingual,
  questions: z.array(refersTo.question).check(z.minLength(1)),
  duties: z.array(refersTo.duty).check(z.minLength(2)),
});

const ledgerEntry = z.strictObject({
  quote: text,
  as: z.enum(['definition', 'reference', 'human-judgement', 'no-effect']),
  because: bilingual,
});

export const articleSchema = z.strictObject({
  article: z.int().check(z.positive()),
  /** First and last day of this version, both included; a version ends where the next of its article begins. */
  from: z.optional(localDate),
  until: z.optional(localDate),
  paragraphs: z.array(paragraph).check(z.minLength(1)),
  conditions: z.optional(record(condition)),
  consequences: z.optional(record(consequence)),
  phrases: z.optional(z.array(phrase)),
  provisions: z.array(provisionSchema),
  ledger: z.optional(z.array(ledgerEntry)),
});

const options = z.union([z.enum(['unitKinds', 'bodies', 'roles']), record(bilingual)]);
export const factSchema = z.strictObject({
  /** What it is said of: an incident, a unit, a system, or a unit in an incident. */
  of: z.enum(['incident', 'unit', 'system', 'concerned']),
  type: z.enum(['boolean', 'number', 'enum', 'set', 'instant']),
  options: z.optional(options),
  unit: z.optional(text),
  integer: z.optional(z.boolean()),
  min: z.optional(z.number()),
  max: z.optional(z.number()),
  source: z.optional(
    z.enum([
      'unit.kind',
      'unit.bodies',
      'system.tenure',
      'system.managed',
      'system.level',
      'system.kind',
      'relation.capacities',
    ]),
  ),
  'source-law': z.optional(source),
  absent: z.optional(
    z.strictObject({
      presumed: z.union([z.boolean(), z.string(), z.array(z.string())]),
      because: bilingual,
      /** Facts with values that speak against the presumption: with any of them on record it is not made. */
      unless: z.optional(z.record(refersTo.fact, z.union([z.boolean(), z.string()]))),
    }),
  ),
  /**
   * Of what is alleged rather than denied, and neither yes nor no: alleged and not established (open), and asked about
   * with nobody alleging it (presumed not to be so), as people say them.
   */
  alleged: z.optional(z.strictObject({ open: bilingual, none: bilingual })),
  /** Facts that settle this one: each with the value it has to have (any, without one), and what this one then is. */
  implied: z.optional(
    z.array(
      z.strictObject({
        by: refersTo.fact,
        is: z.optional(z.union([z.boolean(), z.string()])),
        value: z.union([z.boolean(), z.string()]),
      }),
    ),
  ),
  /**
   * The bearer of duties of which it says that one was breached: it is so where an incident breaches one that it calls
   * up, and not presumed otherwise while it is open whether one that was not done as required was owed.
   */
  breachOf: z.optional(refersTo.bearer),
  /** The option that means "not yet, as of the day of assessment". */
  pending: z.optional(id),
  notBefore: z.optional(refersTo.instant),
  /** Of a time: it may be that of something that lasted. */
  lasts: z.optional(z.literal(true)),
  /** Of a time: it is by when something is to be done. A day means its end, and it may lie ahead. */
  deadline: z.optional(z.literal(true)),
  /** Of a time: the fact that it is the time of, where that may follow from the incident itself and is then of its time. */
  timeOf: z.optional(refersTo.fact),
  /** Of a time: that of another, where it is not told apart. */
  otherwise: z.optional(refersTo.instant),
  derive: z.optional(
    z.strictObject({ hours: z.strictObject({ from: refersTo.instant, to: refersTo.instant, status: refersTo.fact }) }),
  ),
  label: bilingual,
  ask: z.optional(bilingual),
  settledBy: z.optional(refersTo.settler),
});

export const termSchema = z.strictObject({
  words: text,
  article: z.int(),
  label: bilingual,
  /** What it is called where it is found not to be so, if that has words of its own. */
  opposite: z.optional(bilingual),
  ask: bilingual,
  /** Who finds it where no number does; the interpreter, where nobody is named. */
  settledBy: z.optional(refersTo.settler),
  interval: z.optional(z.literal(true)),
  thresholds: z.optional(record(z.strictObject({ unit: text, stricter: z.enum(['lower', 'higher']) }))),
  condition: z.optional(condition),
  /** What the word needs at least, and what is enough for it anyway, whatever value it is given. */
  floors: z.optional(z.strictObject({ needs: z.optional(condition), suffices: z.optional(condition) })),
});

export const questionSchema = z.strictObject({
  article: z.int(),
  words: text,
  ask: bilingual,
  readings: record(bilingual),
});

export const profileSchema = z.strictObject({
  id,
  label: bilingual,
  terms: z.record(refersTo.term, z.array(termValueSchema())),
});

/** SHA-256 of an official text, so that an edit of both copies does not go unnoticed. */
const checksum = z.optional(z.string().check(matching(/^[0-9a-f]{64}$/, '64 × 0-9 a-f')));

export const regulationHeadSchema = z.strictObject({
  id,
  title: bilingual,
  number: text,
  preamble: z.array(text),
  sha256: checksum,
  /** A date, or only its year where the text gives no more. */
  issued: z.string().check(matching(/^\d{4}(?:-\d{2}-\d{2})?$/, 'YYYY, YYYY-MM-DD')),
  /** What the year or the day of issue is inferred from, where the document does not state it. */
  issuedBecause: z.optional(bilingual),
  /** The day from which it applies, or `on-issue` where that is the day of issue. */
  effective: z.string().check(matching(/^(?:on-issue|\d{4}-\d{2}-\d{2})$/, 'on-issue, YYYY-MM-DD')),
  /** Each day on which articles begin or end, with the document that says so and the text that holds from then on. */
  editions: z.optional(
    z.array(z.strictObject({ from: localDate, number: text, preamble: z.optional(z.array(text)), sha256: checksum })),
  ),
  interpreter: refersTo.settler,
  /** Words of the text that only join others, each with what holds the joining. */
  connectives: z.optional(z.array(z.strictObject({ words: text, because: bilingual }))),
  commencement: refersTo.commencement,
  unitKinds: record(labelled),
  /** `leads`: it leads the units, and is no department beside them. */
  bodies: record(
    z.strictObject({ label: bilingual, provision: refersTo.provision, leads: z.optional(z.literal(true)) }),
  ),
  parties: record(labelled),
  /** What the persons concerned in an incident may be to the institution. */
  affiliations: z.optional(record(labelled)),
  roles: record(labelled),
  /** `settledBy`: who judges what it has done; `among`: the bearer of which it is one, so that what is said of all of those is said of it. */
  bearers: record(
    z.strictObject({
      label: bilingual,
      when: z.optional(condition),
      among: z.optional(refersTo.bearer),
      settledBy: z.optional(refersTo.settler),
    }),
  ),
});

export const regulationSchema = z.extend(regulationHeadSchema, {
  facts: z.record(factId, factSchema),
  terms: record(termSchema),
  questions: record(questionSchema),
  profiles: record(profileSchema),
  articles: z.array(articleSchema),
});

/**
 * A stretch of the text. Rule files have our English of it; the shipped regulation leaves that to `glosses` of
 * `zerenzhi/report`.
 */
type Unglossed<Place> = Omit<Place, 'gloss'> & { gloss?: string };
/** An article with its rules. The ledger of the shipped ones stands in the rule files only. */
export type Article = Omit<z.infer<typeof articleSchema>, 'paragraphs'> & {
  paragraphs: (Unglossed<Omit<z.infer<typeof paragraph>, 'items'>> & {
    items?: Unglossed<z.infer<typeof place>>[] | undefined;
  })[];
};
export type Provision = z.infer<typeof provisionSchema>;
export type Duty = z.infer<typeof duty>;
export type Rhythm = z.infer<typeof rhythm>;
export type Power = z.infer<typeof power>;
export type Accountability = z.infer<typeof accountability>;
export type OmissionTime = z.infer<typeof omission>;
export type Governing = z.infer<typeof governing>;
export type GoverningTime = z.infer<typeof governingTime>;
export type Phrase = z.infer<typeof phrase>;
export type Consequence = z.infer<typeof consequence>;
export type FactDefinition = z.infer<typeof factSchema>;
export type TermDefinition = z.infer<typeof termSchema>;
export type QuestionDefinition = z.infer<typeof questionSchema>;
/** Who made a ruling or a value, when, and for which time. Without a maker it is an assumption, and called so. */
export interface Made {
  /** The body or party that made it; only the one that interprets the regulation may. */
  readonly by?: string | undefined;
  /** The day on which it was made. */
  readonly made?: string | undefined;
  /** The document it stands in. */
  readonly source?: Source | undefined;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  /**
   * Without `from`: whether it works from the day it was made (`own-day`) or for all time before it too (`beginning`).
   * Where it does not say, it does not reach cases before its day.
   */
  readonly effect?: 'own-day' | 'beginning' | undefined;
}

/**
 * A value for a term: its thresholds by name, or an interval (`every`, `on`, `cases`), from a day until another, with its
 * source. Thresholds may settle one side only: with `settles: met`, what reaches them surely is what the term means and
 * what falls short leaves it open; with `settles: unmet`, what falls short surely is not.
 */
export interface TermValue extends Made {
  readonly every?: string | undefined;
  /** Fixed days of every year, as `MM-DD`. */
  readonly on?: readonly string[] | undefined;
  readonly cases?: readonly { readonly when: Condition; readonly every: string }[] | undefined;
  readonly settles?: Settled | undefined;
  readonly because?: Bilingual | undefined;
  readonly [threshold: string]: unknown;
}
export interface Profile {
  readonly id: string;
  readonly label: Bilingual;
  readonly terms: { readonly [term: string]: readonly TermValue[] };
}
export type Source = z.infer<typeof source>;
export type Capacity = 'managing' | 'operating' | 'using';
/** A whole regulation as data: what a folder of rule files becomes. */
export interface Regulation extends Omit<z.infer<typeof regulationSchema>, 'profiles' | 'articles'> {
  articles: Article[];
  readonly profiles: { readonly [profile: string]: Profile };
}
