import { expect, test } from 'vitest';
import * as authoring from '../../src/authoring/index.js';
import { obligationsCsv, obligationsXlsx, renderDocx } from '../../src/documents/index.js';
import * as core from '../../src/index.js';
import * as inquiry from '../../src/inquiry/index.js';
import * as engine from '../../src/interop/json-rules-engine/index.js';
import * as sql from '../../src/interop/sql/index.js';
import * as record from '../../src/record/index.js';
import * as report from '../../src/report/index.js';
import { fireAmended } from '../support/edited.js';
import { readYaml } from '../support/fixtures.js';
import { GIANT, HOSTILE } from '../support/hostile.js';
import { sized } from '../support/size.js';

// Whatever is given, and wherever: a result, or a refusal of ours. Nothing else leaves.

const asOf = '2024-06-30';
const organization = readYaml<core.Organization>('fixtures/organizations/university.yaml');
const assessment = core.assessIncident({ leak: { occurred: true } }, { asOf });
const reports = [core.checkUnitObligations({ kind: 'college' }, { asOf })];
const [duty] = reports[0]?.obligations ?? [];
const chain = core.resolveResponsibilityChain({ system: 'student-records' }, { organization, asOf });
const page = report.assessmentPage(assessment);
const settlement = inquiry.settle({ leak: { occurred: true } }, { asOf });
const comparison = inquiry.compareReadings(assessment, 'art9.p2.i3');
const explanation = report.explainFinding(assessment, 'art9.p2.i3');
const recorded = record.recordAssessment({}, { asOf }).record;
const reason = core.reasonOf(assessment, 'art9.p2.i3');
const state = inquiry.interview(undefined, { asOf }).start();
const [fault] = refused(() => core.assessIncident({ leak: 1 } as never));

function refused(work: () => unknown): readonly core.Diagnostic[] {
  try {
    work();
  } catch (error) {
    if (error instanceof core.ZerenzhiError) return error.diagnostics;
    throw error;
  }
  return [];
}

// biome-ignore lint/suspicious/noExplicitAny: functions of whatever they are given
type Anything = any;
interface Place {
  /** With the hostile value in this place, and all else in order. */
  readonly call: (hostile: Anything) => unknown;
  /** What stands there otherwise: parts of it are taken away. */
  readonly sound?: unknown;
  /** The names that are looked for there. */
  readonly keys: readonly string[];
}

/** Hostile as the first argument, as the options, and as each single option. */
function places(
  name: string,
  call: (...given: Anything[]) => unknown,
  sound: readonly unknown[],
  { options = [], required = {}, keys = ['leak'] }: { options?: string[]; required?: object; keys?: string[] } = {},
): [string, Place][] {
  return [
    ...sound.map((value, i): [string, Place] => [
      `${name}, argument ${i + 1}`,
      {
        call: (hostile) => call(...sound.map((other, j) => (i === j ? hostile : other)), required),
        sound: value,
        keys,
      },
    ]),
    [`${name}, options`, { call: (hostile) => call(...sound, hostile), sound: { asOf }, keys: options }],
    ...options.map((option): [string, Place] => [
      `${name}, ${option}`,
      { call: (hostile) => call(...sound, { ...required, [option]: hostile }), keys: ['units', 'leak', option] },
    ]),
  ];
}

const JUDGED = ['policy', 'organization', 'asOf'];
const PAGE = ['lang', 'policy'];
/** The first of a stream, which may be endless. */
async function first(items: AsyncIterable<unknown> | Iterable<unknown>): Promise<unknown[]> {
  const list: unknown[] = [];
  for await (const item of items) if (list.push(item) === 100) break;
  return list;
}
const dialect = 'duckdb';

const TABLE = 'rules/scenarios/article-15.yaml';
const tested = authoring.testScenarios(TABLE);
const [outcome] = tested.outcomes;

const [made, amended] = ['test/second-regulation', fireAmended()].map((folder) => authoring.loadRegulation(folder)) as [
  core.Regulation,
  core.Regulation,
];
const amendment = authoring.diffRegulations(made, amended);

