import { cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';
import * as authoring from '../../src/authoring/index.js';
import { regulation } from '../../src/index.js';
import { filesIn } from '../support/files.js';

// Files that are given are read as those on the disk are.

const { checkFolder, readRegulation, ruleSchemasOf, testScenarios } = authoring;

const ROWS = 'scenarios/fire.yaml';
const ROW = `- name: a
  basis: 大火和堵塞出口
  because: why
  incident: DOCUMENT
  asOf: '2026-06-30'
  expect: { findings: { art2.fire: undetermined } }
`;

describe('a folder is told the same of from memory as from the disk', () => {
  const within = (name: string) => join(folder, name);
  let folder: string;
  test.each<[string, () => void]>([
    ['as it is', () => {}],
    ['with nothing in it', () => rmSync(folder, { recursive: true })],
    ['without articles', () => rmSync(within('articles'), { recursive: true })],
    ['in GBK', () => writeFileSync(within('terms.yaml'), Buffer.from('a: 1\nb: \xd2\xbb\xd1\xa7', 'latin1'))],
    ['in UTF-16', () => writeFileSync(within('official.txt'), Buffer.from('\ufeff另一文本\n', 'utf16le'))],
    ['with a mark of its bytes', () => writeFileSync(within('questions.yaml'), '\ufeffa: [')],
    ['too large', () => writeFileSync(within('facts.yaml'), `# ${'a'.repeat(5_000_000)}`)],
    [
      'with a folder in place of a file',
      () => {
        rmSync(within('facts.yaml'));
        mkdirSync(within('facts.yaml'));
        writeFileSync(within('facts.yaml/a.yaml'), '');
      },
    ],
    [
      'with a file in place of a folder',
      () => {
        rmSync(within('articles'), { recursive: true });
        writeFileSync(within('articles'), '');
      },
    ],
    ['with a table at fault', () => writeFileSync(within(ROWS), '- name: a\n')],
    [
      'with a document beside it',
      () => {
        writeFileSync(within(ROWS), ROW.replace('DOCUMENT', './../a.yaml'));
        writeFileSync(within('a.yaml'), 'fire: { large: true }\n');
      },
    ],
    ['with a document there is not', () => writeFileSync(within(ROWS), ROW.replace('DOCUMENT', '../../no.yaml'))],
    ['with a folder as a document', () => writeFileSync(within(ROWS), ROW.replace('DOCUMENT', '..'))],
    ['without its head', () => renameSync(within('regulation.yaml'), within('head.yaml'))],
  ])('%s', (_, change) => {
    const root = mkdtempSync(join(tmpdir(), 'files-'));
    folder = join(root, 'rules');
    cpSync('test/second-regulation', folder, { recursive: true });
    change();
    const files = filesIn(root);
    expect(checkFolder(folder, files)).toEqual(checkFolder(folder));
    expect(ruleSchemasOf(folder, files)).toEqual(ruleSchemasOf(folder));
    for (const path of [folder, join(folder, 'scenarios'), join(folder, ROWS), join(folder, 'none')])
      expect(JSON.stringify(testScenarios(path, regulation, files))).toBe(
        JSON.stringify(testScenarios(path, regulation)),
      );
    rmSync(root, { recursive: true });
  });
});

test('paths of files that are given are written as anybody would', () => {
  const files = filesIn('test/second-regulation');
  const inFolder = Object.fromEntries(
    Object.entries(files).map(([path, bytes]) => [
      path.replace('test/second-regulation', '.'),
      Buffer.from(bytes).toString(),
    ]),
  );
  const { faults } = checkFolder('', inFolder);
  expect(faults).toEqual([]);
  expect(testScenarios('.', undefined, inFolder).outcomes).toHaveLength(3);
  expect(testScenarios('test/../test//second-regulation/', undefined, files).outcomes).toHaveLength(3);
});

test.each([null, 5, 'rules', []])('%j are no files', (files) => {
  for (const work of [readRegulation, checkFolder, ruleSchemasOf])
    expect(() => work('rules', files as never)).toThrow(
      expect.objectContaining({
        diagnostics: [expect.objectContaining({ code: 'input/invalid-type', path: 'files' })],
      }),
    );
});

test('in a browser the rules are checked and their scenarios run as here', async () => {
  const { outputFiles } = await build({
    entryPoints: ['src/authoring/index.ts'],
    bundle: true,
    charset: 'utf8',
    format: 'iife',
    globalName: 'authoring',
    // Of which esbuild refuses any Node built-in.
    platform: 'browser',
    write: false,
    plugins: [
      {
        name: 'no-disk',
        setup: ({ onLoad }) =>
          onLoad({ filter: /authoring\/files\/disk\.ts$/ }, () => ({ contents: 'export const disk = undefined' })),
      },
    ],
  });
  const files = filesIn('rules', 'fixtures');
  const table = 'rules/scenarios/published-cases.yaml';
  const told = ({ checkFolder, testScenarios }: typeof authoring, ...given: [typeof files?]) => {
    const { faults, outcomes } = testScenarios(table, undefined, ...given);
    return {
      checked: checkFolder('rules', ...given),
      faults,
      came: outcomes.map(({ scenario: { row, file, line }, differences }) => ({ row, file, line, differences })),
    };
  };
  const browser = { files, told: '', TextDecoder, TextEncoder, Uint8Array };
  runInNewContext(
    `${outputFiles[0]?.text}; const table = '${table}'; told = JSON.stringify((${told})(authoring, files))`,
    browser,
    {
      contextCodeGeneration: { strings: false, wasm: false },
    },
  );
  const here = told(authoring);
  expect([here.came.length, here.checked.faults, here.faults]).toEqual([12, [], []]);
  expect(JSON.parse(browser.told)).toEqual(JSON.parse(JSON.stringify(here)));
});
