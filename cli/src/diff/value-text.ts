import type { Bilingual, Regulation } from 'zerenzhi';
import { DIFF } from '../messages/diff.js';
import type { Lang } from '../messages.js';

/** A value of a fact as people say it. */
export function valueText(value: unknown, fact: string, regulation: Regulation, lang: Lang): string {
  const say = DIFF[lang];
  if (Array.isArray(value))
    return value.map((each) => valueText(each, fact, regulation, lang)).join(say.and) || say.none;
  if (typeof value === 'boolean') return value ? say.yes : say.no;
  const { options = {} } = regulation.facts[fact] ?? {};
  const listed = typeof options === 'string' ? regulation[options] : options;
  const option = (listed as Readonly<Record<string, object>>)[String(value)];
  const label = option && ('label' in option ? option.label : option);
  return (label as { readonly [lang in Lang]: string } | undefined)?.[lang] ?? String(value);
}

/** Data in one line, names in it by what they are called. */
export function plainText(value: unknown, regulation: Regulation, lang: Lang): string {
  const say = DIFF[lang];
  if (Array.isArray(value)) return value.map((each) => plainText(each, regulation, lang)).join(say.and);
  if (typeof value !== 'object' || value === null) return calledIn(regulation, String(value ?? ''), lang);
  const { zh, en } = value as { readonly zh?: unknown; readonly en?: unknown };
  if (typeof zh === 'string' && typeof en === 'string') return lang === 'zh' ? zh : en;
  return Object.entries(value)
    .map(([key, inner]) => {
      const text = plainText(inner, regulation, lang);
      return `${say.values[key] ?? key}${say.colon}${typeof inner === 'object' ? say.quoted(text) : text}`;
    })
    .join(say.then);
}

/** What a name of whatever kind is called. */
function calledIn(regulation: Regulation, name: string, lang: Lang): string {
  const { articles, facts, terms, bearers, bodies, roles, parties = {}, unitKinds, questions } = regulation;
  const ofArticles = articles.flatMap(({ consequences = {}, provisions }) => [
    consequences,
    Object.fromEntries(provisions.map((each) => [each.id, { label: each.kind === 'duty' ? each.action : each.label }])),
  ]);
  const called: readonly { readonly [name: string]: { readonly label: Bilingual } }[] = [
    facts,
    terms,
    bearers,
    bodies,
    roles,
    parties,
    unitKinds,
    Object.fromEntries(Object.entries(questions).map(([id, { ask }]) => [id, { label: ask }])),
    ...ofArticles,
  ];
  const named = called.find((all) => Object.hasOwn(all, name));
  return named?.[name]?.label[lang] ?? DIFF[lang].values[name] ?? name;
}
