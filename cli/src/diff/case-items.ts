import type { Regulation } from 'zerenzhi';
import type { Case } from 'zerenzhi/authoring';
import { type Item, visible } from 'zerenzhi/report';
import { DIFF } from '../messages/diff.js';
import type { Lang } from '../messages.js';
import { valueText } from './value-text.js';

/** What is so in a case: facts, findings, what is on file, and the readings and values it is assessed by. */
export function caseItems(shown: Case, regulation: Regulation, lang: Lang): Item[] {
  const say = DIFF[lang];
  const { value, rulings, profile, asOf } = shown;
  const facts = Object.entries(regulation.facts).flatMap(([id, { of, label }]) => {
    const stated = statedIn(shown, id, of);
    return stated === undefined ? [] : [`${label[lang]}${say.colon}${valueText(stated, id, regulation, lang)}`];
  });
  const { findings = {}, evidence = [] } = value as {
    readonly findings?: Readonly<Record<string, boolean>>;
    readonly evidence?: readonly { readonly on: string }[];
  };
  const found = Object.entries(findings).map(
    ([term, is]) => `${say.finding(regulation.terms[term]?.label[lang] ?? term)}${say.colon}${is ? say.yes : say.no}`,
  );
  const done = evidence.map(({ on }) => `${say.done}${say.colon}${on}`);
  const ruled = Object.entries(rulings).map(([question, reading]) => {
    const { words, readings } = regulation.questions[question] ?? {};
    return `${say.ruling(words ?? question)}${say.colon}${readings?.[reading]?.[lang] ?? reading}`;
  });
  const by = profile === undefined ? [] : [`${say.profile}${say.colon}${regulation.profiles[profile]?.label[lang]}`];
  return [...facts, ...found, ...done, ...ruled, ...by, say.asOf(asOf)].map((text) => ({ line: [visible(text)] }));
}

/** What a document of one unit and one system says of a fact. */
function statedIn({ document, value }: Case, fact: string, of: Regulation['facts'][string]['of']): unknown {
  const { units, systems } = value as { readonly units?: readonly object[]; readonly systems?: readonly object[] };
  const keys = fact.split('.').slice(of === 'incident' ? 0 : 1);
  const record = of === 'incident' ? value : of === 'system' ? systems?.[0] : document === 'unit' ? value : units?.[0];
  return keys.reduce<unknown>((at, key) => (at as Readonly<Record<string, unknown>> | undefined)?.[key], record);
}
