import type { CaseReading } from '../case/concerned.js';
import { ruleIn, truthIn } from '../case/governing-law.js';
import { contradictedBy, type IncidentCase, type IncidentCases, judge, readCases } from '../case/incident-case.js';
import type { ReadOptions, Setting } from '../case/options.js';
import { type Diagnostic, diagnostic, faultsOf, refuse } from '../diagnostics/diagnostics.js';
import type { Reason } from '../logic/reason.js';
import { anyOf, type Value } from '../logic/truth.js';
import type { AsOf } from '../model/as-of.js';
import type { FactPlan, Given } from '../model/fact-values.js';
import { contradictions } from '../model/incident.js';
import { readTime, timeKind } from '../model/time.js';
import { createPolicy, type PolicyOptions, type Ruleset, type Ruling, rulesetOf } from '../policy/create-policy.js';
import { dayAfter, dayBefore } from '../regulation/dates.js';
import { beginningOf } from '../regulation/made.js';

/**
 * One thing that would be otherwise: a fact, a person's finding on a term, a ruling, the day of issue. Without a value,
 * it would be unknown.
 */
export interface Change {
  readonly kind: 'fact' | 'term' | 'ruling' | 'issue-date';
  readonly id: string;
  readonly value: Given;
  /**
   * Of a number, a time or a day: how far it may go with the same effect; the value is one of many. Without a limit on
   * a side, it has none.
   */
  readonly range?: Range;
}
export interface Range {
  readonly least?: Given;
  readonly above?: Given;
  readonly most?: Given;
  readonly below?: Given;
}

/** An incident that can be judged again as if things were otherwise, always by the same rules. */
export interface Hypothesis {
  readonly rules: Ruleset;
  readonly asOf: AsOf;
  readonly incident: CaseReading;
  /** The unit it is about, where the incident concerns several, with its name where the register has it. */
  readonly unit?: string;
  readonly unitName?: string;
  /** Whether what is known is put otherwise, and not only what is open. */
  readonly counterfactual?: true;
  /** As things are. */
  readonly now: IncidentCase;
  /** As they would be; nothing where an incident of that kind would be refused, because it contradicts itself. */
  with(changes: readonly Change[]): IncidentCase | undefined;
  /** The incident as it would be read. */
  changed(changes: readonly Change[]): CaseReading;
}

/**
 * Of several units and systems the case that is asked for, or the one that decides: where any is met the first that is,
 * else the first that is open.
 *
 * @throws ZerenzhiError with every fault of the incident, the organization and the options
 */
export function hypothesisOf(
  given: unknown,
  { setting, faults }: Pick<ReadOptions, 'setting' | 'faults'>,
  which: Which = {},
  provisions: readonly string[] = setting.rules.accountabilities.map(({ provision: { id } }) => id),
): Hypothesis {
  const cases = readCases(setting, given, faults);
  const among = casesOf(cases, which, setting.register);
  const outcomes = among.map((each) => anyOf(verdictsOf(each, provisions)));
  const now = among[outcomes.indexOf(anyOf(outcomes))] as IncidentCase;
  const { rules, asOf, incident } = now;
  const several = new Set(cases.map((each) => each.incident.unit)).size > 1;
  return {
    rules,
    asOf,
    incident,
    now,
    ...(several && incident.unit !== undefined && named(incident.unit, setting)),
    changed: (changes) => changed(rules, incident, changes),
    with: (changes) => {
      const law = changes.filter(({ kind }) => kind === 'ruling' || kind === 'issue-date');
      const otherwise = law.length > 0 ? { ...setting, rules: settled(rules, law) } : setting;
      return judgedWith(otherwise, changed(rules, incident, changes));
    },
  };
}

function named(unit: string, { register }: Setting): Pick<Hypothesis, 'unit' | 'unitName'> {
  const unitName = register.unit(unit)?.name;
  return { unit, ...(unitName !== undefined && { unitName }) };
}

/** Which unit and system of an incident is asked about, as it was given. */
export interface Which {
  readonly unit?: unknown;
  readonly system?: unknown;
}

/** The cases of the unit and the system that are asked for; those of no other can be. */
function casesOf(cases: IncidentCases, which: Which, register: Setting['register']): readonly IncidentCase[] {
  const faults: Diagnostic[] = [];
  const among = (['unit', 'system'] as const).reduce<readonly IncidentCase[]>((left, key) => {
    const id = which[key];
    if (id === undefined) return left;
    const found = left.filter(({ incident }) => incident[key] === id);
    const known = [...new Set(left.flatMap(({ incident }) => incident[key] ?? []))].map((id) => ({
      id,
      name: register[key](id)?.name,
    }));
    if (found.length === 0) faults.push(diagnostic(`organization/unknown-${key}`, key, { value: id, among: known }));
    return found;
  }, cases);
  refuse(faultsOf('options', faults));
  return among;
}

