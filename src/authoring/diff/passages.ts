import { type Passage, passages } from '../../regulation/citation.js';
import type { Article } from '../../regulation/schema.js';
import type { TextChange } from './result.js';
import { ALIKE, changedWords, likeness } from './words.js';

/** The paragraphs and items of an article whose words differ, each beside the one that it was. */
export function changedText(before: Article | undefined, after: Article | undefined): TextChange[] {
  return aligned(before ? passages(before) : [], after ? passages(after) : []).flatMap(([was, is]): TextChange[] => {
    if (was && is) {
      if (was.text === is.text) return [];
      const elsewhere = was.place === is.place ? {} : { was: was.place };
      return [{ place: is.place, ...elsewhere, change: 'changed', words: changedWords(was.text, is.text) }];
    }
    if (is) return [{ place: is.place, change: 'added', words: [{ change: 'in', words: is.text }] }];
    return was ? [{ place: was.place, change: 'gone', words: [{ change: 'out', words: was.text }] }] : [];
  });
}

/** A passage as it was and as it is; one alone has come or gone. */
export type PassagePair = readonly [was: Passage | undefined, is: Passage | undefined];

/** Passages side by side, in their order: so that as much of the words as can be stands beside its like. */
export function aligned(before: readonly Passage[], after: readonly Passage[]): PassagePair[] {
  const best = new Map<string, { readonly worth: number; readonly pairs: readonly PassagePair[] }>();
  const from = (i: number, j: number): { readonly worth: number; readonly pairs: readonly PassagePair[] } => {
    const known = best.get(`${i},${j}`);
    if (known) return known;
    const [was, is] = [before[i], after[j]];
    const ways = [
      ...(was && is ? together(was, is).map((worth) => step([was, is], worth, from(i + 1, j + 1))) : []),
      ...(was ? [step([was, undefined], 0, from(i + 1, j))] : []),
      ...(is ? [step([undefined, is], 0, from(i, j + 1))] : []),
    ];
    const chosen = ways.reduce((a, b) => (b.worth > a.worth ? b : a), ways[0] ?? { worth: 0, pairs: [] });
    best.set(`${i},${j}`, chosen);
    return chosen;
  };
  return [...from(0, 0).pairs];
}

const step = (
  pair: PassagePair,
  worth: number,
  rest: { readonly worth: number; readonly pairs: readonly PassagePair[] },
) => ({
  worth: worth + rest.worth,
  pairs: [pair, ...rest.pairs],
});

function together({ text: was }: Passage, { text: is }: Passage): number[] {
  const worth = was === is ? 1 : likeness(was, is);
  return worth < ALIKE ? [] : [worth];
}
