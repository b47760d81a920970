/** Things that have something in common: one at least. */
export type Alike<T> = readonly [T, ...T[]];

/** Things by what they have in common, in the order in which the first of each comes. */
export function grouped<T, Key extends string>(
  things: readonly T[],
  keyOf: (thing: T) => Key,
): ReadonlyMap<Key, Alike<T>> {
  const groups = new Map<Key, [T, ...T[]]>();
  for (const thing of things) {
    const key = keyOf(thing);
    const group = groups.get(key);
    if (group) group.push(thing);
    else groups.set(key, [thing]);
  }
  return groups;
}