// Making a policy costs more than hundreds of judgements, and the same few rulings are tried again and again.
const KEPT = 100;
const policies = new WeakMap<Ruleset, Map<string, Ruleset>>();

/**
 * The policy with these rulings where it has none, or with this day of issue; those that were tried lately are kept.
 */
function settled(rules: Ruleset, law: readonly Change[]): Ruleset {
  const known = policies.get(rules) ?? new Map<string, Ruleset>();
  policies.set(rules, known);
  const key = JSON.stringify(law.map(({ id, value }) => [id, value]).sort());
  const made = known.get(key) ?? ruledOn(rules, law);
  // What is tried seldom need not be kept for ever.
  if (known.size === KEPT) known.clear();
  known.set(key, made);
  return made;
}

function ruledOn({ policy, regulation }: Ruleset, law: readonly Change[]): Ruleset {
  const { profile, terms, rulings, presume } = policy;
  const issueDate = (law.find(({ kind }) => kind === 'issue-date')?.value as string | undefined) ?? policy.issueDate;
  const ruled = law.filter(({ kind }) => kind === 'ruling');
  const others = Object.entries(rulings).filter(([id]) => ruled.every((change) => change.id !== id));
  const options: PolicyOptions = {
    ...(profile !== undefined && { profile }),
    terms,
    rulings: Object.fromEntries([
      ...others,
      ...ruled.map(({ id, value }) => [id, filled(rulings[id] ?? [], value as string)] as const),
    ]),
    ...(issueDate !== undefined && { issueDate }),
    presume,
  };
  return rulesetOf(createPolicy({ ...options, regulation }));
}

/** A reading for all the time that no ruling holds; what has been ruled stays so. */
function filled(rulings: readonly Ruling[], reading: string): Ruling[] {
  const begins = (ruling: Ruling) => beginningOf(ruling) ?? '';
  const sorted = [...rulings].sort((a, b) => (begins(a) < begins(b) ? -1 : 1));
  const starts = [undefined, ...sorted.map(({ until }) => (until === undefined ? null : dayAfter(until)))];
  const gaps = starts.flatMap((from, i): Ruling[] => {
    const next = sorted[i];
    const begins = next && beginningOf(next);
    const until = begins === undefined ? undefined : dayBefore(begins);
    // After a ruling without an end, or before one without a beginning, there is nothing to fill.
    if (from === null || (i < sorted.length && (until === undefined || (from !== undefined && from > until))))
      return [];
    return [{ reading, ...(from !== undefined && { from }), ...(until !== undefined && { until }) }];
  });
  return [...sorted, ...gaps];
}

function judgedWith(setting: Setting, incident: CaseReading): IncidentCase | undefined {
  if (contradictions(setting.rules.plan, incident, setting.asOf.ms).length > 0) return undefined;
  const incidentCase = judge(setting, incident);
  return contradictedBy(incidentCase).length > 0 ? undefined : incidentCase;
}

function changed({ plan }: Ruleset, incident: CaseReading, changes: readonly Change[]): CaseReading {
  const copy = {
    ...incident,
    values: incident.values.slice(),
    times: incident.times.slice(),
    findings: incident.findings.slice(),
  };
  for (const { kind, id, value } of changes) {
    if (kind === 'term') copy.findings[plan.terms.indexOf(id)] = value as boolean | undefined;
    if (kind !== 'fact') continue;
    const index = plan.index(id);
    copy.values[index] = value;
    if (copy.unknown && value !== undefined) copy.unknown = copy.unknown.filter((name) => name !== id);
    const { definition } = plan.facts[index] as FactPlan['facts'][number];
    const isTime = definition.type === 'instant' && value !== undefined;
    const read = isTime ? readTime(value, timeKind(definition)) : undefined;
    copy.times[index] = read && 'time' in read ? read.time : undefined;
  }
  return copy;
}

/** How provisions come out. */
export const verdictsOf = (of: IncidentCase, provisions: readonly string[]): Value[] =>
  provisions.map((id) => truthIn(of, id));

/** Why they come out so. */
export const reasonsOf = (of: IncidentCase, provisions: readonly string[]): Reason[] =>
  provisions.map((id) => ruleIn(of, id).reason(of.input));
