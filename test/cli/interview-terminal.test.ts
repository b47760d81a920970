import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Law } from '../../cli/src/interview/conclusion.js';
import { runInterview } from '../../cli/src/interview/interview.js';
import { createPolicy, type Incident, type Organization, regulation } from '../../src/index.js';
import { type Interview, type InterviewState, interview, type Question } from '../../src/inquiry/index.js';
import { readYaml } from '../support/fixtures.js';

/** Up from the first choice is the last, which stops. */
const STOP = '\u001b[A';
const ENTER = '\r';
const CTRL_C = '\u0003';

type Keys = readonly (readonly [words: string, keys: string])[];

/** A person at the terminal: presses the keys for each question when its words are on the screen. */
function person(keys: Keys) {
  const [input, output] = [new PassThrough(), new PassThrough()];
  // A terminal does not end with a question.
  output.end = () => output;
  let [screen, all] = ['', ''];
  let next = 0;
  output.on('data', (chunk: Buffer) => {
    all += chunk.toString();
    screen += chunk.toString();
    const [words, pressed] = keys[next] ?? [];
    if (words === undefined || pressed === undefined || !screen.includes(words)) return;
    next++;
    screen = '';
    // The prompt listens once it is drawn.
    setTimeout(() => input.write(pressed), 30);
  });
  return { terminal: { input, output }, screen: () => all };
}

/** What an interview begins with, where it is about what comes after it. */
const SUBJECT = { title: '主页被篡改', units: [{ id: 'pharmacy-college' }], systems: null } as const;
const policy = createPolicy();
const setting = { policy, asOf: '2024-06-30' };

async function sitting(
  keys: Keys,
  start: Incident,
  lang: 'zh' | 'en' = 'zh',
  about: Asked = interview(policy, { asOf: setting.asOf, order: 'rules' }),
  law: Law | null = { setting, regulation },
) {
  const file = join(mkdtempSync(join(tmpdir(), 'interview-')), 'incident.yaml');
  const { terminal, screen } = person(keys);
  const status = await runInterview(about, start, { lang, output: file, ...(law && { law }) }, terminal);
  return { status, screen: screen(), incident: parse(readFileSync(file, 'utf8')) as unknown };
}

test('a time, a stop: what was answered is in the file', async () => {
  const { status, screen, incident } = await sitting(
    [
      ['事件何时发生？', `2024-05-06T08:00:00+08:00${ENTER}`],
      ['问题 2', `${STOP}${ENTER}`],
    ],
    SUBJECT,
  );
  expect(incident).toEqual({ ...SUBJECT, occurredAt: '2024-05-06T08:00:00+08:00' });
  expect(status).toBe('undetermined');
  expect(screen).toContain('明确单位：网络安全和信息化领导小组办公室');
  expect(screen).toContain('已存入');
});

test('a time that nobody can read is told and asked again, and counts as no question', async () => {
  const { status, screen, incident } = await sitting(
    [
      ['When did it occur?', `05/06/2018${ENTER}`],
      ['Not taken', `2018-05-06 08:00${ENTER}`],
      ['presumed not to be so', STOP + ENTER],
    ],
    SUBJECT,
    'en',
  );
  expect(screen).toContain('[input/ambiguous-time]');
  expect(screen.match(/question \d/g)).toEqual(['question 1', 'question 1', 'question 2']);
  expect({ status, incident }).toEqual({ status: 'unmet', incident: { ...SUBJECT, occurredAt: '2018-05-06 08:00' } });
});

