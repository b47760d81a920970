import type { Files } from 'zerenzhi/authoring';

// Files and folders that are chosen or dropped, each under its path.

/** Folders of rules have hundreds of files of some kilobytes. */
const MOST_FILES = 2_000;
const LARGEST = 5_000_000;

/** The files of an input, with their paths where a folder was chosen. */
export const filesOf = (list: readonly File[]): Promise<Files> =>
  read(list.map((file) => ({ path: file.webkitRelativePath || file.name, file })));

/** What was dropped, folders with all that is in them. */
export async function droppedFiles({ items }: DataTransfer): Promise<Files> {
  // What was dropped can be asked for only until the first wait.
  const entries = [...items].flatMap((item) => {
    const entry = item.webkitGetAsEntry();
    return entry ? [entry] : [];
  });
  return read((await Promise.all(entries.map((entry) => filesIn(entry)))).flat());
}

interface Found {
  readonly path: string;
  readonly file: File;
}

async function filesIn(entry: FileSystemEntry): Promise<readonly Found[]> {
  if (entry.isFile) {
    const file = await new Promise<File>((done, failed) => (entry as FileSystemFileEntry).file(done, failed));
    return [{ path: entry.fullPath.replace(/^\//, ''), file }];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const found: Found[] = [];
  // A folder is listed in parts, until a part is empty.
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((done, failed) => reader.readEntries(done, failed));
    if (part.length === 0 || found.length > MOST_FILES) return found;
    for (const each of part) found.push(...(await filesIn(each)));
  }
}

/** What is text of rules, and no larger than rules are. */
async function read(found: readonly Found[]): Promise<Files> {
  const some = found
    .filter(({ path, file }) => /\.(ya?ml|json|txt)$/i.test(path) && file.size <= LARGEST)
    .slice(0, MOST_FILES);
  return Object.fromEntries(
    await Promise.all(some.map(async ({ path, file }) => [path, new Uint8Array(await file.arrayBuffer())] as const)),
  );
}
