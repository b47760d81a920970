import type { Checked } from 'zerenzhi/authoring';

// What the check of a folder of rules says, in both languages.

interface Counts {
  readonly articles: number;
  readonly provisions: number;
  readonly words: number;
}

const zh = {
  describe: '检查规则文件夹（格式、名称、引文、原文逐字的归属），或者单位自定制度的文件',
  folder: '规则文件夹',
  path: '规则文件夹，或者单位自定的制度、取值与解释、场景表的文件（YAML 或 JSON）',
  onlyFiles: '--regulation、--policy、--profile 只用于检查文件',
  oneFolder: '一次检查一个文件夹，文件夹不与文件同时检查',
  policy: '取值与解释：单位的制度不得宽于其中的取值',
  scenarios: (rows: number) => `场景 ${rows} 个`,
  policies: (files: number) => `取值与解释 ${files} 份`,
  overlay: (title: string, duties: number, terms: number) =>
    `《${title}》：增加职责 ${duties} 项，自定取值 ${terms} 处`,
  strict: '提示也算错误',
  note: '（提示）',
  ledger: '逐字列出原文，每处文字由哪项规定写入，或者为何无须写入',
  heads: ['出处', '原文', '归属'],
  between: '、',
  first: '首见于',
  found: ({ faults, notes }: Pick<Checked, 'faults' | 'notes'>) =>
    faults.length > 0 ? `${faults.length} 处错误` : `没有错误${notes.length > 0 ? `，${notes.length} 处提示` : ''}`,
  has: ({ articles, provisions, words }: Counts) =>
    `${articles} 条，${provisions} 项规定，原文 ${words} 字，字字有归属`,
  checksum: (file: string) => `${file} 的校验值（sha256）：`,
};
const en: typeof zh = {
  describe:
    "check a folder of rules (shape, names, quotes, an owner for every word of the text), or files of units' own rules",
  folder: 'a folder of rule files',
  path: "a folder of rule files, or files: units' own rules, values and rulings, tables of scenarios (YAML or JSON)",
  onlyFiles: '--regulation, --policy and --profile go with files only',
  oneFolder: 'check one folder at a time, and no files with it',
  policy: "values and rulings: a unit's own rules may not be looser than these values",
  scenarios: (rows) => `${rows} scenario${rows === 1 ? '' : 's'}`,
  policies: (files) => `${files} file${files === 1 ? '' : 's'} of values and rulings`,
  overlay: (title, duties, terms) =>
    `${title}: ${duties} ${duties === 1 ? 'duty' : 'duties'} added, a value of its own for ${terms} ${terms === 1 ? 'term' : 'terms'}`,
  strict: 'notes count as faults',
  note: '(note)',
  ledger: 'list the text word by word, with the provision that has the words, or why none has',
  heads: ['place', 'words', 'owner'],
  between: '; ',
  first: 'first at',
  found: ({ faults, notes }) =>
    faults.length > 0
      ? `${faults.length} fault${faults.length > 1 ? 's' : ''}`
      : `no faults${notes.length > 0 ? `, ${notes.length} note${notes.length > 1 ? 's' : ''}` : ''}`,
  has: ({ articles, provisions, words }) =>
    `${articles} articles, ${provisions} provisions, ${words} characters of text, each with an owner`,
  checksum: (file) => `checksum of ${file} (sha256): `,
};

export const CHECK = { zh, en } as const;
