import type { Diagnostic, Lang } from 'zerenzhi';

// Faults of what is typed into tables, in plain words: the row comes first, then what is wrong.

const textOf = (value: unknown) => String(value ?? '');

const zh = {
  quoted: (text: string) => `“${text}”`,
  of: (where: string, words: string) => (where === '' ? words : `${where}：${words}`),
  row: (kind: string, label: string, column: string) =>
    [label === '' ? kind : `${kind}“${label}”`, column].filter((part) => part !== '').join('，'),
  inIncident: (kind: string, id: string) => `事件中的${kind}“${id}”`,
  inUnitFile: '单位文件',
  unregistered: (id: string) => `台账中没有登记“${id}”`,
  stillUsed: (name: string) => `这里仍写着“${name}”，请先改掉`,
  fill: (label: string) => `请填写${label}`,
  choose: (label: string) => `请选择${label}`,
  needed: '请填写',
  twice: (id: string) => `“${id}”已经用过，请另取一个`,
  badId: (id: string) => `“${id}”不能用作标识：只能有文字、数字和 . _ : / -，不能有空格`,
  badDay: (value: string) => `“${value}”不是日期`,
  early: (value: string, other: string) => `${value} 早于 ${other}`,
  circle: (value: string) => `上级单位互相循环：${value}`,
};
const en: typeof zh = {
  quoted: (text) => ` “${text}” `,
  of: (where, words) => (where === '' ? words : `${where}: ${words}`),
  row: (kind, label, column) =>
    [label === '' ? kind : `${kind} “${label}”`, column].filter((part) => part !== '').join(', '),
  inIncident: (kind, id) => `${kind} “${id}” of the incident`,
  inUnitFile: 'File of a unit',
  unregistered: (id) => `“${id}” is not in the register`,
  stillUsed: (name) => `“${name}” still stands here; change that first`,
  fill: (label) => `Please fill in: ${label}`,
  choose: (label) => `Please choose: ${label}`,
  needed: 'please fill it in',
  twice: (id) => `“${id}” is taken; choose another`,
  badId: (id) => `“${id}” cannot be an identifier: letters, digits and . _ : / - only, no spaces`,
  badDay: (value) => `“${value}” is no day`,
  early: (value, other) => `${value} is before ${other}`,
  circle: (value) => `units belong to each other in a circle: ${value}`,
};
export const FAULTS = { zh, en };

/**
 * What is wrong, without where. What has no plainer words is told in those of the library, with what people call a thing
 * in the place of its id.
 */
export function faultWords(
  { code, value, expected = '', message }: Diagnostic,
  lang: Lang,
  labelOf: (id: string) => string = (id) => id,
): string {
  const say = FAULTS[lang];
  switch (code) {
    case 'organization/unknown-unit':
    case 'organization/unknown-post':
    case 'organization/unknown-system':
      return say.unregistered(textOf(value));
    case 'input/missing-key':
      return say.needed;
    case 'input/duplicate':
      return say.twice(textOf(value));
    case 'input/invalid-id':
      return say.badId(textOf(value));
    case 'input/invalid-date':
      return say.badDay(textOf(value));
    case 'input/out-of-order':
      return say.early(textOf(value), expected);
    case 'organization/cycle':
      return say.circle(textOf(value));
    default:
      return message[lang].replaceAll(/ ?`([^`]*)` ?/g, (_, id: string) => say.quoted(labelOf(id)));
  }
}