test.each([
  ['不晚于2024年5月6日', { until: '2024年5月6日' }],
  ['不早于2024-05-06', { from: '2024-05-06' }],
  ['2024-05-06至2024-05-08之间', { from: '2024-05-06', until: '2024-05-08' }],
  ['自2024年5月6日至2024年5月8日', { began: '2024年5月6日', ended: '2024年5月8日' }],
  ['自2024年5月6日起，至2024年5月8日止', { began: '2024年5月6日', ended: '2024年5月8日' }],
  ['自2024年5月6日起，持续至今', { began: '2024年5月6日', ended: 'ongoing' }],
  ['not after 2024-05-06', { until: '2024-05-06' }],
  ['not before 2024-05-06', { from: '2024-05-06' }],
  ['between 2024-05-06 and 2024-05-08', { from: '2024-05-06', until: '2024-05-08' }],
  ['from 2024-05-06 until 2024-05-08', { began: '2024-05-06', ended: '2024-05-08' }],
  ['from 2024-05-06, still going on', { began: '2024-05-06', ended: 'ongoing' }],
])('a time that is known in part, or that lasted, is typed as the program tells it: %s', async (typed, occurredAt) => {
  const lang = /^[a-z]/.test(typed) ? 'en' : 'zh';
  const { incident } = await sitting(
    lang === 'zh'
      ? [
          ['事件何时发生？', typed + ENTER],
          ['问题 2', CTRL_C],
        ]
      : [
          ['When did it occur?', typed + ENTER],
          ['question 2', CTRL_C],
        ],
    SUBJECT,
    lang,
  );
  expect(incident).toEqual({ ...SUBJECT, occurredAt });
});

test('nothing typed means that nobody knows, which is written down and not asked again', async () => {
  const { incident, screen } = await sitting(
    [
      ['事件何时发生？', ENTER],
      ['问题 2', `停${ENTER}`],
    ],
    SUBJECT,
  );
  expect(incident).toEqual({ ...SUBJECT, occurredAt: null });
  // When it was found out is asked instead: it was not after that.
  expect(screen).toContain('事件何时被发现？');
  expect(screen.split('事件何时发生？').length).toBeGreaterThan(1);
});

test('Ctrl-C is a stop: what was answered is in the file', async () => {
  const { incident, screen } = await sitting(
    [
      ['事件何时发生？', `2024-05-06T08:00:00+08:00${ENTER}`],
      ['问题 2', CTRL_C],
    ],
    SUBJECT,
  );
  expect(incident).toEqual({ ...SUBJECT, occurredAt: '2024-05-06T08:00:00+08:00' });
  expect(screen).toContain('尚不能确定');
  expect(screen).toContain('已存入');
});

test.each([
  ['zh', '事件何时发生？', '停'],
  ['en', 'When did it occur?', 'Stop'],
] as const)('a question for a time can be stopped at (%s)', async (lang, words, stop) => {
  const { incident, status } = await sitting([[words, `${stop}${ENTER}`]], SUBJECT, lang);
  expect({ incident, status }).toEqual({ incident: SUBJECT, status: 'undetermined' });
});

describe('what the incident is comes first', () => {
  const organization = readYaml<Organization>('fixtures/organizations/university.yaml');
  const begin = (keys: Keys, start: Incident = {}, law: Law = { setting, regulation }) =>
    sitting(keys, start, 'zh', undefined, law);

  test('a title, units and systems by their identifiers; what the document has is not asked', async () => {
    const { incident } = await begin([
      ['事件名称是什么？', `学籍数据外泄${ENTER}`],
      ['涉事单位是哪些？', `academic-affairs、student-affairs${ENTER}`],
      ['涉事系统是哪些？', ENTER],
      ['问题 4', `停${ENTER}`],
    ]);
    expect(incident).toEqual({
      title: '学籍数据外泄',
      units: [{ id: 'academic-affairs' }, { id: 'student-affairs' }],
      systems: null,
    });
    const { screen } = await begin([['何时发生', `停${ENTER}`]], SUBJECT);
    expect(screen).not.toContain('涉事');
  });

  test('with a register units are found by name, several of them, and one that is not in it', async () => {
    const { incident } = await begin(
      [
        ['事件名称是什么？', ENTER],
        // Of thirteen units the first few, so that the other answers are in sight.
        ['另有6项', '教务'],
        ['❯ 教务处', ENTER],
        ['已选：教务处', '不在'],
        ['❯ 不在台账中', ENTER],
        ['academic-affairs）、不在', ENTER],
        ['涉事系统', `学籍`],
        ['❯ ', ENTER],
        ['已选：', ENTER],
        ['问题 4', `停${ENTER}`],
      ],
      {},
      { setting: { ...setting, organization }, regulation },
    );
    expect(incident).toEqual({
      units: [{ id: 'academic-affairs' }, {}],
      systems: [{ id: 'student-records' }],
    });
  });

  test.each([
    ['below a register', '不涉及', ['❯ 不在台账中', `\u001b[B${ENTER}`], { ...setting, organization }],
    ['typed', `无${ENTER}`, undefined, setting],
  ] as const)(
    'that no system is concerned is an answer, and nobody is asked what the unit is to it: %s',
    async (...of) => {
      const [, typed, chosen, judged] = of;
      const { incident, screen } = await begin(
        [['涉事系统是哪些？', typed], ...(chosen ? [chosen] : []), ['问题 2', `停${ENTER}`]],
        { title: '甲', units: [{ id: 'academic-affairs' }] },
        { setting: judged, regulation },
      );
      expect(incident).toMatchObject({ systems: [], target: { capacities: [] } });
      expect(screen).not.toContain('主管、运行还是使用');
    },
  );

  test('that none is concerned is no answer of units', async () => {
    const { screen } = await begin(
      [
        ['涉事单位是哪些？', '不'],
        ['❯ 不在台账中', CTRL_C],
      ],
      { title: '甲' },
      { setting: { ...setting, organization }, regulation },
    );
    expect(screen).not.toContain('不涉及任何系统');
  });

  test('an identifier that cannot be one is told, and asked for again', async () => {
    const { incident, screen } = await begin(
      [
        ['涉事单位是哪些？', `?${ENTER}`],
        ['未采纳', `a${ENTER}`],
        ['涉事系统', `停${ENTER}`],
      ],
      { title: '甲' },
    );
    expect(screen).toContain('[input/');
    expect(incident).toEqual({ title: '甲', units: [{ id: 'a' }] });
  });
});