const PLACES: [string, Place][] = [
  ...places('assessIncident', core.assessIncident, [{}], { options: JUDGED }),
  ...places('assessIncidents', (...given) => first(core.assessIncidents(...(given as [[]]))), [[{}]], {
    options: JUDGED,
  }),
  ...places('findingOf', core.findingOf, [assessment, 'art9.p1'], { keys: ['findings', 'openPoints'] }),
  ...places('responseOf', core.responseOf, [assessment, 'art8.report'], { keys: ['responses', 'citations'] }),
  ...places('reasonOf', core.reasonOf, [assessment, 'art9.p1'], { options: ['policy'], keys: ['facts', 'policy'] }),
  ...places('evaluateReason', core.evaluateReason, [reason], { keys: ['of', 'kind'] }),
  ...places('resolveResponsibilityChain', core.resolveResponsibilityChain, [{ system: 'student-records' }], {
    options: JUDGED,
    required: { organization },
    keys: ['unit', 'system', 'incident'],
  }),
  ...places('checkUnitObligations', core.checkUnitObligations, [{}], {
    options: JUDGED,
    keys: ['evidence', 'systems'],
  }),
  ...places('createPolicy', core.createPolicy, [], {
    options: ['profile', 'terms', 'rulings', 'issueDate', 'presume', 'regulation'],
  }),
  ...places('formatDiagnostic', core.formatDiagnostic, [fault, 'zh'], { keys: ['message', 'path'] }),
  ...places('formatCitation', core.formatCitation, [{ place: '9.1', quote: 'x' }, 'zh'], { keys: ['place'] }),
  ...places('formatPlace', core.formatPlace, ['9.1', 'zh']),
  ...places('settle', inquiry.settle, [{}], { options: [...JUDGED, 'provision'] }),
  ...places('whatIf', inquiry.whatIf, [{}, 'art9.p1'], { options: JUDGED }),
  ...places('compareReadings', inquiry.compareReadings, [assessment, 'art9.p1'], {
    options: ['policy'],
    keys: ['facts'],
  }),
  ...places('interview', (policy, options) => inquiry.interview(policy, options).start(), [undefined], {
    options: ['organization', 'asOf', 'goal', 'order'],
  }),
  ...places('an interview', inquiry.interview(undefined, { asOf }).start, [{}]),
  ...places('an answer', inquiry.interview(undefined, { asOf }).answer, [state, 'occurredAt', null], {
    keys: ['incident'],
  }),
  ...places('incidentFacts', inquiry.incidentFacts, [core.regulation], { keys: ['facts'] }),
  ...places('recordAssessment', record.recordAssessment, [{}], { options: JUDGED }),
  ...places('compareWithRecord', record.compareWithRecord, [recorded, {}], {
    options: [...JUDGED, 'regulation'],
    keys: ['policy', 'format'],
  }),
  ...places('replay', record.replay, [recorded], { options: ['regulation'], keys: ['policy', 'format'] }),
  ...places('explainFinding', report.explainFinding, [assessment, 'art9.p1'], { options: ['policy'], keys: ['facts'] }),
  ...places('explainObligation', report.explainObligation, [reports[0], duty], {
    options: ['policy'],
    keys: ['reason'],
  }),
  ...places('proofOf', report.proofOf, [reason], { options: ['policy'], keys: ['of'] }),
  ...places('litPassages', report.litPassages, [core.regulation.articles[8], [reason]], { keys: ['paragraphs'] }),
  ...places('unitText', report.unitText, ['hours', 'zh']),
  ...places('escapeHtml', report.escapeHtml, ['x']),
  ...places('escapeMarkdown', report.escapeMarkdown, ['x']),
  ...places('visible', report.visible, ['x']),
  ...places('memoPage', report.memoPage, [assessment], { options: [...PAGE, 'foundBy'], keys: ['facts', 'findings'] }),
  ...places('assessmentPage', report.assessmentPage, [assessment], { options: PAGE, keys: ['facts', 'findings'] }),
  ...places('articlePage', report.articlePage, [9, assessment], { options: PAGE, keys: ['facts'] }),
  ...places('comparisonPage', report.comparisonPage, [record.compareWithRecord(recorded, {}, { asOf }).comparison], {
    options: PAGE,
    keys: ['changes'],
  }),
  ...places('chainPage', report.chainPage, [chain], { options: PAGE, keys: ['links', 'chain'] }),
  ...places('changeText', report.changeText, [{ kind: 'fact', id: 'leak.occurred', value: true }], { options: PAGE }),
  ...places('explanationPage', report.explanationPage, [explanation], { options: ['lang', 'proof'], keys: ['proof'] }),
  ...places('dutyTold', report.dutyTold, [reports[0], duty], { options: PAGE, keys: ['obligations'] }),
  ...places('obligationsPage', report.obligationsPage, [reports[0]], { options: PAGE, keys: ['obligations'] }),
  ...places('settlementPage', report.settlementPage, [settlement], { options: PAGE, keys: ['sets'] }),
  ...places('whatIfPage', report.whatIfPage, [undefined, comparison], { options: PAGE, keys: ['outcomes'] }),
  ...places('obligationsCalendar', report.obligationsCalendar, [reports[0]], { options: PAGE, keys: ['obligations'] }),
  ...places('chainMermaid', report.chainMermaid, [chain], { options: PAGE, keys: ['links'] }),
  ...places('chainSvg', report.chainSvg, [chain], { options: PAGE, keys: ['links'] }),
  ...places('timelineMermaid', report.timelineMermaid, [assessment], { options: PAGE, keys: ['facts'] }),
  ...places('timelineSvg', report.timelineSvg, [assessment], { options: PAGE, keys: ['facts'] }),
  ...places('renderHtml', report.renderHtml, [page], { options: ['title', 'style'], keys: ['blocks'] }),
  ...places('renderMarkdown', report.renderMarkdown, [page], { keys: ['blocks'] }),
  ...places('renderText', report.renderText, [page], { options: ['paint', 'width'], keys: ['blocks'] }),
  ...places('obligationsCsv', obligationsCsv, [reports], { options: ['lang', 'organization'], keys: ['obligations'] }),
  ...places('obligationsXlsx', obligationsXlsx, [reports], {
    options: ['lang', 'organization'],
    keys: ['obligations'],
  }),
  ...places('renderDocx', renderDocx, [page], { keys: ['blocks'] }),
  ...places('factsOf', engine.factsOf, [{}], { options: JUDGED }),
  ...places('rulesOf', engine.rulesOf, [], { options: ['policy', 'bound', 'at'], required: { rules: 'certain' } }),
  ...places('engineFor', engine.engineFor, [], { options: ['policy', 'bound', 'at'], required: { rules: 'certain' } }),
  ...places('runOn', engine.runOn, [{}], { options: [...JUDGED, 'providers'] }),
  ...places('tableOf', sql.tableOf, [], { options: ['policy', 'dialect', 'table'], required: { dialect } }),
  ...places('rowsOf', (incident: unknown, options: never) => sql.rowsOf(options)(incident), [{}], {
    options: [...JUDGED, 'dialect'],
    required: { dialect },
  }),
  ...places('mappingOf', sql.mappingOf, [], {
    options: ['policy', 'dialect', 'table', 'from', 'column'],
    required: { dialect, from: 'received', column: 'document' },
  }),
  ...places('queryOf', sql.queryOf, [], { options: ['policy', 'dialect', 'table', 'asOf'], required: { dialect } }),
  ...places('viewOf', sql.viewOf, [], {
    options: ['policy', 'dialect', 'table', 'asOf', 'name'],
    required: { dialect },
  }),
  ...places('regulationOf', authoring.regulationOf, [core.regulation], { keys: ['articles', 'facts'] }),
  ...places('parseYaml', authoring.parseYaml, ['a: 1', 'file.yaml']),
  ...places('testScenarios', authoring.testScenarios, ['test/second-regulation'], { keys: ['articles'] }),
  ...places('readScenarios', authoring.readScenarios, [TABLE, core.regulation, undefined], { keys: ['articles'] }),
  ...places('hasPassed', authoring.hasPassed, [outcome], { keys: ['differences', 'faults'] }),
  ...places('scenarioPage', authoring.scenarioPage, [outcome], { options: ['lang'], keys: ['scenario', 'assessment'] }),
  ...places('differenceText', authoring.differenceText, [{ at: 'x', expected: 1 }, 'zh'], { keys: ['at'] }),
  ...places('coverageOf', authoring.coverageOf, [[outcome], core.regulation], { keys: ['assessment', 'scenario'] }),
  ...places('diffScenarios', authoring.diffScenarios, [tested, core.regulation], { keys: ['outcomes', 'regulation'] }),
  ...places('diffRegulations', authoring.diffRegulations, [core.regulation, core.regulation], { keys: ['articles'] }),
  ...places('amendmentPage', authoring.amendmentPage, [amendment, made, amended], {
    options: ['lang', 'scenarios', 'records'],
    keys: ['articles', 'telling', 'definitions'],
  }),
  ...places('diffRecord', authoring.diffRecord, [recorded, core.regulation, core.regulation], { keys: ['input'] }),
  ...places('changedWords', authoring.changedWords, ['第一时间', '两小时内']),
  ...places('ruleSchemasOf', authoring.ruleSchemasOf, [core.regulation], { keys: ['facts', 'articles'] }),
  ...places('isRuleSchema', authoring.isRuleSchema, [{}], { keys: ['$comment'] }),
  ...places('testScenarios in files', authoring.testScenarios, ['.', core.regulation, { 'a.yaml': '' }], {
    keys: ['a.yaml'],
  }),
  ...places('checkFolder', authoring.checkFolder, ['.', { 'terms.yaml': '' }], { keys: ['terms.yaml'] }),
];

