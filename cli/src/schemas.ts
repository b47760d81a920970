import { readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { isRuleSchema, type RuleFile, ruleSchemasOf } from 'zerenzhi/authoring';
import { type Files, writeInto } from './whole-folder.js';

/** Where the schemas of a folder stand if no other place is named. */
export const SCHEMAS = '.schemas';

/** The rule files that each schema is of. */
const RULE_FILES: { readonly [file in RuleFile]: string } = {
  regulation: 'regulation.yaml',
  facts: 'facts.yaml',
  terms: 'terms.yaml',
  questions: 'questions.yaml',
  profile: 'profiles/*.yaml',
  article: 'articles/*.yaml',
};

const nameOf = (file: string): string => `${file}.json`;

/** The schemas of the rule files in a folder, as files. */
export const schemaFiles = (folder: string): Files =>
  Object.fromEntries(
    Object.entries(ruleSchemasOf(folder)).map(([file, schema]) => [
      nameOf(file),
      `${JSON.stringify(schema, undefined, 2)}\n`,
    ]),
  );

/** Writes the schemas of a folder, over nothing but such schemas. */
export const writeSchemas = (folder: string, out: string): void => writeInto(out, schemaFiles(folder), isSchemaFile);

function isSchemaFile(file: string): boolean {
  try {
    return isRuleSchema(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return false;
  }
}

/** What the first line of each rule file has to be, for editors to find its schema. */
export const modelines = (folder: string, out: string): readonly (readonly [files: string, line: string])[] =>
  (Object.entries(RULE_FILES) as [RuleFile, string][]).map(([file, ruleFiles]) => {
    const path = relative(dirname(join(folder, ruleFiles)), join(out, nameOf(file)));
    // A line ends its path with the first blank.
    const inLine = path.split(sep).join('/').replaceAll(/\s/g, encodeURIComponent);
    return [ruleFiles, `# yaml-language-server: $schema=${inLine}`];
  });