test('going back takes answers away, as many as there are', async () => {
  const { incident, screen } = await sitting(
    [
      ['事件名称是什么？', `甲${ENTER}`],
      ['涉事单位是哪些？', `a${ENTER}`],
      ['涉事系统是哪些？', `上${ENTER}`],
      ['涉事单位是哪些？', `上${ENTER}`],
      ['事件名称是什么？', `乙${ENTER}`],
      ['涉事单位是哪些？', `b${ENTER}`],
      ['涉事系统是哪些？', `停${ENTER}`],
    ],
    {},
  );
  expect(incident).toEqual({ title: '乙', units: [{ id: 'b' }] });
  expect(screen.match(/问题 \d/g)?.join('')).toBe('问题 1问题 2问题 3问题 2问题 1问题 2问题 3');
});

describe('what is only presumed is asked before it is relied on', () => {
  const DOWN = '\u001b[B';
  /** All that is settled without it: a case before the rules, whose conduct may have come later. */
  const settled = { ...SUBJECT, occurredAt: '2018-05-06' };
  const none = { concealed: 'none-alleged', 'refused-cooperation': 'none-alleged', 'refused-support': 'none-alleged' };

  test('that nobody alleges any of it is written down', async () => {
    const { incident, screen, status } = await sitting([['暂推定没有', ENTER]], settled);
    expect(incident).toEqual({ ...settled, conduct: { ...none, obstructed: 'none-alleged' } });
    expect(status).toBe('unmet');
    expect(screen).toContain('提问结束');
    expect(screen).toContain('结论：不符合问责情形');
    expect(screen).toContain('尚无反映或者举报');
    expect(screen).toContain('须重新提问');
  });

  test.each(['findings', 'status'] as const)('before the details of what is not known, for %s', async (goal) => {
    const unknown = {
      occurredAt: '2024-05-06',
      target: null,
      incident: null,
      attack: null,
      leak: { occurred: null },
      notice: { received: null },
      mlps: null,
      findings: { 'major-loss': null, 'serious-social-impact': null },
    };
    const about = interview(policy, { asOf: setting.asOf, goal, order: goal === 'status' ? 'settling' : 'rules' });
    const { screen } = await sitting(
      [
        ['暂推定没有', ENTER],
        ['问题 2', STOP + ENTER],
      ],
      { ...SUBJECT, ...unknown },
      'zh',
      about,
    );
    expect(screen).toMatch(/问题 1（推定的情形）[\s\S]*问题 2（明确单位/);
  });

  test('what is alleged is asked one by one, and stays open', async () => {
    const { incident, status } = await sitting(
      [
        ['暂推定没有', DOWN + ENTER],
        ['哪些有反映', ` ${ENTER}`],
        ['尚未查明', DOWN + DOWN + ENTER],
        ['问题 2', STOP + ENTER],
      ],
      settled,
    );
    expect(incident).toMatchObject({ conduct: { ...none, concealed: 'alleged' } });
    expect(status).toBe('undetermined');
  });
});

