// What the columns and cells of tables of incidents are called, beside the labels that the rules give them.

const zh = {
  sheet: '事件',
  plain: {
    format: '格式',
    id: '标识',
    title: '事件名称',
    source: '来源',
    account: '事件经过',
    unit: '单位',
    system: '系统',
    parties: '当事人',
  },
  part: {
    from: (label: string) => `${label}（不早于）`,
    until: (label: string) => `${label}（不晚于）`,
    began: (label: string) => `${label}（起）`,
    ended: (label: string) => `${label}（止）`,
    atLeast: (label: string) => `${label}（至少）`,
    atMost: (label: string) => `${label}（至多）`,
    has: (label: string) => `${label}（包括）`,
    lacks: (label: string) => `${label}（不包括）`,
  },
  yes: '是',
  no: '否',
  unknown: '不知道',
  ongoing: '仍在持续',
};
const en: typeof zh = {
  sheet: 'incidents',
  plain: {
    format: 'format',
    id: 'id',
    title: 'title',
    source: 'source',
    account: 'account',
    unit: 'unit',
    system: 'system',
    parties: 'parties',
  },
  part: {
    from: (label) => `${label} (not before)`,
    until: (label) => `${label} (not after)`,
    began: (label) => `${label} (from)`,
    ended: (label) => `${label} (to)`,
    atLeast: (label) => `${label} (at least)`,
    atMost: (label) => `${label} (at most)`,
    has: (label) => `${label} (includes)`,
    lacks: (label) => `${label} (excludes)`,
  },
  yes: 'yes',
  no: 'no',
  unknown: 'unknown',
  ongoing: 'ongoing',
};
export const TABLE = { zh, en };
