import { sameData } from '../../diagnostics/plain-data.js';
import { dayBefore } from '../../regulation/dates.js';
import { type Version, versionOn, versionsOf } from '../../regulation/editions.js';
import type { Article, Regulation } from '../../regulation/schema.js';

/** Days on which each of two regulations has one version of an article, or none. */
export interface Stretch {
  readonly article: number;
  readonly before?: Article;
  readonly after?: Article;
  /** The first day; absent for the beginning. The last day; absent where it goes on. */
  readonly from?: string;
  readonly until?: string;
}

/** The stretches of every article, in the order of articles and days. */
export function stretchesOf(before: Regulation, after: Regulation): Stretch[] {
  const [of, by] = [versionsOf(before), versionsOf(after)];
  return [...new Set([...of.keys(), ...by.keys()])]
    .sort((a, b) => a - b)
    .flatMap((article) => stretches(article, of.get(article) ?? [], by.get(article) ?? []));
}

/** Before the day of any version. */
const EARLIEST = '';

function stretches(article: number, of: readonly Version[], by: readonly Version[]): Stretch[] {
  const days = [...of, ...by].flatMap(({ from = EARLIEST, end }) => (end === undefined ? [from] : [from, end]));
  const sorted = [...new Set([EARLIEST, ...days])].sort();
  const all = sorted.map((day, i): Stretch => {
    const next = sorted[i + 1];
    const [first, second] = [held(of, day), held(by, day)];
    return {
      article,
      ...(first && { before: first }),
      ...(second && { after: second }),
      ...(day !== EARLIEST && { from: day }),
      ...(next !== undefined && { until: dayBefore(next) }),
    };
  });
  return all.filter((stretch) => stretch.before ?? stretch.after).reduce<Stretch[]>(together, []);
}

const held = (versions: readonly Version[], day: string): Article | undefined => {
  if (versions.length === 0) return undefined;
  const { version, state } = versionOn(versions, day);
  return state === 'holds' ? version.article : undefined;
};

/** Stretches in a row with the same versions are one. */
function together(list: Stretch[], next: Stretch): Stretch[] {
  const last = list.at(-1);
  if (!last || last.before !== next.before || last.after !== next.after) return [...list, next];
  const { until: _, ...begun } = last;
  return [...list.slice(0, -1), { ...begun, ...(next.until !== undefined && { until: next.until }) }];
}

/** Whether both have the same on those days; from which day on a version holds says the stretch. */
export const isSame = ({ before, after }: Stretch): boolean => sameData(undated(before), undated(after));

function undated(article: Article | undefined): object | undefined {
  if (!article) return undefined;
  const { from: _, until: __, ...rest } = article;
  return rest;
}
