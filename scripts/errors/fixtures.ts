import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { parse } from 'yaml';
import { checkFolder } from '../../src/authoring/index.js';
import type { Diagnostic, DiagnosticCode } from '../../src/index.js';
import type { Example } from './examples.js';
import { faultsOfCall, shown } from './library.js';

// Examples out of fixtures/invalid: for each code the row that shows it and as little else as can be.

interface Row {
  readonly input: unknown;
  readonly organization?: object;
  readonly expect: readonly string[];
}
interface Change {
  readonly file: string;
  readonly change: readonly [string, string];
  readonly expect: readonly string[];
}

/** Slips as authors make them (test/authoring/check.test.ts), in short. */
interface Seeded {
  readonly of: keyof typeof FOLDERS;
  readonly changes?: readonly (readonly [file: string, from: string, to: string])[];
  readonly told?: readonly string[];
  readonly notes?: readonly string[];
}
const FOLDERS = { fire: 'test/second-regulation', dmu: 'rules' };

const rowsOf = <R>(name: string): R[] => parse(readFileSync(`fixtures/invalid/${name}.yaml`, 'utf8')) as R[];
const written = (value: unknown): string =>
  inspect(value, {
    depth: null,
    compact: true,
    breakLength: Number.POSITIVE_INFINITY,
    maxArrayLength: null,
    maxStringLength: null,
  });

/** How a row of each file is called. */
const CALLS: { readonly [file: string]: (row: Row) => string } = {
  incidents: ({ input, organization }) =>
    `assessIncident(${written(input)}, ${written({ asOf: '2024-06-30', ...(organization && { organization }) })})`,
  organizations: ({ input }) => `assessIncident({}, ${written({ asOf: '2024-06-30', organization: input })})`,
  units: ({ input, organization }) =>
    `checkUnitObligations(${written(input)}, ${written({ asOf: '2024-06-30', ...(organization && { organization }) })})`,
  policies: ({ input }) => `createPolicy(${written(input)})`,
};

/**
 * Changes of rule files that no row makes. The last two are of the shipped ones, whose text has an official copy with a
 * checksum.
 */
const CHANGES: readonly (readonly [
  code: DiagnosticCode,
  folder: string,
  changes: readonly Omit<Change, 'expect'>[],
])[] = [
  ['rule/unknown-reading', 'test/second-regulation', [{ file: 'articles/02.yaml', change: ['either: {', 'eithr: {'] }]],
  [
    'rule/unknown-condition',
    'test/second-regulation',
    [{ file: 'articles/02.yaml', change: ['either: { any: [', 'either: { any: [{ condition: big }, '] }],
  ],
  [
    'rule/recursive-condition',
    'test/second-regulation',
    [{ file: 'articles/02.yaml', change: ['provisions:', 'conditions: { big: { condition: big } }\nprovisions:'] }],
  ],
  [
    'rule/mixed-polarity',
    'test/second-regulation',
    [
      {
        file: 'articles/02.yaml',
        change: ['any: [{ term: large-fire, quote: 大火 },', 'any: [{ not: { term: large-fire, quote: 大火 } },'],
      },
    ],
  ],
  ['rule/text-differs', 'rules', [{ file: 'articles/14.yaml', change: ['负责解释', '负责解説'] }]],
  ['rule/checksum', 'rules', [{ file: 'official.txt', change: ['负责解释', '负责解説'] }]],
];

function faultsOfChange(folder: string, changes: readonly Omit<Change, 'expect'>[]): readonly Diagnostic[] {
  const copy = mkdtempSync(join(tmpdir(), 'rules-'));
  try {
    cpSync(folder, copy, { recursive: true });
    for (const { file, change } of changes) {
      const text = readFileSync(join(copy, file), 'utf8');
      if (!text.includes(change[0])) throw new Error(`${folder}/${file} has no ${change[0]}`);
      writeFileSync(join(copy, file), text.replaceAll(change[0], change[1]));
    }
    const { faults, notes } = checkFolder(copy);
    return [...faults, ...notes];
  } finally {
    rmSync(copy, { recursive: true });
  }
}

const told = (folder: string, changes: readonly Omit<Change, 'expect'>[]): string =>
  changes
    .map(({ file, change: [from, to] }) => `in ${folder}/${file} instead of\n  ${inLine(from)}\nwrite\n  ${inLine(to)}`)
    .join('\n');
const inLine = (text: string): string => text.trim().replaceAll('\n', '\n  ');

/** One example for each code that a fixture shows. */
export function fixtureExamples(): Example[] {
  const candidates: { code: DiagnosticCode; lines: number; make: () => Example }[] = [];
  const add = (expect: readonly string[], make: (code: DiagnosticCode) => Example) => {
    for (const line of expect) {
      const code = /\[([^\]]+)\]$/.exec(line)?.[1] as DiagnosticCode;
      candidates.push({ code, lines: expect.length, make: () => make(code) });
    }
  };
  for (const [file, call] of Object.entries(CALLS))
    for (const row of rowsOf<Row>(file)) {
      const input = call(row);
      add(row.expect, (code) => shown(code, input, faultsOfCall(input)));
    }
  for (const { file, change, expect } of rowsOf<Change>('rules')) {
    const changes = [{ file, change }];
    add(expect, (code) =>
      shown(code, told('test/second-regulation', changes), faultsOfChange('test/second-regulation', changes)),
    );
  }
  for (const { of, changes: all = [], told: faults = [], notes = [] } of rowsOf<Seeded>('seeded')) {
    const changes = all.map(([file, ...change]) => ({ file, change }));
    const lines = [...faults, ...notes];
    // A file taken away is shown with the codes that have no other example.
    if (changes.length > 0)
      for (const line of lines) {
        const code = / ([a-z]+\/[a-z-]+) \(/.exec(line)?.[1] as DiagnosticCode;
        const make = () => shown(code, told(FOLDERS[of], changes), faultsOfChange(FOLDERS[of], changes));
        candidates.push({ code, lines: lines.length, make });
      }
  }
  const best = new Map<DiagnosticCode, (typeof candidates)[number]>();
  for (const candidate of candidates) {
    const before = best.get(candidate.code);
    if (!before || candidate.lines < before.lines) best.set(candidate.code, candidate);
  }
  return [
    ...[...best.values()].map(({ make }) => make()),
    ...CHANGES.map(([code, folder, changes]) => shown(code, told(folder, changes), faultsOfChange(folder, changes))),
  ];
}
