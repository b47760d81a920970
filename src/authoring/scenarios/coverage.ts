import { reading } from '../../diagnostics/reading.js';
import { locate, placeOf } from '../../regulation/citation.js';
import type { Provision, Regulation } from '../../regulation/schema.js';
import { allConditionsOf } from '../conditions.js';
import { refuseUnchecked } from '../refuse-unchecked.js';
import {
  askedBy,
  deciding,
  type Exercise,
  exercisedBy,
  provisionsIn,
  readingUsed,
  standing,
  termUsed,
} from './exercised.js';

/** A condition that does not decide in any case, or only one way. */
export interface Unexercised {
  readonly provision: string;
  /** As the rule has it: `leak.occurred equal true`, or the term. */
  readonly condition: string;
  readonly place?: string | undefined;
  readonly quote?: string | undefined;
  /** The ways that no case has. */
  readonly never: readonly ('met' | 'unmet')[];
}

/** What some cases exercise of a regulation, and what none of them does. */
export interface Coverage {
  readonly counts: { readonly [of in 'provisions' | 'conditions' | 'readings' | 'terms']: Share };
  /** How each of these never stands, or `cited` where nothing rests on it. */
  readonly provisions: readonly { readonly provision: string; readonly never: readonly string[] }[];
  readonly conditions: readonly Unexercised[];
  /** Readings that decide in no case. */
  readonly readings: readonly { readonly question: string; readonly reading: string }[];
  /** Terms of which no case has a finding or a value that decides. */
  readonly terms: readonly string[];
  /** The words of the conditions that decide in no case. */
  readonly words: readonly { readonly place: string; readonly quote: string }[];
}
interface Share {
  readonly exercised: number;
  readonly all: number;
}

/**
 * What cases exercise of a regulation. A condition is exercised where it decides: where a provision comes out as it does
 * by the fewest grounds, and it is one of them.
 *
 * @param cases outcomes of scenarios, or assessments of an application's own documents
 * @throws ZerenzhiError if the regulation was not checked, or one of the cases is none
 */
export const coverageOf = (cases: readonly Exercise[], regulation: Regulation): Coverage => {
  refuseUnchecked({ regulation });
  return reading(() => coverageIn(new Set(cases.flatMap((each) => [...exercisedBy(each, regulation)])), regulation));
};

function coverageIn(exercised: ReadonlySet<string>, regulation: Regulation): Coverage {
  const isLeft = (mark: string) => !exercised.has(mark);
  const provisions = provisionsIn(regulation).flatMap(({ provision: { id, kind } }) => {
    const ways = waysOf(kind);
    return ways.length === 0 ? [] : [{ provision: id, never: ways.filter((way) => isLeft(standing(id, way))) }];
  });
  const conditions = askedIn(regulation).map((each) => ({
    ...each,
    never: (['met', 'unmet'] as const).filter((way) => isLeft(deciding(each.provision, each.condition, way))),
  }));
  const readings = Object.entries(regulation.questions).flatMap(([question, { readings: all }]) =>
    Object.keys(all).map((ruled) => ({ question, reading: ruled })),
  );
  const terms = Object.keys(regulation.terms);
  const left = {
    provisions: provisions.filter(({ never }) => never.length > 0),
    conditions: conditions.filter(({ never }) => never.length > 0),
    readings: readings.filter((each) => isLeft(readingUsed(each.question, each.reading))),
    terms: terms.filter((term) => isLeft(termUsed(term))),
  };
  const share = (all: readonly unknown[], rest: readonly unknown[]): Share => ({
    exercised: all.length - rest.length,
    all: all.length,
  });
  return {
    counts: {
      provisions: share(provisions, left.provisions),
      conditions: share(conditions, left.conditions),
      readings: share(readings, left.readings),
      terms: share(terms, left.terms),
    },
    ...left,
    words: wordsOf(conditions),
  };
}

/** The ways in which a provision can stand that a case should have. */
function waysOf(kind: Provision['kind']): readonly string[] {
  if (kind === 'accountability') return ['met', 'unmet', 'undetermined'];
  return kind === 'designation' ? ['cited'] : [];
}

/** The facts and terms that the conditions of each provision ask for; powers are judged by persons. */
function askedIn(regulation: Regulation): Omit<Unexercised, 'never'>[] {
  const judged = provisionsIn(regulation).filter(
    ({ provision: { kind } }) => kind === 'accountability' || kind === 'duty',
  );
  const found = judged.flatMap(({ article, provision }) =>
    allConditionsOf(provision, article).flatMap((each) => {
      const condition = askedBy(each);
      const quote = 'quote' in each ? each.quote : undefined;
      const place = quote === undefined ? undefined : locate(article, quote, placeOf(provision.id))?.place;
      return condition === undefined ? [] : [{ provision: provision.id, condition, place, quote }];
    }),
  );
  return [...new Map(found.map((each) => [`${each.provision} ${each.condition}`, each])).values()];
}

/** The words that only conditions quote which never decide. */
function wordsOf(conditions: readonly Unexercised[]): { readonly place: string; readonly quote: string }[] {
  const known = new Map<string, { readonly place: string; readonly quote: string }>();
  const decided = new Set<string>();
  for (const { place, quote, never } of conditions) {
    if (place === undefined || quote === undefined) continue;
    known.set(`${place} ${quote}`, { place, quote });
    if (never.length < 2) decided.add(`${place} ${quote}`);
  }
  return [...known].flatMap(([key, words]) => (decided.has(key) ? [] : [words]));
}
