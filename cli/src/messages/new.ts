// What files for authors of rules to begin with say, and what is said of them, in both languages.

const zh = {
  describe: '为编写规则的人起草；待填的事件、单位、台账文档用 init',
  schemas: {
    describe: '为规则文件写出 JSON Schema：编辑时提示本文件夹中的各种名称及其含义，标出不符之处',
    folder: '规则文件夹；有错误时，写出能读到的',
    out: '写入此文件夹，不写则为规则文件夹中的 .schemas',
    written: (out: string) =>
      `已写入 ${out}。名称有增减后请再次运行。各规则文件的第一行写作下面一行，支持 YAML 的编辑器即可读到：`,
  },
  regulation: {
    describe: '起草一部规定：一个通过检查的规则文件夹，共两条，虚构，注释说明下一步做什么',
    folder: '要新建的文件夹',
    written: (folder: string) => `已新建 ${folder}，检查：zerenzhi check ${folder}`,
  },
  ruling: {
    describe: '起草对一处解释问题的解释，由各命令以 --policy 读入',
    question: '解释问题的标识（zerenzhi questions 列出全部）',
    head: '对一处解释问题的解释，由各命令以 --policy 读入。',
    choose: '选定的理解写在 reading 处，可取：',
    by: (body: string) => `由谁解释：${body}，其他机构无权解释`,
    made: '作出解释的日期',
    source: '载明解释的文件；有文号的，加 number',
    title: '文件名称',
    from: '自何日起适用，含当日；要及于此前的全部案件，以 effect: beginning 代替此行',
    until: '至何日止，含当日；没有期限的不写',
  },
  scenario: {
    describe: '起草一张场景表，写明一例应有的结果，由 test 运行',
    head: '场景表，用 zerenzhi test 运行。一行一例，没有写到的不比较；各项写法见 docs/authoring.md。',
    name: '没有记载的，结果同一无所知时',
    basis: '所依据的原文，照抄',
    because: '为什么：引号中的文字也须是原文',
    given: '案情；单位材料写作 unit，责任链写作 subject',
    expect: '应有的结果，如 条款标识: met、unmet 或 undetermined；rest 为其余各项',
    reason: '没有记载任何事实，各项同一无所知时。',
  },
  overlay: {
    describe: '起草一份单位自定的制度，由 obligations 以 --overlay 读入',
    unit: '单位标识，同组织台账',
    head: '本单位自定的制度，由 zerenzhi obligations 以 --overlay 读入；只能增加职责、从严取值。',
    title: '本单位的文件名称',
    made: '制定日期',
    from: '自何日起施行，含当日',
    duties: '增加的职责：照抄本单位文件的文字',
    quote: '（本单位文件的文字）',
    bearer: '（本单位承担的人员）',
    action: '（职责）',
    terms: '从严的取值，如 第一时间 为一小时以内：',
  },
};
const en: typeof zh = {
  describe: 'begin what those who write rules need; documents on incidents, units and organizations are begun by init',
  schemas: {
    describe:
      'write JSON Schemas of the rule files: editors then offer the names of the folder, say what they are called, and mark what does not fit',
    folder: 'a folder of rule files; where it has faults, what can be read of it counts',
    out: 'write into this folder; .schemas in the folder of rules by default',
    written: (out) =>
      `written to ${out}; run it again where names have changed. With this as its first line, an editor that knows YAML finds the schema of a rule file:`,
  },
  regulation: {
    describe:
      'begin a regulation: a folder of rules that passes the check, with two articles, made up, and comments on what to do next',
    folder: 'the folder to be made',
    written: (folder) => `made ${folder}; check it with: zerenzhi check ${folder}`,
  },
  ruling: {
    describe: 'begin a ruling on a question, for --policy of any command',
    question: 'the question (zerenzhi questions lists them)',
    head: 'A ruling on a question, for --policy of any command.',
    choose: 'The reading that is chosen stands at reading, one of:',
    by: (body) => `by whom: ${body}, and nobody else may`,
    made: 'the day on which it is made',
    source: 'the document it stands in; with its number, if it has one',
    title: 'name of the document',
    from: 'from which day on, itself included; effect: beginning in its place is for all cases before it too',
    until: 'until which day, itself included; left out where it has no end',
  },
  scenario: {
    describe: 'begin a table of scenarios, of what has to come of a case, for test',
    head: 'A table of scenarios, for zerenzhi test. A case in each row; what is not named is not compared. docs/authoring.md has the form.',
    name: 'of a case of which nothing is on record comes what comes of nothing',
    basis: 'words of the text that it rests on, as they stand there',
    because: 'why; what stands in quotation marks has to be of the text too',
    given: 'the case; unit for the file of a unit, subject for a chain',
    expect: 'what has to come, for example a provision: met, unmet or undetermined; rest is all others',
    reason: 'No fact is on record.',
  },
  overlay: {
    describe: "begin a unit's own rules, for obligations --overlay",
    unit: 'the unit, by its id in the register',
    head: "A unit's own rules, for zerenzhi obligations --overlay. They can add duties and make terms stricter.",
    title: "name of the unit's document",
    made: 'the day on which they were made',
    from: 'from which day on, itself included',
    duties: "the duties they add, in the words of the unit's document",
    quote: "(words of the unit's document)",
    bearer: '(who bears it in the unit)',
    action: '(the duty)',
    terms: 'stricter values, for example 第一时间 within an hour:',
  },
};
export const NEW = { zh, en } as const;
