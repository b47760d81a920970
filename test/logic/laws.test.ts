import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluateReason, type Reason, regulation } from '../../src/index.js';
import { nodesIn } from '../../src/logic/formula.js';
import { openInputs } from '../../src/logic/open-points.js';
import { nameOf } from '../../src/logic/truth.js';
import { passages } from '../../src/regulation/citation.js';
import { domain, fullSetting, ITEMS, inputFor, lessThan, ruleFor, type Setting } from '../support/provisions.js';
import { sized } from '../support/size.js';

const verdict = (item: (typeof ITEMS)[number], setting: Setting) =>
  nameOf(ruleFor(regulation, item, setting).truth(inputFor(regulation, setting)));
const reasonOf = (item: (typeof ITEMS)[number], setting: Setting) =>
  ruleFor(regulation, item, setting).reason(inputFor(regulation, setting));
const texts = new Map(
  regulation.articles.flatMap((article) => passages(article).map(({ place, text }) => [place, text])),
);

describe.each(ITEMS)('$name', (item) => {
  const partial = fullSetting(regulation, item).chain((full) => fc.tuple(fc.constant(full), lessThan(full)));

  test('law 1: more knowledge never turns met into unmet or back', () => {
    fc.assert(
      fc.property(partial, ([full, less]) => {
        const before = verdict(item, less);
        if (before !== 'undetermined') expect(verdict(item, full)).toBe(before);
      }),
      { numRuns: sized(40, 200) },
    );
  });

  test('law 2: what is undetermined can still become met and can still become unmet', () => {
    fc.assert(
      fc.property(partial, ([, less]) => {
        if (verdict(item, less) !== 'undetermined') return;
        expect(openInputs(reasonOf(item, less)).length).toBeGreaterThan(0);
        for (const goal of ['met', 'unmet']) expect(canBecome(item, less, goal), goal).toBe(true);
      }),
      { numRuns: sized(15, 60) },
    );
  });

  test('law 4: a reason worked out from its leaves gives its verdict, and its quotes stand in the text', () => {
    fc.assert(
      fc.property(partial, ([, less]) => {
        const reason = reasonOf(item, less);
        expect(reason.truth).toBe(verdict(item, less));
        for (const node of nodesIn(JSON.parse(JSON.stringify(reason)) as Reason)) {
          expect(evaluateReason(node)).toBe(node.truth);
          if ('citation' in node && node.citation)
            expect(texts.get(node.citation.place)).toContain(node.citation.quote);
        }
      }),
      { numRuns: sized(15, 60) },
    );
  });
});

/** Whether some way of settling the open inputs, one after the other, leads to a goal. */
function canBecome(item: (typeof ITEMS)[number], setting: Setting, goal: string, depth = 0): boolean {
  const reason = reasonOf(item, setting);
  if (reason.truth !== 'undetermined') return reason.truth === goal;
  const [input] = openInputs(reason);
  if (!input || depth > 40) return false;
  return completions(setting, input).some((next) => canBecome(item, next, goal, depth + 1));
}

function completions(setting: Setting, { kind, id }: { kind: string; id: string }): Setting[] {
  if (kind === 'term')
    return [true, false].map((found) => ({ ...setting, findings: { ...setting.findings, [id]: found } }));
  if (kind === 'ruling')
    return Object.keys(regulation.questions[id]?.readings ?? {}).map((reading) => ({
      ...setting,
      rulings: { ...setting.rulings, [id]: reading },
    }));
  const known = setting.values[id];
  const fits = domain(regulation, id).filter((value) => {
    if (typeof known !== 'object' || Array.isArray(known)) return true;
    if ('atLeast' in known)
      return Number(value) >= known.atLeast && Number(value) <= (known.atMost ?? Number.POSITIVE_INFINITY);
    return !('has' in known) || known.has.every((member) => (value as string[]).includes(member));
  });
  return fits.map((value) => ({ ...setting, values: { ...setting.values, [id]: value } }));
}

test('every provision that can be met or not is among those tested', () => {
  const ids = [...readFileSync('rules/articles/09.yaml', 'utf8').matchAll(/^ {2}- id: (art9.*)/gm)].map(([, id]) => id);
  const tested = new Set<string | undefined>(ITEMS.map(({ provision }) => provision.id));
  // What follows from others has no condition of its own.
  expect(ids.filter((id) => !tested.has(id))).toEqual(['art9.p2.trace']);
  const limbs = new Set(ITEMS.map(({ name }) => name).filter((name) => name.includes(' limb ')));
  expect(limbs).toEqual(new Set(['art9.p2.i5 limb 2', 'art9.p2.i5 limb 3', 'art9.p2.i6 limb 2']));
});
