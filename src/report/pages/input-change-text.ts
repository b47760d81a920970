import { isMapping } from '../../diagnostics/plain-data.js';
import type { Lang } from '../../language.js';
import { COMPARISON } from '../../messages/comparison.js';
import { EXPLAIN } from '../../messages/explain.js';
import { REPORT } from '../../messages/report.js';
import type { Policy } from '../../policy/create-policy.js';
import type { Names } from '../../policy/names.js';
import type { Comparison, InputChange } from '../../record/comparison.js';
import type { Regulation } from '../../regulation/schema.js';
import { rulingRows, valueRows } from '../memo/law-applied.js';
import { named } from '../named.js';
import type { Line } from '../page.js';
import { type Naming, personText } from '../persons.js';
import { statedText } from '../stated-text.js';
import { asOfText } from '../when.js';
import { registerText } from './register-change-text.js';

/** What was put in otherwise, in words: what it is, how it is now, and how it was. */
export function inputChangeIn(
  change: InputChange,
  { names }: Pick<Comparison, 'names'>,
  regulation: Regulation,
  naming: Naming,
): string {
  const { lang } = naming;
  const say = COMPARISON[lang];
  const { labelled, inBrackets } = REPORT[lang];
  const { kind, id, of, before, now } = change;
  if (kind === 'register') return registerText(change, regulation, lang);
  if (kind === 'rules' && isMapping(now)) return say.rules(String(now.version), String(now.digest));
  const nameOf = (subject: string) => (subject.startsWith('[') ? say.notKnown : named(names, subject));
  if (kind === 'party') return labelled(say.party, personText(id, naming));
  if (kind === 'unit' || kind === 'system') return labelled(say[kind], nameOf(id));
  const text = (value: unknown) => inputText(kind, id, value, regulation, lang);
  const about = of ? inBrackets(nameOf(Object.values(of)[0] ?? '')) : '';
  const label = `${labelOf(kind, id, regulation, lang)}${about}`;
  // What is taken back is told as it was, and nothing stands in its place.
  if (now === undefined) return labelled(label, text(before));
  return `${labelled(label, text(now))}${before === undefined ? '' : say.was(text(before))}`;
}

function labelOf(kind: InputChange['kind'], id: string, { facts, terms, questions }: Regulation, lang: Lang): string {
  if (kind === 'as-of') return COMPARISON[lang].asOf;
  if (kind === 'presume') return COMPARISON[lang].presume;
  if (kind === 'issue-date') return COMPARISON[lang].issueDate;
  return (kind === 'ruling' ? questions[id]?.ask : (kind === 'fact' ? facts[id] : terms[id])?.label)?.[lang] ?? id;
}

function inputText(kind: InputChange['kind'], id: string, value: unknown, regulation: Regulation, lang: Lang): string {
  const { yes, no, unknown } = EXPLAIN[lang];
  const fact = regulation.facts[id];
  if (value === null || value === undefined) return unknown;
  if (kind === 'fact' && fact) return statedText(value, fact, regulation, lang);
  if (kind === 'as-of' || kind === 'issue-date') return asOfText(String(value), lang);
  if (kind === 'presume') return COMPARISON[lang].presumed[value === true ? 'true' : 'false'];
  if (kind === 'ruling' || kind === 'value') return madeText(kind, id, value, regulation, lang);
  return value === true ? yes : value === false ? no : String(value);
}

/** Rulings on a question or values of a term, each with its time and its maker. */
function madeText(kind: 'ruling' | 'value', id: string, list: unknown, regulation: Regulation, lang: Lang): string {
  const { inBrackets, then } = REPORT[lang];
  const rows: readonly Line[][] =
    kind === 'ruling'
      ? rulingRows({ rulings: { [id]: list as Policy<Names>['rulings'][string] } }, regulation, lang)
      : valueRows({ terms: { [id]: list as Policy<Names>['terms'][string] } }, regulation, lang);
  const words = (line: Line | undefined) =>
    (line ?? []).map((part) => (typeof part === 'string' ? part : part.text)).join('');
  return rows
    .map(([, said, ...rest]) => {
      const more = rest.map(words).filter(Boolean).join(then);
      return `${words(said)}${more === '' ? '' : inBrackets(more)}`;
    })
    .join(then);
}
