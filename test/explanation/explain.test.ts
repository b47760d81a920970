import { describe, expect, test } from 'vitest';
import { groundOf } from '../../src/explanation/ground.js';
import { type AccountabilityId, assessIncident, createPolicy, type Incident, regulation } from '../../src/index.js';
import { EXPLAIN } from '../../src/messages/explain.js';
import {
  articlePage,
  escapeHtml,
  escapeMarkdown,
  explainFinding,
  explanationPage,
  renderHtml,
  renderMarkdown,
  renderText,
} from '../../src/report/index.js';

const asOf = '2024-06-30';
const at = { occurredAt: '2024-05-06T08:00:00+08:00' };
const explained = (
  provision: AccountabilityId,
  incident: Incident,
  lang: 'zh' | 'en' = 'zh',
  policy = createPolicy(),
) =>
  renderText(
    explanationPage(explainFinding(assessIncident({ ...at, ...incident }, { asOf, policy }), provision), { lang }),
  );

test('why it is met: the grounds that decide it, with the words they are held against', () => {
  const incident: Incident = {
    leak: { occurred: true, 'own-persons': true, kinds: ['state-secret', 'personal-information'] },
  };
  expect(explained('art9.p2.i3', incident)).toBe(
    [
      '第九条第二款第（三）项　泄露国家秘密、大面积个人信息或重要保密信息等敏感数据',
      '● 符合，因为：',
      '  ● 该单位与本事件有关：是　第九条第二款“相关单位”',
      '  ● 数据外泄（含被窃取）：是　第九条第二款第（三）项“泄露”',
      '  ● 由本单位人员泄露（含个人擅自所为）：是　第九条第二款第（三）项“泄露”',
      '  ● 外泄数据的种类：国家秘密、个人信息　第九条第二款第（三）项“国家秘密”',
    ].join('\n'),
  );
});

test('what answers to both readings of the same words is told once', () => {
  const member: Incident = { member: { violated: true, kind: 'student', accident: true } };
  const grounds = explained('art11.accident', member).split('\n').slice(2);
  expect(grounds.filter((line) => line.includes('违犯者的身份：学生'))).toHaveLength(1);
});

test('why not: one ground where one is enough', () => {
  expect(explained('art9.p2.i3', { leak: { occurred: false, kinds: ['state-secret'] } }, 'en')).toBe(
    [
      'Art. 9 ¶2 (3)  state secrets, personal information on a large scale or important confidential information leaked',
      '○ not met, because',
      '  ○ data were exposed or stolen: no  Art. 9 ¶2 (3) “泄露”',
    ].join('\n'),
  );
});

test('a measure is told with its standard, a presumption as one, a person’s finding as found', () => {
  const policy = createPolicy({
    terms: { 'major-loss': { yuan: 500_000 } },
    rulings: { 'art9.p2.i4.cause': 'any-cause' },
  });
  expect(explained('art9.p2.i4', { loss: { yuan: 600_000, 'direct-yuan': 600_000 } }, 'zh', policy)).toContain(
    '● 经济损失（元）：600000元（须不少于500000元）',
  );
  expect(explained('art9.p2.i8', {})).toContain('○ 有其他危害网络安全行为：否（推定）');
  expect(explained('art9.p2.i4', { findings: { 'major-loss': true } }, 'en', policy)).toContain(
    '● found: “major economic loss”',
  );
});

test('why it is open: what it waits for and whose that is', () => {
  const text = explained('art9.p2.i3', {
    leak: { occurred: true, 'own-persons': false, 'own-management': false, kinds: ['state-secret'] },
  });
  expect(text.split('\n')).toEqual([
    '第九条第二款第（三）项　泄露国家秘密、大面积个人信息或重要保密信息等敏感数据',
    '◐ 尚不能确定，有待明确：',
    '  ◐ “泄露”指任何外泄（含被他人窃取）、因本单位人员或者管理原因的外泄，还是仅指由本单位人员泄露？　明确单位：网络安全和信息化领导小组办公室',
  ]);
});

test('before it was in force, that is why not', () => {
  const before = assessIncident({ occurredAt: '2018-01-01T00:00:00+08:00' }, { asOf });
  expect(explainFinding(before, 'art9.p2.i3').grounds).toMatchObject([
    { kind: 'leaf', said: { zh: '当时本细则尚未施行（文件未载明印发日期，年份由文号“〔2019〕”推知）' } },
  ]);
});

