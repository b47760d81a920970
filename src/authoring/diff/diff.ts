import type { Regulation } from '../../regulation/schema.js';
import { refuseUnchecked } from '../refuse-unchecked.js';
import { dueChanges } from './due.js';
import { changedDefinitions, changedParts } from './entries.js';
import { changedText } from './passages.js';
import type { ArticleChange, Described, RegulationDiff } from './result.js';
import { reviewPoints } from './review.js';
import { isSame, type Stretch, stretchesOf } from './stretches.js';
import { tellingCases, unlikeRules } from './telling.js';

/**
 * What differs between two regulations, for those who approve an amendment: the words of the text, provisions and what
 * they rest on, cases that tell changed rules apart, duties that are due at another time, and what was left as it was
 * though what it is about changed. That no case was found proves nothing.
 *
 * @throws ZerenzhiError if one of them was not loaded or checked by this entry
 * @example
 * const { articles, telling } = diffRegulations(loadRegulation('rules'), loadRegulation('amended'));
 */
export function diffRegulations(before: Regulation, after: Regulation): RegulationDiff {
  refuseUnchecked({ before, after });
  const definitions = changedDefinitions(before, after);
  const stretches = stretchesOf(before, after);
  const articles = stretches.filter((stretch) => !isSame(stretch)).map(articleChange);
  const pairs = unlikeRules(before, after, stretches);
  return {
    identical: definitions.length + articles.length === 0,
    before: described(before),
    after: described(after),
    definitions,
    articles,
    telling: tellingCases(before, after, pairs),
    due: dueChanges(before, after, pairs),
    review: reviewPoints(before, after, stretches, [...definitions, ...articles.flatMap(({ parts }) => parts)]),
  };
}

const described = ({ id, title, number }: Regulation): Described => ({ id, title, number });

function articleChange({ article, before, after, from, until }: Stretch): ArticleChange {
  return {
    article,
    ...(from !== undefined && { from }),
    ...(until !== undefined && { until }),
    change: before ? (after ? 'changed' : 'gone') : 'added',
    text: changedText(before, after),
    parts: changedParts(before, after),
  };
}
