import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseYaml } from '../../src/authoring/parse-yaml.js';
import { formatDiagnostic } from '../../src/index.js';
import { YAML_FAULTS } from '../../src/messages/yaml-faults.js';

// What is told in Chinese has no sentence of another language in it.

const SYNTAX = [
  ['a: b: c', '同一行中有两个“: ”'],
  ['a: [1, 2', '没有成对'],
  ['a: "x', '没有成对'],
  ['a:\n\t- b', '制表符'],
  ['a: "\\d"', '反斜杠'],
  ['a: @b', '请加引号'],
  ['a: 1\nb', '冒号'],
  ['a: 1\n---\nb: 2', '一份文档'],
  ['a: 1\n  b: 2', '“: ”'],
  ['a:\n    b: 1\n  c: 2', '缩进'],
  ['a: }', '多余'],
  ['a: *', '引用'],
  ['a: 1\nb: *c', '引用'],
] as const;

describe('a fault of YAML', () => {
  test.each(SYNTAX)('%j', (text, words) => {
    const parsed = parseYaml(text, 'a.yaml');
    const [fault] = 'faults' in parsed ? parsed.faults : [];
    const line = fault ? formatDiagnostic(fault, 'zh') : '';
    expect(line).toContain(words);
    expect(Object.keys(YAML_FAULTS)).toContain(fault?.expected);
    expect(sentences(line)).toEqual([]);
  });

  test('has words for every code of the parser that a document can bring about', () => {
    const codes =
      /type ErrorCode = ([^;]+);/.exec(readFileSync('node_modules/yaml/dist/errors.d.ts', 'utf8'))?.[1] ?? '';
    const all = [...codes.matchAll(/'([A-Z0-9_]+)'/g)].map(([, code]) => code as string);
    // The parser's own faults, and a demand that is not made of it.
    expect(all.filter((code) => !(code in YAML_FAULTS))).toEqual(['IMPOSSIBLE', 'NON_STRING_KEY']);
  });
});

describe('the page of errors', () => {
  const lines = readFileSync('docs/errors.md', 'utf8').split('\n');
  const told = lines.filter((line) => line.startsWith('→ ') && /\]$/.test(line));
  const chinese = told.filter((_, i) => i % 2 === 1);
  test.each(chinese)('%s', (line) => {
    expect(line).toMatch(/\p{Script=Han}/u);
    expect(sentences(line)).toEqual([]);
  });
});

/** Two words of another language one after another, outside what was typed, names and times. */
function sentences(line: string): readonly string[] {
  const words = line.replaceAll(/`[^`]*`|\[[a-z/-]+\]$/g, '').replace(/^→ /, '');
  return words.match(/(?<![-\w.])[a-z]{2,} [a-z]{2,}(?![-\w.])/gi) ?? [];
}
