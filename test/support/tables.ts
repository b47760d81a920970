import { readdirSync } from 'node:fs';
import { readScenarios, type Scenario } from '../../src/authoring/scenarios/read.js';
import { regulation } from '../../src/index.js';

/** The tables of scenarios that come with the rules. */
export const TABLES: readonly { readonly table: string; readonly scenarios: readonly Scenario[] }[] = readdirSync(
  'rules/scenarios',
).map((file) => ({ table: file.replace('.yaml', ''), scenarios: scenariosOf(file) }));

function scenariosOf(file: string): readonly Scenario[] {
  const { scenarios, faults } = readScenarios(`rules/scenarios/${file}`, regulation);
  if (faults.length > 0)
    throw new Error(faults.map(({ line, path, message }) => `${file}:${line} ${path} ${message.en}`).join('\n'));
  return scenarios;
}

/** file:line, as an editor opens it. */
export const placeOf = ({ file, line }: Scenario): string => `${file}:${line}`;
