import { deepFreeze } from '../../diagnostics/plain-data.js';
import { daysOf, type Overlay, type OwnDuty } from '../../model/overlay.js';
import type { Article, Duty, Regulation, TermDefinition, TermValue } from '../../regulation/schema.js';
import { powerOn } from './power.js';

// The rules of a unit put on top of the regulation, as the same kinds of data: a duty of its own is an article that
// holds for the days of the overlay, and a stricter value of a term stands before the policy's.

export interface OwnLaw {
  readonly regulation: Regulation;
  readonly terms: { readonly [term: string]: readonly TermValue[] };
  /** The value that each overlay gives a term, as it is found again in the law of its days. */
  valueOf(overlay: Overlay, term: string): TermValue | undefined;
  /** The bearer whose duties the unit may make stricter. */
  readonly holder: string;
}

/** No bearer of a regulation is called so. */
const BEARER = 'own.';

export function ownLawOf(regulation: Regulation, overlays: readonly Overlay[], issueDate: string | undefined): OwnLaw {
  const holder = overlays.map(({ made }) => powerOn(regulation, made, issueDate)?.holder).find((id) => id) ?? '';
  const bearer = { label: { zh: holder, en: holder }, when: regulation.bearers[holder]?.when };
  const values = new Map(
    overlays.map((overlay) => [
      overlay,
      new Map(Object.entries(overlay.terms ?? {}).map(([term, value]) => [term, valueIn(overlay, value ?? {})])),
    ]),
  );
  const duties = overlays.flatMap((overlay) => (overlay.duties ?? []).map((duty) => ({ overlay, duty })));
  const rhythms = duties.filter(({ duty }) => typeof duty.rhythm === 'object');
  const terms: { [term: string]: TermValue[] } = {};
  const give = (term: string, value: TermValue) => {
    terms[term] = [...(terms[term] ?? []), value];
  };
  for (const given of values.values()) for (const [term, value] of given) give(term, value);
  for (const { overlay, duty } of rhythms) give(duty.id, valueIn(overlay, duty.rhythm as object));
  const first = Math.max(...regulation.articles.map(({ article }) => article)) + 1;
  const ids = [...new Set(duties.map(({ duty }) => duty.id))];
  return {
    holder,
    regulation: deepFreeze({
      ...regulation,
      bearers: { ...regulation.bearers, [BEARER]: bearer },
      terms: {
        ...regulation.terms,
        ...Object.fromEntries(rhythms.map(({ duty }) => [duty.id, intervalOf(duty, first + ids.indexOf(duty.id))])),
      },
      articles: [
        ...regulation.articles,
        ...ids.flatMap((id, i) =>
          versionsOf(
            duties.filter(({ duty }) => duty.id === id),
            first + i,
          ),
        ),
      ],
    }),
    terms: deepFreeze(terms),
    valueOf: (overlay, term) => values.get(overlay)?.get(term),
  };
}

/** A value for the days of an overlay. */
const valueIn = (overlay: Overlay, { quote: _, ...value }: { readonly quote?: string }): TermValue => ({
  ...value,
  ...daysOf(overlay),
});

const intervalOf = ({ quote, action }: OwnDuty, article: number): TermDefinition => ({
  words: quote,
  article,
  label: action,
  ask: action,
  interval: true,
});

interface Given {
  readonly overlay: Overlay;
  readonly duty: OwnDuty;
}

/** A duty as an article with a version for each overlay that has it; one that goes on unchanged is one version. */
function versionsOf(given: readonly Given[], article: number): Article[] {
  const versions: Article[] = [];
  for (const { overlay, duty } of [...given].sort((a, b) =>
    daysOf(a.overlay).from < daysOf(b.overlay).from ? -1 : 1,
  )) {
    const { from, until } = daysOf(overlay);
    const before = versions.at(-1);
    const goesOn = before?.until === undefined || before.until >= from;
    if (before && goesOn) {
      const isLonger = before.until !== undefined && (until === undefined || until > before.until);
      if (isLonger) versions[versions.length - 1] = { ...before, until };
    } else
      versions.push({
        article,
        from,
        until,
        paragraphs: [{ text: duty.quote }],
        provisions: [asDuty(duty)],
      });
  }
  return versions;
}

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
