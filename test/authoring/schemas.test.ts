import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import {
  checkFolder,
  loadRegulation,
  type RuleFile,
  type RuleSchemas,
  ruleSchemasOf,
} from '../../src/authoring/index.js';
import { ZerenzhiError } from '../../src/diagnostics/diagnostics.js';
import { KEYS, VALUES } from '../../src/messages/rule-keys.js';
import { amendedFolder } from '../support/amended.js';
import { workspace } from '../support/command.js';

// The schemas of a folder's rule files take its files, refuse what the check refuses of a single file, and have every
// name with what it is called.

const ajv = new Ajv.default({ strict: true, strictRequired: false, strictTypes: false });
const validatorsOf = (schemas: RuleSchemas) =>
  Object.fromEntries(Object.entries(schemas).map(([file, schema]) => [file, ajv.compile(schema)])) as {
    [file in RuleFile]: ReturnType<typeof ajv.compile>;
  };
const kindOf = (file: string): RuleFile =>
  (file.startsWith('articles/')
    ? 'article'
    : file.startsWith('profiles/')
      ? 'profile'
      : file.replace('.yaml', '')) as RuleFile;
const inFolder = (folder: string, sub: string): string[] =>
  readdirSync(join(folder, sub))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => join(sub, name));
const read = (folder: string, file: string) => parse(readFileSync(join(folder, file), 'utf8'), { merge: true });

const SECOND = 'test/second-regulation';
const amended = amendedFolder();
const FOLDERS = { rules: 'rules', 'the second regulation': SECOND, 'the amended rules': amended };

describe.each(Object.entries(FOLDERS))('of %s', (_, folder) => {
  const validators = validatorsOf(ruleSchemasOf(folder));
  const profiles = readdirSync(folder).includes('profiles') ? inFolder(folder, 'profiles') : [];
  test.each([
    ...['regulation.yaml', 'facts.yaml', 'terms.yaml', 'questions.yaml'],
    ...profiles,
    ...inFolder(folder, 'articles'),
  ])('%s', (file) => {
    const validate = validators[kindOf(file)];
    validate(read(folder, file));
    expect(validate.errors ?? []).toEqual([]);
  });

  test('they are the same of the folder and of the regulation in it', () => {
    expect(ruleSchemasOf(loadRegulation(folder))).toEqual(ruleSchemasOf(folder));
  });
});

