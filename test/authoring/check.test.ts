import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkRegulation } from '../../src/authoring/check/check.js';
import { disk } from '../../src/authoring/files/disk.js';
import { readFolder } from '../../src/authoring/folder.js';
import { checkFolder } from '../../src/authoring/load.js';
import type { Diagnostic } from '../../src/index.js';
import { amendedFolder } from '../support/amended.js';
import { filesIn } from '../support/files.js';
import { readYaml } from '../support/fixtures.js';

// Faults seeded into rule files one by one, and some at once: each is found where it is, and only it.

interface Seeded {
  readonly name: string;
  readonly of: 'fire' | 'dmu';
  readonly changes?: readonly (readonly [file: string, from: string, to: string])[];
  readonly without?: string;
  readonly told?: readonly string[];
  readonly notes?: readonly string[];
}
const FOLDERS = { fire: 'test/second-regulation', dmu: 'rules' };

function seeded({ of, changes = [], without }: Seeded): string {
  const folder = mkdtempSync(join(tmpdir(), 'seeded-'));
  cpSync(FOLDERS[of], folder, { recursive: true, filter: (path) => !/^rules\/(?:generated|scenarios)/.test(path) });
  for (const [file, from, to] of changes) {
    const text = readFileSync(join(folder, file), 'utf8');
    expect(text, `${file} has no ${from}`).toContain(from);
    writeFileSync(
      join(folder, file),
      text.replace(from, () => to),
    );
  }
  if (without !== undefined) rmSync(join(folder, without));
  return folder;
}

/** A fault in short: file:line, place, code (what is expected), = the first place, → what was meant. */
const short = ({ file, line, path, code, expected = '', first, nearest }: Diagnostic): string =>
  [
    `${file}:${line ?? ''} ${path} ${code} (${expected})`,
    ...(first ? [`= ${first.file}:${first.line}`] : []),
    ...(nearest === undefined ? [] : [`→ ${nearest}`]),
  ].join(' ');

describe('a slip is told where it is', () => {
  test.each(readYaml<Seeded[]>('fixtures/invalid/seeded.yaml'))('$name', (row) => {
    const folder = seeded(row);
    const checked = checkFolder(folder);
    expect(checkFolder(folder, filesIn(folder))).toEqual(checked);
    const { faults, notes } = checked;
    rmSync(folder, { recursive: true });
    expect([faults.map(short).sort(), notes.map(short).sort()]).toEqual([
      [...(row.told ?? [])].sort(),
      [...(row.notes ?? [])].sort(),
    ]);
  });
});

test.each(Object.values(FOLDERS))('nothing is wrong with %s', (folder) => {
  const { faults, notes, regulation } = checkFolder(folder);
  expect([faults, notes]).toEqual([[], []]);
  expect(regulation).toBeDefined();
});

test('a document that a scenario names is told where it is, seen from the folder', () => {
  const folder = seeded({
    name: '',
    of: 'fire',
    changes: [['scenarios/fire.yaml', '  unit: { id: hall, kind: site }', '  unit: ../../none.yaml']],
  });
  const { faults } = checkFolder(folder);
  rmSync(folder, { recursive: true });
  expect(faults.map(short)).toEqual(['../none.yaml:  file/unreadable (ENOENT)']);
});

/** Every place in a value, with what it is when something else stands there. */
function* replaced(value: unknown, junk: unknown): Generator<unknown> {
  yield junk;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value))
    for (const other of replaced(inner, junk))
      yield Array.isArray(value) ? value.with(Number(key), other) : { ...value, [key]: other };
}

test.each([[null], [5], [''], [[]], [{}], ['x'], [[null]], [-1]])(
  'whatever part of a regulation is %j instead, that is told, and nothing else goes wrong',
  (junk) => {
    const { whole } = readFolder(disk, FOLDERS.fire);
    let told = 0;
    for (const other of replaced(whole, junk)) {
      const faults = checkRegulation(other);
      for (const { code, message } of faults) expect([code, message.zh, message.en]).not.toContain('');
      told += faults.length > 0 ? 1 : 0;
    }
    expect(told).toBeGreaterThan(50);
  },
);

describe('a later version of an article', () => {
  const notesOf = (change: (text: string) => string) => {
    const folder = amendedFolder();
    const file = join(folder, 'articles/08.2026-09-01.yaml');
    writeFileSync(file, change(readFileSync(file, 'utf8')));
    const { faults, notes } = checkFolder(folder);
    rmSync(folder, { recursive: true });
    expect(faults).toEqual([]);
    return notes.map(({ path, code, value }) => [path, code, value]);
  };

  test('whose labels and English follow its words is noted for nothing', () => {
    expect(notesOf((text) => text)).toEqual([]);
  });

  test('that kept the label of a duty whose words and rule changed is noted at the label', () => {
    const kept = '第一时间向网络安全和信息化领导小组办公室报告';
    const en = 'report immediately to the Office of the Leading Group';
    expect(
      notesOf((text) => text.replace(/action: \{ zh: 自发现之时起.*/, `action: { zh: ${kept}, en: ${en} }`)),
    ).toEqual([['art8.report.action', 'lint/left-behind', kept]]);
  });

  test('that kept our English of words that changed is noted at the English', () => {
    const [, gloss = ''] = /gloss: (.*)/.exec(readFileSync('rules/articles/08.yaml', 'utf8')) ?? [];
    expect(notesOf((text) => text.replace(/gloss: .*/, `gloss: ${gloss}`))).toEqual([
      ['paragraphs[0].gloss', 'lint/left-behind', gloss],
    ]);
  });
});
