import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** A YAML file of the repository as data. */
export const readYaml = <T>(path: string): T => parse(readFileSync(path, 'utf8')) as T;

/** A value that stands inline, or the file a path names. */
export const given = <T>(value: T | string | undefined): T | undefined =>
  typeof value === 'string' ? readYaml<T>(value) : value;
