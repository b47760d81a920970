import type { Bilingual } from '../../language.js';
import { dayAfter, yearOfIssue } from '../../regulation/dates.js';
import type { Provision, Regulation } from '../../regulation/schema.js';
import type { Telling } from './result.js';
import { meanTheSame, type Rule, ruleIn } from './search/rule.js';
import { tellApart } from './search/tell.js';
import type { Stretch } from './stretches.js';

/** Two rules of one name on some days, of which one may be missing. */
export interface RulePair {
  readonly provision: string;
  readonly label: Bilingual;
  readonly before?: Rule | undefined;
  readonly after?: Rule | undefined;
  /** A day on which both hold, and the first one where the article is not the one as issued. */
  readonly day: string;
  readonly from?: string;
}

/** The rules that are not the same, with all that they name, on each of the days on which that is another matter. */
export function unlikeRules(before: Regulation, after: Regulation, stretches: readonly Stretch[]): RulePair[] {
  const days = [...new Set(stretches.flatMap(({ from }) => from ?? []))].sort();
  return stretches.flatMap((stretch) => {
    const { from, until } = stretch;
    const within = days.filter((day) => day > (from ?? '') && (until === undefined || day <= until));
    const ids = [stretch.before, stretch.after].flatMap((article) => (article?.provisions ?? []).map(({ id }) => id));
    return [...new Set(ids)].flatMap((provision) =>
      [from, ...within]
        .flatMap((day): RulePair[] => {
          const on = day ?? firstDay(before, after);
          const was = ruleIn(before, stretch.before, provision, on);
          const is = ruleIn(after, stretch.after, provision, on);
          const known = (is ?? was)?.provision;
          const own = { provision, before: was, after: is, day: on, ...(day !== undefined && { from: day }) };
          return known ? [{ ...own, label: labelOf(known) }] : [];
        })
        .filter((pair, i, all) => !meanTheSame(pair.before, pair.after) && !isAsBefore(pair, all[i - 1])),
    );
  });
}

/** Whether rules are as they were on the day before. */
const isAsBefore = (pair: RulePair, last: RulePair | undefined): boolean =>
  last !== undefined && meanTheSame(pair.before, last.before) && meanTheSame(pair.after, last.after);

export const labelOf = (provision: Provision): Bilingual =>
  provision.kind === 'duty' ? provision.action : provision.label;

/** A day on which both are surely in force, as issued. */
function firstDay(before: Regulation, after: Regulation): string {
  const days = [before, after].map((regulation) => {
    const { issued, effective } = regulation;
    const year = yearOfIssue(regulation);
    if (effective !== 'on-issue') return effective;
    return year ? dayAfter(year.last) : issued;
  });
  return days.sort().at(-1) as string;
}

export const tellingCases = (before: Regulation, after: Regulation, pairs: readonly RulePair[]): Telling[] =>
  pairs.map(({ provision, label, from, ...both }) => ({
    provision,
    label,
    ...(from !== undefined && { from }),
    ...tellApart({ ...both, regulations: { before, after } }),
  }));
