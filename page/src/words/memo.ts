// What the view of the memo says around the memo itself.

const zh = {
  to: '主送',
  from: '署名',
  date: '成文日期',
  print: '打印',
  word: '下载 Word 文档',
  file: '责任评估报告',
  hint: '未填的留空，打印后手写。文号、印章由本单位另加。',
};
const en: typeof zh = {
  to: 'To',
  from: 'From',
  date: 'Date',
  print: 'Print',
  word: 'Download Word document',
  file: 'memo',
  hint: 'What is left empty stays blank on paper. Document numbers and seals are your office’s own.',
};
export const MEMO = { zh, en };
