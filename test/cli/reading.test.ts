import { mkdirSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { documents } from '../../cli/src/input.js';
import { parseLine } from '../../cli/src/json-line.js';
import { encodingOf } from '../../src/authoring/index.js';
import { linesOf, refusal, run } from '../support/bulk.js';
import { shell, workspace, zerenzhi } from '../support/command.js';

const closed = vi.hoisted(() => new Set<unknown>());
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>();
  const readdirSync = (path: string) => {
    if (closed.has(path)) throw Object.assign(new Error(), { code: 'EACCES' });
    return fs.readdirSync(path);
  };
  return { ...fs, readdirSync };
});

// What a command reads is what stands there, or it is refused.

const { at, write } = workspace();
const END = ['--lang', 'en', '--as-of', '2024-06-30'];
const MARK = '\ufeff';
const utf16le = (text: string) => Buffer.from(text, 'utf16le');
const utf16be = (text: string) => utf16le(text).swap16();
/** 药学院, as Windows in Chinese saves it. */
const GBK = Buffer.from([0xd2, 0xa9, 0xd1, 0xa7, 0xd4, 0xba]);

/** Each document of a path: its value, or what it is refused for. */
async function read(path: string): Promise<unknown[]> {
  const all = [];
  for await (const document of documents([path]))
    all.push(
      'faults' in document
        ? document.faults.map(({ code, line, column }) =>
            [code, line, column].filter((part) => part !== undefined).join(' '),
          )
        : document.value,
    );
  return all;
}

describe('a key that stands twice', () => {
  test.each([
    ['in JSON', 'a.json', '{"leak":{"occurred":true},\n "leak":{}}', [['input/duplicate 2 2']]],
    ['in YAML', 'a.yaml', 'id: a\nleak:\n  occurred: true\n  occurred: false\n', [['input/duplicate 4 3']]],
    ['in YAML, once as an alias', 'b.yaml', 'title: &k id\n*k : a\nid: b\n', [['input/duplicate 3 1']]],
    ['in YAML, as a number and as a text', 'c.yaml', '1: a\n"1": b\n', [['input/duplicate 2 1']]],
    [
      'in a line of NDJSON',
      'a.ndjson',
      '{"id":"a"}\n{"leak":{"occurred":true},"leak":{}}\n',
      [{ id: 'a' }, ['input/duplicate 2 27']],
    ],
    ['in a line of NDJSON, once escaped', 'b.ndjson', '{"id":"a","\\u0069d":"b"}\n', [['input/duplicate 1 11']]],
    ['deep in a list', 'c.ndjson', '{"a":[[{"b":1,"c":":","b":2}]]}\n', [['input/duplicate 1 23']]],
  ])('%s is refused, with its place', async (_, file, text, expected) => {
    expect(await read(write(file, text))).toEqual(expected);
  });

  test.each([
    ['colons and quotes in texts', '{"a":"\\"b\\":1","c":"\\\\","d":"{\\"a\\":"}'],
    ['the same key in two objects', '{"a":{"x":1},"b":{"x":1},"c":[{"x":1},{"x":1}]}'],
    ['an object without keys, and space before colons', '{"a" : {} , "b"\t:[]}'],
    ['a key of one other kind', '{"__proto__":1}'],
  ])('is not seen in %s', (_, text) => {
    expect(parseLine(text)).toEqual({ value: JSON.parse(text) });
  });

  test('is refused on standard input and in a bulk run too', async () => {
    const twice = '{"leak":{"occurred":true},"leak":{}}';
    const { status, stderr } = zerenzhi(['assess', ...END], `${twice}\n${twice}\n`);
    expect([status, stderr.split('\n')[1]]).toEqual([
      65,
      '<stdin>:2:27: `leak` stands more than once [input/duplicate]',
    ]);
    await run(write('twice.ndjson', `${twice}\n{}\n`), at('twice.out'));
    expect(linesOf(at('twice.out.rejects.ndjson'))).toMatchObject([
      { line: 1, record: twice, faults: [{ code: 'input/duplicate' }] },
    ]);
    expect(linesOf(at('twice.out'))).toHaveLength(1);
  });
});