describe('what is refused', () => {
  const validators = validatorsOf(ruleSchemasOf('rules'));
  const SLIPS: readonly [what: string, file: string, from: string, to: string][] = [
    ['a fact that there is not', 'articles/09.yaml', 'fact: unit.kind,', 'fact: unit.kinds,'],
    [
      'a time as what is asked',
      'articles/09.yaml',
      'fact: unit.kind, operator: in,',
      'fact: occurredAt, operator: in,',
    ],
    [
      'an operator of numbers',
      'articles/09.yaml',
      'fact: unit.kind, operator: in,',
      'fact: unit.kind, operator: lessThan,',
    ],
    [
      'one value where there is to be a list',
      'articles/09.yaml',
      'value: [department, college, centre, second-level]',
      'value: college',
    ],
    [
      'a list where there is to be one value',
      'articles/09.yaml',
      'fact: concerned.part, operator: equal, value: true',
      'fact: concerned.part, operator: equal, value: [true]',
    ],
    [
      'an option that there is not',
      'articles/09.yaml',
      'value: [department, college,',
      'value: [department, colleges,',
    ],
    [
      'a text for yes or no',
      'articles/09.yaml',
      'fact: concerned.part, operator: equal, value: true',
      "fact: concerned.part, operator: equal, value: 'true'",
    ],
    [
      'a reading that there is not',
      'articles/09.yaml',
      'readings: { third-limb: true, all:',
      'readings: { third-limbs: true, all:',
    ],
    [
      'a reading left out',
      'articles/09.yaml',
      'readings: { websites: { fact: target.kind, operator: equal, value: website }, platforms-too: true }',
      'readings: { platforms-too: true }',
    ],
    ['a term that there is not', 'articles/09.yaml', 'term: prolonged-outage', 'term: long-outage'],
    [
      'a question that there is not',
      'articles/09.yaml',
      'question: art9.p2.incident\n',
      'question: art9.p2.incidents\n',
    ],
    ['a condition that there is not', 'articles/09.yaml', 'condition: concerned }', 'condition: concern }'],
    [
      'two conditions in one',
      'articles/09.yaml',
      '{ term: prolonged-outage,',
      '{ term: prolonged-outage, fact: unit.kind,',
    ],
    [
      'a threshold outside a term',
      'articles/09.yaml',
      'fact: concerned.part, operator: equal, value: true',
      'fact: concerned.part, operator: equal, threshold: hours',
    ],
    ['a consequence that there is not', 'articles/09.yaml', 'then: by-rules', 'then: by-rule'],
    ['a body that there is not', 'articles/09.yaml', 'by: party-committee', 'by: committee'],
    ['a step that there is not', 'articles/09.yaml', 'unit: [unit], persons-too', 'unit: [units], persons-too'],
    ['a bearer that there is not', 'articles/09.yaml', 'breachOf: unit', 'breachOf: units'],
    ['a time that is none', 'articles/09.yaml', 'governedBy: duty.breached-at', 'governedBy: duty.breached'],
    ['a key that there is not', 'articles/09.yaml', 'governedBy: duty.breached-at', 'governed: duty.breached-at'],
    ['a kind of provision that there is not', 'articles/09.yaml', 'kind: accountability', 'kind: responsibility'],
    ['a role that there is not', 'articles/07.yaml', 'roles: [unit-party-head,', 'roles: [nobody,'],
    ['a term of an interval that there is not', 'articles/07.yaml', 'every: regular-testing', 'every: testing'],
    ['a time before which it cannot have been', 'facts.yaml', 'notBefore: occurredAt', 'notBefore: occuredAt'],
    ['a type that there is not', 'facts.yaml', 'type: boolean', 'type: bool'],
    ['nobody as who settles it', 'facts.yaml', 'settledBy: register', 'settledBy: registry'],
    ['a threshold that there is not', 'terms.yaml', 'threshold: hours', 'threshold: hour'],
    ['a direction that there is not', 'terms.yaml', 'stricter: lower', 'stricter: less'],
    ['a reading without a label', 'questions.yaml', 'formal: { zh: 正式定级为重大（特别重大更在其内）,', 'formal: {'],
    [
      'a term with a value that there is not',
      'profiles/national-analogy.yaml',
      'first-moment-report:',
      'first-moment:',
    ],
    ['a threshold of nought', 'profiles/national-analogy.yaml', 'hours: 24', 'hours: 0'],
    ['a day that there is not', 'profiles/national-analogy.yaml', "from: '2019-11-01'", "from: '2019-11-31'"],
    ['a provision that there is not', 'regulation.yaml', 'provision: art3.leadership', 'provision: art3.leader'],
    ['a day of effect that is none', 'regulation.yaml', 'effective: on-issue', 'effective: on-issued'],
  ];
  const { at } = workspace();
  test.each(SLIPS)('%s', (what, file, from, to) => {
    const text = readFileSync(join('rules', file), 'utf8');
    const slipped = text.replace(from, to);
    expect(slipped).not.toBe(text);
    expect(validators[kindOf(file)](parse(slipped, { merge: true }))).toBe(false);
    // Nothing is underlined that passes the check.
    cpSync('rules', at(what), { recursive: true, filter: (path) => !path.startsWith('rules/generated') });
    writeFileSync(join(at(what), file), slipped);
    expect(checkFolder(at(what)).faults).not.toEqual([]);
  });
});

type Definitions = { readonly [name: string]: { readonly anyOf?: { const?: string; description?: string }[] } };
/** The choices of a definition, by what is written. */
const choices = (schemas: RuleSchemas, file: RuleFile, definition: string): { [name: string]: string } => {
  const { anyOf = [] } = (schemas[file].definitions as Definitions)[definition] ?? {};
  return Object.fromEntries(anyOf.map((each) => [each.const ?? 'anything', each.description ?? '']));
};

