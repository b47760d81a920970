import { type Diagnostic, diagnostic } from '../diagnostics/diagnostics.js';
import { isMapping } from '../diagnostics/plain-data.js';
import { areTogether } from './made.js';
import type { Regulation, TermDefinition, TermValue } from './schema.js';

// What is enough for one term may be another: 第一时间 is 及时. A value that lets the one hold where the other's value denies
// it contradicts it.

type Values = { readonly [term: string]: readonly TermValue[] };

/** Values of a term that are looser than those of what follows from it, at any time at which both hold. */
export function impliedTermFaults({ terms }: Pick<Regulation, 'terms'>, values: Values, base: string): Diagnostic[] {
  return Object.entries(terms).flatMap(([implied, definition]) => {
    const enough = definition.floors?.suffices;
    if (!enough || !('term' in enough)) return [];
    const following = valuesOf(values, implied).filter(({ settles }) => settles !== 'met');
    return valuesOf(values, enough.term).flatMap((value, i) =>
      value.settles === 'unmet'
        ? []
        : following
            .filter((other) => areTogether(value, other))
            .flatMap((other) => looser(definition, value, other))
            .map(([measure, own, limit]) =>
              diagnostic('policy/looser-than-implied', `${base}.${enough.term}[${i}].${measure}`, {
                value: own,
                expected: `${implied}.${measure}: ${limit}`,
              }),
            ),
    );
  });
}

/** What is no list of values is told elsewhere, and so is what is no value in it. */
const valuesOf = (values: Values, term: string): readonly TermValue[] => {
  const list: unknown = values[term];
  return Array.isArray(list) ? list.map((one: unknown) => (isMapping(one) ? (one as TermValue) : {})) : [];
};

/** The measures of one value that go further than the other's, where both measure the same. */
const looser = ({ thresholds = {} }: TermDefinition, value: TermValue, other: TermValue) =>
  Object.entries(thresholds).flatMap(([measure, { stricter }]): [string, number, number][] => {
    const [own, limit] = [value[measure], other[measure]];
    if (typeof own !== 'number' || typeof limit !== 'number') return [];
    return (stricter === 'lower' ? own > limit : own < limit) ? [[measure, own, limit]] : [];
  });
