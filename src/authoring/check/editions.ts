import type { Diagnostic } from '../../diagnostics/diagnostics.js';
import { fileDiagnostic } from '../../diagnostics/file-diagnostics.js';
import { dateFault } from '../../regulation/date-fault.js';
import { addToDate, isLocalDate } from '../../regulation/dates.js';
import type { Article, Regulation } from '../../regulation/schema.js';

/**
 * The versions of articles: days that exist, one version at a time, each beginning or ending with an edition that the
 * regulation lists; and editions in order, each of which changes something.
 */
export function checkEditions(regulation: Regulation): Diagnostic[] {
  const { articles, editions = [] } = regulation;
  const wrong = [
    ...articles.flatMap(({ from, until }, i) => [
      ...notDays(`articles[${i}].from`, from),
      ...notDays(`articles[${i}].until`, until),
    ]),
    ...editions.flatMap(({ from }, i) => notDays(`editions[${i}].from`, from)),
  ];
  if (wrong.length > 0) return wrong;
  const among = editions.map(({ from }) => from);
  const changes = articles.flatMap(({ from, until }, i) => [
    ...(from === undefined ? [] : [{ day: from, path: `articles[${i}].from` }]),
    ...(until === undefined ? [] : [{ day: addToDate(until, { days: 1 }), path: `articles[${i}].until` }]),
  ]);
  const unlisted = changes
    .filter(({ day }) => !among.includes(day))
    .map(({ day, path }) =>
      fileDiagnostic('rule/unknown-edition', path, { value: day, among, expected: among.join(', ') }),
    );
  const idle = editions.flatMap(({ from }, i) =>
    changes.some(({ day }) => day === from)
      ? []
      : [fileDiagnostic('rule/idle-edition', `editions[${i}].from`, { value: from })],
  );
  return [...unlisted, ...idle, ...inOrder(among), ...overlaps(articles)];
}

const notDays = (path: string, day: string | undefined): Diagnostic[] =>
  day === undefined || isLocalDate(day) ? [] : [dateFault(path, day)];

const inOrder = (days: readonly string[]): Diagnostic[] =>
  days.flatMap((day, i) => {
    const before = days[i - 1];
    return before === undefined || before < day
      ? []
      : [fileDiagnostic('input/out-of-order', `editions[${i}].from`, { value: day, expected: before })];
  });

/** Versions of one article: a later one ends the one before, which must not have a later end of its own. */
function overlaps(articles: readonly Article[]): Diagnostic[] {
  return [...new Set(articles.map(({ article }) => article))].flatMap((number) => {
    const versions = articles
      .map((article, i) => ({ article, i }))
      .filter(({ article }) => article.article === number)
      .sort((a, b) => ((a.article.from ?? '') < (b.article.from ?? '') ? -1 : 1));
    return versions.flatMap(({ article: { from = '', until }, i }, k) => {
      const next = versions[k + 1]?.article.from;
      const before = versions[k - 1];
      if (before !== undefined && (before.article.from ?? '') === from) {
        const first = { path: `articles[${before.i}].article` };
        return [fileDiagnostic('rule/two-versions', `articles[${i}].article`, { value: number, first })];
      }
      if (until !== undefined && until < from)
        return [fileDiagnostic('input/out-of-order', `articles[${i}].until`, { value: until, expected: from })];
      return until !== undefined && next !== undefined && until >= next
        ? [fileDiagnostic('input/out-of-order', `articles[${i}].until`, { value: next, expected: until })]
        : [];
    });
  });
}
