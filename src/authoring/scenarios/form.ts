import * as z from 'zod/mini';

// The form of a scenario: a sentence as its name, the words of the regulation it rests on, why they lead where they
// lead, what is given, and what must come of it. What a row leaves out of a list of results is held by its `rest`;
// without one it is not looked at.

const truth = z.enum(['met', 'unmet', 'undetermined']);
const named = <T extends z.ZodMiniType>(value: T) => z.record(z.string(), value);
const ids = z.array(z.string());
const sentence = z.string().check(z.minLength(1));
/** A document that stands in the row, or the path of its file from the table. */
const document = z.union([z.string(), named(z.unknown())]);
/** Results by name; under `rest`, what holds of all that are not named: `silent`, as where nothing is said. */
const results = <T extends z.ZodMiniType>(value: T) => named(z.union([value, z.literal('silent')]));

const head = {
  name: sentence,
  /** Words of the text, each as it stands there. */
  basis: z.union([sentence, z.array(sentence).check(z.minLength(1))]),
  because: sentence,
  policy: z.optional(named(z.unknown())),
  organization: z.optional(document),
  asOf: z.string(),
};

/**
 * A link that is held: by whom. One that is not: how it stands. One that may be held by any of some people: open, with
 * them, and whether it may be that nobody held it.
 */
const link = z.union([
  ids,
  z.enum(['vacant', 'unknown', 'open', 'not-designated']),
  z.strictObject({ open: ids, orNobody: z.optional(z.literal(true)) }),
]);
const chain = z.strictObject({
  /** The units concerned, with what each is to the system. */
  units: named(ids),
  links: named(link),
  /** Bodies above, with the unit that has the role of each; `rest: none`, none of the others is filled. */
  bodies: named(z.string()),
  /** What the record lacks or where it contradicts itself: the code, and the places it is told of. */
  record: z.optional(named(z.union([ids, z.literal('every-body')]))),
  /** What is open in it, and for which provisions. */
  open: z.optional(named(ids)),
});

export const incidentRow = z.strictObject({
  ...head,
  incident: document,
  expect: z.strictObject({
    findings: z.optional(results(truth)),
    responses: z.optional(named(z.string())),
    accountability: z.optional(z.enum(['triggered', 'not-triggered', 'undetermined'])),
    /** What keeps each named finding or response open. */
    open: z.optional(named(ids)),
    /** What each named finding takes as presumed. */
    presumed: z.optional(named(ids)),
    /** When a duty named above is or was due: by each reading of the clock, or where one counts, as of it. */
    due: z.optional(named(z.union([z.string(), named(z.string())]))),
    /** The place each named finding or response is cited from, as `9.2.3`. */
    cited: z.optional(named(z.string())),
    /** Of each named finding: how it is of each unit that the incident concerns. */
    byUnit: z.optional(named(named(truth))),
    /** What each named finding entails, in words of the text. */
    then: z.optional(named(sentence)),
    /** Under which powers accountability may be proposed. */
    proposals: z.optional(ids),
    /** How far accountability reaches along the chain. */
    reached: z.optional(named(truth)),
    chain: z.optional(chain),
  }),
});

export const unitRow = z.strictObject({
  ...head,
  unit: document,
  expect: z.strictObject({
    obligations: results(z.enum(['fulfilled', 'due-soon', 'overdue', 'breached', 'not-applicable', 'undetermined'])),
    open: z.optional(named(ids)),
    dueOn: z.optional(named(z.string())),
    /** Of a breach: when it was made good. */
    madeGoodOn: z.optional(named(z.string())),
  }),
});

export const chainRow = z.strictObject({
  ...head,
  subject: named(z.unknown()),
  organization: document,
  expect: chain,
});

/** What comes of an incident. */
export type IncidentRow = z.infer<typeof incidentRow>;
/** What comes of a unit's duties. */
export type UnitRow = z.infer<typeof unitRow>;
/** Who answers for a unit, a system or an incident. */
export type ChainRow = z.infer<typeof chainRow>;
export type Row = IncidentRow | UnitRow | ChainRow;
