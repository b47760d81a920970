import type { Deciding } from '../assessment/deciding.js';
import { reasonIn } from '../assessment/reason-of.js';
import { inFull, type WholeOpenPoint } from '../case/open-points.js';
import { demandOf, nodesIn } from '../logic/formula.js';
import type { Reason } from '../logic/reason.js';
import type { Settled } from '../logic/truth.js';
import { ASSUMING_WHAT_IS_OPEN, type Assumption, waysTo } from '../logic/ways.js';
import type { AnyAssessment } from './results.js';

/** A finding that is open. */
export interface Lead {
  readonly provision: string;
  /** Something on record answers to its words already. */
  readonly answered: boolean;
  /** The fewest open points that together would meet it: what it turns on. */
  readonly turnsOn: readonly WholeOpenPoint[];
}

/**
 * Where the record leads: of the findings that are open those that most of it answers to, at most so many; where it
 * answers to none, those that turn on least. What a third of the provisions ask for, as that there was an incident,
 * leads to none of them.
 */
export function leadsOf(assessment: AnyAssessment, deciding: Deciding, most: number): Lead[] {
  const points = inFull(assessment);
  const reasons = assessment.findings.map(({ provision, status }) => ({
    provision,
    isOpen: status === 'undetermined',
    reason: reasonIn(deciding(provision), provision),
  }));
  const telling = tellingOf(
    assessment,
    reasons.map(({ reason }) => reason),
  );
  const open = reasons
    .filter(({ isOpen }) => isOpen)
    .map((each) => ({ ...each, answering: answeringTo('met', each.reason, telling).size }));
  const answered = open.filter(({ answering }) => answering > 0);
  if (answered.length > 0 || assessment.accountability.status !== 'undetermined')
    return answered
      .sort((a, b) => b.answering - a.answering)
      .slice(0, most)
      .map(leadOf);
  return open
    .map(leadOf)
    .sort((a, b) => a.turnsOn.length - b.turnsOn.length)
    .slice(0, most);

  function leadOf({ provision, reason, answering }: (typeof open)[number]): Lead {
    const [fewest = new Map<string, Assumption>()] = waysTo('met', reason, ASSUMING_WHAT_IS_OPEN, true);
    const ids = new Set([...fewest.values()].flatMap(openIn));
    return { provision, answered: answering > 0, turnsOn: points.filter(({ id }) => ids.has(id)) };
  }
}

/** What is on record and what persons have found, but for what a third of the provisions ask for. */
function tellingOf({ facts, termFindings }: AnyAssessment, reasons: readonly Reason[]): ReadonlySet<string> {
  const asked = reasons.map(
    (reason) => new Set([...nodesIn(reason)].flatMap((node) => (node.kind === 'fact' ? node.fact : []))),
  );
  const known = [
    ...facts.flatMap(({ fact, origin }) => (origin === 'stated' ? fact : [])),
    ...Object.keys(termFindings),
  ];
  return new Set(known.filter((name) => asked.filter((each) => each.has(name)).length * 3 < reasons.length));
}

/** What of it a reason is met by, as far as it is. */
function answeringTo(wanted: Settled, reason: Reason, telling: ReadonlySet<string>): ReadonlySet<string> {
  switch (reason.kind) {
    case 'fact':
      return new Set(reason.truth === wanted && telling.has(reason.fact) ? [reason.fact] : []);
    case 'term':
      return new Set(reason.truth === wanted && telling.has(reason.term) ? [reason.term] : []);
    case 'literal':
    case 'commencement':
    case 'absent':
      return new Set();
    default: {
      const { parts, wanted: inner } = demandOf(reason, wanted);
      return new Set(parts.flatMap((part) => [...answeringTo(inner, part, telling)]));
    }
  }
}

/** What is open where something is assumed. */
function openIn(assumption: Assumption): readonly string[] {
  if (assumption.on === 'question') return [assumption.question];
  if (assumption.on === 'epoch') return assumption.missing;
  const { leaf } = assumption;
  if (leaf.kind === 'fact') return leaf.missing ?? [leaf.fact];
  return leaf.kind === 'term' ? [leaf.term] : ['issue-date'];
}