test('the lit article says in words what its colours say', () => {
  const html = renderHtml(articlePage(9, assessIncident({ ...at, leak: { occurred: false } }, { asOf })));
  expect(html).toContain(
    '<mark class="unmet"><span aria-hidden="true">○\u00a0</span><span class="spoken">不符合：</span>泄露</mark>',
  );
  expect(html).toContain('<span class="spoken">推定、不符合：</span>发生其他</mark>');
  // Without its tags, signs and spoken words it is the text of the article.
  const words = html.replaceAll(/<h3>.*?<\/h3>|<span[^>]*>[^<]*<\/span>|<[^>]*>|\n/g, '');
  const text = regulation.articles[8]?.paragraphs
    .flatMap((paragraph) => [paragraph.text, ...(paragraph.items ?? []).map((item) => item.text)])
    .join('');
  expect(words).toBe(text);
});

test('an explanation in HTML and Markdown says what the text says', () => {
  const explanation = explainFinding(assessIncident({ ...at, leak: { occurred: false } }, { asOf }), 'art9.p2.i3');
  const page = explanationPage(explanation, { lang: 'en' });
  expect(renderHtml(page)).toBe(
    [
      '<article lang="en">',
      '<h3>Art. 9 ¶2 (3)  state secrets, personal information on a large scale or important confidential information leaked</h3>',
      '<p><span class="unmet"><span aria-hidden="true">○\u00a0</span><span class="spoken">unmet:</span>not met, because</span></p>',
      '<ul>',
      '<li><span class="unmet"><span aria-hidden="true">○\u00a0</span><span class="spoken">unmet:</span>data were exposed or stolen: no</span>  <span class="dim">Art. 9 ¶2 (3) “泄露”</span></li>',
      '</ul>',
      '</article>',
    ].join('\n'),
  );
  expect(renderMarkdown(explanationPage(explanation))).toBe(
    [
      '### 第九条第二款第（三）项　泄露国家秘密、大面积个人信息或重要保密信息等敏感数据',
      '',
      '○ 不符合，因为：',
      '',
      '- ○ 数据外泄（含被窃取）：否　第九条第二款第（三）项“泄露”',
      '',
    ].join('\n'),
  );
});

test('hostile words are inert', () => {
  expect(escapeHtml('<script>"\u202eabc\u001b[31m\'&')).toBe('&lt;script&gt;&quot; abc [31m&#39;&amp;');
  expect(escapeMarkdown("[x](javascript:1) <b> *a* it's")).toBe("\\[x\\](javascript:1) &lt;b&gt; \\*a\\* it's");
});

const stolen: Incident = {
  leak: { occurred: true, 'own-persons': false, 'own-management': false, kinds: ['state-secret'] },
};
const reported: Incident = {
  occurredAt: '2024-05-06T07:00:00+08:00',
  discoveredAt: '2024-05-06T08:00:00+08:00',
  maintenance: { causal: true },
  target: { kind: 'website', capacities: ['managing'] },
  attack: { tampered: true },
  content: { kinds: ['rumours'], spread: true },
  'report-elsewhere': { status: 'none' },
  handling: { status: 'made' },
  findings: { 'inadequate-maintenance': true },
};
const sixHours = createPolicy({
  terms: { 'timely-report': { hours: 6 } },
  rulings: { 'art9.p2.i1.clock': 'discovery', 'art9.p2.i1.negation': 'not-both', 'art9.p2.i3.leak': 'any-loss' },
});

describe('the rulings and values that the grounds rest on are told', () => {
  test('theft counts by the ruling alone', () => {
    expect(explained('art9.p2.i3', stolen, 'zh', sixHours).split('\n').slice(2)).toEqual([
      '  ● 该单位与本事件有关：是　第九条第二款“相关单位”',
      '  ● 数据外泄（含被窃取）：是　第九条第二款第（三）项“泄露”',
      '  ● 外泄数据的种类：国家秘密　第九条第二款第（三）项“国家秘密”',
      '  依据解释：“泄露”指任何外泄（含被他人窃取）、因本单位人员或者管理原因的外泄，还是仅指由本单位人员泄露？理解为“任何外泄，包括被他人窃取”（假设：未注明作出单位）　第九条第二款第（三）项“泄露”',
    ]);
    expect(explained('art9.p2.i3', stolen, 'en', sixHours)).toContain(
      'by a ruling: Does 泄露 mean any exposure, theft included,',
    );
  });

  test('where no data were lost, every reading says so, and no ruling is needed', () => {
    expect(explained('art9.p2.i3', { leak: { occurred: false } }, 'en', sixHours)).not.toContain('by a ruling');
  });

  test('lateness by the clock, the negation and the hours; a report never made by no hours', () => {
    const late = explained('art9.p2.i1', { ...reported, report: { at: '2024-05-07T08:00:00+08:00' } }, 'zh', sixHours);
    expect(
      late.split('\n').flatMap((line) =>
        /依据解释|按取值/.test(line)
          ? [
              line
                .trim()
                .replace(/？.*理解为/, '？理解为')
                .replace(/　.*/, ''),
            ]
          : [],
      ),
    ).toEqual([
      '依据解释：“没有及时报告和组织处置”是两者均未做到，还是未能两者都做到？理解为“至少一项未做到”（假设：未注明作出单位）',
      '依据解释：第（一）项的“及时”自事件发生起算，还是自发现起算？理解为“自发现起算”（假设：未注明作出单位）',
      expect.stringMatching(/^按取值：“及时报告”不超过6/),
    ]);
    const never = explained('art9.p2.i1', { ...reported, report: { status: 'none' } }, 'en', sixHours);
    expect(never).toContain('Read as “not both were done”');
    expect(never).not.toMatch(/from discovery|by the value/);
  });
});

