/** Files in memory, each under its path, as `rules/regulation.yaml`: bytes, or text, which is read as UTF-8. */
export interface Files {
  readonly [path: string]: string | Uint8Array;
}

/** What files are read from. What cannot be done is thrown with the `code` of the system: `ENOENT`, `EISDIR`. */
export interface FileSystem {
  /** The path that some parts make up. */
  join(...parts: string[]): string;
  isFolder(path: string): boolean;
  /** Whether something stands at a path, be it a link that leads nowhere; where nobody can look, reading tells why. */
  exists(path: string): boolean;
  /** The names in a folder. */
  list(folder: string): readonly string[];
  /** The bytes of a file; none where it stands, by a link, outside the folder that it was looked for within. */
  read(path: string, within?: string): Uint8Array | undefined;
}
