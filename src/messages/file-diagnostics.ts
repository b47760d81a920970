import { enHint, type Message, simple, unknown, zhHint } from './diagnostics.js';
import { YAML_FAULTS } from './yaml-faults.js';

// The faults of rule files and other files, which an app that brings its inputs itself never meets.

type Words = { readonly [code: string]: { readonly zh: string; readonly en: string } };
/** A sentence that ends in words for the code that was expected; a code without words is told itself. */
const worded = (words: Words, zh: string, en: string): Message => ({
  zh: (_, code) => `${zh}：${words[code]?.zh ?? code}`,
  en: (_, code) => `${en}: ${words[code]?.en ?? code}`,
});
/** What systems say of a file, by their codes. */
const REASONS: Words = {
  ENOENT: { zh: '没有此文件或文件夹（ENOENT）', en: 'there is no such file or folder (ENOENT)' },
  EACCES: { zh: '没有权限（EACCES）', en: 'not permitted (EACCES)' },
  EPERM: { zh: '没有权限（EPERM）', en: 'not permitted (EPERM)' },
  EROFS: { zh: '所在磁盘只读（EROFS）', en: 'the disk is read-only (EROFS)' },
  EISDIR: { zh: '是文件夹（EISDIR）', en: 'it is a folder (EISDIR)' },
  ENOTDIR: { zh: '路径中有一段不是文件夹（ENOTDIR）', en: 'a part of the path is no folder (ENOTDIR)' },
  ENOSPC: { zh: '磁盘已满（ENOSPC）', en: 'the disk is full (ENOSPC)' },
  EBUSY: { zh: '正被其他程序占用（EBUSY）', en: 'another program uses it (EBUSY)' },
  EMFILE: { zh: '打开的文件过多（EMFILE）', en: 'too many files are open (EMFILE)' },
  ENAMETOOLONG: { zh: '文件名过长（ENAMETOOLONG）', en: 'its name is too long (ENAMETOOLONG)' },
};

