import type { Lang } from '../../../language.js';
import { AMENDMENT } from '../../../messages/amendment.js';
import { REPORT } from '../../../messages/report.js';
import { SECTIONS } from '../../../messages/rule-parts.js';
import { formatPlace } from '../../../regulation/citation.js';
import type { Regulation } from '../../../regulation/schema.js';
import type { Item, Line, Run } from '../../../report/page.js';
import type { EntryChange, FieldChange, ReviewPoint, Segment, TextChange } from '../result.js';
import { changedWords } from '../words.js';
import { dataText, keyText, wordIn } from './data-text.js';

/** The two regulations that are held against each other, what either of them has, and the language of the page. */
export interface Sides {
  readonly before: Regulation;
  readonly after: Regulation;
  readonly either: Regulation;
  readonly lang: Lang;
}

const runsOf = (segments: readonly Segment[], lang?: Lang): Run[] =>
  segments.map(({ change, words }) => ({
    text: words,
    ...(change !== 'same' && { change }),
    ...(lang && { lang }),
  }));

/** A passage whose words differ. */
export function textItem({ place, was, change, words }: TextChange, { lang }: Sides): Item {
  const say = AMENDMENT[lang];
  const { inBrackets, labelled } = REPORT[lang];
  const formerly = was === undefined ? '' : say.formerly(formatPlace(was, lang));
  const kind = change === 'changed' ? '' : inBrackets(say.change[change]);
  return { line: [labelled(`${formatPlace(place, lang)}${formerly}${kind}`, ''), ...runsOf(words, 'zh')] };
}

const sectionText = (section: string, lang: Lang): string => wordIn(SECTIONS, section, lang) ?? section;

/** Something that is added, gone or changed, with what of it is not the same. */
export function entryItem({ section, id, label, change, fields }: EntryChange, sides: Sides): Item {
  const { lang } = sides;
  const { gap } = REPORT[lang];
  const head = [sectionText(section, lang), id, label?.[lang] ?? ''].filter(Boolean);
  return {
    line: [{ text: AMENDMENT[lang].change[change], style: 'strong' }, `${gap}${head.join(gap)}`],
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
const WITH_CONDITIONS = ['when', 'standard', 'condition', 'floors', 'limbs'];

function fieldLine({ field, before, after }: FieldChange, sides: Sides): Line {
  const { lang } = sides;
  const [one, other] = [dataText(before, field, sides.before, lang), dataText(after, field, sides.after, lang)];
  const words = WITH_CONDITIONS.includes(field) ? changedWords(one, other, inParts) : changedWords(one, other);
  return [REPORT[lang].labelled(fieldText(field, lang), ''), ...runsOf(words)];
}

/** A condition, parted at the signs between its parts. */
const inParts = (text: string): string[] => text.split(/(?<=[（）；：();:])/);

/** A field as people call it; of a language, with which; of a reading, with what that is. */
function fieldText(field: string, lang: Lang, readings: { readonly [reading: string]: string } = {}): string {
  const { inBrackets } = REPORT[lang];
  const [, name = field, of] = /^(.+)\.(zh|en)$/.exec(field) ?? [];
  const [first = '', ...rest] = name.split('.');
  const part = rest.join('.');
  const inside = part === '' ? '' : first === 'readings' ? inBrackets(readings[part] ?? part) : `.${part}`;
  return `${keyText(first, lang)}${inside}${of ? inBrackets(AMENDMENT[lang].languages[of as Lang]) : ''}`;
}

/** Something that stayed as it was, with what changed. */
export function reviewItem({ section, id, field, text, because }: ReviewPoint, { either, lang }: Sides): Item {
  const { gap, and, inBrackets, labelled } = REPORT[lang];
  const what = section === 'text' ? formatPlace(id, lang) : id;
  const readings = section === 'questions' ? (either.questions[id]?.readings ?? {}) : {};
  const called = Object.fromEntries(Object.entries(readings).map(([reading, label]) => [reading, label[lang]]));
  const head = [sectionText(section, lang), what, fieldText(field, lang, called)].join(gap);
  const changed = because.map((each) => fieldText(each, lang)).join(and);
  const told = `${head}${inBrackets(AMENDMENT[lang].because(changed))}`;
  return { line: [text === '' ? told : labelled(told, text)] };
}
