import type { Bilingual, Diagnostic } from 'zerenzhi';
import { fileDiagnostic } from 'zerenzhi/authoring';
import { numberIn } from 'zerenzhi/inquiry';
import type { Column } from './columns.js';
import { answerOf, isOngoing, isUnknown, wordOf } from './words.js';

/** What a cell says; nothing where it says nothing. */
type Read = { readonly value?: unknown } | { readonly fault: Diagnostic };

/** A cell under a column, as spreadsheets write it. A time that is none is left as it stands, for the assessment to refuse. */
export function readCell(column: Column, cell: unknown): Read {
  if (cell === undefined || cell === null || cell === '') return {};
  // A table with types of its own has lists.
  if (typeof cell === 'object') return { value: cell };
  const text = String(cell);
  if (column.kind === 'text') return { value: text };
  const word = wordOf(text);
  if (word === '') return {};
  if (isUnknown(word) && (column.fact !== undefined || column.kind === 'boolean'))
    // Of a part that is not known nothing is known.
    return column.part ? {} : { value: null };
  return READERS[column.kind](column, cell, text, word);
}

type Reader = (column: Column, cell: unknown, text: string, word: string) => Read;

const READERS: { readonly [kind in Exclude<Column['kind'], 'text'>]: Reader } = {
  id: ({ id }, _, text) => ({ value: id === 'id' ? text.trim() : [{ id: text.trim() }] }),
  ids: (_column, _cell, text) => ({ value: text.split(PARTING).map((id) => ({ id: id.trim() })) }),
  boolean: (column, cell, text, word) => {
    const value = typeof cell === 'boolean' ? cell : (answerOf(word) ?? optionOf(column, word));
    return value === undefined ? { fault: noAnswer(column, text) } : { value };
  },
  number: ({ id }, cell, text) => {
    const value = typeof cell === 'number' ? cell : numberIn(text);
    return value === undefined
      ? { fault: fileDiagnostic('input/invalid-type', id, { value: text, expected: 'number' }) }
      : { value };
  },
  enum: (column, _, text, word) => {
    const value = optionOf(column, word);
    return value === undefined ? { fault: noOption(column, text) } : { value };
  },
  set: membersOf,
  time: ({ part }, cell, text, word) => {
    if (typeof cell === 'number') return { value: cell };
    return { value: part === 'ended' && isOngoing(word) ? 'ongoing' : text.normalize('NFKC').trim() };
  },
};

/** The option that a word names, by its id or what the rules call it. */
function optionOf(column: Column, word: string): string | undefined {
  let named = NAMED.get(column);
  if (!named) {
    named = new Map(column.options.flatMap(([id, { zh, en }]) => [id, zh, en].map((name) => [wordOf(name), id])));
    NAMED.set(column, named);
  }
  return named.get(word);
}
const NAMED = new Map<Column, ReadonlyMap<string, string>>();

const PARTING = /[|｜、;；,，]/;

/** What people call an option may itself have commas in it: of all that a text may begin with, the longest is meant. */
function membersOf(column: Column, _: unknown, text: string, word: string): Read {
  // A set known to be empty.
  if (word === '[]') return { value: [] };
  const pieces = word.split(new RegExp(`(${PARTING.source})`));
  const members: string[] = [];
  for (let at = 0; at < pieces.length; ) {
    let end = Math.min(pieces.length, at + MOST_PIECES);
    while (end > at && optionOf(column, pieces.slice(at, end).join('')) === undefined) end--;
    if (end === at) return { fault: noOption(column, text.split(PARTING)[at / 2]?.trim() ?? text) };
    members.push(optionOf(column, pieces.slice(at, end).join('')) as string);
    at = end + 1;
  }
  return { value: members };
}
/** A name with more commas in it is that of no option. */
const MOST_PIECES = 31;

function noOption({ id, options }: Column, value: string): Diagnostic {
  const among = options.flatMap(([option, { zh, en }]) => [option, zh, en]);
  return inBoth((names) => fileDiagnostic('table/option', id, { value, among, expected: names.join(' | ') }), options);
}

const noAnswer = ({ id, options }: Column, value: string): Diagnostic =>
  inBoth((names) => {
    const expected = names.map((name) => ` | ${name}`).join('');
    return fileDiagnostic('table/yes-or-no', id, { value, expected });
  }, options);

/** A fault that tells each language the names of options in it, and programs their ids. */
function inBoth(
  fault: (names: readonly string[]) => Diagnostic,
  options: readonly (readonly [string, Bilingual])[],
): Diagnostic {
  const [zh, en] = (['zh', 'en'] as const).map((lang) => fault(options.map(([, label]) => label[lang])));
  return {
    ...fault(options.map(([id]) => id)),
    message: { zh: zh?.message.zh ?? '', en: en?.message.en ?? '' },
  };
}
