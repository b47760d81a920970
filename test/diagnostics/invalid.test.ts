import { constants } from 'node:buffer';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { decodeText } from '../../src/authoring/decode-text.js';
import { readRegulation } from '../../src/authoring/load.js';
import { parseYaml } from '../../src/authoring/parse-yaml.js';
import { fileDiagnostic } from '../../src/diagnostics/file-diagnostics.js';
import {
  assessIncident,
  checkUnitObligations,
  createPolicy,
  type Diagnostic,
  formatDiagnostic,
  type Organization,
  resolveResponsibilityChain,
  ZerenzhiError,
} from '../../src/index.js';
import { readYaml } from '../support/fixtures.js';

interface Row {
  readonly name: string;
  readonly input: never;
  readonly organization?: Organization;
  readonly expect: readonly string[];
  readonly zh?: readonly string[];
}
const asOf = '2024-06-30';

/** The diagnostics of a refusal; fails where nothing is refused. */
function refusal(work: () => unknown): readonly Diagnostic[] {
  try {
    work();
  } catch (error) {
    if (error instanceof ZerenzhiError) return error.diagnostics;
    throw error;
  }
  throw new Error('was accepted');
}

function check(
  faults: readonly Diagnostic[],
  row: { readonly expect: readonly string[]; readonly zh?: readonly string[] },
): void {
  expect(faults.map((fault) => formatDiagnostic(fault))).toEqual(row.expect);
  if (row.zh) expect(faults.map((fault) => formatDiagnostic(fault, 'zh'))).toEqual(row.zh);
}

const rows = (name: string): Row[] => readYaml(`fixtures/invalid/${name}.yaml`);

describe('incidents', () => {
  test.each(rows('incidents'))('$name', (row) => {
    check(
      refusal(() => assessIncident(row.input, { asOf, ...(row.organization && { organization: row.organization }) })),
      row,
    );
  });
});

describe('organizations', () => {
  test.each(rows('organizations'))('$name', (row) => {
    check(
      refusal(() => assessIncident({}, { asOf, organization: row.input })),
      row,
    );
  });
});

describe('units', () => {
  test.each(rows('units'))('$name', (row) => {
    check(
      refusal(() =>
        checkUnitObligations(row.input, { asOf, ...(row.organization && { organization: row.organization }) }),
      ),
      row,
    );
  });
});

describe('policies', () => {
  test.each(rows('policies'))('$name', (row) => {
    check(
      refusal(() => createPolicy(row.input)),
      row,
    );
  });
});

