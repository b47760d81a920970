import type { Diagnostic } from 'zerenzhi';
import type { Checked } from 'zerenzhi/authoring';
import type { Lang } from '../messages.js';
import { VERSION } from '../version.js';

/** The findings of a check as SARIF 2.1.0, which editors and code hosts show beside the lines. */
export function sarif({ faults, notes }: Pick<Checked, 'faults' | 'notes'>, lang: Lang): object {
  const results = [
    ...faults.map((fault) => resultOf(fault, 'error', lang)),
    ...notes.map((note) => resultOf(note, 'warning', lang)),
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

function resultOf(fault: Diagnostic, level: 'error' | 'warning', lang: Lang): object {
  const { code, first, message, path } = fault;
  return {
    ruleId: code,
    level,
    message: { text: message[lang] },
    locations: [{ ...locationOf(fault), ...(path !== '' && { logicalLocations: [{ fullyQualifiedName: path }] }) }],
    ...(first && { relatedLocations: [locationOf(first)] }),
  };
}

const locationOf = ({ file = '', line, column }: Pick<Diagnostic, 'file' | 'line' | 'column'>): object => ({
  physicalLocation: {
    // Relative to the folder that was checked.
    artifactLocation: { uri: encodeURI(file) },
    ...(line !== undefined && { region: { startLine: line, startColumn: column ?? 1 } }),
  },
});
