import { closest, distance } from 'fastest-levenshtein';

/** Something with an id that people call by a name. */
export interface Named {
  readonly id: string;
  readonly name?: string | undefined;
}

/** The name a writer most likely meant: close enough to be a slip, or nothing. */
export function nearestName(name: string, among: readonly (string | Named)[]): string | undefined {
  const named = among.find((one) => typeof one === 'object' && one.name === name) as Named | undefined;
  if (named) return named.id;
  const names = among.map((one) => (typeof one === 'string' ? one : one.id)).filter((one) => typeof one === 'string');
  if (names.length === 0 || name.length > 80) return undefined;
  const candidate = closest(name, names);
  const slips = distance(name, candidate);
  if (isOpposite(name, candidate)) return undefined;
  // Of short words another one is soon reached, even the opposite: `done` is no slip of `none`.
  if (name.length < 6) {
    const isSlip =
      name[0] === candidate[0] && (slips === 1 || sorted(name) === sorted(candidate) || begins(name, candidate));
    return isSlip ? candidate : undefined;
  }
  return slips <= Math.max(2, Math.floor(name.length / 3)) ? candidate : undefined;
}

/**
 * Whether one word only says no to the other: `ineffective`, `neither`, `untimely-report` are no slips of what they
 * deny.
 */
const isNegation = (one: string, other: string): boolean =>
  one.endsWith(other) && /^(?:un|in|im|ir|il|dis|mis|non|not|no|n)-?$/.test(one.slice(0, one.length - other.length));

/** Beginnings that make one word the opposite of another: `internal` is no slip of `external`. */
const OPPOSITES: readonly (readonly [string, string])[] = [
  ['in', 'ex'],
  ['in', 'out'],
  ['in', 'de'],
  ['over', 'under'],
  ['up', 'down'],
  ['pre', 'post'],
];
const areOpposites = (one: string, other: string): boolean =>
  OPPOSITES.some(([a, b]) => one.startsWith(a) && other.startsWith(b) && one.slice(a.length) === other.slice(b.length));

/** Whether a name says the contrary of another, in any of its words: `report-untimely` of `report-timely`. */
function isOpposite(name: string, other: string): boolean {
  if (isNegation(name, other) || isNegation(other, name)) return true;
  const [a, b] = [wordsOf(name), wordsOf(other)];
  const [plainA, plainB] = [a.filter(isNoNegative), b.filter(isNoNegative)];
  if ((a.length - plainA.length - (b.length - plainB.length)) % 2 !== 0) return true;
  return (
    plainA.length === plainB.length &&
    plainA.some((word, i) => {
      const beside = plainB[i] as string;
      return [isNegation, areOpposites].some((is) => is(word, beside) || is(beside, word));
    })
  );
}
const wordsOf = (name: string): readonly string[] => name.split(/[-_. ]/);
const isNoNegative = (word: string): boolean => !/^(?:not|no|non|never|without)$/.test(word);

/** The letters of a word in order: two that are only exchanged are a slip. */
const sorted = (word: string): string => [...word].sort().join('');
const begins = (name: string, candidate: string): boolean => name.length > 2 && candidate.startsWith(name);
