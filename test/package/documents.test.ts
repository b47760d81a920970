import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';

// What the documents point at must be there: files and folders of the repository, links, and commands of npm.

const DOCUMENTS = [
  'README.md',
  'README.zh-CN.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'cli/README.md',
  ...['docs', 'docs/decisions'].flatMap((folder) =>
    readdirSync(folder).flatMap((name) => (name.endsWith('.md') ? [`${folder}/${name}`] : [])),
  ),
];
const FOLDERS = /^(?:rules|src|cli|fixtures|test|bench|scripts|docs|\.ci)\//;
/** Made by the build, and not in git. */
const BUILT = /^(?:cli\/dist|rules\/generated)\//;
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: object };

describe.each(DOCUMENTS)('%s', (document) => {
  const text = readFileSync(document, 'utf8');
  const prose = text.replaceAll(/```[\s\S]*?```/g, '');

  test('names no file that is not there', () => {
    const named = [...prose.matchAll(/`([^`\s]+)`/g)].map(([, words = '']) => words);
    const paths = named.filter((words) => FOLDERS.test(words) && !BUILT.test(words) && !words.includes('*'));
    expect(paths.filter((path) => !existsSync(path))).toEqual([]);
  });

  test('links to nothing that is not there', () => {
    const links = [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
    const files = links.flatMap((link) => (/^(?:https?:|#)/.test(link) ? [] : [link.replace(/#.*/, '')]));
    expect(files.filter((file) => !existsSync(join(dirname(document), file)))).toEqual([]);
  });

  test('names no command of npm that is not there', () => {
    const named = [...text.matchAll(/npm run ([a-z:]+)/g)].map(([, name = '']) => name);
    expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  });
});
