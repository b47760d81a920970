import { type ArrayChange, diffArrays } from 'diff';
import { diagnostic, refuse } from '../../diagnostics/diagnostics.js';
import { reading } from '../../diagnostics/reading.js';
import type { Segment } from './result.js';

// Chinese has no spaces: words are told apart by the dictionary of the program that runs.
const words = new Intl.Segmenter('zh', { granularity: 'word' });
// With each word the program may copy all that it was looked for in: that is a clause, or so many characters of one.
const CLAUSE = /[^，。；：、\s]{1,500}[，。；：、\s]?|[，。；：、\s]/gu;
const wordsOf = (text: string): string[] =>
  (text.match(CLAUSE) ?? []).flatMap((clause) => Array.from(words.segment(clause), ({ segment }) => segment));

/** Texts that are less alike than this, from 0 to 1, are not one text that was changed. */
export const ALIKE = 0.4;
/** Nor are those with more words out and in than these: to find them all would take minutes. */
const MOST = 2000;

/**
 * What was taken out of a text and what came in, word by word; all of it where the two have little in common.
 *
 * @param parted how a text is taken apart, where not into words
 * @throws ZerenzhiError if they are no texts
 * @example
 * const segments = changedWords('第一时间报告', '两小时内报告');
 */
export const changedWords = (before: string, after: string, parted = wordsOf): Segment[] =>
  reading(() => {
    const texts = Object.entries({ before, after }).filter(([, text]) => typeof text !== 'string');
    refuse(texts.map(([name, value]) => diagnostic('input/invalid-type', name, { value, expected: 'string' })));
    const isOne = before === after || likeness(before, after) >= ALIKE;
    const segments = isOne ? compared(before, after, parted) : undefined;
    if (segments) return segments;
    return joined([
      { change: 'out', words: before },
      { change: 'in', words: after },
    ]);
  });

function compared(before: string, after: string, parted: (text: string) => string[]): Segment[] | undefined {
  const changes = diffArrays(parted(before), parted(after), { maxEditLength: MOST });
  return changes && joined(changes.map(segmentOf).flatMap(trimmed));
}

const segmentOf = ({ value, added, removed }: ArrayChange<string>): Segment => ({
  change: added ? 'in' : removed ? 'out' : 'same',
  words: value.join(''),
});

/** A replaced stretch without the characters that both sides of it begin or end with: Chinese may be parted wrongly. */
function trimmed({ change, words: text }: Segment, i: number, parts: readonly Segment[]): Segment[] {
  const other = change === 'out' ? parts[i + 1] : parts[i - 1];
  if (change === 'same' || other?.change !== (change === 'out' ? 'in' : 'out')) return [{ change, words: text }];
  const [own, theirs] = [[...text], [...other.words]];
  const start = shared(own, theirs);
  const end = shared(own.slice(start).reverse(), theirs.slice(start).reverse());
  const same = (characters: readonly string[]): Segment => ({ change: 'same', words: characters.join('') });
  const changed: Segment = { change, words: own.slice(start, own.length - end).join('') };
  // What both share is said once.
  return change === 'out' ? [same(own.slice(0, start)), changed] : [changed, same(own.slice(own.length - end))];
}

/** How many of the first characters are the same, before any that is part of a word with spaces around it. */
function shared(one: readonly string[], other: readonly string[]): number {
  const differing = one.findIndex((character, i) => character !== other[i] || /[\p{Script=Latin}\d]/u.test(character));
  return differing < 0 ? one.length : differing;
}

/** Segments of one kind in a row as one, and none that is empty. */
function joined(segments: readonly Segment[]): Segment[] {
  const list: Segment[] = [];
  for (const { change, words: text } of segments) {
    const last = list.at(-1);
    if (text === '') continue;
    if (last?.change === change) list.splice(-1, 1, { change, words: last.words + text });
    else list.push({ change, words: text });
  }
  return list;
}

/** How much of two texts is the same words: 1 all of it, 0 nothing. */
export function likeness(one: string, other: string): number {
  const same = (compared(one, other, wordsOf) ?? [])
    .filter(({ change }) => change === 'same')
    .reduce((sum, { words: text }) => sum + text.length, 0);
  return (2 * same) / Math.max(one.length + other.length, 1);
}
