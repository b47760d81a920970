import { withBreaches } from '../case/breaches.js';
import type { Judged } from '../case/governing-law.js';
import { lawOfIncident } from '../case/incident-case.js';
import { type Diagnostic, diagnostic, faultsOf, refuse, ZerenzhiError } from '../diagnostics/diagnostics.js';
import { isMapping, plainCopy, sameData } from '../diagnostics/plain-data.js';
import type { FactValue } from '../logic/operators.js';
import { readAsOf } from '../model/as-of.js';
import { factReader } from '../model/fact-schema.js';
import { ALLEGED, spansOf, valuationFrom } from '../model/fact-values.js';
import { readTime, type Time, timeKind } from '../model/time.js';
import {
  createPolicy,
  isPolicy,
  type Policy,
  type Ruleset,
  readPolicy,
  rulesetOf,
  standardPolicy,
} from '../policy/create-policy.js';
import type { Names } from '../policy/names.js';
import type { FactDefinition, Regulation } from '../regulation/schema.js';
import type { CaseId, IncidentAssessment } from './assessment.js';

/** What a reason is worked out from: the law of the time, and the values it is put to. */
export type Restored = Judged;

/** The rules an assessment was made by, for whoever reads it again. */
export interface PolicyOption {
  /** The policy it was made with; needed only where it was read from JSON and its regulation is not the shipped one. */
  readonly policy?: Policy<Names> | undefined;
}

/**
 * The case behind an assessment, from its facts and the policy it names: of one just made and of parsed JSON alike. Of
 * several, the first, or the one that is asked for.
 *
 * @throws ZerenzhiError where the rules or the policy given are not those it was made by, or what is given is no
 * assessment
 */
export function restore(assessment: unknown, policy?: unknown, which: CaseId = {}): Restored {
  const { facts, termFindings, asOf, policy: made } = partsOf(assessment, which);
  const rules = rulesetFor(made, policy);
  const { plan } = rules;
  const values: FactValue[] = new Array(plan.facts.length).fill(undefined);
  const times: (Time | undefined)[] = new Array(plan.facts.length).fill(undefined);
  const presumed: number[] = [];
  const faults: Diagnostic[] = [];
  facts.forEach(({ fact, value, origin }, i) => {
    const index = plan.index(fact);
    const definition = plan.facts[index]?.definition;
    if (!definition || !fitsFact(rules.regulation, definition, value)) {
      faults.push(diagnostic('input/unknown-value', `facts[${i}]`, { value: fact }));
      return;
    }
    values[index] = value;
    if (origin === 'presumed') presumed.push(index);
    if (definition.type !== 'instant') return;
    const read = readTime(value, timeKind(definition));
    if ('time' in read) times[index] = read.time;
  });
  const time = readAsOf(asOf);
  if ('fault' in time) faults.push(time.fault);
  refuse(faultsOf('assessment', faults));
  const findings = plan.terms.map((term) => {
    const found = termFindings[term];
    return typeof found === 'boolean' ? found : undefined;
  });
  const spans = spansOf(plan, times, (time as Exclude<typeof time, { fault: unknown }>).ms);
  const input = valuationFrom(plan, values, findings, presumed, times);
  return withBreaches({ rules, law: lawOfIncident(rules, spans), spans, input });
}

type Parts = Pick<IncidentAssessment<Names>, 'facts' | 'termFindings' | 'asOf' | 'policy' | 'units' | 'systems'>;

/** What of a value is looked at for one of its cases, if it has the form of an assessment. */
function partsOf(assessment: unknown, which: CaseId): Parts {
  try {
    const parts = assessment as Parts;
    const { policy } = parts;
    // Each value is read once, whatever it is.
    const { facts, termFindings, asOf, units, systems } = plainCopy({
      facts: parts.facts,
      termFindings: parts.termFindings,
      asOf: parts.asOf,
      units: parts.units,
      systems: parts.systems,
    }).copy as Omit<Parts, 'policy'>;
    if (Array.isArray(facts) && facts.every((fact) => typeof fact === 'object' && fact !== null))
      if (isMapping(termFindings) && typeof asOf === 'string' && isMapping(policy)) {
        const { unit = units.find(({ candidate }) => !candidate)?.id, system = systems[0]?.id } = which;
        const own = units.find(({ id }) => id === unit)?.termFindings;
        const isOfCase = ({ of }: Parts['facts'][number]) => !of || (of.unit === unit && of.system === system);
        return {
          facts: facts.filter(isOfCase),
          termFindings: { ...termFindings, ...own },
          asOf,
          policy,
          units,
          systems,
        };
      }
  } catch {
    // What cannot be read is no assessment.
  }
  const fault = diagnostic('input/invalid-type', '', { value: typeof assessment, expected: 'assessment' });
  throw new ZerenzhiError(faultsOf('assessment', [fault]));
}

/** Whether a value is one that a fact can have: a whole one, or what is known of one in part. */
function fitsFact(regulation: Regulation, fact: FactDefinition, value: unknown): value is NonNullable<FactValue> {
  if (isMapping(value) && 'pending' in value) return value.pending === (fact.alleged ? ALLEGED : fact.pending);
  return factReader(regulation, fact)(value) !== undefined;
}

/** The rules and the policy of a result: those given, if they are the same; else those the result brings with it. */
export function rulesetFor(made: Policy<Names>, given: unknown): Ruleset {
  if (given === undefined) return isPolicy(made) ? rulesetOf(made) : rulesetOf(remade(made));
  const found = readPolicy(given);
  const fault = 'code' in found ? found : differenceOf(made, found.policy);
  if (fault) refuse(faultsOf('code' in found ? 'options' : 'assessment', [fault]));
  return found as Ruleset;
}

function differenceOf(made: Policy<Names>, given: Policy<Names>): Diagnostic | undefined {
  if (made.digest !== given.digest)
    return diagnostic('assessment/other-rules', 'policy.digest', { value: made.digest, expected: given.digest });
  return sameData(made, given) ? undefined : diagnostic('assessment/other-policy', 'policy');
}

// Many assessments are of one policy: the last one made again is kept.
let last: { readonly text: string; readonly policy: Policy<Names> } | undefined;

/** A policy of the shipped regulation made again from its data. */
function remade(made: Policy<Names>): Policy<Names> {
  const { regulation, digest, ...options } = made;
  const fault = diagnostic('assessment/policy-needed', 'policy', { value: regulation });
  if (digest !== standardPolicy().digest) refuse(faultsOf('assessment', [fault]));
  const text = JSON.stringify(made);
  if (last?.text !== text) last = { text, policy: createPolicy(options as Parameters<typeof createPolicy>[0]) };
  return last.policy;
}