/** Numbers that look like chance, the same in every run. */
function dice(): (count: number) => number {
  let seed = 20_190_307;
  return (count) => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((seed / 2 ** 32) * count);
  };
}

/** A copy of something sound with a part taken away, or something else in its place. */
function maimed(sound: unknown, roll: (count: number) => number, instead: (key: string) => unknown): unknown {
  const copy: unknown = JSON.parse(JSON.stringify(sound ?? {}));
  let at = copy;
  for (let depth = 0; typeof at === 'object' && at !== null; depth++) {
    const keys = Object.keys(at);
    const key = keys[roll(keys.length)];
    if (key === undefined) break;
    const inner: unknown = Reflect.get(at, key);
    if (typeof inner !== 'object' || inner === null || depth > roll(6)) {
      if (roll(2) === 0) Reflect.deleteProperty(at, key);
      else Reflect.set(at, key, instead(key));
      break;
    }
    at = inner;
  }
  return copy;
}

/** What leaves that should not. */
async function leaves(work: () => unknown): Promise<string | undefined> {
  try {
    await work();
  } catch (error) {
    try {
      if (error instanceof core.ZerenzhiError) return undefined;
      return error instanceof Error ? String(error.stack).split('\n').slice(0, 4).join(' | ') : String(error);
    } catch {
      return 'something that cannot be looked at';
    }
  }
  return undefined;
}

