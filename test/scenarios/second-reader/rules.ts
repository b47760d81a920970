import { readdirSync } from 'node:fs';
import { readYaml } from '../../support/fixtures.js';

// A second, slower reader of the rule files, written apart from the library and sharing no code with it. It says of a condition whether it
// is met, unmet or undetermined, and which leaves are open; the scenarios hold the library to it in all that a row does not name.

export type Truth = 'met' | 'unmet' | 'undetermined';
type Value = string | number | boolean | readonly string[];
/** A number between bounds, members known and excluded, or a state that may still change. */
type Partly =
  | { readonly low: number; readonly high: number }
  | { readonly has: readonly string[]; readonly lacks: readonly string[] }
  | { readonly pending: true };
export type Known = Value | Partly | undefined;

/** A condition as it stands in the files, with whichever of the keys it has. */
interface Condition {
  readonly all?: readonly Condition[];
  readonly any?: readonly Condition[];
  readonly not?: Condition;
  readonly condition?: string;
  readonly term?: string;
  readonly question?: string;
  readonly readings?: { readonly [reading: string]: Condition | boolean };
  readonly fact?: string;
  readonly operator?: string;
  readonly value?: Value;
  readonly threshold?: string;
}
/** A time by which the law is found, its beginning, or how long something was left undone. */
export type Time =
  | string
  | { readonly began: string }
  | { readonly since: string; readonly until: string; readonly status: string; readonly upTo: string };
type Governing =
  | Time
  | { readonly question: string; readonly readings: { readonly [reading: string]: Time | readonly Time[] } };
export interface Provision {
  readonly id: string;
  readonly breachOf?: string;
  readonly governedBy?: Governing;
  readonly limbs?: readonly { readonly governedBy: Governing; readonly when: Condition }[];
  readonly kind: string;
  readonly quote?: string;
  readonly bearer?: string;
  readonly when?: Condition;
  readonly standard?: Condition;
  readonly rhythm?:
    | 'activity'
    | 'once'
    | 'standing'
    | {
        readonly every?: string;
        readonly incident?: { readonly status: string; readonly none: string; readonly follows?: string };
      };
  readonly per?: 'system' | { readonly other: string };
  readonly then?: string;
}
interface Article {
  readonly article: number;
  readonly paragraphs: readonly { readonly text: string; readonly items?: readonly { readonly text: string }[] }[];
  readonly conditions?: { readonly [name: string]: Condition };
  readonly consequences?: {
    readonly [name: string]: { readonly quote: string; readonly trace: string[] | Readings };
  };
  readonly provisions: readonly Provision[];
}
interface Readings {
  readonly question: string;
  readonly readings: { readonly [reading: string]: readonly string[] };
}
/** How an incident calls up a duty, and the term that says how often one is due. */
export const calledUp = ({ rhythm }: Provision) => (typeof rhythm === 'object' ? rhythm.incident : undefined);
export const intervalOf = ({ rhythm }: Provision) => (typeof rhythm === 'object' ? rhythm.every : undefined);
export interface Fact {
  readonly of: string;
  readonly type: string;
  readonly source?: string;
  readonly min?: number;
  readonly max?: number;
  readonly options?: string | { readonly [option: string]: unknown };
  readonly notBefore?: string;
  readonly otherwise?: string;
  readonly deadline?: boolean;
  readonly pending?: string;
  readonly breachOf?: string;
  readonly timeOf?: string;
  readonly absent?: { readonly presumed: Value; readonly unless?: { readonly [fact: string]: Value } };
  readonly implied?: readonly { readonly by: string; readonly is?: Value; readonly value: Value }[];
  readonly derive?: { readonly hours: { readonly from: string; readonly to: string; readonly status: string } };
}
interface Dated {
  readonly from?: string;
  readonly until?: string;
  readonly made?: string;
  readonly effect?: 'own-day' | 'beginning';
}
interface TermValue extends Dated {
  readonly every?: string;
  readonly settles?: 'met' | 'unmet';
  readonly cases?: readonly { readonly when: Condition; readonly every: string }[];
  readonly [measure: string]: unknown;
}
type Terms = { readonly [term: string]: TermValue | readonly TermValue[] };
export interface PolicyGiven {
  readonly profile?: string;
  readonly terms?: Terms;
  readonly rulings?: { readonly [question: string]: string | readonly ({ readonly reading: string } & Dated)[] };
  readonly issueDate?: string;
  readonly presume?: boolean;
}

