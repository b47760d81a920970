import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { regulation } from '../../src/index.js';
import { readYaml } from '../support/fixtures.js';

// Pointers to other law: sourced, and apart from the articles.

interface Pointer {
  readonly source: { readonly title: string; readonly number?: string; readonly article: number };
  readonly from?: string;
  readonly until?: string;
  readonly seen: 'read' | 'second-hand';
  readonly within?: string;
  readonly to: { readonly zh: string; readonly en: string };
  readonly says: { readonly zh: string; readonly en: string };
}
const POINTERS = readYaml<{ readonly [id: string]: Pointer }>('rules/elsewhere.yaml');
const PAGE = readFileSync('docs/elsewhere.md', 'utf8');

test.each(Object.entries(POINTERS))('%s has a source, says how it was seen, and stands in the table', (_, pointer) => {
  const { source, from, until, seen, within = '–', to, says } = pointer;
  expect(['read', 'second-hand']).toContain(seen);
  expect(to.en && says.en).toBeTruthy();
  const number = source.number === undefined ? '' : `（${source.number}）`;
  const effect = from === undefined ? '–' : `${from} – ${until ?? ''}`.trim();
  expect(PAGE).toContain(
    `| ${to.zh} | ${within} | ${says.zh} | ${source.title}${number}，Art. ${source.article} | ${effect} | ${seen} |\n`,
  );
});

test('the police within 24 hours was read, the province within 4 hours is second-hand', () => {
  expect(POINTERS['police-report']).toMatchObject({ within: 'PT24H', seen: 'read' });
  expect(POINTERS['province-report']).toMatchObject({ within: 'PT4H', seen: 'second-hand' });
});

test('nothing of it is among the rules', () => {
  const rules = JSON.stringify(regulation.articles);
  for (const { says } of Object.values(POINTERS)) expect(rules).not.toContain(says.zh);
});
