import { oncePer } from '../diagnostics/once.js';
import { dayAfter } from './dates.js';
import type { Article, Regulation } from './schema.js';

/** A version of an article, with the first day on which it no longer holds. */
export interface Version {
  readonly article: Article;
  /** Absent for the article as issued. */
  readonly from?: string | undefined;
  readonly end?: string | undefined;
}

/** The versions of each article by its number, the earliest first: one ends where the next begins, or is repealed. */
export const versionsOf = oncePer((regulation: Regulation): ReadonlyMap<number, readonly Version[]> => {
  const numbers = [...new Set(regulation.articles.map(({ article }) => article))].sort((a, b) => a - b);
  return new Map(
    numbers.map((number) => {
      const all = regulation.articles
        .filter(({ article }) => article === number)
        .sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1));
      return [
        number,
        all.map((article, i): Version => {
          const end = article.until === undefined ? all[i + 1]?.from : dayAfter(article.until);
          return { article, from: article.from, end };
        }),
      ];
    }),
  );
});

/** The days on which a version of an article begins, or ends without another. */
export const daysOfEditions = (regulation: Regulation): string[] =>
  [...versionsOf(regulation).values()]
    .flat()
    .flatMap(({ from, end }) => [from, end].filter((day) => day !== undefined));

/** Whether a version holds on a day; the law as issued on the earliest. */
const holds = ({ from = '', end }: Version, day: string): boolean => from <= day && (end === undefined || day < end);

/** The version of an article that holds on a day; where none does, the one before, or else the first to come. */
export function versionOn(
  versions: readonly Version[],
  day: string,
): { readonly version: Version; readonly state: 'holds' | 'not-yet' | 'repealed' } {
  const version = versions.find((each) => holds(each, day));
  if (version) return { version, state: 'holds' };
  const before = versions.filter(({ end }) => end !== undefined && end <= day).at(-1);
  return before ? { version: before, state: 'repealed' } : { version: versions[0] as Version, state: 'not-yet' };
}

export const latestVersion = (regulation: Regulation, number: number): Article | undefined =>
  versionsOf(regulation).get(number)?.at(-1)?.article;

/** A version of an article by the day it holds from. */
export function versionFrom(regulation: Regulation, number: number, edition: string | undefined): Article | undefined {
  const versions = versionsOf(regulation).get(number) ?? [];
  return versions.find(({ from }) => from === edition)?.article;
}

/** The articles that hold on a day, in their order. */
export const articlesOn = (regulation: Regulation, day: string): Article[] =>
  [...versionsOf(regulation).values()].flatMap((versions) => {
    const { version, state } = versionOn(versions, day);
    return state === 'holds' ? [version.article] : [];
  });