export const FACTS = readYaml<{ readonly [fact: string]: Fact }>('rules/facts.yaml');
export const TERMS = readYaml<{
  readonly [term: string]: {
    readonly condition?: Condition;
    readonly floors?: { readonly needs?: Condition; readonly suffices?: Condition };
  };
}>('rules/terms.yaml');
export const QUESTIONS = readYaml<{ readonly [question: string]: object }>('rules/questions.yaml');
const REGULATION = readYaml<{
  readonly issued: string;
  readonly effective: string;
  readonly bodies: { readonly [body: string]: object };
  readonly bearers: { readonly [bearer: string]: { readonly when?: Condition } };
}>('rules/regulation.yaml');
export const BODIES = Object.keys(REGULATION.bodies);
export const ARTICLES = readdirSync('rules/articles')
  .sort()
  .map((file) => readYaml<Article>(`rules/articles/${file}`));
const PLACED = new Map(
  ARTICLES.flatMap((article) => article.provisions.map((provision) => [provision.id, { article, provision }] as const)),
);
export const provisionsOf = (kind: string): Provision[] =>
  [...PLACED.values()].flatMap(({ provision }) => (provision.kind === kind ? [provision] : []));
const located = (id: string) => {
  const found = PLACED.get(id);
  if (!found) throw new Error(`no provision ${id}`);
  return found;
};

/** What a reading says of a condition: the leaves that keep it open, as `kind:id`, and the facts taken as presumed on the way. */
export interface Answer {
  readonly truth: Truth;
  readonly open: ReadonlySet<string>;
  readonly presumed: ReadonlySet<string>;
}

/** A case: what is known of each fact, which of it is presumed, which inputs are missing, and what persons have found. */
export interface Valuation {
  value(fact: string): Known;
  presumed(fact: string): boolean;
  /** Whether the incident itself shows that a fact is so. */
  shown?(fact: string): boolean;
  missing(fact: string): readonly string[];
  found(term: string): boolean | undefined;
}

/** One state of the law: whether it is in force, and what is settled in it. */
interface State {
  readonly force: Truth;
  measures(term: string): TermValue | undefined;
  ruling(question: string): string | undefined;
}
/** Every state in which the time that counts may lie. */
export interface Law extends ReadonlyArray<State> {
  /** Of what lasted: from which state to which it may have. */
  readonly lasted?: readonly (readonly [began: number, ended: number])[];
  /** What is not known where more than one of them may count; the time of the incident where it does not say. */
  readonly wanting?: readonly string[];
}
const wantingOf = (law: Law): readonly string[] => law.wanting ?? ['fact:occurredAt'];

const none: ReadonlySet<string> = new Set();
const plain = (truth: Truth): Answer => ({ truth, open: none, presumed: none });
const union = (sets: readonly ReadonlySet<string>[]): Set<string> => new Set(sets.flatMap((set) => [...set]));
const same = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === b.size && [...a].every((each) => b.has(each));
const opposite = { met: 'unmet', unmet: 'met', undetermined: 'undetermined' } as const;

/** Several made one: what is open counts only while the whole is. */
function joined(truth: Truth, parts: readonly Answer[], more: readonly string[] = []): Answer {
  const open = truth === 'undetermined' ? union([...parts.map((part) => part.open), new Set(more)]) : none;
  return { truth, open, presumed: union(parts.map((part) => part.presumed)) };
}
const every = (parts: readonly Answer[]): Answer =>
  joined(
    parts.some(({ truth }) => truth === 'unmet')
      ? 'unmet'
      : parts.every(({ truth }) => truth === 'met')
        ? 'met'
        : 'undetermined',
    parts,
  );
