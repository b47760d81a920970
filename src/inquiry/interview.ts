import type { AssessOptions, Incident } from '../assessment/assess-incident.js';
import { readOptions, valuesOf } from '../case/options.js';
import { diagnostic, faultsOf, refuse } from '../diagnostics/diagnostics.js';
import { plainCopy } from '../diagnostics/plain-data.js';
import { reading } from '../diagnostics/reading.js';
import { isBounds } from '../logic/operators.js';
import type { Truth } from '../logic/truth.js';
import { pathOf, statedIn } from '../model/fact-schema.js';
import type { Given } from '../model/fact-values.js';
import type { Parts } from '../model/partial.js';
import { incidentFacts, inputPath, withValueAt } from '../model/record-path.js';
import type { Policy } from '../policy/create-policy.js';
import type { Names, ShippedNames } from '../policy/names.js';
import { type Goal, statusOf } from './goal.js';
import { type Question, questionsFor } from './questions.js';
import { asked, toldOf } from './settle.js';

export interface InterviewOptions<N extends Names = ShippedNames> extends Omit<AssessOptions<N>, 'policy'> {
  /** Each finding (by default), or only whether accountability is triggered at all. */
  readonly goal?: 'findings' | 'status' | undefined;
  /** Which unit, where the incident concerns several: it is asked about, and answers are said of it alone. */
  readonly unit?: string | undefined;
}

/** Where an interview stands: plain data, to be kept or sent. */
export interface InterviewState<N extends Names = ShippedNames> {
  /** What is known so far: what was asked and is not known is null, what was not asked is absent. */
  readonly incident: Incident<N>;
  readonly status: Truth;
  /** What to ask next; absent where no answer can change the outcome any more. */
  readonly question?: Question<N>;
  /** All that can still be asked, the one expected to settle most first. */
  readonly questions: readonly Question<N>[];
  /**
   * What stays open and is not for the incident's record to answer: told to be unknown, the register's to tell, or the
   * Office's to rule on.
   */
  readonly beyond: readonly Question<N>[];
}

export interface Interview<N extends Names = ShippedNames> {
  /** From nothing, or from what is known already. */
  start(incident?: Incident<N>): InterviewState<N>;
  /**
   * The state after an answer; `null`: nobody knows. Any question that is open may be answered, and an answer taken
   * back.
   */
  answer(state: Pick<InterviewState<N>, 'incident'>, id: string, value: Given | null): InterviewState<N>;
}

/** What an incident says of its units and systems. */
interface Accounts {
  readonly units?: readonly { readonly id?: string }[] | null;
  readonly systems?: readonly { readonly id?: string }[] | null;
}
const within = (of: object, key: string | number): object => (of as { readonly [key: string]: object })[key] as object;

/** Of a set that is known in part, an answer tells of the rest; any other stands in place of what was said before. */
function together(known: Given, answer: Given | null): Given | null {
  if (!isParts(known)) return answer;
  const { has = [], lacks = [] } = known;
  if (isParts(answer)) return { has: [...has, ...(answer.has ?? [])], lacks: [...lacks, ...(answer.lacks ?? [])] };
  if (!Array.isArray(answer)) return answer;
  const members = [...has, ...(answer as readonly string[])];
  // What was denied before is for the reader to refuse.
  return members.some((member) => lacks.includes(member)) ? { has: members, lacks } : members;
}

const isPartial = (value: unknown): boolean =>
  isParts(value) || (typeof value === 'object' && value !== null && isBounds(value));
const isParts = (value: unknown): value is Parts =>
  typeof value === 'object' && value !== null && ('has' in value || 'lacks' in value);

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
    const questions = open.filter(answerable);
    const [question] = questions;
    const beyond = open.filter((each) => !answerable(each));
    const reached: InterviewState<Names> = {
      incident,
      status: statusOf(of.now, goal),
      ...(question && { question }),
      questions,
      beyond,
    };
    return reached as InterviewState<N>;
  };
  const given = valuesOf(options, ['goal', 'unit', 'organization', 'asOf']);
  const { setting, own, faults } = readOptions({ ...given.values, policy }, ['goal', 'unit']);
  const read = { setting, faults: [...faultsOf('options', given.faults), ...faults] };
  const { goal: wanted = 'findings', unit } = own;
  const among = ['findings', 'status'];
  if (typeof wanted !== 'string' || !among.includes(wanted))
    read.faults.push(...faultsOf('options', [diagnostic('input/unknown-value', 'goal', { value: wanted, among })]));
  const { regulation, plan } = setting.rules;
  const names = [...incidentFacts(regulation).map(([name]) => name), ...Object.keys(regulation.terms)];
  const partOf = pathOf(plan.facts[setting.rules.part]?.name ?? '', 'concerned');
  /** Where an answer is written: for the unit asked about, with its entry; or where something was said in part. */
  const entryFor = (incident: Accounts, id: string): { incident: object; entry: readonly (string | number)[] } => {
    const units = incident.units ?? [];
    if (unit === undefined) {
      const said = (list: Accounts['units']) =>
        list?.findIndex((one) => isPartial(statedIn(one, id, 'incident'))) ?? -1;
      const [i, j] = [said(units), said(incident.systems)];
      return { incident, entry: i >= 0 ? ['units', i] : j >= 0 ? ['systems', j] : [] };
    }
    const i = units.findIndex((one) => one.id === unit);
    if (i >= 0) return { incident, entry: ['units', i] };
    // Who stands in a relation to a system had no part by being asked about.
    const added = withValueAt({ id: unit }, partOf, null);
    return { incident: { ...incident, units: [...units, added] }, entry: ['units', units.length] };
  };
  return {
    // A state is the interview's own: writing to it changes nothing of what was given.
    start: (incident = {} as Incident<N>) => {
      const { copy, faults: strange } = plainCopy(incident);
      return state(strange.length > 0 ? incident : (copy as Incident<N>));
    },
    answer: (from, id, value) => {
      const unknown = names.includes(id) ? [] : [diagnostic('input/unknown-key', 'id', { value: id, among: names })];
      refuse(faultsOf('options', unknown));
      const kind = Object.hasOwn(regulation.terms, id) ? 'term' : 'fact';
      const path = inputPath(kind, id) as readonly string[];
      const answered = (): object => {
        const { incident, entry } = entryFor(from.incident, id);
        const known = statedIn(entry.reduce(within, incident), id, 'incident');
        return withValueAt(incident, [...entry, ...path], together(known, value));
      };
      return state(reading(answered, 'incident') as Incident<N>);
    },
  };
}
