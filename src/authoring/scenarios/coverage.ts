import { decidingCases } from '../../assessment/deciding.js';
import { reasonIn } from '../../assessment/reason-of.js';
import type { AnyAssessment, AnyReport } from '../../explanation/results.js';
import type { Condition } from '../../logic/condition.js';
import type { Reason } from '../../logic/reason.js';
import { smallestSupport } from '../../logic/support.js';
import { locate, placeOf } from '../../regulation/citation.js';
import { intervalOf } from '../../regulation/rhythm.js';
import type { Article, Provision, Regulation } from '../../regulation/schema.js';
import { allConditionsOf } from '../conditions.js';
import type { Outcome } from './run.js';

/** What a case says of the rules: as a scenario's outcome has it. */
export type Exercise = Pick<Outcome, 'assessment' | 'report' | 'chain' | 'policy'> & Partial<Pick<Outcome, 'scenario'>>;

/** A condition that does not decide in any case, or only one way. */
export interface Unexercised {
  readonly provision: string;
  /** As the rule has it: `leak.occurred equal true`, or the term. */
  readonly condition: string;
  readonly place?: string | undefined;
  readonly quote?: string | undefined;
  /** The ways that no case has. */
  readonly never: readonly ('met' | 'unmet')[];
}

/** What some cases exercise of a regulation, and what none of them does. */
export interface Coverage {
  readonly counts: { readonly [of in 'provisions' | 'conditions' | 'readings' | 'terms']: Share };
  /** How each of these never stands, or `cited` where nothing rests on it. */
  readonly provisions: readonly { readonly provision: string; readonly never: readonly string[] }[];
  readonly conditions: readonly Unexercised[];
  /** Readings that decide in no case. */
  readonly readings: readonly { readonly question: string; readonly reading: string }[];
  /** Terms of which no case has a finding or a value that decides. */
  readonly terms: readonly string[];
  /** The words of the conditions that decide in no case. */
  readonly words: readonly { readonly place: string; readonly quote: string }[];
}
interface Share {
  readonly exercised: number;
  readonly all: number;
}

/**
 * What cases exercise of a regulation. A condition is exercised where it decides: where a provision comes out as it does
 * by the fewest grounds, and it is one of them.
 *
 * @param cases outcomes of scenarios, or assessments of an application's own documents
 */
export function coverageOf(cases: readonly Exercise[], regulation: Regulation): Coverage {
  const seen = new Set<string>();
  for (const each of cases) for (const mark of marksOf(each, regulation)) seen.add(mark);
  const provisions = provisionsIn(regulation).flatMap(({ provision }) => {
    const ways = waysOf(provision);
    return ways.length === 0
      ? []
      : [{ provision: provision.id, never: ways.filter((way) => !seen.has(`${provision.id} ${way}`)) }];
  });
  const conditions = askedIn(regulation).map((each) => ({
    ...each,
    never: (['met', 'unmet'] as const).filter((way) => !seen.has(`${each.provision} ${each.condition} ${way}`)),
  }));
  const readings = Object.entries(regulation.questions).flatMap(([question, { readings: all }]) =>
    Object.keys(all).map((reading) => ({ question, reading })),
  );
  const terms = Object.keys(regulation.terms);
  const unread = readings.filter(({ question, reading }) => !seen.has(`${question}: ${reading}`));
  const unused = terms.filter((term) => !seen.has(`term ${term}`));
  const [partly, incomplete] = [conditions, provisions].map((all) => all.filter(({ never }) => never.length > 0)) as [
    typeof conditions,
    typeof provisions,
  ];
  return {
    counts: {
      provisions: share(provisions, incomplete),
      conditions: share(conditions, partly),
      readings: share(readings, unread),
      terms: share(terms, unused),
    },
    provisions: incomplete,
    conditions: partly,
    readings: unread,
    terms: unused,
    words: wordsOf(conditions),
  };
}

const share = (all: readonly unknown[], left: readonly unknown[]): Share => ({
  exercised: all.length - left.length,
  all: all.length,
});

