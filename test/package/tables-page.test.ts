import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { documents } from '../../cli/src/input.js';
import { workspace } from '../support/command.js';

// The example of docs/tables.md says what the page says of it.

const [, example = ''] = /```csv\n([\s\S]*?)```/.exec(readFileSync('docs/tables.md', 'utf8')) ?? [];

test('each row is read as what it says', async () => {
  const rows = [];
  for await (const document of documents([workspace().write('cases.csv', example)]))
    rows.push('faults' in document ? document.faults : document.value);
  expect(rows).toEqual([
    {
      id: '2024-007',
      occurredAt: '2024/5/6 8:00',
      discoveredAt: { until: '2024/5/10' },
      leak: {
        occurred: true,
        kinds: ['state-secret', 'personal-information'],
        persons: { atLeast: 30000 },
      },
      conduct: { concealed: 'alleged' },
      findings: { 'large-scale-personal-information': null },
    },
    {
      id: '2024-008',
      occurredAt: '2024年5月',
      leak: { occurred: false, kinds: [] },
      findings: { 'large-scale-personal-information': true },
    },
  ]);
});
