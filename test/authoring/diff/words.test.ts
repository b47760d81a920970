import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aligned } from '../../../src/authoring/diff/passages.js';
import { changedWords, type Segment } from '../../../src/authoring/index.js';

// The text word by word.

const marked = (segments: readonly Segment[]) =>
  segments.map(({ change, words }) => ({ same: words, out: `[-${words}-]`, in: `{+${words}+}` })[change]).join('');

describe('words that changed', () => {
  test.each([
    [
      '各单位要第一时间向办公室报告',
      '各单位要自发现之时起两小时内向办公室报告',
      '各单位要[-第一时间-]{+自发现之时起两小时内+}向办公室报告',
    ],
    ['发生大火和堵塞出口的', '发生大火或堵塞出口的', '发生大火[-和-]{+或+}堵塞出口的'],
    ['应当报告', '应当及时报告', '应当{+及时+}报告'],
    // A word with spaces around it stays whole, and so does a number.
    ['report it immediately to us', 'report it intimately to us', 'report it [-immediately-]{+intimately+} to us'],
    ['超过1000人信息的，追究责任', '超过1500人信息的，追究责任', '超过[-1000-]{+1500+}人信息的，追究责任'],
    // Little in common is nothing in common.
    [
      '第一时间报告',
      '由办公室会同有关部门于两小时以内书面核报',
      '[-第一时间报告-]{+由办公室会同有关部门于两小时以内书面核报+}',
    ],
    ['同一段文字', '同一段文字', '同一段文字'],
    ['', '新增', '{+新增+}'],
  ])('%s → %s', (before, after, expected) => expect(marked(changedWords(before, after))).toBe(expected));

  test('each text is what stayed with its own words', () => {
    const text = fc.string({ unit: fc.constantFrom(...'各单位应当及时报告，不得 abc1') });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const of = (kind: Segment['change']) =>
          changedWords(before, after)
            .filter(({ change }) => change === 'same' || change === kind)
            .map(({ words }) => words)
            .join('');
        expect([of('out'), of('in')]).toEqual([before, after]);
      }),
    );
  });
});

test('of long texts with little in common all of both is told, at once', () => {
  const [before, after] = ['各单位应当。'.repeat(20_000), '不得 '.repeat(20_000)] as const;
  expect(changedWords(before, after)).toEqual([
    { change: 'out', words: before },
    { change: 'in', words: after },
  ]);
});

test('what is no text is refused', () =>
  expect(() => changedWords('报告', ['报告'] as never)).toThrow(
    expect.objectContaining({ diagnostics: [expect.objectContaining({ code: 'input/invalid-type', path: 'after' })] }),
  ));

test('an item put between others is the only one that is new', () => {
  const passages = (texts: readonly string[]) =>
    texts.map((text, i) => ({ place: `9.2.${i + 1}`, text, gloss: undefined }));
  const before = passages(['（一）造成网站长时间瘫痪的', '（二）泄露国家秘密的']);
  const after = passages(['（一）造成网站长时间瘫痪的', '（二）封锁、瞒报事件情况', '（三）泄露国家秘密的']);
  expect(aligned(before, after).map((pair) => pair.map((each) => each?.place))).toEqual([
    ['9.2.1', '9.2.1'],
    [undefined, '9.2.2'],
    ['9.2.2', '9.2.3'],
  ]);
});
