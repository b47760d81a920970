interface BulkNumbers {
  readonly triggered: number;
  readonly 'not-triggered': number;
  readonly undetermined: number;
  readonly rejected: number;
  readonly resumed: number;
}

const zh = {
  description: '网络安全工作责任制：事件评估、责任链、单位职责',
  helpHint: '（用 --help 查看用法）',
  exitCodes: '退出码：0 未触发或均已履行；10 已触发、违反或逾期；20 待定；64 用法错误；65 数据错误',
  lang: '输出语言',
  json: '输出 JSON，每份文档一行',
  noColor: '不用颜色',
  organization: '组织台账（YAML 或 JSON）',
  policy: '取值与解释（YAML 或 JSON，内容同 createPolicy 的参数）',
  profile: '取值方案',
  asOf: '判断时点：日期或带时区偏移的时间',
  noPresume: '不使用推定',
  assess: '评估网络安全事件',
  obligations: '检查单位职责履行情况',
  chain: '列出单位、系统或事件的责任链',
  explain: '说明每项情形为何符合、为何不符合或为何待定',
  provision: '只说明这些规定',
  articles: '列出条文；给出事件时标示各处文字是否符合',
  input: '文件、文件夹、NDJSON；- 或省略为标准输入',
  unit: '单位标识',
  system: '系统标识',
  number: '条号',
  incident: '事件文档',
  output: '批量评估一个 NDJSON、CSV 或 Parquet 文件：每条一行写入此文件，问题记录另存',
  resume: '从上次中断处续作',
  threads: '工作线程数；0 为不用（默认按处理器数）',
  timeline: '把一起事件的时间与期限画成时间线',
  format: '输出格式',
  onePicture: '一次只画一份文档的图；其余未画',
  oneFile: '--output 需要恰好一个 .ndjson、.jsonl、.csv 或 .parquet 文件',
  bulk: (n: BulkNumbers) =>
    `触发 ${n.triggered}，未触发 ${n['not-triggered']}，待定 ${n.undetermined}，问题记录 ${n.rejected}${n.resumed > 0 ? `（其中续作前已完成 ${n.resumed} 条）` : ''}`,
  rejects: '问题记录见',
};
const en: typeof zh = {
  description: 'responsibility for cybersecurity: incidents, chains of responsibility, obligations of units',
  helpHint: '(use --help for usage)',
  exitCodes: 'Exit codes: 0 not triggered or all fulfilled; 10 triggered, breached or overdue; 20 undetermined; 64 usage; 65 bad data',
  lang: 'language of the output',
  json: 'print JSON, one line a document',
  noColor: 'without colour',
  organization: 'the organization (YAML or JSON)',
  policy: 'values and rulings (YAML or JSON, the options of createPolicy)',
  profile: 'the profile of values',
  asOf: 'time of judgement: a date, or an instant with an offset',
  noPresume: 'without presumptions',
  assess: 'assess incidents',
  obligations: 'check the obligations of units',
  chain: 'list who answers for a unit, a system or an incident',
  explain: 'says why each provision is met, why not, or why it is open',
  provision: 'explain these provisions only',
  articles: 'list the articles; with an incident, lit by what is met',
  input: 'files, folders, NDJSON; - or nothing for standard input',
  unit: 'identifier of the unit',
  system: 'identifier of the system',
  number: 'number of an article',
  incident: 'a document on an incident',
  output: 'assess a whole NDJSON, CSV or Parquet file: one line a record into this file, faulty records into one beside it',
  resume: 'go on where an interrupted run stopped',
  threads: 'worker threads; 0 for none (by default, by the number of processors)',
  timeline: 'draw the times and deadlines of an incident',
  format: 'format of the output',
  onePicture: 'one document is drawn at a time; the others were not',
  oneFile: '--output needs exactly one .ndjson, .jsonl, .csv or .parquet file',
  bulk: (n) =>
    `triggered ${n.triggered}, not triggered ${n['not-triggered']}, undetermined ${n.undetermined}, rejected ${n.rejected}${n.resumed > 0 ? ` (${n.resumed} of them before the interruption)` : ''}`,
  rejects: 'the rejected records are in',
};
export const CLI = { zh, en };
