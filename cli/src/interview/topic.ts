import type { Incident, Organization, Regulation } from 'zerenzhi';
import type { Interview, InterviewState } from 'zerenzhi/inquiry';
import { visible } from 'zerenzhi/report';
import { ask } from './ask.js';
import { askPresumed } from './presumed.js';
import { askConcerned, askTitle, type Kind } from './subject.js';
import type { Move, Prompts } from './terminal.js';

/** What has been reached; the topics that were passed, since a title that is left out leaves no trace. */
export interface Position {
  readonly state: InterviewState;
  readonly passed: readonly string[];
}
/**
 * Takes an answer.
 *
 * @throws ZerenzhiError where it contradicts what was said before
 */
type Step = () => InterviewState;
/** Something to ask: what is told above it, and what to do with the answer. */
interface Topic {
  readonly id: string;
  heading(prompts: Prompts): string;
  ask(prompts: Prompts): Promise<Step | Move>;
}
export interface Subject {
  readonly organization?: Organization | undefined;
  /** The unit it is asked about, which therefore is not asked for. */
  readonly unit?: string | undefined;
  /** What its facts are. */
  readonly facts?: Regulation['facts'] | undefined;
}

const KINDS: readonly Kind[] = ['units', 'systems'];

/**
 * What to ask next: first what the incident is, then what can change the outcome, what is only presumed, and
 * last the details of what is not known; nothing once all of it was.
 */
export function nextTopic(
  { state, passed }: Position,
  interview: Pick<Interview, 'start' | 'answer'>,
  { organization, unit, facts }: Subject,
): Topic | undefined {
  const { start, answer } = interview;
  const { incident, question, presumed } = state;
  const about = ({ say }: Prompts) => say.about;
  const told = (more: object) => () => start({ ...incident, ...more } as Incident);
  if (incident.title === undefined && !passed.includes('title'))
    return { id: 'title', heading: about, ask: async (prompts) => stepOf(await askTitle(prompts), told) };
  const kind = KINDS.find((each) => incident[each] === undefined && !(each === 'units' && unit !== undefined));
  if (kind)
    return {
      id: kind,
      heading: about,
      ask: async (prompts) =>
        stepOf(
          await askConcerned(kind, organization, prompts),
          (concerned) => () => withoutRelation(told(concerned)(), interview, facts),
        ),
    };
  // What is presumed may bring the outcome about, and such details no more.
  if (question && !(question.detail && presumed.length > 0))
    return {
      id: question.id,
      heading: ({ say, lang }) => say.settledBy(visible(question.settledBy.label[lang])),
      ask: async (prompts) =>
        stepOf(
          await ask(question, prompts),
          ({ value }) =>
            () =>
              answer(state, question.id, value),
        ),
    };
  if (presumed.length > 0)
    return {
      id: 'presumed',
      heading: ({ say }) => say.conduct,
      ask: async (prompts) =>
        stepOf(
          await askPresumed(presumed, prompts),
          (answers) => () => [...answers].reduce((reached, [id, { value }]) => answer(reached, id, value), state),
        ),
    };
  return undefined;
}

/** To no system stands nobody in a relation, and nobody is asked in which. */
function withoutRelation(
  state: InterviewState,
  { answer }: Pick<Interview, 'answer'>,
  facts: Subject['facts'],
): InterviewState {
  if (state.incident.systems?.length !== 0) return state;
  const asked = state.questions.filter(({ id }) => facts?.[id]?.source === 'relation.capacities');
  return asked.reduce((reached, { id }) => answer(reached, id, []), state);
}

const stepOf = <T extends object>(answered: T | Move, step: (answer: T) => Step): Step | Move =>
  typeof answered === 'string' ? answered : step(answered);
