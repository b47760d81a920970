import { isMapping } from '../../../diagnostics/plain-data.js';
import { type Bilingual, both, type Lang } from '../../../language.js';
import type { Condition } from '../../../logic/condition.js';
import { PARTY } from '../../../messages/chain.js';
import { EXPLAIN, unitText } from '../../../messages/explain.js';
import { REPORT } from '../../../messages/report.js';
import { KEYS, VALUES } from '../../../messages/rule-keys.js';
import { FIELDS, type Words } from '../../../messages/rule-parts.js';
import { versionsOf } from '../../../regulation/editions.js';
import type { Regulation } from '../../../regulation/schema.js';
import { conditionText } from '../../../report/condition-text.js';
import { isBilingual } from '../entries.js';
import { labelOf } from '../telling.js';

/** Of what a regulation has names, and the keys of rule files under which they stand. */
const NAMED = {
  bearers: ['bearer', 'breachOf', 'other', 'among', 'holder'],
  bodies: ['holder', 'body', 'seat', 'to', 'by', 'settledBy', 'interpreter'],
  parties: ['by', 'settledBy', 'interpreter'],
  roles: ['roles'],
  affiliations: ['affiliations'],
  facts: ['governedBy', 'began', 'since', 'until', 'upTo', 'status', 'at', 'by', 'notBefore', 'timeOf', 'otherwise'],
  terms: ['every'],
  questions: ['question', 'questions', 'several'],
  consequences: ['then', 'follows'],
  provisions: ['duties', 'provision', 'commencement', 'unless'],
  steps: ['trace'],
} as const;
type Kind = keyof typeof NAMED;
const STEPS: { readonly [step: string]: Bilingual } = { party: PARTY, unit: both((lang) => REPORT[lang].unit) };

/** What a name of some kind is called, where the regulation has it: by the latest version of its article. */
export function calledIn(regulation: Regulation, kind: Kind, name: string, lang: Lang): string | undefined {
  const articles = [...versionsOf(regulation).values()].flat().map(({ article }) => article);
  const provisions = articles.flatMap((article) => article.provisions);
  const label = (): Bilingual | undefined => {
    switch (kind) {
      case 'questions':
        return regulation.questions[name]?.ask;
      case 'consequences':
        return articles.flatMap(({ consequences = {} }) => consequences[name]?.label ?? []).at(-1);
      case 'provisions':
        return provisions.flatMap((each) => (each.id === name ? labelOf(each) : [])).at(-1);
      case 'steps':
        // The posts that the text designates are called as it calls them.
        return (
          STEPS[name] ??
          provisions
            .filter((each) => each.kind === 'designation')
            .filter(({ post }) => post && `${post.level}-${post.capacity}` === name)
            .at(-1)?.label
        );
      default:
        return regulation[kind]?.[name]?.label;
    }
  };
  return label()?.[lang];
}

export const wordIn = (words: Words, word: string, lang: Lang): string | undefined =>
  Object.hasOwn(words, word) ? words[word]?.[lang === 'zh' ? 0 : 1] : undefined;

/** A key of rule files as people call it. */
export const keyText = (key: string, lang: Lang): string => wordIn(FIELDS, key, lang) ?? wordIn(KEYS, key, lang) ?? key;

/** A name by what it is called, and a word of the rule files by what it means; whatever else stands for itself. */
function nameText(name: string, key: string, regulation: Regulation, lang: Lang): string {
  const kinds = (Object.keys(NAMED) as Kind[]).filter((kind) => (NAMED[kind] as readonly string[]).includes(key));
  if (key === 'unit') return unitText(name, lang);
  const called = kinds.map((kind) => calledIn(regulation, kind, name, lang)).find((text) => text !== undefined);
  return called ?? wordIn(VALUES, name, lang) ?? name;
}

/** Under these keys authors give names of their own. */
const OWN_NAMES: readonly string[] = ['thresholds', 'options', 'readings'];
const CONDITIONS: readonly string[] = ['when', 'standard', 'condition', 'needs', 'suffices'];

/** What stands under a key of rule files, in one line: names in it by what they are called. */
export function dataText(value: unknown, key: string, regulation: Regulation, lang: Lang): string {
  const { labelled, and, then } = REPORT[lang];
  const { quoted, yes, no } = EXPLAIN[lang];
  const textOf = (part: unknown, of: string) => dataText(part, of, regulation, lang);
  if (value === undefined) return '';
  if (CONDITIONS.includes(key) && (isMapping(value) || typeof value === 'boolean'))
    return conditionText(value as Condition, regulation, lang);
  if (typeof value === 'boolean') return value ? yes : no;
  if (isBilingual(value)) return value[lang];
  if (Array.isArray(value)) {
    const texts = value.map((part) =>
      isMapping(part) && value.length > 1 ? quoted(textOf(part, key)) : textOf(part, key),
    );
    return texts.join(and);
  }
  if (!isMapping(value)) return nameText(String(value), key, regulation, lang);
  const asked = regulation.questions[String(value.question ?? value.several)];
  const called = (name: string): string => {
    if (key === 'unless') return nameText(name, key, regulation, lang);
    return OWN_NAMES.includes(key) ? name : keyText(name, lang);
  };
  const parts = Object.entries(value).flatMap(([name, part]) => {
    // Each reading comes to what stands under the key that asks.
    if (name === 'readings' && asked && isMapping(part))
      return Object.entries(part).map(([reading, of]) =>
        labelled(asked.readings[reading]?.[lang] ?? reading, textOf(of, key)),
      );
    const text = textOf(part, key === 'unless' ? 'when' : name);
    return [labelled(called(name), isMapping(part) && !CONDITIONS.includes(name) ? quoted(text) : text)];
  });
  return parts.join(then);
}
