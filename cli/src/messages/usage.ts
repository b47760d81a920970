// What help and faults of usage say, in both languages.

const zh = {
  titles: { 'Usage:': '用法：', 'Arguments:': '参数：', 'Options:': '选项：', 'Commands:': '命令：' },
  /** The words that stand in brackets for what is to be given. */
  places: {
    options: '选项',
    command: '命令',
    file: '文件',
    folder: '文件夹',
    id: '标识',
    time: '时点',
    lang: '语言',
    format: '格式',
    input: '输入',
    incident: '事件',
    record: '记录',
    number: '条号',
    word: '词',
    n: '数目',
    goal: '目标',
    shell: '终端',
  } as Readonly<Record<string, string>>,
  choices: (all: readonly string[]) => `可取 ${all.join('、')}`,
  byDefault: (value: string) => `默认 ${value}`,
  beside: (description: string, more: readonly string[]) => `${description}（${more.join('；')}）`,
  help: '显示用法',
  helpOf: '显示某一命令的用法',
  version: '显示版本与所依规定的文号',
  unknownOption: (flag: string, near?: string) => `没有选项 ${flag}${near ? `；是否指 ${near}？` : ''}`,
  unknownCommand: (name: string, near?: string) => `没有命令 ${name}${near ? `；是否指 ${near}？` : ''}`,
  missingArgument: (name: string) => `缺少参数：${name}`,
  optionMissingArgument: (flags: string) => `选项 ${flags} 后面缺少取值`,
  missingOption: (flags: string) => `必须给出选项 ${flags}`,
  tooMany: (expected: string, received: string) => `参数过多：至多 ${expected} 个，给出了 ${received} 个`,
  wrongOption: (flags: string, value: string, right: string) =>
    `选项 ${flags} 不能取 ${value}；可取 ${right.replaceAll(', ', '、')}`,
  wrongArgument: (value: string, name: string, right: string) =>
    `参数 ${name} 不能取 ${value}；可取 ${right.replaceAll(', ', '、')}`,
};
const en: typeof zh = {
  titles: { 'Usage:': 'Usage:', 'Arguments:': 'Arguments:', 'Options:': 'Options:', 'Commands:': 'Commands:' },
  places: {},
  choices: (all) => `choices: ${all.join(', ')}`,
  byDefault: (value) => `default: ${value}`,
  beside: (description, more) => `${description} (${more.join('; ')})`,
  help: 'show how it is used',
  helpOf: 'show how a command is used',
  version: 'show the versions, and the number of the regulation',
  unknownOption: (flag, near) => `there is no option ${flag}${near ? `; did you mean ${near}?` : ''}`,
  unknownCommand: (name, near) => `there is no command ${name}${near ? `; did you mean ${near}?` : ''}`,
  missingArgument: (name) => `an argument is missing: ${name}`,
  optionMissingArgument: (flags) => `option ${flags} needs a value`,
  missingOption: (flags) => `option ${flags} has to be given`,
  tooMany: (expected, received) => `too many arguments: at most ${expected}, found ${received}`,
  wrongOption: (flags, value, right) => `option ${flags} cannot be ${value}; it takes ${right}`,
  wrongArgument: (value, name, right) => `argument ${name} cannot be ${value}; it takes ${right}`,
};
export const USAGE = { zh, en };
