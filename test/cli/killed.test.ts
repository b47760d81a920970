import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { runHere, workspace } from '../support/command.js';
import { seeded } from '../support/incidents.js';
import { answering, anyMoment, killedAt, measured, moments, twoByTwo } from '../support/killed.js';

// Killed at any moment, a command leaves what existed as it was, and of what it writes all or nothing. What can be gone
// on with comes out as if nobody had killed it.

const MOMENTS = 40;
const END = ['--lang', 'en', '--as-of', '2024-06-30'];
const CASE = 'format: 2\nid: first\noccurredAt: 2024-05-06T08:00:00+08:00\n';
const INPUTS: { readonly [name: string]: string } = {
  'incident.yaml': `${CASE}attack: { tampered: true }\n`,
  'unit.yaml': 'format: 2\nid: pharmacy-college\n',
  'organization.yaml': 'format: 2\nunits:\n  - { id: pharmacy-college, name: 药学院 }\n',
};
const FORMER = '# 立案\nid: first # 编号\nunit: pharmacy-college\nconduct: { concealed: true }\n';
type Space = ReturnType<typeof workspace>;

/** A new folder with all that a command may read, and more. */
function begun(more: { readonly [name: string]: string } = {}): Space {
  const space = workspace();
  for (const [name, content] of Object.entries({ ...INPUTS, ...more })) space.write(name, content);
  return space;
}
/** What a command that was killed may leave beside its output: under a name that nobody gave. */
const LEFT = /^\.zerenzhi-[0-9a-f]{16}\.tmp$/;
/** A folder as it stands, its files byte for byte. */
const contents = ({ at }: Space) =>
  new Map(readdirSync(dirname(at('x'))).map((name) => [name, readFileSync(at(name), 'latin1')]));
const withoutLeft = (files: ReadonlyMap<string, string>) => new Map([...files].filter(([name]) => !LEFT.test(name)));

const { stdout: RECORD } = await runHere(['record', begun().at('incident.yaml'), ...END]);

/** Commands that write one file: its name, what stands there before, and how they are called. */
const WRITERS: readonly {
  readonly name: string;
  readonly output: string;
  readonly before?: string;
  readonly moments: number;
  readonly args: (at: Space['at']) => readonly string[];
}[] = [
  {
    name: 'memo',
    output: 'out.md',
    moments: MOMENTS / 2,
    args: (at) => ['memo', at('incident.yaml'), '-o', at('organization.yaml'), ...END, '--output', at('out.md')],
  },
  {
    name: 'memo that replaces',
    output: 'out.docx',
    before: 'signed',
    moments: MOMENTS / 2,
    args: (at) => [...['memo', at('incident.yaml'), ...END, '--format', 'docx', '--output', at('out.docx'), '--force']],
  },
  {
    name: 'obligations',
    output: 'out.xlsx',
    moments: MOMENTS / 2,
    args: (at) => ['obligations', at('unit.yaml'), ...END, '--format', 'xlsx', '--output', at('out.xlsx')],
  },
  {
    name: 'obligations that replaces',
    output: 'out.ics',
    before: 'known to all',
    moments: MOMENTS / 2,
    args: (at) => ['obligations', at('unit.yaml'), ...END, '--format', 'ics', '--output', at('out.ics'), '--force'],
  },
  {
    name: 'diff-case',
    output: 'out.json',
    moments: MOMENTS,
    args: (at) => ['diff-case', at('record.json'), at('incident.yaml'), ...END, '--record', at('out.json')],
  },
  {
    name: 'init',
    output: 'out.yaml',
    moments: MOMENTS / 2,
    args: (at) => ['init', 'incident', '--output', at('out.yaml')],
  },
  {
    name: 'init that replaces',
    output: 'out.csv',
    before: 'filled in',
    moments: MOMENTS / 2,
    args: (at) => ['init', 'cases', '--output', at('out.csv'), '--force'],
  },
  {
    name: 'migrate',
    output: 'former.yaml',
    before: FORMER,
    moments: MOMENTS,
    args: (at) => ['migrate', at('former.yaml')],
  },
];

test.each(WRITERS.map((writer) => [writer.name, writer] as const))('%s: whole or absent', async (_, writer) => {
  const { output, before, moments: count, args } = writer;
  const start = () => begun({ 'record.json': RECORD, ...(before !== undefined && { [output]: before }) });
  const [old, made] = [start(), start()];
  const reference = await measured(args(made.at));
  expect(reference.stderr).toBe('');
  const [untouched, whole] = [contents(old), contents(made)];
  expect(whole.get(output)).not.toBe(untouched.get(output));
  let last = start();
  await twoByTwo(moments(count, 11, reference), async (moment) => {
    const space = start();
    const { killed } = await killedAt(moment, args(space.at));
    if ('step' in moment) expect(killed).toBe(true);
    expect([untouched, whole]).toContainEqual(withoutLeft(contents(space)));
    if (!contents(space).has(output) || before !== undefined) last = space;
  });
  // What was left is in nobody's way.
  expect((await killedAt(undefined, args(last.at))).stderr).toBe('');
  expect(withoutLeft(contents(last))).toEqual(whole);
});

