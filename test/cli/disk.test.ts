import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { runHere, workspace } from '../support/command.js';
import { NO_DISK, onDisk } from '../support/disk.js';

// On a disk that is full or may not be written to, what existed stays as it is, nothing half written is left, and the
// command says so: by a code, and with 65.

const END = '--lang en --as-of 2024-06-30';
const CASE = 'format: 2\nid: first\noccurredAt: 2024-05-06T08:00:00+08:00\n';
const INCIDENT = `${CASE}attack: { tampered: true }\n`;
const FORMER = '# 立案\nid: first # 编号\nunit: pharmacy-college\nconduct: { concealed: true }\n';
/** Of more than one batch, and soon read. */
const RECORDS = `${'none\n'.repeat(49)}{}\n`.repeat(40);

const { stdout: RECORD } = await runHere(['record', workspace().write('incident.yaml', INCIDENT), ...END.split(' ')]);
const GIVEN = {
  'incident.yaml': INCIDENT,
  'unit.yaml': 'format: 2\nid: pharmacy-college\n',
  'record.json': RECORD,
  'former.yaml': FORMER,
  'in.ndjson': RECORDS,
};

/** Every command that writes a file: a new one, or instead of one that exists. */
const NEW: readonly (readonly [command: string, output: string])[] = [
  [`memo incident.yaml ${END} --output`, 'out.md'],
  [`memo incident.yaml ${END} --format docx --output`, 'out.docx'],
  [`obligations unit.yaml ${END} --output`, 'out.md'],
  [`obligations unit.yaml ${END} --format xlsx --output`, 'out.xlsx'],
  [`obligations unit.yaml ${END} --format csv --output`, 'out.csv'],
  [`obligations unit.yaml ${END} --format ics --output`, 'out.ics'],
  [`obligations unit.yaml ${END} --json --output`, 'out.json'],
  [`diff-case record.json incident.yaml ${END} --record`, 'out.json'],
  ['init --lang en incident --output', 'out.yaml'],
  ['init --lang en cases --output', 'out.xlsx'],
  [`interview incident.yaml ${END} --output`, 'out.yaml'],
];
const FORCED = NEW.filter(([command]) => !/^(?:diff-case|interview)/.test(command)).map(
  ([command, output]) => [command.replace('--output', '--force --output'), output] as const,
);
const BULK = `assess in.ndjson ${END} --output out`;
/** An interview that is told a title, whose document is then written again. */
const ANSWERED = `(sleep 1; printf 'x\\r'; sleep 1) | zerenzhi interview incident.yaml ${END} --output incident.yaml 2> told; status=$?; grep '\\[file/' told >&2; rm told; (exit $status)`;

const given = (more: { readonly [name: string]: string } = {}) =>
  Object.fromEntries(Object.entries({ ...GIVEN, ...more }).map(([name, text]) => [name, Buffer.from(text)]));
/** What is said of a file, by whatever path. */
const fault = (file: string, code: string) =>
  expect.stringMatching(new RegExp(`^(?:\\S*/)?${file}: cannot be written: .*\\(${code}\\) \\[file/unwritable\\]\\n$`));

