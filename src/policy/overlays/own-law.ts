import { grouped } from '../../diagnostics/grouped.js';
import { deepFreeze } from '../../diagnostics/plain-data.js';
import { daysOf, type Overlay, type OwnDuty, type OwnTerm } from '../../model/overlay.js';
import { beginningOf } from '../../regulation/made.js';
import type { Article, Duty, Regulation, TermDefinition, TermValue } from '../../regulation/schema.js';
import { powerOn } from './power.js';

// The rules of a unit put on top of the regulation, as the same kinds of data: a duty of its own is an article that
// holds for the days of the overlay, and a stricter value of a term stands before the policy's.

type Values = { readonly [term: string]: readonly TermValue[] };

export interface OwnLaw {
  readonly regulation: Regulation;
  readonly terms: Values;
  /** The bearer whose duties the unit may make stricter. */
  readonly holder: string;
}

/** No bearer of a regulation is called so. */
const BEARER = 'own.';

interface Given {
  readonly overlay: Overlay;
  readonly duty: OwnDuty;
}

/** The law of one unit, of its overlays, which have no fault. */
export function ownLawOf(
  regulation: Regulation,
  overlays: readonly Overlay[],
  { terms, issueDate }: { readonly terms: Values; readonly issueDate?: string | undefined },
): OwnLaw {
  const [holder = ''] = overlays.flatMap(({ made }) => powerOn(regulation, made, issueDate)?.holder ?? []);
  const label = regulation.bearers[holder]?.label ?? { zh: holder, en: holder };
  const duties = overlays.flatMap((overlay) => (overlay.duties ?? []).map((duty) => ({ overlay, duty })));
  const first = Math.max(...regulation.articles.map(({ article }) => article)) + 1;
  const own = [...grouped(duties, ({ duty }) => duty.id)].map(([id, given], i) => ({ id, given, article: first + i }));
  const intervals = own.flatMap(({ id, given, article }) =>
    given.map(({ duty }) => [id, intervalOf(duty, article)] as const),
  );
  return deepFreeze({
    holder,
    regulation: {
      ...regulation,
      bearers: { ...regulation.bearers, [BEARER]: { label, when: regulation.bearers[holder]?.when } },
      terms: { ...regulation.terms, ...Object.fromEntries(intervals) },
      articles: [...regulation.articles, ...own.flatMap(({ given, article }) => versionsOf(given, article))],
    },
    terms: valuesOf(regulation, overlays, terms),
  });
}

/** The values of all the terms, and the intervals of the duties under the names of those. */
function valuesOf(regulation: Regulation, overlays: readonly Overlay[], held: Values): Values {
  const values = overlays.flatMap((overlay) => [
    ...Object.entries(overlay.terms ?? {}).map(([term, given = {}]) => {
      const value = valueIn(overlay, given);
      // What the law asks of a term, a unit cannot say: beyond its own value it is not met, within it as by the policy.
      const isOneSided = !regulation.terms[term]?.interval && !settlesBothSides(value, held[term]);
      return { term, value: { ...value, ...(isOneSided && { settles: 'unmet' as const }) } };
    }),
    ...(overlay.duties ?? []).flatMap(({ id, rhythm }) =>
      typeof rhythm === 'object' ? [{ term: id, value: valueIn(overlay, rhythm) }] : [],
    ),
  ]);
  const named = [...grouped(values, ({ term }) => term)];
  return Object.fromEntries(named.map(([term, list]) => [term, list.map(({ value }) => value)]));
}

/** Whether some value of the policy settles both sides on all the days of a unit's value; that, being stricter, then does too. */
const settlesBothSides = (own: TermValue, values: readonly TermValue[] = []): boolean =>
  values.some(
    (value) =>
      value.settles === undefined &&
      (beginningOf(value) ?? '') <= (own.from ?? '') &&
      (value.until === undefined || (own.until !== undefined && own.until <= value.until)),
  );

/** A value for the days of an overlay. */
const valueIn = (overlay: Overlay, { quote: _, ...value }: Partial<OwnTerm>): TermValue => ({
  ...value,
  ...daysOf(overlay),
});

/** How often a duty is owed, as a term that its own value settles. */
const intervalOf = ({ quote, action }: OwnDuty, article: number): TermDefinition => ({
  words: quote,
  article,
  label: action,
  ask: action,
  interval: true,
});

/** A duty as an article with a version for each overlay that has it; one that goes on unchanged is one version. */
function versionsOf(given: readonly Given[], article: number): Article[] {
  const versions: Article[] = [];
  const inOrder = [...given].sort((a, b) => (daysOf(a.overlay).from < daysOf(b.overlay).from ? -1 : 1));
  for (const { overlay, duty } of inOrder) {
    const { from, until } = daysOf(overlay);
    const before = versions.at(-1);
    const goesOn = before && (before.until === undefined || before.until >= from) && versions.pop();
    versions.push({
      article,
      from: goesOn ? goesOn.from : from,
      until: goesOn ? latest(goesOn.until, until) : until,
      paragraphs: [{ text: duty.quote }],
      provisions: [asDuty(duty)],
    });
  }
  return versions;
}

/** The later of two last days; none, where one of them is none. */
const latest = (one: string | undefined, other: string | undefined): string | undefined =>
  one === undefined || other === undefined ? undefined : one < other ? other : one;

/** A duty of a unit's own, as one of the regulation. */
export const asDuty = ({ id, quote, action, rhythm, per, when }: OwnDuty): Duty => ({
  id,
  kind: 'duty',
  force: 'duty',
  bearer: BEARER,
  quote,
  action,
  rhythm: typeof rhythm === 'object' ? { every: id } : rhythm,
  per,
  when,
});
