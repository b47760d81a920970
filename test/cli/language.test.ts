import { expect, test } from 'vitest';
import { languageOf, localeOf } from '../../cli/src/language.js';
import { runHere, shell, zerenzhi } from '../support/command.js';

test.each([
  [[], 'zh_CN.UTF-8', 'zh'],
  [[], 'zh-TW', 'zh'],
  [[], '', 'zh'],
  [[], 'C', 'zh'],
  [[], 'C.UTF-8', 'zh'],
  [[], 'POSIX', 'zh'],
  [[], 'en_US.UTF-8', 'en'],
  [[], 'de-AT', 'en'],
  [[], 'ca_ES.UTF-8', 'en'],
  [['assess', '--lang', 'zh'], 'en_US.UTF-8', 'zh'],
  [['--lang', 'en', 'assess'], 'zh_CN', 'en'],
  [['assess', '--lang=en'], 'zh_CN', 'en'],
  [['--lang', 'en', 'assess', '--lang=zh'], 'en_GB', 'zh'],
  [['assess', '--', '--lang=en'], 'zh_CN', 'zh'],
] as const)('the language of %j in the locale %j is %s', (args, locale, lang) => {
  expect(languageOf(args, locale)).toBe(lang);
});

test('the locale is the first of three variables that is not empty', () => {
  expect(localeOf({ LC_ALL: 'zh_CN', LC_MESSAGES: 'de_DE', LANG: 'en_US' }, false)).toBe('zh_CN');
  expect(localeOf({ LC_ALL: '', LC_MESSAGES: 'de_DE', LANG: 'en_US' }, false)).toBe('de_DE');
  expect(localeOf({ LANG: 'en_US' }, true)).toBe('en_US');
  expect(localeOf({}, false)).toBe('');
  expect(localeOf({}, true)).toBe(Intl.DateTimeFormat().resolvedOptions().locale);
});

test('the command heeds the locale, and --lang before or after the command', () => {
  const file = 'no-such-file.yaml';
  expect(zerenzhi(['assess', file]).stderr).toContain('无法读取');
  expect(shell(`export LC_ALL= LC_MESSAGES= LANG=en_US.UTF-8; zerenzhi assess ${file}`).stderr).toContain(
    'cannot be read',
  );
  expect(zerenzhi(['--lang', 'en', 'assess', file]).stderr).toContain('cannot be read');
  expect(zerenzhi(['--lang=en', 'articles', '1']).stdout).toContain('Art. 1');
  expect(zerenzhi(['assess', '--lang=en', file]).stderr).toContain('cannot be read');
});

test('the versions, and the regulation by its number', () => {
  const { status, stdout } = zerenzhi(['--version']);
  expect(stdout).toMatch(
    /^zerenzhi-cli \d+\.\d+\.\d+\nzerenzhi \d+\.\d+\.\d+\n大医发〔2019〕307号 大连医科大学网络安全/,
  );
  expect(status).toBe(0);
});

const WRONG = [
  ['assess', '--langg'],
  ['assess', '--zzzzzz'],
  ['asses'],
  ['nonsense'],
  ['articles', '16'],
  ['interview'],
  ['memo', 'a', 'b'],
  ['migrate'],
  ['assess', '--profile'],
  ['assess', '--format', 'x'],
  ['assess', 'a.csv', '--output', 'b', '--threads', '1000'],
  ['--lang', 'fr', 'assess'],
  ['assess', '--resume'],
] as const;

test.each(WRONG.map((args) => [args]))('%j is told in Chinese alone', async (args) => {
  const { status, stdout, stderr } = await runHere(args);
  expect([status, stdout]).toEqual([64, '']);
  // What was typed, and names of options and formats, stay; sentences of another language do not.
  const others = stderr.match(/(?<![-\w])[a-z]+(?: [a-z]+)+/gi) ?? [];
  expect(others, stderr).toEqual([]);
  expect(stderr).toMatch(/\p{Script=Han}/u);
});

test('help is Chinese, and English where that is asked for', async () => {
  const { stdout } = await runHere(['assess', '--help']);
  expect(stdout).not.toMatch(/Usage|Options|Arguments|default|choices|display/);
  expect((await runHere(['help', '--lang', 'en'])).stdout).not.toMatch(/\p{Script=Han}/u);
});

test('what is near is named', async () => {
  expect((await runHere(['asses'])).stderr).toContain('是否指 assess？');
  expect((await runHere(['--lang', 'en', 'assess', '--langg'])).stderr).toContain('did you mean --lang?');
});