describe('a ground under a negation says what it does for the item', () => {
  test('too late is what the item asks for', () => {
    expect(
      explained('art9.p2.i1', { ...reported, report: { at: '2024-05-07T08:00:00+08:00' } }, 'zh', sixHours),
    ).toMatch(/● 自发现至报告的小时数：24小时（须超过6/);
  });

  test('a person’s finding that speaks against the item', () => {
    const incident: Incident = {
      ...reported,
      report: { at: '2024-05-06T09:00:00+08:00' },
      findings: { ...reported.findings, 'timely-organised-handling': true },
    };
    expect(explained('art9.p2.i1', incident, 'en', sixHours)).toContain(
      '○ found: handling organised in time (required: handling not organised in time)',
    );
    expect(explained('art9.p2.i1', incident, 'zh', sixHours)).toContain('○ 认定：及时组织处置（须组织处置不及时）');
  });

  test('yes and no, every other test', () => {
    const leaf = {
      kind: 'fact',
      fact: 'leak.occurred',
      operator: 'equal',
      expected: true,
      actual: true,
      truth: 'met',
    } as const;
    expect(groundOf(leaf, 'unmet', regulation)).toMatchObject({
      truth: 'unmet',
      said: { zh: '数据外泄（含被窃取）：是（须为否）' },
    });
    expect(groundOf({ ...leaf, actual: false, truth: 'unmet' }, 'met', regulation)).toMatchObject({
      truth: 'met',
      said: { zh: '数据外泄（含被窃取）：否' },
    });
    expect(groundOf(leaf, 'met', regulation)).toMatchObject({ truth: 'met', said: { zh: '数据外泄（含被窃取）：是' } });
  });
});

describe('a value beside its limit is never rounded', () => {
  test('ten seconds late is seen to be late', () => {
    const incident: Incident = { ...reported, report: { at: '2024-05-06T14:00:10+08:00' } };
    expect(explained('art9.p2.i1', incident, 'zh', sixHours)).toContain(
      '● 自发现至报告的小时数：6小时10秒（须超过6小时）',
    );
    expect(explained('art9.p2.i1', incident, 'en', sixHours)).toContain(
      '● hours from discovery to report: 6 hours 10 seconds (required: > 6 hours)',
    );
  });

  test('between minutes where seconds decide nothing, to the millisecond where they do', () => {
    const found = (from: string) => ({
      ...reported,
      discoveredAt: { from: `2024-05-06T${from}+08:00`, until: '2024-05-06T08:29:59+08:00' },
    });
    const lateAt = (at: string, from = '07:00:30') =>
      explained('art9.p2.i1', { ...found(from), report: { at: `2024-05-06T${at}+08:00` } }, 'zh', sixHours);
    expect(lateAt('15:30:00')).toContain('自发现至报告的小时数：7小时至8小时30分钟（须超过6小时）');
    expect(lateAt('14:30:00')).toContain('自发现至报告的小时数：6小时1秒至7小时30分钟（须超过6小时）');
  });

  test.each([
    [1, 'hours', '1小时', '1 hour'],
    [0, 'hours', '0小时', '0 hours'],
    [0.5, 'hours', '30分钟', '30 minutes'],
    [25 + 1 / 60, 'hours', '25小时1分钟', '25 hours 1 minute'],
    [1 / 3_600_000, 'hours', '0.001秒', '0.001 seconds'],
    [6 + 1e-12, 'hours', '6.000000000001小时', '6.000000000001 hours'],
    [499_999.999, 'yuan', '499999.999元', '499999.999 yuan'],
    [3, undefined, '3', '3'],
  ])('%d %s is told as %s, %s', (value, unit, zh, en) => {
    expect([EXPLAIN.zh.number(value, unit), EXPLAIN.en.number(value, unit)]).toEqual([zh, en]);
  });
});
