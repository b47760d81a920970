import type { Waiting } from '../case/open-points.js';
import type { Setting } from '../case/options.js';
import type { OwnTime } from '../case/own-time.js';
import { type DiagnosticCode, diagnostic } from '../diagnostics/diagnostics.js';
import type { Valuation } from '../logic/rule.js';
import type { Truth } from '../logic/truth.js';
import { nothingStated, spansOf, valuationOf } from '../model/fact-values.js';
import type { Party } from '../model/incident.js';
import type { Days, Period } from '../model/period.js';
import type { Law } from '../policy/law.js';
import type { Names } from '../policy/names.js';
import type { Capacity } from '../regulation/schema.js';
import type { Chain, Trace } from './chain.js';

/** How a provision on accountability comes out, and how far what it entails would reach. */
export interface Reaching {
  readonly provision: string;
  readonly status: Truth;
  readonly trace: Trace;
  /** Of conduct that was not when the incident was: it reaches those who held the posts then. */
  readonly own?: OwnTime;
}
export type Reach = readonly Reaching[];

/** A unit that a chain is asked about. */
export interface ChainUnit {
  readonly id: string;
  /** What the incident itself says the unit is to the system. */
  readonly stated?: readonly Capacity[] | undefined;
  /** What is known of the unit, where an incident says more of it than the register. */
  readonly input?: Valuation | undefined;
  readonly reach?: Reach | undefined;
}

/** What a chain is asked about, as of which days, by which law. */
export interface ChainSubject extends Setting {
  readonly period: Period;
  /** The fact that its time is, where a chain is asked about an incident. */
  readonly time?: string;
  readonly law: Law;
  readonly units: readonly ChainUnit[];
  readonly systems: readonly string[];
  readonly parties: readonly Party[];
  /** When it may have been discovered, where something says so. */
  readonly discovered?: Days | undefined;
  /** How far accountability reaches, whoever it was; absent where no incident is asked about. */
  readonly reach?: Reach | undefined;
}

/** What the steps of a chain tell of the records, and what they leave open. */
export interface Notes {
  readonly findings: Chain<Names>['findings'][number][];
  readonly waiting: Waiting[];
}

export function note(
  { findings }: Notes,
  code: Extract<DiagnosticCode, `organization/${string}`>,
  path: string,
  value: string,
  more: { readonly provision?: string; readonly expected?: string } = {},
): void {
  const { provision, expected } = more;
  const found = diagnostic(code, path, { value, ...(expected !== undefined && { expected }) });
  findings.push(provision === undefined ? found : { ...found, provision });
}

/** What is known of a unit, as the rules look at it: what an incident says of it, or else the register. */
export function caseOfUnit({ rules, register, units, period }: ChainSubject, unit: string | undefined): Valuation {
  const known = units.find(({ id }) => id === unit)?.input;
  if (known) return known;
  const { plan, policy } = rules;
  const registered = (source: string) => register.value(source, unit, undefined, () => period);
  const [stated, spans] = [nothingStated(plan), spansOf(plan, [], 0)];
  return valuationOf(plan, { stated, findings: [], registered, spans, presume: policy.presume });
}

/** What a unit is called: by the register, or by what it is. */
export function nameOfUnit({ rules: { regulation }, register }: Setting, id: string): { readonly name?: string } {
  const unit = register.unit(id);
  const name = unit?.name ?? regulation.unitKinds[unit?.kind ?? '']?.label.zh;
  return name === undefined ? {} : { name };
}
