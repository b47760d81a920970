import type { NestedCondition, RuleProperties, TopLevelCondition } from 'json-rules-engine';
import * as z from 'zod/mini';
import { readOptions } from '../../case/options.js';
import { refuse } from '../../diagnostics/diagnostics.js';
import { fields } from '../../model/fields.js';
import type { Policy } from '../../policy/create-policy.js';
import type { Names } from '../../policy/names.js';
import { startOfDay } from '../../regulation/dates.js';
import { OF_INCIDENT } from '../../regulation/governing.js';
import { incidentRules, ruleBetween } from '../incident-rules.js';
import { ownOptions } from '../options.js';
import { certainly, FLAT, negated, test } from './conditions.js';

/** Which of the two questions a set of rules answers: what is certainly met, or what may still be. */
export type Bound = 'certain' | 'possible';

export interface RulesOptions {
  readonly policy?: Policy<Names> | undefined;
  readonly bound: Bound;
  /** The rules of one day of law, `YYYY-MM-DD`; of all times by default, told apart by the facts `law:` and a time. */
  readonly at?: string | undefined;
}

const options = () => ({ bound: z.enum(['certain', 'possible']), at: z.optional(fields().date) });

/**
 * A policy's provisions on accountability, the duties that an incident calls up and how those are to be done, as
 * json-rules-engine rules: plain JSON, one rule each, without priorities. The event's type is the rule's name; its
 * parameters carry the provision, its label and its citation. A rule that can never fire is left out.
 *
 * @throws ZerenzhiError with every fault of the options
 * @example
 * const rules = rulesOf({ bound: 'certain', at: '2024-05-06' });
 */
export function rulesOf(given: RulesOptions): RuleProperties[] {
  const { setting, own, faults } = readOptions(given ?? {}, ['bound', 'at'], ['policy']);
  const checked = ownOptions(options(), own);
  refuse([...faults, ...checked.faults]);
  const { bound, at } = checked.own as RulesOptions;
  const binding = setting.rules;
  const day = at === undefined ? undefined : startOfDay(at);
  const [from, until] = [day ?? Number.NEGATIVE_INFINITY, day ?? Number.POSITIVE_INFINITY];
  const context = {
    regulation: binding.regulation,
    epochs: binding.law(from, until).epochs.map((epoch) => FLAT.epoch(epoch.from)),
  };
  return incidentRules(binding).flatMap((rule) => {
    const { name, part, provision, citation } = rule;
    const { formula } = ruleBetween(binding, rule, from, until);
    const conditions =
      bound === 'certain' ? certainly(formula, true, context) : negated(certainly(formula, false, context));
    if (conditions === false) return [];
    const { id, kind } = provision;
    const label = 'label' in provision ? provision.label : provision.action;
    return [
      {
        name,
        conditions: topLevel(conditions),
        event: { type: name, params: { provision: id, kind, part, bound, label, citation } },
      },
    ];
  });
}

/** A rule's conditions must be a group: what always holds is that the law has some epoch. */
function topLevel(part: NestedCondition | true): TopLevelCondition {
  if (part === true) return { not: test(FLAT.epochs(OF_INCIDENT), 'equal', '') };
  return 'fact' in part ? { all: [part] } : (part as TopLevelCondition);
}