describe.skipIf(NO_DISK !== '')(`a disk that is full${NO_DISK}`, () => {
  // None of it, or a part, finds room.
  const lines = NEW.map(([command, output]) => [`zerenzhi ${command} ${output}`, output] as const);
  test.each(lines)('%s', (line, output) => {
    const { status, stderr, found } = onDisk(given(), `full 0; ${line}`);
    expect([status, stderr]).toEqual([65, fault(output, 'ENOSPC')]);
    expect(found).toEqual(given());
  });

  test.each(FORCED)('%s %s', (command, output) => {
    const before = given({ [output]: 'signed' });
    const { status, stderr, found } = onDisk(before, `full 1; zerenzhi ${command} ${output}`);
    // A table or a list may be as short as what is left.
    if (status !== 65) return expect(found[output]?.length).toBeLessThanOrEqual(4096);
    expect(stderr).toEqual(fault(output, 'ENOSPC'));
    expect(found).toEqual(before);
  });

  // What is printed to a file finds no room, or a part of it does.
  test.each([
    ['record incident.yaml', 0],
    ['record incident.yaml', 1],
    ['assess incident.yaml --json', 1],
    ['explain incident.yaml', 0],
    ['settle incident.yaml --json', 1],
    ['what-if incident.yaml', 0],
    ['timeline incident.yaml --format svg', 0],
    ['memo incident.yaml', 1],
    ['memo incident.yaml --format html', 1],
    ['obligations unit.yaml --format csv', 0],
    ['obligations unit.yaml --format ics', 0],
    ['diff-case record.json incident.yaml', 0],
    ['replay record.json', 0],
    ['migrate former.yaml --dry-run', 0],
    ['articles', 1],
    ['init organization', 0],
    ['completion bash', 0],
    ['--help', 0],
    ['--version', 0],
  ])('%s > out, room for %d blocks', (args, blocks) => {
    const { status, stderr } = onDisk(
      given(),
      `full ${blocks}; zerenzhi ${args} ${args.includes('incident') || args.startsWith('obl') ? END : '--lang en'} > out`,
    );
    expect([status, stderr]).toEqual([65, fault('<stdout>', 'ENOSPC')]);
  });

  test('migrate', () => {
    const { status, stderr, found } = onDisk(given(), 'full 0; zerenzhi migrate --lang en former.yaml');
    expect([status, stderr]).toEqual([65, fault('former.yaml', 'ENOSPC')]);
    expect(found).toEqual(given());
  });

  test('an interview that goes on', () => {
    const { status, stderr, found } = onDisk(given(), `full 0; ${ANSWERED.replaceAll('told', '/dev/shm/$$')}`);
    expect([status, stderr]).toEqual([65, fault('incident.yaml', 'ENOSPC')]);
    expect(found).toEqual(given());
  });

  test.each([
    ['at once', 'full 0'],
    ['at its checkpoint', 'full 1'],
    ['at its first results', 'full 3'],
  ])('a bulk run, %s: nothing is left', (_, fill) => {
    const { status, stderr, found } = onDisk(given(), `${fill}; zerenzhi ${BULK}`);
    expect([status, stderr]).toEqual([65, fault('out\\S*', 'ENOSPC')]);
    expect(found).toEqual(given());
  });

  test('a bulk run that may make no more files: nothing is left', () => {
    // The files that stand there, the folder itself, and so many of those that a run makes.
    for (const more of [0, 1, 2, 3]) {
      const disk = `size=40m,nr_inodes=${Object.keys(GIVEN).length + 1 + more}`;
      const { status, stderr, found } = onDisk(given(), `zerenzhi ${BULK}`, disk);
      expect([status, stderr]).toEqual([65, fault('out\\S*', 'ENOSPC')]);
      expect(found).toEqual(given());
    }
  });

  test('a bulk run goes on once there is room, and comes out as if there had always been', () => {
    const whole = onDisk(given(), `zerenzhi ${BULK}`, 'size=40m');
    // Room for the first of two batches, and not for the second.
    const blocks = Math.ceil(((whole.found['out.rejects.ndjson']?.length ?? 0) * 0.75) / 4096);
    const { status, stderr, found } = onDisk(
      given(),
      `full ${blocks}; zerenzhi ${BULK}; echo $? >&2; ls -A >&2; larger; zerenzhi ${BULK} --resume`,
      'size=40m',
    );
    expect(stderr).toContain('(ENOSPC) [file/unwritable]\n65\n');
    expect(stderr).toContain('\nout\nout.checkpoint.json\nout.rejects.ndjson\n');
    expect(stderr).toMatch(/\(\d+ of them before the interruption\)/);
    expect([status, found]).toEqual([whole.status, whole.found]);
  });
});

