// What the lists of a regulation say, in both languages.

const zh = {
  describe: {
    facts: '列出可在文档中写明的各项事实',
    terms: '列出条文中含义待定的用语',
    questions: '列出条文中有两种以上理解之处',
    provisions: '列出各项规定及其出处',
    profiles: '列出取值方案',
  },
  word: '只列标识、名称、问题或原文中含有此词的',
  heads: {
    id: '标识',
    label: '名称',
    ask: '问题',
    type: '类别',
    options: '取值',
    settledBy: '明确单位',
    place: '出处',
    words: '原文',
  },
  types: {
    boolean: '是或否',
    number: '数字',
    instant: '时间',
    enum: '选其一',
    set: '可选多项',
    principle: '原则',
    designation: '职责分工',
    duty: '职责',
    accountability: '问责情形',
    power: '权限',
    reference: '引用',
    commencement: '施行',
  } as Readonly<Record<string, string>>,
  option: (id: string, label: string) => (id === label ? id : `${id} ${label}`),
  between: '；',
};
const en: typeof zh = {
  describe: {
    facts: 'list the facts that documents may state',
    terms: 'list the words that the text leaves vague',
    questions: 'list the points that can be read in more than one way',
    provisions: 'list the provisions and where they stand',
    profiles: 'list the profiles of values',
  },
  word: 'only those with this in their id, label, question or words',
  heads: {
    id: 'id',
    label: 'label',
    ask: 'question',
    type: 'type',
    options: 'values',
    settledBy: 'settled by',
    place: 'place',
    words: 'words',
  },
  types: { instant: 'time', enum: 'one of', set: 'some of' },
  option: (id, label) => (id === label ? id : `${id} (${label})`),
  between: '; ',
};
export const LISTS = { zh, en };
