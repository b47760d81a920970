/** The names of a circle, if there is one: each stands in what the one before it means. */
export function circleOf(names: readonly string[], inside: (name: string) => readonly string[]): string[] | undefined {
  const clear = new Set<string>();
  const from = (name: string, above: readonly string[]): string[] | undefined => {
    if (above.includes(name)) return [...above.slice(above.indexOf(name)), name];
    if (clear.has(name)) return undefined;
    for (const inner of inside(name)) {
      const found = from(inner, [...above, name]);
      if (found) return found;
    }
    clear.add(name);
    return undefined;
  };
  for (const name of names) {
    const found = from(name, []);
    if (found) return found;
  }
  return undefined;
}