describe('rule files', () => {
  interface RuleRow {
    readonly name: string;
    readonly file: string;
    readonly change: readonly [string, string];
    readonly expect: readonly string[];
    readonly zh?: readonly string[];
  }
  test.each(readYaml<RuleRow[]>('fixtures/invalid/rules.yaml'))('$name', (row) => {
    const folder = mkdtempSync(join(tmpdir(), 'rules-'));
    cpSync('test/second-regulation', folder, { recursive: true });
    const path = join(folder, row.file);
    const text = readFileSync(path, 'utf8');
    expect(text).toContain(row.change[0]);
    writeFileSync(path, text.replace(row.change[0], row.change[1]));
    const { faults } = readRegulation(folder);
    rmSync(folder, { recursive: true });
    check(faults, row);
  });

  describe('a folder in which something is not what it should be', () => {
    const SECRET = 'root:x:0:0:not-to-be-told';
    /** The faults of a copy of the rules, in which something was done. */
    function faultsOf(spoil: (at: (name: string) => string) => void): string[] {
      const outside = mkdtempSync(join(tmpdir(), 'outside-'));
      writeFileSync(join(outside, 'passwd'), SECRET);
      const folder = mkdtempSync(join(tmpdir(), 'rules-'));
      cpSync('rules', folder, { recursive: true, filter: (path) => !path.endsWith('generated') });
      spoil((name) =>
        name.startsWith('outside/') ? join(outside, name.slice('outside/'.length)) : join(folder, name),
      );
      const { faults } = readRegulation(folder);
      return faults.map((fault) => formatDiagnostic(fault));
    }
    const instead = (name: string, put: (path: string) => void) => (at: (name: string) => string) => {
      rmSync(at(name), { recursive: true });
      put(at(name));
    };
    const linked = (name: string, to: string) => (at: (name: string) => string) => {
      rmSync(at(name), { recursive: true, force: true });
      symlinkSync(at(to), at(name));
    };
    const nowhere = ': cannot be read: there is no such file or folder (ENOENT) [file/unreadable]';
    const folder = ': cannot be read: it is a folder (EISDIR) [file/unreadable]';
    const file = ': cannot be read: a part of the path is no folder (ENOTDIR) [file/unreadable]';
    const outside = ': is a link that leads out of the folder; put the file itself there [file/outside]';

    test.each([
      ['articles that are a file', instead('articles', (path) => writeFileSync(path, 'x')), `articles${file}`],
      ['profiles that are a file', instead('profiles', (path) => writeFileSync(path, 'x')), `profiles${file}`],
      ['an article that is a folder', instead('articles/04.yaml', mkdirSync), `articles/04.yaml${folder}`],
      ['an official text that is a folder', instead('official.txt', mkdirSync), `official.txt${folder}`],
      ['an official text that leads nowhere', linked('official.txt', 'none'), `official.txt${nowhere}`],
      ['an article that leads nowhere', linked('articles/04.yaml', 'none'), `articles/04.yaml${nowhere}`],
      ['facts that lead out of it', linked('facts.yaml', 'outside/passwd'), `facts.yaml${outside}`],
      ['an article that leads out of it', linked('articles/04.yaml', 'outside/passwd'), `articles/04.yaml${outside}`],
      ['an official text that leads out of it', linked('official.txt', 'outside/passwd'), `official.txt${outside}`],
      [
        'an official text in another encoding',
        instead('official.txt', (path) => writeFileSync(path, Buffer.from([0xd2, 0xa9, 0xd1, 0xa7, 0xd4, 0xba]))),
        'official.txt:1:1: is not UTF-8; re-save it as UTF-8 [file/encoding]',
      ],
    ])('%s', (_, spoil, told) => {
      const faults = faultsOf(spoil);
      expect(faults).toEqual([told]);
      expect(faults.join('')).not.toContain('root:x');
    });

    test('a link within it is read', () => {
      const moved = (at: (name: string) => string) => {
        renameSync(at('articles/04.yaml'), at('four.yaml'));
        symlinkSync(at('four.yaml'), at('articles/04.yaml'));
      };
      expect(faultsOf(moved)).toEqual([]);
    });

    test('a file in place of the folder', () => {
      const told = readRegulation('README.md').faults.map(({ code, file }) => `${file} ${code}`);
      expect(told).toContain('regulation.yaml file/unreadable');
      expect(new Set(told.map((line) => line.split(' ')[1]))).toEqual(new Set(['file/unreadable']));
    });

    test('what is no path, and what are no bytes', () => {
      for (const value of [null, 5, {}]) {
        expect(readRegulation(value as never).faults.map(({ code }) => code)).toEqual(['input/invalid-type']);
        expect(decodeText(value as never, 'x')).toMatchObject({ faults: [{ code: 'input/invalid-type' }] });
      }
    });
  });

  test('one character of the shipped text changed in an article differs from the official text', () => {
    const folder = mkdtempSync(join(tmpdir(), 'rules-'));
    cpSync('rules', folder, { recursive: true });
    const path = join(folder, 'articles/14.yaml');
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll('负责解释', '负责解説'));
    const { faults } = readRegulation(folder);
    rmSync(folder, { recursive: true });
    expect(faults.map(({ code, file, line }) => [code, file, line])).toEqual([
      ['rule/text-differs', 'official.txt', 36],
    ]);
  });

  test('one character changed in both copies of the text differs from its checksum', () => {
    const folder = mkdtempSync(join(tmpdir(), 'rules-'));
    cpSync('rules', folder, { recursive: true });
    for (const name of ['articles/14.yaml', 'official.txt'])
      writeFileSync(join(folder, name), readFileSync(join(folder, name), 'utf8').replaceAll('负责解释', '负责解説'));
    const { faults } = readRegulation(folder);
    rmSync(folder, { recursive: true });
    expect(faults.map(({ code }) => code)).toEqual(['rule/checksum']);
  });
});

