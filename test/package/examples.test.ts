import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, test } from 'vitest';
import * as authoring from '../../src/authoring/index.js';
import * as documents from '../../src/documents/index.js';
import * as core from '../../src/index.js';
import * as inquiry from '../../src/inquiry/index.js';
import * as engine from '../../src/interop/json-rules-engine/index.js';
import * as sql from '../../src/interop/sql/index.js';
import * as record from '../../src/record/index.js';
import * as report from '../../src/report/index.js';
import * as vitest from '../../src/vitest/index.js';

// What an editor shows beside a name must compile as it stands: every example, held against the public entries.

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const ENTRIES = {
  index: core,
  'report/index': report,
  'inquiry/index': inquiry,
  'record/index': record,
  'documents/index': documents,
  'authoring/index': authoring,
  'interop/sql/index': sql,
  'interop/json-rules-engine/index': engine,
  'vitest/index': vitest,
};

/** What an example may take for granted. */
const GIVEN = [
  "import { writeFile } from 'node:fs/promises';",
  "import type { Article, Finding, Incident, IncidentAssessment, Organization, Policy, UnitFile } from '../../src/index.js';",
  "import type { Outcome } from '../../src/authoring/index.js';",
  "import { expect } from 'vitest';",
  'declare const outcome: Outcome;',
  'declare const article: Article, assessment: IncidentAssessment, finding: Finding, incident: Incident, organization: Organization;',
  'declare const incidents: readonly Incident[], policy: Policy, text: string, unit: UnitFile, units: readonly UnitFile[];',
];

interface Line {
  readonly text: string;
  readonly from: string;
}

/** The lines of the examples of a file, each example in a scope of its own. */
function examplesOf(file: string): Line[] {
  const lines: Line[] = [];
  let inside = false;
  readFileSync(`${ROOT}${file}`, 'utf8')
    .split('\n')
    .forEach((line, i) => {
      const from = `${file}:${i + 1}`;
      const starts = /^\s*\* @example/.test(line);
      if (inside && (starts || /^\s*\*(\/| @)/.test(line))) {
        lines.push({ text: '};', from });
        inside = false;
      } else if (inside) lines.push({ text: line.replace(/^\s*\* ?/, ''), from });
      if (starts) {
        lines.push({ text: 'async () => {', from });
        inside = true;
      }
    });
  return lines;
}

/** The first example of a README, whose names are imported above like those of all others. */
function exampleIn(file: string): Line[] {
  const lines = readFileSync(`${ROOT}${file}`, 'utf8').split('\n');
  const start = lines.indexOf('```js') + 1;
  const body = lines
    .slice(start, lines.indexOf('```', start))
    .map((text, i) => ({ text, from: `${file}:${start + i + 1}` }));
  const own = body.filter(({ text }) => !text.startsWith('import '));
  return [{ text: 'async () => {', from: file }, ...own, { text: '};', from: file }];
}

test('every example compiles', { timeout: 60_000 }, () => {
  const imports = Object.entries(ENTRIES).map(
    ([entry, exported]) => `import { ${Object.keys(exported).join(', ')} } from '../../src/${entry}.js';`,
  );
  const files = readdirSync(`${ROOT}src`, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const examples = [
    ...files.sort().flatMap((name) => examplesOf(`src/${name.replaceAll('\\', '/')}`)),
    ...['README.md', 'README.zh-CN.md'].flatMap(exampleIn),
  ];
  expect(examples.filter(({ text }) => text === 'async () => {').length).toBeGreaterThan(40);
  const lines = [
    ...[...imports, ...GIVEN].map((text) => ({ text, from: 'what examples take for granted' })),
    ...examples,
  ];

  const { config } = ts.readConfigFile(`${ROOT}tsconfig.json`, ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, files: [], include: [] }, ts.sys, ROOT);
  const host = ts.createCompilerHost(options);
  const here = `${ROOT}test/package/of-the-examples.ts`;
  const { fileExists, readFile, getSourceFile } = host;
  const source = lines.map(({ text }) => text).join('\n');
  host.fileExists = (name) => name === here || fileExists(name);
  host.readFile = (name) => (name === here ? source : readFile(name));
  host.getSourceFile = (name, ...rest) =>
    name === here
      ? ts.createSourceFile(name, source, options.target ?? ts.ScriptTarget.ES2022)
      : getSourceFile(name, ...rest);
  const program = ts.createProgram([here], options, host);
  const faults = [
    ...program.getSyntacticDiagnostics(program.getSourceFile(here)),
    ...program.getSemanticDiagnostics(program.getSourceFile(here)),
  ];
  const told = faults.map(({ file, start = 0, messageText }) => {
    const line = file ? lines[file.getLineAndCharacterOfPosition(start).line] : undefined;
    return `${line?.from}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
  });
  expect(told).toEqual([]);
});
