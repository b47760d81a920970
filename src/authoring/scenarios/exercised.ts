import { decidingCases } from '../../assessment/deciding.js';
import { reasonIn } from '../../assessment/reason-of.js';
import { grouped } from '../../diagnostics/grouped.js';
import { oncePer } from '../../diagnostics/once.js';
import type { AnyAssessment, AnyReport } from '../../explanation/results.js';
import type { Condition } from '../../logic/condition.js';
import type { Reason } from '../../logic/reason.js';
import { smallestSupport } from '../../logic/support.js';
import { intervalOf } from '../../regulation/rhythm.js';
import type { Article, Provision, Regulation } from '../../regulation/schema.js';
import { allConditionsOf } from '../conditions.js';
import { dutiesIn } from './results.js';
import type { Outcome } from './run.js';

/** What a case says of the rules: as a scenario's outcome has it. */
export type Exercise = Pick<Outcome, 'assessment' | 'report' | 'chain' | 'policy'> & Partial<Pick<Outcome, 'scenario'>>;

// What is exercised is written down as a text, so that what a case has and what the rules ask can be held against each
// other.

/** That a provision came out in a way, or that something rests on it (`cited`). */
export const standing = (provision: string, way: string): string => `${provision} ${way}`;
/** That a condition decides a provision, by coming out in a way. */
export const deciding = (provision: string, condition: string, way: string): string =>
  `${provision} ${condition} ${way}`;
/** That a reading decides. */
export const readingUsed = (question: string, ruled: string | undefined): string => `${question}: ${ruled}`;
/** That a term decides. */
export const termUsed = (term: string): string => `term ${term}`;

/** A fact or a term that a condition asks for; what only joins others asks for none. */
export function askedBy(condition: Condition): string | undefined {
  if ('term' in condition) return condition.term;
  return 'fact' in condition && 'value' in condition
    ? factText(condition.fact, condition.operator, condition.value)
    : undefined;
}
const factText = (fact: string, operator: string, value: unknown): string =>
  `${fact} ${operator} ${JSON.stringify(value)}`;

/** Every version of every provision, with its article. */
export const provisionsIn = oncePer(
  ({ articles }: Regulation): readonly { readonly article: Article; readonly provision: Provision }[] =>
    articles.flatMap((article) => article.provisions.map((provision) => ({ article, provision }))),
);
const versionsIn = oncePer((regulation: Regulation) =>
  grouped(provisionsIn(regulation), ({ provision }) => provision.id),
);

/** The questions that conditions ask. */
const questionsAsked = oncePer(
  (regulation: Regulation): ReadonlySet<string> =>
    new Set(
      provisionsIn(regulation)
        .flatMap(({ article, provision }) => allConditionsOf(provision, article))
        .flatMap((condition) => ('question' in condition ? [condition.question] : [])),
    ),
);

/** Everything that a case exercises. */
export function* exercisedBy(
  { assessment, report, chain, policy, scenario }: Exercise,
  regulation: Regulation,
): Generator<string> {
  if (assessment) yield* byAssessment(assessment, policy, scenario);
  if (report) yield* byReport(report, regulation, scenario);
  const whole = chain ?? assessment?.chain;
  if (!whole) return;
  yield* citedIn(whole);
  // Who answers has no reason of its own: a question that no condition asks is one of who answers, and a ruling on it
  // is what a chain goes by, if there is anybody in it.
  if (!whole.links.some(({ holders }) => holders.length > 0)) return;
  const asked = questionsAsked(regulation);
  for (const [question, rulings] of Object.entries((policy ?? assessment?.policy)?.rulings ?? {}))
    if (!asked.has(question)) for (const ruling of rulings) yield readingUsed(question, ruling.reading);
}

/** Whether a row holds how a provision comes out; documents of one's own hold all. */
function isHeld(id: string, scenario: Exercise['scenario']): boolean {
  if (scenario === undefined) return true;
  const { expect } = scenario.row;
  const lists = ['findings', 'responses', 'obligations'].map(
    (key) => (expect as { readonly [list: string]: object })[key],
  );
  return lists.some((list = {}) => 'rest' in list || Object.keys(list).some((name) => name.replace(/@.*/, '') === id));
}

function* byAssessment(
  assessment: AnyAssessment,
  policy: Exercise['policy'],
  scenario: Exercise['scenario'],
): Generator<string> {
  const { findings, responses, proposals, units } = assessment;
  const caseOf = decidingCases(assessment, policy);
  const owed = new Set(responses.map(({ provision }) => provision as string));
  for (const { provision, status } of [...findings, ...responses]) {
    if (!isHeld(provision, scenario)) continue;
    yield standing(provision, status);
    // Of several units, each has a case of its own.
    for (const one of new Set([caseOf(provision), ...units.map(({ id }) => caseOf(provision, id))])) {
      const reason = reasonIn(one, provision);
      // That a duty is owed and that it was performed are decided one by one.
      const parts = reason.kind === 'all' && owed.has(provision) ? reason.of : [reason];
      for (const part of parts) yield* byReason(provision, part);
    }
  }
  for (const { provision } of proposals) yield standing(provision, 'cited');
}

function* byReport(report: AnyReport, regulation: Regulation, scenario: Exercise['scenario']): Generator<string> {
  for (const { provision: id, status, reason, dueOn, evidence } of dutiesIn(report)) {
    if (!isHeld(id, scenario)) continue;
    yield standing(id, status);
    yield* byReason(id, reason);
    for (const { provision } of versionsIn(regulation).get(id) ?? []) {
      const interval = intervalOf(provision);
      if (interval !== undefined && dueOn !== undefined) yield termUsed(interval);
      // A standard of one term alone decides: a duty that was performed is fulfilled if it was met, breached if not.
      const way = status === 'fulfilled' ? 'met' : status === 'breached' ? 'unmet' : undefined;
      if (way === undefined || evidence.length === 0 || !('standard' in provision)) continue;
      if (provision.standard === undefined || !('term' in provision.standard)) continue;
      yield deciding(id, provision.standard.term, way);
      yield termUsed(provision.standard.term);
    }
  }
}

/** The provisions that a chain rests on. */
function* citedIn({ units, links, bodies, findings }: AnyAssessment['chain']): Generator<string> {
  for (const { provisions } of units) for (const provision of provisions) yield standing(provision, 'cited');
  for (const { provision } of [...links, ...bodies, ...findings])
    if (provision !== undefined) yield standing(provision, 'cited');
}

/** What decides a reason; what is open decides nothing. */
function* byReason(provision: string, reason: Reason): Generator<string> {
  const { leaves = [], ruled = [], measured = [] } = smallestSupport(reason) ?? {};
  for (const leaf of leaves)
    if (leaf.kind === 'fact') yield deciding(provision, factText(leaf.fact, leaf.operator, leaf.expected), leaf.truth);
  for (const { question, ruling } of ruled) yield readingUsed(question, ruling);
  // A term decides by a finding, or by a value that a fact is held against.
  const terms = [...leaves.filter((leaf) => leaf.kind === 'term'), ...measured.map(({ term }) => term)];
  for (const { term, truth } of terms) {
    yield deciding(provision, term, truth);
    yield termUsed(term);
  }
}
