import type { Diagnostic } from '../../diagnostics/diagnostics.js';
import { fileDiagnostic } from '../../diagnostics/file-diagnostics.js';
import { impliedTermFaults } from '../../regulation/implied-terms.js';
import { type Regulation, regulationSchema } from '../../regulation/schema.js';
import { checkTermValues } from '../../regulation/term-value.js';
import { checkArticle, checkIds } from './articles.js';
import { checkEditions } from './editions.js';
import { checkFactNames } from './fact-names.js';
import { checkFacts } from './facts.js';
import type { Fault } from './fault.js';
import { checkBearers, checkDays, checkNames, checkNamespace } from './names.js';
import { withNearestWords } from './quotes.js';
import { ruleShapeFaults } from './shape.js';
import { type Absent, soundPart } from './sound.js';
import { checkTerms } from './terms.js';

/** Every fault of a regulation given as data, at once. */
export function checkRegulation(value: unknown): Diagnostic[] {
  const { shape, meaning } = faultsIn(value);
  return [...shape, ...meaning];
}

/**
 * The faults of a regulation: those of its shape, and those of the names, quotes, dates and words in all that has a
 * sound shape.
 *
 * @param absent the parts that could not be read, of which nothing is told
 */
export function faultsIn(
  value: unknown,
  absent: readonly Absent[] = [],
): { readonly shape: readonly Diagnostic[]; readonly meaning: readonly Diagnostic[] } {
  const shape = ruleShapeFaults(regulationSchema, value).filter(
    ({ path }) => !absent.includes('regulation') || /^(?:facts|terms|questions|profiles|articles)\b./.test(path),
  );
  if (shape.length === 0 && absent.length === 0) return { shape, meaning: meaningFaults(value as Regulation) };
  const sound = soundPart(value, shape, absent);
  return { shape, meaning: sound ? sound.own(meaningFaults(sound.regulation)) : [] };
}

/** The faults of a regulation whose shape is sound. */
function meaningFaults(regulation: Regulation): Diagnostic[] {
  const faults: Diagnostic[] = [];
  const fault: Fault = (code, path, details) => faults.push(fileDiagnostic(code, path, details));
  faults.push(...checkDays(regulation), ...checkEditions(regulation));
  checkNames(regulation, fault);
  checkNamespace(regulation, fault);
  checkFactNames(regulation, fault);
  checkFacts(regulation, fault);
  checkIds(regulation, fault);
  faults.push(...checkBearers(regulation), ...checkTerms(regulation, fault));
  for (const [name, profile] of Object.entries(regulation.profiles))
    for (const check of [checkTermValues, impliedTermFaults])
      faults.push(...check(regulation, profile.terms, `profiles.${name}.terms`));
  regulation.articles.forEach((article, i) => {
    faults.push(...checkArticle(regulation, article, `articles[${i}]`));
  });
  return withNearestWords(regulation, faults);
}
