import { describe, expect, test } from 'vitest';
import { type AssessOptions, assessIncident, createPolicy, type Incident, ZerenzhiError } from '../../src/index.js';
import { REPORT } from '../../src/messages/report.js';
import {
  type Block,
  type Line,
  memoPage,
  type Page,
  renderHtml,
  renderMarkdown,
  renderText,
} from '../../src/report/index.js';
import { CASES, caseOptions, incidentOf, KNOWN, type Lang, memoOf } from '../support/memo.js';

// What a memo must say, worked out from the cases, the register and the text; the golden files say how.

const memoFor = (incident: Incident, options: AssessOptions) => memoPage(assessIncident(incident, options));
const text = (line: Line): string => line.map((part) => (typeof part === 'string' ? part : part.text)).join('');
const isHeading = (block: Block, level: number) => block.kind === 'heading' && block.level === level;

/** The blocks of the part of a memo with this number. */
function part(page: Page, number: number): readonly Block[] {
  const heads = page.blocks.flatMap((block, i) => (isHeading(block, 2) ? [i] : []));
  return page.blocks.slice((heads[number - 1] ?? 0) + 1, heads[number]);
}
const rows = (blocks: readonly Block[]): string[][] =>
  blocks.flatMap((block) => (block.kind === 'table' ? block.rows.map((row) => row.map(text)) : []));
const items = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) => (block.kind === 'list' ? block.items.map(({ line }) => text(line)) : []));
const headings = (page: Page, level: number) =>
  page.blocks.flatMap((block) => (block.kind === 'heading' && block.level === level ? [text(block.line)] : []));

describe('the story as it was told', () => {
  const told: Incident = {
    title: '邮箱被盗',
    occurredAt: '2024-05-06',
    account: '　　5月6日，某职工的邮箱被盗用。\n\n当日下午[重置](x)了密码<b>；\r\n次日报告。',
  };
  const options = { asOf: '2024-06-30' };

  test('stands first among the facts, a paragraph of each of its own', () => {
    const facts = part(memoFor(told, options), 1);
    const lines = facts.flatMap((block) => (block.kind === 'paragraph' ? [text(block.line)] : []));
    expect(lines.slice(0, 3)).toEqual(['5月6日，某职工的邮箱被盗用。', '当日下午[重置](x)了密码<b>；', '次日报告。']);
    expect(lines[3]).toContain('事件：邮箱被盗');
    expect(lines[4]).toContain('事件记录载明：');
  });

  test('is inert', () => {
    const page = memoFor(told, options);
    expect(renderHtml(page)).toContain('<p>当日下午[重置](x)了密码&lt;b&gt;；</p>');
    expect(renderMarkdown(page)).toContain('当日下午\\[重置\\](x)了密码&lt;b&gt;；');
  });

  test('decides nothing, and is refused where it is too long', () => {
    const { account, ...silent } = told;
    const { incident, ...rest } = assessIncident(told, options);
    const { incident: _, ...without } = assessIncident(silent, options);
    expect(incident.account).toBe(account);
    expect(rest).toEqual(without);
    expect(() => assessIncident({ account: 'x'.repeat(2001) }, options)).toThrow(/account.*2000/);
    expect(renderText(memoFor({ ...silent, account: ' \n ' }, options))).toBe(renderText(memoFor(silent, options)));
  });
});

