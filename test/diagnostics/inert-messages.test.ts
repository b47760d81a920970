import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { assessIncident, createPolicy, formatDiagnostic, ZerenzhiError } from '../../src/index.js';

const FORGED = 'x\u001b[2J\u0007\u202ey\nassessed: not triggered [ok]\u2028z';
// biome-ignore lint/suspicious/noControlCharactersInRegex: what must not come out
const ALIVE = /[\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f]/;

/** What is told where these words stand in a value, in a key, and in the name of a profile. */
const TOLD: readonly (readonly [where: string, work: () => unknown])[] = [
  ['a value', () => assessIncident({ attack: { tampered: FORGED } } as never)],
  ['a key', () => assessIncident({ [FORGED]: 1 } as never)],
  ['a key within, and so the path', () => assessIncident({ attack: { [FORGED]: 1 } } as never)],
  ['the name of a profile', () => createPolicy({ profile: FORGED })],
];

test.each(TOLD)('%s is words in a message, which is one line', (_, work) => {
  let error: unknown;
  try {
    work();
  } catch (thrown) {
    error = thrown;
  }
  if (!(error instanceof ZerenzhiError)) throw new Error('was accepted');
  const { message, diagnostics } = error;
  for (const line of [
    ...diagnostics.flatMap((fault) => [formatDiagnostic(fault, 'zh'), formatDiagnostic(fault, 'en')]),
    ...message.split('\n'),
  ]) {
    expect(line).not.toMatch(ALIVE);
    expect(line).toContain('x [2J  y assessed');
  }
  expect(message.split('\n')).toHaveLength(diagnostics.length);
});

test.each([
  ['a file that cannot be read', false, 65],
  ['a file with a fault', true, 65],
])('the name of %s is words on the terminal', (_, there, code) => {
  const file = join(mkdtempSync(join(tmpdir(), 'inert-')), 'x\u001b[2J\u0007\u202ey\nz.yaml');
  if (there) writeFileSync(file, 'attack:\n  tampered: perhaps\n');
  const { status, stderr } = spawnSync('node', ['cli/dist/main.js', 'assess', file], { encoding: 'utf8' });
  expect(stderr.trimEnd()).not.toMatch(ALIVE);
  expect(stderr).toContain('x [2J  y z.yaml');
  expect(status).toBe(code);
});

test('an option that does not exist is told in words', () => {
  const { status, stderr } = spawnSync('node', ['cli/dist/main.js', 'assess', '--x\u001b[2J\u0007\u202ey'], {
    encoding: 'utf8',
  });
  expect(stderr.replaceAll('\n', '')).not.toMatch(ALIVE);
  expect(stderr).toContain('--x [2J  y');
  expect(status).toBe(64);
});
