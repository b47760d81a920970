import { chineseDate } from './times.js';

// Questions that no rule file asks, because they are about any regulation and any file of evidence.

export const ISSUE_DATE = (number: string) => ({
  zh: `${number}何日印发？`,
  en: `On which day was ${number} issued?`,
});
export const EVIDENCE = (action: Words, subject: SubjectNamed) => {
  const { zh, en } = subjectText(subject);
  return {
    zh: `有何材料证明已履行“${action.zh}”${zh}？`,
    en: `What shows that this was done: ${action.en}${en}?`,
  };
};
/** What was on file ran out on a day. */
export const RENEWED = (action: Words, subject: SubjectNamed, until: string, ref?: string) => {
  const { zh, en } = subjectText(subject);
  return {
    zh: `“${action.zh}”${zh}：原材料${ref === undefined ? '' : `“${ref}”`}${chineseDate(until)}到期，有无续订或者新的材料？`,
    en: `${action.en}${en}: what is on file${ref === undefined ? '' : ` (${ref})`} ran out on ${until}; was it renewed, or is there anything newer?`,
  };
};
/** What is on file is of a day. */
export const SINCE = (action: Words, subject: SubjectNamed, on: string, ref?: string) => {
  const { zh, en } = subjectText(subject);
  return {
    zh: `“${action.zh}”${zh}：现有材料${ref === undefined ? '' : `“${ref}”`}为${chineseDate(on)}的，此后有无材料？`,
    en: `${action.en}${en}: what is on file${ref === undefined ? '' : ` (${ref})`} is of ${on}; is there anything since?`,
  };
};
type Words = { readonly zh: string; readonly en: string };
type SubjectNamed = { readonly [of in 'system' | 'towards' | 'activity' | 'notice']?: string | undefined };
function subjectText(subject: SubjectNamed): Words {
  const of = (words: { readonly [of in keyof SubjectNamed]: string }) =>
    (['system', 'towards', 'activity', 'notice'] as const)
      .flatMap((key) => (subject[key] === undefined ? [] : [`${words[key]} ${subject[key]}`]))
      .join(' ');
  const [zh, en] = [
    of({ system: '系统', towards: '单位', activity: '活动', notice: '通报' }),
    of({ system: 'system', towards: 'unit', activity: 'activity', notice: 'notice' }),
  ];
  return { zh: zh && `（${zh}）`, en: en && ` (${en})` };
}
export const UNITS = Object.freeze({
  zh: '学校还有哪些单位？',
  en: 'Which other units does the school have?',
});
export const SYSTEMS = Object.freeze({
  zh: '该单位有哪些信息系统？',
  en: 'Which information systems does the unit have?',
});
export const ACTIVITIES = Object.freeze({
  zh: '学校开展过哪些须该单位配合的活动？（没有的也要写明，在单位文件中填空的列表“[]”）',
  en: 'Which activities did the school hold that the unit was to take part in? (if there were none, say so: an empty list, [], in the unit file)',
});
export const INCIDENTS = Object.freeze({
  zh: '该单位发生过哪些网络安全事件？承担学校机构职责的，也包括其他单位的事件。（没有的也要写明，在单位文件中填空的列表“[]”）',
  en: 'Which incidents has the unit had? In the role of a body, those of other units too. (if there were none, say so: an empty list, [], in the unit file)',
});
