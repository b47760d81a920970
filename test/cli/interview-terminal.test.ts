import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { runInterview } from '../../cli/src/interview.js';
import { createPolicy, type Incident } from '../../src/index.js';
import { type Interview, type InterviewState, interview, type Question } from '../../src/inquiry/index.js';

/** Up from the first choice is the last, which stops. */
const STOP = '\u001b[A';
const ENTER = '\r';

/** A person at the terminal: presses the keys for each question when its words are on the screen. */
async function sitting(
  keys: readonly (readonly [words: string, keys: string])[],
  start: Incident,
  lang: 'zh' | 'en' = 'zh',
  about: Interview = interview(createPolicy(), { asOf: '2024-06-30' }),
) {
  const file = join(mkdtempSync(join(tmpdir(), 'interview-')), 'incident.yaml');
  const [input, output] = [new PassThrough(), new PassThrough()];
  // A terminal does not end with a question.
  output.end = () => output;
  let screen = '';
  let next = 0;
  output.on('data', (chunk: Buffer) => {
    screen += chunk.toString();
    const [words, pressed] = keys[next] ?? [];
    if (words === undefined || pressed === undefined || !screen.includes(words)) return;
    next++;
    screen = '';
    // The prompt listens once it is drawn.
    setTimeout(() => input.write(pressed), 30);
  });
  let all = '';
  output.on('data', (chunk: Buffer) => {
    all += chunk.toString();
  });
  const status = await runInterview(about, start, { lang, output: file }, { input, output });
  return { status, screen: all, incident: parse(readFileSync(file, 'utf8')) as unknown };
}

test('a time, a stop: what was answered is in the file', async () => {
  const { status, screen, incident } = await sitting(
    [
      ['事件何时发生？', `2024-05-06T08:00:00+08:00${ENTER}`],
      ['问题 2', `${STOP}${ENTER}`],
    ],
    { units: [{ id: 'pharmacy-college' }] },
  );
  expect(incident).toEqual({ units: [{ id: 'pharmacy-college' }], occurredAt: '2024-05-06T08:00:00+08:00' });
  expect(status).toBe('undetermined');
  expect(screen).toContain('明确单位：网络安全和信息化领导小组办公室');
  expect(screen).toContain('已存入');
});

test('before the rules, one answer is enough; a time that nobody can read is told and asked again', async () => {
  const { status, screen, incident } = await sitting(
    [
      ['When did it occur?', `05/06/2018${ENTER}`],
      ['question 2', `2018-05-06T08:00:00+08:00${ENTER}`],
    ],
    {},
    'en',
  );
  expect(screen).toContain('[input/ambiguous-time]');
  expect(screen).toContain('Done: nothing else that may be asked changes the outcome');
  expect({ status, incident }).toEqual({ status: 'unmet', incident: { occurredAt: '2018-05-06T08:00:00+08:00' } });
});

test('nothing typed means that nobody knows, which is written down and not asked again', async () => {
  const { incident, screen } = await sitting(
    [
      ['事件何时发生？', ENTER],
      ['问题 2', `${STOP}${ENTER}`],
    ],
    {},
  );
  expect(incident).toEqual({ occurredAt: null });
  expect(screen.split('事件何时发生？').length).toBeGreaterThan(1);
});

const CTRL_C = '\u0003';

test('Ctrl-C is a stop: what was answered is in the file', async () => {
  const { incident, screen } = await sitting(
    [
      ['事件何时发生？', `2024-05-06T08:00:00+08:00${ENTER}`],
      ['问题 2', CTRL_C],
    ],
    {},
  );
  expect(incident).toEqual({ occurredAt: '2024-05-06T08:00:00+08:00' });
  expect(screen).toContain('尚不能确定');
  expect(screen).toContain('已存入');
});

test.each([
  ['zh', '事件何时发生？', '停'],
  ['en', 'When did it occur?', 'Stop'],
] as const)('a question for a time can be stopped at (%s)', async (lang, words, stop) => {
  const { incident, status } = await sitting(
    [[words, `${stop}${ENTER}`]],
    { units: [{ id: 'pharmacy-college' }] },
    lang,
  );
  expect({ incident, status }).toEqual({ incident: { units: [{ id: 'pharmacy-college' }] }, status: 'undetermined' });
});

