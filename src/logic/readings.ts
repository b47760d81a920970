import { nodesIn } from './formula.js';
import type { Choice, QuestionReason, Reason } from './reason.js';

/** The questions inside a reason, with their readings and, where one is given, the ruling. */
export const questionsOf = (reason: Reason): ReadonlyMap<string, QuestionReason> =>
  new Map([...nodesIn(reason)].flatMap((node) => (node.kind === 'question' ? [[node.question, node]] : [])));

/** Every combination of readings of some questions. */
export const choices = (questions: ReadonlyMap<string, { readonly readings: object }>): Choice[] =>
  [...questions].reduce<Choice[]>(
    (so, [question, { readings }]) =>
      so.flatMap((choice) => Object.keys(readings).map((reading) => ({ ...choice, [question]: reading }))),
    [{}],
  );