describe('the facts, and where they are known from', () => {
  const REGISTER = '组织台账';
  const RECORD = '事件记录';
  const FINDING = '人工认定';
  const expected: { [name: string]: [string, string, string][] } = {
    // 教务处 owns and manages 学籍系统 (level 3), uses it with 学生处; the technology centre operates it.
    'database-intrusion': [
      ['单位类别（教务处、学生处）', '部处', REGISTER],
      ['单位类别（现代教育技术中心）', '中心', REGISTER],
      ['单位承担的机构职责（教务处、学生处）', '均不是', REGISTER],
      ['单位承担的机构职责（现代教育技术中心）', '网络安全和信息化领导小组办公室、现代教育技术中心', REGISTER],
      ['该单位与本事件有关（教务处）', '是', RECORD],
      ['系统归属（教务处）', '本单位自有', REGISTER],
      ['系统归属（现代教育技术中心、学生处）', '非本单位所有', REGISTER],
      ['系统类别', '系统平台', REGISTER],
      ['系统由本单位管理（教务处）', '是', REGISTER],
      ['系统由本单位管理（现代教育技术中心、学生处）', '否', REGISTER],
      ['系统安全保护等级', '3', REGISTER],
      ['发现时间', '不晚于2023年8月16日', RECORD],
      ['涉事单位与涉事系统的关系（教务处）', '主管、使用', REGISTER],
      ['涉事单位与涉事系统的关系（现代教育技术中心）', '运行', REGISTER],
      ['涉事单位与涉事系统的关系（学生处）', '使用', REGISTER],
      ['涉事对象类别', '网络平台', REGISTER],
      ['发生了网络安全事件', '是', RECORD],
      ['受到攻击', '是', RECORD],
      ['数据外泄（含被窃取）', '是', RECORD],
      ['由本单位人员泄露（含个人擅自所为）', '否', RECORD],
      ['因本单位管理原因外泄（含受托单位的原因）', '是', RECORD],
      ['外泄数据的种类', '个人信息', RECORD],
      ['违反或者未能正确履行本细则所列职责', '有反映或者举报，尚未查明', RECORD],
      ['师生违犯网络安全相关要求', '有反映或者举报，尚未查明', RECORD],
    ],
    // A chat group of 学生处 alone: no website or platform, and no level.
    'student-list-spread': [
      ['单位类别', '部处', REGISTER],
      ['单位承担的机构职责', '均不是', REGISTER],
      ['该单位与本事件有关', '是', RECORD],
      ['系统归属', '本单位自有', REGISTER],
      ['系统类别', '其他', REGISTER],
      ['系统由本单位管理', '是', REGISTER],
      ['发生时间', '2020年5月', RECORD],
      ['涉事单位与涉事系统的关系', '主管、运行、使用', REGISTER],
      ['涉事对象类别', '其他', REGISTER],
      ['发生了网络安全事件', '是', RECORD],
      ['数据外泄（含被窃取）', '是', RECORD],
      ['由本单位人员泄露（含个人擅自所为）', '是', RECORD],
      ['外泄数据的种类', '个人信息', RECORD],
      ['涉及人数', '20000人', RECORD],
      ['违反或者未能正确履行本细则所列职责', '有反映或者举报，尚未查明', RECORD],
      ['师生违犯网络安全相关要求', '有反映或者举报，尚未查明', RECORD],
    ],
    // No system is named, so nothing of one is known.
    'phishing-reported-same-day': [
      ['单位类别', '部处', REGISTER],
      ['单位承担的机构职责', '均不是', REGISTER],
      ['该单位与本事件有关', '是', RECORD],
      ['发现时间', '2022年4月12日', RECORD],
      ['发生了网络安全事件', '是', RECORD],
      ['数据外泄（含被窃取）', '否', RECORD],
      ['重大网络安全事件（一般含义）', '否', FINDING],
    ],
    // The site of 药学院 is hosted on the platform of the technology centre.
    'cosmetic-repair': [
      ['单位类别（药学院）', '学院', REGISTER],
      ['单位类别（现代教育技术中心）', '中心', REGISTER],
      ['单位承担的机构职责（药学院）', '均不是', REGISTER],
      ['单位承担的机构职责（现代教育技术中心）', '网络安全和信息化领导小组办公室、现代教育技术中心', REGISTER],
      ['该单位与本事件有关（药学院）', '是', RECORD],
      ['系统归属（药学院）', '托管于其他单位平台的子站', REGISTER],
      ['系统归属（现代教育技术中心）', '本单位自有', REGISTER],
      ['系统类别', '网站', REGISTER],
      ['系统由本单位管理（药学院）', '是', REGISTER],
      ['系统由本单位管理（现代教育技术中心）', '否', REGISTER],
      ['发生时间', '2025年12月', RECORD],
      ['涉事单位与涉事系统的关系（药学院）', '主管、使用', REGISTER],
      ['涉事单位与涉事系统的关系（现代教育技术中心）', '运行', REGISTER],
      ['涉事对象类别', '网站', REGISTER],
      ['发生了网络安全事件', '是', RECORD],
      ['受到攻击', '是', RECORD],
      ['被攻击篡改', '是', RECORD],
      ['有关部门通报过问题和风险隐患', '是', RECORD],
      ['通报由谁作出', '校外有关部门', RECORD],
      ['违反或者未能正确履行本细则所列职责', '有反映或者举报，尚未查明', RECORD],
      ['及时整改', '否', FINDING],
    ],
    // 党委宣传部 manages and uses the home page, which the technology centre owns.
    'home-page-tampered': [
      ['单位类别（党委宣传部）', '部处', REGISTER],
      ['单位类别（现代教育技术中心）', '中心', REGISTER],
      ['单位承担的机构职责（党委宣传部）', '党委宣传部', REGISTER],
      ['单位承担的机构职责（现代教育技术中心）', '网络安全和信息化领导小组办公室、现代教育技术中心', REGISTER],
      ['该单位与本事件有关（党委宣传部）', '是', RECORD],
      ['系统归属（党委宣传部）', '非本单位所有', REGISTER],
      ['系统归属（现代教育技术中心）', '本单位自有', REGISTER],
      ['系统类别', '网站', REGISTER],
      ['系统由本单位管理（党委宣传部）', '是', REGISTER],
      ['系统由本单位管理（现代教育技术中心）', '否', REGISTER],
      ['系统安全保护等级', '3', REGISTER],
      ['发生时间', '2019年', RECORD],
      ['涉事单位与涉事系统的关系（党委宣传部）', '主管、使用', REGISTER],
      ['涉事单位与涉事系统的关系（现代教育技术中心）', '运行', REGISTER],
      ['涉事对象类别', '网站', REGISTER],
      ['发生了网络安全事件', '是', RECORD],
      ['受到攻击', '是', RECORD],
      ['被攻击篡改', '是', RECORD],
      ['违反或者未能正确履行本细则所列职责', '有反映或者举报，尚未查明', RECORD],
      ['师生违犯网络安全相关要求', '有反映或者举报，尚未查明', RECORD],
    ],
  };
  test.each(Object.entries(expected))('%s', (name, facts) => {
    expect(rows(part(memoOf(name, 'zh'), 7))).toEqual(facts);
  });

  const hours = (incident: Incident) =>
    Object.fromEntries(
      rows(part(memoFor(incident, { asOf: '2024-06-30' }), 7)).flatMap(([label = '', value = '']) =>
        label.includes('小时数') ? [[label, value]] : [],
      ),
    );

  test('hours that nothing bounds but the day of judgement are not known', () => {
    const occurredAt = '2024-05-06T08:00:00+08:00';
    expect(hours({ occurredAt, report: { status: 'made' } })).toEqual({});
    expect(hours({ report: { at: occurredAt } })).toEqual({});
    // Reported on the second day or later; still not reported by the day of judgement; reported before a known time.
    expect(hours({ occurredAt, report: { at: { from: '2024-05-07T08:00:00+08:00' } } })).toEqual({
      自发生至报告的小时数: '至少24小时',
    });
    expect(Object.keys(hours({ occurredAt, report: { status: 'pending' } }))).toEqual(['自发生至报告的小时数']);
    expect(hours({ occurredAt, report: { at: { until: '2024-05-06T20:00:00+08:00' } } })).toMatchObject({
      自发生至报告的小时数: '0小时至12小时',
    });
  });

  test('hours between times that are known to an hour or a day are told to the minute', () => {
    // Found between 8:00 and the end of 8:59, reported at 15:30.
    const found = { from: '2024-05-06 08:00', until: '2024-05-06 09:00' };
    expect(hours({ discoveredAt: found, report: { at: '2024-05-06 15:30' } })).toMatchObject({
      自发现至报告的小时数: '6小时30分钟至7小时30分钟',
    });
    expect(hours({ occurredAt: '2024-05-06', report: { at: '2024-05-07 06:30' } })).toMatchObject({
      自发生至报告的小时数: '6小时30分钟至30小时30分钟',
    });
    // What is known to the second is told to the second.
    expect(
      hours({ discoveredAt: '2024-05-06T08:00:00+08:00', report: { at: '2024-05-06T14:00:10+08:00' } }),
    ).toMatchObject({ 自发现至报告的小时数: '6小时10秒' });
  });

  test('that there was no loss at all is said as it is', () => {
    const none = { occurredAt: '2024-05-06', loss: { 'from-incident': false }, impact: { 'from-incident': false } };
    const told = rows(part(memoFor(none, { asOf: '2024-06-30' }), 7)).map(([label, value]) => `${label}：${value}`);
    expect(told).toEqual(
      expect.arrayContaining(['因网络安全事件造成经济损失：否', '因网络安全事件造成不良社会影响：否']),
    );
  });

  test('what follows from another fact or from the times says so, and who found what is named', () => {
    const known = rows(part(memoOf(KNOWN, 'zh'), 7));
    // From 08:00 on 6 May to 14:00 on the 7th, and from 12:00 on the 7th.
    for (const row of [
      ['报告时间', '2024年5月7日14时', '事件记录；查明人：收文登记'],
      ['向办公室报告的情况', '已报告', '由“报告时间”得出'],
      ['自发生至报告的小时数', '30小时', '由时间算出'],
      ['自发现至报告的小时数', '2小时', '由时间算出'],
      ['外泄数据的种类', '国家秘密', '事件记录；查明人：保密办'],
      ['重大网络安全事件（一般含义）', '是', '人工认定；查明人：办公室'],
    ])
      expect(known).toContainEqual(row);
  });

  test('an instant of another zone is told in that of the memo', () => {
    const page = memoFor({ occurredAt: '2024-05-05T20:00:00-04:00' }, { asOf: '2024-06-30' });
    expect(rows(part(page, 7))).toEqual([['发生时间', '2024年5月6日8时', '事件记录']]);
  });

  test('what is presumed is no fact: it stands among the presumptions', () => {
    const page = memoFor({}, { asOf: '2024-06-30' });
    expect(renderText({ lang: 'zh', blocks: part(page, 7) })).toBe('无。');
    expect(rows(part(page, 12))).toContainEqual([
      '封锁、瞒报网络安全事件情况',
      '否',
      '事件记录未载明，暂按无此情形处理',
    ]);
    // Which kind a unit is of is asked, not presumed.
    expect(rows(part(page, 12)).map(([fact]) => fact)).not.toContain('单位类别');
    expect(rows(part(memoFor({}, { asOf: '2024-06-30', policy: createPolicy({ presume: false }) }), 12))).toEqual([]);
  });
});

