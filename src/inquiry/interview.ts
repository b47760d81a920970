import type { AssessOptions, Incident } from '../assessment/assess-incident.js';
import type { WaitedFor } from '../case/open-points.js';
import { readOptions, valuesOf } from '../case/options.js';
import { diagnostic, faultsOf, refuse } from '../diagnostics/diagnostics.js';
import { deepFreeze, plainCopy } from '../diagnostics/plain-data.js';
import { reading } from '../diagnostics/reading.js';
import type { Truth } from '../logic/truth.js';
import { pathOf } from '../model/fact-schema.js';
import type { Given } from '../model/fact-values.js';
import { incidentFacts, inputPath } from '../model/record-path.js';
import type { Policy } from '../policy/create-policy.js';
import type { Names, ShippedNames } from '../policy/names.js';
import { withAnswer } from './answer.js';
import { detailsOfUnknown } from './details.js';
import { type Goal, statusOf } from './goal.js';
import { asTold } from './order.js';
import { presumedFor } from './presumed.js';
import { type Question, questionsFor } from './questions.js';
import { asked, toldOf } from './settle.js';
import { type Input, inputsIn, recordOf, type Told, toldIn, withdrawn } from './told.js';

export interface InterviewOptions<N extends Names = ShippedNames> extends Omit<AssessOptions<N>, 'policy'> {
  /** Each finding (by default), or only whether accountability is triggered at all. */
  readonly goal?: 'findings' | 'status' | undefined;
  /** Which unit, where the incident concerns several: it is asked about, and answers are said of it alone. */
  readonly unit?: string | undefined;
  /**
   * What is asked first: what is expected to settle most (`settling`, by default), or what stands first in the rule
   * files (`rules`): facts in the order in which a person tells them, each finding on a vague word after the facts that
   * it judges. Nothing is asked in either order that cannot change the outcome, but a few questions more in this. In
   * both, details of what was told to be unknown come last.
   */
  readonly order?: 'settling' | 'rules' | undefined;
}

/** Where an interview stands: plain data, to be kept or sent. */
export interface InterviewState<N extends Names = ShippedNames> {
  /** What is known so far: what was asked and is not known is null, what was not asked is absent. */
  readonly incident: Incident<N>;
  readonly status: Truth;
  /** What to ask next; absent where no answer can change the outcome any more. */
  readonly question?: Question<N>;
  /** All that can still be asked, the next one first. */
  readonly questions: readonly Question<N>[];
  /**
   * Conduct that the outcome takes not to have been only because nobody was asked: to be asked before it is relied on.
   * `none-alleged` says that somebody was asked and nobody alleges it.
   */
  readonly presumed: readonly WaitedFor<N>[];
  /**
   * What stays open and is not for the incident's record to answer: told to be unknown, the register's to tell, or the
   * Office's to rule on.
   */
  readonly beyond: readonly Question<N>[];
}

export interface Interview<N extends Names = ShippedNames> {
  /** From nothing, or from what is known already. */
  start(incident?: Incident<N>): InterviewState<N>;
  /** The state after an answer; `null`: nobody knows. Any question may be answered, and answered anew. */
  answer(state: Pick<InterviewState<N>, 'incident'>, id: string, value: Given | null): InterviewState<N>;
  /** All that an incident can be told, asked or not, in the order of the rule files. */
  readonly inputs: readonly Input[];
  /**
   * What the incident says of all its units, or of the unit asked about where there is one: each with its question, to be
   * answered anew.
   */
  told(state: Pick<InterviewState<N>, 'incident'>): readonly Told[];
  /**
   * The incident with an answer in it, or without it where it is `undefined`: `answer` without working out what to ask
   * next, for a program that judges the incident first.
   */
  tell(state: Pick<InterviewState<N>, 'incident'>, id: string, value: Given | null | undefined): Incident<N>;
}

