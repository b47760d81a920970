import { isMapping } from '../diagnostics/plain-data.js';
import { pathOf } from '../model/fact-schema.js';
import type { FactDefinition, Regulation } from '../regulation/schema.js';
import { own } from './differences.js';
import type { AssessmentRecord } from './record.js';
import { registerFrom, registerInputs } from './register-inputs.js';

// What an assessment was made of, taken apart into single inputs and put together again, so that one of them can be
// otherwise.

export type InputKind =
  | 'as-of'
  | 'fact'
  | 'term'
  | 'unit'
  | 'system'
  | 'party'
  | 'ruling'
  | 'value'
  | 'issue-date'
  | 'presume'
  | 'register';

/** One thing that was put into an assessment. */
export interface Input {
  readonly kind: InputKind;
  /** A fact, a term, a question, a unit; of the register the list and the entry, `posts.io-head`. */
  readonly id: string;
  /** The entry of the incident that says it of its unit or system alone. */
  readonly of?: { readonly unit: string } | { readonly system: string };
  readonly value: unknown;
}

/** By their keys, in the order in which they stand. */
export type Inputs = ReadonlyMap<string, Input>;
/** What an assessment is made of. */
export type Made = Pick<AssessmentRecord, 'input' | 'policy'>;

export function keyOf({ kind, id, of }: Pick<Input, 'kind' | 'id' | 'of'>): string {
  const [entry] = Object.entries(of ?? {});
  return [kind, id, ...(entry ? [entry.join('.')] : [])].filter(Boolean).join(':');
}

/** Where entries of an incident stand, and the facts that each of them may state. */
const LISTS = [
  ['units', 'unit', ['incident', 'unit', 'concerned']],
  ['systems', 'system', ['incident', 'system']],
] as const;

/** The inputs one by one; without entries for the register, it is one of them as a whole. */
export function inputsOf({ input, policy }: Made, regulation: Regulation, byEntry: boolean): Inputs {
  const { asOf, incident, organization } = input;
  const found: Input[] = [{ kind: 'as-of', id: '', value: asOf }, ...said(incident, regulation, ['incident'])];
  for (const [list, kind, facts] of LISTS)
    entriesOf(incident[list]).forEach((entry, i) => {
      // Of what is not known by name there may be several.
      const id = typeof entry.id === 'string' ? entry.id : `[${i}]`;
      const of = { [kind]: id } as NonNullable<Input['of']>;
      found.push({ kind, id, value: true }, ...said(entry, regulation, facts).map((each) => ({ ...each, of })));
    });
  for (const party of entriesOf(incident.parties)) found.push({ kind: 'party', id: String(party.id), value: party });
  for (const [id, value] of Object.entries(policy.rulings)) found.push({ kind: 'ruling', id, value });
  for (const [id, value] of Object.entries(policy.terms)) found.push({ kind: 'value', id, value });
  if (policy.issueDate !== undefined) found.push({ kind: 'issue-date', id: '', value: policy.issueDate });
  found.push({ kind: 'presume', id: '', value: policy.presume }, ...registerInputs(organization, byEntry));
  return new Map(found.map((each) => [keyOf(each), each]));
}

const entriesOf = (list: unknown): Record<string, unknown>[] => (Array.isArray(list) ? list.filter(isMapping) : []);

/** The facts and findings that an incident, or an entry of it, states; null says that it was asked and is not known. */
function said(from: object, regulation: Regulation, of: readonly FactDefinition['of'][]): Input[] {
  return placesIn(regulation, of).flatMap(({ kind, id, path }): Input[] => {
    const value = valueAt(from, path);
    return value === undefined ? [] : [{ kind, id, value }];
  });
}

/** What stands under some keys; what is in something that is not known is not known. */
function valueAt(from: unknown, keys: readonly string[]): unknown {
  return keys.reduce<unknown>((at, key) => (isMapping(at) ? own(at, key) : at === null ? null : undefined), from);
}

interface Place {
  readonly kind: 'fact' | 'term';
  readonly id: string;
  readonly path: readonly string[];
}

const placesIn = ({ facts, terms }: Regulation, of: readonly FactDefinition['of'][]): Place[] => [
  ...Object.entries(facts).flatMap(([id, fact]): Place[] =>
    of.includes(fact.of) && !fact.derive ? [{ kind: 'fact', id, path: pathOf(id, fact.of) }] : [],
  ),
  ...Object.keys(terms).map((id): Place => ({ kind: 'term', id, path: ['findings', id] })),
];

/** What an assessment of these inputs is given. */
export function madeOf(inputs: Inputs, regulation: Regulation): Made {
  const all = [...inputs.values()];
  const of = (kind: InputKind) => all.filter((each) => each.kind === kind);
  const one = (kind: InputKind) => inputs.get(kind)?.value;
  const organization = registerFrom(of('register'));
  const named = (kind: InputKind) => Object.fromEntries(of(kind).map(({ id, value }) => [id, value]));
  const incident: Record<string, unknown> = stated(
    all.filter((each) => !each.of),
    regulation,
  );
  for (const [list, kind] of LISTS) {
    const entries = of(kind).map(({ id }) => ({
      ...(id.startsWith('[') ? {} : { id }),
      ...stated(
        all.filter((each) => each.of && kind in each.of && Object.values(each.of)[0] === id),
        regulation,
      ),
    }));
    if (entries.length > 0) incident[list] = entries;
  }
  const parties = of('party').map(({ value }) => value);
  if (parties.length > 0) incident.parties = parties;
  const issueDate = one('issue-date');
  return {
    input: { asOf: one('as-of') as string, incident, ...(organization && { organization }) },
    policy: {
      terms: named('value') as Made['policy']['terms'],
      rulings: named('ruling') as Made['policy']['rulings'],
      presume: one('presume') as boolean,
      ...(issueDate !== undefined && { issueDate: issueDate as string }),
    },
  };
}

/** Facts and findings as they stand in a document. */
export function stated(
  inputs: readonly Pick<Input, 'kind' | 'id' | 'value'>[],
  { facts }: Regulation,
): Record<string, unknown> {
  const into: Record<string, unknown> = {};
  for (const { kind, id, value } of inputs) {
    if (kind !== 'fact' && kind !== 'term') continue;
    const keys = kind === 'term' ? ['findings', id] : pathOf(id, facts[id]?.of ?? 'incident');
    let at = into;
    for (const key of keys.slice(0, -1)) {
      at[key] ??= {};
      at = at[key] as Record<string, unknown>;
    }
    at[keys.at(-1) as string] = value;
  }
  return into;
}
