import { children, type Reason } from './reason.js';
import { agreement, allOf, anyOf, nameOf, not, type Truth, truthValue, type Value } from './truth.js';

/** A reading for each question that is open. */
export type Choice = { readonly [question: string]: string };

/** The questions inside a reason that no ruling has settled, with their readings. */
export function openQuestions(reason: Reason, found = new Map<string, readonly string[]>()): ReadonlyMap<string, readonly string[]> {
  if (reason.kind === 'question' && reason.ruling === undefined) found.set(reason.question, Object.keys(reason.readings));
  for (const child of children(reason)) openQuestions(child, found);
  return found;
}

/** Every combination of readings of some questions. */
export const choices = (questions: ReadonlyMap<string, readonly string[]>): Choice[] =>
  [...questions].reduce<Choice[]>((so, [question, readings]) => so.flatMap((choice) => readings.map((reading) => ({ ...choice, [question]: reading }))), [{}]);

/** The truth of a reason were its open questions read in one way. */
export const truthUnder = (reason: Reason, choice: Choice): Truth => nameOf(valueUnder(reason, choice));

function valueUnder(reason: Reason, choice: Choice): Value {
  const inner = () => children(reason).map((child) => valueUnder(child, choice));
  switch (reason.kind) {
    case 'all':
      return allOf(inner());
    case 'any':
      return anyOf(inner());
    case 'not':
      return not(valueUnder(reason.of, choice));
    case 'condition':
      return valueUnder(reason.of, choice);
    case 'epochs':
      return agreement(inner());
    case 'question': {
      const reading = reason.readings[reason.ruling ?? choice[reason.question] ?? ''];
      return reading ? valueUnder(reading, choice) : agreement(inner());
    }
    case 'term':
      return reason.of ? valueUnder(reason.of, choice) : truthValue(reason.truth);
    default:
      return truthValue(reason.truth);
  }
}
