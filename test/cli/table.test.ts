import { stringify } from 'csv-stringify/sync';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import writeExcelFile from 'write-excel-file/universal';
import { documents, readIncident } from '../../cli/src/input.js';
import { COLUMNS } from '../../cli/src/table/columns.js';
import { wordOf } from '../../cli/src/table/words.js';
import { type Regulation, regulation, ZerenzhiError } from '../../src/index.js';
import { incidentFacts } from '../../src/model/record-path.js';
import { linesOf, run } from '../support/bulk.js';
import { workspace, zerenzhi } from '../support/command.js';
import { nested, type Random, randomIncident, seeded } from '../support/incidents.js';
import { sized } from '../support/size.js';

// A table of incidents says what a document would say, however a spreadsheet writes it.

const { at, write } = workspace();
let tables = 0;

type Cells = { readonly [heading: string]: string };
const csvOf = (rows: readonly Cells[]): string => {
  const headings = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return stringify([headings, ...rows.map((row) => headings.map((heading) => row[heading] ?? ''))]);
};

/** Each row as what it says, or as what it is refused for: the place, the heading and the code. */
async function read(file: string): Promise<unknown[]> {
  const all: unknown[] = [];
  for await (const document of documents([file])) {
    if (!('faults' in document)) all.push(document.value);
    else
      for (const { file: name, line, column, path, code } of document.faults)
        all.push([name?.split('/').at(-1), line, column, path, code].filter((part) => part !== undefined).join(' '));
  }
  return all;
}
const ofRow = async (row: Cells): Promise<unknown> => (await read(write(`${tables++}.csv`, csvOf([row]))))[0];

describe('a heading', () => {
  test('may be what programs or people call it, in either language, however it is spaced', async () => {
    for (const heading of ['leak.persons', '涉及人数', ' persons\nconcerned ', 'Leak.Persons'])
      expect(await ofRow({ [heading]: '5' })).toEqual({ leak: { persons: 5 } });
    expect(await ofRow({ '网站(网络平台)\n瘫痪时长（小时）': '2' })).toEqual({ outage: { hours: 2 } });
    expect(await ofRow({ 标识: 'a', 单位: 'u', 系统: 's', 当事人: 'p、q' })).toEqual({
      id: 'a',
      units: [{ id: 'u' }],
      systems: [{ id: 's' }],
      parties: [{ id: 'p' }, { id: 'q' }],
    });
  });

  test('is that of one column only', () => {
    const names = COLUMNS.flatMap(({ id, label }) => [...new Set([id, label.zh, label.en].map(wordOf))]);
    expect(names.filter((name, i) => names.indexOf(name) < i)).toEqual([]);
  });

  test.each([
    ['that is the name of nothing', 'id,发生时问\na,\n', ['发生时问', 'input/unknown-key', '发生时间']],
    ['that stands twice', 'id,id\na,b\n', ['id', 'input/duplicate', undefined]],
    ['that is a second name of a column', 'id,标识\na,b\n', ['标识', 'table/same-column', undefined]],
  ])('%s is refused, with the line and the column', async (_, text, expected) => {
    const [fault] = await faults(write(`${tables++}.csv`, text));
    expect([fault?.path, fault?.code, fault?.nearest]).toEqual(expected);
    expect([fault?.line, fault?.column]).toEqual([1, 2]);
  });
});

async function faults(file: string) {
  for await (const document of documents([file])) if ('faults' in document) return document.faults;
  return [];
}

