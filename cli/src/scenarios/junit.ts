import { hasPassed, type Outcome, scenarioPage } from 'zerenzhi/authoring';
import { escapeHtml, renderText } from 'zerenzhi/report';
import type { Lang } from '../messages.js';
import { tablesOf } from './tables.js';

/** Outcomes as JUnit's XML, a suite for each table. */
export function junit(outcomes: readonly Outcome[], lang: Lang): string {
  const suites = tablesOf(outcomes).map(
    ({ file, outcomes: of, failed }) =>
      `  <testsuite name="${escapeHtml(file)}" tests="${of.length}" failures="${failed}">\n${of.map((each) => caseOf(each, lang)).join('\n')}\n  </testsuite>`,
  );
  const failed = outcomes.filter((outcome) => !hasPassed(outcome)).length;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="zerenzhi" tests="${outcomes.length}" failures="${failed}">`,
    ...suites,
    '</testsuites>',
  ].join('\n');
}

function caseOf(outcome: Outcome, lang: Lang): string {
  const { row, file, line } = outcome.scenario;
  const head = `    <testcase name="${escapeHtml(row.name)}" classname="${escapeHtml(file)}" file="${escapeHtml(file)}" line="${line}"`;
  if (hasPassed(outcome)) return `${head} />`;
  const text = renderText(scenarioPage(outcome, { lang })).split('\n').map(escapeHtml).join('\n');
  return `${head}>\n      <failure message="${escapeHtml(`${file}:${line}`)}">${text}</failure>\n    </testcase>`;
}