describe.skipIf(NO_DISK !== '')(`a disk that is read-only${NO_DISK}`, () => {
  test.each([...NEW, ...FORCED])('%s %s', (command, output) => {
    const before = given(command.includes('--force') ? { [output]: 'signed' } : {});
    const { status, stderr, found } = onDisk(before, `unwritable; zerenzhi ${command} ${output}`);
    expect([status, stderr]).toEqual([65, fault(output, 'EROFS')]);
    expect(found).toEqual(before);
  });

  test.each([
    ['a bulk run', `zerenzhi ${BULK}`, 'out'],
    ['migrate', 'zerenzhi migrate --lang en former.yaml', 'former.yaml'],
    // Before anything is asked.
    ['an interview', `zerenzhi interview incident.yaml ${END} --output incident.yaml < /dev/null`, 'incident.yaml'],
  ])('%s', (_, line, output) => {
    const { status, stderr, found } = onDisk(given(), `unwritable; ${line}`);
    expect([status, stderr]).toEqual([65, fault(output, 'EROFS')]);
    expect(found).toEqual(given());
  });

  test('a file that is held in its place: nothing is left beside it', () => {
    const before = given({ 'out.md': 'signed' });
    const line = 'mount --bind out.md out.md; for args in "memo incident.yaml" "obligations unit.yaml"; do';
    const { stderr, found } = onDisk(
      before,
      `${line} zerenzhi $args ${END} --output out.md --force; done; umount out.md`,
    );
    expect(stderr).toMatch(/^(?:out\.md: cannot be written: .*\(EBUSY\) \[file\/unwritable\]\n){2}$/);
    expect(found).toEqual(before);
  });
});

// Root may write where nobody may; as another user it may not.
const asNobody = (line: string) =>
  spawnSync('setpriv', ['--reuid=65534', '--regid=65534', '--clear-groups', 'bash', '-c', line], { encoding: 'utf8' });
const isRoot = process.getuid?.() === 0;
const NOBODY = !isRoot || asNobody(`node '${process.cwd()}/cli/dist/main.js' --version`).status === 0;
const command = `node '${process.cwd()}/cli/dist/main.js'`;
const as = (line: string) => (isRoot ? asNobody(line) : spawnSync('bash', ['-c', line], { encoding: 'utf8' }));

describe.skipIf(!NOBODY)(
  'a folder that one may only read (skipped where root finds no other user who could run it)',
  () => {
    function folder(mode: number, more: { readonly [name: string]: string } = {}): string {
      const { at } = workspace();
      chmodSync(at('.'), 0o755);
      mkdirSync(at('shared'));
      for (const [name, content] of Object.entries(given(more))) {
        writeFileSync(at(`shared/${name}`), content);
        chmodSync(at(`shared/${name}`), 0o666);
      }
      chmodSync(at('shared'), mode);
      return at('shared');
    }
    const found = (name: string) =>
      Object.fromEntries(readdirSync(name).map((file) => [file, readFileSync(`${name}/${file}`)]));

    test.each([
      ...NEW.map(([args, output]) => [`${args} ${output}`, output] as const),
      [BULK, 'out'] as const,
      ['migrate --lang en former.yaml', 'former.yaml'] as const,
      [`interview incident.yaml ${END} --output incident.yaml`, 'incident.yaml'] as const,
    ])('%s', (args, output) => {
      const before = args.includes('--force') ? { [output]: 'signed' } : {};
      const shared = folder(0o555, before);
      const { status, stderr } = as(`cd '${shared}' && ${command} ${args} < /dev/null`);
      expect([status, stderr]).toEqual([65, fault(output, 'EACCES')]);
      expect(found(shared)).toEqual(given());
    });

    test.skipIf(!isRoot)(
      'a file of somebody else in a folder where only its owner may put another in its place',
      () => {
        const shared = folder(0o1777, { 'out.md': 'signed' });
        const { status, stderr } = as(`cd '${shared}' && ${command} memo incident.yaml ${END} --output out.md --force`);
        expect([status, stderr]).toEqual([65, fault('out.md', 'EPERM')]);
        expect(found(shared)).toEqual(given({ 'out.md': 'signed' }));
      },
    );
  },
);