/** Records that are soon read, and some that are refused; of more than one batch. */
const RECORDS = Array.from({ length: 2_400 }, (_, i) =>
  i % 16 === 0
    ? `{"id":"i${i}","occurredAt":"2024-05-06","leak":{"occurred":true}}`
    : i % 16 < 4
      ? 'none'
      : `{"id":${i}}`,
).join('\n');
const BULK = ['out', 'out.rejects.ndjson', 'out.checkpoint.json', 'out.lock'] as const;

/** The steps until a bulk run has its lock, its checkpoint and its files. */
const FIRST = 14;

test('a bulk run that is killed again and again comes out as if it had not been', async () => {
  const start = () => begun({ 'in.ndjson': RECORDS });
  const args = ({ at }: Space, ...more: string[]) => [
    ...['assess', at('in.ndjson'), '-o', at('organization.yaml'), ...END, '--output', at('out'), ...more],
  ];
  const untouched = contents(start());
  const done = start();
  const reference = await measured(args(done, '--threads', '0'));
  const whole = contents(done);
  expect(whole.get('out')?.split('\n')).toHaveLength(151);
  await twoByTwo(['0', '2'], async (threads) => {
    const random = seeded(Number(threads));
    let space = start();
    for (let kills = 0; kills < MOMENTS / 2; ) {
      const resume = existsSync(space.at('out.checkpoint.json')) ? ['--resume'] : [];
      const { pid, killed, stderr } = await killedAt(
        // First at every step of what is written before any record is.
        kills < FIRST ? { step: kills + 1 } : anyMoment(random, reference),
        args(space, '--threads', threads, ...resume),
      );
      expect(stderr).not.toMatch(/\[file\//);
      const found = contents(space);
      const [results = '', rejects = '', checkpoint, lock] = BULK.map((name) => found.get(name));
      // What is there is the beginning of the whole, and what the checkpoint counts of it is there.
      expect(whole.get('out')?.startsWith(results)).toBe(true);
      expect(whole.get('out.rejects.ndjson')?.startsWith(rejects)).toBe(true);
      if (checkpoint !== undefined) {
        const recorded = JSON.parse(checkpoint) as { results: number; rejects: number };
        expect(recorded.results).toBeLessThanOrEqual(results.length);
        expect(recorded.rejects).toBeLessThanOrEqual(rejects.length);
      }
      // A lock says whose it was, and may go with that process.
      expect([undefined, String(pid)]).toContain(lock);
      rmSync(space.at('out.lock'), { force: true });
      const others = [...withoutLeft(found)].filter(([name]) => !BULK.includes(name as never));
      expect(new Map(others)).toEqual(untouched);
      if (killed) kills++;
      // Without a checkpoint it has not begun, or is finished.
      if (checkpoint === undefined && results !== '') {
        expect(withoutLeft(contents(space))).toEqual(whole);
        space = start();
      } else expect(killed).toBe(true);
    }
  });
});

const TITLE =
  'what was kept on students has been read by somebody who was not meant to read it, as two of them say: both';
const [ENTER, UP, DOWN] = ['\r', '\u001b[A', '\u001b[B'];
const person = answering([
  ['事件名称是什么', TITLE + ENTER],
  ['涉事单位是哪些', `pharmacy-college、registry${ENTER}`],
  ['涉事系统是哪些', ENTER],
  ['何时发生', `2024-05-06T08:00:00+08:00${ENTER}`],
  // Of some the last, which stops; of the others the second.
  ['是否发生了', UP + ENTER],
  ['回车 确定', DOWN + ENTER],
]);

test.each([
  ['a new one', undefined],
  ['one that goes on in a document', `# 立案\n${CASE}units:\n  - id: registry # 报案单位\n`],
])('an interview, %s: what was answered is there, and it goes on from it', async (_, before) => {
  const start = () => begun(before === undefined ? {} : { 'out.yaml': before });
  const args = ({ at }: Space) => [
    ...['interview', '--lang', 'zh', '--as-of', '2024-06-30'],
    ...(existsSync(at('out.yaml')) ? [at('out.yaml')] : []),
    ...['--output', at('out.yaml')],
  ];
  const untouched = contents(start());
  const done = start();
  const states = new Set([before]);
  const reference = await measured(args(done), (child) => {
    // Between two questions stands what was answered by then.
    child.stderr?.on('data', () => states.add(contents(done).get('out.yaml')));
    person(child);
  });
  const whole = contents(done);
  expect(reference.stderr).toContain('提问至此为止');
  expect(states.size).toBeGreaterThan(4);
  await twoByTwo([1, 2], async (seed) => {
    const random = seeded(seed);
    let space = start();
    for (let kills = 0; kills < MOMENTS / 4; ) {
      const { killed } = await killedAt(anyMoment(random, reference), args(space), person);
      const found = withoutLeft(contents(space));
      expect(states).toContain(found.get('out.yaml'));
      expect(new Map([...found].filter(([name]) => name !== 'out.yaml'))).toEqual(
        new Map([...untouched].filter(([name]) => name !== 'out.yaml')),
      );
      if (killed) kills++;
      else {
        expect(found).toEqual(whole);
        space = start();
      }
    }
    await killedAt(undefined, args(space), person);
    expect(withoutLeft(contents(space))).toEqual(whole);
  });
});
