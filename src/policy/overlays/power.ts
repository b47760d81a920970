import { type Condition, conditionsIn } from '../../logic/condition.js';
import { intervalOf } from '../../regulation/rhythm.js';
import type { Article, Duty, Power, Regulation } from '../../regulation/schema.js';
import { conditionsOfTerm } from '../../regulation/term-conditions.js';
import { standingOn } from '../standing.js';

// Who may make rules of its own, and which of the duties of the regulation are then its own to make stricter.

/** The power to make rules of one's own as the regulation has it on a day; none before it takes effect. */
export function powerOn(regulation: Regulation, day: string, issueDate: string | undefined): Power | undefined {
  const { effective, issued } = regulation;
  if (day < (effective === 'on-issue' ? (issueDate ?? issued) : effective)) return undefined;
  for (const { entry, absent } of standingOn(regulation, day).values())
    if (entry.provision.kind === 'power' && entry.provision.ownRules && !absent) return entry.provision;
  return undefined;
}

/** The roles that somebody has within a unit, and not only in the institution as a whole. */
export function rolesWithin({ articles, roles }: Regulation): string[] {
  const posts = articles.flatMap(({ provisions }) =>
    provisions.flatMap((each) => (each.kind === 'designation' && each.post ? [each.post] : [])),
  );
  const isAt = (level: 'unit' | 'school', role: string) =>
    posts.some((post) => post.level === level && post.roles.includes(role));
  return Object.keys(roles).filter((role) => isAt('unit', role) || !isAt('school', role));
}

/** Whether a bearer is the holder of the power, or one of them. */
export const isHolder = ({ bearers }: Regulation, holder: string, bearer: string): boolean =>
  bearer === holder || bearers[bearer]?.among === holder;

/** Of some terms those that a value can be given. */
export const measuredIn = ({ terms }: Regulation, names: Iterable<string>): string[] =>
  [...names].filter((name) => terms[name]?.interval || terms[name]?.thresholds);

/** The terms on which the duties of the holders turn, each with those duties by their ids. */
export function termsOfDuties(regulation: Regulation, holder: string): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const article of regulation.articles)
    for (const provision of article.provisions) {
      if (provision.kind !== 'duty' || !isHolder(regulation, holder, provision.bearer)) continue;
      for (const term of termsOf(regulation, article, provision))
        found.set(term, (found.get(term) ?? new Set()).add(provision.id));
    }
  return found;
}

function termsOf({ terms }: Regulation, { conditions }: Article, duty: Duty): ReadonlySet<string> {
  const interval = intervalOf(duty);
  const found = new Set(interval === undefined ? [] : [interval]);
  const look = (condition: Condition | undefined) => {
    for (const inner of conditionsIn(condition, (name) => conditions?.[name]))
      if ('term' in inner && !found.has(inner.term)) {
        found.add(inner.term);
        // What measures a term, is enough for it or needed for it may be another.
        for (const part of conditionsOfTerm(terms[inner.term])) look(part);
      }
  };
  look(duty.when);
  look(duty.standard);
  return found;
}