/** An interview of one question. */
function asking(question: Pick<Question, 'answer'> & Partial<Question>): Interview {
  const whole = {
    kind: 'fact',
    id: 'leak.loss',
    ask: { zh: '损失多少？', en: 'How much was lost?' },
    settledBy: { label: { zh: '调查组', en: 'the inquiry' } },
  };
  const state = (incident: Incident, open: boolean) =>
    ({
      incident,
      status: 'undetermined',
      ...(open && { question: { ...whole, ...question } }),
      questions: [],
      beyond: [],
    }) as unknown as InterviewState;
  return {
    start: (incident = {}) => state(incident, true),
    answer: ({ incident }, id, value) => state({ ...incident, [id]: value } as Incident, false),
  };
}

test.each([
  ['zh', '损失多少？（单位：元；留空为不知道，输入“停”即到此为止）', '请只输入数字', '停'],
  ['en', 'How much was lost? (in yuan; nothing if not known, "stop" to stop here)', 'a number, please', 'stop'],
] as const)(
  'a question for a number says its unit, and words that are none are told kindly and asked again (%s)',
  async (lang, question, told, stop) => {
    const about = asking({ answer: 'number', unit: 'yuan' });
    const { screen, incident } = await sitting(
      [
        ['1', `abc${ENTER}`],
        [told, `${'\u007f'.repeat(3)}1200${ENTER}`],
      ],
      {},
      lang,
      about,
    );
    expect(screen).toContain(question);
    expect(incident).toEqual({ 'leak.loss': 1200 });
    expect((await sitting([['1', `${stop}${ENTER}`]], {}, lang, about)).incident).toEqual({});
  },
);

test('labels of options and who settles it are words on the terminal', async () => {
  const hostile = 'x\u0007\u202ey\nz';
  const label = { zh: hostile, en: hostile };
  const settledBy = { label } as Question['settledBy'];
  const { screen } = await sitting(
    [['1', ENTER]],
    {},
    'zh',
    asking({ answer: 'enum', ask: label, options: { a: label }, settledBy }),
  );
  expect(screen.split('x  y z').length).toBeGreaterThan(3);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what must not come out
  expect(screen).not.toMatch(/[\u0007\u202e]/);
});

describe('the file to write is looked at before anything is asked', () => {
  const folder = mkdtempSync(join(tmpdir(), 'interview-'));
  const at = (name: string) => join(folder, name);
  const KNOWN = 'format: 2\noccurredAt: 2018-05-06T08:00:00+08:00\n';
  const start = (...args: string[]) =>
    spawnSync('node', ['cli/dist/main.js', 'interview', '--lang', 'en', '--as-of', '2024-06-30', ...args], {
      encoding: 'utf8',
      input: '',
    });

  test('one that exists is left as it is', () => {
    writeFileSync(at('other.yaml'), 'id: other\n');
    const { status, stderr } = start('--output', at('other.yaml'));
    expect(stderr).toBe(`${at('other.yaml')}: exists already; name another output [file/exists]\n`);
    expect(status).toBe(65);
    expect(readFileSync(at('other.yaml'), 'utf8')).toBe('id: other\n');
  });

  test('one that cannot be written is told', () => {
    const { status, stderr } = start('--output', at('no/such/folder.yaml'));
    expect(stderr).toBe(
      `${at('no/such/folder.yaml')}: cannot be written: there is no such file or folder (ENOENT) [file/unwritable]\n`,
    );
    expect(status).toBe(65);
  });

  test('the one it started from goes on, by whatever path; its name is words', () => {
    writeFileSync(at('incident.yaml'), KNOWN);
    symlinkSync(at('incident.yaml'), at('again\u0007.yaml'));
    const { status, stderr } = start(at('incident.yaml'), '--output', at('again\u0007.yaml'));
    expect(stderr).toContain(`saved to ${at('again .yaml')}\n`);
    expect(status).toBe(0);
    expect(readFileSync(at('incident.yaml'), 'utf8')).toBe(KNOWN);
  });

  test('a new one holds what is known, though nothing is asked', () => {
    writeFileSync(at('known.yaml'), KNOWN);
    expect(start(at('known.yaml'), '--output', at('new.yaml')).status).toBe(0);
    expect(parse(readFileSync(at('new.yaml'), 'utf8'))).toEqual({ format: 2, occurredAt: '2018-05-06T08:00:00+08:00' });
    // With nothing to begin with, the format is all that is known.
    start('--output', at('empty.yaml'));
    expect(parse(readFileSync(at('empty.yaml'), 'utf8'))).toEqual({ format: 2 });
  });

  test('an incident that is refused leaves no file', () => {
    writeFileSync(at('bad.yaml'), 'format: 2\nattak: {}\n');
    expect(start(at('bad.yaml'), '--output', at('none.yaml')).stderr).toContain('[input/unknown-key]');
    expect(existsSync(at('none.yaml'))).toBe(false);
  });
});

