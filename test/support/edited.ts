import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** An edit of a rule file: the words that stand there once, and those in their place. */
export type Edit = readonly [file: string, from: string, to: string];

/** A folder of rules, the shipped one by default, with edits, in a folder of its own. */
export function editedFolder(edits: readonly Edit[], rules = 'rules'): string {
  const folder = mkdtempSync(join(tmpdir(), 'edited-'));
  cpSync(rules, folder, { recursive: true, filter: (path) => !path.startsWith('rules/generated') });
  for (const [file, from, to] of edits) {
    const path = join(folder, file);
    const text = readFileSync(path, 'utf8');
    if (text.split(from).length !== 2) throw new Error(`${file}: not once: ${from}`);
    writeFileSync(path, text.replace(from, to));
  }
  return folder;
}

const BOTH =
  '[{ term: large-fire, quote: 大火 }, { fact: exit.blocked, operator: equal, value: true, quote: 堵塞出口 }]';

/** The made-up regulation on fires amended: a large fire or a blocked exit is enough, which was a point of reading. */
export const fireAmended = (): string =>
  editedFolder(
    [
      ['articles/02.yaml', '发生大火和堵塞出口的', '发生大火或堵塞出口的'],
      [
        'articles/02.yaml',
        [
          '    when:',
          '      question: art2.or',
          '      quote: 大火和堵塞出口',
          '      readings:',
          `        both: { all: ${BOTH} }`,
          `        either: { any: ${BOTH} }`,
        ].join('\n'),
        `    when: { any: ${BOTH} }`,
      ],
      [
        'articles/02.yaml',
        'ledger:\n',
        'ledger:\n  - { quote: 大火或堵塞出口, as: reference, because: { zh: 其一即可，由 any 表示, en: any says that either is enough } }\n',
      ],
      ['questions.yaml', readFileSync('test/second-regulation/questions.yaml', 'utf8'), '{}\n'],
    ],
    'test/second-regulation',
  );
