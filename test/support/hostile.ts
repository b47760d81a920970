import { runInNewContext } from 'node:vm';

// Values that no caller means well with: what reads them must refuse them or cope, and nothing else.

const TRAPS = [
  'get',
  'has',
  'ownKeys',
  'getPrototypeOf',
  'getOwnPropertyDescriptor',
  'isExtensible',
  'set',
  'defineProperty',
] as const;

const fail = (): never => {
  throw new TypeError('mine, and no business of yours');
};
/** Something that even what is thrown cannot be looked at. */
const failWorse = (): never => {
  throw revoked({});
};

function revoked(target: object): object {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
}

const getter = (key: string, get: () => unknown): object => Object.defineProperty({}, key, { enumerable: true, get });

/** Another answer each time it is asked. */
function fickle(key: string, answers: readonly unknown[]): object {
  let asked = 0;
  return getter(key, () => answers[asked++ % answers.length]);
}

function nested(depth: number, inside: unknown, key?: string): unknown {
  let value = inside;
  for (let i = 0; i < depth; i++) value = key === undefined ? [value] : { [key]: value };
  return value;
}

function circle(key: string): object {
  const round: { [key: string]: unknown } = {};
  round[key] = round;
  return round;
}

class Stranger {
  readonly id = 'a';
  get leak(): never {
    return fail();
  }
}

const wide = (keys: number): object => Object.fromEntries(Array.from({ length: keys }, (_, i) => [`k${i}`, i]));

/** Values by what they are; `key` is a name that whoever is given them looks for. */
export const HOSTILE: { readonly [what: string]: (key: string) => unknown } = {
  undefined: () => undefined,
  null: () => null,
  true: () => true,
  'no number': () => Number.NaN,
  'an endless number': () => Number.NEGATIVE_INFINITY,
  'minus zero': () => -0,
  'a number beyond whole ones': () => 2 ** 60,
  'a bigint': () => 7n,
  'a symbol': () => Symbol('s'),
  'a function': () => () => 'x',
  'a function that throws': () => fail,
  'an empty text': () => '',
  'a text': () => 'toString',
  __proto__: () => '__proto__',
  'half a character': () => '\ud800',
  'control characters': () => '\u0000\u202e\n',
  'a name': (key) => key,
  'an empty list': () => [],
  'an empty object': () => ({}),
  'a list of nothing': () => [null, undefined, [], {}],
  'a list with a hole': () => new Array(3),
  'a list of holes': () => new Array(2 ** 32 - 1),
  'a date': () => new Date(0),
  'no date': () => new Date(Number.NaN),
  'a map': (key) => new Map([[key, {}]]),
  'a set': () => new Set([1]),
  bytes: () => new Uint8Array(8),
  'a promise': () => Promise.resolve({}),
  'an expression': () => /x/g,
  'an error': () => new Error('x'),
  'a boxed text': () => Object('abc'),
  'an instance': () => new Stranger(),
  'without a prototype': (key) => Object.assign(Object.create(null), { [key]: Object.create(null) }),
  inherited: (key) => Object.create({ [key]: { occurred: true } }),
  frozen: (key) => Object.freeze({ [key]: Object.freeze([]) }),
  'of another realm': (key) => runInNewContext('({ [key]: { occurred: true, list: [1] }, id: "a" })', { key }),
  'a list of another realm': () => runInNewContext('[{}, [], null]'),
  'a getter that throws': (key) => getter(key, fail),
  'a getter that throws worse': (key) => getter(key, failWorse),
  'a getter of many answers': (key) => fickle(key, [{ occurred: true }, 'x', null, fail, [], revoked({})]),
  'a circle': circle,
  'a circle of lists': () => {
    const round: unknown[] = [];
    round.push(round);
    return round;
  },
  'a key of every prototype': () => JSON.parse('{"__proto__":{"polluted":true},"constructor":1,"prototype":[]}'),
  'words for its own methods': () => ({ toString: 1, valueOf: fail, toJSON: fail, then: fail, hasOwnProperty: fail }),
  'an iterable that throws': () => ({ [Symbol.iterator]: fail }),
  'an iterable of nothing': () => ({ [Symbol.iterator]: () => ({ next: () => null }) }),
  'an asynchronous iterable that throws': () => ({ [Symbol.asyncIterator]: fail }),
  'no primitive': () => ({ [Symbol.toPrimitive]: fail }),
  'a revoked proxy': () => revoked({}),
  'a revoked list': () => revoked([]),
  'a revoked function': () => revoked(fail),
  'a revoked proxy inside': (key) => ({ [key]: revoked({}) }),
  'a revoked proxy in a list': (key) => ({ [key]: [revoked({})] }),
  ...Object.fromEntries(
    TRAPS.flatMap((trap) => [
      [`a proxy that throws on ${trap}`, (key: string) => new Proxy({ [key]: 1, id: 'a' }, { [trap]: fail })],
      [`a list that throws on ${trap}`, () => new Proxy([{}, 1], { [trap]: fail })],
    ]),
  ),
  'a proxy of endless keys': (key) =>
    new Proxy({ [key]: 1 }, { get: () => ({ occurred: true }), has: () => true, ownKeys: () => [key, key] }),
  'a proxy that answers everything with itself': () => {
    // But not as a promise: whoever waits for one that never comes waits.
    const get = (_: object, key: string | symbol) => (key === 'then' ? undefined : all);
    const all: object = new Proxy(fail, { get, apply: () => all, has: () => true });
    return all;
  },
};

/** The same, of a size that only a bounded reader takes in its stride. */
export const GIANT: { readonly [what: string]: (key: string) => unknown } = {
  'a giant text': () => 'x'.repeat(10 ** 6),
  'a giant name': (key) => key.repeat(10 ** 5),
  'a deep list': () => nested(10 ** 5, 1),
  'a deep object': (key) => nested(10 ** 5, {}, key),
  'a giant list': () => new Array(10 ** 5).fill({}),
  'a wide object': () => wide(10 ** 5),
  'a wide object inside': (key) => ({ [key]: wide(10 ** 5) }),
  'many objects': (key) => ({ [key]: Array.from({ length: 10 ** 4 }, () => ({ [key]: [] })) }),
};
