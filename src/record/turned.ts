import type { IncidentAssessment } from '../assessment/assessment.js';
import { verbatim } from '../language.js';
import type { Names } from '../policy/names.js';
import type { Comparison, TurnedLink } from './comparison.js';
import { own } from './differences.js';
import type { Outcome } from './outcome.js';
import type { AssessmentRecord } from './record.js';
import { bothOf, labelIn, namesIn, type Sides, turnedFindings, turnedResponses } from './turned-findings.js';

/** What is held against each other: two records of a case and what stands behind them. */
export function comparisonOf(sides: Sides, changes: Comparison['changes']): Comparison {
  const { before, now, assessments, turnedOn } = sides;
  const [was, is] = [before.outcome, now.outcome];
  const side = ({ input: { asOf }, outcome }: AssessmentRecord) => {
    const { status, by } = outcome.accountability;
    return { asOf, status, by };
  };
  const { id, title } = assessments.now.incident;
  const turned = was.accountability.status !== is.accountability.status;
  return {
    before: { ...side(before), seal: before.seal },
    now: side(now),
    incident: { ...(id !== undefined && { id }), ...(title !== undefined && { title }) },
    names: namesOf(assessments),
    accountability: { turned, ...(turned && { turnedOn: turnedOn(({ outcome }) => outcome.accountability.status) }) },
    findings: turnedFindings(sides),
    responses: turnedResponses(sides),
    holders: turnedLinks(was, is, assessments),
    changes,
    ...openPoints(was, is, assessments),
  };
}

type Assessments = Sides['assessments'];

const namesOf = ({ before, now }: Assessments): Comparison['names'] =>
  Object.fromEntries(
    [before, now].flatMap((of) =>
      [
        ...(of?.units ?? []),
        ...(of?.systems ?? []),
        ...(of?.chain.units ?? []).map(({ unit: id, name }) => ({ id, name })),
      ]
        .filter(({ id, name }) => id !== undefined && name !== undefined)
        .map(({ id, name }) => [id, name]),
    ),
  );

/** The steps that somebody else holds now, or that are held otherwise. */
function turnedLinks(was: Outcome, is: Outcome, assessments: Assessments): TurnedLink[] {
  type Found = Outcome['chain']['links'][number];
  const keyOf = ({ step, unit = '', conduct }: Found | IncidentAssessment<Names>['chain']['links'][number]) =>
    [`${step}@${unit}`, ...(conduct ? [...conduct.provisions, conduct.period?.from, conduct.asOf] : [])].join();
  const [before, now] = [was, is].map(({ chain }) =>
    Object.fromEntries(chain.links.map((link) => [keyOf(link), link])),
  );
  const stateOf = ({ status, holders }: Found) => ({ status, persons: holders.map(({ person }) => person) });
  return namesIn(before as object, now as object).flatMap((key): TurnedLink[] => {
    const [old, current] = [before, now].map((of) => own(of as Record<string, unknown>, key) as Found | undefined);
    const [from, to] = [old && stateOf(old), current && stateOf(current)];
    if (JSON.stringify(from) === JSON.stringify(to)) return [];
    const { step, unit } = (current ?? old) as Found;
    const label = labelIn(assessments, ({ chain }) => chain.links.find((link) => keyOf(link) === key)?.label);
    return [{ step, label: label ?? verbatim(step), ...(unit !== undefined && { unit }), ...bothOf(from, to) }];
  });
}

/** What is open now and was not, and the other way round, with the words of the rules at hand. */
function openPoints(was: Outcome, is: Outcome, assessments: Assessments) {
  const points = [assessments.now, assessments.before].flatMap((of) => of?.openPoints ?? []);
  const told = (names: readonly string[], others: readonly string[]) =>
    names
      .filter((name) => !others.includes(name))
      .map((name) => {
        const [kind, id = ''] = parted(name);
        const found = points.find((point) => point.kind === kind && point.id === id);
        return found ?? { kind: kind as (typeof points)[number]['kind'], id, ask: verbatim(id), settledBy: '' };
      });
  return {
    opened: told(is.openPoints, was.openPoints),
    closed: told(was.openPoints, is.openPoints),
    settlers: { ...assessments.before?.settlers, ...assessments.now.settlers },
  };
}

const parted = (name: string): string[] => {
  const colon = name.indexOf(':');
  return [name.slice(0, colon), name.slice(colon + 1)];
};
