import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Diagnostic } from '../diagnostics/diagnostics.js';
import { fileDiagnostic } from '../diagnostics/file-diagnostics.js';
import type { Regulation } from '../regulation/schema.js';
import type { FileSystem } from './files/file-system.js';
import { textInside } from './files/read.js';
import { type OfficialLine, officialLines } from './official.js';

/** The checksum of an official text, as `sha256` of a regulation or an edition has it. */
export interface Checksum {
  readonly file: string;
  readonly sha256: string;
}

export const checksumsIn = (fs: FileSystem, folder: string): Checksum[] =>
  filesIn(fs, folder)
    .filter((file) => /^official\b.*\.txt$/.test(file))
    .sort()
    .flatMap((file) => {
      const text = textInside(fs, folder, file);
      return 'faults' in text ? [] : [{ file, sha256: checksumOf(text.bytes) }];
    });

/** The names in a folder; none where it is told elsewhere that there is no such folder. */
function filesIn(fs: FileSystem, folder: string): readonly string[] {
  try {
    return fs.list(folder);
  } catch {
    return [];
  }
}

const checksumOf = (text: Uint8Array): string => bytesToHex(sha256(text));

/** The texts of all editions against the official ones in their folder. */
export function textFaults(regulation: Regulation, fs: FileSystem, folder: string): Diagnostic[] {
  return [undefined, ...(regulation.editions ?? [])].flatMap((edition, i) =>
    compared({
      fs,
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
  readonly fs: FileSystem;
  readonly folder: string;
  readonly name: string;
  readonly sum: { readonly path: string; readonly sha256: string | undefined };
  readonly ours: readonly OfficialLine[];
}

/** Characters that are shown of each text from where they differ. */
const SHOWN = 12;

/** The articles' text against the official one, line by line; and the official one against its checksum. */
function compared({ fs, folder, name, sum: { path, sha256 }, ours }: Text): Diagnostic[] {
  if (!fs.exists(fs.join(folder, name))) return [];
  const official = textInside(fs, folder, name);
  if ('faults' in official) return [...official.faults];
  const sum = checksumOf(official.bytes);
  // In regulation.yaml, which has the sum on record.
  const altered =
    sha256 !== undefined && sum !== sha256
      ? [fileDiagnostic('rule/checksum', path, { value: sum, expected: sha256 })]
      : [];
  const theirs = official.text.trimEnd().split(/\r?\n/);
  const differing = [...Array(Math.max(theirs.length, ours.length)).keys()].filter((i) => theirs[i] !== ours[i]?.text);
  const differences = differing.slice(0, 20).map((i): Diagnostic => {
    const { text: b, place }: OfficialLine = ours[i] ?? { text: '' };
    const a = theirs[i] ?? '';
    const first = a.split('').findIndex((char, k) => char !== b[k]);
    const at = first < 0 ? a.length : first;
    const [expected, value] = [a, b].map((text) => text.slice(at, at + SHOWN));
    return {
      ...fileDiagnostic('rule/text-differs', '', { value, expected: expected ?? '' }),
      file: name,
      line: i + 1,
      column: at + 1,
      ...(place !== undefined && { place }),
    };
  });
  return [...altered, ...differences];
}
