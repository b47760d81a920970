import { AMENDMENT } from '../../../messages/amendment.js';
import { COMPARISON } from '../../../messages/comparison.js';
import { EXPLAIN } from '../../../messages/explain.js';
import { MEMO } from '../../../messages/memo.js';
import { REPORT } from '../../../messages/report.js';
import { statedIn } from '../../../model/fact-schema.js';
import type { Item, Line } from '../../../report/page.js';
import { statedText } from '../../../report/stated-text.js';
import { asOfText, whenText } from '../../../report/when.js';
import type { Case, DueChange, Telling, TellingCase } from '../result.js';
import type { Sides } from './change-items.js';
import { calledIn, dataText } from './data-text.js';

type Entry = { readonly [key: string]: unknown };

/** What is so in a case: facts, findings, what is on file, and the readings and values it is assessed by. */
function caseItems(shown: Case, { either, lang }: Sides): Item[] {
  const say = AMENDMENT[lang];
  const { labelled } = REPORT[lang];
  const { yes, no, byRuling, readAs } = EXPLAIN[lang];
  const { document, value, rulings, profile, asOf } = shown;
  const { units, systems, findings, evidence } = value as {
    readonly units?: readonly Entry[];
    readonly systems?: readonly Entry[];
    readonly findings?: { readonly [term: string]: boolean };
    readonly evidence?: readonly { readonly on: string }[];
  };
  // It is of one unit and one system.
  const unit = document === 'unit' ? value : units?.[0];
  const records = { incident: value, unit, concerned: unit, system: systems?.[0] };
  const facts = Object.entries(either.facts).flatMap(([id, fact]) => {
    const stated = statedIn(records[fact.of], id, fact.of);
    return stated === undefined ? [] : [labelled(fact.label[lang], statedText(stated, fact, either, lang))];
  });
  const found = Object.entries(findings ?? {}).map(([term, is]) =>
    labelled(say.finding(either.terms[term]?.label[lang] ?? term), is ? yes : no),
  );
  const done = (evidence ?? []).map(({ on }) => labelled(say.done, whenText(on, lang)));
  const ruled = Object.entries(rulings).map(([question, reading]) => {
    const { ask, readings } = either.questions[question] ?? {};
    return byRuling(readAs(ask?.[lang] ?? question, readings?.[reading]?.[lang] ?? reading));
  });
  const by = profile === undefined ? [] : [MEMO[lang].law.profile(either.profiles[profile]?.label[lang] ?? profile)];
  const all = [...facts, ...found, ...done, ...ruled, ...by, REPORT[lang].asOf(asOfText(asOf, lang))];
  return all.map((text) => ({ line: [text] }));
}

/** A provision by its name, and from which day on it is looked at. */
function headOf({ provision, label, from }: Pick<Telling, 'provision' | 'label' | 'from'>, { lang }: Sides): string {
  const { gap, inBrackets } = REPORT[lang];
  const since = from === undefined ? '' : inBrackets(AMENDMENT[lang].since(from, undefined));
  return `${provision}${gap}${label[lang]}${since}`;
}

/** How something comes out by both: in the words of whatever result it is. */
export function outcomesLine(before: string | undefined, after: string | undefined, { lang }: Sides): Line {
  const say = AMENDMENT[lang];
  const { status, obligation, response, truth, labelled, then } = REPORT[lang];
  const words: { readonly [outcome: string]: string } = {
    ...{ ...status, ...obligation, ...response, ...truth },
    none: say.noProvision,
  };
  const told = (outcome = '') =>
    ({ text: outcome === '' ? COMPARISON[lang].none : (words[outcome] ?? outcome), style: 'strong' }) as const;
  return [labelled(say.was, ''), told(before), `${then}${labelled(say.is, '')}`, told(after)];
}

/** A provision whose rule differs, with a case that tells the two apart, or how many were tried. */
export function tellingItem({ found, tried, ...named }: Telling, sides: Sides): Item {
  const inside = found
    ? [
        { line: outcomesLine(found.before, found.after, sides) },
        ...caseItems(found, sides),
        ...unknownItems(found, sides),
      ]
    : [{ line: [AMENDMENT[sides.lang].notFound(tried)] }];
  return { line: [headOf(named, sides)], items: inside };
}

/** Names in a case that one of them does not have, and is assessed without: they are called as the other calls them. */
function unknownItems({ unknown }: TellingCase, { before, after, lang }: Sides): Item[] {
  const { labelled, and, inBrackets } = REPORT[lang];
  const kinds = ['facts', 'terms', 'questions', 'provisions'] as const;
  return (['before', 'after'] as const).flatMap((side) => {
    const other = side === 'before' ? after : before;
    const names = (unknown?.[side] ?? []).map((name) => {
      const called = kinds.map((kind) => calledIn(other, kind, name, lang)).find((text) => text !== undefined);
      return called === undefined ? name : `${called}${inBrackets(name)}`;
    });
    return names.length === 0 ? [] : [{ line: [labelled(AMENDMENT[lang].unknown[side], names.join(and))] }];
  });
}

/** A duty that is owed in another rhythm or due at another time, with the example of that. */
export function dueItem({ rhythm, example, ...named }: DueChange, sides: Sides): Item {
  const { before, after, lang } = sides;
  const { labelled, and, due } = REPORT[lang];
  const { fromTo } = COMPARISON[lang];
  const times = (of: readonly { readonly at: string }[]) =>
    of.map(({ at }) => whenText(at, lang)).join(and) || AMENDMENT[lang].noDue;
  const owed = rhythm && [
    dataText(rhythm.before, 'rhythm', before, lang),
    dataText(rhythm.after, 'rhythm', after, lang),
  ];
  return {
    line: [headOf(named, sides)],
    items: [
      ...(owed ? [{ line: [labelled(AMENDMENT[lang].rhythm, fromTo(owed[0] ?? '', owed[1] ?? ''))] }] : []),
      ...(example ? [{ line: [labelled(due, fromTo(times(example.before), times(example.after)))] }] : []),
      ...(example ? caseItems(example, sides) : []),
    ],
  };
}
