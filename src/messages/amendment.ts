import type { Lang } from '../language.js';
import { chineseDate } from './times.js';

// What the page of an amendment says, for those who approve it.

interface Counts {
  readonly text: number;
  readonly added: number;
  readonly gone: number;
  readonly changed: number;
}

const zh = {
  title: '修订对照',
  identical: '两者没有差别。',
  counts: ({ text, added, gone, changed }: Counts) =>
    `原文变动 ${text} 处；规定新增 ${added} 项、删除 ${gone} 项、变动 ${changed} 项。`,
  text: '原文',
  parts: '规定',
  definitions: '用语、事实等',
  telling: '能说明差别的案例',
  tellingNote: '案例由有限的搜索找出，并经两者实际评估；没有找到不证明没有差别。',
  due: '期限与频次',
  review: '待复核：所涉文字或规则已变，以下内容未变',
  scenarios: '修订前符合、修订后不符合的场景',
  records: '存档记录',
  recordsSame: (count: number) => `${count} 份存档记录的结果均不变。`,
  followsOtherwise: '追究的人员、期限或者问责提议有所不同',
  unassessed: '无法评估',
  change: { added: '新增', gone: '删除', changed: '变动' },
  since: (from: string | undefined, until: string | undefined) =>
    [from && `自${chineseDate(from)}起`, until && `至${chineseDate(until)}`].filter(Boolean).join('，'),
  formerly: (place: string) => `（原${place}）`,
  languages: { zh: '中文', en: '英文' },
  was: '修订前',
  is: '修订后',
  noProvision: '没有这项规定',
  notFound: (count: number) => `试过 ${count} 个案例，没有发现差别：不等于证明没有差别。`,
  finding: (label: string) => `认定“${label}”`,
  done: '已履行的记录',
  unknown: { before: '修订前没有，不计入', after: '修订后没有，不计入' },
  rhythm: '频次',
  noDue: '没有固定的时刻',
  because: (what: string) => `变动的是${what}`,
};
const en: typeof zh = {
  title: 'What the amendment changes',
  identical: 'Nothing differs.',
  counts: ({ text, added, gone, changed }) =>
    `Places of the text that change: ${text}. Provisions added: ${added}, gone: ${gone}, changed: ${changed}.`,
  text: 'The text',
  parts: 'Provisions',
  definitions: 'Facts, terms and the rest',
  telling: 'Cases that tell the rules apart',
  tellingNote:
    'Cases are found by a bounded search and assessed by both. That none was found does not prove that nothing differs.',
  due: 'Due dates and rhythm',
  review: 'To review: the words or the rule changed, and these did not',
  scenarios: 'Scenarios that hold before and not after',
  records: 'Filed records',
  recordsSame: (count) => `${count} filed record${count === 1 ? '' : 's'}: nothing comes out otherwise.`,
  followsOtherwise: 'who answers, a due time, or who may propose what comes out otherwise',
  unassessed: 'cannot be assessed',
  change: { added: 'added', gone: 'gone', changed: 'changed' },
  since: (from, until) => [from && `from ${from}`, until && `until ${until}`].filter(Boolean).join(' '),
  formerly: (place) => ` (formerly ${place})`,
  languages: { zh: 'Chinese', en: 'English' },
  was: 'before',
  is: 'after',
  noProvision: 'no such provision',
  notFound: (count) => `no difference found in ${count} case${count === 1 ? '' : 's'}: not proved`,
  finding: (label) => `found: ${label}`,
  done: 'on file as done',
  unknown: { before: 'not there before, and left out', after: 'not there after, and left out' },
  rhythm: 'rhythm',
  noDue: 'at no fixed moment',
  because: (what) => `changed: ${what}`,
};

export const AMENDMENT: Record<Lang, typeof zh> = { zh, en };
