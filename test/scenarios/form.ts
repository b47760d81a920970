import { readFileSync } from 'node:fs';
import { LineCounter, parseDocument } from 'yaml';
import * as z from 'zod';

// The form of a scenario: a sentence as its name, the words of the regulation it rests on, why they lead where they lead, what is given,
// and what must come of it. Keys that are not named here are refused. What a row leaves out of a list of results is held by its `rest`.

const truth = z.enum(['met', 'unmet', 'undetermined']);
const named = <T extends z.ZodType>(value: T) => z.record(z.string(), value);
const ids = z.array(z.string());
/** Results by name, and a line for all that are not named. */
const results = <T extends z.ZodType, R extends z.ZodType>(value: T, rest: R) => named(z.union([value, rest]));

const head = {
  name: z.string().min(1),
  /** Words of the official text, each as it stands there. */
  basis: z.union([z.string(), z.array(z.string()).min(1)]),
  because: z.string().min(1),
  policy: z.custom<object>((value) => typeof value === 'object').optional(),
  asOf: z.string(),
};
const organization = z.union([z.string(), z.custom<object>((value) => typeof value === 'object')]);
const document = organization;

/**
 * A link that is held: by whom. One that is not: how it stands. One that may be held by any of some people: open, with them, and whether
 * it may be that nobody held it.
 */
const link = z.union([
  ids,
  z.enum(['vacant', 'unknown', 'open', 'not-designated']),
  z.strictObject({ open: ids, orNobody: z.literal(true).optional() }),
]);
const chain = {
  /** The units concerned, with what each is to the system. */
  units: named(ids),
  links: named(link),
  /** Bodies above, with the unit that has the role of each. */
  bodies: results(z.string(), z.literal('none')),
  /** What the record lacks or where it contradicts itself: the code, and the places it is told of. */
  record: named(z.union([ids, z.literal('every-body')])).default({}),
  /** What is open in it, and for which provisions. */
  open: named(ids).default({}),
};

const incidentRow = z.strictObject({
  ...head,
  incident: document,
  organization: organization.optional(),
  expect: z.strictObject({
    findings: results(truth, z.literal('silent')),
    responses: results(z.string(), z.string()),
    accountability: z.enum(['triggered', 'not-triggered', 'undetermined']),
    /** What keeps each named finding or response open. */
    open: named(ids).default({}),
    /** What each named finding takes as presumed. */
    presumed: named(ids).default({}),
    /** When a duty named above is or was due: by each reading of the clock, or where one counts, as of it. */
    due: named(z.union([z.string(), named(z.string())])).default({}),
    /** Under which powers accountability may be proposed. */
    proposals: ids.optional(),
    /** How far accountability reaches along the chain. */
    reached: named(truth).optional(),
    chain: z.strictObject(chain).optional(),
  }),
});

const status = z.enum(['fulfilled', 'due-soon', 'overdue', 'breached', 'not-applicable', 'undetermined']);
const unitRow = z.strictObject({
  ...head,
  unit: document,
  organization: organization.optional(),
  expect: z.strictObject({
    obligations: results(status, z.literal('silent')),
    open: named(ids).default({}),
    dueOn: named(z.string()).default({}),
    /** Of a breach: when it was made good. */
    madeGoodOn: named(z.string()).default({}),
  }),
});

const chainRow = z.strictObject({
  ...head,
  subject: z.custom<object>((value) => typeof value === 'object'),
  organization,
  expect: z.strictObject(chain),
});

export type IncidentRow = z.infer<typeof incidentRow>;
export type UnitRow = z.infer<typeof unitRow>;
export type ChainRow = z.infer<typeof chainRow>;
export type Row = IncidentRow | UnitRow | ChainRow;
export interface Scenario {
  readonly row: Row;
  /** file:line, as an editor opens it. */
  readonly place: string;
}

const formOf = (raw: object) => ('incident' in raw ? incidentRow : 'unit' in raw ? unitRow : chainRow);

/** The scenarios of a file, or an error that says in which row what is wrong. */
export function scenariosOf(file: string): Scenario[] {
  const lines = new LineCounter();
  const source = parseDocument(readFileSync(file, 'utf8'), { lineCounter: lines, strict: true, uniqueKeys: true });
  if (source.errors.length > 0) throw new Error(`${file}: ${source.errors.map(({ message }) => message).join('; ')}`);
  const rows = source.toJS() as unknown[];
  const items = (source.contents as unknown as { items: { range: [number, number, number] }[] }).items;
  return rows.map((raw, i) => {
    const place = `${file}:${lines.linePos(items[i]?.range[0] ?? 0).line}`;
    const parsed = formOf(raw as object).safeParse(raw);
    if (!parsed.success) throw new Error(`${place}\n${z.prettifyError(parsed.error)}`);
    return { row: parsed.data, place };
  });
}
