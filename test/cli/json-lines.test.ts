import { expect, test } from 'vitest';
import { runHere, workspace } from '../support/command.js';

test('each line of JSON has the exit code of its own document, and the run that of all', async () => {
  const { write } = workspace();
  const files = [
    write(
      'a.yaml',
      'format: 2\noccurredAt: 2024-05-06\nincident: { occurred: true }\nleak: { occurred: true, own-persons: true, kinds: [state-secret] }\n',
    ),
    write('b.yaml', 'format: 2\n'),
    write('c.yaml', 'format: 2\nattak: {}\n'),
  ];
  const { status, stdout, stderr } = await runHere(['assess', ...files, '--json', '--as-of', '2024-06-30']);
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { file: string; exit: number });
  expect(lines.map(({ file, exit }) => [file, exit])).toEqual([
    [files[0], 10],
    [files[1], 20],
  ]);
  // What was refused stands in the faults alone, by its file.
  expect(JSON.parse(stderr)).toMatchObject({ file: files[2], code: 'input/unknown-key' });
  expect(status).toBe(65);
});
