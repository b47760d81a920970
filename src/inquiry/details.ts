import { demandOf, operands } from '../logic/formula.js';
import { openInputs } from '../logic/open-points.js';
import type { Reason } from '../logic/reason.js';
import { opposite, type Settled } from '../logic/truth.js';
import { type Hypothesis, reasonsOf } from './hypothesis.js';
import { toldOf } from './settle.js';

/**
 * Which of some questions are about the details of what was told to be unknown: where nobody knows whether there was a
 * leak, what leaked can only rule a provision out. What may still bring any provision about is no such detail.
 */
export function detailsOfUnknown(
  of: Hypothesis,
  provisions: readonly string[],
  questions: readonly { readonly id: string }[],
): ReadonlySet<string> {
  const { facts } = of.rules.regulation;
  const asked = new Set(questions.map(({ id }) => id));
  // Something else that can be asked may tell of it: a leak tells of an incident. What the register does not say is not
  // what the person was asked about first.
  const staysUnknown = (id: string) =>
    toldOf(of, id) === 'unknown' &&
    facts[id]?.source === undefined &&
    facts[id]?.implied?.some(({ by, is }) => is !== undefined && asked.has(by)) !== true;
  const reasons = reasonsOf(of.now, provisions);
  const turning = new Set(reasons.flatMap((reason) => inputsToward('met', reason, staysUnknown)));
  return new Set(reasons.flatMap(idsIn).filter((id) => !turning.has(id)));
}

type IsUnknown = (id: string) => boolean;
const idsIn = (reason: Reason): string[] => openInputs(reason).map(({ id }) => id);

/** The open inputs of a reason that may bring it about, or rule it out, while what is unknown stays so. */
function inputsToward(wanted: Settled, reason: Reason, staysUnknown: IsUnknown): string[] {
  if (reason.truth !== 'undetermined' || !mayCome(wanted, reason, staysUnknown)) return [];
  const parts = operands(reason);
  const within = new Set(parts.flatMap(idsIn));
  const inner = reason.kind === 'not' ? opposite(wanted) : wanted;
  return [
    ...idsIn(reason).filter((id) => !within.has(id)),
    ...parts.flatMap((part) => inputsToward(inner, part, staysUnknown)),
  ];
}

/** Whether a reason may come out so while what is unknown stays so. */
function mayCome(wanted: Settled, reason: Reason, staysUnknown: IsUnknown): boolean {
  if (reason.truth !== 'undetermined') return reason.truth === wanted;
  const may = (part: Reason) => mayCome(wanted, part, staysUnknown);
  switch (reason.kind) {
    case 'fact':
      return reason.missing?.some(staysUnknown) !== true;
    case 'term':
      // Of what is not known nobody finds that a word fits it.
      return !idsIn(reason).every(staysUnknown) && operands(reason).every(may);
    case 'question':
    case 'epochs':
      // Which of them counts can still be told.
      return operands(reason).some(may);
    case 'literal':
    case 'commencement':
      return true;
    default: {
      const { parts, wanted: inner, each } = demandOf(reason, wanted);
      const comes = (part: Reason) => mayCome(inner, part, staysUnknown);
      return each ? parts.every(comes) : parts.some(comes);
    }
  }
}
