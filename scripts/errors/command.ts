import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Bilingual, Lang } from '../../src/index.js';
import type { Example, Written } from './examples.js';

// Faults of files that only the command meets, each in a new folder. What is printed is what was run, by the built
// command.

const CHECKPOINT =
  '{"run":"another","asOf":"2024-06-30","records":0,"results":0,"rejects":0,"counts":{"triggered":0,"not-triggered":0,"undetermined":0,"rejected":0}}';
const BULK = 'zerenzhi assess in.ndjson --output out.ndjson';
/** Whole files keep the faults of a record beside the results. */
const REJECTS = 'cat out.ndjson.rejects.ndjson >&2';

export const COMMANDS: readonly Written[] = [
  ['input/syntax', "echo 'not json' > in.ndjson; zerenzhi assess in.ndjson"],
  [
    'rule/required-file',
    'mkdir rules; echo "format: 2" > incident.yaml; zerenzhi assess incident.yaml --regulation rules',
  ],
  ['file/exists', `echo '{}' > in.ndjson; touch out.ndjson; ${BULK}`],
  [
    'file/not-plain',
    "echo '{}' > incident.yaml; mkdir memo.md; zerenzhi memo incident.yaml --format markdown --output memo.md --force",
  ],
  [
    'file/not-migrated',
    "printf 'conduct: { refused-support: &b true }\\nattack: { occurred: *b }\\n' > incident.yaml; zerenzhi migrate incident.yaml",
  ],
  [
    'record/former-format',
    `echo '{"format":{"name":"zerenzhi-record","version":1}}' > record.json; zerenzhi replay record.json`,
  ],
  [
    'record/altered',
    "echo 'format: 2' > incident.yaml; zerenzhi record incident.yaml | sed 's/undetermined/triggered/' > record.json; zerenzhi diff-case record.json incident.yaml",
  ],
  [
    'record/another-incident',
    "printf 'format: 2\\nid: a\\n' > a.yaml; printf 'format: 2\\nid: b\\n' > b.yaml; zerenzhi record a.yaml > a.json; zerenzhi diff-case a.json b.yaml",
  ],
  [
    'scenario/quote-not-found',
    "printf -- '- { name: one, basis: 泄漏国家秘密, because: why, incident: {}, asOf: 2024-06-30, expect: {} }\\n' > table.yaml; zerenzhi test table.yaml",
  ],
  ['file/empty', 'touch incident.yaml; zerenzhi assess incident.yaml'],
  [
    'file/outside',
    'mkdir rules; echo secret > outside; ln -s ../outside rules/facts.yaml; zerenzhi facts --regulation rules',
  ],
  ['file/no-documents', 'mkdir incidents; zerenzhi assess incidents'],
  ['file/unknown-kind', "echo 'format: 2' > own.yaml; zerenzhi check own.yaml >&2"],
  ['file/is-input', "echo '{}' > in.ndjson; zerenzhi assess in.ndjson --output in.ndjson"],
  ['file/finished', `echo '{}' > in.ndjson; touch out.ndjson; ${BULK} --resume`],
  ['file/interrupted', `echo '{}' > in.ndjson; touch out.ndjson.checkpoint.json; ${BULK}`],
  ['file/other-run', `echo '{}' > in.ndjson; echo '${CHECKPOINT}' > out.ndjson.checkpoint.json; ${BULK} --resume`],
  ['file/not-a-checkpoint', `echo '{}' > in.ndjson; touch out.ndjson.checkpoint.json; ${BULK} --resume`],
  ['file/locked', `echo '{}' > in.ndjson; echo 4711 > out.ndjson.lock; ${BULK}`],
  ['file/unwritable', "echo '{}' > in.ndjson; zerenzhi assess in.ndjson --output nowhere/out.ndjson"],
  ['file/unreadable', 'zerenzhi assess incident.yaml'],
  ['csv/columns', `printf 'id,title\\na,b,c\\n' > in.csv; zerenzhi assess in.csv --output out.ndjson; ${REJECTS}`],
  ['table/same-column', `printf 'id,标识\\na,b\\n' > in.csv; zerenzhi assess in.csv`],
  ['table/no-heading', `printf 'id,\\na,b\\n' > in.csv; zerenzhi assess in.csv`],
  ['table/yes-or-no', `printf 'id,leak.occurred\\na,maybe\\n' > in.csv; zerenzhi assess in.csv`],
  ['table/option', `printf 'id,leak.kinds\\na,secrets\\n' > in.csv; zerenzhi assess in.csv`],
  ['table/one-of', `printf 'leak.persons,leak.persons.atLeast\\n5,3\\n' > in.csv; zerenzhi assess in.csv`],
  ['table/old-workbook', `printf '\\320\\317\\021\\340' > in.xls; zerenzhi assess in.xls`],
  ['table/one-row', `printf 'id\\na\\nb\\n' > in.csv; zerenzhi memo in.csv`],
  ['table/no-table', `printf 'id\\na\\n' > units.csv; zerenzhi obligations units.csv`],
  ['csv/quote', `printf 'id,title\\na,"b"c\\n' > in.csv; zerenzhi assess in.csv --output out.ndjson; ${REJECTS}`],
];

function lineOf(code: string, input: string, lang: Lang): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'zerenzhi-'));
  const command = `zerenzhi() { node '${resolve('cli/dist/main.js')}' "$@" --lang ${lang}; }; ${input}`;
  const options = { cwd: folder, env: { ...process.env, NO_COLOR: '1' } };
  return new Promise((done, fail) => {
    // The exit code says that something was refused, and the lines say what.
    execFile('bash', ['-c', command], options, (_, __, stderr) => {
      rmSync(folder, { recursive: true });
      const lines = stderr.split('\n').flatMap((line) => told(line, lang));
      const line = lines.find((each) => each.endsWith(`[${code}]`));
      if (line !== undefined) done(line.trim());
      else fail(new Error(`not ${code}: ${input}\n${stderr}`));
    });
  });
}

/** What a line says: itself, or where it is a rejected record, its faults, which stand there in both languages. */
function told(line: string, lang: Lang): readonly string[] {
  if (!line.startsWith('{')) return [line];
  const { faults } = JSON.parse(line) as { readonly faults: readonly Bilingual[] };
  return faults.map((fault) => fault[lang]);
}

export async function commandExamples(): Promise<Example[]> {
  const examples: Example[] = [];
  for (const [code, input] of COMMANDS) {
    const [en, zh] = await Promise.all([lineOf(code, input, 'en'), lineOf(code, input, 'zh')]);
    examples.push({ code, input, printed: { en, zh } });
  }
  return examples;
}
