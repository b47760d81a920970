import type { Citation } from '../logic/condition.js';
import type { Rule } from '../logic/rule.js';
import type { Ruleset } from '../policy/create-policy.js';
import { factsOfTime, nameOfTime } from '../regulation/governing.js';
import { callOf } from '../regulation/rhythm.js';
import type { Accountability, Duty } from '../regulation/schema.js';

/**
 * A rule that an incident is put to: a provision on accountability, a duty that an incident calls up, or how that duty
 * is to be done.
 */
export interface IncidentRule {
  /**
   * The provision, with `:standard` after it for how a duty is to be done: a colon stands in no name of a rule file.
   */
  readonly name: string;
  readonly part: 'applies' | 'standard';
  readonly provision: Accountability | Duty;
  readonly citation: Citation;
}

/** The rules that an incident is put to, in the order of the text: no incident turns on any other provision. */
export function incidentRules({ located }: Ruleset): IncidentRule[] {
  return located.flatMap(({ provision, citation }): IncidentRule[] => {
    const { kind, id: name } = provision;
    if (kind !== 'accountability' && kind !== 'duty') return [];
    // What follows from provisions on accountability is read from those.
    const call = callOf(provision);
    if (kind === 'duty' && (!call || call.follows !== undefined)) return [];
    const applies = { name, part: 'applies', provision, citation } as const;
    const standard = { name: `${name}:standard`, part: 'standard', provision, citation } as const;
    return kind === 'duty' ? [applies, standard] : [applies];
  });
}

/** The rule of all law between two moments. */
export const ruleBetween = (
  rules: Ruleset,
  { part, provision: { id } }: IncidentRule,
  from: number,
  until: number,
): Rule => (part === 'standard' ? rules.law(from, until).standard(id) : wholeBetween(rules, id, from, until));

/** A provision by all law between two moments, told apart by the times that govern it. */
export const wholeBetween = ({ law, governed }: Ruleset, id: string, from: number, until: number): Rule =>
  governed(id, (time) => law(from, until, undefined, { time: nameOfTime(time), missing: factsOfTime(time) }));
