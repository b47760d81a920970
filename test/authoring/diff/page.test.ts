import { describe, expect, test } from 'vitest';
import {
  type AmendmentPageOptions,
  amendmentPage,
  diffRecord,
  diffRegulations,
  loadRegulation,
} from '../../../src/authoring/index.js';
import { recordAssessment } from '../../../src/record/index.js';
import { renderHtml, renderMarkdown, renderText } from '../../../src/report/index.js';
import { type Edit, editedFolder, fireAmended } from '../../support/edited.js';

// The page of an amendment, as any program makes it; what the command prints of one stands in test/cli/diff.test.ts.

const shipped = loadRegulation('rules');
const [fire, otherFire] = [loadRegulation('test/second-regulation'), loadRegulation(fireAmended())];

/** The lines of the page on the shipped rules with some edits. */
function linesOf(edits: readonly Edit[], options?: AmendmentPageOptions): string[] {
  const after = loadRegulation(editedFolder(edits));
  const page = amendmentPage(diffRegulations(shipped, after), shipped, after, options);
  return renderText(page)
    .split('\n')
    .map((line) => line.trim());
}

describe('what is changed is told in words', () => {
  const WHOM: Edit = ['articles/09.yaml', 'readings: { unit: [unit], ', 'readings: { unit: [unit, unit-first], '];

  test('the steps of a trace, as the text calls the posts, and the readings that they rest on', () => {
    expect(linesOf([WHOM]).find((line) => line.startsWith('追究对象'))).toContain(
      '仅指单位的责任：单位{+、单位第一责任人+}；也包括其人员的责任：单位、当事人、',
    );
    expect(linesOf([WHOM], { lang: 'en' }).find((line) => line.startsWith('trace'))).toContain(
      "the unit's only: unit{+, the unit's first responsible person+}",
    );
  });

  test('a consequence by its own article, where another has one of its name', () => {
    const lines = linesOf([
      ['articles/09.yaml', '  by-rules:\n', '  by-the-rules:\n'],
      ['articles/09.yaml', 'then: by-rules', 'then: by-the-rules'],
    ]);
    expect(lines).toContain('后果：按照有关规定追究其相关责任');
  });

  test('readings that stayed though what they come to changed', () => {
    const lines = linesOf([['articles/09.yaml', 'third-limb: true', 'third-limb: false']]);
    expect(lines.find((line) => line.includes('art9.p2.i5.consequence　理解'))).toMatch(
      /^解释问题　art9\.p2\.i5\.consequence　理解（(.+)）（变动的是规则）：\1$/,
    );
  });
});

test('in each format, by one page', () => {
  const page = amendmentPage(diffRegulations(fire, otherFire), fire, otherFire);
  expect(renderText(page)).toContain('  第二条：发生大火[-和-]{+或+}堵塞出口的');
  expect(renderMarkdown(page)).toContain('- 第二条：发生大火~~和~~**或**堵塞出口的');
  expect(renderHtml(page)).toMatch(/发生大火<del[^>]*>和<\/del><ins[^>]*>或<\/ins>堵塞出口的/);
});

test('a record that is in no file is told by its seal', () => {
  const { record } = recordAssessment({ leak: { occurred: true } }, { asOf: '2026-06-30' });
  const told = { ...diffRecord(record, shipped, shipped), followsOtherwise: true } as const;
  const page = amendmentPage(diffRegulations(shipped, shipped), shipped, shipped, { records: [told], lang: 'en' });
  expect(renderText(page)).toContain(`Filed records\n  ${record.seal}\n`);
});

test('regulations that were not checked are refused', () => {
  const diff = diffRegulations(fire, otherFire);
  expect(() => amendmentPage(diff, fire, { ...otherFire })).toThrow(
    expect.objectContaining({
      diagnostics: [expect.objectContaining({ code: 'policy/unchecked-regulation', path: 'after' })],
    }),
  );
});