describe('a cell', () => {
  test.each([
    [{ 'leak.occurred': '是' }, { leak: { occurred: true } }],
    [{ 'leak.occurred': 'FALSE' }, { leak: { occurred: false } }],
    [{ 'leak.occurred': 'Yes ' }, { leak: { occurred: true } }],
    [{ 'leak.occurred': '不知道' }, { leak: { occurred: null } }],
    [{ 'leak.persons': 'unknown' }, { leak: { persons: null } }],
    [{ 'leak.persons': '30,000' }, { leak: { persons: 30000 } }],
    [{ 'leak.persons': '1.1万' }, { leak: { persons: 11000 } }],
    [{ 'leak.persons': '３０，０００' }, { leak: { persons: 30000 } }],
    [{ 'leak.persons.atLeast': '1000' }, { leak: { persons: { atLeast: 1000 } } }],
    [{ '涉及人数（至多）': '50' }, { leak: { persons: { atMost: 50 } } }],
    [{ 'incident.grade': '特别重大' }, { incident: { grade: 'extraordinary' } }],
    [{ 'incident.grade': 'major' }, { incident: { grade: 'major' } }],
    [{ 'leak.kinds': '国家秘密、个人信息' }, { leak: { kinds: ['state-secret', 'personal-information'] } }],
    [{ 'leak.kinds': 'state secrets; 个人信息' }, { leak: { kinds: ['state-secret', 'personal-information'] } }],
    [{ 'leak.kinds': '[]' }, { leak: { kinds: [] } }],
    [
      { 'content.kinds': '危害国家安全、泄露国家秘密、颠覆国家政权、破坏国家统一、损害国家荣誉和利益' },
      { content: { kinds: ['state-security', 'national-honour'] } },
    ],
    [{ 'conduct.concealed': '有反映或者举报，尚未查明' }, { conduct: { concealed: 'alleged' } }],
    [{ occurredAt: '２０２４年５月６日' }, { occurredAt: '2024年5月6日' }],
    [{ '发生时间（不晚于）': '2024/5/6' }, { occurredAt: { until: '2024/5/6' } }],
    [{ '外泄时间（止）': '仍在持续' }, { leak: { at: { ended: 'ongoing' } } }],
    [{ 事件名称: ' 是 ' }, { title: ' 是 ' }],
    [{ 大面积个人信息: 'yes' }, { findings: { 'large-scale-personal-information': true } }],
  ] as [Cells, object][])('%j', async (row, expected) => {
    expect(await ofRow({ id: 'a', ...row })).toEqual({ id: 'a', ...expected });
  });

  test('that cannot be read is refused with its place and its heading, all of a row at once, and the other rows go on', async () => {
    const rows = [
      { id: 'a' },
      { id: 'b', 发生了网络安全事件: '大概', 外泄数据的种类: '国家秘密、个人信x', 涉及人数: '三万', '': 'x' },
      { id: 'c', 涉及人数: '3', '涉及人数（至少）': '4' },
      { id: '', title: '' },
      { id: 'd' },
    ];
    expect(await read(write('bad.csv', csvOf(rows)))).toEqual([
      { id: 'a' },
      'bad.csv 3 2 发生了网络安全事件 table/yes-or-no',
      'bad.csv 3 3 外泄数据的种类 table/option',
      'bad.csv 3 4 涉及人数 input/invalid-type',
      'bad.csv 3 5  table/no-heading',
      'bad.csv 4 6 涉及人数（至少） table/one-of',
      { id: 'd' },
    ]);
  });

  test('says what would be right, each language in its own words', async () => {
    const [fault] = await faults(write('option.csv', '外泄数据的种类\n国家秘秘\n'));
    expect(fault?.message.zh).toBe(
      '未知的取值 `国家秘秘`；可填 国家秘密 | 个人信息 | 学校保密信息 | 其他同等重要的敏感数据；是否指 `国家秘密`？',
    );
    expect(fault?.message.en).toContain('expected one of state secrets | personal information |');
  });
});

test('what the assessment finds wrong with a row is told by its heading', async () => {
  const file = write('order.csv', '标识,发现时间（不晚于）\na,2024/5/5\n');
  for await (const document of documents([file])) {
    if ('faults' in document) throw new Error('refused');
    const fault = { code: 'input/out-of-order', path: 'discoveredAt', message: { zh: '', en: '' } } as const;
    expect(document.locate(fault)).toMatchObject({ file, line: 2, column: 2, path: '发现时间（不晚于）' });
  }
});

test('a command of one incident takes the table of one row, and no other', async () => {
  expect((await readIncident(write('one.csv', '标识\na\n'))).value).toEqual({ id: 'a' });
  await expect(readIncident(write('two.csv', '标识\na\nb\n'))).rejects.toMatchObject({ code: 'table/one-row' });
  await expect(readIncident(write('faulty.csv', 'leak.persons\nx\n'))).rejects.toMatchObject({
    code: 'input/invalid-type',
  });
});

