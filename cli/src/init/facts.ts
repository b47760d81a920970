import { FORMAT, regulation } from 'zerenzhi';
import { INIT } from '../messages/init.js';
import { TABLE } from '../messages/table.js';
import type { Lang } from '../messages.js';
import { allegationsOf, type Fact, optionsOf } from '../rule-words.js';
import { described, indented, optionList, setting } from './lines.js';

/** Every fact of one kind as a key, those under one name together. */
export function factLines(of: Fact['of'], lang: Lang): string[] {
  const facts = Object.entries(regulation.facts).filter(([, fact]) => fact.of === of && !fact.derive);
  const groups = new Map<string, string[]>();
  for (const [name, fact] of facts) {
    const [group = '', key] = of === 'incident' ? name.split(/\.(.*)/) : [name, name.split(/\.(.*)/)[1]];
    const lines = factLine(key ?? group, fact, lang);
    if (of !== 'incident' || key === undefined) groups.set(name, lines);
    else groups.set(group, [...(groups.get(group) ?? [`#${group}:`]), ...indented(lines)]);
  }
  return [...groups.values()].flat();
}

function factLine(key: string, fact: Fact, lang: Lang): string[] {
  const say = INIT[lang];
  const { label, ask, absent } = fact;
  return setting(
    key,
    `${label[lang]}${ask ? `${say.colon}${ask[lang]}` : ''}`,
    say.fill(valuesOf(fact, lang)),
    absent ? say.presumed(presumedText(absent.presumed, lang), absent.because[lang]) : say.silent,
  );
}

/** As it would be typed; none of a set in words, since nobody has to type it. */
const presumedText = (value: unknown, lang: Lang): string =>
  Array.isArray(value) && value.length === 0 ? INIT[lang].none : JSON.stringify(value);

function valuesOf(fact: Fact, lang: Lang): string {
  const say = INIT[lang];
  switch (fact.type) {
    case 'boolean':
      return [`true ${TABLE[lang].yes}`, `false ${TABLE[lang].no}`, optionList(allegationsOf(fact), lang)]
        .filter(Boolean)
        .join(say.list);
    case 'number':
      return say.number;
    case 'enum':
      return optionList(optionsOf(fact), lang);
    case 'set':
      return say.set(optionList(optionsOf(fact), lang));
    case 'instant':
      return fact.deadline ? say.deadline : `${say.time}${fact.lasts ? say.lasting : ''}`;
  }
}

/** What a person may find on every term. */
export function findingLines(lang: Lang): string[] {
  const say = INIT[lang];
  const values = say.fill([`true ${TABLE[lang].yes}`, `false ${TABLE[lang].no}`].join(say.list));
  const terms = Object.entries(regulation.terms).flatMap(([term, { label, ask }]) =>
    setting(term, `${label[lang]}${say.colon}${ask[lang]}`, values, say.silent),
  );
  return [...described(say.findings), '#findings:', ...indented(terms)];
}

/** What every document begins with. */
export const headLines = (of: keyof (typeof INIT)['zh']['head'], lang: Lang): string[] => [
  ...described(INIT[lang].head[of], ...INIT[lang].how),
  `format: ${FORMAT}`,
];
