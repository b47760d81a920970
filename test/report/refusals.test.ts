import { describe, expect, test } from 'vitest';
import * as documents from '../../src/documents/index.js';
import { assessIncident, checkUnitObligations, createPolicy, regulation, ZerenzhiError } from '../../src/index.js';
import { compareWithRecord, recordAssessment } from '../../src/record/index.js';
import * as report from '../../src/report/index.js';
import { organization, reported } from '../support/pictures.js';

// What the functions that tell a result take, and what they refuse: their options, and results that are none.

const asOf = '2024-06-30';
const assessment = assessIncident(reported, { organization, asOf });
const units = checkUnitObligations({ id: 'academic-affairs', kind: 'department' }, { asOf });
const page = report.assessmentPage(assessment);
const explanation = report.explainFinding(assessment, 'art9.p2.i3');
const settlement = { status: 'met', relevant: [], missing: [], sets: [], questions: [] } as const;
const comparison = { provision: 'art9.p2.i3', turnsOn: [], ruled: {}, outcomes: [] };
const compared = compareWithRecord(recordAssessment({}, { asOf }).record, reported, { asOf }).comparison;
const change = { kind: 'fact', id: 'leak.occurred', value: true } as const;

type Tell = (result: never, options?: never) => unknown;
/** Each function, with its result first and its options second. */
const PAGES: { readonly [name: string]: readonly [tell: Tell, result: unknown] } = {
  assessmentPage: [report.assessmentPage, assessment],
  memoPage: [report.memoPage, assessment],
  timelineSvg: [report.timelineSvg, assessment],
  timelineMermaid: [report.timelineMermaid, assessment],
  chainPage: [report.chainPage, assessment],
  chainSvg: [report.chainSvg, assessment],
  chainMermaid: [report.chainMermaid, assessment],
  articlePage: [(found: never, options?: never) => report.articlePage(9, found, options), assessment],
  dutyTold: [(of: never, options?: never) => report.dutyTold(of, units.obligations[0] as never, options), units],
  obligationsPage: [report.obligationsPage, units],
  obligationsCalendar: [report.obligationsCalendar, units],
  settlementPage: [report.settlementPage, settlement],
  whatIfPage: [(found: never, options?: never) => report.whatIfPage(undefined, found, options), comparison],
  comparisonPage: [report.comparisonPage, compared],
  changeText: [report.changeText, change],
  explanationPage: [report.explanationPage, explanation],
  obligationsCsv: [documents.obligationsCsv, [units]],
  obligationsXlsx: [documents.obligationsXlsx, [units]],
};
const OTHERS: typeof PAGES = {
  explainFinding: [(of: never, options?: never) => report.explainFinding(of, 'art9.p2.i3', options), assessment],
  explainObligation: [
    (of: never, options?: never) => report.explainObligation(of, units.obligations[0] as never, options),
    units,
  ],
  renderText: [report.renderText, page],
  renderHtml: [report.renderHtml, page],
};
const WITHOUT_OPTIONS: typeof PAGES = {
  renderMarkdown: [report.renderMarkdown, page],
  renderDocx: [documents.renderDocx, page],
  proofOf: [(reason: never) => report.proofOf(reason, regulation), { kind: 'literal', truth: 'met' }],
  litPassages: [(reason: never) => report.litPassages(regulation.articles[8] as never, [reason]), explanation.proof],
  escapeHtml: [report.escapeHtml, 'words'],
  escapeMarkdown: [report.escapeMarkdown, 'words'],
};

/** The codes of a refusal and the paths of its faults; whatever else is thrown is thrown on. */
async function refusal(tell: () => unknown): Promise<string[]> {
  try {
    await tell();
  } catch (error) {
    if (error instanceof ZerenzhiError)
      return error.diagnostics.map(({ code, document, path }) => `${code} ${document} ${path}`);
    throw error;
  }
  return [];
}

const revoked = () => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
};
const throwing = () => ({
  get lang() {
    throw new TypeError('never read');
  },
});
const circle: { of?: unknown; kind: string } = { kind: 'not' };
circle.of = circle;

describe.each(Object.entries({ ...PAGES, ...OTHERS }))('%s', (_, [tell, result]) => {
  const told = (options: unknown) => refusal(() => tell(result as never, options as never));

  test('takes no options, and options of which none is set', async () => {
    expect(await told(undefined)).toEqual([]);
    expect(await told({})).toEqual([]);
  });

  test.each([
    ['a misspelt option', { langauge: 'zh' }, 'input/unknown-key options langauge'],
    ['one from a prototype of its own kind', JSON.parse('{"__proto__": 1}'), 'input/unknown-key options __proto__'],
    ['options that are a word', 'zh', 'input/invalid-type options '],
    ['nothing at all', null, 'input/invalid-type options '],
    ['a list', [], 'input/invalid-type options '],
    ['a proxy that was revoked', revoked(), 'input/not-plain-data options '],
  ])('refuses %s', async (_, options, fault) => {
    expect(await told(options)).toEqual([fault]);
  });
});

