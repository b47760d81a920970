// What a fault says would be right, in Chinese. In English it is told as it stands, as a schema names it.

const KINDS: { readonly [kind: string]: string } = {
  object: '对象（字段: 取值）',
  mapping: '对象（字段: 取值）',
  record: '对象（字段: 取值）',
  array: '列表',
  list: '列表',
  set: '所列选项组成的列表',
  enum: '所列选项之一',
  string: '文字',
  'string[]': '文字的列表',
  number: '数字',
  int: '整数',
  boolean: '是或否（true 或 false）',
  instant: '时间',
  null: '空值（null）',
  function: '函数',
  value: '其他取值',
  id: '标识',
  assessment: '本库的评估结果',
  'a letter or digit, then letters, digits . _ : / - (128 at most)':
    '以字母或数字开头，后接字母、数字或 . _ : / -（至多 128 个）',
  // What systems are to units
  managing: '主管',
  operating: '运行',
  using: '使用',
};
const MEASURES: readonly [RegExp, string][] = [
  [/^year (?=[≤≥])/, '年份 '],
  [/ bytes$/, ' 字节'],
  [/ values$/, ' 个值'],
];

/** Kinds in words; names, numbers and forms as they stand. */
export function expectedInChinese(expected: string): string {
  const kinds = (Object.hasOwn(KINDS, expected) ? [expected] : expected.split(' / ')).map((kind) =>
    Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined,
  );
  if (kinds.every((kind) => kind !== undefined)) return [...new Set(kinds)].join('或');
  return MEASURES.reduce((text, [form, words]) => text.replace(form, words), expected);
}
