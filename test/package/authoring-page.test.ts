import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runHere, workspace } from '../support/command.js';
import { fireAmended } from '../support/edited.js';

// What the pages for authors show is what the command prints.

const OVERLAY = 'fixtures/overlays/pharmacy-college.yaml';
const FOLDER = 'test/second-regulation';
const TABLE = 'scenarios/fire.yaml';
const { at, write } = workspace();

/** A folder of rules with one thing changed in a file. */
function changed(name: string, file: string, from: string, to: string): string {
  const folder = at(name);
  cpSync(FOLDER, folder, { recursive: true });
  const path = join(folder, file);
  writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
  return folder;
}
const slip = changed('slip', 'articles/02.yaml', 'quote: 追究第一责任人', 'quote: 追究第一贵任人');
const failing = changed('failing', TABLE, 'art2.fire: met', 'art2.fire: unmet');
const amended = fireAmended();
const looser = write('pharmacy-college.yaml', readFileSync(OVERLAY, 'utf8').replace('hours: 1', 'hours: 48'));

describe.each([
  ['docs/authoring.md', 'en', ['Check it', 'Test it', 'Amend it', "A unit's own rules"]],
  ['docs/authoring.zh-CN.md', 'zh', ['检查', '测试', '修订', '单位自定的制度']],
] as const)('%s', (file, lang, [check, testing, amend, own]) => {
  const page = readFileSync(file, 'utf8');
  /** What is printed under a heading, block by block. */
  const under = (heading: string): readonly string[] => {
    const part = page.split(/^## /m).find((each) => each.startsWith(`${heading}\n`)) ?? '';
    return [...part.matchAll(/```text\n([\s\S]*?)```/g)].map(([, text]) => text as string);
  };
  const printed = async (...args: string[]) => {
    const { stdout } = await runHere([...args, '--lang', lang]);
    return stdout.replaceAll(failing, 'second-regulation').replaceAll(looser, 'pharmacy-college.yaml');
  };

  test('a folder without faults, and a character mistyped', async () => {
    expect(under(check)).toEqual([await printed('check', 'rules'), await printed('check', slip)]);
  });

  test('scenarios that hold, and one that fails', async () => {
    expect(under(testing)).toEqual([await printed('test', FOLDER), await printed('test', failing)]);
  });

  test('the scenario is one that is run', () => {
    const [, row = ''] = /```yaml\n(- name[\s\S]*?)```/.exec(page) ?? [];
    const bare = (text: string) => text.replaceAll(/ +# .*$/gm, '');
    expect(row).not.toBe('');
    expect(bare(readFileSync(join(FOLDER, TABLE), 'utf8')).startsWith(bare(row))).toBe(true);
  });

  test('an amendment', async () => {
    expect(under(amend)).toEqual([await printed('diff', FOLDER, amended)]);
  });

  test('a unit’s own rules, and one of them loosened', async () => {
    const loosened = ['check', looser, '--profile', 'national-analogy'];
    expect(under(own)).toEqual([await printed('check', OVERLAY), await printed(...loosened)]);
  });
});

test('the example of a unit’s own rules stands in the file that is checked, which has a duty more', async () => {
  const [, example = ''] =
    /```yaml\n(format: 2\nunit[\s\S]*?)```/.exec(readFileSync('docs/authoring.md', 'utf8')) ?? [];
  expect((await runHere(['check', write('example.yaml', example)])).status).toBe(0);
  const lines = readFileSync(OVERLAY, 'utf8').split('\n');
  for (const line of example.split('\n')) expect(lines).toContain(line.replace(/ +#.*$/, ''));
});
