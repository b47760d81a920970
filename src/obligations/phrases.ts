import type { WholeOpenPoint } from '../case/open-points.js';
import { openInputs } from '../logic/open-points.js';
import { choices } from '../logic/readings.js';
import { type Choice, truthUnder } from '../logic/reason.js';
import { anyOf, nameOf, truthValue } from '../logic/truth.js';
import { EVIDENCE } from '../messages/open-points.js';
import type { Names } from '../policy/names.js';
import { locate } from '../regulation/citation.js';
import type { Article, Duty, Phrase } from '../regulation/schema.js';
import type { Standing } from './owed.js';
import { askingOf, subjectNamed } from './performance.js';
import type { Obligation, ObligationStatus } from './report.js';
import { caseFor, type UnitCase } from './unit-file.js';

/** A duty with how it stands. */
export interface Held {
  readonly duty: Duty;
  readonly standing: Standing;
}

/**
 * Duties of which a reading picks some, or none, told as the one phrase that they are of, while the reading is open.
 * What stands is what people count, so that it is done here and not where it is printed.
 */
export const inPhrases = (file: UnitCase, held: readonly Held[]): readonly Held[] => {
  const articles = new Set(file.law.located.map(({ article }) => article));
  return [...articles]
    .flatMap((article) => (article.phrases ?? []).map((phrase) => ({ article, phrase })))
    .reduce((all, { article, phrase }) => asPhrase(file, all, article, phrase), held);
};

function asPhrase(file: UnitCase, held: readonly Held[], article: Article, phrase: Phrase): readonly Held[] {
  const [first] = phrase.questions;
  const open = phrase.questions.filter((question) => file.law.ruling(question) === undefined);
  if (open[0] !== first) return held;
  const { questions } = file.rules.regulation;
  const ways = choices(new Map(open.map((question) => [question, { readings: questions[question]?.readings ?? {} }])));
  const isOf = ({ duty, standing }: Held) => phrase.duties.includes(duty.id) && standing.ifOwed !== undefined;
  const subjectOf = ({ standing }: Held) => standing.obligation.system;
  const subjects = new Set(held.filter(isOf).map(subjectOf));
  return [...subjects].reduce((all, subject) => {
    const members = all.filter((each) => isOf(each) && subjectOf(each) === subject);
    const [head] = members;
    if (!head || !members.some(({ standing }) => turnsOn(standing, ways))) return all;
    const one = { duty: head.duty, standing: joined(file, article, { ...phrase, questions: open }, members, ways) };
    return all.flatMap((each) => (each === head ? [one] : members.includes(each) ? [] : [each]));
  }, held);
}

/** Whether it is a matter of how the questions are read that a duty is owed. */
const turnsOn = ({ ifOwed }: Standing, ways: readonly Choice[]): boolean =>
  ifOwed?.applies.truth === 'undetermined' &&
  new Set(ways.map((choice) => truthUnder(ifOwed.applies, choice))).size > 1;

/** What weighs most, where several duties of one reading stand otherwise. */
const WEIGHT: readonly ObligationStatus[] = [
  'breached',
  'overdue',
  'undetermined',
  'due-soon',
  'fulfilled',
  'not-applicable',
];
/** What asks nothing more: of all these, that which asks the most holds whatever the reading. */
const SETTLED: readonly ObligationStatus[] = ['due-soon', 'fulfilled', 'not-applicable'];

const heaviest = (statuses: readonly ObligationStatus[]): ObligationStatus =>
  WEIGHT.find((status) => statuses.includes(status)) ?? 'not-applicable';

/** How a duty stands by one reading. */
function statusUnder({ ifOwed }: Standing, choice: Choice): ObligationStatus {
  const truth = ifOwed ? truthUnder(ifOwed.applies, choice) : 'undetermined';
  if (truth === 'met') return ifOwed?.performance().status ?? 'undetermined';
  return truth === 'unmet' ? 'not-applicable' : 'undetermined';
}

/** How a phrase stands by all readings: as they all agree, or open. */
function statusOver(byReading: readonly ObligationStatus[]): ObligationStatus {
  const [one, ...others] = new Set(byReading);
  if (one !== undefined && others.length === 0) return one;
  return byReading.every((status) => SETTLED.includes(status)) ? heaviest(byReading) : 'undetermined';
}

/** The duties of a phrase as one; `questions` are those that nobody has ruled on, `ways` every way to read them. */
function joined(
  file: UnitCase,
  article: Article,
  { quote, action, questions }: Phrase,
  members: readonly Held[],
  ways: readonly Choice[],
): Standing {
  const standings = members.map(({ standing }) => standing);
  const byReading = ways.map((choice) => heaviest(standings.map((each) => statusUnder(each, choice))));
  const status = statusOver(byReading);
  const duties = standings.map(({ obligation }) => obligation);
  const [first] = duties as [Obligation<Names>];
  const reasons = standings.flatMap(({ ifOwed }) => (ifOwed ? [ifOwed.applies] : []));
  const reason = {
    kind: 'any',
    truth: nameOf(anyOf(reasons.map(({ truth }) => truthValue(truth)))),
    of: reasons,
  } as const;
  const performed = standings.map(({ ifOwed }) => ifOwed?.performance());
  const bearing = performed.filter((each) => each?.status === status);
  const grounds = bearing.flatMap((each) => each?.grounds ?? []);
  const made = bearing.map((each) => each?.madeGoodOn);
  const madeGoodOn = made.every((day) => day !== undefined) ? made.sort().at(-1) : undefined;
  const dueOn = bearing
    .flatMap((each) => each?.dueOn ?? [])
    .sort()
    .at(0);
  const on =
    status === 'undetermined'
      ? [
          ...openInputs(reason),
          ...(byReading.every((each) => each === 'undetermined') ? toShow(file, members, action) : []),
        ]
      : [];
  const citation = locate(article, quote, first.provision);
  return {
    obligation: {
      provision: first.provision,
      action,
      force: first.force,
      ...(first.system !== undefined && { system: first.system }),
      ...(first.editions && { editions: first.editions }),
      status,
      reason,
      evidence: duties.flatMap(({ evidence }) => evidence),
      ...(dueOn !== undefined && { dueOn }),
      ...(status !== 'undetermined' && grounds.length > 0 && { grounds }),
      ...(status === 'breached' && madeGoodOn !== undefined && { madeGoodOn }),
      open: on.map(({ id }) => id),
      ...(citation && { phrase: { citation, questions, duties } }),
    },
    on,
  };
}

/** Whatever the words mean, something has to be shown: it is asked once, of the phrase. */
function toShow(file: UnitCase, [member]: readonly Held[], action: Phrase['action']): WholeOpenPoint[] {
  if (!member) return [];
  const { duty, standing } = member;
  const { system } = standing.obligation;
  const id = [duty.id, system].filter((part) => part !== undefined).join('@');
  return [askingOf({ file, duty, input: caseFor(file, system) }, id, EVIDENCE(action, subjectNamed(file, { system })))];
}
