import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { runInterview } from '../src/cli/interview.js';
import { createPolicy, type Incident } from '../src/index.js';
import { interview } from '../src/report/index.js';

const DOWN = '\u001b[B';
const ENTER = '\r';

/** A person at the terminal: presses the keys for each question when its words are on the screen. */
async function sitting(keys: readonly (readonly [words: string, keys: string])[], start: Incident, lang: 'zh' | 'en' = 'zh') {
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
  const status = await runInterview(interview(createPolicy(), { asOf: '2024-06-30' }), start, { lang, output: file }, { input, output });
  return { status, screen: all, incident: parse(readFileSync(file, 'utf8')) as unknown };
}

test('a time, a stop: what was answered is in the file', async () => {
  const { status, screen, incident } = await sitting(
    [
      ['事件何时发生？', `2024-05-06T08:00:00+08:00${ENTER}`],
      ['问题 2', `${DOWN.repeat(2)}${ENTER}`],
    ],
    { unit: 'pharmacy-college' },
  );
  expect(incident).toEqual({ unit: 'pharmacy-college', occurredAt: '2024-05-06T08:00:00+08:00' });
  expect(status).toBe('undetermined');
  expect(screen).toContain('由谁明确：网络安全和信息化领导小组办公室');
  expect(screen).toContain('已存入');
});

test('before the rules, one answer is enough; a time without an offset is told and asked again', async () => {
  const { status, screen, incident } = await sitting(
    [
      ['When did it occur?', `2018-05-06${ENTER}`],
      ['question 2', `2018-05-06T08:00:00+08:00${ENTER}`],
    ],
    {},
    'en',
  );
  expect(screen).toContain('[input/naive-timestamp]');
  expect(screen).toContain('No further question can change the outcome.');
  expect({ status, incident }).toEqual({ status: 'unmet', incident: { occurredAt: '2018-05-06T08:00:00+08:00' } });
});

test('nothing typed means that nobody knows, which is written down and not asked again', async () => {
  const { incident, screen } = await sitting(
    [
      ['事件何时发生？', ENTER],
      ['问题 2', `${DOWN.repeat(2)}${ENTER}`],
    ],
    {},
  );
  expect(incident).toEqual({ occurredAt: null });
  expect(screen.split('事件何时发生？').length).toBeGreaterThan(1);
});
