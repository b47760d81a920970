import { unzipSync, zipSync } from 'fflate';

/** An office file packed again without the time of its making: the same content is the same bytes. */
export function repack(file: Uint8Array): Uint8Array {
  const parts = Object.entries(unzipSync(file)).filter(([path]) => !path.endsWith('/'));
  // The first day that such a file can name, by the clock on the wall: in a zip, times have no zone.
  return zipSync(Object.fromEntries(parts), { level: 9, mtime: new Date('1980-01-01T12:00:00') });
}
