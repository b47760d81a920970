import { inFull, type WholeOpenPoint } from '../case/open-points.js';
import type { Presumption } from '../case/presumptions.js';
import { diagnostic, faultsOf, ZerenzhiError } from '../diagnostics/diagnostics.js';
import { reading } from '../diagnostics/reading.js';
import type { Citation } from '../logic/condition.js';
import type { Names, ShippedNames } from '../policy/names.js';
import type { Consequence, Finding, IncidentAssessment, Response } from './assessment.js';

/** What the ids in a part of an assessment refer to. */
export interface Referred<N extends Names = ShippedNames> {
  readonly citation: Citation;
  readonly openPoints: readonly WholeOpenPoint[];
  readonly presumptions: readonly Presumption<N>[];
}

/** A finding with what its ids refer to. */
export interface WholeFinding<N extends Names = ShippedNames> extends Omit<Finding<N>, 'consequence'>, Referred<N> {
  readonly consequence: Consequence;
}

/**
 * One finding of an assessment, with its words, its open points and its presumptions in it.
 *
 * @throws ZerenzhiError if the assessment has no such finding
 * @example
 * const { status, citation, openPoints } = findingOf(assessIncident({}), 'art9.p2.i5');
 */
export function findingOf<N extends Names = ShippedNames>(
  assessment: IncidentAssessment<N>,
  provision: N['accountability'],
): WholeFinding<N> {
  return reading(() => {
    const finding = named(assessment.findings, provision);
    const consequence = assessment.consequences[finding.consequence] as Consequence;
    return { ...finding, consequence, ...referred(assessment, finding) };
  }, 'assessment');
}

/**
 * One duty that an incident calls up, with its words, its open points and its presumptions in it.
 *
 * @throws ZerenzhiError if the assessment has no such response
 * @example
 * const { status, due } = responseOf(assessIncident({}), 'art8.report');
 */
export function responseOf<N extends Names = ShippedNames>(
  assessment: IncidentAssessment<N>,
  provision: N['response'],
): Response<N> & Referred<N> {
  return reading(() => {
    const response = named(assessment.responses, provision);
    return { ...response, ...referred(assessment, response) };
  }, 'assessment');
}

function named<Part extends { readonly provision: string }>(parts: readonly Part[], id: string): Part {
  const found = parts.find(({ provision }) => provision === id);
  if (found) return found;
  const among = parts.map(({ provision }) => provision);
  throw new ZerenzhiError(
    faultsOf('options', [diagnostic('assessment/unknown-provision', 'provision', { value: id, among })]),
  );
}

function referred<N extends Names>(
  assessment: IncidentAssessment<N>,
  { provision, open, presumed }: Finding<N> | Response<N>,
): Referred<N> {
  const { citations, openPoints, settlers } = assessment;
  return {
    citation: citations[provision as N['provision']],
    openPoints: inFull({ openPoints: openPoints.filter(({ id }) => open.includes(id)), settlers }),
    presumptions: presumptionsOf(assessment).filter(({ fact }) => presumed.includes(fact)),
  };
}

/** What an assessment presumes, each with its value and why. */
export const presumptionsOf = <N extends Names>({
  presumptions,
  facts,
}: Pick<IncidentAssessment<N>, 'presumptions' | 'facts'>): Presumption<N>[] =>
  presumptions.flatMap(({ because, facts: presumed }) =>
    presumed.flatMap((fact) => {
      const known = facts.find((each) => each.fact === fact && each.origin === 'presumed');
      return known ? [{ fact, value: known.value, because }] : [];
    }),
  );
