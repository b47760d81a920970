import type { IncidentAssessment } from '../assessment/assessment.js';
import type { Chain, Holder, HolderDays, Link, ResponsibilityChain } from '../chain/chain.js';
import type { Citing } from '../explanation/cited.js';
import type { AnyAssessment, AnyChain } from '../explanation/results.js';
import type { Lang } from '../language.js';
import { REPORT } from '../messages/report.js';
import { TIMES } from '../messages/times.js';
import type { Names, ShippedNames } from '../policy/names.js';
import { type Naming, personText } from './persons.js';
import { placeIn } from './pieces.js';

/** What has a chain in it: one that stands alone, or the assessment of an incident. */
export type WithChain<N extends Names = ShippedNames> = ResponsibilityChain<N> | IncidentAssessment<N>;

/** A chain with the words of the provisions that it names. */
export type CitingChain = Chain<Names> & Citing;

/** The chain of a result, its persons called as the page calls them. */
export function chainIn(result: AnyChain | AnyAssessment, naming: Naming): CitingChain {
  const chain = 'chain' in result ? { ...result.chain, citations: result.citations } : result;
  const named = ({ person, ...holder }: Holder) => ({ ...holder, person: personText(person, naming) });
  return { ...chain, links: chain.links.map((link) => ({ ...link, holders: link.holders.map(named) })) };
}

/** Where it is said who holds a post; nowhere of the party concerned. */
export const placeOfLink = (chain: CitingChain, { provision }: Link<Names>, lang: Lang): string | undefined =>
  provision === undefined ? undefined : placeIn(chain, provision, lang);

/** When those whom a chain or a link names held their posts. */
export const whenHeld = ({ asOf, period }: HolderDays, lang: Lang): string =>
  period === undefined ? TIMES[lang].date(asOf) : REPORT[lang].period(period.until, period.from);

/** Of conduct at another time than the incident: what it is, and when that was. */
export function conductOf(chain: CitingChain, { conduct }: Link<Names>, lang: Lang): string {
  if (!conduct) return '';
  const say = REPORT[lang];
  const places = conduct.provisions.map((provision) => placeIn(chain, provision, lang));
  return say.conductOf(whenHeld(conduct, lang), places.join(say.and));
}

type ChainFinding = Chain<Names>['findings'][number];

/** That a body sits in a unit concerned is no gap of the register: whoever decides should know it first. */
export const isAside = ({ code }: ChainFinding): boolean => code === 'organization/own-cause';
export const standAside = ({ findings }: Chain<Names>): readonly ChainFinding[] => findings.filter(isAside);

/** How a link stands: nothing more is said of one that is held. */
export const linkState = ({ status, mayBeVacant }: Link<Names>, lang: Lang): string => {
  const { link, orVacant, then } = REPORT[lang];
  return mayBeVacant ? [orVacant, link[status]].join(then) : link[status];
};
