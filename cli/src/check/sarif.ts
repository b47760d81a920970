import { join, sep } from 'node:path';
import type { Diagnostic } from 'zerenzhi';
import type { Checked } from 'zerenzhi/authoring';
import type { Lang } from '../messages.js';
import { VERSION } from '../version.js';

/** The findings of a check as SARIF 2.1.0, which editors and code hosts show beside the lines. */
export function sarif(
  { faults, notes }: Pick<Checked, 'faults' | 'notes'>,
  folder: string,
  { lang, strict }: { readonly lang: Lang; readonly strict?: true },
): object {
  const results = [
    ...faults.map((fault) => resultOf(fault, folder, 'error', lang)),
    ...notes.map((note) => resultOf(note, folder, strict ? 'error' : 'warning', lang)),
  ];
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'zerenzhi',
            version: VERSION,
            rules: [...new Set([...faults, ...notes].map(({ code }) => code))].sort().map((id) => ({ id })),
          },
        },
        results,
      },
    ],
  };
}

function resultOf(fault: Diagnostic, folder: string, level: 'error' | 'warning', lang: Lang): object {
  const { code, first, message, path } = fault;
  return {
    ruleId: code,
    level,
    message: { text: message[lang] },
    locations: [
      { ...locationOf(fault, folder), ...(path !== '' && { logicalLocations: [{ fullyQualifiedName: path }] }) },
    ],
    ...(first && { relatedLocations: [locationOf(first, folder)] }),
  };
}

type Located = Pick<Diagnostic, 'file' | 'line' | 'column'>;
const locationOf = ({ file = '', line, column }: Located, folder: string): object => ({
  physicalLocation: {
    // As the folder was named: where the command runs, a path from there is a path of the repository.
    artifactLocation: { uri: join(folder, file).split(sep).map(encodeURIComponent).join('/') },
    ...(line !== undefined && { region: { startLine: line, startColumn: column ?? 1 } }),
  },
});
