import type { Organization } from 'zerenzhi';
import type { Options } from '../ui/entry.js';

interface Named {
  readonly id: string;
  readonly name?: string | undefined;
}

/** What each is called: with its id beside the name where another has that name, or has it for its id. */
export function namesOf(list: readonly Named[] = []): Options {
  const isShared = ({ id, name = id }: Named) =>
    list.some((other) => other.id !== id && (other.name === name || other.id === name));
  return list.map((each) => [
    each.id,
    isShared(each) ? `${each.name ?? each.id} [${each.id}]` : (each.name ?? each.id),
  ]);
}

export const nameIn = (names: Options, id = ''): string => names.find(([each]) => each === id)?.[1] ?? id;

/** The others of a list that have the name. */
export const namesakes = (list: readonly Named[] = [], name: unknown, id?: string): readonly Named[] =>
  typeof name === 'string' ? list.filter((each) => each.id !== id && (each.name ?? each.id) === name.trim()) : [];

/** What an id may be made of; it begins with a letter or a digit, of any script. */
const NOT_IN_ID = /[^\p{L}\p{N}._:/-]+/gu;
const LONGEST = 100;

/** An id made of words, that nothing of the kind has yet; a number behind the stem, where the words leave none. */
export function idOf(words: string, taken: readonly Named[] = [], stem: string): string {
  const made = [...words.trim().replaceAll(NOT_IN_ID, '-')].slice(0, LONGEST).join('');
  const id = made.replace(/^[^\p{L}\p{N}]+/u, '').replace(/-+$/, '');
  const isFree = (each: string) => !taken.some((other) => other.id === each);
  if (id !== '' && isFree(id)) return id;
  for (let number = id === '' ? taken.length + 1 : 2; ; number++) {
    const next = `${id || stem}-${number}`;
    if (isFree(next)) return next;
  }
}

/** What posts are called: the unit, and the title or else the role. */
export const postsOf = ({ posts = [], units = [] }: Organization, roles: Options): Options => {
  const of = namesOf(units);
  return namesOf(
    posts.map(({ id, title, role, unit }) => ({
      id,
      name: `${nameIn(of, unit)} ${title ?? nameIn(roles, role)}`.trim(),
    })),
  );
};