test('every name of the folder may be chosen, with its label in both languages', () => {
  const regulation = loadRegulation('rules');
  const schemas = ruleSchemasOf('rules');
  type Labelled = { readonly [name: string]: { readonly label: { zh: string; en: string } } };
  const told = (definition: string, named: Labelled) => {
    const found = choices(schemas, 'article', definition);
    expect(Object.keys(found).sort()).toEqual(Object.keys(named).sort());
    for (const [name, { label }] of Object.entries(named)) {
      expect(found[name]).toContain(label.zh);
      expect(found[name]).toContain(label.en);
    }
  };
  const { facts, terms, bodies, bearers, roles, affiliations = {}, questions, articles } = regulation;
  told('fact', facts);
  told('tested-fact', Object.fromEntries(Object.entries(facts).filter(([, { type }]) => type !== 'instant')));
  told('instant', Object.fromEntries(Object.entries(facts).filter(([, { type }]) => type === 'instant')));
  told('term', terms);
  told('body', bodies);
  told('bearer', bearers);
  told('holder', { ...bodies, ...bearers });
  told('role', roles);
  told('affiliation', affiliations);
  told('consequence', Object.assign({}, ...articles.map(({ consequences }) => consequences)));
  told('question', Object.fromEntries(Object.entries(questions).map(([id, { ask }]) => [id, { label: ask }])));
  const conditions = articles.flatMap((article) => Object.keys(article.conditions ?? {}));
  expect(Object.keys(choices(schemas, 'article', 'named-condition')).sort()).toEqual([...new Set(conditions)].sort());
  const provisions = articles.flatMap((article) => article.provisions.map(({ id }) => id));
  expect(Object.keys(choices(schemas, 'regulation', 'provision')).sort()).toEqual(provisions.sort());
});

test('every key that is no name says what it means, and nothing else has words', () => {
  const wordsIn = (schemas: RuleSchemas) => {
    const [keys, values] = [new Map<string, boolean>(), new Set<string>()];
    const visit = (part: unknown): void => {
      if (typeof part !== 'object' || part === null) return;
      const { if: _, properties = {}, const: value, ...rest } = part as { [key: string]: object };
      if (typeof value === 'string') values.add(value);
      for (const [key, schema] of Object.entries(properties)) keys.set(key, 'description' in schema);
      for (const inner of [...Object.values(properties), ...Object.values(rest)]) visit(inner);
    };
    visit(schemas);
    return { keys, values };
  };
  // Without names, whatever is a key is one of the form.
  const { keys } = wordsIn(ruleSchemasOf({} as never));
  expect([...keys].flatMap(([key, isSaid]) => (isSaid ? [] : [key]))).toEqual(['operator', 'value']);
  const all = wordsIn(ruleSchemasOf('rules'));
  expect(Object.keys(KEYS).filter((key) => !all.keys.has(key))).toEqual([]);
  expect(Object.keys(VALUES).filter((value) => !all.values.has(value))).toEqual([]);
});

describe('of a folder with faults', () => {
  const { at } = workspace();
  const faulty = (name: string, file: string, text: (whole: string) => string) => {
    const folder = at(name);
    cpSync(SECOND, folder, { recursive: true });
    writeFileSync(join(folder, file), text(readFileSync(join(folder, file), 'utf8')));
    return ruleSchemasOf(folder);
  };

  test('a name whose entry is wrong can still be chosen', () => {
    const schemas = faulty('wrong', 'facts.yaml', (text) => text.replace('type: boolean', 'type: bool'));
    expect(choices(schemas, 'article', 'fact')).toHaveProperty(['exit.blocked'], expect.stringContaining('出口被堵'));
    const validators = validatorsOf(schemas);
    expect(validators.article(read(SECOND, 'articles/02.yaml'))).toBe(true);
  });

  test('what would be in a file that cannot be read is not called wrong', () => {
    const schemas = faulty('unread', 'facts.yaml', (text) => `${text}\n  : [`);
    expect(validatorsOf(schemas).article(read(SECOND, 'articles/02.yaml'))).toBe(true);
    expect(choices(schemas, 'article', 'term')).toHaveProperty(['large-fire']);
    const article = readFileSync(join(SECOND, 'articles/02.yaml'), 'utf8').replace('term: large-fire', 'term: fire');
    expect(validatorsOf(schemas).article(parse(article))).toBe(false);
  });

  test.each([
    [null],
    [{ facts: [], articles: [null, { provisions: [{ id: 1 }], conditions: 'x' }] }],
    [{}],
    ['nowhere'],
  ])('of %j too', (rules) => {
    expect(Object.keys(validatorsOf(ruleSchemasOf(rules as never)))).toHaveLength(6);
  });

  test('what is no data is refused', () => {
    expect(() => ruleSchemasOf({ facts: () => 1 } as never)).toThrow(ZerenzhiError);
  });
});
