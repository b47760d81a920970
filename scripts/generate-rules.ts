// Turns rules/*.yaml into rules/generated/: the same data as a module and its names as types; and the version of the
// package, for records.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readRegulation } from '../src/authoring/load.js';
import { formatDiagnostic } from '../src/diagnostics/format.js';
import { glossModuleOf, moduleOf } from './regulation-module.js';

const { regulation, faults } = readRegulation('rules');
if (!regulation) {
  for (const fault of faults) console.error(formatDiagnostic({ ...fault, file: `rules/${fault.file}` }));
  console.error(`${faults.length} fault(s) in rules/`);
  process.exit(1);
}
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
mkdirSync('rules/generated', { recursive: true });
writeFileSync('rules/generated/regulation.ts', moduleOf(regulation));
writeFileSync('rules/generated/glosses.ts', glossModuleOf(regulation));
writeFileSync('rules/generated/version.ts', `export const VERSION = ${JSON.stringify(version)};\n`);
