// What the help of `diff` says, in both languages.

const zh = {
  describe:
    '比较两个规则文件夹，写成供审议修订的对照：原文逐字的变动、规定的变动、能说明差别的案例、期限、待复核之处、存档记录',
  before: '修订前的规则文件夹',
  after: '修订后的规则文件夹',
  records: '存档记录：按两者分别评估，列出结果不同的（记录本身不改动）',
};
const en: typeof zh = {
  describe:
    'compare two folders of rules for those who approve an amendment: the text word by word, provisions, cases that tell the rules apart, due dates, what to review, filed records',
  before: 'the folder of rules before the amendment',
  after: 'the folder of rules after it',
  records:
    'filed records: each is assessed by both, and those that come out otherwise are listed (nothing on file is altered)',
};
export const DIFF = { zh, en };
