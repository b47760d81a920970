import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostics.js';
import { type Condition, conditionsIn } from '../../logic/condition.js';
import { OWN_ID, type OwnDuty, type OwnTerm } from '../../model/overlay.js';
import { checkCondition } from '../../regulation/check-condition.js';
import type { FactDefinition, Regulation, TermDefinition } from '../../regulation/schema.js';
import { valueFaults } from '../../regulation/term-value.js';
import { vocabulary } from '../../regulation/vocabulary.js';
import type { ReadOverlay } from './read.js';

/** What an overlay says in itself: its days in order, names that are there, values and conditions that fit. */
export const nameFaults = (regulation: Regulation, { path, made, days, duties, terms }: ReadOverlay): Diagnostic[] => [
  ...(days?.until !== undefined && days.until < days.from
    ? [diagnostic('input/out-of-order', `${path}.until`, { value: days.until, expected: days.from })]
    : []),
  // Nobody can have kept rules that were still to be made.
  ...(made !== undefined && days !== undefined && days.from < made
    ? [diagnostic('input/out-of-order', `${path}.from`, { value: days.from, expected: made })]
    : []),
  ...duties.flatMap(({ path: at, duty }, i) => [
    ...(duty.id === undefined ? [] : idFaults(regulation, duty.id, `${at}.id`)),
    ...(duty.id !== undefined && duties.slice(0, i).some((other) => other.duty.id === duty.id)
      ? [diagnostic('input/duplicate', `${at}.id`, { value: duty.id })]
      : []),
    ...dutyFaults(regulation, duty, at),
  ]),
  ...terms.flatMap(({ path: at, term, value }) => termFaults(regulation, term, value, at)),
];

/** A duty of a unit's own is named apart from all that the regulation has. */
function idFaults(regulation: Regulation, id: string, path: string): Diagnostic[] {
  const { facts, terms, questions } = regulation;
  const isTaken = [facts, terms, questions].some((named) => Object.hasOwn(named, id)) || isProvision(regulation, id);
  if (isTaken) return [diagnostic('overlay/taken-id', path, { value: id, expected: 'own.…' })];
  return OWN_ID.test(id) ? [] : [diagnostic('input/invalid-id', path, { value: id, expected: 'own.…' })];
}

const provisionsOf = ({ articles }: Regulation): string[] =>
  articles.flatMap(({ provisions }) => provisions.map(({ id }) => id));
const isProvision = (regulation: Regulation, id: string): boolean => provisionsOf(regulation).includes(id);

function dutyFaults(
  regulation: Regulation,
  { rhythm, when, per, makesConcrete }: Partial<OwnDuty>,
  path: string,
): Diagnostic[] {
  const of: readonly FactDefinition['of'][] = per === 'system' ? ['unit', 'system'] : ['unit'];
  return [
    ...(typeof rhythm === 'object' ? rhythmFaults(regulation, rhythm, `${path}.rhythm`) : []),
    ...(when === undefined
      ? []
      : [
          ...checkCondition(when, `${path}.when`, vocabulary(regulation)),
          ...onlyFacts(regulation, when, of, `${path}.when`),
        ]),
    ...(makesConcrete === undefined || isProvision(regulation, makesConcrete)
      ? []
      : [
          diagnostic('assessment/unknown-provision', `${path}.makesConcrete`, {
            value: makesConcrete,
            among: provisionsOf(regulation),
          }),
        ]),
  ];
}

const INTERVAL = { interval: true } as TermDefinition;

function rhythmFaults(regulation: Regulation, { every, on }: Partial<OwnTerm>, path: string): Diagnostic[] {
  if (every === undefined && on === undefined) return [diagnostic('policy/no-value', path, { expected: 'every, on' })];
  return [...oneOf({ every, on }, path), ...valueFaults(regulation, INTERVAL, given({ every, on }), path)];
}

const given = (value: object): object =>
  Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined));

function termFaults(regulation: Regulation, name: string, value: OwnTerm, path: string): Diagnostic[] {
  const { terms } = regulation;
  const term = Object.hasOwn(terms, name) ? terms[name] : undefined;
  if (!term) return [diagnostic('policy/unknown-term', path, { value: name, among: Object.keys(terms) })];
  return [
    ...valueFaults(regulation, term, value, path, ['quote']),
    ...(term.interval ? oneOf(value, path) : []),
    ...Object.keys(term.thresholds ?? {}).flatMap((measure) => numberFaults(value[measure], `${path}.${measure}`)),
    ...(value.cases ?? []).flatMap(({ when }, i) =>
      onlyFacts(regulation, when, ['unit', 'system'], `${path}.cases[${i}].when`),
    ),
  ];
}

/** An interval is given in one way. */
function oneOf({ every, on, cases }: Partial<OwnTerm>, path: string): Diagnostic[] {
  const [first, second] = Object.keys(given({ every, on, cases }));
  return first && second ? [diagnostic('input/contradiction', path, { value: second, expected: first })] : [];
}

/** Nothing is not much of anything, so no threshold is nought. */
function numberFaults(value: unknown, path: string): Diagnostic[] {
  if (value === undefined) return [];
  if (typeof value !== 'number') return [diagnostic('input/invalid-type', path, { value, expected: 'number' })];
  return value > 0 ? [] : [diagnostic('input/out-of-range', path, { value, expected: '> 0' })];
}

/** Facts of the unit are its own to rule by; readings are not, nor is what a person finds. */
function onlyFacts(
  regulation: Regulation,
  when: Condition,
  of: readonly FactDefinition['of'][],
  path: string,
): Diagnostic[] {
  // What is no condition is told as such.
  if (checkCondition(when, path, vocabulary(regulation)).length > 0) return [];
  return conditionsIn(when).flatMap((inner) => {
    const name = 'term' in inner ? inner.term : 'question' in inner ? inner.question : undefined;
    const other = 'fact' in inner && !of.includes(regulation.facts[inner.fact]?.of ?? 'incident') ? inner.fact : name;
    return other === undefined
      ? []
      : [diagnostic('overlay/facts-only', path, { value: other, expected: of.join(', ') })];
  });
}
