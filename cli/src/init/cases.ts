import { INIT } from '../messages/init.js';
import { TABLE } from '../messages/table.js';
import type { Lang } from '../messages.js';
import { type Column, WHOLE } from '../table/columns.js';

/** A column of a table to begin with: its heading, what it asks, how it is filled in, and what there is to choose from. */
export interface CaseColumn {
  readonly heading: string;
  readonly ask: string;
  readonly fill: string;
  readonly choices: readonly string[];
}

/** Those of every fact and term; a table says nothing of its format. */
export const caseColumns = (lang: Lang): readonly CaseColumn[] =>
  WHOLE.filter(({ id }) => id !== 'format').map((column) => ({
    heading: column.label[lang],
    ask: column.ask?.[lang] ?? '',
    fill: [INIT[lang].cells[column.kind], INIT[lang].empty].join(INIT[lang].list),
    choices: choicesOf(column, lang),
  }));

function choicesOf({ kind, options }: Column, lang: Lang): string[] {
  const { yes, no, unknown } = TABLE[lang];
  const named = options.map(([, label]) => label[lang]);
  if (kind === 'boolean') return [yes, no, ...named, unknown];
  return kind === 'enum' || kind === 'set' ? [...named, unknown] : [];
}

/** A heading row in UTF-8 with its mark, by which spreadsheets know it. */
export const casesCsv = (lang: Lang): string =>
  `\ufeff${caseColumns(lang)
    .map(({ heading }) => `"${heading.replaceAll('"', '""')}"`)
    .join(',')}\r\n`;