describe('the document that it began with', () => {
  const NOTES = [
    '# 立案：2024-05-07',
    'units: [{ id: "pharmacy-college" }]   # 报案单位',
    '# 时间待核',
    'occurredAt: null   # 问过',
    'attack:',
    "  tampered: false   # 见 '日志'",
    '',
  ].join('\n');
  const asking = (value: unknown): Interview => {
    const state = (incident: object, open: boolean) =>
      ({
        incident,
        status: 'undetermined',
        ...(open && {
          question: {
            answer: 'boolean',
            kind: 'fact',
            id: 'x',
            ask: { zh: '是否？', en: 'Is it?' },
            settledBy: { label: { zh: '甲', en: 'A' } },
          },
        }),
        questions: [],
        beyond: [],
      }) as unknown as InterviewState;
    return { start: (incident = {}) => state(incident, true), answer: () => state(value as object, false) };
  };

  /** Answers once, so that the document is written as the given incident. */
  async function answered(text: string, incident: object, name = 'incident.yaml'): Promise<string> {
    const file = join(mkdtempSync(join(tmpdir(), 'interview-')), name);
    writeFileSync(file, text);
    const [input, output] = [new PassThrough(), new PassThrough()];
    output.end = () => output;
    output.on('data', (chunk: Buffer) => {
      if (chunk.toString().includes('是否？')) setTimeout(() => input.write(ENTER), 30);
    });
    await runInterview(
      asking(incident),
      parse(text) as Incident,
      { lang: 'zh', output: file, from: { file, text } },
      { input, output },
    );
    return readFileSync(file, 'utf8');
  }

  test('keeps its comments, its order and its quotes', async () => {
    const incident = {
      units: [{ id: 'pharmacy-college' }],
      occurredAt: '2024-05-06T08:00:00+08:00',
      attack: { tampered: false },
      leak: { kinds: ['state-secret'] },
    };
    expect(await answered(NOTES, incident)).toBe(
      [
        '# 立案：2024-05-07',
        'units: [ { id: "pharmacy-college" } ] # 报案单位',
        '# 时间待核',
        'occurredAt: 2024-05-06T08:00:00+08:00 # 问过',
        'attack:',
        "  tampered: false # 见 '日志'",
        'leak:',
        '  kinds:',
        '    - state-secret',
        '',
      ].join('\n'),
    );
  });

  test('is changed in one place where an alias stands in another', async () => {
    const text = 'attack: &same { tampered: true } # 甲\nleak: *same\n';
    const incident = { attack: { tampered: true }, leak: { tampered: true, occurred: true } };
    const written = await answered(text, incident);
    expect(parse(written)).toEqual(incident);
    expect(written).toContain('# 甲');
  });

  test('stays JSON if that is what it was', async () => {
    const incident = { units: [{ id: 'pharmacy-college' }], occurredAt: null };
    expect(JSON.parse(await answered('{"unit":"pharmacy-college"}', incident, 'incident.json'))).toEqual(incident);
  });

  test('is left whole where an answer cannot be written', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'interview-'));
    const file = join(folder, 'incident.yaml');
    writeFileSync(file, NOTES);
    const [input, output] = [new PassThrough(), new PassThrough()];
    output.end = () => output;
    output.on('data', (chunk: Buffer) => {
      if (!chunk.toString().includes('是否？') || !existsSync(folder)) return;
      renameSync(folder, `${folder}-away`);
      setTimeout(() => input.write(ENTER), 30);
    });
    const from = { file, text: NOTES };
    await expect(
      runInterview(
        asking({ id: 'a' }),
        parse(NOTES) as Incident,
        { lang: 'zh', output: file, from },
        { input, output },
      ),
    ).rejects.toMatchObject({ code: 'file/unwritable' });
    expect(readdirSync(`${folder}-away`)).toEqual(['incident.yaml']);
    expect(readFileSync(`${folder}-away/incident.yaml`, 'utf8')).toBe(NOTES);
  });
});
