import { inShort, openPointsOf } from '../case/open-points.js';
import { verbatim } from '../language.js';
import { daysOf, type Overlay } from '../model/overlay.js';
import type { RulesOfUnit } from '../policy/create-policy.js';
import type { Names } from '../policy/names.js';
import { asDuty } from '../policy/overlays/own-law.js';
import { termsOfDuties } from '../policy/overlays/power.js';
import { holdsOn } from '../regulation/dates.js';
import type { Duty } from '../regulation/schema.js';
import { lawOfStanding, type Standing, standingsOf } from './owed.js';
import type { OwnObligation, OwnRules, StricterObligation, StricterTerm } from './report.js';
import type { UnitCase } from './unit-file.js';

/** A unit's file by the regulation, and by what the unit has ruled for itself. */
export interface OwnCase {
  readonly own: RulesOfUnit;
  readonly file: UnitCase;
  readonly ownFile: UnitCase;
}

/** What comes of a unit's own rules: of each of its overlays that holds, or held for something that is on file. */
export const ownRulesOf = (of: OwnCase): OwnRules<Names>[] =>
  of.own.overlays.flatMap((overlay) => {
    const duties = ownDuties(of, overlay);
    const terms = stricterTerms(of, overlay);
    const judged = [...duties, ...terms.flatMap((each) => each.standings)];
    if (judged.length === 0 && !holdsOn(daysOf(overlay), of.file.asOf.day)) return [];
    const { document, made } = overlay;
    const { from, until } = daysOf(overlay);
    return {
      document,
      made,
      from,
      ...(until !== undefined && { until }),
      duties: duties.map(({ told }) => told),
      terms: terms.map(({ told }) => told),
      ...inShort(
        openPointsOf(
          of.ownFile.rules,
          judged.map(({ standing: { obligation, on } }) => ({ provision: obligation.provision, on })),
        ),
      ),
    };
  });

interface Told<Of> {
  readonly standing: Standing;
  readonly told: Of;
}

/** The duties that an overlay adds, as they stand. */
const ownDuties = ({ own, ownFile }: OwnCase, overlay: Overlay): Told<OwnObligation<Names>>[] =>
  (overlay.duties ?? []).flatMap((duty) => {
    const { quote, makesConcrete } = duty;
    const bearer =
      typeof duty.bearer === 'string'
        ? (own.law.regulation.roles[duty.bearer]?.label ?? verbatim(duty.bearer))
        : duty.bearer;
    return standingsOf(ownFile, asDuty(duty))
      .filter((standing) => holdsOn(daysOf(overlay), dayOf(ownFile, standing)))
      .map((standing) => {
        const { editions: _, ...obligation } = standing.obligation;
        const told = { ...obligation, quote, bearer, ...(makesConcrete !== undefined && { makesConcrete }) };
        return { standing, told };
      });
  });

/** The day by which it is judged whether an overlay held: that of the occasion, or today. */
const dayOf = ({ asOf }: UnitCase, { obligation: { occasion } }: Standing): string => occasion?.until ?? asOf.day;

/** The terms that an overlay makes stricter, each with the duties of the regulation that turn on it. */
function stricterTerms(
  of: OwnCase,
  overlay: Overlay,
): { readonly told: StricterTerm<Names>; readonly standings: readonly Told<StricterObligation<Names>>[] }[] {
  const { own, file } = of;
  const { regulation } = file.rules;
  const turning = termsOfDuties(regulation, own.law.holder);
  return Object.entries(overlay.terms ?? {}).flatMap(([term, given]) => {
    if (!given) return [];
    const { quote, ...value } = given;
    const standings = file.law.located.flatMap(({ provision }) =>
      provision.kind === 'duty' && turning.get(term)?.has(provision.id) ? stricter(of, overlay, provision) : [],
    );
    const label = regulation.terms[term]?.label ?? verbatim(term);
    return { told: { term, label, quote, value, obligations: standings.map(({ told }) => told) }, standings };
  });
}

/** A duty of the regulation by the stricter value, where that holds for it, beside how it stands by the regulation. */
function stricter({ file, ownFile }: OwnCase, overlay: Overlay, duty: Duty): Told<StricterObligation<Names>>[] {
  const byRegulation = new Map(standingsOf(file, duty).map((standing) => [subjectOf(standing), standing.obligation]));
  return standingsOf(ownFile, duty).flatMap((standing) => {
    const other = byRegulation.get(subjectOf(standing));
    const { epochs } = lawOfStanding(ownFile, duty, standing);
    // A day on which it begins or ends begins another state of the law.
    const holds = epochs.some(({ from }) => from !== undefined && holdsOn(daysOf(overlay), from));
    if (!other || !holds) return [];
    const { status, dueOn } = other;
    const told = { ...standing.obligation, byRegulation: { status, ...(dueOn !== undefined && { dueOn }) } };
    return { standing, told };
  });
}

const subjectOf = ({ obligation: { system, towards, occasion, incident } }: Standing): string =>
  JSON.stringify([system, towards, occasion?.kind, occasion?.id, incident]);
