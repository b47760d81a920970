import type { IncidentAssessment } from '../assessment/assess-incident.js';
import type { Response } from '../assessment/responses.js';
import type { OpenPoint } from '../case/open-points.js';
import type { Presumption } from '../case/presumptions.js';
import type { ConcernedUnit, Holder, Link, ResponsibilityChain } from '../chain/resolve-responsibility-chain.js';
import type { Truth } from '../logic/truth.js';

/** What an assessment came to, without its words and reasons: those follow from the rules. Open points are written `kind:id`. */
export interface Outcome {
  readonly accountability: IncidentAssessment['accountability'];
  /** By provision. */
  readonly findings: {
    readonly [provision: string]: {
      readonly status: Truth;
      /** By fact. */
      readonly presumptions: { readonly [fact: string]: Presumption['value'] };
      readonly openPoints: readonly string[];
    };
  };
  /** By provision. */
  readonly responses: { readonly [provision: string]: Pick<Response, 'status' | 'due'> };
  readonly chain: {
    /** The day whose office-holders are meant. */
    readonly asOf: string;
    /** What each unit is to the system. */
    readonly units: readonly Pick<ConcernedUnit, 'unit' | 'capacities'>[];
    readonly links: readonly (Pick<Link, 'step' | 'unit' | 'status' | 'reached'> & {
      readonly holders: readonly Holder[];
    })[];
    /** The units that have the role of a body. */
    readonly bodies: { readonly [body: string]: string };
    readonly findings: readonly Pick<ResponsibilityChain['findings'][number], 'code' | 'path' | 'value'>[];
    readonly openPoints: readonly string[];
  };
  /** By provision: who may propose accountability, and to whom. */
  readonly proposals: { readonly [provision: string]: { readonly holder: string; readonly to: readonly string[] } };
  readonly openPoints: readonly string[];
}

/** The outcome of an assessment. */
export function outcomeOf({
  accountability,
  findings,
  responses,
  chain,
  proposals,
  openPoints,
}: IncidentAssessment): Outcome {
  return {
    accountability,
    findings: byName(findings, ({ provision, status, presumptions, openPoints }) => [
      provision,
      { status, presumptions: byName(presumptions, ({ fact, value }) => [fact, value]), openPoints: names(openPoints) },
    ]),
    responses: byName(responses, ({ provision, status, due }) => [provision, { status, due }]),
    chain: {
      asOf: chain.asOf,
      units: chain.units.map(({ unit, capacities }) => ({ unit, capacities })),
      links: chain.links.map(({ label: _, citation: __, ...link }) => link),
      bodies: byName(
        chain.bodies.filter((body) => body.unit !== undefined),
        ({ body, unit }) => [body, unit as string],
      ),
      findings: chain.findings.map(({ code, path, value }) => ({ code, path, ...(value !== undefined && { value }) })),
      openPoints: names(chain.openPoints),
    },
    proposals: byName(proposals, ({ provision, holder, to }) => [
      provision,
      { holder: holder.id, to: to.map(({ id }) => id) },
    ]),
    openPoints: names(openPoints),
  };
}

const byName = <T, U>(list: readonly T[], entry: (item: T) => readonly [string, U]): { [name: string]: U } =>
  Object.fromEntries(list.map(entry));

/** A set: which come first is the reports' affair. */
const names = (points: readonly OpenPoint[]): string[] => points.map(({ kind, id }) => `${kind}:${id}`).sort();