const some = (parts: readonly Answer[]): Answer =>
  joined(
    parts.some(({ truth }) => truth === 'met')
      ? 'met'
      : parts.every(({ truth }) => truth === 'unmet')
        ? 'unmet'
        : 'undetermined',
    parts,
  );
/** What all agree on; open where they do not. */
const agreed = (parts: readonly Answer[]): Truth => {
  const [first, ...others] = parts.map(({ truth }) => truth);
  return first !== undefined && others.every((truth) => truth === first) ? first : 'undetermined';
};

/** A provision's condition with its bearer's, each limb of it in every state of the law its time may lie in. */
export function applies(id: string, lawAt: (time: Time) => Law, of: Valuation): Answer {
  const { article, provision } = located(id);
  const follows = calledUp(provision)?.follows;
  if (follows !== undefined)
    return some(article.provisions.filter(({ then }) => then === follows).map((item) => applies(item.id, lawAt, of)));
  const limbs = provision.limbs ?? [{ governedBy: provision.governedBy ?? 'occurredAt', when: undefined }];
  return some(
    limbs.map(({ governedBy, when }) => {
      const at = (time: Time) =>
        wherever(lawAt(time), (state) => every([appliesIn(id, state, of), read(when, state, of, article)]));
      if (typeof governedBy === 'string' || !('question' in governedBy)) return at(governedBy);
      const answers = Object.entries(governedBy.readings).map(
        ([reading, times]) => [reading, some([times].flat().map((time) => at(time as Time)))] as const,
      );
      return byReading(governedBy.question, answers, lawAt('occurredAt'));
    }),
  );
}

/** What the readings of a question come to, by which law is found: a ruling counts where all of the time has it. */
function byReading(question: string, answers: readonly (readonly [string, Answer])[], law: Law): Answer {
  const [ruled, ...others] = law.map((state) => state.ruling(question));
  const all = answers.map(([, answer]) => answer);
  const chosen = others.every((other) => other === ruled) && answers.find(([reading]) => reading === ruled)?.[1];
  if (chosen) return { ...chosen, presumed: union(all.map((answer) => answer.presumed)) };
  const differ = all.some(({ truth, open }) => truth !== all[0]?.truth || !same(open, all[0].open));
  return joined(agreed(all), all, differ ? [`ruling:${question}`] : []);
}
/** The measure by which a duty is properly done. */
export const performed = (id: string, law: Law, of: Valuation): Answer =>
  ofCondition(asked(located(id).provision), law, of, located(id).article);
/** Where an incident calls a duty up and nothing says how it is to be done, it is done or it is not. */
function asked(duty: Provision): Condition | undefined {
  const call = calledUp(duty);
  return duty.standard ?? (call && { fact: call.status, operator: 'notEqual', value: call.none });
}
export const termIn = (term: string, law: Law, of: Valuation): Answer => ofCondition({ term }, law, of);
export const conditionIn = (condition: Condition, law: Law, of: Valuation): Answer => ofCondition(condition, law, of);
/** Whether the law is in force for a provision's bearer. */
export const bears = (id: string, law: Law, of: Valuation): Answer => wherever(law, (state) => bearsIn(id, state, of));

/** What lasted is so if it is so in any state in which it did; from when until when may be open. */
function wherever(law: Law, answer: (state: State) => Answer): Answer {
  if (!law.lasted) return inStates(law, answer);
  const answers = law.map(answer);
  const [only, ...others] = law.lasted.map(([began, ended]) => some(answers.slice(began, ended + 1)));
  if (only && others.length === 0) return only;
  return joined(agreed([only as Answer, ...others]), answers, wantingOf(law));
}

/** Whether a unit is such a bearer. */
export const bearerIn = (bearer: string, law: Law, of: Valuation): Answer =>
  ofCondition(REGULATION.bearers[bearer]?.when, law, of);

