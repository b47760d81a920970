// The faults of inputs and policies, in both languages; those of files stand beside (file-diagnostics.ts). The code is
// stable; the sentence may improve.
// Style: lowercase, no final period, input in backticks.

import { expectedInChinese } from './expected.js';

type Sentence = (value: string, expected: string, nearest: string | undefined, nest: string | undefined) => string;
export interface Message {
  readonly zh: Sentence;
  readonly en: Sentence;
}

export const zhHint = (nearest: string | undefined, nest?: string) =>
  nest ? `；请写成 ${nest}` : nearest === undefined ? '' : `；是否指 \`${nearest}\`？`;
export const enHint = (nearest: string | undefined, nest?: string) =>
  nest ? `; nest it: ${nest}` : nearest === undefined ? '' : `; did you mean \`${nearest}\`?`;
export const unknown = (zh: string, en: string): Message => ({
  zh: (value, _, nearest, nest) => `未知的${zh} \`${value}\`${zhHint(nearest, nest)}`,
  en: (value, _, nearest, nest) => `unknown ${en} \`${value}\`${enHint(nearest, nest)}`,
});
// Functions, as a text to put in would be searched for `$&` and the like.
const fill = (sentence: string, value: string, expected: string) =>
  sentence.replaceAll(/\{(value|expected)\}/g, (_, name) => (name === 'value' ? value : expected));