test('commands that read no incidents refuse a table, and a row that is refused leaves the others', () => {
  const file = write('two-rows.csv', '标识,涉及人数\na,x\nb,5\n');
  for (const args of [
    ['obligations', file],
    ['assess', '-', '-o', file],
    ['interview', file, '--output', at('none.yaml')],
  ])
    expect(zerenzhi([...args, '--lang', 'en'], '{}').stderr).toContain('[table/no-table]');
  expect(zerenzhi(['migrate', file]).status).toBe(64);
  const { status, stdout, stderr } = zerenzhi(['assess', file, '--json', '--lang', 'en', '--as-of', '2024-12-31']);
  expect([status, JSON.parse(stdout).file]).toEqual([65, `${file}:3`]);
  expect(JSON.parse(stderr)).toMatchObject({ file, line: 2, column: 2, path: '涉及人数', value: 'x' });
});

const facts = incidentFacts(regulation);
const terms: Regulation['terms'] = regulation.terms;

test('any incident that a row can hold is the same after it was written under Chinese headings and read again', async () => {
  const random = seeded(7);
  const incidents = Array.from({ length: sized(300, 3000) }, () => rowed(randomIncident(random) as never, random));
  const file = write('random.csv', csvOf(incidents.map(({ cells }, i) => ({ 标识: `i${i}`, ...cells }))));
  expect(await read(file)).toEqual(incidents.map(({ incident }, i) => ({ id: `i${i}`, ...incident })));
});

const PARTS: { readonly [part: string]: string } = {
  from: '不早于',
  until: '不晚于',
  began: '起',
  ended: '止',
  atLeast: '至少',
  atMost: '至多',
  has: '包括',
  lacks: '不包括',
};

/** What a row can hold of an incident, and the row: no part that is itself known in part. */
function rowed(record: { readonly [key: string]: never }, random: Random) {
  const cells: { [heading: string]: string } = {};
  const values = new Map<string, unknown>();
  const pick = <T>(among: readonly T[]): T => among[Math.floor(random() * among.length)] as T;
  const keep = (id: string, heading: string, value: unknown, words: (value: unknown) => string) => {
    values.set(id, value);
    cells[heading] = value === null ? pick(['不知道', 'unknown']) : words(value);
  };
  for (const [name, { type, label, options = {}, alleged }] of facts) {
    const value = name
      .split('.')
      .reduce<unknown>((of, key) => (of as { [key: string]: unknown } | null | undefined)?.[key], record);
    if (value === undefined) continue;
    const called = (option: unknown) => {
      const { zh, en } = (options as { [id: string]: { zh: string; en: string } })[String(option)] ?? {
        zh: '',
        en: '',
      };
      return pick([zh, en, String(option)]);
    };
    const words = (one: unknown): string => {
      if (Array.isArray(one)) return one.length === 0 ? '[]' : one.map(called).join(pick(['|', '、', '；', ',', ', ']));
      if (one === true) return pick(['是', 'TRUE', 'yes']);
      if (one === false) return pick(['否', 'false', 'No']);
      if (type === 'boolean') return one === 'alleged' ? (alleged?.open.zh ?? '') : (alleged?.none.zh ?? '');
      return type === 'enum' ? called(one) : String(one);
    };
    if (typeof value !== 'object' || value === null || Array.isArray(value)) keep(name, label.zh, value, words);
    else
      for (const [part, known] of Object.entries(value))
        if (known !== null && (typeof known !== 'object' || Array.isArray(known)))
          keep(`${name}.${part}`, `${label.zh}（${PARTS[part]}）`, known, words);
  }
  for (const [term, found] of Object.entries((record.findings ?? {}) as object))
    keep(`findings.${term}`, terms[term]?.label.zh ?? '', found, (one) => (one ? '是' : '否'));
  return { cells, incident: nested(values) };
}

