import type { DiagnosticCode } from '../../src/index.js';
import { MESSAGES, type Message } from '../../src/messages/diagnostics.js';
import { FILE_MESSAGES } from '../../src/messages/file-diagnostics.js';
import { SQL_MESSAGES } from '../../src/messages/sql-diagnostics.js';
import { commandExamples } from './command.js';
import type { Example } from './examples.js';
import { fixtureExamples } from './fixtures.js';
import { libraryExamples } from './library.js';

/** Every code with its sentences. */
export const CATALOGUE: { readonly [code: string]: Message } = { ...MESSAGES, ...FILE_MESSAGES, ...SQL_MESSAGES };

/** The codes that no small input shows, and why. */
export const WITHOUT_EXAMPLE: { readonly [code in DiagnosticCode]?: string } = {
  'policy/another-version': 'takes two versions of the library in one program, and a policy of one given to the other',
  'file/too-short': 'takes a bulk run that was interrupted, whose results somebody has shortened since',
  'file/needs-package':
    'takes an installation without an optional package: `docx`, `write-excel-file` or `@duckdb/node-api`',
  'lint/left-behind': 'takes a regulation with two versions of an article, the later one with labels of the earlier',
  'record/failed':
    'takes a record that the library fails on without refusing it, which would be a fault of the library',
};

const GROUPS: readonly (readonly [prefix: string, title: string])[] = [
  ['input', 'Any input'],
  ['policy', 'Policies'],
  ['overlay', "A unit's own rules"],
  ['assessment', 'Assessments that are read again'],
  ['organization', 'Organizations, and what a chain finds in them'],
  ['unit', 'Files of units'],
  ['rule', 'Rule files'],
  ['scenario', 'Scenarios'],
  ['lint', 'What rule files seldom mean, told by `zerenzhi check`'],
  ['file', 'Files that are read and written'],
  ['csv', 'CSV'],
  ['table', 'Tables of incidents'],
  ['yaml', 'YAML and JSON'],
  ['record', 'Records'],
  ['sql', 'Statements for a database'],
];

const HEAD = `# Errors

Input that is not right is refused as a whole, with a \`ZerenzhiError\`. Its \`diagnostics\` has every fault: a stable \`code\`, the \`document\` and the \`path\` in it, the offending \`value\`,
the \`nearest\` valid name, what was \`expected\`, and a \`message\` in each language. The sentences may improve; the codes stay. \`formatDiagnostic\` makes a line of a fault, as printed below.

Some codes of \`organization/\` are no refusals: the \`findings\` of a chain tell with them what the records lack. Those of \`file/\` and \`csv/\` come from the command \`zerenzhi\` for the most part.

This page is made by \`npm run generate:errors\`, which runs every example in this repository. Names are imported from \`zerenzhi\`, \`zerenzhi/authoring\`, \`zerenzhi/record\`, \`zerenzhi/report\` and \`zerenzhi/sql\`.
In the tables, \`{value}\`, \`{expected}\` and \`{nearest}\` stand for what a fault tells.
`;

const cell = (text: string): string => text.replaceAll('|', '\\|');
const sentence = (say: Message['en']): string => cell(say('{value}', '{expected}', '{nearest}', undefined));

const table = (codes: readonly string[]): string =>
  [
    '| code | English | 中文 |',
    '| --- | --- | --- |',
    ...codes.map((code) => {
      const { en, zh } = CATALOGUE[code] as Message;
      return `| \`${code}\` | ${sentence(en)} | ${sentence(zh)} |`;
    }),
  ].join('\n');

const exampleText = ({ input, printed }: Example): string => `${input}\n→ ${printed.en}\n→ ${printed.zh}`;

/** An example of every code that has one, in the order of the catalogue. */
export async function allExamples(): Promise<readonly Example[]> {
  const examples = [...libraryExamples(), ...(await commandExamples()), ...fixtureExamples()];
  // An example of our own goes before one from a fixture.
  return Object.keys(CATALOGUE).flatMap((code) => examples.find((example) => example.code === code) ?? []);
}

/** The text of docs/errors.md. */
export function errorsPage(examples: readonly Example[]): string {
  const parts = GROUPS.map(([prefix, title]) => {
    const codes = Object.keys(CATALOGUE).filter((code) => code.startsWith(`${prefix}/`));
    const shown = examples.filter(({ code }) => codes.includes(code));
    const reasons = Object.entries(WITHOUT_EXAMPLE).filter(([code]) => codes.includes(code));
    return [
      `## ${title}`,
      table(codes),
      ...(shown.length > 0 ? [`\`\`\`text\n${shown.map(exampleText).join('\n\n')}\n\`\`\``] : []),
      ...(reasons.length > 0
        ? [reasons.map(([code, why]) => `No example of \`${code}\`: it ${why}.`).join('\n\n')]
        : []),
    ].join('\n\n');
  });
  return `${[HEAD, ...parts].join('\n\n').replaceAll('\n\n\n', '\n\n')}\n`;
}
