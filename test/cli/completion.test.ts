import { expect, test } from 'vitest';
import { SHELLS } from '../../cli/src/completion.js';
import { runHere, shell } from '../support/command.js';

const completed = async (...words: string[]) =>
  (await runHere(['complete', '--', ...words])).stdout.split('\n').filter(Boolean);

test('commands, options, choices and ids', async () => {
  expect(await completed('ass')).toEqual(['assess']);
  expect(await completed('')).toEqual(expect.arrayContaining(['assess', 'facts', 'completion', 'help']));
  expect(await completed('')).not.toContain('complete');
  expect(await completed('assess', '--p')).toEqual(['--policy', '--profile']);
  expect(await completed('chain', '--format', '')).toEqual(['text', 'markdown', 'html', 'mermaid', 'svg']);
  expect(await completed('assess', '--profile', 'n')).toEqual(['national-analogy']);
  expect(await completed('explain', '--provision', 'art8.')).toEqual(['art8.report', 'art8.handle']);
  expect(await completed('explain', '--provision', 'art9.p1,art8.r')).toEqual(['art9.p1,art8.report']);
  expect(await completed('--lang', '')).toEqual(['zh', 'en']);
  expect(await completed('completion', '')).toEqual([...SHELLS]);
  expect(await completed('new', '')).toEqual(expect.arrayContaining(['regulation', 'ruling']));
  expect(await completed('new', 'ruling', '--qu')).toEqual(['--question']);
  expect(await completed('new', 'ruling', '--question', 'art8.g')).toEqual(['art8.grade']);
});

test('where a file is to be named, nothing is offered instead', async () => {
  expect(await completed('assess', 'fix')).toEqual([]);
  expect(await completed('assess', '--organization', '')).toEqual([]);
});

test('a word that begins only, as a shell without empty words asks', async () => {
  expect((await runHere(['complete', '--next', '--', 'chain', '--format'])).stdout).toContain('svg');
});

test('bash asks the command', () => {
  const ask = (line: string, at: number) =>
    shell(
      `source <(zerenzhi completion bash); COMP_WORDS=(${line}); COMP_CWORD=${at}; _zerenzhi; printf '%s\\n' "\${COMPREPLY[@]}"`,
    );
  expect(ask('zerenzhi obligations --format x', 3)).toMatchObject({ stdout: 'xlsx\n', stderr: '', status: 0 });
});

test.each(SHELLS)('%s has a script', async (name) => {
  expect((await runHere(['completion', name])).stdout).toContain('zerenzhi complete');
});
