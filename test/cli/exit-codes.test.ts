import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { batchAssessor } from '../../cli/src/bulk/batch.js';
import { EXIT, obligationCode, worse } from '../../cli/src/exit.js';
import { linesOf, run } from '../support/bulk.js';
import { shell, workspace, zerenzhi } from '../support/command.js';

// The code is the answer that scripts read: of all that was read together, the first of 70, 64, 65, 10, 20, 0.

const { at, write } = workspace();
const END = ['--lang', 'en', '--as-of', '2024-06-30'];
const SECRET =
  '{"occurredAt":"2024-05-06T08:00:00+08:00","leak":{"occurred":true,"own-persons":true,"kinds":["state-secret"]},"incident":{"occurred":true}}';
const BEFORE_THE_RULES = '{"occurredAt":"2018-05-06T08:00:00+08:00"}';

test('any two codes have one order, whichever comes first', () => {
  const order = [70, 64, 65, 10, 20, 0];
  for (const [i, a] of order.entries())
    for (const [k, b] of order.entries()) expect([a, b, worse(a, b)]).toEqual([a, b, order[Math.min(i, k)]]);
  expect(
    Object.values(EXIT)
      .filter((code) => code !== EXIT.closed)
      .sort(),
  ).toEqual(order.sort());
});

test.each([
  ['triggered before undetermined', [SECRET, '{}'], 10],
  ['and after it', ['{}', SECRET], 10],
  ['undetermined before what is not triggered', ['{}', BEFORE_THE_RULES], 20],
  ['not triggered', [BEFORE_THE_RULES, BEFORE_THE_RULES], 0],
  ['bad data before all of them', ['{"attak":1}', SECRET, '{}'], 65],
])('of several incidents: %s', (_, lines, expected) => {
  expect(zerenzhi(['assess', ...END], lines.join('\n')).status).toBe(expected);
  const file = write('in.ndjson', lines.join('\n'));
  shell(`rm -f '${at('out')}'*`);
  expect(zerenzhi(['assess', file, '--output', at('out'), ...END]).status).toBe(expected);
});

describe('of units', () => {
  const counts = { fulfilled: 0, 'due-soon': 0, overdue: 0, breached: 0, 'not-applicable': 0, undetermined: 0 };
  test.each([
    ['a breach is what counts, whatever is open beside it', { breached: 1, undetermined: 5 }, 10],
    ['so is what is overdue', { overdue: 1, undetermined: 5 }, 10],
    ['then what is open', { undetermined: 1, fulfilled: 5 }, 20],
    ['what is due soon is no breach', { 'due-soon': 1, fulfilled: 5 }, 0],
  ])('%s', (_, some, expected) => {
    expect(obligationCode({ counts: { ...counts, ...some } })).toBe(expected);
  });

  test('in several files: a breach in one of them counts more than what is open in the others', () => {
    // Of the shipped units one has breached a duty, and all have some that are open.
    const { status } = zerenzhi([
      'obligations',
      'fixtures/units',
      '-o',
      'fixtures/organizations/university.yaml',
      ...END,
    ]);
    expect(status).toBe(10);
  });
});

describe('an error of the program itself', () => {
  test('is told in one line without a stack: 70', () => {
    const broken = write(
      'broken.cjs',
      "const json = JSON.stringify; JSON.stringify = (of, ...more) => { if (of?.accountability) throw new RangeError('odd'); return json(of, ...more); };",
    );
    const { status, stderr } = shell(
      `NODE_OPTIONS="--require ${broken}" zerenzhi assess fixtures/incidents/database-intrusion.yaml --json --as-of 2024-06-30 --lang en`,
    );
    expect(stderr).toBe(
      'fixtures/incidents/database-intrusion.yaml: an error of the program itself, please report it: RangeError: odd\n',
    );
    expect(status).toBe(70);
  });

  test('in one record of a bulk run keeps no other from being assessed', () => {
    const hostile = {
      get id(): string {
        throw new RangeError('out of range');
      },
    };
    const assess = batchAssessor({ policy: {}, asOf: '2024-06-30' });
    const records = [
      { text: '1', incident: { id: 'a' } },
      { text: '2', incident: hostile },
      { text: '3', incident: { id: 'c' } },
    ];
    const { results, rejects, counts } = assess({ position: 0, records });
    expect(results.match(/"incident":"\w"/g)).toEqual(['"incident":"a"', '"incident":"c"']);
    expect(JSON.parse(rejects)).toMatchObject({ position: 1, record: '2' });
    expect(counts).toMatchObject({ undetermined: 2, rejected: 1 });
  });

  test('is not what a value beyond all dates and durations makes of a bulk run', async () => {
    const lines = ['{"outage":{"hours":1e12}}', '{"id":"b"}', '{"occurredAt":"9999-12-31T23:59:59+08:00"}'];
    const { counts } = await run(write('far.ndjson', lines.join('\n')), at('far.out'));
    expect(counts.undetermined + counts.rejected + counts['not-triggered']).toBe(3);
    expect(linesOf(at('far.out')).map(({ incident }) => incident)).toContain('b');
  });
});

describe('arguments that do not go together are a fault of usage, not dropped', () => {
  const INCIDENT = 'fixtures/incidents/database-intrusion.yaml';
  const ONE = 'a document on an incident, --unit or --system: just one of them';
  test.each([
    [['chain', INCIDENT, '--unit', 'registry'], ONE],
    [['chain', 'no-such-file.yaml', '--unit', 'registry'], ONE],
    [['chain', '--unit', 'registry', '--system', 'college-site'], ONE],
    [['chain', '-', '--system', 'college-site'], ONE],
    [['assess', INCIDENT, '--json', '--format', 'html'], '--json does not go with --format'],
    [['obligations', '--json', '--format', 'xlsx', '--output', 'x.xlsx'], '--json does not go with --format'],
    [['interview', '-', '--output', 'x.yaml'], 'the incident has to be a file'],
    [['memo', INCIDENT, '--force'], '--force goes with --output only'],
    [['articles', '9', '--as-of', '2024-06-30'], 'go with --incident only'],
    [['articles', '9', '--no-presume'], 'go with --incident only'],
    [['articles', '9', '--incident', INCIDENT, '--json'], 'does not go with --incident'],
  ])('%j', (args, expected) => {
    const { status, stdout, stderr } = zerenzhi([...args, '--lang', 'en']);
    expect([status, stdout]).toEqual([64, '']);
    expect(stderr).toContain(expected);
  });
});

test('the demo succeeds, though the incident that it assesses is not settled', () => {
  const { status, stdout } = spawnSync('npx', ['tsx', 'scripts/demo.ts'], { encoding: 'utf8' });
  expect(stdout).toContain('exit code 20');
  expect(status).toBe(0);
});