/** Everything that a case exercises, as texts. */
function* marksOf(
  { assessment, report, chain, policy, scenario }: Exercise,
  regulation: Regulation,
): Generator<string> {
  if (assessment) {
    const deciding = decidingCases(assessment, policy);
    for (const { provision, status } of [...assessment.findings, ...assessment.responses]) {
      if (!isHeld(provision, scenario)) continue;
      yield `${provision} ${status}`;
      // Of several units, each has a case of its own.
      const restored = new Set(assessment.units.map(({ id }) => deciding(provision, id)).concat(deciding(provision)));
      for (const one of restored)
        for (const reason of partsOf(reasonIn(one, provision), assessment, provision))
          yield* ofReason(provision, reason);
    }
    for (const { provision } of assessment.proposals) yield `${provision} cited`;
  }
  if (report) yield* ofReport(report, regulation, scenario);
  const whole = chain ?? assessment?.chain;
  if (!whole) return;
  yield* citedIn(whole);
  // Who answers has no reason of its own: a question that no condition asks is one of who answers, and a ruling on it
  // is what a chain goes by, if there is anybody in it.
  if (!whole.links.some(({ holders }) => holders.length > 0)) return;
  const asked = new Set(provisionsIn(regulation).flatMap(({ article, provision }) => questionsOf(provision, article)));
  for (const [question, rulings] of Object.entries((policy ?? assessment?.policy)?.rulings ?? {}))
    if (!asked.has(question)) for (const { reading } of rulings) yield `${question}: ${reading}`;
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

/** That a duty is owed and that it was performed are decided one by one. */
const partsOf = (reason: Reason, { responses }: AnyAssessment, id: string): readonly Reason[] =>
  reason.kind === 'all' && responses.some(({ provision }) => provision === id) ? reason.of : [reason];

function* ofReport(
  { obligations }: AnyReport,
  regulation: Regulation,
  scenario: Exercise['scenario'],
): Generator<string> {
  for (const { provision: id, status, reason, dueOn, evidence } of obligations.flatMap(
    (one) => one.phrase?.duties ?? [one],
  )) {
    if (!isHeld(id, scenario)) continue;
    yield `${id} ${status}`;
    yield* ofReason(id, reason);
    for (const { provision } of provisionsIn(regulation).filter((each) => each.provision.id === id)) {
      const interval = intervalOf(provision);
      if (interval !== undefined && dueOn !== undefined) yield `term ${interval}`;
      // A standard of one term alone decides: a duty that was performed is fulfilled if it was met, breached if not.
      const way = status === 'fulfilled' ? 'met' : status === 'breached' ? 'unmet' : undefined;
      if (way === undefined || evidence.length === 0 || !('standard' in provision)) continue;
      if (provision.standard === undefined || !('term' in provision.standard)) continue;
      yield `${id} ${provision.standard.term} ${way}`;
      yield `term ${provision.standard.term}`;
    }
  }
}

const questionsOf = (provision: Provision, article: Article): string[] =>
  allConditionsOf(provision, article).flatMap((condition) => ('question' in condition ? [condition.question] : []));

/** The provisions that a chain rests on. */
function* citedIn({ units, links, bodies, findings }: AnyAssessment['chain']): Generator<string> {
  for (const { provisions } of units) for (const provision of provisions) yield `${provision} cited`;
  for (const { provision } of [...links, ...bodies, ...findings])
    if (provision !== undefined) yield `${provision} cited`;
}

/** What decides a reason; what is open decides nothing. */
function* ofReason(provision: string, reason: Reason): Generator<string> {
  const { leaves, ruled, measured } = smallestSupport(reason) ?? { leaves: [], ruled: [], measured: [] };
  for (const leaf of leaves) {
    if (leaf.kind === 'fact') yield `${provision} ${factText(leaf.fact, leaf.operator, leaf.expected)} ${leaf.truth}`;
    if (leaf.kind !== 'term') continue;
    yield `${provision} ${leaf.term} ${leaf.truth}`;
    yield `term ${leaf.term}`;
  }
  for (const { question, ruling } of ruled) yield `${question}: ${ruling}`;
  for (const { term } of measured) {
    yield `${provision} ${term.term} ${term.truth}`;
    yield `term ${term.term}`;
  }
}

/** The ways in which a provision can stand that a case should have. */
function waysOf({ kind }: Provision): readonly string[] {
  if (kind === 'accountability') return ['met', 'unmet', 'undetermined'];
  return kind === 'designation' ? ['cited'] : [];
}

const provisionsIn = ({ articles }: Regulation): { readonly article: Article; readonly provision: Provision }[] =>
  articles.flatMap((article) => article.provisions.map((provision) => ({ article, provision })));

/** The facts and terms that the conditions of each provision ask for; powers are judged by persons. */
function askedIn(regulation: Regulation): Omit<Unexercised, 'never'>[] {
  const judged = provisionsIn(regulation).filter(
    ({ provision: { kind } }) => kind === 'accountability' || kind === 'duty',
  );
  const found = judged.flatMap(({ article, provision }) =>
    allConditionsOf(provision, article).flatMap((condition) => {
      const text = textOf(condition);
      const quote = 'quote' in condition ? condition.quote : undefined;
      const place = quote === undefined ? undefined : locate(article, quote, placeOf(provision.id))?.place;
      return text === undefined ? [] : [{ provision: provision.id, condition: text, place, quote }];
    }),
  );
  return [...new Map(found.map((each) => [`${each.provision} ${each.condition}`, each])).values()];
}

function textOf(condition: Condition): string | undefined {
  if ('term' in condition) return condition.term;
  return 'fact' in condition && 'value' in condition
    ? factText(condition.fact, condition.operator, condition.value)
    : undefined;
}
const factText = (fact: string, operator: string, value: unknown): string =>
  `${fact} ${operator} ${JSON.stringify(value)}`;

function wordsOf(conditions: readonly Unexercised[]): { readonly place: string; readonly quote: string }[] {
  const known = new Map<string, { readonly place: string; readonly quote: string }>();
  const decided = new Set<string>();
  for (const { place, quote, never } of conditions) {
    if (place === undefined || quote === undefined) continue;
    known.set(`${place} ${quote}`, { place, quote });
    if (never.length < 2) decided.add(`${place} ${quote}`);
  }
  return [...known].flatMap(([key, words]) => (decided.has(key) ? [] : [words]));
}
