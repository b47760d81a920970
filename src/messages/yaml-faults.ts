// What is wrong with the syntax of a YAML file, by the codes of the parser (`ErrorCode` of the package yaml).

export const YAML_FAULTS: { readonly [code: string]: { readonly zh: string; readonly en: string } } = {
  ALIAS_PROPS: { zh: '引用（*）前不能再有锚点或标签', en: 'an alias takes no anchor and no tag' },
  BAD_ALIAS: { zh: '锚点（&）或引用（*）的名称有误', en: 'the name of an anchor or alias is not well formed' },
  BAD_COLLECTION_TYPE: { zh: '标签与其后的内容不符', en: 'the tag does not fit what follows it' },
  BAD_DIRECTIVE: { zh: '以 % 开头的指示行有误', en: 'a directive (%) is not well formed' },
  BAD_DQ_ESCAPE: {
    zh: '双引号内的反斜杠写法有误；要写反斜杠本身，请写两个，或改用单引号',
    en: 'no such escape within double quotes; write a backslash twice, or use single quotes',
  },
  BAD_INDENT: {
    zh: '缩进有误，或者括号没有成对；同一层的各行应对齐，下一层应更靠右',
    en: 'wrong indentation, or a bracket is not closed; lines of one level are aligned, and those inside stand further to the right',
  },
  BAD_PROP_ORDER: { zh: '锚点、标签应写在“-”“?”“:”之后', en: 'anchors and tags stand after the - or : and not before' },
  BAD_SCALAR_START: {
    zh: '未加引号的文字不能以此字符开头；请加引号',
    en: 'text without quotes cannot begin with this character; put it in quotes',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    zh: '同一行中有两个“: ”；文字中含有冒号的，请加引号',
    en: 'two `: ` in one line; put text with a colon in quotes',
  },
  BLOCK_IN_FLOW: {
    zh: '方括号、花括号之内不能用缩进的写法',
    en: 'within brackets or braces, nothing can be written by indentation',
  },
  DUPLICATE_KEY: { zh: '字段名重复', en: 'a key stands more than once' },
  KEY_OVER_1024_CHARS: { zh: '字段名过长，或者缺少冒号', en: 'the key is too long, or a colon is missing' },
  MISSING_CHAR: {
    zh: '缺少字符：引号或括号没有成对，字段名后没有冒号（“: ”），或者各项之间没有逗号',
    en: 'something is missing: the other quote or bracket, a `: ` after a key, or a comma between two items',
  },
  MULTILINE_IMPLICIT_KEY: {
    zh: '字段名不能跨行；上一行可能缺少冒号或引号',
    en: 'a key stands in one line; a colon or a quote may be missing before',
  },
  MULTIPLE_ANCHORS: { zh: '一处只能有一个锚点', en: 'more than one anchor in one place' },
  MULTIPLE_DOCS: {
    zh: '一个文件只能有一份文档；请分为几个文件，或者去掉“---”',
    en: 'a file holds one document; part it into several files, or take the `---` away',
  },
  MULTIPLE_TAGS: { zh: '一处只能有一个标签', en: 'more than one tag in one place' },
  RESOURCE_EXHAUSTION: { zh: '文档过于复杂', en: 'the document is too complex' },
  TAB_AS_INDENT: { zh: '不能用制表符（Tab）缩进；请改用空格', en: 'tabs cannot indent; use spaces' },
  TAG_RESOLVE_FAILED: { zh: '不能识别的标签', en: 'a tag that is not known' },
  UNEXPECTED_TOKEN: {
    zh: '此处有多余的内容；文字中含有特殊符号的，请加引号',
    en: 'something stands here that cannot; put text with special characters in quotes',
  },
};