describe('the findings', () => {
  // In the order of the text: Art. 9 ¶1, its eight items, and the two of Art. 11.
  const expected: { [name: string]: string } = {
    // An authority punished the unit and a person: a breach of duties and a violation are alleged.
    'database-intrusion': '◐◐◐◐◐◐○◐○◐○',
    // Neither website nor platform: items 1 and 2 cannot be met. Whether the post is a key one is open.
    'student-list-spread': '◐○○◐◐◐○◐○◐◐',
    // Nothing leaked: item 3 is not met.
    'phishing-reported-same-day': '○◐◐○◐◐○◐○○○',
    // A notice that was not rectified points to a breach of duties.
    'cosmetic-repair': '◐◐◐◐◐◐○◐○○○',
    'home-page-tampered': '◐◐◐◐◐◐○◐○◐○',
    // A state secret lost by one's own people: item 3, and whether any of them violated something is open. Handled in
    // time, as found: not item 2.
    [KNOWN]: '○◐○●◐◐○◐○◐○',
  };
  const SIGN = { met: '●', unmet: '○', undetermined: '◐' };
  test.each(Object.entries(expected))('%s: %s', (name, signs) => {
    const said = part(memoOf(name, 'zh'), 8).flatMap((block) => {
      const first = block.kind === 'paragraph' && block.line.length === 1 ? block.line[0] : undefined;
      return typeof first === 'object' && first.truth ? [SIGN[first.truth]] : [];
    });
    expect(said.join('')).toBe(signs);
  });

  test('each stands under its own number and place', () => {
    const places = part(memoOf('cosmetic-repair', 'zh'), 8).flatMap((block) =>
      isHeading(block, 3) && block.kind === 'heading' ? [text(block.line)] : [],
    );
    expect(places.map((heading) => heading.split('　')[0])).toEqual([
      '（一）第九条第一款',
      ...['（二）', '（三）', '（四）', '（五）', '（六）', '（七）', '（八）', '（九）'].map(
        (number, i) => `${number}第九条第二款第（${'一二三四五六七八'[i]}）项`,
      ),
      '（十）第十一条',
      '（十一）第十一条',
    ]);
  });

  test('what an open one waits for is told where it is asked, by its number', () => {
    const page = memoOf('cosmetic-repair', 'zh');
    const [, , , , , fifth = []] = split(part(page, 8)).map((blocks) =>
      blocks.slice(0, blocks.findIndex((block) => block.kind === 'list') + 1),
    );
    const numbered = rows(part(page, 11)).map(([number, ask]) => `${ask}（见附件5第${number}项）`);
    // Whether the consequences were serious, and whether the unit that operates the site had a part.
    expect(items(fifth)).toHaveLength(2);
    expect(items(fifth).some((item) => item.startsWith('是否造成严重后果？'))).toBe(true);
    expect(items(fifth)[0]).toContain('有关）？（现代教育技术中心）');
    for (const item of items(fifth)) expect(numbered).toContain(item);
  });
});

