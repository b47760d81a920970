import { unzipSync, zipSync } from 'fflate';

/** An office file packed again without the time of day: the same content is the same bytes. `edit` may change a part of it. */
export function repack(file: Uint8Array, edit: (path: string, part: Uint8Array) => Uint8Array = (_, part) => part): Uint8Array {
  const parts = Object.entries(unzipSync(file)).filter(([path]) => !path.endsWith('/'));
  // The first day that such a file can name, by the clock on the wall: in a zip, times have no zone.
  return zipSync(Object.fromEntries(parts.map(([path, part]) => [path, edit(path, part)])), { level: 9, mtime: new Date(`1980-01-01T00:00:00`) });
}
