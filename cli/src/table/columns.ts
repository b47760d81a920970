import { type Bilingual, regulation } from 'zerenzhi';
import { incidentFacts } from 'zerenzhi/inquiry';
import { TABLE } from '../messages/table.js';
import { allegationsOf, type Fact, optionsOf } from '../rule-words.js';

// What a table of incidents may have columns for: the plain fields of an incident, every fact, what is known of a fact
// in part, and every finding on a term.

type Kind = 'text' | 'id' | 'ids' | 'boolean' | 'number' | 'time' | 'enum' | 'set';
export interface Column {
  /** As programs name it: `occurredAt`, `occurredAt.from`, `findings.` and a term. */
  readonly id: string;
  readonly label: Bilingual;
  readonly kind: Kind;
  /** Where an incident has its value. */
  readonly path: readonly string[];
  /** What it is known of in part: `from` of `occurredAt`. */
  readonly part?: Part;
  /** The question that it answers. */
  readonly ask?: Bilingual | undefined;
  readonly fact?: Fact;
  /** The values that have names, with what people call them: options, and what is neither yes nor no. */
  readonly options: readonly (readonly [value: string, label: Bilingual])[];
}
type Part = keyof (typeof TABLE)['zh']['part'];

const KINDS = { boolean: 'boolean', number: 'number', enum: 'enum', set: 'set', instant: 'time' } as const;
const PLAIN: readonly (readonly [keyof (typeof TABLE)['zh']['plain'], Kind, string])[] = [
  ['format', 'number', 'format'],
  ['id', 'id', 'id'],
  ['title', 'text', 'title'],
  ['source', 'text', 'source'],
  ['account', 'text', 'account'],
  ['unit', 'id', 'units'],
  ['system', 'id', 'systems'],
  ['parties', 'ids', 'parties'],
];

const plain: readonly Column[] = PLAIN.map(([id, kind, key]) => ({
  id,
  label: { zh: TABLE.zh.plain[id], en: TABLE.en.plain[id] },
  kind,
  path: [key],
  options: [],
}));
const facts: readonly Column[] = incidentFacts(regulation).map(([id, fact]) => ({
  id,
  label: fact.label,
  kind: KINDS[fact.type],
  path: id.split('.'),
  ask: fact.ask,
  fact,
  options: fact.type === 'boolean' ? allegationsOf(fact) : optionsOf(fact),
}));
const terms: readonly Column[] = Object.entries(regulation.terms).map(([term, { label, ask }]) => ({
  id: `findings.${term}`,
  label,
  kind: 'boolean',
  path: ['findings', term],
  ask,
  options: [],
}));

function partsOf({ type, lasts }: Fact): readonly Part[] {
  if (type === 'number') return ['atLeast', 'atMost'];
  if (type === 'set') return ['has', 'lacks'];
  if (type !== 'instant') return [];
  return ['from', 'until', ...(lasts ? (['began', 'ended'] as const) : [])];
}

const parts: readonly Column[] = facts.flatMap((column) =>
  (column.fact ? partsOf(column.fact) : []).map((part) => ({
    ...column,
    id: `${column.id}.${part}`,
    label: { zh: TABLE.zh.part[part](column.label.zh), en: TABLE.en.part[part](column.label.en) },
    path: [...column.path, part],
    part,
  })),
);

/** Those that a table to begin with has. */
export const WHOLE: readonly Column[] = [...plain, ...facts, ...terms];
export const COLUMNS: readonly Column[] = [...WHOLE, ...parts];
