import { describe, expect, test } from 'vitest';
import { assessIncident, createPolicy, type Incident, type PolicyOptions } from '../../src/index.js';
import { assessmentPage, memoPage, type Page, renderText } from '../../src/report/index.js';

// Whoever reads the outcome alone must see what it takes for granted: readings and values that nobody is said to have made.

const asOf = '2026-06-30';
const at = '2024-05-06T08:00:00+08:00';
const assessed = (incident: Incident, options: PolicyOptions) =>
  assessIncident({ occurredAt: at, ...incident }, { asOf, policy: createPolicy(options) });
const linesOf = (page: Page): string[] => renderText(page).split('\n');

const QUESTION = 'art9.p2.i3.leak';
const READ =
  '“泄露”指任何外泄（含被他人窃取）、因本单位人员或者管理原因的外泄，还是仅指由本单位人员泄露？理解为“任何外泄，包括被他人窃取”';
const TERM = 'large-scale-personal-information';
const stolen: Incident = {
  leak: { occurred: true, 'own-persons': false, 'own-management': false, kinds: ['state-secret'] },
};
const many: Incident = {
  leak: { occurred: true, 'own-persons': true, kinds: ['personal-information'], persons: 5000 },
};
/** Everything is denied but a leak of few persons' data. */
const few: Incident = {
  incident: { occurred: true },
  attack: { occurred: false, tampered: false },
  leak: { occurred: true, 'own-persons': true, kinds: ['personal-information'], persons: 50 },
  loss: { 'from-incident': false },
  impact: { 'from-incident': false },
  conduct: {
    concealed: false,
    'refused-cooperation': false,
    obstructed: false,
    'refused-support': false,
    other: false,
  },
  notice: { received: false },
  mlps: { 'poorly-implemented': false },
  duty: { breached: false },
  member: { violated: false },
};
/** Under any other reading it would be open. */
const closed = { 'art9.p2.i4.cause': 'incident-only', 'art9.p2.i3.kinds': 'closed' } as const;

/** Where the outcome stands in a page, and the line below it. */
const below = (page: Page): string[] => {
  const lines = linesOf(page);
  const outcome = lines.findIndex((line) => /^[●○◐] |[：:] [●○◐] |结论为：[●○◐]|\): [●○◐]/.test(line));
  return lines.slice(outcome, outcome + 2);
};

describe.each([
  ['the page', assessmentPage],
  ['the memo', memoPage],
] as const)('%s', (_, pageOf) => {
  test('a reading: its question and how it is read', () => {
    const met = assessed(stolen, { rulings: { [QUESTION]: 'any-loss' } });
    const [outcome, line] = below(pageOf(met));
    expect(outcome).toContain('● 符合问责情形');
    expect(line).toBe(`以下列1项假设为前提（未注明作出单位）：${READ}。`);
    const [, english] = below(pageOf(met, { lang: 'en' }));
    expect(english).toMatch(
      /^It rests on 1 assumption \(nobody is said to have made it\): Does 泄露 mean .* Read as “.+”\.$/,
    );
  });

  test('a value: its words and the limit', () => {
    const met = assessed(many, { terms: { [TERM]: { persons: 1000 } } });
    expect(below(pageOf(met))[1]).toBe('以下列1项假设为前提（未注明作出单位）：“大面积个人信息”不少于1000人。');
  });

  test('not what the grounds can do without', () => {
    const met = assessed(
      {
        leak: { ...stolen.leak, kinds: ['state-secret', 'personal-information'], persons: 5000 },
      },
      { rulings: { [QUESTION]: 'any-loss' }, terms: { [TERM]: { persons: 1000 } } },
    );
    // A state secret is enough: nothing rests on how many persons there were.
    expect(below(pageOf(met))[1]).toBe(`以下列1项假设为前提（未注明作出单位）：${READ}。`);
  });

  test('where it is not triggered, those of all that is not met', () => {
    const unmet = assessed(few, { rulings: closed, terms: { [TERM]: { persons: 1000 } } });
    const [outcome, line = ''] = below(pageOf(unmet));
    expect(outcome).toContain('○ 不符合问责情形');
    expect(line).toMatch(/^以下列\d项假设为前提（未注明作出单位）：/);
    for (const words of ['“大面积个人信息”', '理解为']) expect(line).toContain(words);
    expect(below(pageOf(unmet, { lang: 'en' }))[1]).toMatch(
      /^It rests on \d assumptions \(nobody is said to have made them\): /,
    );
  });

  test.each<[string, Incident, PolicyOptions]>([
    ['what the Office has made', many, { terms: { [TERM]: { persons: 1000, by: 'office', made: '2022-03-01' } } }],
    ['what the outcome does not rest on', stolen, { rulings: { 'art9.p2.i2.conjunction': 'both' } }],
    ['what is open', { leak: { occurred: true } }, { rulings: { [QUESTION]: 'any-loss' } }],
  ])('%s is none', (_what, incident, options) => {
    expect(linesOf(pageOf(assessed(incident, options))).join('')).not.toContain('项假设为前提');
  });
});
