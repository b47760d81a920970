import { thresholdsIn } from '../../explanation/ground.js';
import type { Lang } from '../../language.js';
import { EXPLAIN } from '../../messages/explain.js';
import { MEMO } from '../../messages/memo.js';
import { parseDuration } from '../../regulation/dates.js';
import type { Regulation, TermDefinition, TermValue } from '../../regulation/schema.js';
import { conditionText } from '../condition-text.js';

/** A value of a term in words: each of its measures, or its interval. */
export function termValueTexts(term: TermDefinition, value: TermValue, regulation: Regulation, lang: Lang): string[] {
  const interval = (every: string) => MEMO[lang].every(durationText(every, lang));
  return [
    ...Object.keys(term.thresholds ?? {}).flatMap((name) => {
      const number = value[name];
      return typeof number === 'number' ? [measureText(term, name, number, regulation, lang)] : [];
    }),
    ...(value.settles === undefined ? [] : [MEMO[lang].settles[value.settles]]),
    ...(value.every === undefined ? [] : [interval(value.every)]),
    ...(value.cases ?? []).map(({ when, every }) =>
      MEMO[lang].inCase(conditionText(when, regulation, lang), interval(every)),
    ),
  ];
}

/** What a number is held against: named where the term has several measures. */
function measureText(term: TermDefinition, name: string, number: number, { facts }: Regulation, lang: Lang): string {
  const leaves = thresholdsIn(term.condition ?? false).filter(({ threshold }) => threshold === name);
  const limit = leaves[0]
    ? EXPLAIN[lang].wanted[leaves[0].operator](EXPLAIN[lang].number(number, term.thresholds?.[name]?.unit)).trim()
    : String(number);
  const measured =
    Object.keys(term.thresholds ?? {}).length > 1 ? leaves.map(({ fact }) => facts[fact]?.label[lang] ?? fact) : [];
  return [measured.join(EXPLAIN[lang].or), limit].filter(Boolean).join(MEMO[lang].apart);
}

const PARTS = ['years', 'months', 'weeks', 'days'] as const;

/** `P1Y6M` in words. */
function durationText(text: string, lang: Lang): string {
  const duration = parseDuration(text) ?? {};
  return PARTS.flatMap((part) => {
    const n = duration[part];
    return n ? [MEMO[lang].durations[part](n)] : [];
  }).join(MEMO[lang].apart);
}