export const FILE_MESSAGES = {
  'input/syntax': simple('不是合格的 {expected}', 'not well-formed {expected}'),
  'rule/unknown-consequence': unknown('后果', 'consequence'),
  'rule/unknown-bearer': unknown('主体', 'bearer'),
  'rule/unknown-name': unknown('名称', 'name'),
  'scenario/quote-not-found': {
    zh: (value, _, nearest) => `原文没有 \`${value}\`${zhHint(nearest)}`,
    en: (value, _, nearest) => `\`${value}\` does not stand in the text${enHint(nearest)}`,
  },
  'rule/quote-elsewhere': simple(
    '引文 `{value}` 不在本条，而在第 {expected} 条',
    'quote `{value}` stands in article {expected}, not in this one',
  ),
  'rule/required-fact': simple(
    '必须有事实 `{value}`：事件发生、发现的时间',
    'there must be a fact `{value}`: when an incident was, or was found',
  ),
  'rule/required-file': simple('规则文件夹必须有此文件', 'a folder of rules must have this file'),
  'yaml/full-width': simple(
    '`{value}` 是全角字符；此处应为半角 `{expected}`',
    '`{value}` is a full-width sign; write `{expected}` here',
  ),
  'rule/recursive-condition': simple('命名条件引用自身：{value}', 'named conditions refer to themselves: {value}'),
  'rule/mixed-polarity': simple(
    '`{value}` 在同一规定中既作肯定又作否定，三值结果将不精确',
    '`{value}` stands both plainly and negated in one provision, so that three values would not be exact',
  ),
  'rule/no-such-place': simple(
    '`{value}` 所指的款、项在第 {expected} 条中不存在',
    '`{value}` names no paragraph or item of article {expected}',
  ),
  'rule/two-versions': simple(
    '第 {value} 条有两个文件，起始日期（from）相同',
    'two files have article {value}, from the same day (`from`)',
  ),
  'rule/unknown-edition': simple(
    '`{value}` 不是 regulation.yaml 的 editions 所列的日期；已列 {expected}',
    '`{value}` is not the day of an edition in regulation.yaml (`editions`); those listed: {expected}',
  ),
  'rule/idle-edition': simple('自 `{value}` 起没有任何条文开始或者终止', 'no article begins or ends on `{value}`'),
  'rule/duplicate-id': simple('标识 `{value}` 重复', 'identifier `{value}` is used twice'),
  'rule/taken-name': simple(
    '`{value}` 不能用作事实名称：此处已有 `{expected}`',
    '`{value}` cannot be the name of a fact: `{expected}` stands there already',
  ),
  'rule/recursive-fact': simple('事实的时间先后引用自身：{value}', 'facts come before themselves: {value}'),
  'rule/text-differs': simple(
    '正式文本此处为 `{expected}`，条文文件为 `{value}`',
    'the official text has `{expected}` here, the article `{value}`',
  ),
  'rule/checksum': simple(
    '正式文本的校验值不符：所记为 {expected}，现为 {value}',
    'the checksum of the official text differs: {expected} is on record, it is {value} now',
  ),
  'rule/unaccounted-words': simple(
    '没有规定引用、也没有 ledger 说明这些文字：`{value}`',
    'no provision quotes these words, and no ledger entry accounts for them: `{value}`',
  ),
  'rule/missing-article': simple('缺少第 {expected} 条', 'article {expected} is missing'),
  'lint/quote-out-of-place': simple(
    '引文 `{value}` 不在该规定所在的款、项，而在 {expected}',
    'quote `{value}` does not stand in the paragraph or item of its provision, but in {expected}',
  ),
  'lint/term-words': simple(
    '用语 `{value}` 的文字“{expected}”不在所引的文字中',
    'the words of term `{value}`, “{expected}”, do not stand in the quote',
  ),
  'lint/unused': simple('`{value}` 没有任何规定用到', 'nothing uses `{value}`'),
  'lint/readings-alike': simple(
    '理解 `{value}` 与 `{expected}` 编出来的结果相同',
    'readings `{value}` and `{expected}` come to the same',
  ),
  'lint/hours': simple(
    '只写了 {expected} 时，`{value}` 仍是未知，小时数就算不出来；在 `{value}` 写明 implied: [{ by: {expected}, value: … }]',
    'where only {expected} is said, `{value}` stays unknown and the hours cannot be worked out; give `{value}` an implied: [{ by: {expected}, value: … }]',
  ),
  'lint/left-behind': simple(
    '“{value}”还是上一版的，而它所说的条文已改：请复核',
    '“{value}” is that of the version before, and the words it is of changed: look at it again',
  ),
  'lint/number': simple('条文中的“{value}”没有规定写入', 'the text says “{value}”, and no rule has that number'),
  'file/exists': simple('已存在；请另指定输出文件', 'exists already; name another output'),
  'file/not-plain': simple(
    '是链接、有多个名称的文件、文件夹或设备；请另指定输出文件',
    'is a link, a file with several names, a folder or a device; name another output',
  ),
  'file/empty': simple('没有内容', 'has nothing in it'),
  'file/no-documents': simple('文件夹中没有可读的文档（{expected}）', 'no document in this folder ({expected})'),
  'file/unknown-kind': simple(
    '看不出是哪一种文件；可检查的有单位自定的制度（duties 或 document）、取值与解释（rulings 或 terms）、场景表（各行以 - 开头）',
    "nothing in it says what kind of file it is; checked are a unit's own rules (duties or document), values and rulings (terms or rulings), and tables of scenarios (rows that begin with -)",
  ),
  'file/encoding': simple('不是 UTF-8 编码；请另存为 UTF-8', 'is not UTF-8; re-save it as UTF-8'),
  'file/outside': simple(
    '是通向文件夹之外的链接；请放入文件本身',
    'is a link that leads out of the folder; put the file itself there',
  ),
  'file/is-input': simple('就是输入文件；请另指定输出文件', 'is the input itself; name another output'),
  'file/finished': simple(
    '没有可续作的：已经完成，或不是批量评估的结果',
    'nothing to go on with: it is finished, or not what a bulk assessment wrote',
  ),
  'file/interrupted': simple(
    '此处有中断的运行；续作请加 {expected}，或另指定输出文件',
    'a run was interrupted here; go on with {expected}, or name another output',
  ),
  'file/other-run': simple(
    '属于另一次运行（输入、参数或规则不同）；如不再需要，请删除 {expected}',
    'belongs to another run (another input, other options or other rules); delete {expected} if it is no longer needed',
  ),
  'file/not-a-checkpoint': simple('不是批量评估留下的断点记录', 'not a checkpoint as a bulk assessment leaves it'),
  'file/too-short': simple(
    '短于断点所记：应至少 {expected} 字节，实为 {value}',
    'shorter than its checkpoint says: expected at least {expected} bytes, found {value}',
  ),
  'file/locked': simple(
    '进程 {value} 正在写入；如该进程已不在运行，请删除此文件',
    'process {value} is writing the output; delete this file if that process is no longer running',
  ),
  'file/needs-package': simple(
    '此格式需要 npm 包 {expected}，尚未安装；请运行 npm install {expected}',
    'this format needs the npm package {expected}, which is not installed: npm install {expected}',
  ),
  'file/not-migrated': simple(
    '含有别名等无法就地改写的写法；请展开后再改写',
    'uses anchors or the like, which cannot be rewritten in place; write them out first',
  ),
  'file/unwritable': worded(REASONS, '无法写入', 'cannot be written'),
  'file/unreadable': worded(REASONS, '无法读取', 'cannot be read'),
  'csv/columns': simple('应有 {expected} 列，实有 {value} 列', 'expected {expected} columns, found {value}'),
  'csv/quote': simple(
    '引号未成对或不在单元格两端；单元格内的引号应写两个，并给整个单元格加引号',
    'a quote is not closed, or not at the ends of its cell; write a quote within a cell twice, and put the cell in quotes',
  ),
  'table/same-column': simple('`{value}` 与 `{expected}` 是同一列', '`{value}` names the same column as `{expected}`'),
  'table/no-heading': simple('`{value}` 所在的列没有列名', '`{value}` stands in a column without a heading'),
  'table/yes-or-no': simple(
    '应为“是”“否”或“不知道”{expected}，实为 `{value}`',
    'expected yes, no or unknown{expected}, found `{value}`',
  ),
  'table/option': {
    zh: (value, expected, nearest) => `未知的取值 \`${value}\`；可填 ${expected}${zhHint(nearest)}`,
    en: (value, expected, nearest) => `unknown value \`${value}\`; expected one of ${expected}${enHint(nearest)}`,
  },
  'table/one-of': simple('与 `{expected}` 只填其一', 'only this or `{expected}` may be filled in'),
  'table/old-workbook': simple(
    '是旧版 .xls 或加了密码的文件；请另存为不加密码的 .xlsx',
    'is a workbook of the old kind (.xls) or has a password; save it as .xlsx without a password',
  ),
  'table/one-row': simple(
    '此命令一次只用一起事件；表中应恰有 1 行事件，实有 {value} 行',
    'this command takes one incident: the table should have exactly 1 row of them, and has {value}',
  ),
  'table/no-table': simple(
    '此处不能用表格；应为 YAML 或 JSON 文档',
    'no table can stand here; expected a document in YAML or JSON',
  ),
  'yaml/syntax': worded(YAML_FAULTS, 'YAML 语法错误', 'YAML syntax'),
  'record/failed': simple('此记录无法评估：{expected}', 'this record could not be assessed: {expected}'),
  'yaml/key': simple('字段名应为文字', 'a key is a word, not a list or a mapping'),
  'yaml/version': simple('不接受 YAML {value}；应为{expected}', 'YAML {value} is not accepted; expected {expected}'),
  'yaml/alias-limit': simple('别名展开过多；最多 {expected}', 'aliases expand too far; at most {expected}'),
  'yaml/tag': simple('不接受标签 {value}；规则文件只是数据', 'tag {value} is not accepted; rule files are data'),
} satisfies Record<string, Message>;
