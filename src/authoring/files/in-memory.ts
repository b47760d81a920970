import type { FileSystem, Files } from './file-system.js';

const UTF_8 = new TextEncoder();

/** Files that are given, as a file system: there are no links in it, and nothing beside it. */
export function inMemory(files: Files): FileSystem {
  const contents = new Map(Object.entries(files).map(([path, content]) => [join(path), content]));
  const paths = [...contents.keys()];
  const within = (folder: string): string => (join(folder) === '.' ? '' : `${join(folder)}/`);
  const isFolder = (path: string): boolean => {
    const start = within(path);
    return start === '' || paths.some((each) => each.startsWith(start));
  };
  return {
    join,
    isFolder,
    exists: (path) => contents.has(join(path)) || isFolder(path),
    list(folder) {
      if (!isFolder(folder)) throw unreadable(contents.has(join(folder)) ? 'ENOTDIR' : 'ENOENT');
      const start = within(folder);
      const inside = paths.filter((path) => path.startsWith(start));
      return [...new Set(inside.map((path) => path.slice(start.length).replace(/\/.*/s, '')))];
    },
    read(path) {
      const content = contents.get(join(path));
      if (content === undefined) throw unreadable(isFolder(path) ? 'EISDIR' : 'ENOENT');
      return typeof content === 'string' ? UTF_8.encode(content) : content;
    },
  };
}

function join(...parts: readonly string[]): string {
  const path = parts.filter(Boolean).join('/');
  const steps: string[] = [];
  for (const step of path.split('/'))
    if (step === '..' && steps.length > 0 && steps.at(-1) !== '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  return `${path.startsWith('/') ? '/' : ''}${steps.join('/')}` || '.';
}

const unreadable = (code: string): Error => Object.assign(new Error(code), { code });
