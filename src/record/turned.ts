import type { IncidentAssessment } from '../assessment/assessment.js';
import type { Bilingual } from '../language.js';
import type { Names } from '../policy/names.js';
import type { Regulation } from '../regulation/schema.js';
import type { Apart } from './changes.js';
import type { Comparison, Turned, TurnedLink, TurnedOn } from './comparison.js';
import { own } from './differences.js';
import type { Outcome } from './outcome.js';
import type { AssessmentRecord } from './record.js';
import { type Aspect, turnedOnWhat } from './turned-on.js';

interface Sides {
  readonly before: AssessmentRecord;
  readonly now: AssessmentRecord;
  readonly assessments: {
    /** Absent where the rules at hand refuse what the record was made of. */
    readonly before: IncidentAssessment<Names> | undefined;
    readonly now: IncidentAssessment<Names>;
  };
  readonly apart: Apart;
  /** The outcome of the record's input by the rules at hand. */
  readonly derived: Outcome | undefined;
  readonly regulation: Regulation;
}
type TurnedOnWhat = (aspect: Aspect) => TurnedOn;

export function comparisonOf({ before, now, assessments, apart, derived, regulation }: Sides): Comparison {
  const [was, is] = [before.outcome, now.outcome];
  const turnedOn = turnedOnWhat(apart, { now: is, before: derived }, regulation);
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
    accountability: { turned, ...(turned && { turnedOn: turnedOn((of) => of.accountability.status) }) },
    findings: turnedFindings(was, is, assessments, turnedOn),
    responses: turnedResponses(was, is, assessments, turnedOn),
    holders: turnedLinks(was, is, assessments),
    changes: apart.changes,
    ...openPoints(was, is, assessments),
  };
}

type Assessments = Sides['assessments'];
type Finding = Outcome['findings'][string];

function turnedFindings(was: Outcome, is: Outcome, assessments: Assessments, turnedOn: TurnedOnWhat) {
  return namesIn(was.findings, is.findings).flatMap((provision): Comparison['findings'][number][] => {
    const [before, now] = [own(was.findings, provision), own(is.findings, provision)] as (Finding | undefined)[];
    const units = turnedUnits(before?.units, now?.units);
    if (before?.status === now?.status && !units) return [];
    // Where one comes out otherwise and the whole does not, it is about that one.
    const aspect: Aspect = ({ findings }) => {
      const found = own(findings, provision) as Finding | undefined;
      return before?.status === now?.status ? JSON.stringify(found?.units) : String(found?.status);
    };
    const label = labelIn(assessments, (of) => of.findings.find((each) => each.provision === provision)?.label);
    const states = bothOf(before?.status, now?.status);
    return [
      { provision, label: label ?? same(provision), ...states, ...(units && { units }), turnedOn: turnedOn(aspect) },
    ];
  });
}

function turnedUnits(before: Finding['units'] = {}, now: Finding['units'] = {}) {
  const turned = namesIn(before, now).filter((unit) => own(before, unit) !== own(now, unit));
  if (turned.length === 0) return undefined;
  return Object.fromEntries(turned.map((unit) => [unit, bothOf(before[unit], now[unit])]));
}

function turnedResponses(was: Outcome, is: Outcome, assessments: Assessments, turnedOn: TurnedOnWhat) {
  return namesIn(was.responses, is.responses).flatMap((name): Comparison['responses'][number][] => {
    const stands = ({ responses }: Outcome) =>
      (own(responses, name) as Outcome['responses'][string] | undefined)?.status;
    const [before, now] = [stands(was), stands(is)];
    if (before === now) return [];
    const [provision = name, unit] = name.split('@');
    const label = labelIn(assessments, (of) => of.responses.find((each) => each.provision === provision)?.action);
    const turned: Turned<typeof before> = {
      provision,
      label: label ?? same(provision),
      ...bothOf(before, now),
      turnedOn: turnedOn((of) => String(stands(of))),
    };
    return [{ ...turned, ...(unit !== undefined && { unit }) } as Comparison['responses'][number]];
  });
}

/** The steps that somebody else holds now, or that are held otherwise. */
function turnedLinks(was: Outcome, is: Outcome, assessments: Assessments): TurnedLink[] {
  type Found = Outcome['chain']['links'][number];
  const keyOf = ({ step, unit = '' }: Found | IncidentAssessment<Names>['chain']['links'][number]) => `${step}@${unit}`;
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
    return [{ step, label: label ?? same(step), ...(unit !== undefined && { unit }), ...bothOf(from, to) }];
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
        return found ?? { kind: kind as (typeof points)[number]['kind'], id, ask: same(id), settledBy: '' };
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

const namesIn = (one: object, other: object): string[] => [...new Set([...Object.keys(other), ...Object.keys(one)])];
const same = (text: string): Bilingual => ({ zh: text, en: text });
const labelIn = (
  { now, before }: Assessments,
  find: (of: IncidentAssessment<Names>) => Bilingual | undefined,
): Bilingual | undefined => find(now) ?? (before && find(before));
const bothOf = <T>(before: T | undefined, now: T | undefined) => ({
  ...(before !== undefined && { before }),
  ...(now !== undefined && { now }),
});
