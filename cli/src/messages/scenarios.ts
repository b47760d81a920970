import type { Coverage } from 'zerenzhi/authoring';

// What the run of scenarios says, in both languages.

interface Counts {
  readonly passed: number;
  readonly failed: number;
}

const of = ({ exercised, all }: Coverage['counts']['terms']): string => `${exercised}/${all}`;

const zh = {
  describe: '运行场景：按规则判断各例，与写明的结果逐项对照',
  paths: '场景表（.yaml）、场景表的文件夹，或者规则文件夹（其 scenarios/）',
  watch: '文件改动后重新运行',
  coverage: '列出没有场景涉及的规定、条件、理解、用语和文字',
  cases: '也计入这些事件文档（按条文本身判断）',
  onlyCoverage: '--cases 只与 --coverage 同用；--coverage 不与 --format tap、junit 同用',
  table: (file: string, { passed, failed }: Counts) =>
    failed > 0 ? `${file}：${passed} 个符合，${failed} 个不符合` : `${file}：${passed} 个符合`,
  summary: ({ passed, failed }: Counts, faults: number) =>
    `共 ${passed + failed} 个场景：${passed} 个符合，${failed} 个不符合${faults > 0 ? `；另有 ${faults} 处错误，其所在的场景未运行` : ''}`,
  nothing: '没有场景',
  covered: ({ provisions, conditions, readings, terms }: Coverage['counts']) =>
    `涉及规定 ${of(provisions)}，条件 ${of(conditions)}，理解 ${of(readings)}，用语 ${of(terms)}`,
  ways: { met: '符合', unmet: '不符合', undetermined: '待定', cited: '作为依据' } as { readonly [way: string]: string },
  never: (ways: readonly string[]) => `没有场景${ways.join('、')}`,
  reading: (question: string, reading: string) => `${question}: ${reading}  没有场景取决于此理解`,
  term: (term: string) => `${term}  没有场景取决于此用语`,
  words: (place: string, words: string) => `${place}“${words}”  没有场景取决于此文字`,
  watching: '等待改动（Ctrl+C 结束）……',
};
const en: typeof zh = {
  describe: 'run scenarios: judge each case by the rules, and hold what comes to what is written',
  paths: 'tables of scenarios (.yaml), folders of them, or folders of rules (their scenarios/)',
  watch: 'run again when a file changes',
  coverage: 'list the provisions, conditions, readings, terms and words that no scenario turns on',
  cases: 'count these incidents too (judged by the bare text)',
  onlyCoverage: '--cases goes with --coverage only, and --coverage not with --format tap or junit',
  table: (file, { passed, failed }) => `${file}: ${passed} passed${failed > 0 ? `, ${failed} failed` : ''}`,
  summary: ({ passed, failed }, faults) =>
    `${passed + failed} scenarios: ${passed} passed, ${failed} failed${faults > 0 ? `; ${faults} fault${faults > 1 ? 's' : ''}, where scenarios were not run` : ''}`,
  nothing: 'no scenarios',
  covered: ({ provisions, conditions, readings, terms }) =>
    `exercised: provisions ${of(provisions)}, conditions ${of(conditions)}, readings ${of(readings)}, terms ${of(terms)}`,
  ways: { met: 'met', unmet: 'unmet', undetermined: 'open', cited: 'cited' },
  never: (ways) => `never ${ways.join(', ')}`,
  reading: (question, reading) => `${question}: ${reading}  no scenario turns on this reading`,
  term: (term) => `${term}  no scenario turns on this term`,
  words: (place, words) => `${place} “${words}”  no scenario turns on these words`,
  watching: 'waiting for changes (Ctrl+C ends)…',
};

export const SCENARIOS = { zh, en } as const;
