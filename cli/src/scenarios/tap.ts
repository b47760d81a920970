import { formatDiagnostic } from 'zerenzhi';
import { hasPassed, type Outcome } from 'zerenzhi/authoring';
import type { Lang } from '../messages.js';

/** Outcomes as TAP 14: what came otherwise in a block below its line. */
export const tap = (outcomes: readonly Outcome[], lang: Lang): string =>
  ['TAP version 14', `1..${outcomes.length}`, ...outcomes.flatMap((outcome, i) => pointOf(outcome, i + 1, lang))].join(
    '\n',
  );

function pointOf(outcome: Outcome, number: number, lang: Lang): string[] {
  const { scenario, differences, faults } = outcome;
  // A `#` begins a directive.
  const name = scenario.row.name.replaceAll(/[\\#]/g, '\\$&').replaceAll(/\s+/g, ' ');
  if (hasPassed(outcome)) return [`ok ${number} - ${name}`];
  const told = [
    ['at', `${scenario.file}:${scenario.line}`],
    ['differences', differences],
    ['faults', faults.map((fault) => formatDiagnostic(fault, lang))],
  ] as const;
  return [
    `not ok ${number} - ${name}`,
    '  ---',
    ...told.filter(([, value]) => value.length > 0).map(([key, value]) => `  ${key}: ${JSON.stringify(value)}`),
    '  ...',
  ];
}
