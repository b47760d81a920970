import { ALLEGED, NOT_ALLEGED } from '../src/model/fact-values.js';
import { digestOf } from '../src/regulation/canonical.js';
import { passages } from '../src/regulation/citation.js';
import { inShort } from '../src/regulation/in-short.js';
import { callOf } from '../src/regulation/rhythm.js';
import type { FactDefinition, Provision, Regulation } from '../src/regulation/schema.js';
import { optionsOf } from '../src/regulation/vocabulary.js';
import { type Packed, unpacked } from '../src/regulation/words.js';

/** A regulation as the source of a TypeScript module: its data, and the names in it as types that editors complete. */
export function moduleOf(regulation: Regulation): string {
  const short = inOrder(inShort(regulation));
  const provisions = regulation.articles.flatMap((article) => article.provisions);
  const ids = (test: (provision: Provision) => unknown) => provisions.filter(test).map(({ id }) => id);
  return [
    '// Generated from the rule files. Edit those.',
    "import type { Regulation } from '../../src/regulation/schema.js';\nimport { markChecked } from '../../src/regulation/checked.js';\nimport { unpacked } from '../../src/regulation/words.js';\nimport type { Bounds, Parts } from '../../src/model/partial.js';\nimport type { WrittenInterval, WrittenTime } from '../../src/model/time.js';",
    `export type ProvisionId = ${union(ids(() => true))};`,
    `export type ObligationId = ${union(ids(({ kind }) => kind === 'duty'))};`,
    '/** The duties that an incident calls up: to report, to handle. */',
    `export type ResponseId = ${union(ids(callOf))};`,
    '/** The provisions on accountability. */',
    `export type AccountabilityId = ${union(ids(({ kind }) => kind === 'accountability'))};`,
    `export type QuestionId = ${union(Object.keys(regulation.questions))};`,
    `export type FactId = ${union(Object.keys(regulation.facts))};`,
    `export type TermId = ${union(Object.keys(regulation.terms))};`,
    `export type ProfileId = ${union(Object.keys(regulation.profiles))};`,
    `export type UnitKind = ${union(Object.keys(regulation.unitKinds))};`,
    `export type BodyId = ${union(Object.keys(regulation.bodies))};`,
    `export type AffiliationId = ${union(Object.keys(regulation.affiliations ?? {}))};`,
    `export type RoleId = ${union(Object.keys(regulation.roles))};`,
    `export interface Readings {\n${Object.entries(regulation.questions)
      .map(([id, { readings, ask }]) => `  /** ${ask.en} */\n  '${id}'?: ${union(Object.keys(readings))};`)
      .join('\n')}\n}`,
    `/** What happened, as far as it is known: a fact that is absent or null is unknown. */\nexport interface IncidentFacts ${facts(regulation, 'incident')}`,
    `/** What a unit is, as far as it is known. */\nexport interface UnitFacts ${facts(regulation, 'unit')}`,
    `/** What a system is to a unit, as far as it is known. */\nexport interface SystemFacts ${facts(regulation, 'system')}`,
    `/** What a unit is in an incident, as far as it is known. */\nexport interface ConcernedFacts ${facts(regulation, 'concerned')}`,
    '/** The shipped regulation as data. The English of its articles is `glosses` of `zerenzhi/report`; its ledger stands in the rule files alone. */',
    `export const regulation = /* @__PURE__ */ markChecked(/* @__PURE__ */ unpacked<Regulation>(${dataOf(short)}), '${digestOf(short)}');`,
    '',
  ].join('\n\n');
}

/**
 * The same data with the ledger and our English of the articles, and the English by place, as modules of JavaScript: for
 * a program that lays out the whole of the rules.
 */
export const wholeModuleOf = (regulation: Regulation): string =>
  [
    "import { markChecked } from '../../src/regulation/checked.js';",
    "import { unpacked } from '../../src/regulation/words.js';",
    `export const regulation = markChecked(unpacked(${dataOf(inOrder(regulation))}), '${digestOf(inShort(regulation))}');`,
  ].join('\n');
