import { type Condition, formatPlace, type Regulation } from 'zerenzhi';
import { changedWords, type EntryChange, type FieldChange, type Segment, type TextChange } from 'zerenzhi/authoring';
import { type Item, type Run, visible } from 'zerenzhi/report';
import { DIFF } from '../messages/diff.js';
import type { Lang } from '../messages.js';
import { conditionText } from './condition-text.js';
import { plainText } from './value-text.js';

/** The two regulations that are held against each other, and the language that is spoken. */
export interface Sides {
  readonly before: Regulation;
  readonly after: Regulation;
  readonly lang: Lang;
}

export const runsOf = (segments: readonly Segment[], lang?: Lang): Run[] =>
  segments.map(({ change, words }) => ({
    text: visible(words),
    ...(change !== 'same' && { change }),
    ...(lang && { lang }),
  }));

/** A passage whose words differ. */
export function textItem({ place, was, change, words }: TextChange, lang: Lang): Item {
  const say = DIFF[lang];
  const formerly = was === undefined ? '' : say.formerly(formatPlace(was, lang));
  const kind = change === 'changed' ? '' : say.inBrackets(say.change[change]);
  return { line: [`${formatPlace(place, lang)}${formerly}${kind}${say.colon}`, ...runsOf(words, 'zh')] };
}

/** Something that is added, gone or changed, with what of it is not the same. */
export function entryItem({ section, id, label, change, fields }: EntryChange, sides: Sides): Item {
  const { lang } = sides;
  const say = DIFF[lang];
  const head = [say.sections[section] ?? section, visible(id), visible(label?.[lang] ?? '')].filter(Boolean);
  return {
    line: [{ text: say.change[change], style: 'strong' }, `${say.gap}${head.join(say.gap)}`],
    items: fields
      .filter(({ field }) => change === 'changed' || isRule(section, field))
      .map((field) => ({ line: fieldLine(field, sides) })),
  };
}

/** What is said of what is added or gone: its rule. */
const isRule = (section: string, field: string): boolean => OF_RULES.includes(section) && SAID_WHOLE.includes(field);
const OF_RULES = ['provisions', 'conditions', 'consequences', 'terms'];
const SAID_WHOLE = [
  ...['quote', 'bearer', 'holder', 'when', 'standard', 'limbs', 'rhythm', 'then', 'trace'],
  ...['words', 'condition', 'floors', 'thresholds'],
];

function fieldLine({ field, before, after }: FieldChange, sides: Sides): (string | Run)[] {
  const { lang } = sides;
  const say = DIFF[lang];
  const [one, other] = [textOf(field, before, sides.before, lang), textOf(field, after, sides.after, lang)];
  return [
    `${fieldName(field, lang)}${say.colon}`,
    ...runsOf(RULES.includes(field) ? changedWords(one, other, inParts) : changedWords(one, other)),
  ];
}

/** A condition in its parts: a leaf stays whole. */
const inParts = (text: string): string[] => text.split(/(?<=[（）；：();:])/);

/** A field as people call it; of a language, with which. */
export function fieldName(field: string, lang: Lang): string {
  const { fields, languages, inBrackets } = DIFF[lang];
  const [, name = field, of = ''] = /^(.+)\.(zh|en)$/.exec(field) ?? [];
  const [first = '', ...rest] = name.split('.');
  const called = [fields[first] ?? first, ...rest].join('.');
  return of === '' ? called : `${called}${inBrackets(languages[of] ?? of)}`;
}

const CONDITIONS = ['when', 'standard', 'condition'];
const RULES = [...CONDITIONS, 'floors', 'limbs'];

function textOf(field: string, value: unknown, regulation: Regulation, lang: Lang): string {
  const say = DIFF[lang];
  if (value === undefined) return '';
  if (CONDITIONS.includes(field)) return conditionText(value as Condition, regulation, lang);
  if (field === 'floors')
    return Object.entries(value as Readonly<Record<string, Condition>>)
      .map(([name, part]) => `${name}${say.colon}${conditionText(part, regulation, lang)}`)
      .join(say.then);
  if (field === 'limbs')
    return (value as readonly { readonly governedBy: unknown; readonly when: Condition }[])
      .map(
        (limb) =>
          `${conditionText(limb.when, regulation, lang)}${say.inBrackets(plainText(limb.governedBy, regulation, lang))}`,
      )
      .join(say.then);
  return plainText(value, regulation, lang);
}
