import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { runHere, workspace } from '../support/command.js';

const { at, write } = workspace();
const lines = write('in.ndjson', '{}\n');
const incident = write('incident.yaml', 'format: 2\n');

test.each([
  ['results as Parquet', ['assess', lines, '--output', at('y.parquet')], '.ndjson'],
  ['results as CSV', ['assess', lines, '--output', at('y.CSV')], '.ndjson'],
  [
    'a memo in Markdown as a Word document',
    ['memo', incident, '--format', 'markdown', '--output', at('m.docx')],
    '.md',
  ],
  ['a Word document as Markdown', ['memo', incident, '--format', 'docx', '--output', at('m.md')], '.docx'],
  ['duties as text', ['obligations', incident, '--output', at('d.xlsx')], '.txt'],
  ['an old spreadsheet', ['obligations', incident, '--format', 'xlsx', '--output', at('d.xls')], '.xlsx'],
  ['an interview as a table', ['interview', '--output', at('i.csv')], '.yaml'],
])('%s: the name would be of another format than is written', async (_, args, right) => {
  const { status, stderr } = await runHere([...args, '--as-of', '2024-06-30']);
  expect(stderr).toContain(`应以 ${right}`);
  expect(status).toBe(64);
  expect(args.filter((arg) => arg.startsWith(at('')) && arg !== lines && arg !== incident).some(existsSync)).toBe(
    false,
  );
});

test("an ending of no format, or none, is nobody's fault", async () => {
  for (const name of ['results', 'results.2024', 'results.jsonl'])
    expect((await runHere(['assess', lines, '--output', at(name), '--threads', '0'])).status).toBe(20);
});

test('a folder of units makes one calendar', async () => {
  const file = at('due.ics');
  const { status } = await runHere(
    [
      'obligations',
      'fixtures/units',
      '-o',
      'fixtures/organizations/university.yaml',
      '--profile',
      'national-analogy',
    ].concat(['--format', 'ics', '--output', file, '--as-of', '2024-06-30']),
  );
  expect([0, 10, 20]).toContain(status);
  const text = readFileSync(file, 'utf8');
  expect(text.match(/BEGIN:VCALENDAR/g)).toHaveLength(1);
  expect(text.match(/BEGIN:VEVENT/g)?.length).toBeGreaterThan(1);
});
