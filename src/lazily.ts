type Makers<State, Self> = { readonly [key: string]: (state: State, self: Self) => unknown };

/**
 * Objects with properties that are worked out from a state when first read, and kept: ordinary and enumerable to whoever reads them.
 * The descriptors are made once for a kind of object, since making them costs more than most verdicts.
 */
export function lazily<State, Self extends object>(makers: Makers<State, Self>): (eager: Partial<Self>, state: State) => Self {
  const states = new WeakMap<object, State>();
  const descriptors = Object.keys(makers).map((key): [string, PropertyDescriptor] => [
    key,
    {
      enumerable: true,
      configurable: true,
      get(this: Self) {
        const value = (makers[key] as Makers<State, Self>[string])(states.get(this) as State, this);
        Object.defineProperty(this, key, { value, enumerable: true });
        return value;
      },
    },
  ]);
  return (eager, state) => {
    states.set(eager, state);
    for (const [key, descriptor] of descriptors) Object.defineProperty(eager, key, descriptor);
    return eager as Self;
  };
}