/** The sections of a part, by its headings. */
function split(blocks: readonly Block[]): Block[][] {
  const sections: Block[][] = [];
  for (const block of blocks) isHeading(block, 3) ? sections.push([]) : sections.at(-1)?.push(block);
  return sections;
}

describe('the duties, the persons and who may propose', () => {
  test('in time by the clock that was ruled on: noon of the next day', () => {
    // What the Office owes stands in Art. 5, before what the units owe.
    // Three units may owe each duty; 教务处 alone is named.
    const [, , report, , , handle] = split(part(memoOf(KNOWN, 'zh'), 9)).map((section) =>
      renderText({ lang: 'zh', blocks: section }),
    );
    expect(report).toContain(
      '状态：按时；职责主体：各单位（教务处）；对象：网络安全和信息化领导小组办公室；期限：2024年5月8日12时',
    );
    // No measure fixes when handling is due.
    expect(handle).toContain('状态：按时；职责主体：各单位（教务处）\n');
  });

  test('without a ruling, due by either clock', () => {
    const terms = { 'first-moment-report': { hours: 24 } };
    const policy = createPolicy({ profile: 'national-analogy', terms, issueDate: '2019-12-05' });
    const [, , report = []] = split(part(memoFor(incidentOf(KNOWN), { ...caseOptions(KNOWN), policy }), 9));
    expect(renderText({ lang: 'zh', blocks: report })).toContain(
      '状态：待定；职责主体：各单位（教务处）；对象：网络安全和信息化领导小组办公室；期限：2024年5月7日8时（自发生起算）；期限：2024年5月8日12时（自发现起算）',
    );
  });

  test('the holders on the day, and whether the text reaches them', () => {
    // On 6 May 2024. The trace was ruled to end at the unit; whether those who operate and use had a part is open. Nothing
    // says to which unit p-020 belongs.
    expect(
      rows(part(memoOf(KNOWN, 'zh'), 10)).map(([step, unit, person, reached]) => [
        step,
        unit,
        person?.split('（')[0],
        reached,
      ]),
    ).toEqual([
      ['当事人', '', 'p-020', '属于追责范围'],
      ['单位直接责任人', '教务处', 'p-004', '属于追责范围'],
      ['单位第一责任人', '教务处', 'p-003', '属于追责范围'],
      ['单位直接责任人', '现代教育技术中心', 'p-015', '是否属于追责范围待定'],
      ['单位第一责任人', '现代教育技术中心', 'p-014', '是否属于追责范围待定'],
      ['单位直接责任人', '学生处', 'p-007', '是否属于追责范围待定'],
      ['单位第一责任人', '学生处', 'p-006', '是否属于追责范围待定'],
      ['学校直接责任人', '', 'p-002', '不属于追责范围'],
      ['学校第一责任人', '', 'p-001', '不属于追责范围'],
    ]);
  });

  test.each(['zh', 'en'] as const)('proposals are something the Office may make (%s)', (lang) => {
    for (const name of CASES) {
      const [advice] = part(memoOf(name, lang), 6);
      const said = advice ? items([advice]) : [];
      expect(said.at(-1)).toContain(
        lang === 'zh'
          ? '网络安全和信息化领导小组办公室可以向学校党委、纪检监察部门'
          : 'Office of the Leading Group may propose accountability',
      );
      // What comes before asks those who may settle what is open; nothing is proposed against anybody.
      for (const item of said.slice(0, -1))
        expect(item).toMatch(
          lang === 'zh'
            ? /^商请.+核实、明确有关事项（见附件5第[\d、]+项）。$/
            : /^Ask .+\(see annex 5, no\. [\d, ]+\)\.$/,
        );
    }
  });

  test('before the rules nobody answers and nothing is proposed', () => {
    const page = memoFor({ occurredAt: '2018-05-06T08:00:00+08:00' }, { asOf: '2024-06-30' });
    const said = renderText(page);
    expect(said).toContain('结论为：○ 不适用本细则。');
    expect(said).toContain('事件时间（2018年5月6日8时）在本细则施行之前（第十五条）。');
    for (const number of [4, 6]) expect(renderText({ lang: 'zh', blocks: part(page, number) })).toMatch(/^无。/);
  });

  test('a vacant and an acting post are to be checked', () => {
    expect(items(part(memoOf('cosmetic-repair', 'zh'), 10))).toEqual(
      expect.arrayContaining([
        '药学院 单位直接责任人　岗位空缺：副院长',
        '药学院 单位第一责任人　代理任职：p-011；文本没有规定由谁代行',
      ]),
    );
  });
});

