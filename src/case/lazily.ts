type Makers<State, Self> = { readonly [key: string]: (state: State, self: Self) => unknown };

// Puts a private field on an object that is already there; a WeakMap does the same at a hundred times the price.
class Returned {
  constructor(object: object) {
    // biome-ignore lint/correctness/noConstructorReturn: what makes the field land on the given object
    return object;
  }
}
class Stamp extends Returned {
  readonly #state: unknown;
  private constructor(object: object, state: unknown) {
    super(object);
    this.#state = state;
  }
  static put(object: object, state: unknown): void {
    new Stamp(object, state);
  }
  static of(object: object): unknown {
    return (object as Stamp).#state;
  }
}

/**
 * Objects with properties that are worked out from a state when first read, and kept: ordinary and enumerable to whoever reads them.
 * The descriptors are made once for a kind of object, since making them costs more than most verdicts.
 */
export function lazily<State, Self extends object>(
  makers: Makers<State, Self>,
): (eager: Partial<Self>, state: State) => Self {
  const descriptors = Object.keys(makers).map((key): [string, PropertyDescriptor] => [
    key,
    {
      enumerable: true,
      configurable: true,
      get(this: Self) {
        const value = (makers[key] as Makers<State, Self>[string])(Stamp.of(this) as State, this);
        Object.defineProperty(this, key, { value, enumerable: true });
        return value;
      },
    },
  ]);
  return (eager, state) => {
    Stamp.put(eager, state);
    for (const [key, descriptor] of descriptors) Object.defineProperty(eager, key, descriptor);
    return eager as Self;
  };
}