/** A condition in every state of the law in which what it turns on has another value or reading. */
function ofCondition(node: Condition | undefined, law: Law, of: Valuation, article?: Article): Answer {
  const names = [...namesIn(node, article)];
  const valued = law.map((state) =>
    JSON.stringify(
      names.map((name) => {
        const numbers = Object.entries(state.measures(name) ?? {}).filter(
          ([key, value]) => typeof value === 'number' || key === 'settles',
        );
        return [state.ruling(name) ?? null, Object.fromEntries(numbers)];
      }),
    ),
  );
  const answer = (state: State) => read(node, state, of, article);
  return new Set(valued).size === 1 ? answer(law[0] as State) : inStates(law, answer);
}

/** The terms and questions in a condition, inside what it names too. */
function* namesIn(node: Condition | boolean | undefined, article?: Article): Generator<string> {
  if (node === undefined || typeof node === 'boolean') return;
  if (node.condition !== undefined) yield* namesIn(article?.conditions?.[node.condition], article);
  if (node.question !== undefined) yield node.question;
  if (node.term !== undefined) {
    yield node.term;
    const { condition, floors } = TERMS[node.term] ?? {};
    for (const part of [condition, floors?.needs, floors?.suffices]) yield* namesIn(part);
  }
  for (const part of [...(node.all ?? []), ...(node.any ?? []), node.not, ...Object.values(node.readings ?? {})])
    yield* namesIn(part, article);
}

function inStates(law: Law, answer: (state: State) => Answer): Answer {
  const answers = law.map(answer);
  return answers.length === 1 ? (answers[0] as Answer) : joined(agreed(answers), answers, wantingOf(law));
}

const inForce = (state: State): Answer => joined(state.force, [], ['issue-date:issue-date']);

function bearsIn(id: string, state: State, of: Valuation): Answer {
  const { bearer } = located(id).provision;
  return every([inForce(state), read(REGULATION.bearers[bearer ?? '']?.when, state, of, undefined)]);
}

function appliesIn(id: string, state: State, of: Valuation): Answer {
  const { article, provision } = located(id);
  return every([ofBody(provision) ? inForce(state) : bearsIn(id, state, of), read(provision.when, state, of, article)]);
}

/** The Office and the Party Committee are called upon by incidents of whichever unit. */
export const ofBody = (provision: Provision): boolean =>
  calledUp(provision) !== undefined && BODIES.includes(provision.bearer ?? '');

function read(
  node: Condition | boolean | undefined,
  state: State,
  of: Valuation,
  article: Article | undefined,
  term?: string,
): Answer {
  const inner = (part: Condition | boolean | undefined, within = term) => read(part, state, of, article, within);
  if (node === undefined || node === true) return plain('met');
  if (node === false) return plain('unmet');
  if (node.all) return every(node.all.map((part) => inner(part)));
  if (node.any) return some(node.any.map((part) => inner(part)));
  if (node.not) {
    const answer = inner(node.not);
    return { ...answer, truth: opposite[answer.truth] };
  }
  if (node.condition !== undefined) return inner(article?.conditions?.[node.condition]);
  if (node.term !== undefined) return readTerm(node.term, state, of, article);
  if (node.question !== undefined) {
    const answers = Object.entries(node.readings ?? {}).map(([name, part]) => [name, inner(part)] as const);
    const all = answers.map(([, answer]) => answer);
    const ruled = answers.find(([name]) => name === state.ruling(node.question as string))?.[1];
    if (ruled) return { ...ruled, presumed: union(all.map((answer) => answer.presumed)) };
    // Which reading holds is open where it makes a difference: to the outcome, or to what the outcome waits for.
    const differ = all.some(({ truth, open }) => truth !== all[0]?.truth || !same(open, all[0].open));
    return joined(agreed(all), all, differ ? [`ruling:${node.question}`] : []);
  }
  return leaf(node, state, of, term);
}

