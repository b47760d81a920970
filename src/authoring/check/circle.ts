/** The names of a circle, if there is one: each stands in what the one before it means. */
export function circleOf(names: readonly string[], inside: (name: string) => readonly string[]): string[] | undefined {
  const clear = new Set<string>();
  for (const first of names) {
    // A list of its own, not calls within calls: a chain may have thousands of links.
    const path: { readonly name: string; readonly rest: string[] }[] = [];
    const open = new Set<string>();
    const enter = (name: string) => {
      path.push({ name, rest: [...inside(name)] });
      open.add(name);
    };
    if (!clear.has(first)) enter(first);
    for (let last = path.at(-1); last; last = path.at(-1)) {
      const next = last.rest.pop();
      if (next === undefined) {
        clear.add(last.name);
        open.delete(last.name);
        path.pop();
      } else if (open.has(next)) {
        const above = path.map(({ name }) => name);
        return [...above.slice(above.indexOf(next)), next];
      } else if (!clear.has(next)) enter(next);
    }
  }
  return undefined;
}