export const simple = (zh: string, en: string): Message => ({
  zh: (value, expected) => {
    const words = expectedInChinese(expected);
    // Names and numbers stand apart from the words before them.
    return fill(/^[\p{Script=Han}{]/u.test(words) ? zh : zh.replace('应为{expected}', '应为 {expected}'), value, words);
  },
  en: (value, expected) => fill(en, value, expected),
});

export const MESSAGES = {
  // Any input
  'input/invalid-type': simple('应为{expected}，实为 `{value}`', 'expected {expected}, found `{value}`'),
  'input/unknown-key': unknown('字段', 'key'),
  'input/unknown-value': unknown('取值', 'value'),
  'input/missing-key': simple('缺少必填字段；应为{expected}', 'required key is missing; expected {expected}'),
  'input/invalid-id': simple(
    '标识 `{value}` 不合格式；应为{expected}',
    'identifier `{value}` is not well formed; expected {expected}',
  ),
  'input/out-of-range': simple('`{value}` 超出范围；应为{expected}', '`{value}` is out of range; expected {expected}'),
  'input/invalid-time': simple(
    '`{value}` 不能识别为时间；可写作 {expected}',
    '`{value}` cannot be read as a time; write for example {expected}',
  ),
  'input/ambiguous-time': simple(
    '`{value}` 分不清月和日；可写作 {expected}',
    'of `{value}` nobody can tell the day from the month; write for example {expected}',
  ),
  'input/no-such-time': simple(
    '日历上没有 `{value}`，最接近的是 {expected}',
    'there is no `{value}` in the calendar; the nearest is {expected}',
  ),
  'input/does-not-last': simple(
    '`{value}`：这一时间没有起止，只能写 {expected}',
    '`{value}`: what this is the time of does not last; it takes {expected}',
  ),
  'input/invalid-date': simple(
    '`{value}` 不能识别为日期；应为{expected}',
    '`{value}` cannot be read as a day; expected {expected}',
  ),
  'input/out-of-order': simple('`{value}` 早于 {expected}', '`{value}` is before {expected}'),
  'input/in-the-future': simple(
    '`{value}` 晚于评估截止时间 {expected}',
    '`{value}` is after the day of judgement, {expected}',
  ),
  'input/contradiction': simple('`{value}` 与 {expected} 矛盾', '`{value}` contradicts {expected}'),
  'input/former-format': simple(
    '未写明 `format: {expected}`；旧格式的文件可用 `zerenzhi migrate 文件` 改写',
    'does not say `format: {expected}`; `zerenzhi migrate FILE` rewrites a file of the former format',
  ),
  'input/duplicate': simple('`{value}` 重复出现', '`{value}` stands more than once'),
  'input/too-deep': simple('嵌套过深；最多 {expected} 层', 'nested too deeply; at most {expected} levels'),
  'input/too-large': simple('文档过大；最多 {expected}', 'document too large; at most {expected}'),
  'input/forbidden-key': simple('不接受字段名 `{value}`', 'key `{value}` is not accepted'),
  'input/not-plain-data': simple(
    '`{value}` 不是普通数据；只接受 JSON 能表达的值',
    '`{value}` is not plain data; only what JSON can hold is accepted',
  ),
  'input/unreadable': simple(
    '无法作为本库的结果读取：`{value}`',
    'cannot be read as a result of this library: `{value}`',
  ),
  // Policies
  'policy/not-a-policy': simple('不是 createPolicy 生成的策略', 'not a policy made by createPolicy'),
  'policy/another-version': simple(
    '策略由本库的另一版本 {value} 生成；此处为 {expected}',
    'a policy made by version {value} of the library; this is {expected}',
  ),
  'policy/unchecked-regulation': simple(
    '法规数据未经检查；请先用 zerenzhi/authoring 的 regulationOf 检查',
    'not a checked regulation; pass it through regulationOf of zerenzhi/authoring first',
  ),
  'policy/unknown-profile': unknown('取值方案', 'profile'),
  'policy/unknown-term': unknown('用语', 'term'),
  'policy/unknown-question': unknown('解释问题', 'question'),
  'policy/unknown-reading': unknown('理解', 'reading'),
  'policy/unknown-threshold': unknown('用语取值项', 'threshold'),
  'policy/no-value': simple('没有给出任何取值；应给出 {expected}', 'gives no value; expected {expected}'),
  'policy/overlapping-dates': simple(
    '有效期与另一条重叠（自 {value} 起）',
    'is in force together with another one (from {value})',
  ),
  'policy/looser-than-implied': simple(
    '`{value}` 宽于 {expected}；前者成立，后者必然成立',
    '`{value}` is looser than {expected}, which always holds where this does',
  ),
  'policy/not-competent': simple(
    '`{value}` 无权解释本规定；由 `{expected}` 负责解释',
    '`{value}` may not interpret the regulation; that is for `{expected}`',
  ),
  'policy/issue-date-year': simple(
    '`{value}` 不在文件印发的年份 {expected}',
    '`{value}` is not in {expected}, the year of issue',
  ),
  // A unit's own rules
  'overlay/no-power': simple(
    '{value} 时的规定没有准许单位自定制度',
    'as of {value} the regulation lets no unit make rules of its own',
  ),
  'overlay/not-competent': simple(
    '`{value}` 是机构而不是单位，不能自定制度',
    '`{value}` is no unit, and makes no rules of its own',
  ),
  'overlay/beyond-unit': simple(
    '单位的制度只约束本单位，不能给 `{value}` 规定职责；应为本单位的职务（{expected}），或者用文字写明',
    "a unit's own rules put no duty on `{value}`, but on a role within it ({expected}), or on whom they name in words",
  ),
  'overlay/without-effect': simple(
    '单位的职责都不取决于 `{value}`，从严没有作用；可以从严的有 {expected}',
    'no duty of the units turns on `{value}`; those that can be made stricter: {expected}',
  ),
  'overlay/taken-id': simple(
    '`{value}` 是规定中的名称；本单位增加的职责另起名称，写作 {expected}',
    '`{value}` is a name of the regulation; a duty that the unit adds is named {expected}',
  ),
  'overlay/facts-only': simple(
    '单位的制度只能以事实（此处为 {expected}）为条件，不能改变对条文的理解：`{value}`',
    "a unit's own rules go by facts (here {expected}), and say nothing of how the text is read: `{value}`",
  ),
  'overlay/conflict': simple(
    '“{value}”与“{expected}”在同一时期规定不同；应保留其一，或者错开有效期',
    '“{value}” and “{expected}” rule otherwise for the same days; keep one, or let the one end before the other begins',
  ),
  'overlay/weaker': simple(
    '`{value}` 宽于现行取值；单位的制度只能从严，应为 {expected}',
    "`{value}` asks less than the value in force; a unit's own rules may only be stricter: {expected}",
  ),
  'overlay/not-comparable': simple(
    '尺度（{value}）与现行取值（{expected}）不同，不能判断是否从严；应用同一尺度',
    'measures otherwise ({value}) than the value in force ({expected}), so that nobody can tell which is stricter; measure the same',
  ),
  'record/former-format': simple(
    '第 {value} 版格式的记录，此处复核第 {expected} 版；请用生成它的版本复核，或重新评估存档',
    'a record of format version {value}, and not {expected}: replay it with the version that made it, or record the incident anew',
  ),
  'record/altered': simple(
    '记录在存档后被改动，不能作为对照的依据；何处不符，可用 `zerenzhi replay` 查看',
    'was changed after it was recorded, so nothing can be held against it; `zerenzhi replay` tells what does not fit',
  ),
  'record/another-regulation': simple(
    '记录依据的是另一部法规 `{value}`；此处为 `{expected}`',
    'a record of another regulation, `{value}`; this is `{expected}`',
  ),
  'record/another-incident': simple(
    '记录的是另一起事件 `{value}`；此处为 `{expected}`',
    'a record of another incident, `{value}`; this is `{expected}`',
  ),
  // Assessments that are read again
  'assessment/other-rules': simple(
    '评估依据的规则（{value}）与此处的规则（{expected}）不同',
    'rests on rules with the digest {value}; those given have {expected}',
  ),
  'assessment/other-policy': simple(
    '评估依据的策略与此处给出的不同',
    'was made with another policy than the one given',
  ),
  'assessment/policy-needed': simple(
    '评估依据本库未附的法规 {value}；请以 policy 给出当时的策略',
    'rests on regulation {value}, which is not the shipped one; pass the policy it was made with as `policy`',
  ),
  'assessment/unknown-provision': unknown('条款', 'provision'),
  // Organizations
  'organization/unknown-unit': unknown('单位', 'unit'),
  'organization/unknown-system': unknown('系统', 'system'),
  'organization/unknown-post': unknown('岗位', 'post'),
  'organization/cycle': simple('上级关系成环：{value}', 'parents form a cycle: {value}'),
  'organization/two-holders': simple('同一时间有两名任职者：{value}', 'two holders at the same time: {value}'),
  'organization/vacant-post': simple('岗位空缺：{value}', 'post is vacant: {value}'),
  'organization/no-post': simple('没有载明担任该职责的岗位：{value}', 'no post is recorded for: {value}'),
  'organization/not-designated': simple(
    '条文当时没有为其指定责任人：{value}',
    'the text designated nobody for it at that time: {value}',
  ),
  'organization/day-unknown': simple(
    '时间未精确到日，其间任职有变动：{value}',
    'the day is not known, and holders changed within the possible time: {value}',
  ),
  'organization/no-principal': simple(
    '没有标明以哪一位为准：{value}',
    'it is not recorded who is the principal head: {value}',
  ),
  'organization/acting-holder': simple(
    '代理任职：{value}；文本没有规定由谁代行',
    'acting holder: {value}; the text does not say who stands in',
  ),
  'organization/no-unit': simple('没有载明系统的{expected}单位', 'no {expected} unit is recorded for the system'),
  'organization/no-body': simple('没有载明由哪个单位承担：{value}', 'no unit is recorded as: {value}'),
  'organization/not-there': simple('当时尚未设立或者已经撤销：{value}', 'was not there at that time: {value}'),
  'organization/own-cause': simple(
    '{value}所在单位与本事件有关，由其认定、建议、答复的事项应考虑回避',
    '{value} sits in a unit that may be concerned; consider whether it should stand aside in what it finds, proposes or answers',
  ),
  'organization/changed-leaders': simple(
    '发生与发现之间领导有变动：{value}',
    'leaders changed between occurrence and discovery: {value}',
  ),
  // Unit records
  'unit/unknown-obligation': unknown('职责', 'obligation'),
  'unit/not-per-system': simple('职责 `{value}` 不按系统计', 'obligation `{value}` is not per system'),
  'unit/needs-system': simple(
    '职责 `{value}` 按系统计，须写明系统',
    'obligation `{value}` is per system; name the system',
  ),
  'unit/needs-units': simple(
    '职责 `{value}` 按单位计，须以 units 写明单位',
    'obligation `{value}` is owed towards each other unit; name them under units',
  ),
  'unit/not-per-unit': simple('职责 `{value}` 不按单位计', 'obligation `{value}` is not owed towards each other unit'),
  'unit/needs-activity': simple(
    '职责 `{value}` 按学校活动计：活动写入 activities，材料以 activity 写明是哪一次',
    'obligation `{value}` is owed for each activity of the school; put those under activities and name one under activity',
  ),
  'unit/not-per-activity': simple(
    '职责 `{value}` 不按学校活动计',
    'obligation `{value}` is not owed for each activity',
  ),
  'unit/unknown-activity': unknown('活动', 'activity'),
  'unit/unknown-notice': unknown('通报', 'notice'),
  'unit/no-day-set': simple(
    '职责 `{value}` 没有“适时”之类的要求，通报限定的日期对其无从适用',
    'obligation `{value}` is not to be done at an opportune time, so that a day set by a notice does not measure it',
  ),
  'unit/per-incident': simple(
    '职责 `{value}` 按事件计，请写入 incidents',
    'obligation `{value}` is owed for each incident; put it under incidents',
  ),
  // Conditions
  'rule/unknown-fact': unknown('事实', 'fact'),
  'rule/unknown-term': unknown('用语', 'term'),
  'rule/unknown-question': unknown('解释问题', 'question'),
  'rule/unknown-reading': unknown('理解', 'reading'),
  'rule/unknown-condition': unknown('命名条件', 'condition'),
  'rule/unknown-operator': unknown('运算符', 'operator'),
  'rule/not-a-condition': simple(
    '不是条件；应恰有一个：{expected}',
    'is not a condition; expected exactly one of {expected}',
  ),
  'rule/empty-group': simple(
    '条件组 `{value}` 为空，结果总是确定的',
    'group `{value}` is empty and would always come out the same',
  ),
  'rule/wrong-value': simple(
    '取值 `{value}` 不适合该事实和运算符；应为{expected}',
    'value `{value}` does not fit the fact and operator; expected {expected}',
  ),
  'rule/missing-quote': simple(
    '缺少引文：每个条件须引用条文原词',
    'has no quote: every condition cites words of the article',
  ),
  'rule/quote-not-found': {
    zh: (value, expected, nearest) => `引文 \`${value}\` 不在第 ${expected} 条原文中${zhHint(nearest)}`,
    en: (value, expected, nearest) => `quote \`${value}\` does not stand in article ${expected}${enHint(nearest)}`,
  },
  'rule/missing-reading': simple('没有写出理解 `{value}`', 'reading `{value}` is not given'),
  'rule/threshold-outside-term': simple(
    '阈值 `{value}` 只能写在用语中',
    'threshold `{value}` can only stand in a term',
  ),
  'rule/invalid-duration': simple(
    '`{value}` 不是时长；应如 {expected}',
    '`{value}` is not a duration; write for example {expected}',
  ),
} satisfies Record<string, Message>;