/** A person's finding goes before a measure; of measures that are given in part, those that are not given play no part. */
function readTerm(term: string, state: State, of: Valuation, article: Article | undefined): Answer {
  const found = of.found(term);
  if (found !== undefined) return plain(found ? 'met' : 'unmet');
  const measures = state.measures(term);
  const condition = TERMS[term]?.condition;
  const kept = condition && measures ? given(condition, measures) : condition;
  const own = kept ? read(kept, state, of, article, term) : plain('undetermined');
  const { needs, suffices } = TERMS[term]?.floors ?? {};
  // A value of the word itself goes before another word that implies it.
  const enough = measures && measures.settles !== 'met' && suffices?.term !== undefined ? undefined : suffices;
  const whole = (floor: (node: Condition) => Answer): Answer => {
    const needed = needs ? every([floor(needs), own]) : own;
    return enough ? some([floor(enough), needed]) : needed;
  };
  const toldFloor = (node: Condition) => read(node, state, of, article);
  // Whoever is asked for the word itself, or for what is measured, need not be asked for its floor.
  const answer = whole((node) => ({ ...toldFloor(node), open: none }));
  if (!measures || measures.settles) return joined(answer.truth, [answer], [`term:${term}`]);
  return answer.open.size > 0 ? answer : whole(toldFloor);
}

function given(condition: Condition, measures: TermValue): Condition | undefined {
  const parts = (list: readonly Condition[]) => list.flatMap((part) => given(part, measures) ?? []);
  if (condition.any) return { any: parts(condition.any) };
  if (condition.all) return { all: parts(condition.all) };
  return condition.threshold === undefined || measures[condition.threshold] !== undefined ? condition : undefined;
}

function leaf(node: Condition, state: State, of: Valuation, term: string | undefined): Answer {
  const fact = node.fact ?? '';
  const measures = node.threshold === undefined ? undefined : state.measures(term ?? '');
  const expected = node.threshold === undefined ? node.value : measures?.[node.threshold];
  const outcome =
    expected === undefined ? 'undetermined' : compare(of.value(fact), node.operator ?? '', expected as Value);
  // A measure of one side says nothing of the other, and no fact would make it. No measure stands under a `not`.
  const silent = outcome !== 'undetermined' && measures?.settles !== undefined && outcome !== measures.settles;
  if (silent) return plain('undetermined');
  const truth = outcome;
  // Without a number to hold it against, knowing the fact would settle nothing.
  const open = expected === undefined ? [] : of.missing(fact).map((id) => `fact:${id}`);
  return { ...joined(truth, [], open), presumed: of.presumed(fact) ? new Set([fact]) : none };
}

function compare(actual: Known, operator: string, expected: Value): Truth {
  if (actual === undefined) return 'undetermined';
  const is = (holds: boolean): Truth => (holds ? 'met' : 'unmet');
  if (typeof actual === 'object' && 'pending' in actual) return 'undetermined';
  if (typeof actual === 'object' && 'low' in actual) {
    const [atLeast, atMost] = [actual.low >= Number(expected), actual.high <= Number(expected)];
    if (operator === 'greaterThanInclusive')
      return atLeast ? 'met' : actual.high < Number(expected) ? 'unmet' : 'undetermined';
    if (operator === 'lessThanInclusive')
      return atMost ? 'met' : actual.low > Number(expected) ? 'unmet' : 'undetermined';
    if (operator === 'greaterThan')
      return actual.low > Number(expected) ? 'met' : actual.high <= Number(expected) ? 'unmet' : 'undetermined';
    throw new Error(`${operator} of a number in part`);
  }
  if (typeof actual === 'object' && 'has' in actual) {
    if (operator !== 'contains') throw new Error(`${operator} of a set in part`);
    return actual.has.includes(String(expected))
      ? 'met'
      : actual.lacks.includes(String(expected))
        ? 'unmet'
        : 'undetermined';
  }
  switch (operator) {
    case 'equal':
      return is(actual === expected);
    case 'notEqual':
      return is(actual !== expected);
    case 'in':
      return is((expected as readonly string[]).includes(actual as string));
    case 'contains':
      return is((actual as readonly string[]).includes(expected as string));
    case 'lessThanInclusive':
      return is(Number(actual) <= Number(expected));
    case 'greaterThan':
      return is(Number(actual) > Number(expected));
    case 'greaterThanInclusive':
      return is(Number(actual) >= Number(expected));
    default:
      throw new Error(`the rule files have no ${operator} yet`);
  }
}

