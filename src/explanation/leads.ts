import type { Deciding } from '../assessment/deciding.js';
import { reasonIn } from '../assessment/reason-of.js';
import { inFull, openPointsOf, type WholeOpenPoint } from '../case/open-points.js';
import { demandOf, nodesIn } from '../logic/formula.js';
import type { OpenInput } from '../logic/open-points.js';
import type { Reason } from '../logic/reason.js';
import type { Settled } from '../logic/truth.js';
import { ASSUMING_WHAT_IS_OPEN, type Assumption, type Way, waysTo } from '../logic/ways.js';
import type { AnyAssessment } from './results.js';

/** A finding that is open. */
export interface Lead {
  readonly provision: string;
  /** Something on record answers to its words already. */
  readonly answered: boolean;
  /** The fewest open points that together would meet it: what it turns on. */
  readonly turnsOn: readonly WholeOpenPoint[];
}

/** As many as people take in at a glance. */
const MOST = 3;

/**
 * Where the record leads: of the findings that are open those that most of it answers to; where it
 * answers to none, those that turn on least. What few provisions ask for says most of them, and what a third of them ask
 * for, as that there was an incident, says nothing.
 */
export function leadsOf(assessment: AnyAssessment, deciding: Deciding): Lead[] {
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
    .map((each) => {
      const answering = answeringTo('met', each.reason, telling);
      return { ...each, weight: [...answering].reduce((sum, name) => sum + (telling.get(name)?.weight ?? 0), 0) };
    });
  const answered = open.filter(({ weight }) => weight > 0);
  if (answered.length > 0 || assessment.accountability.status !== 'undetermined')
    return answered
      .sort((a, b) => b.weight - a.weight)
      .slice(0, MOST)
      .map(leadOf);
  return open
    .map(leadOf)
    .sort((a, b) => a.turnsOn.length - b.turnsOn.length)
    .slice(0, MOST);

  function leadOf({ provision, reason, weight }: (typeof open)[number]): Lead {
    const ways = waysTo('met', reason, ASSUMING_WHAT_IS_OPEN, true).map(inputsIn);
    // A way through what is asked for anyway comes before one that asks for more.
    const isAsked = ({ id }: OpenInput) => points.some((point) => point.id === id);
    const fewest = ways.find((way) => way.every(isAsked)) ?? ways[0] ?? [];
    const asked = points.filter(({ id }) => fewest.some((input) => input.id === id));
    const more = fewest.filter((input) => !isAsked(input));
    const { rules } = deciding(provision);
    return { provision, answered: weight > 0, turnsOn: [...asked, ...openPointsOf(rules, [{ provision, on: more }])] };
  }
}

const inputsIn = (way: Way): OpenInput[] => [...way.values()].flatMap(openIn);

interface Telling {
  readonly weight: number;
  /** Somebody says so, and it is not established. */
  readonly alleged: boolean;
}

/** What is on record of the incident, alleged or established, and what persons have found, with how much it says. */
function tellingOf({ facts, termFindings }: AnyAssessment, reasons: readonly Reason[]): ReadonlyMap<string, Telling> {
  const asked = reasons.map(
    (reason) =>
      new Set(
        [...nodesIn(reason)].flatMap((node) =>
          node.kind === 'fact' ? node.fact : node.kind === 'term' ? node.term : [],
        ),
      ),
  );
  const known = [
    ...facts.flatMap(({ fact, origin, value }) =>
      origin === 'stated' ? { name: fact, alleged: typeof value === 'object' && 'pending' in value } : [],
    ),
    ...Object.keys(termFindings).map((name) => ({ name, alleged: false })),
  ];
  return new Map(
    known.flatMap(({ name, alleged }) => {
      const count = asked.filter((each) => each.has(name)).length;
      return count > 0 && count * 3 < reasons.length ? [[name, { weight: 1 / count, alleged }] as const] : [];
    }),
  );
}

/** What of it a reason is met by, as far as it is. */
function answeringTo(wanted: Settled, reason: Reason, telling: ReadonlyMap<string, Telling>): ReadonlySet<string> {
  switch (reason.kind) {
    case 'fact': {
      const known = telling.get(reason.fact);
      const answers = known?.alleged ? wanted === 'met' : reason.truth === wanted;
      return new Set(known && answers ? [reason.fact] : []);
    }
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
function openIn(assumption: Assumption): readonly OpenInput[] {
  const facts = (ids: readonly string[]) => ids.map((id): OpenInput => ({ kind: 'fact', id }));
  if (assumption.on === 'question') return [{ kind: 'ruling', id: assumption.question }];
  if (assumption.on === 'epoch') return facts(assumption.missing);
  const { leaf } = assumption;
  if (leaf.kind === 'fact') return facts(leaf.missing ?? [leaf.fact]);
  return [leaf.kind === 'term' ? { kind: 'term', id: leaf.term } : { kind: 'issue-date', id: 'issue-date' }];
}