test('the end says what is met, on what, and that it was stopped', async () => {
  const { screen } = await sitting([['问题 1', STOP + ENTER]], {
    ...SUBJECT,
    occurredAt: '2024-05-06',
    leak: { occurred: true, 'own-persons': true, kinds: ['state-secret'] },
  });
  expect(screen).toContain('提问至此为止');
  expect(screen).toContain('结论：符合问责情形');
  expect(screen).toContain(
    '符合：泄露国家秘密、大面积个人信息或重要保密信息等敏感数据（第九条第二款第（三）项）\n  该单位与本事件有关：是',
  );
  expect(screen).toMatch(/推定没有（.*）：.*封锁、瞒报/);
});

/** Of an interview that is made up. */
const NO_LAW = null;
/** An interview of one question. */
/** What the terminal needs of an interview. */
type Asked = Pick<Interview, 'start' | 'answer'>;
function asking(question: Pick<Question, 'answer'> & Partial<Question>): Asked {
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
      presumed: [],
      beyond: [],
    }) as unknown as InterviewState;
  return {
    start: (incident = {}) => state(incident, true),
    answer: ({ incident }, id, value) => state({ ...incident, [id]: value } as Incident, false),
  };
}

test.each([
  ['zh', '（单位：元；', '请只输入数字', '停', '3万'],
  ['en', '(in yuan; ', 'a number, please', 'stop', '30,000'],
] as const)(
  'a question for a number says its unit, and words that are none are told kindly and asked again (%s)',
  async (lang, question, told, stop, written) => {
    const asked = { zh: '损失多少？', en: 'How much was lost?' }[lang];
    const about = asking({ answer: 'number', unit: 'yuan' });
    const keys: Keys = [
      [asked, `abc${ENTER}`],
      [told, `${'\u007f'.repeat(3)}${written}${ENTER}`],
    ];
    const { screen, incident } = await sitting(keys, SUBJECT, lang, about, NO_LAW);
    expect(screen).toContain(question);
    expect(incident).toEqual({ ...SUBJECT, 'leak.loss': 30000 });
    const stopped = await sitting([[asked, `${stop}${ENTER}`]], SUBJECT, lang, about, NO_LAW);
    expect(stopped.incident).toEqual(SUBJECT);
  },
);

test('labels of options and who settles it are words on the terminal', async () => {
  const hostile = 'x\u0007\u202ey\nz';
  const label = { zh: hostile, en: hostile };
  const settledBy = { label } as Question['settledBy'];
  const { screen } = await sitting(
    [['1', ENTER]],
    SUBJECT,
    'zh',
    asking({ answer: 'enum', ask: label, options: { a: label }, settledBy }),
    NO_LAW,
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
  const asking = (value: unknown): Asked => {
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
        presumed: [],
        beyond: [],
      }) as unknown as InterviewState;
    return { start: (incident = {}) => state(incident, true), answer: () => state(value as object, false) };
  };

  /** Answers once, so that the document is written as the given incident. */
  async function answered(text: string, incident: object, name = 'incident.yaml'): Promise<string> {
    const file = join(mkdtempSync(join(tmpdir(), 'interview-')), name);
    writeFileSync(file, text);
    await runInterview(
      asking(incident),
      { ...SUBJECT, ...parse(text) } as Incident,
      { lang: 'zh', output: file, from: { file, text } },
      person([
        ['是否？', ENTER],
        ['问题 2', `停${ENTER}`],
      ]).terminal,
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
        { ...SUBJECT, ...parse(NOTES) } as Incident,
        { lang: 'zh', output: file, from },
        { input, output },
      ),
    ).rejects.toMatchObject({ code: 'file/unwritable' });
    expect(readdirSync(`${folder}-away`)).toEqual(['incident.yaml']);
    expect(readFileSync(`${folder}-away/incident.yaml`, 'utf8')).toBe(NOTES);
  });
});
