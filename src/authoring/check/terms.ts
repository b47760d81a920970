import type { Diagnostic } from '../../diagnostics/diagnostics.js';
import { oncePer } from '../../diagnostics/once.js';
import { type Condition, conditionsIn } from '../../logic/condition.js';
import { checkCondition } from '../../regulation/check-condition.js';
import { passages } from '../../regulation/citation.js';
import type { Regulation } from '../../regulation/schema.js';
import { settlers, vocabulary } from '../../regulation/vocabulary.js';
import { circleOf } from './circle.js';
import type { Fault } from './fault.js';

/** The words of a term or a question stand in the article it is of, in some version of it. */
export function checkTerms(regulation: Regulation, fault: Fault): Diagnostic[] {
  const stands = (words: string, number: number, path: string) => {
    const versions = regulation.articles.filter(({ article }) => article === number);
    if (versions.length === 0) fault('rule/missing-article', path, { expected: String(number) });
    else if (!versions.flatMap(passages).some(({ text }) => text.includes(words)))
      fault('rule/quote-not-found', path, { value: words, expected: String(number) });
  };
  for (const [name, { words, article }] of Object.entries(regulation.questions))
    stands(words, article, `questions.${name}.words`);
  const circle = circleOf(Object.keys(regulation.terms), (name) => termsNamedBy(regulation, name));
  if (circle) fault('rule/recursive-condition', `terms.${circle[0]}`, { value: circle.join(' → ') });
  for (const [kind, named] of [
    ['terms', regulation.terms],
    ['bearers', regulation.bearers],
  ] as const)
    for (const [name, { settledBy }] of Object.entries(named))
      if (settledBy !== undefined && !settlers(regulation).includes(settledBy))
        fault('rule/unknown-name', `${kind}.${name}.settledBy`, { value: settledBy, among: settlers(regulation) });
  return Object.entries(regulation.terms).flatMap(([name, term]) => {
    stands(term.words, term.article, `terms.${name}.words`);
    const names = vocabulary(regulation, undefined, { thresholds: Object.keys(term.thresholds ?? {}) });
    const plain = vocabulary(regulation, undefined);
    return [
      ...(term.condition !== undefined ? checkCondition(term.condition, `terms.${name}.condition`, names) : []),
      ...Object.entries(term.floors ?? {}).flatMap(([side, floor]) =>
        floor !== undefined ? checkCondition(floor, `terms.${name}.floors.${side}`, plain) : [],
      ),
    ];
  });
}

/** The terms by which a term is settled. */
const termsNamedBy = (regulation: Regulation, name: string): string[] => {
  const { needs, suffices } = regulation.terms[name]?.floors ?? {};
  const names = vocabulary(regulation, undefined);
  const floors = [needs, suffices].filter((floor) => floor && checkCondition(floor, '', names).length === 0);
  return [conditionOf(regulation, name), ...floors].flatMap((part) =>
    conditionsIn(part).flatMap((inner) => ('term' in inner ? [inner.term] : [])),
  );
};

/** The conditions of terms that can be walked: asked for wherever a provision names a term, and worked out once. */
const soundConditions = oncePer((regulation: Regulation) =>
  Object.fromEntries(
    Object.entries(regulation.terms).map(([name, { condition, thresholds = {} }]) => {
      const names = vocabulary(regulation, undefined, { thresholds: Object.keys(thresholds) });
      return [name, condition && checkCondition(condition, '', names).length === 0 ? condition : undefined] as const;
    }),
  ),
);

export const conditionOf = (regulation: Regulation, term: string): Condition | undefined =>
  soundConditions(regulation)[term];
