// What the page says around what the library answers.

const zh = {
  title: '网络安全工作责任制',
  views: {
    assess: '事件评估',
    responsibility: '责任链',
    obligations: '单位职责',
    authors: '规则编写',
    memo: '责任评估报告',
  },
  skip: '跳到正文',
  menu: '文件',
  import: '导入文件…',
  export: '导出事件文档',
  exportAll: '导出全部内容',
  link: '复制链接',
  linkCopied:
    '链接已复制。链接含有已填的全部内容，请只发给可以知悉的人；对方须有同一网页文件，放在自己的电脑上打开时请改用“导出全部内容”。',
  linkNotCopied: '浏览器不允许复制，链接在地址栏中。',
  new: '清空重填',
  undo: '撤销',
  redo: '重做',
  theme: { light: '浅色', dark: '深色' },
  other: 'English',
  drop: '松开即可导入',
  close: '关闭',
  notTaken: '未采纳，原有内容不变：',
  unreadableLink: '链接中的内容无法读出，已按空白打开；原链接未改动，可重新打开核对。',
  unreadableLinkKept: '链接中的内容无法读出，原有内容不变。',
  unknownFile: (name: string) =>
    `${name}：认不出是哪一种文件。可导入事件、单位、组织台账、取值与解释、本单位制度的 YAML 或 JSON 文件。`,
  unreadableFile: (name: string) => `${name}：无法读出。`,
  taken: (names: readonly string[]) => `已导入：${names.join('、')}`,
  overlayOf: (unit: string, isKnown: boolean) =>
    isKnown
      ? `；本单位制度适用于${unit}，见“单位职责”`
      : `；本单位制度适用于 ${unit}，但台账中没有这个单位，请核对标识`,
  local: '所有内容只在本页中处理，不会发送到任何地方。',
  asOf: '判断日期',
  proof: '推理全过程',
  otherRules: '现按导入的规则评估',
  shippedRules: '改回随附的规则',
};
const en: typeof zh = {
  title: 'Cybersecurity responsibility',
  views: { assess: 'Incident', responsibility: 'Who answers', obligations: 'Duties', authors: 'Rules', memo: 'Memo' },
  skip: 'Skip to the text',
  menu: 'File',
  import: 'Import files…',
  export: 'Export the incident',
  exportAll: 'Export everything',
  link: 'Copy link',
  linkCopied:
    'Link copied. It holds all that was entered: send it only to those who may know. It opens where the page lies at the same address; else send what “Export everything” gives.',
  linkNotCopied: 'The browser does not allow copying; the link is in the address bar.',
  new: 'Start anew',
  undo: 'Undo',
  redo: 'Redo',
  theme: { light: 'Light', dark: 'Dark' },
  other: '中文',
  drop: 'Drop to import',
  close: 'Close',
  notTaken: 'Not taken; everything is as it was:',
  unreadableLink: 'What the link holds cannot be read, and the page opened blank. The link is unchanged.',
  unreadableLinkKept: 'What the link holds cannot be read; what was entered stays.',
  unknownFile: (name) =>
    `${name}: not a file of a known kind. Incidents, units, organizations, policies and a unit's own rules can be imported, as YAML or JSON.`,
  unreadableFile: (name) => `${name}: cannot be read.`,
  taken: (names) => `Imported: ${names.join(', ')}`,
  overlayOf: (unit, isKnown) =>
    isKnown
      ? `; the rules are those of ${unit}: see Duties`
      : `; the rules are those of ${unit}, which the register does not have: check the id`,
  local: 'Everything stays in this page; nothing is sent anywhere.',
  asOf: 'Judged as of',
  proof: 'The whole proof',
  otherRules: 'Judged by the rules that were imported',
  shippedRules: 'Back to the rules that came with the page',
};
export const PAGE = { zh, en };