/**
 * An interview about an incident: only what can still change the outcome is asked, and first what is expected to settle
 * most. It keeps nothing: each state is worked out from the incident alone.
 *
 * @throws ZerenzhiError from `start` and `answer` with every fault of the incident, the organization, the options or
 * the answer
 * @example
 * const { start, answer } = interview(createPolicy());
 * const next = answer(start(), 'occurredAt', '2024-05-06T08:00:00+08:00');
 */
export function interview<N extends Names = ShippedNames>(
  policy?: Policy<N>,
  options?: InterviewOptions<N>,
): Interview<N> {
  const state = (incident: Incident<N>): InterviewState<N> => {
    const { of, provisions } = asked(incident, read, { unit }, undefined);
    const goal: Goal = { provisions, each: wanted === 'findings' };
    const { facts } = of.rules.regulation;
    // A time that was told may be told more closely, but whoever told it has said what is known.
    const answerable = (question: Question<Names>) =>
      toldOf(of, question.id) === undefined &&
      of.incident.times[of.rules.plan.index(question.id)] === undefined &&
      (question.kind === 'term' || (question.kind === 'fact' && facts[question.id]?.of === 'incident'));
    const open = questionsFor(of, goal);
    const asks = open.filter(answerable);
    if (order === 'rules') asks.sort(asTold(of, provisions));
    // Who has just said that something is not known is asked for its details last.
    const details = detailsOfUnknown(of, provisions, asks);
    const isDetail = ({ id }: Question<Names>) => details.has(id);
    const questions = [
      ...asks.filter((each) => !isDetail(each)),
      ...asks.filter(isDetail).map((each) => ({ ...each, detail: true as const })),
    ];
    const [question] = questions;
    const beyond = open.filter((each) => !answerable(each));
    const reached: InterviewState<Names> = {
      incident,
      status: statusOf(of.now, goal),
      ...(question && { question }),
      questions,
      presumed: presumedFor(of, goal),
      beyond,
    };
    return reached as InterviewState<N>;
  };
  const given = valuesOf(options, ['goal', 'order', 'unit', 'organization', 'asOf']);
  const { setting, own, faults } = readOptions({ ...given.values, policy }, ['goal', 'order', 'unit']);
  const read = { setting, faults: [...faultsOf('options', given.faults), ...faults] };
  const { goal: wanted = 'findings', order = 'settling', unit } = own;
  const oneOf = (key: string, value: unknown, among: readonly string[]) => {
    if (typeof value !== 'string' || !among.includes(value))
      read.faults.push(...faultsOf('options', [diagnostic('input/unknown-value', key, { value, among })]));
  };
  oneOf('goal', wanted, ['findings', 'status']);
  oneOf('order', order, ['settling', 'rules']);
  const { regulation, plan } = setting.rules;
  const names = [...incidentFacts(regulation).map(([name]) => name), ...Object.keys(regulation.terms)];
  const pathTo = (id: string): readonly string[] => {
    const unknown = names.includes(id) ? [] : [diagnostic('input/unknown-key', 'id', { value: id, among: names })];
    refuse(faultsOf('options', unknown));
    return inputPath(Object.hasOwn(regulation.terms, id) ? 'term' : 'fact', id) as readonly string[];
  };
  const inputs = deepFreeze(inputsIn(setting.rules));
  const partOf = pathOf(plan.facts[setting.rules.part]?.name ?? '', 'concerned');
  const tell: Interview<N>['tell'] = (from, id, value) => {
    const path = pathTo(id);
    const said = () =>
      value === undefined
        ? withdrawn(from.incident, path, unit as string | undefined)
        : withAnswer(from.incident, { id, path, value, unit: unit as string | undefined, partOf });
    return reading(said, 'incident') as Incident<N>;
  };
  return {
    // A state is the interview's own: writing to it changes nothing of what was given.
    start: (incident = {} as Incident<N>) => {
      const { copy, faults: strange } = plainCopy(incident);
      return state(strange.length > 0 ? incident : (copy as Incident<N>));
    },
    inputs,
    told: (from) => reading(() => toldIn(inputs, recordOf(from.incident, unit as string | undefined)), 'incident'),
    tell,
    answer: (from, id, value) => state(tell(from, id, value)),
  };
}
