import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostics.js';
import { sameData } from '../../diagnostics/plain-data.js';
import type { Condition } from '../../logic/condition.js';
import type { OwnTerm } from '../../model/overlay.js';
import { addToDate, dateText, dayBefore, parseDuration } from '../../regulation/dates.js';
import { areTogether } from '../../regulation/made.js';
import type { Regulation, TermDefinition, TermValue } from '../../regulation/schema.js';
import type { ReadOverlay } from './read.js';

type Values = { readonly [term: string]: readonly TermValue[] };

/** Values that are less strict than what the policy has for any of the same days, or cannot be held against it. */
export const weakeningFaults = (
  { terms: definitions }: Regulation,
  values: Values,
  { days, terms }: ReadOverlay,
): Diagnostic[] =>
  terms.flatMap(({ path, term, value }) => {
    const definition = Object.hasOwn(definitions, term) ? definitions[term] : undefined;
    const held = definition && days ? (values[term] ?? []).filter((each) => areTogether(each, days)) : [];
    return definition ? held.flatMap((limit) => loosened(definition, value, limit, path)) : [];
  });

const loosened = (definition: TermDefinition, own: OwnTerm, limit: TermValue, path: string): Diagnostic[] =>
  definition.interval ? rarer(own, limit, path) : looser(definition, own, limit, path);

/** The measures of a value that go further than the limit's: both have to measure the same. */
function looser({ thresholds = {} }: TermDefinition, own: OwnTerm, limit: TermValue, path: string): Diagnostic[] {
  const measuresOf = (value: OwnTerm | TermValue) => Object.keys(thresholds).filter((measure) => measure in value);
  const [given, needed] = [measuresOf(own), measuresOf(limit)];
  if (given.join() !== needed.join()) return [notComparable(path, given.join(', '), needed.join(', '))];
  return given.flatMap((measure) => {
    const [value, bound] = [Number(own[measure]), Number(limit[measure])];
    const isLower = thresholds[measure]?.stricter === 'lower';
    return (isLower ? value > bound : value < bound)
      ? [weaker(`${path}.${measure}`, value, `${isLower ? '≤' : '≥'} ${bound}`)]
      : [];
  });
}

/** What is to be done less often than the limit asks, or not in all the cases that it has. */
function rarer(own: OwnTerm, limit: TermValue, path: string): Diagnostic[] {
  const differ = [notComparable(path, formOf(own), formOf(limit))];
  if (own.on && limit.on) {
    const missing = limit.on.filter((day) => !own.on?.includes(day));
    return missing.length === 0 ? [] : [weaker(`${path}.on`, own.on.join(', '), `+ ${missing.join(', ')}`)];
  }
  if (own.on || limit.on) return differ;
  if (own.every !== undefined) {
    const { every } = own;
    return demandsOf(limit).flatMap((demand) => longer(every, demand.every, `${path}.every`));
  }
  const [cases, demands] = [own.cases ?? [], demandsOf(limit)];
  if (!demands.every(({ when }, i) => when && cases[i] && sameData(when, cases[i].when))) return differ;
  return demands.flatMap(({ every }, i) => longer(cases[i]?.every ?? '', every, `${path}.cases[${i}].every`));
}

type Demand = { readonly when?: Condition; readonly every: string };
const demandsOf = ({ every, cases = [] }: TermValue): readonly Demand[] => (every === undefined ? cases : [{ every }]);
const formOf = ({ every, on }: OwnTerm | TermValue): string => (on ? 'on' : every === undefined ? 'cases' : 'every');

function longer(own: string, limit: string, path: string): Diagnostic[] {
  const [one, other] = [parseDuration(own), parseDuration(limit)];
  // What is no duration is told as such.
  if (!one || !other || STARTS.every((day) => addToDate(day, one) <= addToDate(day, other))) return [];
  return [weaker(path, own, `≤ ${limit}`)];
}

/** The first and the last days of the months of four years: months are not all of one length. */
const STARTS = [0, 1, 2, 3].flatMap((year) =>
  Array.from({ length: 12 }, (_, month) => dateText(2000 + year, month + 1, 1)).flatMap((first) => [
    dayBefore(first),
    first,
  ]),
);

const weaker = (path: string, value: string | number, expected: string): Diagnostic =>
  diagnostic('overlay/weaker', path, { value, expected });

const notComparable = (path: string, value: string, expected: string): Diagnostic =>
  diagnostic('overlay/not-comparable', path, { value, expected });
