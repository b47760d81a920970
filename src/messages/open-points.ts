// Questions that no rule file asks, because they are about any regulation and any file of evidence.

export const ISSUE_DATE = (number: string) => ({
  zh: `${number} 何日印发？`,
  en: `On which day was ${number} issued?`,
});
export const EVIDENCE = (
  action: { zh: string; en: string },
  { system, towards }: { system?: string | undefined; towards?: string | undefined },
) => {
  const of = (systemWord: string, unitWord: string) =>
    system !== undefined ? `${systemWord} ${system}` : towards !== undefined ? `${unitWord} ${towards}` : '';
  const [zh, en] = [of('系统', '单位'), of('system', 'unit')];
  return {
    zh: `有何材料证明已履行“${action.zh}”${zh && `（${zh}）`}？`,
    en: `What shows that this was done: ${action.en}${en && ` (${en})`}?`,
  };
};
export const UNITS = Object.freeze({
  zh: '学校还有哪些单位？',
  en: 'Which other units does the school have?',
});
export const SYSTEMS = Object.freeze({
  zh: '该单位有哪些信息系统？',
  en: 'Which information systems does the unit have?',
});
export const INCIDENTS = Object.freeze({
  zh: '该单位发生过哪些网络安全事件？承担学校机构职责的，也包括其他单位的事件。（没有的填“[]”）',
  en: 'Which incidents has the unit had? In the role of a body, those of other units too. (an empty list if none)',
});
