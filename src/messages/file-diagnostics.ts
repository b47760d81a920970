import { type Message, simple, unknown } from './diagnostics.js';

// The faults of rule files and other files, which an app that brings its inputs itself never meets.

export const FILE_MESSAGES = {
  'input/syntax': simple('无法解析：{expected}', 'cannot be parsed: {expected}'),
  'rule/unknown-consequence': unknown('后果', 'consequence'),
  'rule/unknown-bearer': unknown('主体', 'bearer'),
  'rule/unknown-name': unknown('名称', 'name'),
  'rule/recursive-condition': simple('命名条件引用自身：{value}', 'named conditions refer to themselves: {value}'),
  'rule/mixed-polarity': simple(
    '`{value}` 在同一规定中既作肯定又作否定，三值结果将不精确',
    '`{value}` stands both plainly and negated in one provision, so that three values would not be exact',
  ),
  'rule/no-such-place': simple('`{value}` 所指的款、项在第 {expected} 条中不存在', '`{value}` names no paragraph or item of article {expected}'),
  'rule/duplicate-id': simple('标识 `{value}` 重复', 'identifier `{value}` is used twice'),
  'rule/text-differs': simple('与正式文本不符：{expected}', 'differs from the official text: {expected}'),
  'rule/checksum': simple('正式文本的校验值不符；应为 {expected}', 'checksum of the official text differs; expected {expected}'),
  'rule/unaccounted-sentence': simple('没有规定或台账说明这一句：`{value}`', 'no provision and no ledger entry accounts for `{value}`'),
  'rule/missing-article': simple('缺少第 {expected} 条', 'article {expected} is missing'),
  'file/exists': simple('已存在；续作请加 {expected}，或另指定输出文件', 'exists already; go on with {expected}, or name another output'),
  'file/other-run': simple(
    '属于另一次运行（输入或参数不同）；如不再需要，请删除 {expected}',
    'belongs to another run (another input or other options); delete {expected} if it is no longer needed',
  ),
  'file/unreadable': simple('无法读取：{expected}', 'cannot be read: {expected}'),
  'yaml/syntax': simple('YAML 语法错误：{expected}', 'YAML syntax: {expected}'),
  'yaml/alias-limit': simple('别名展开过多；最多 {expected}', 'aliases expand too far; at most {expected}'),
  'yaml/tag': simple('不接受标签 {value}；规则文件只是数据', 'tag {value} is not accepted; rule files are data'),
} satisfies Record<string, Message>;
