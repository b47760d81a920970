import type { InterviewState } from 'zerenzhi/inquiry';
import { visible } from 'zerenzhi/report';
import { type Answer, ask } from './ask.js';
import type { Move, Prompts } from './terminal.js';

type Presumed = InterviewState['presumed'];

/** What is said of conduct that somebody asked about and nobody alleges. */
const NOT_ALLEGED: Answer = { value: 'none-alleged' };
const UNKNOWN: Answer = { value: null };

/** Asks once about all that is only presumed, and then how each stands that was chosen. */
export async function askPresumed(presumed: Presumed, prompts: Prompts): Promise<ReadonlyMap<string, Answer> | Move> {
  const { lang, say, choose, tick } = prompts;
  const asks = presumed.map(({ ask }) => visible(ask[lang]));
  const first = await choose<'none' | 'some' | 'unknown'>(say.unasked(asks), [
    { name: say.nonePresumed, value: 'none' },
    { name: say.somePresumed, value: 'some' },
    { name: say.unknown, value: 'unknown' },
  ]);
  if (first === 'back' || first === 'finish') return first;
  const all = (answer: Answer) => new Map(presumed.map(({ id }) => [id, answer] as const));
  if (first !== 'some') return all(first === 'none' ? NOT_ALLEGED : UNKNOWN);
  const chosen = await tick(
    say.whichPresumed,
    presumed.map((point) => ({ name: point.ask[lang], value: point })),
  );
  const answers = all(NOT_ALLEGED);
  for (const point of chosen) {
    const answer = await ask({ ...point, answer: 'boolean' }, prompts);
    if (answer === 'finish') return answer;
    if (answer === 'back') return askPresumed(presumed, prompts);
    answers.set(point.id, answer);
  }
  return answers;
}