describe('hostile input', () => {
  const nested = (depth: number): unknown => Array.from({ length: depth }).reduce((inner) => ({ attack: inner }), {});

  test('a document nested ten thousand deep is refused', () => {
    expect(refusal(() => assessIncident(nested(10_000) as never, { asOf })).map(({ code }) => code)).toEqual([
      'input/too-deep',
      'input/unknown-key',
    ]);
    expect(yamlCodes('['.repeat(10_000))).toEqual(['input/too-deep']);
    expect(yamlCodes('{"a":'.repeat(10_000))).toEqual(['input/too-deep']);
  });

  test('brackets in words, in quotes and in comments nest nothing', () => {
    const many = '['.repeat(500);
    for (const text of [`title: "${many}"`, `title: '${many}'`, `title: x${many}`, `title: |\n  ${many}`])
      expect(parseYaml(text, 'x.yaml')).toMatchObject({ value: { title: expect.stringContaining(many) } });
    expect(parseYaml(`{"title":"${many}"}`, 'x.json')).toMatchObject({ value: { title: many } });
    expect(parseYaml(`# ${many}\nid: a`, 'x.yaml')).toMatchObject({ value: { id: 'a' } });
    expect(yamlCodes(`title: "${many}"\nleak: ${many}`)).toEqual(['input/too-deep']);
  });

  test('thousands of keys at fault are told with their places soon', { timeout: 20_000 }, () => {
    const source = parseYaml(Array.from({ length: 40_000 }, (_, i) => `k${i}: 1\n`).join(''), 'x.yaml');
    if ('faults' in source) throw new Error('it is read');
    const faults = refusal(() => assessIncident(source.value, { asOf }));
    expect(faults.map((fault) => source.locate(fault).line)).toEqual(Array.from({ length: 40_000 }, (_, i) => i + 1));
  });

  test.each([
    ['a.b', 2],
    ['a.b.c', 3],
    ['a.b.d', 2],
    ['a.b.c.e', 4],
    ['list[1]', 6],
    ['list[1].x', 6],
    ['list[7]', 5],
    ['same.c', 8],
    ['nowhere', 1],
  ])('a fault of %s stands on line %i, or at the nearest thing above it', (path, line) => {
    const source = parseYaml(
      'top: 0\na.b:\n  c:\n    e: 1\nlist:\n  [1, { x: 1 }]\nname: &name same\n*name : { c: 1 }\n',
      'x.yaml',
    );
    if ('faults' in source) throw new Error('it is read');
    expect(source.locate(fileDiagnostic('yaml/key', path)).line).toBe(line);
  });

  test('a circle is refused', () => {
    const circle: { attack?: unknown } = {};
    circle.attack = circle;
    expect(refusal(() => assessIncident(circle as never, { asOf })).map(({ code }) => code)).toEqual([
      'input/too-deep',
      'input/unknown-key',
    ]);
  });

  test('a huge document is refused', () => {
    const units = Array.from({ length: 300_000 }, (_, i) => ({ id: `u${i}` }));
    expect(refusal(() => assessIncident({}, { asOf, organization: { units } })).map(({ code }) => code)).toEqual([
      'input/too-large',
    ]);
    expect(yamlCodes('a'.repeat(6_000_000))).toEqual(['input/too-large']);
    // More than a text can hold.
    expect(decodeText(Buffer.alloc(constants.MAX_STRING_LENGTH + 1), 'x.yaml')).toMatchObject({
      faults: [{ code: 'input/too-large', file: 'x.yaml' }],
    });
  });

  test('an alias bomb is refused', () => {
    const lines = ['a: &a [x, x, x, x, x, x, x, x, x, x]'];
    for (let i = 1; i < 9; i++) {
      const [name, inner] = ['abcdefghi'[i], 'abcdefghi'[i - 1]];
      lines.push(`${name}: &${name} [${Array(10).fill(`*${inner}`).join(', ')}]`);
    }
    expect(yamlCodes(lines.join('\n'))).toEqual(['yaml/alias-limit']);
  });

  test.each(['__proto__', 'constructor', 'prototype'])('%s is not a key', (key) => {
    const parsed = JSON.parse(`{"attack":{"${key}":{"tampered":true}}}`) as never;
    expect(refusal(() => assessIncident(parsed, { asOf })).map(({ code, path }) => [code, path])).toEqual([
      ['input/forbidden-key', 'attack'],
    ]);
    expect(yamlCodes(`attack:\n  ${key}: { tampered: true }`)).toEqual(['input/forbidden-key']);
    expect(({} as { tampered?: boolean }).tampered).toBeUndefined();
  });

  // Host objects may keep their values behind getters: each is asked once, so that it cannot say two things.
  test('a getter is asked once, and what it throws is a refusal', () => {
    let asked = 0;
    const answering = (get: () => unknown) => Object.defineProperty({}, 'attack', { enumerable: true, get });
    const incident = answering(() => ({ occurred: ++asked === 1 }));
    expect(assessIncident(incident as unknown, { asOf }).facts).toContainEqual({
      fact: 'attack.occurred',
      value: true,
      origin: 'stated',
    });
    expect(asked).toBe(1);
    const throwing = answering(() => {
      throw new TypeError('mine');
    });
    expect(refusal(() => assessIncident(throwing as unknown, { asOf })).map(({ code }) => code)).toEqual([
      'input/not-plain-data',
    ]);
  });

  test.each([new Date(), new Map(), () => true, Number.NaN, 10n])('%s is not plain data', (value) => {
    expect(refusal(() => assessIncident({ attack: value } as never, { asOf })).map(({ code }) => code)).toEqual([
      'input/not-plain-data',
    ]);
  });

  test('two leaders at once are a finding with the words they bear on, not a crash', () => {
    const organization = {
      units: [{ id: 'a' }],
      posts: [{ id: 'lead', unit: 'a', role: 'unit-cybersecurity-lead' as const }],
      appointments: [
        { post: 'lead', person: 'p-1', from: '2020-01-01' },
        { post: 'lead', person: 'p-2', from: '2021-01-01' },
      ],
    };
    const { findings, citations } = resolveResponsibilityChain({ unit: 'a' }, { organization, asOf });
    expect(findings.find(({ code }) => code === 'organization/two-holders')).toMatchObject({
      path: 'a.unit-direct',
      value: 'p-1, p-2',
      provision: 'art7.p1.direct',
    });
    expect(citations['art7.p1.direct']).toEqual({
      place: '7.1',
      quote: '主管网络安全的领导班子成员是直接责任人',
    });
  });

  test('what is not a policy is refused', () => {
    expect(refusal(() => assessIncident({}, { policy: {} as never })).map(({ code }) => code)).toEqual([
      'policy/not-a-policy',
    ]);
  });

  test('a day of judgement that does not exist is refused', () => {
    expect(refusal(() => assessIncident({}, { asOf: '2024-02-30' })).map(({ code, path }) => [code, path])).toEqual([
      ['input/no-such-time', 'asOf'],
    ]);
  });
});

const yamlCodes = (text: string): string[] => {
  const parsed = parseYaml(text, 'x.yaml');
  return 'faults' in parsed ? parsed.faults.map(({ code }) => code) : [];
};
