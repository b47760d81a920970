import { describe, expect, test } from 'vitest';
import { loadRegulation } from '../../src/authoring/load.js';
import { type AnyNames, assessIncident, createPolicy, type IncidentAssessment } from '../../src/index.js';
import {
  articlePage,
  assessmentPage,
  explainFinding,
  explanationPage,
  memoPage,
  renderText,
  timelineMermaid,
} from '../../src/report/index.js';

// Pages of another institution's regulation: made from the assessment, or from its JSON and the policy.

const policy = createPolicy({ regulation: loadRegulation('test/second-regulation'), rulings: { 'art2.or': 'either' } });
const assessment = assessIncident(
  { occurredAt: '2023-05-06T08:00:00+08:00', exit: { blocked: true } },
  { policy, asOf: '2024-06-30' },
);
const back = (): IncidentAssessment<AnyNames> => JSON.parse(JSON.stringify(assessment));

const PAGES: readonly [name: string, tell: (of: IncidentAssessment<AnyNames>, given?: typeof policy) => string][] = [
  ['the page', (of, given) => renderText(assessmentPage(of, { policy: given }))],
  ['the memo', (of, given) => renderText(memoPage(of, { policy: given }))],
  ['the article', (of, given) => renderText(articlePage(2, of, { policy: given }))],
  ['the timeline', (of, given) => timelineMermaid(of, { policy: given })],
  ['why', (of, given) => renderText(explanationPage(explainFinding(of, 'art2.fire', { policy: given })))],
];

describe.each(PAGES)('%s', (_, tell) => {
  test('is the same from JSON with the policy, and is refused without it', () => {
    expect(tell(back(), policy)).toBe(tell(assessment));
    expect(() => tell(back())).toThrow('assessment/policy-needed');
  });

  test('is not made by another policy', () => {
    expect(() => tell(assessment, createPolicy({ regulation: loadRegulation('test/second-regulation') }))).toThrow(
      'assessment/other-policy',
    );
    expect(() => tell(assessment, createPolicy() as never)).toThrow('assessment/other-rules');
  });
});

test('a blocked exit is enough as the committee reads the text: the page says so in the words of that regulation', () => {
  expect(renderText(explanationPage(explainFinding(assessment, 'art2.fire'), { lang: 'zh' })).split('\n')).toEqual([
    '第二条　大火和堵塞出口',
    '● 符合，因为：',
    '  ● 出口被堵：是　第二条“堵塞出口”',
    expect.stringMatching(/^ {2}依据解释：.*第二条“大火和堵塞出口”$/),
  ]);
  expect(renderText(memoPage(assessment))).toContain('《消防安全责任办法（虚构）》（虚构〔2021〕1号）');
  expect(renderText(articlePage(2, assessment))).toContain('[● 堵塞出口]');
  expect(renderText(articlePage(1, undefined, { policy }))).toContain('消防委员会负责消防工作');
});