describe('the law that was applied', () => {
  test('nothing but the text', () => {
    const said = renderText({ lang: 'zh', blocks: part(memoOf('cosmetic-repair', 'zh'), 13) });
    for (const words of ['大医发〔2019〕307号', '2019年，月、日未载明', '量化标准：未采用', '没有对条文理解的解释。'])
      expect(said).toContain(words);
  });

  test('values and rulings with their dates and sources', () => {
    const law = rows(part(memoOf(KNOWN, 'zh'), 13));
    expect(law.map(([words]) => words)).toEqual([
      '第一时间报告',
      '大面积个人信息',
      '定期进行风险分析与漏洞测试',
      '报告与处置的时限自事件发生起算，还是自发现起算？',
      '倒查至单位第一责任人，还是至学校第一责任人？',
    ]);
    expect(law[0]?.slice(1, 3)).toEqual(['不超过24小时', '不限']);
    expect(law[0]?.[3]).toBe('假设：未注明作出单位；《大连医科大学网络安全应急预案》');
    expect(law[1]?.slice(1, 3)).toEqual([
      '行踪轨迹、通信内容、征信、财产信息条数不少于500条；住宿、通信记录、健康生理、交易等信息条数不少于5000条；其他个人信息条数不少于50000条；符合的即属之，不符合的仍待认定',
      '自2019年11月1日',
    ]);
    expect(law[2]?.[1]).toBe('系统安全保护等级为3的，每1年一次；系统安全保护等级为4的，每6个月一次');
    expect(law[3]?.slice(1)).toEqual([
      '自发现起算',
      '自2020年1月1日',
      '网络安全和信息化领导小组办公室作出（2019年12月20日）；《办公室解释第1号》',
    ]);
    expect(law[4]?.slice(1)).toEqual(['至单位第一责任人', '不限', '假设：未注明作出单位']);
  });
});

