import type { IncidentFacts } from '../../rules/generated/regulation.js';
import type { AssessOptions } from '../assessment/assess-incident.js';
import { refuse } from '../diagnostics/diagnostics.js';
import { fileDiagnostic } from '../diagnostics/file-diagnostics.js';
import type { Truth } from '../logic/truth.js';
import type { Given } from '../model/fact-values.js';
import type { IncidentBase } from '../model/incident.js';
import { incidentFacts, inputPath, withValueAt } from '../model/record-path.js';
import { bindingOf, type Policy } from '../policy/create-policy.js';
import { type Goal, statusOf } from './goal.js';
import { hypothesisOf } from './hypothesis.js';
import { type Question, questionsFor } from './questions.js';
import { isToldUnknown, provisionsOf } from './settle.js';

export interface InterviewOptions<Facts extends object = IncidentFacts> extends Omit<AssessOptions<Facts>, 'policy'> {
  /** Each finding (by default), or only whether accountability is triggered at all. */
  readonly goal?: 'findings' | 'status';
}

/** Where an interview stands: plain data, to be kept or sent. */
export interface InterviewState<Facts extends object = IncidentFacts> {
  /** What is known so far: what was asked and is not known is null, what was not asked is absent. */
  readonly incident: IncidentBase & Facts;
  readonly status: Truth;
  /** What to ask next; absent where no answer can change the outcome any more. */
  readonly question?: Question;
  /** All that can still be asked, the one expected to settle most first. */
  readonly questions: readonly Question[];
  /** What stays open and is not for the incident's record to answer: told to be unknown, the register's to tell, or the Office's to rule on. */
  readonly beyond: readonly Question[];
}

export interface Interview<Facts extends object = IncidentFacts> {
  /** From nothing, or from what is known already. */
  start(incident?: IncidentBase & Facts): InterviewState<Facts>;
  /** The state after an answer; `null`: nobody knows. Any question that is open may be answered, and an answer taken back. */
  answer(state: Pick<InterviewState<Facts>, 'incident'>, id: string, value: Given | null): InterviewState<Facts>;
}

/**
 * An interview about an incident: only what can still change the outcome is asked, and first what is expected to settle most. It keeps
 * nothing: each state is worked out from the incident alone.
 *
 * @throws ZerenzhiError from `start` and `answer` with every fault of the incident, the organization, the options or the answer
 * @example
 * const { start, answer } = interview(createPolicy());
 * const next = answer(start(), 'occurredAt', '2024-05-06T08:00:00+08:00');
 */
export function interview<Facts extends object = IncidentFacts>(
  policy: Policy<Facts>,
  options: InterviewOptions<Facts> = {},
): Interview<Facts> {
  const { goal: wanted = 'findings', ...rest } = options;
  const state = (incident: IncidentBase & Facts): InterviewState<Facts> => {
    const of = hypothesisOf(incident, { ...rest, policy } as AssessOptions<object>);
    const goal: Goal = { provisions: provisionsOf(of, undefined), each: wanted === 'findings' };
    const { facts } = of.bound.regulation;
    const answerable = (question: Question) =>
      !isToldUnknown(incident, question) &&
      (question.kind === 'term' || (question.kind === 'fact' && facts[question.id]?.of === 'incident'));
    const open = questionsFor(of, goal);
    const questions = open.filter(answerable);
    const [question] = questions;
    const status = statusOf(of.now, goal);
    return {
      incident,
      status,
      ...(question && { question }),
      questions,
      beyond: open.filter((each) => !answerable(each)),
    };
  };
  const { regulation } = bindingOf(policy);
  const names = [...incidentFacts(regulation).map(([name]) => name), ...Object.keys(regulation.terms)];
  return {
    start: (incident = {} as IncidentBase & Facts) => state(incident),
    answer: ({ incident }, id, value) => {
      const kind = Object.hasOwn(regulation.terms, id) ? 'term' : 'fact';
      refuse(names.includes(id) ? [] : [fileDiagnostic('rule/unknown-name', id, { value: id, among: names })]);
      return state(withValueAt(incident, inputPath(kind, id) as readonly string[], value) as IncidentBase & Facts);
    },
  };
}