const names = Object.keys(HOSTILE);

test('whatever is given in whatever place, nothing but a refusal leaves', { timeout: 1_800_000 }, async () => {
  const roll = dice();
  const found = new Map<string, string>();
  for (let i = 0; i < sized(2_500, 20_000); i++) {
    const [place, { call, sound, keys }] = PLACES[i % PLACES.length] as [string, Place];
    const what = names[roll(names.length)] as string;
    const key = keys[roll(keys.length)] ?? 'leak';
    const make = HOSTILE[what] as (key: string) => unknown;
    const plainly = sound === undefined || roll(3) > 0;
    const wrong = await leaves(() => call(plainly ? make(key) : maimed(sound, roll, make)));
    if (wrong !== undefined && !found.has(place)) found.set(place, `${plainly ? '' : 'inside, '}${what}: ${wrong}`);
  }
  expect(Object.fromEntries(found)).toEqual({});
});

test('what is giant is refused or read like the rest', { timeout: 600_000 }, async () => {
  const found: { [place: string]: string } = {};
  const giants = Object.entries(GIANT);
  for (const [i, [place, { call, keys }]] of PLACES.entries())
    for (const [j, [what, make]] of giants.entries()) {
      // Each of them everywhere takes minutes.
      if ((i + j) % (3 * giants.length) !== 0) continue;
      const wrong = await leaves(() => call(make(keys[0] ?? 'leak')));
      if (wrong !== undefined) found[`${place}, ${what}`] = wrong;
    }
  expect(found).toEqual({});
});

/** How often a value of some size is looked at, or any part of it. */
function looks(size: number, call: (value: unknown) => unknown): number {
  let count = 0;
  const counting: ProxyHandler<object> = Object.fromEntries(
    (['get', 'has', 'ownKeys', 'getOwnPropertyDescriptor', 'getPrototypeOf'] as const).map((trap) => [
      trap,
      (...given: [object, never]) => {
        count++;
        const found: unknown = Reflect[trap](...given);
        return trap === 'get' && typeof found === 'object' && found !== null ? new Proxy(found, counting) : found;
      },
    ]),
  );
  const value = {
    parties: Array.from({ length: size }, (_, i) => `p-${i}`),
    more: Array.from({ length: size }, () => ({})),
  };
  refused(() => call(new Proxy(value, counting)));
  return count;
}

test.each<[string, (value: unknown) => unknown]>([
  ['an incident', (value) => core.assessIncident(value, { asOf })],
  ['a unit', (value) => core.checkUnitObligations(value, { asOf })],
  ['an organization', (value) => core.assessIncident({}, { organization: value as core.Organization, asOf })],
  ['the options of a policy', (value) => core.createPolicy(value as core.PolicyOptions)],
  ['a regulation', authoring.regulationOf],
  ['an incident that goes on', (value) => record.compareWithRecord(recorded, value, { asOf })],
  ['a record to go on from', (value) => record.compareWithRecord(value, {}, { asOf })],
  ['an incident to be written down', (value) => record.recordAssessment(value, { asOf })],
])('what it costs to refuse %s grows with its size', (_, call) => {
  const [small, large] = [looks(200, call), looks(2_000, call)];
  expect(small).toBeGreaterThan(0);
  expect(large).toBeLessThanOrEqual(small * 11);
});