export const GLOSSES_OF_WHOLE = [
  "import { passages } from '../../src/regulation/citation.js';",
  "import { regulation } from './regulation.js';",
  'const english = regulation.articles.flatMap(passages).map(({ place, gloss }) => [place, gloss]);',
  'export const glosses = Object.fromEntries(english);',
].join('\n');

// Strings that are parsed cost a program that starts less than a literal of this size.
const dataOf = (regulation: Regulation): string => JSON.stringify(packed(regulation), undefined, 2);

/** In this order like stands closest to like, and compresses best. */
function inOrder({ terms, profiles, articles, facts, questions, ...head }: Regulation): Regulation {
  return { ...head, terms, profiles, articles, facts, questions };
}

function packed(data: object): Packed {
  const words: { zh: string[]; en: string[] } = { zh: [], en: [] };
  const structure = JSON.stringify(data, (key, value) => {
    if (typeof value !== 'string' || !(key === 'en' || /\p{Script=Han}/u.test(value))) return value;
    words[key === 'en' ? 'en' : 'zh'].push(value);
    return '';
  });
  const result = { structure, zh: words.zh.join('\n'), en: words.en.join('\n') };
  if (JSON.stringify(unpacked(result)) !== JSON.stringify(data))
    throw new Error('packed data that does not come out as it went in');
  return result;
}

/** Our English of the articles as the source of a module of its own, by place. */
export function glossModuleOf(regulation: Regulation): string {
  const glosses = Object.fromEntries(
    regulation.articles.flatMap((article) => passages(article).map(({ place, gloss }) => [place, gloss])),
  );
  return [
    '// Generated from the rule files. Edit those.',
    '/** Our English of the shipped articles by place, for example `9.2.1`. It has no force. */',
    `export const glosses: { readonly [place: string]: string } = ${JSON.stringify(glosses)};`,
    '',
  ].join('\n\n');
}

const union = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(' | ') || 'never';

interface Tree {
  [key: string]: Tree | { fact: FactDefinition };
}

function facts(regulation: Regulation, of: FactDefinition['of']): string {
  const tree: Tree = {};
  for (const [id, fact] of Object.entries(regulation.facts)) {
    if (fact.of !== of || fact.derive) continue;
    const path = id.split('.').slice(of === 'incident' ? 0 : 1);
    const leaf = path.pop() as string;
    let at = tree;
    for (const key of path) {
      at[key] ??= {};
      at = at[key] as Tree;
    }
    at[leaf] = { fact };
  }
  return print(tree, regulation, '');
}

function print(tree: Tree, regulation: Regulation, indent: string): string {
  const lines = Object.entries(tree).map(([key, part]) => {
    const inner = `${indent}  `;
    if (!('fact' in part)) return `${inner}'${key}'?: ${print(part as Tree, regulation, inner)} | null;`;
    const { fact } = part as { fact: FactDefinition };
    const unit = fact.unit
      ? ` Unit: ${fact.unit}.`
      : fact.type === 'instant'
        ? ' A moment, a day, a month, a year, or between two.'
        : '';
    return `${inner}/** ${fact.label.zh} ${fact.label.en}.${unit} */\n${inner}'${key}'?: ${typeOf(fact, regulation)} | null;`;
  });
  return `{\n${lines.join('\n')}\n${indent}}`;
}

function typeOf(fact: FactDefinition, regulation: Regulation): string {
  const options = union(optionsOf(regulation, fact));
  const boolean = fact.alleged ? `boolean | '${ALLEGED}' | '${NOT_ALLEGED}'` : 'boolean';
  const instant = fact.lasts ? 'WrittenTime' : 'WrittenInterval';
  const set = `readonly (${options})[] | Parts<${options}>`;
  return { boolean, number: 'number | Bounds', instant, enum: options, set }[fact.type];
}
