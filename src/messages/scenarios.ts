// What is said of scenarios that fail, in both languages.

const zh = {
  difference: (at: string, expected: string, came: string) => `${at}：应为 ${expected}，实为 ${came}`,
  none: '（无）',
  applies: '该职责是否适用',
};
const en: typeof zh = {
  difference: (at, expected, came) => `${at}: expected ${expected}, came ${came}`,
  none: '(none)',
  applies: 'whether the duty applies',
};

export const SCENARIOS = { zh, en } as const;