describe('a report as an office files it', () => {
  test.each(['zh', 'en'] as const)(
    'six parts and seven annexes, each annex on a sheet of its own (%s)',
    (lang: Lang) => {
      for (const name of [...CASES, KNOWN]) {
        const page = memoOf(name, lang);
        expect(headings(page, 1)).toHaveLength(1);
        expect(headings(page, 2).map((heading) => heading.replace(/[、.　].*|(?<=\d) .*/, ''))).toEqual(
          lang === 'zh'
            ? [...'一二三四五六', ...[1, 2, 3, 4, 5, 6, 7].map((number) => `附件${number}`)]
            : [...'123456', ...[1, 2, 3, 4, 5, 6, 7].map((number) => `Annex ${number}`)],
        );
        expect(page.blocks.filter((block) => block.kind === 'heading' && block.annex)).toHaveLength(7);
        expect(part(page, 6).map((block) => (block.kind === 'paragraph' ? text(block.line) : ''))).toContain(
          REPORT[lang].disclaimer,
        );
      }
    },
  );

  const shipped = assessIncident(incidentOf('student-list-spread'), caseOptions('student-list-spread'));
  const of = (page: Page, as: string) =>
    page.blocks.flatMap((block) => (block.kind === 'paragraph' && block.as === as ? [text(block.line)] : []));

  test('to whom, by whom and when, as given', () => {
    const page = memoPage(shipped, { to: '学校党委', from: '网络安全和信息化领导小组办公室', date: '2025-01-06' });
    expect(headings(page, 1)).toEqual(['关于学生名单在聊天群传播事件的责任评估报告']);
    expect(of(page, 'addressee')).toEqual(['学校党委：']);
    expect(of(page, 'closing')).toEqual(['网络安全和信息化领导小组办公室', '2025年1月6日']);
  });

  test('a line to sign and one for the day, where they are not given', () => {
    expect(of(memoPage(shipped), 'addressee')).toEqual([]);
    expect(of(memoPage(shipped), 'closing')).toEqual(['（署名）　　　　　　', '　　　　年　　月　　日']);
  });

  test('the title names an incident that has none by its number, and says no word twice', () => {
    const titled = (incident: Incident) => headings(memoFor(incident, { asOf: '2024-06-30' }), 1);
    expect(titled({ id: '2024-17' })).toEqual(['关于2024-17号事件的责任评估报告']);
    expect(titled({})).toEqual(['关于本次事件的责任评估报告']);
    expect(titled({ title: '主页篡改事件' })).toEqual(['关于主页篡改事件的责任评估报告']);
  });

  test('nothing of what is not met stands in the body but their number', () => {
    const outcome = part(memoPage(shipped), 2);
    expect(renderText({ lang: 'zh', blocks: outcome })).toContain('其余情形待定4项、不符合4项，见附件2。');
  });
});

