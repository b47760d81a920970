import type { Finding } from '../assess-incident.js';
import type { Citation } from '../logic/condition.js';
import type { FactValue } from '../logic/operators.js';
import { type Leaf, smallestSupport } from '../logic/support.js';
import type { Truth } from '../logic/truth.js';
import { EXPLAIN } from '../messages/explain.js';
import type { Lang } from '../messages/report.js';
import type { OpenPoint } from '../open-point.js';
import type { Bilingual, FactDefinition, Regulation } from '../regulation/schema.js';

/** Why a finding is as it is: the fewest grounds that decide it, or what keeps it open. */
export interface Explanation {
  readonly provision: string;
  readonly label: Bilingual;
  readonly citation: Citation;
  readonly status: Truth;
  /** With these alone it would come out the same, and without any one of them it would be open. None where it is undetermined. */
  readonly grounds: readonly Ground[];
  readonly openPoints: readonly OpenPoint[];
}

/** One ground: what is established, in words, and the words of the law it is held against. */
export interface Ground {
  readonly kind: 'fact' | 'finding' | 'commencement';
  /** The fact or the term; absent for the law's being in force. */
  readonly id?: string;
  readonly established: Bilingual;
  /** Nobody has said otherwise. */
  readonly presumed?: true;
  /** Whether what the words ask for is there. */
  readonly truth: Truth;
  readonly citation?: Citation;
}

/**
 * Explains a finding of an assessment from its own reason: why it is met, why not, or why it is open.
 *
 * @example
 * const { grounds } = explainFinding(finding, regulation);
 */
export function explainFinding(finding: Finding, regulation: Regulation): Explanation {
  const { provision, label, citation, status, reason, openPoints } = finding;
  const grounds = (smallestSupport(reason) ?? []).map((leaf) => groundOf(leaf, regulation));
  return { provision, label, citation, status, grounds, openPoints: status === 'undetermined' ? openPoints : [] };
}

function groundOf(leaf: Leaf, regulation: Regulation): Ground {
  const { truth, citation } = leaf;
  const cited = citation ? { citation } : {};
  if (leaf.kind === 'commencement') return { kind: 'commencement', truth, established: both((lang) => EXPLAIN[lang].inForce(truth === 'met')), ...cited };
  if (leaf.kind === 'term') {
    const label = regulation.terms[leaf.term]?.label;
    return { kind: 'finding', id: leaf.term, truth, established: both((lang) => EXPLAIN[lang].found(label?.[lang] ?? leaf.term, truth === 'met')), ...cited };
  }
  const fact = regulation.facts[leaf.fact] as FactDefinition;
  const measured = fact.type === 'number' && leaf.expected !== undefined ? `${SIGN[leaf.operator] ?? ''} ${String(leaf.expected)}` : undefined;
  return {
    kind: 'fact',
    id: leaf.fact,
    truth,
    established: both((lang) => EXPLAIN[lang].established(fact.label[lang], valueText(leaf.actual, fact, regulation, lang), measured)),
    ...(leaf.presumed && { presumed: true as const }),
    ...cited,
  };
}

const SIGN: { readonly [operator: string]: string } = {
  equal: '=',
  notEqual: '≠',
  lessThan: '<',
  lessThanInclusive: '≤',
  greaterThan: '>',
  greaterThanInclusive: '≥',
};

const both = (say: (lang: Lang) => string): Bilingual => ({ zh: say('zh'), en: say('en') });

/** A value as people say it. */
function valueText(value: FactValue, fact: FactDefinition, regulation: Regulation, lang: Lang): string {
  const say = EXPLAIN[lang];
  const option = (name: string): string => {
    const { options } = fact;
    const named: { readonly [option: string]: Bilingual | { readonly label: Bilingual } } = typeof options === 'string' ? regulation[options] : (options ?? {});
    const found = named[name];
    return found === undefined ? name : 'label' in found ? found.label[lang] : found[lang];
  };
  if (value === undefined) return say.unknown;
  if (typeof value === 'boolean') return value ? say.yes : say.no;
  if (typeof value === 'number') return say.number(value, fact.unit);
  if (typeof value === 'string') return option(value);
  if (Array.isArray(value)) return value.length === 0 ? say.none : value.map(option).join(say.and);
  if ('pending' in value) return option(value.pending);
  if ('atLeast' in value) return say.between(value.atLeast, value.atMost, fact.unit);
  if ('has' in value) return say.members(value.has.map(option), value.lacks.map(option));
  return say.unknown;
}
