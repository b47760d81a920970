import { expect, test } from 'vitest';
import { provisionsAt } from '../../cli/src/provision.js';
import { runHere } from '../support/command.js';

const KNOWN = [
  { id: 'art8.report', place: '8' },
  { id: 'art9.p1', place: '9.1' },
  { id: 'art9.p2.i3', place: '9.2.3' },
  { id: 'art9.p2.i4', place: '9.2.4' },
  { id: 'art9.p2.trace', place: '9.2' },
];
const SECOND = ['art9.p2.i3', 'art9.p2.i4', 'art9.p2.trace'];

test.each([
  ['art9.p2.i3', ['art9.p2.i3']],
  ['9.2.3', ['art9.p2.i3']],
  ['9.2', SECOND],
  ['9', ['art9.p1', ...SECOND]],
  ['第九条第二款第（三）项', ['art9.p2.i3']],
  ['第九条第二款第三项', ['art9.p2.i3']],
  ['第九条第二款', SECOND],
  ['第 九 条', ['art9.p1', ...SECOND]],
  ['Art. 9 ¶2 (3)', ['art9.p2.i3']],
  ['art. 8', ['art8.report']],
  ['9.3', []],
  ['', []],
  ['art9', []],
])('%s stands for %j', (typed, ids) => {
  expect(provisionsAt(typed, KNOWN)).toEqual(ids);
});

const CASE = 'fixtures/incidents/database-intrusion.yaml';
const provisionsIn = async (...args: string[]): Promise<unknown> => {
  const { stdout } = await runHere([...args, '--json', '--as-of', '2024-06-30']);
  const { findings, settlements, provision } = JSON.parse(stdout) as {
    findings?: readonly { provision?: string; readings?: { provision: string } }[];
    settlements?: readonly { provision: string }[];
    provision?: string;
  };
  return (
    findings?.map((one) => one.readings?.provision ?? one.provision) ??
    settlements?.map((one) => one.provision) ??
    provision
  );
};

test('a list, or the option again, before the documents', async () => {
  expect(await provisionsIn('explain', '--provision', '9.2.4,9.2.3', CASE)).toEqual(['art9.p2.i3', 'art9.p2.i4']);
  expect(await provisionsIn('explain', '--provision', '8', '--provision', 'art9.p1', CASE)).toEqual([
    'art9.p1',
    'art8.report',
    'art8.handle',
  ]);
  expect(await provisionsIn('what-if', CASE, '--provision', '第九条第二款第（三）项、9.1')).toEqual([
    'art9.p1',
    'art9.p2.i3',
  ]);
  expect(await provisionsIn('settle', CASE, '--provision', '9.2.3')).toBe('art9.p2.i3');
  expect(await provisionsIn('settle', CASE, '--provision', '9.2.3,9.2.4')).toEqual(['art9.p2.i3', 'art9.p2.i4']);
});

test('all of them are told once, before any document is read, with the nearest that is right', async () => {
  const { status, stdout, stderr } = await runHere([
    'explain',
    '--provision',
    '9.2.33,art9.p2.j4',
    'no-such-file.yaml',
  ]);
  expect(stderr.trim().split('\n')).toEqual([
    'provision: 未知的条款 `9.2.33`；是否指 `9.2.3`？ [assessment/unknown-provision]',
    'provision: 未知的条款 `art9.p2.j4`；是否指 `art9.p2.i4`？ [assessment/unknown-provision]',
  ]);
  expect([status, stdout]).toEqual([64, '']);
});
