import { MET } from '../logic/truth.js';
import type { Names } from '../policy/names.js';
import type { LocatedProvision } from '../policy/standing.js';
import { locate } from '../regulation/citation.js';
import type { Accountability, Duty } from '../regulation/schema.js';
import type { Standing } from './owed.js';
import type { Entailed, Obligation, PersonalDuty } from './report.js';
import { caseFor, type UnitCase } from './unit-file.js';

/**
 * A duty with what its breach leads to: a provision that is about the duties of its bearer, or of those of whom the text
 * counts it as one, and of no other.
 */
export function withConsequence(file: UnitCase, duty: Duty, standing: Standing): Standing {
  const { obligation } = standing;
  const leadsTo = provisionsOn(file)
    .filter(({ provision: { breachOf } }) => breachOf !== undefined && isOneOf(file, duty.bearer, breachOf))
    .map(({ provision }) => provision.id);
  if (obligation.status !== 'breached' || leadsTo.length === 0) return standing;
  return { ...standing, obligation: { ...obligation, leadsTo } };
}

/** Whether a bearer is another one, or one of those: then the unit itself has to be one of them, too. */
function isOneOf(file: UnitCase, bearer: string, among: string): boolean {
  if (bearer === among) return true;
  const { bearers } = file.rules.regulation;
  const when = bearers[among]?.when;
  if (bearers[bearer]?.among !== among) return false;
  return when === undefined || file.law.rule(when).truth(caseFor(file, undefined)) === MET;
}

/** What the provisions entail that some obligations lead to. */
export function entailedBy(file: UnitCase, obligations: readonly Obligation<Names>[]): { [id: string]: Entailed } {
  const led = new Set(obligations.flatMap(({ leadsTo = [] }) => leadsTo));
  return Object.fromEntries(
    provisionsOn(file).flatMap(({ provision, article }) => {
      const consequence = article.consequences?.[provision.then];
      const citation = consequence && locate(article, consequence.quote);
      return led.has(provision.id) && citation ? [[provision.id, { label: consequence.label, citation }]] : [];
    }),
  );
}

/** The duties whose bearer no unit is. */
export const personalDuties = ({ rules: { regulation }, law }: UnitCase): PersonalDuty<Names>[] =>
  law.located.flatMap(({ provision }) => {
    if (provision.kind !== 'duty') return [];
    const bearer = regulation.bearers[provision.bearer];
    if (!bearer || bearer.when) return [];
    const { id, action } = provision;
    return [{ provision: id, bearer: { id: provision.bearer, label: bearer.label }, action }];
  });

type LocatedAccountability = LocatedProvision & { readonly provision: Accountability };

const provisionsOn = ({ law }: UnitCase): LocatedAccountability[] =>
  law.located.filter((entry): entry is LocatedAccountability => entry.provision.kind === 'accountability');
