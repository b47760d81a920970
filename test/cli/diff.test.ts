import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { marked } from 'marked';
import { describe, expect, test } from 'vitest';
import { amendedFolder } from '../support/amended.js';
import { runHere, workspace } from '../support/command.js';
import { fireAmended } from '../support/edited.js';

// `diff`: what those read who approve an amendment.

const { at, write } = workspace();
const amended = amendedFolder();
const SAME = ['diff', 'test/second-regulation', 'test/second-regulation'];

test('nothing differs between a folder and itself', async () => {
  const { status, stdout } = await runHere([...SAME, '--lang', 'zh']);
  expect([status, stdout.trimEnd().split('\n').at(-1)]).toEqual([0, '两者没有差别。']);
  expect((await runHere([...SAME, '--lang', 'en'])).stdout).toContain('Nothing differs.');
});

describe('an amendment', () => {
  test('in Chinese: text, provisions, cases, due dates and what to review', async () => {
    const { status, stdout } = await runHere(['diff', 'rules', amended, '--lang', 'zh']);
    expect(status).toBe(10);
    const lines = stdout.split('\n').map((line) => line.trim());
    expect(lines).toContain('原文变动 3 处；规定新增 2 项、删除 5 项、变动 2 项。');
    expect(lines).toContain('第八条（自2026年9月1日起）　变动');
    expect(stdout).toContain('各单位要[-第一时间-]{+自发现之时起两小时内+}向学校');
    expect(lines).toContain(
      '履行标准：[-“第一时间报告”-]{+同时满足（向办公室报告的情况非“查明未报告”；自发现至报告的小时数不超过2小时）+}',
    );
    expect(lines).toContain('条件：{+同时满足（数据外泄（含被窃取）为是；向办公室报告的情况为“查明未报告”）+}');
    expect(lines).toContain('频次：{+持续+}');
    expect(lines).toContain('修订前：按时；修订后：逾时');
    expect(lines).toContain('期限：没有固定的时刻 → 2026年9月1日11时');
    expect(lines).toContain('规定　art8.handle　引文（变动的是原文）：并及时采取有效措施加以处置');
  });

  test('as Markdown that is read as what it says', async () => {
    const { stdout } = await runHere(['diff', 'rules', amended, '--format', 'markdown', '--lang', 'zh']);
    const html = marked(stdout).replaceAll('<!-- -->', '');
    expect(html).toContain('各单位要<del>第一时间</del><strong>自发现之时起两小时内</strong>向学校');
    expect(html).toContain('<del>“第一时间报告”</del><strong>同时满足（');
    expect(html).not.toMatch(/~~|\*\*/);
  });

  test('as JSON, with documents that are read again', async () => {
    const { stdout } = await runHere(['diff', 'rules', amended, '--json']);
    const { exit, identical, telling } = JSON.parse(stdout);
    expect([exit, identical]).toEqual([10, false]);
    const { found } = telling.find(({ provision }: { provision: string }) => provision === 'art16.silence');
    const incident = write('silence.json', JSON.stringify(found.value));
    const assess = ['assess', incident, '--json', '--as-of', found.asOf];
    const by = async (...more: string[]) => JSON.parse((await runHere([...assess, ...more])).stdout).accountability.by;
    expect(await by('--regulation', amended)).toContain('art16.silence');
    expect(await by()).not.toContain('art16.silence');
  });
});

test('scenarios that it turns, with what they rest on and the text no longer has', async () => {
  const { stdout } = await runHere(['diff', 'test/second-regulation', fireAmended(), '--json']);
  expect(JSON.parse(stdout).scenarios).toMatchObject([
    { line: 1, differences: [], faults: [{ path: 'basis' }, { path: 'because' }] },
    {
      line: 11,
      differences: [
        { at: 'findings.art2.fire', expected: 'undetermined', came: 'met' },
        { at: 'accountability', expected: 'undetermined', came: 'triggered' },
        { at: 'open.art2.fire' },
      ],
      faults: [{ path: 'basis' }],
    },
  ]);
});

describe('filed records', () => {
  const silent = 'format: 2\nid: silent\nleak: { occurred: true }\nreport: { status: none }\n';

  test('those that come out otherwise are listed; nothing on file is altered', async () => {
    const file = async (name: string, day: string) => {
      const incident = write(`${name}.yaml`, `${silent}occurredAt: ${day}\n`);
      return write(`${name}.json`, (await runHere(['record', incident, '--as-of', '2026-12-31'])).stdout);
    };
    const files = [await file('after', '2026-10-05'), await file('before', '2026-08-05')] as const;
    const texts = files.map((each) => readFileSync(each, 'utf8'));
    const { stdout } = await runHere(['diff', 'rules', amended, '--lang', 'zh', '--records', ...files]);
    const [, told = ''] = stdout.split('存档记录\n');
    expect(told).toContain(`${files[0]}　silent`);
    expect(told).toContain('art16.silence　发生数据泄露而不报告　修订前：无；修订后：符合');
    expect(told).toContain('1 份存档记录的结果均不变。');
    expect(told).not.toContain(files[1]);
    expect(files.map((each) => readFileSync(each, 'utf8'))).toEqual(texts);
  });

  test('one that rests on what is gone is listed with the reason', async () => {
    const rules = ['--regulation', 'test/second-regulation'];
    const incident = write('fire.yaml', 'format: 2\noccurredAt: 2022-01-01\n');
    const policy = write('policy.yaml', 'format: 2\nrulings: { art2.or: both }\n');
    const record = await runHere(['record', incident, ...rules, '-p', policy, '--as-of', '2022-02-01']);
    const file = write('fire.json', record.stdout);
    const { stdout } = await runHere([
      ...['diff', 'test/second-regulation', fireAmended(), '--lang', 'zh'],
      ...['--records', file],
    ]);
    const [, told = ''] = stdout.split('存档记录\n');
    expect(told).toContain('修订前：待定；修订后：无法评估');
    expect(told).toContain('[policy/unknown-question]');
    expect(stdout).toContain('修订后没有，不计入：同时具备还是其一？（art2.or）');
  });

  test('what is no record is refused with its place', async () => {
    const wrong = write('no-record.json', '{"format":{"name":"other","version":2}}');
    const { status, stdout, stderr } = await runHere([...SAME, '--records', wrong]);
    expect([status, stdout]).toEqual([65, '']);
    expect(stderr).toContain('no-record.json:1:');
  });
});

test('a folder with faults is told as by the check, whichever of the two it is', async () => {
  const folder = at('faulty');
  cpSync('test/second-regulation', folder, { recursive: true });
  const file = join(folder, 'articles/02.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('quote: 追究第一责任人', 'quote: 追究第一贵任人'));
  const { stdout: checked } = await runHere(['check', folder, '--lang', 'zh']);
  const [excerpt = ''] = checked.split('\n\n');
  for (const folders of [
    [folder, 'test/second-regulation'],
    ['test/second-regulation', folder],
  ]) {
    const { status, stdout, stderr } = await runHere(['diff', ...folders, '--lang', 'zh']);
    expect([status, stdout]).toEqual([65, '']);
    expect(stderr).toBe(`${folder}\n${excerpt}\n`);
  }
  expect((await runHere(['diff', folder, at('nowhere')])).status).toBe(65);
});
