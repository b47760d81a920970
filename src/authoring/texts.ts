import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import type { Diagnostic } from '../diagnostics/diagnostics.js';
import { fileDiagnostic } from '../diagnostics/file-diagnostics.js';
import type { Regulation } from '../regulation/schema.js';
import { officialLines } from './official.js';
import { existsInside, textInside } from './read-inside.js';

/** The checksum of an official text, as `sha256` of a regulation or an edition has it. */
export interface Checksum {
  readonly file: string;
  readonly sha256: string;
}

export const checksumsIn = (folder: string): Checksum[] =>
  filesIn(folder)
    .filter((file) => /^official\b.*\.txt$/.test(file))
    .sort()
    .flatMap((file) => {
      const text = textInside(folder, file);
      return 'faults' in text ? [] : [{ file, sha256: checksumOf(text.bytes) }];
    });

/** The names in a folder; none where it is told elsewhere that there is no such folder. */
function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

const checksumOf = (text: Uint8Array): string => createHash('sha256').update(text).digest('hex');

/** The texts of all editions against the official ones in their folder. */
export function textFaults(regulation: Regulation, folder: string): Diagnostic[] {
  return [undefined, ...(regulation.editions ?? [])].flatMap((edition, i) =>
    compared({
      folder,
      name: edition ? `official.${edition.from}.txt` : 'official.txt',
      sum: edition
        ? { path: `editions[${i - 1}].sha256`, sha256: edition.sha256 }
        : { path: 'sha256', sha256: regulation.sha256 },
      ours: officialLines(regulation, edition),
    }),
  );
}

interface Text {
  readonly folder: string;
  readonly name: string;
  readonly sum: { readonly path: string; readonly sha256: string | undefined };
  readonly ours: ReturnType<typeof officialLines>;
}

/** The articles' text against the official one, line by line; and the official one against its checksum. */
function compared({ folder, name, sum: { path, sha256 }, ours }: Text): Diagnostic[] {
  if (!existsInside(folder, name)) return [];
  const official = textInside(folder, name);
  if ('faults' in official) return [...official.faults];
  const sum = checksumOf(official.bytes);
  if (sha256 !== undefined && sum !== sha256)
    return [{ ...fileDiagnostic('rule/checksum', path, { value: sum, expected: sha256 }), file: name }];
  const theirs = official.text.trimEnd().split('\n');
  const differing = [...Array(Math.max(theirs.length, ours.length)).keys()].filter((i) => theirs[i] !== ours[i]?.text);
  return differing.slice(0, 20).map((i) => {
    const [a, b] = [theirs[i] ?? '', ours[i]?.text ?? ''];
    const column = [...a].findIndex((char, k) => char !== b[k]);
    const at = column < 0 ? a.length : column;
    const expected = `${ours[i]?.path ?? ''} … \`${a.slice(at, at + 12)}\` ≠ \`${b.slice(at, at + 12)}\``;
    return {
      ...fileDiagnostic('rule/text-differs', ours[i]?.path ?? '', { expected }),
      file: name,
      line: i + 1,
      column: at + 1,
    };
  });
}
