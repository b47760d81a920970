import { children, type QuestionReason, type Reason } from './reason.js';
import { agreement, allOf, anyOf, nameOf, not, type Truth, truthValue, type Value } from './truth.js';

/** A reading for each question that is open. */
export type Choice = { readonly [question: string]: string };

/** The questions inside a reason, with their readings and, where one is given, the ruling. */
export function questionsIn(
  reason: Reason,
  found = new Map<string, QuestionReason>(),
): ReadonlyMap<string, QuestionReason> {
  if (reason.kind === 'question') found.set(reason.question, reason);
  for (const child of children(reason)) questionsIn(child, found);
  return found;
}

/** Every combination of readings of some questions. */
export const choices = (questions: ReadonlyMap<string, QuestionReason>): Choice[] =>
  [...questions].reduce<Choice[]>(
    (so, [question, { readings }]) =>
      so.flatMap((choice) => Object.keys(readings).map((reading) => ({ ...choice, [question]: reading }))),
    [{}],
  );

/** The truth of a reason were its questions read in one way, whatever has been ruled. */
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
      const reading = reason.readings[choice[reason.question] ?? reason.ruling ?? ''];
      return reading ? valueUnder(reading, choice) : agreement(inner());
    }
    case 'term':
      return reason.of ? valueUnder(reason.of, choice) : truthValue(reason.truth);
    default:
      return truthValue(reason.truth);
  }
}
