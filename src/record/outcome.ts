import type { IncidentAssessment, Response } from '../assessment/assessment.js';
import { presumptionsOf } from '../assessment/finding-of.js';
import type { Presumption } from '../case/presumptions.js';
import type { Chain, ConcernedUnit, Holder, Link, ResponsibilityChain } from '../chain/chain.js';
import type { Truth } from '../logic/truth.js';
import type { Names } from '../policy/names.js';

/**
 * What an assessment came to, without its words and reasons: those follow from the rules. Open points are written
 * `kind:id`.
 */
export interface Outcome {
  readonly accountability: IncidentAssessment<Names>['accountability'];
  /** By provision. */
  readonly findings: {
    readonly [provision: string]: {
      readonly status: Truth;
      /** The versions of its article that it was judged by, where there are several. */
      readonly editions?: readonly string[];
      /** By fact. */
      readonly presumptions: { readonly [fact: string]: Presumption['value'] };
      readonly openPoints: readonly string[];
      /** By unit, where several are concerned; under the empty name somebody not known. */
      readonly units?: { readonly [unit: string]: Truth };
    };
  };
  /** By provision; of an incident that concerns several units, by provision and unit, `art8.report@college-a`. */
  readonly responses: { readonly [provision: string]: Pick<Response<Names>, 'status' | 'due' | 'editions'> };
  readonly chain: {
    /** The day whose office-holders are meant; of several, the last. */
    readonly asOf: string;
    readonly period?: NonNullable<Chain<Names>['period']>;
    /** What each unit is to the system. */
    readonly units: readonly Pick<ConcernedUnit<Names>, 'unit' | 'capacities'>[];
    readonly links: readonly (Pick<Link<Names>, 'step' | 'unit' | 'status' | 'reached' | 'mayBeVacant' | 'conduct'> & {
      readonly holders: readonly Holder[];
    })[];
    /** The units that have the role of a body. */
    readonly bodies: { readonly [body: string]: string };
    readonly findings: readonly Pick<ResponsibilityChain<Names>['findings'][number], 'code' | 'path' | 'value'>[];
    readonly openPoints: readonly string[];
  };
  /** By provision: who may propose accountability, and to whom. */
  readonly proposals: { readonly [provision: string]: { readonly holder: string; readonly to: readonly string[] } };
  readonly openPoints: readonly string[];
}

/** The outcome of an assessment. */
export function outcomeOf(assessment: IncidentAssessment<Names>): Outcome {
  const { accountability, findings, responses, chain, proposals, openPoints } = assessment;
  const presumed = new Map(presumptionsOf(assessment).map(({ fact, value }) => [fact, value]));
  const chainOpen = [...new Set(Object.values(chain.open).flatMap((ids) => ids ?? []))];
  const kinds = new Map(openPoints.map(({ kind, id }) => [id, kind]));
  const names = (ids: readonly string[]) => ids.map((id) => `${kinds.get(id)}:${id}`).sort();
  return {
    accountability: { ...accountability },
    findings: byName(findings, ({ provision, status, editions, presumed: facts, open, byUnit }) => [
      provision,
      {
        status,
        ...(editions && { editions }),
        presumptions: byName(facts, (fact) => [fact, presumed.get(fact) as Presumption['value']]),
        openPoints: names(open),
        ...(byUnit && { units: byName(byUnit, (each) => [each.unit ?? '', each.status]) }),
      },
    ]),
    responses: byName(responses, ({ provision, unit, status, due, editions }) => [
      unit === undefined ? provision : `${provision}@${unit}`,
      { status, due, ...(editions && { editions }) },
    ]),
    chain: {
      asOf: chain.asOf,
      ...(chain.period && { period: chain.period }),
      units: chain.units.map(({ unit, capacities }) => ({ unit, capacities })),
      links: chain.links.map(({ label: _, provision: __, ...link }) => link),
      bodies: byName(
        chain.bodies.filter((body) => body.unit !== undefined),
        ({ body, unit }) => [body, unit as string],
      ),
      findings: chain.findings.map(({ code, path, value }) => ({ code, path, ...(value !== undefined && { value }) })),
      openPoints: names(chainOpen),
    },
    proposals: byName(proposals, ({ provision, holder, to }) => [
      provision,
      { holder: holder.id, to: to.map(({ id }) => id) },
    ]),
    openPoints: names(openPoints.map(({ id }) => id)),
  };
}

const byName = <T, U>(list: readonly T[], entry: (item: T) => readonly [string, U]): { [name: string]: U } =>
  Object.fromEntries(list.map(entry));
