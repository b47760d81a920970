import { describe, expect, test } from 'vitest';
import { obligationsCsv } from '../../src/documents/index.js';
import { checkUnitObligations, createPolicy, type PolicyOptions, type UnitFile } from '../../src/index.js';
import { obligationsPage, renderText } from '../../src/report/index.js';

// Words that are other duties by other readings are one row while the reading is open: 人工值班和监控制度, and 确保…….

type Entries = Pick<UnitFile, 'evidence' | 'omissions'>;
const check = (file: Entries = {}, rulings: PolicyOptions['rulings'] = {}) =>
  checkUnitObligations({ id: 'a', kind: 'college', systems: [{ id: 's', tenure: 'own' }], ...file } as UnitFile, {
    asOf: '2024-06-30',
    policy: createPolicy({ rulings }),
  });
const ROSTERS = ['duty-and-monitoring', 'duty-roster', 'monitoring', 'manned-monitoring'].map(
  (name) => `art7.p2.i3.${name}`,
);
const rostersIn = ({ obligations }: ReturnType<typeof check>) =>
  obligations.filter(({ provision }) => ROSTERS.includes(provision));
const statusOf = (file: Entries, rulings?: PolicyOptions['rulings']) => {
  const rows = rostersIn(check(file, rulings));
  expect(rows).toHaveLength(1);
  return rows[0]?.status;
};
type Id = NonNullable<UnitFile['evidence']>[number]['obligation'];
const shown = (...names: string[]) =>
  names.map((name) => ({ obligation: `art7.p2.i3.${name}` as Id, on: '2024-03-01' }));
const lacking = (...names: string[]) =>
  names.map((name) => ({ obligation: `art7.p2.i3.${name}` as Id, on: '2024-03-20', basis: 'admitted' as const }));

describe('人工值班和监控制度', () => {
  test('one row for the phrase, counted once, that waits for the readings and asks once what there is to show', () => {
    const report = check();
    const [row, ...others] = rostersIn(report);
    expect(others).toEqual([]);
    expect(row).toMatchObject({
      status: 'undetermined',
      action: { zh: '制定本单位的人工值班和监控制度' },
      open: ['art7.p2.i3.rosters', 'art7.p2.i3.manned', 'art7.p2.i3.duty-and-monitoring'],
    });
    expect(row?.phrase).toMatchObject({
      citation: { place: '7.2.3', quote: '人工值班和监控制度' },
      questions: ['art7.p2.i3.rosters', 'art7.p2.i3.manned'],
    });
    expect(row?.phrase?.duties.map(({ provision }) => provision)).toEqual(ROSTERS);
    expect(report.counts.undetermined).toBe(
      report.obligations.filter(({ status }) => status === 'undetermined').length,
    );
  });

  test('fulfilled, or breached, where it is so by every reading', () => {
    const all = ROSTERS.map((id) => id.replace('art7.p2.i3.', ''));
    expect(statusOf({ evidence: shown(...all) })).toBe('fulfilled');
    expect(statusOf({ omissions: lacking('duty-and-monitoring', 'duty-roster') })).toBe('breached');
    const [row] = rostersIn(check({ omissions: lacking('duty-and-monitoring', 'duty-roster') }));
    expect(row?.leadsTo).toEqual(['art9.p1']);
    expect(row?.grounds).toContainEqual({ kind: 'admitted', on: '2024-03-20' });
  });

  test('open where the readings differ, and then what settles it is how the words are read', () => {
    expect(statusOf({ omissions: lacking('duty-roster') })).toBe('undetermined');
    const [row] = rostersIn(check({ evidence: shown('duty-roster', 'monitoring') }));
    expect([row?.status, row?.open]).toEqual(['undetermined', ['art7.p2.i3.rosters', 'art7.p2.i3.manned']]);
  });

  test('while one of two questions is open, the other is not asked; once none is, each duty stands by itself', () => {
    const rulings = { 'art7.p2.i3.rosters': 'two' } as const;
    const two = rostersIn(check({ omissions: lacking('duty-roster') }, rulings));
    expect(two.map(({ status, phrase }) => [status, phrase?.citation.quote, phrase?.questions])).toEqual([
      ['not-applicable', undefined, undefined],
      ['breached', undefined, undefined],
      ['undetermined', '监控制度', ['art7.p2.i3.manned']],
    ]);
    expect(rostersIn(check({}, { ...rulings, 'art7.p2.i3.manned': 'first' })).map(({ status }) => status)).toEqual([
      'not-applicable',
      'undetermined',
      'undetermined',
      'not-applicable',
    ]);
  });
});

describe('确保', () => {
  const ensured = ({ obligations }: ReturnType<typeof check>) =>
    obligations.filter(({ action }) => action.zh.startsWith('确保'));

  test('one row for the words of each item, of each system', () => {
    expect(ensured(check()).map(({ action, system, status, open }) => [action.zh, system, status, open])).toEqual([
      ['确保系统安全可靠运行，确保按规范进行信息数据的安全使用和管理', 's', 'undetermined', ['art7.p2.ensure']],
      ['确保网络安全工作有据可查，有规可施', undefined, 'undetermined', ['art7.p2.ensure']],
    ]);
  });

  test('what is done whether or not it is a duty of its own is done; what is not may be none', () => {
    const [, done] = ensured(
      check({ evidence: shown('on-record', 'rules-to-follow').map((each) => ({ ...each, until: '2024-12-31' })) }),
    );
    expect(done?.status).toBe('fulfilled');
    const [, lacks] = ensured(check({ omissions: lacking('on-record') }));
    expect(lacks?.status).toBe('undetermined');
  });

  test('a unit that owes none of them has no phrase', () => {
    const report = checkUnitObligations({ id: 'g', kind: 'body', bodies: ['leading-group'] }, { asOf: '2024-06-30' });
    expect(report.obligations.filter(({ phrase }) => phrase)).toEqual([]);
  });
});

test('pages and tables tell the phrase as the text has it, with the readings that are open', () => {
  const report = check();
  const page = renderText(obligationsPage(report, { full: true })).split('\n');
  const rows = page.filter((line) => line.includes('人工值班和监控制度') && line.includes('理解待定'));
  expect(rows).toEqual([
    expect.stringMatching(/制定本单位的人工值班和监控制度 +理解待定：一项制度，或者人工值班制度、监控制度两项/),
  ]);
  expect(page.filter((line) => /制定本单位的(人工)?(值班|监控)制度/.test(line))).toEqual([]);
  const cells = obligationsCsv([report]);
  expect(cells).toContain('"人工值班和监控制度","制定本单位的人工值班和监控制度（理解待定：一项制度，');
  expect(cells.match(/值班|监控制度/g)?.length).toBeLessThan(15);
});

test('a duty that stands for one reading is called so, and the media are not those of the websites', () => {
  const actions = checkUnitObligations({ id: 'p', kind: 'department', bodies: ['publicity'] }).obligations.map(
    ({ action }) => action.zh,
  );
  expect(actions).toContain('管理相关网络媒体内容');
  expect(actions).toContain('对本单位管理的其他信息数据做好安全管理（按“相关信息数据”指一切数据的理解）');
});
