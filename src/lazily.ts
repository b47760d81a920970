type Makers = { [key: string]: () => unknown };

/** An object with properties that are worked out when first read, and kept: ordinary and enumerable to whoever reads them. */
export function lazily<Base extends object, M extends Makers>(base: Base, makers: M): Base & { readonly [K in keyof M]: ReturnType<M[K]> } {
  for (const key of Object.keys(makers))
    Object.defineProperty(base, key, {
      enumerable: true,
      configurable: true,
      get() {
        const value = (makers[key] as () => unknown)();
        Object.defineProperty(base, key, { value, enumerable: true });
        return value;
      },
    });
  return base as Base & { readonly [K in keyof M]: ReturnType<M[K]> };
}
