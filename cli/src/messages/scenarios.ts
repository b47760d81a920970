// What the run of scenarios says, in both languages.

interface Counts {
  readonly passed: number;
  readonly failed: number;
}

const zh = {
  describe: '运行场景：按规则判断各例，与写明的结果逐项对照',
  paths: '场景表（.yaml）、场景表的文件夹，或者规则文件夹（其 scenarios/）',
  watch: '文件改动后重新运行',
  table: (file: string, { passed, failed }: Counts) =>
    failed > 0 ? `${file}：${passed} 个符合，${failed} 个不符合` : `${file}：${passed} 个符合`,
  summary: ({ passed, failed }: Counts, faults: number) =>
    `共 ${passed + failed} 个场景：${passed} 个符合，${failed} 个不符合${faults > 0 ? `；另有 ${faults} 处错误，其所在的场景未运行` : ''}`,
  nothing: '没有场景',
  watching: '等待改动（Ctrl+C 结束）……',
};
const en: typeof zh = {
  describe: 'run scenarios: judge each case by the rules, and hold what comes to what is written',
  paths: 'tables of scenarios (.yaml), folders of them, or folders of rules (their scenarios/)',
  watch: 'run again when a file changes',
  table: (file, { passed, failed }) => `${file}: ${passed} passed${failed > 0 ? `, ${failed} failed` : ''}`,
  summary: ({ passed, failed }, faults) =>
    `${passed + failed} scenarios: ${passed} passed, ${failed} failed${faults > 0 ? `; ${faults} fault${faults > 1 ? 's' : ''}, where scenarios were not run` : ''}`,
  nothing: 'no scenarios',
  watching: 'waiting for changes (Ctrl+C ends)…',
};

export const SCENARIOS = { zh, en } as const;