describe('a workbook', () => {
  const bookOf = async (sheets: { sheet: string; data: never[][] }[]) =>
    new Uint8Array(await (await writeExcelFile(sheets as never).toBlob()).arrayBuffer());
  const day = (text: string, format: string) => ({ value: new Date(text), type: Date, format });

  test('has days and clock times of the wall, whatever the zone; numbers, yes and no, and empty rows', async () => {
    const data = [
      [],
      ['标识', '发生时间', '发现时间', '涉及人数', '数据外泄（含被窃取）', '事件名称'].map((value) => ({ value })),
      [
        { value: 7 },
        day('2024-05-06T00:00:00Z', 'yyyy-mm-dd'),
        day('2024-05-07T08:10:00Z', 'yyyy-mm-dd hh:mm'),
        { value: 30000 },
        { value: true },
        { value: 2024 },
      ],
      [],
      [{ value: 'b' }, day('2024-05-07T23:59:59Z', 'yyyy"年"m"月"d"日" h:mm:ss')],
    ];
    const file = write('book.xlsx', await bookOf([{ sheet: '第一页', data: data as never }]));
    expect(await read(file)).toEqual([
      {
        id: '7',
        occurredAt: '2024-05-06',
        discoveredAt: '2024-05-07 08:10',
        leak: { persons: 30000, occurred: true },
        title: '2024',
      },
      { id: 'b', occurredAt: '2024-05-07 23:59:59' },
    ]);
    const { counts } = await run(file, at('book.out'), { setting: { policy: {}, asOf: '2024-12-31' } });
    expect(counts).toMatchObject({ undetermined: 2, rejected: 0 });
    expect(linesOf(at('book.out')).map(({ line }) => line)).toEqual([3, 5]);
  });

  test('is read on the sheet that is called so, else on its first', async () => {
    const sheet = (name: string, id: string) => ({
      sheet: name,
      data: [[{ value: 'id' }], [{ value: id }]] as never,
    });
    const ids = async (...sheets: ReturnType<typeof sheet>[]) => read(write('sheets.xlsx', await bookOf(sheets)));
    expect(await ids(sheet('a', 'first'), sheet('b', 'second'))).toEqual([{ id: 'first' }]);
    expect(await ids(sheet('说明', 'x'), sheet('事件', 'named'))).toEqual([{ id: 'named' }]);
    expect(await ids(sheet('help', 'x'), sheet('Incidents', 'named'))).toEqual([{ id: 'named' }]);
  });

  test('with an error in a cell is refused there', async () => {
    const row = '<row r="2"><c r="A2" t="str"><v>a</v></c><c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>';
    expect(await read(write('error.xlsx', book(`${HEAD}${row}`)))).toEqual([
      'error.xlsx 2 2 leak.persons input/invalid-type',
    ]);
  });

  test.each([
    ['no workbook', Buffer.from('id\na\n'), 'input/syntax'],
    ['nothing', Buffer.alloc(0), 'input/syntax'],
    ['a zip of other things', zipSync({ 'a.xml': Buffer.from('<a/>') }), 'input/syntax'],
    ['one of the old kind', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'table/old-workbook'],
    [
      'one whose last cell is far away',
      book('<row r="1048576"><c r="XFD1048576" t="str"><v>x</v></c></row>'),
      'input/too-large',
    ],
    [
      'one whose last cell is far away, on a sheet of another name and in other quotes',
      book("<row r='1048576'><c r='XFD1048576' t='str'><v>x</v></c></row>", 'a.xml'),
      'input/too-large',
    ],
    [
      'one that unpacks to more than anybody has',
      zipSync({ 'xl/a.xml': new Uint8Array(2 ** 28 + 1) }),
      'input/too-large',
    ],
    ['one without a row', book(''), 'file/empty'],
    ['one of a heading alone', book(HEAD), 'file/empty'],
  ])('%s is refused clearly', async (_, bytes, code) => {
    const name = `${tables++}.xlsx`;
    expect((await faults(write(name, bytes))).map((fault) => fault.code)).toEqual([code]);
    await expect(run(at(name), at(`${name}.out`))).rejects.toBeInstanceOf(ZerenzhiError);
  });
});

const HEAD = '<row r="1"><c r="A1" t="str"><v>id</v></c><c r="B1" t="str"><v>leak.persons</v></c></row>';

/** A workbook as small as can be. */
function book(rows: string, sheet = 'worksheets/sheet1.xml'): Uint8Array {
  const types = 'http://schemas.openxmlformats.org';
  const parts = {
    'xl/workbook.xml': `<workbook xmlns="${types}/spreadsheetml/2006/main" xmlns:r="${types}/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${types}/package/2006/relationships"><Relationship Id="r1" Type="${types}/officeDocument/2006/relationships/worksheet" Target="${sheet}"/></Relationships>`,
    [`xl/${sheet}`]: `<worksheet xmlns="${types}/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, xml]) => [path, Buffer.from(xml)])));
}