describe.each(Object.entries(PAGES))('%s', (_, [tell, result]) => {
  const told = (options: unknown) => refusal(() => tell(result as never, options as never));

  test('speaks Chinese and English and refuses every other language', async () => {
    expect(await told({ lang: 'zh' })).toEqual([]);
    expect(await told({ lang: 'en' })).toEqual([]);
    expect(await told({ lang: undefined })).toEqual([]);
    for (const lang of ['fr', 'ZH', 'toString', null, 1, ['zh']])
      expect(await told({ lang })).toEqual(['input/unknown-value options lang']);
    expect(await told(throwing())).toEqual(['input/not-plain-data options lang']);
  });
});

describe.each(Object.entries({ ...PAGES, ...OTHERS, ...WITHOUT_OPTIONS }))('%s', (name, [tell]) => {
  test.each([
    ['null', null],
    ['a number', 7],
    ['an empty object', {}],
    ['a list of nothing', [null]],
    ['a proxy that was revoked', revoked()],
    ['a circle', circle],
    ['an assessment without its insides', { ...assessment, findings: [null], facts: null }],
  ])('refuses %s, or tells what it has of it', async (_, given) => {
    // A raw TypeError would be thrown on.
    const faults = await refusal(() => tell(given as never));
    for (const fault of faults) expect(fault).toMatch(/^(input|assessment)\/\S+ (result|assessment) /);
    if (given === null && !['articlePage', 'escapeHtml', 'escapeMarkdown'].includes(name))
      expect(faults).toHaveLength(1);
  });
});

test('what could not be read says why, and has its cause', () => {
  try {
    report.chainPage({} as never);
    expect.unreachable();
  } catch (error) {
    expect(error).toMatchObject({ code: 'input/unreadable', cause: expect.any(TypeError) });
  }
});

test('options of one function alone are of their kind', async () => {
  expect(await refusal(() => report.renderHtml(page, { title: 7 as never }))).toEqual([
    'input/invalid-type options title',
  ]);
  expect(await refusal(() => report.renderText(page, { paint: 'red' as never }))).toEqual([
    'input/invalid-type options paint',
  ]);
  expect(await refusal(() => report.explanationPage(explanation, { proof: 'yes' as never }))).toEqual([
    'input/invalid-type options proof',
  ]);
});

test('a policy is one that createPolicy made, and the one of the result', async () => {
  const other = createPolicy({ terms: { 'prolonged-outage': { hours: 24 } } });
  for (const tell of [report.assessmentPage, report.memoPage, report.timelineSvg, report.timelineMermaid]) {
    expect(await refusal(() => tell(assessment, { policy: {} as never }))).toEqual([
      'policy/not-a-policy options policy',
    ]);
    expect(await refusal(() => tell(assessment, { policy: other }))).toEqual([
      'assessment/other-policy assessment policy',
    ]);
    expect(await refusal(() => tell(assessment, { policy: createPolicy() }))).toEqual([]);
  }
});

test('there is no page of an article that is not there, and no reason of what was not assessed', async () => {
  expect(await refusal(() => report.articlePage(99))).toEqual(['input/unknown-value options number']);
  expect(await refusal(() => report.explainFinding(assessment, 'art9.p2.i9' as never))).toEqual([
    'assessment/unknown-provision options id',
  ]);
});

test('what comes back from JSON, frozen or behind a proxy is told as it was', () => {
  const back = JSON.parse(JSON.stringify(assessment));
  const proxied = new Proxy(assessment, {});
  for (const lang of ['zh', 'en'] as const)
    for (const tell of [report.assessmentPage, report.memoPage, report.chainPage]) {
      const said = report.renderText(tell(assessment, { lang }));
      expect(report.renderText(tell(back, { lang }))).toBe(said);
      expect(report.renderText(tell(Object.freeze(structuredClone(back)), { lang }))).toBe(said);
      expect(report.renderText(tell(proxied, { lang }))).toBe(said);
    }
});

test.each(Object.entries({ ...report, ...documents }).filter(([name]) => name.startsWith('render')))(
  '%s refuses a list of nothing but holes, and does not walk it',
  async (_, render) => {
    for (const blocks of [Array(3), [{ kind: 'list', items: Array(3) }]])
      expect(await refusal(() => (render as Tell)({ ...page, blocks } as never))).toEqual([
        'input/not-plain-data result ',
      ]);
  },
);

test('an assessment whose parts are other objects at each reading, as behind some proxies, is told the same', () => {
  const anew = <T extends object>(of: T): T =>
    new Proxy(of, {
      get: (target, key) => {
        const value: unknown = Reflect.get(target, key);
        return typeof value === 'object' && value !== null ? anew(value) : value;
      },
    });
  const copy = structuredClone(assessment);
  for (const tell of [report.assessmentPage, report.memoPage, report.chainPage] as const)
    expect(report.renderText(tell(anew(copy)))).toBe(report.renderText(tell(assessment)));
});