/** Everything that stands under a key anywhere in a condition. */
export function under(node: unknown, key: string): unknown[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([name, inner]) => (name === key ? [inner] : under(inner, key)));
}
export const termsIn = (node: unknown): string[] => under(node, 'term') as string[];

// The law by days.

const dayOf = (ms: number): string =>
  ms === Number.NEGATIVE_INFINITY ? '' : new Date(ms + 8 * 3_600_000).toISOString().slice(0, 10);
/** What says nothing of earlier cases does not reach them. */
const begins = ({ from, made, effect }: Dated): string => from ?? (effect === 'beginning' ? '' : (made ?? ''));
const holds = (dated: Dated, day: string): boolean =>
  begins(dated) <= day && (dated.until === undefined || day <= dated.until);
const listed = <T>(of: T | readonly T[]): readonly T[] => (Array.isArray(of) ? of : [of as T]);

const nextDay = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** The states of the law between two moments, both included. */
export function lawBetween(from: number, until: number, policy: PolicyGiven = {}): Law {
  const profile =
    policy.profile === undefined ? {} : readYaml<{ terms: Terms }>(`rules/profiles/${policy.profile}.yaml`).terms;
  const terms: Terms = { ...profile, ...policy.terms };
  const rulings = Object.fromEntries(
    Object.entries(policy.rulings ?? {}).map(([question, ruling]) => [
      question,
      typeof ruling === 'string' ? [{ reading: ruling }] : ruling,
    ]),
  );
  // Of a year alone it is known that the law was issued by its last day.
  const [first, last] =
    REGULATION.effective !== 'on-issue'
      ? [REGULATION.effective, REGULATION.effective]
      : policy.issueDate === undefined
        ? [`${REGULATION.issued}-01-01`, `${REGULATION.issued}-12-31`]
        : [policy.issueDate, policy.issueDate];
  const dated: Dated[] = [...Object.values(terms).flatMap(listed), ...Object.values(rulings).flat()] as Dated[];
  const changes = [
    first,
    last,
    ...dated.flatMap((each) => [begins(each), each.until === undefined ? '' : nextDay(each.until)]),
  ];
  const days = [dayOf(from), ...[...new Set(changes)].sort().filter((day) => day > dayOf(from) && day <= dayOf(until))];
  return days.map((day) => ({
    force: day < first ? 'unmet' : day < last ? 'undetermined' : 'met',
    measures: (term) => listed(terms[term] ?? []).find((value) => holds(value as Dated, day)) as TermValue | undefined,
    ruling: (question) => rulings[question]?.find((ruling) => holds(ruling, day))?.reading,
  }));
}

/** The states of the law of something that began between two moments, and ended between two others. */
export function lawOfLasting(
  began: { readonly low: number; readonly high: number },
  ended: { readonly low: number; readonly high: number },
  policy: PolicyGiven,
): Law {
  const states = lawBetween(began.low, Math.max(began.high, ended.high), policy);
  const place = (moment: number) => lawBetween(began.low, moment, policy).length - 1;
  const from = (between: { readonly low: number; readonly high: number }) =>
    states.map((_, i) => i).filter((i) => i >= place(between.low) && i <= place(between.high));
  const lasted = from(began).flatMap((start) =>
    from(ended).flatMap((end) => (start <= end ? [[start, end] as const] : [])),
  );
  return Object.assign([...states], { lasted });
}