describe('a line longer than any document', () => {
  const long = `{"title":"${'药'.repeat(1_000)}${'x'.repeat(5_000_000)}`;

  test('is refused by itself, wherever it stands, and the others are read', async () => {
    const read3 = [{ id: 'a' }, ['input/too-large 2 1'], { id: 'c' }];
    expect(await read(write('long.ndjson', `{"id":"a"}\n${long}"}\n{"id":"c"}\n`))).toEqual(read3);
    expect(await read(write('long.csv', `id,title\na,\n${long}\nc,\n`))).toEqual([
      { id: 'a' },
      ['input/too-large 3 1'],
      { id: 'c' },
    ]);
    expect(await read(write('only.ndjson', `{"id":"a"}\n${long}`))).toEqual(read3.slice(0, 2));
    expect(await read(write('head.csv', `${long}\na,\n`))).toEqual([['input/too-large 1 1']]);
  });

  test.each([
    ['in the middle', `{}\n${long}"}\n{}\n`, 2, 2],
    ['first', `${long}"}\n{}\n`, 1, 1],
    ['and alone', `${long}"}\n`, undefined, 0],
  ])('is refused on standard input: %s', (_, input, line, others) => {
    const { status, stdout, stderr } = zerenzhi(['assess', '--json', ...END], input);
    expect(JSON.parse(stderr)).toMatchObject({ code: 'input/too-large', file: '<stdin>' });
    expect((JSON.parse(stderr) as { line?: number }).line).toBe(line);
    expect([status, stdout.split('\n').filter(Boolean).length]).toEqual([65, others]);
  });

  test('is a reject of a bulk run, of which the beginning is kept', async () => {
    await run(write('in.ndjson', `{"id":"a"}\n${long}"}\n{"id":"c"}\n`), at('long.out'));
    expect(linesOf(at('long.out')).map(({ incident }) => incident)).toEqual(['a', 'c']);
    const [reject, ...more] = linesOf(at('long.out.rejects.ndjson'));
    expect([reject, more]).toMatchObject([{ position: 1, line: 2, faults: [{ code: 'input/too-large' }] }, []]);
    expect(reject?.record).toMatch(/^\{"title":"药{300,400}…$/);
  });

  test('is not what many long lines are, which do not wait for a thousand of them', async () => {
    let written = 0;
    const lines = Array.from({ length: 4 }, (_, i) => `{"id":"i${i}","title":"${'x'.repeat(3_000_000)}"}\n`).join('');
    const { counts } = await run(write('many.ndjson', lines), at('many.out'), { progress: () => void written++ });
    expect([counts.rejected, written]).toEqual([4, 2]);
  });
});

describe('a folder that cannot be read', () => {
  test('is told, and the others go on', async () => {
    mkdirSync(at('closed'));
    // Whoever runs the tests may read everything: the folder is refused by its name.
    closed.add(at('closed'));
    expect(await read(at('closed'))).toEqual([['file/unreadable']]);
    const all = [];
    for await (const document of documents([at('closed'), write('open.yaml', 'format: 2\nid: a\n')]))
      all.push(document.file);
    expect(all).toEqual([at('closed'), at('open.yaml')]);
  });
});

test.each([
  ['a', 'utf-8'],
  ['', 'utf-8'],
  ['\0', 'utf-8'],
  ['a\0', 'utf-16le'],
  ['\0a', 'utf-16be'],
] as const)('the first bytes %j are those of %s', (bytes, encoding) => {
  expect(encodingOf(Buffer.from(bytes, 'latin1'))).toBe(encoding);
});

test.each(['missing.yaml', 'missing.ndjson'])(
  'a file that is not there is told, and the others go on: %s',
  async (name) => {
    const { status, stdout, stderr } = zerenzhi([
      'assess',
      '--json',
      at(name),
      write('there.yaml', 'format: 2\nid: a\n'),
      ...END,
    ]);
    expect(JSON.parse(stderr)).toMatchObject({ code: 'file/unreadable', file: at(name), expected: 'ENOENT' });
    expect(JSON.parse(stdout)).toMatchObject({ file: at('there.yaml') });
    expect(status).toBe(65);
  },
);

test.each(['5', '[]', 'bare-text', 'false'])(
  'a policy that is no mapping is refused, and not taken for the bare text: %s',
  (text) => {
    const policy = write('policy.yaml', `${text}\n`);
    const { status, stderr } = zerenzhi(['assess', '-p', policy, ...END], '{}');
    expect(stderr).toContain(`${policy}:1:1: expected object, found`);
    expect(status).toBe(65);
  },
);

test('a key of YAML is a word, and YAML of another version is refused', async () => {
  expect(await read(write('list.yaml', '[a, b]: c\n'))).toEqual([['yaml/key 1 1']]);
  expect(await read(write('hidden.yaml', 'title: &k __proto__\n*k : {}\n'))).toEqual([['input/forbidden-key 2 1']]);
  expect(await read(write('tag.yaml', 'leak: !custom { occurred: true }\n'))).toEqual([['yaml/tag 1 15']]);
  expect(await read(write('old.yaml', '%YAML 1.1\n---\nleak: { persons: 010 }\n'))).toEqual([['yaml/version 1 1']]);
});

describe('a file that is not UTF-8', () => {
  const title = Buffer.concat([Buffer.from('id: a\ntitle: '), GBK, Buffer.from('\n')]);
  const json = Buffer.concat([Buffer.from('{"title":"'), GBK, Buffer.from('"}\n')]);

  test.each([
    ['YAML', 'gbk.yaml', title, [['file/encoding 2 1']]],
    ['JSON', 'gbk.json', json, [['file/encoding 1 1']]],
    [
      'a line of NDJSON',
      'gbk.ndjson',
      Buffer.concat([Buffer.from('{"id":"a"}\n'), json]),
      [{ id: 'a' }, ['file/encoding 2 1']],
    ],
  ])('is refused: GBK in %s', async (_, file, bytes, expected) => {
    expect(await read(write(file, bytes))).toEqual(expected);
  });

  test('is refused wherever a command reads', () => {
    const [incident, gbk] = [write('incident.yaml', 'format: 2\nid: a\n'), write('gbk.yaml', title)];
    for (const args of [
      ['assess', incident, '-o', gbk],
      ['assess', incident, '-p', gbk],
      ['memo', incident, '--found-by', gbk],
      ['chain', gbk],
      ['obligations', gbk],
      ['record', gbk],
      ['articles', '-i', gbk],
      ['interview', gbk, '--output', at('none.yaml')],
    ]) {
      const { status, stderr } = zerenzhi([...args, ...END]);
      expect([args[0], status, stderr]).toEqual([
        args[0],
        65,
        `${gbk}:2:1: is not UTF-8; re-save it as UTF-8 [file/encoding]\n`,
      ]);
    }
    expect(zerenzhi(['replay', '--lang', 'en'], json).stderr).toContain('[file/encoding]');
    expect(zerenzhi(['assess', ...END], json).stderr).toContain('[file/encoding]');
  });

  test.each([
    ['UTF-8 with its mark', (text: string) => Buffer.from(`${MARK}${text}`)],
    ['UTF-16, little end first', (text: string) => utf16le(`${MARK}${text}`)],
    ['UTF-16, big end first', (text: string) => utf16be(`${MARK}${text}`)],
    ['UTF-16 without its mark', utf16le],
  ])('is read if it is %s', async (_, encode) => {
    expect(await read(write('a.yaml', encode('format: 2\ntitle: 药学院\n')))).toEqual([{ format: 2, title: '药学院' }]);
    expect(await read(write('a.ndjson', encode('{"title":"药学院"}\n{"title":"上下"}\n')))).toEqual([
      { title: '药学院' },
      { title: '上下' },
    ]);
  });
});

describe('a table as spreadsheets save it', () => {
  const rows = (name: Buffer) =>
    Buffer.concat([Buffer.from('id,title,leak.occurred\r\na,'), name, Buffer.from(',true\r\nb,"x,y",\r\n')]);

  test('in GBK is read as it was meant, and the command says so', () => {
    const file = write('gbk.csv', rows(GBK));
    const { status, stderr } = zerenzhi(['assess', file, ...END, '--output', at('gbk.out')]);
    expect(stderr).toContain(`${file} is not UTF-8 and was read as GBK (GB 18030)\n`);
    expect(status).toBe(20);
    expect(linesOf(at('gbk.out')).map(({ incident }) => incident)).toEqual(['a', 'b']);
  });

  test.each([
    ['GBK', rows(GBK), true],
    ['UTF-8', rows(Buffer.from('药学院')), false],
    ['UTF-16', utf16le(`${MARK}${rows(Buffer.from('药学院')).toString()}`), false],
  ])('gives the same words: %s', async (encoding, bytes, guessed) => {
    // A record that is refused is told as it was read.
    const bad = Buffer.concat([bytes, encoding === 'UTF-16' ? utf16le('c,d') : Buffer.from('c,d')]);
    const report = await run(write(`${encoding}.csv`, bad), at(`${encoding}.out`));
    expect(report.guessed).toBe(guessed);
    expect(report.counts).toMatchObject({ undetermined: 2, rejected: 1 });
  });

  test('that is damaged UTF-8 is not taken for GBK', async () => {
    const names = ['药学院', '教务处', '图书馆'].map((name, i) => Buffer.from(`i${i},${name}\n`));
    const bytes = Buffer.concat([Buffer.from('id,title\n'), ...names, Buffer.from('d,'), GBK, Buffer.from('\n')]);
    const report = await run(write('damaged.csv', bytes), at('damaged.out'));
    expect(report.guessed).toBe(false);
    expect(linesOf(at('damaged.out.rejects.ndjson'))).toMatchObject([{ line: 5, faults: [{ code: 'file/encoding' }] }]);
  });
});

describe('nothing to read is a fault', () => {
  mkdirSync(at('empty'));
  mkdirSync(at('other'));
  mkdirSync(at('other/inner.yaml'));
  write('other/notes.txt', 'no document');
  mkdirSync(at('capital'));
  write('capital/A.YAML', 'format: 2\nid: a\n');
  write('empty.yaml', '');
  write('comment.yaml', '# nothing yet\n');
  write('empty.ndjson', '\n\n');
  write('empty.csv', '');
  write('header.csv', 'id,title\n');

  test.each([
    ['an empty folder', 'empty', [['file/no-documents']]],
    ['a folder of other things', 'other', [['file/no-documents']]],
    ['an empty file', 'empty.yaml', [['file/empty']]],
    ['a file of comments', 'comment.yaml', [['file/empty']]],
    ['NDJSON without a line', 'empty.ndjson', [['file/empty']]],
    ['a name in capitals is one', 'capital', [{ format: 2, id: 'a' }]],
  ])('%s', async (_, name, expected) => {
    expect(await read(at(name))).toEqual(expected);
  });

  test.each(['empty.csv', 'header.csv', 'empty.ndjson'])('%s in a bulk run, which leaves no file', async (name) => {
    expect(await refusal(at(name), at('nothing'))).toEqual([`file/empty ${name}`]);
    expect(await refusal(write('one.ndjson', '{}'), at('nothing'))).toEqual([]);
    shell(`rm '${at('nothing')}'`);
  });

  test('for every command, whatever it was to be', () => {
    const incident = write('incident.yaml', 'format: 2\nid: a\n');
    for (const args of [
      ['assess', at('empty')],
      ['obligations', at('other')],
      ['obligations', at('empty'), '--format', 'csv', '--output', at('none.csv')],
      ['assess', incident, '-p', at('empty.yaml')],
      ['assess', incident, '-o', at('comment.yaml')],
      ['assess', '-'],
    ])
      expect([args, zerenzhi([...args, ...END]).status]).toEqual([args, 65]);
    expect(shell(`ls '${at('none.csv')}'`).status).not.toBe(0);
  });
});

describe('standard input', () => {
  test('is waited for', () => {
    const { status, stderr } = shell(
      `(sleep 2; echo '{"format":2,"id":'; sleep 1; echo '"a"}') | zerenzhi assess --as-of 2024-06-30`,
    );
    expect([status, stderr]).toEqual([20, '']);
  });

  test('may be what another command of this program writes', () => {
    const { status, stdout } = shell(
      'zerenzhi record fixtures/incidents/database-intrusion.yaml --as-of 2024-06-30 | zerenzhi replay --lang en',
    );
    expect([status, stdout.split('\n')[0]]).toEqual([0, 'all is as it was recorded']);
  });
});
