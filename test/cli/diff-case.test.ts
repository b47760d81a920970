import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { runHere, workspace } from '../support/command.js';

const { at, write } = workspace();
const CASE = 'format: 2\nid: inc-1\noccurredAt: 2024-05-06\nincident: { occurred: true }\n';
const before = write('before.yaml', `${CASE}leak: { occurred: true, own-persons: true }\n`);
const now = write('now.yaml', `${CASE}leak: { occurred: true, own-persons: true, kinds: [state-secret] }\n`);
const ORGANIZATION = ['--organization', 'fixtures/organizations/university.yaml'];
const policy = write('policy.yaml', 'format: 2\nrulings: { art8.clock: occurrence }\n');
const { stdout: filed } = await runHere(['record', before, ...ORGANIZATION, '-p', policy, '--as-of', '2024-05-31']);
const record = write('record.json', filed);
const LATER = ['--as-of', '2024-06-30'];

describe('a case that has gone on', () => {
  test('is told with the conclusion first; the exit code is that of the assessment now', async () => {
    const { status, stdout } = await runHere(['diff-case', record, now, ...LATER]);
    expect(stdout.split('\n')[1]).toBe('● 结论有变：尚不能确定 → 符合问责情形（第九条第二款第（三）项）');
    expect(status).toBe(10);
    const english = await runHere(['diff-case', record, before, ...LATER, '--lang', 'en']);
    expect(english.stdout).toContain('the outcome is the same: undetermined');
    expect(english.status).toBe(20);
  });

  test('as JSON, and in the forms of a page', async () => {
    const { stdout } = await runHere(['diff-case', record, now, '--json', ...LATER]);
    expect(JSON.parse(stdout)).toMatchObject({
      exit: 10,
      accountability: { turned: true },
      before: { asOf: '2024-05-31' },
    });
    expect((await runHere(['diff-case', record, now, '--format', 'markdown', ...LATER])).stdout).toMatch(/^# /);
  });

  test('is assessed by the register and the policy of the record, unless others are given', async () => {
    const changes = async (...more: string[]) =>
      (
        JSON.parse(
          (await runHere(['diff-case', record, before, '--json', '--as-of', '2024-05-31', ...more])).stdout,
        ) as {
          changes: { key: string; change: string }[];
        }
      ).changes.map(({ key, change }) => `${key} ${change}`);
    expect(await changes()).toEqual([]);
    expect(await changes(...ORGANIZATION)).toEqual([]);
    expect(await changes('--profile', 'bare-text')).toEqual(['ruling:art8.clock withdrawn']);
    expect(await changes('--no-presume')).toContain('presume corrected');
  });
});

describe('the record that supersedes', () => {
  test('is written whole, replays, and says whose place it takes; nothing is written over', async () => {
    const output = at('record-2.json');
    await runHere(['diff-case', record, now, '--record', output, ...LATER]);
    const { supersedes } = JSON.parse(readFileSync(output, 'utf8')) as { supersedes: { seal: string } };
    expect(supersedes.seal).toBe((JSON.parse(filed) as { seal: string }).seal);
    const { stdout, status } = await runHere(['replay', output]);
    expect(stdout.split('\n').slice(0, 2)).toEqual([
      '与记录完全一致',
      `本记录取代此前的记录，其封签为 ${supersedes.seal}`,
    ]);
    expect(status).toBe(0);
    const again = await runHere(['diff-case', record, now, '--record', output, ...LATER]);
    expect([again.status, again.stdout]).toEqual([65, '']);
    expect(again.stderr).toContain('[file/exists]');
    expect((await runHere(['diff-case', record, now, '--record', record, ...LATER])).stderr).toContain(
      '[file/is-input]',
    );
  });

  test('whose reference was altered does not replay as identical', async () => {
    const output = at('record-3.json');
    await runHere(['diff-case', record, now, '--record', output, ...LATER]);
    const altered = readFileSync(output, 'utf8').replace(/("supersedes": \{\s*"seal": "sha256:)./, '$1z');
    const { status, stdout } = await runHere(['replay', write('altered.json', altered)]);
    expect(status).toBe(10);
    expect(stdout).toContain('✗ 封签不符，而各部分与其摘要相符');
  });
});

describe('refused, with the file and the line', () => {
  test('a record that was altered', async () => {
    const altered = write('touched.json', filed.replace('"own-persons": true', '"own-persons": false'));
    const { status, stdout, stderr } = await runHere([
      'diff-case',
      altered,
      now,
      '--record',
      at('none.json'),
      ...LATER,
    ]);
    expect([status, stdout]).toEqual([65, '']);
    expect(stderr).toMatch(/touched\.json:\d+:\d+ input: 记录在存档后被改动，不能作为对照的依据.*\[record\/altered\]/);
    expect(existsSync(at('none.json'))).toBe(false);
  });

  test('a record of another incident; a fault of the incident stands in its own file', async () => {
    const other = write('other.yaml', CASE.replace('inc-1', 'inc-2'));
    expect((await runHere(['diff-case', record, other, ...LATER])).stderr).toMatch(
      /record\.json:\d+:\d+ input\.incident\.id: 记录的是另一起事件 `inc-1`；此处为 `inc-2` \[record\/another-incident\]/,
    );
    const faulty = write('faulty.yaml', `${CASE}attak: {}\n`);
    expect((await runHere(['diff-case', record, faulty, ...LATER])).stderr).toMatch(
      /faulty\.yaml:5:1 attak: .*unknown-key/,
    );
  });
});