describe('who found what', () => {
  const incident: Incident = { leak: { occurred: true } };
  const faults = (foundBy: unknown) => {
    try {
      memoPage(assessIncident(incident, { asOf: '2024-06-30' }), { foundBy: foundBy as never });
    } catch (error) {
      if (error instanceof ZerenzhiError)
        return error.diagnostics.map(({ code, path, nearest }) => [code, path, nearest]);
    }
    return [];
  };
  test('all that is wrong is told at once: names that nothing is known of, and what is no text', () => {
    expect(faults({ 'leak.ocurred': 'a', 'loss.yuan': 'b', 'leak.occurred': 3 })).toEqual([
      ['input/unknown-key', 'foundBy.leak.ocurred', 'leak.occurred'],
      ['input/unknown-key', 'foundBy.loss.yuan', undefined],
      ['input/invalid-type', 'foundBy.leak.occurred', undefined],
    ]);
    expect(faults({ toString: 'a' })).toHaveLength(1);
    expect(faults([])).toEqual([['input/invalid-type', 'foundBy', undefined]]);
    expect(faults('x')).toEqual([['input/invalid-type', 'foundBy', undefined]]);
  });
  test('what is no assessment has no memo', () => {
    expect(() => memoPage({ leak: { occurred: 'perhaps' } } as never)).toThrow(ZerenzhiError);
  });
});
