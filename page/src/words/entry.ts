// What tables of entries say, in whatever view.

const zh = {
  notSet: '未登记',
  must: '标 * 的必须填写。',
  next: '；',
  refused: '未采纳，原登记不变：',
  of: (column: string, row: string) => `${column}，${row}`,
  remove: (name: string) => `删去${name}`,
};
const en: typeof zh = {
  notSet: 'not recorded',
  must: 'What has a * is needed.',
  next: '; ',
  refused: 'Not taken; everything is as it was:',
  of: (column, row) => `${column}, ${row}`,
  remove: (name) => `Remove ${name}`,
};
export const ENTRY = { zh, en };
