import { Engine, type NestedCondition, type TopLevelCondition } from 'json-rules-engine';
import type { Condition } from '../../src/logic/condition.js';
import type { Truth } from '../../src/logic/truth.js';
import type { Regulation } from '../../src/regulation/schema.js';
import type { Judgeable, Setting } from '../support/provisions.js';

// A second reading of the same conditions, on json-rules-engine. It has two truth values, so it is asked twice: with everything open
// counted against the rule (what is certain), and with everything open counted for it (what is possible).

/** What json-rules-engine says of a provision: certain, possible, or neither. */
export async function oracle(of: Regulation, item: Judgeable, setting: Setting): Promise<Truth> {
  const [certain, possible] = await Promise.all([fires(of, item, setting, false), fires(of, item, setting, true)]);
  return certain ? 'met' : possible ? 'undetermined' : 'unmet';
}

async function fires(of: Regulation, item: Judgeable, setting: Setting, benefit: boolean): Promise<boolean> {
  const engine = new Engine([], { allowUndefinedFacts: true });
  engine.addRule({
    conditions: { all: item.conditions.map((condition) => translate(condition, benefit)) } as TopLevelCondition,
    event: { type: 'fires' },
  });
  const { events } = await engine.run({ always: true, ...(setting.values as Record<string, unknown>) });
  return events.length > 0;

  function translate(condition: Condition | boolean, open: boolean, term?: string): NestedCondition {
    if (typeof condition === 'boolean') return constant(condition);
    if ('all' in condition) return { all: condition.all.map((part) => translate(part, open, term)) };
    if ('any' in condition) return { any: condition.any.map((part) => translate(part, open, term)) };
    // What counts for a rule counts against its negation.
    if ('not' in condition) return { not: translate(condition.not, !open, term) };
    if ('condition' in condition)
      return translate(item.article.conditions?.[condition.condition] as Condition, open, term);
    if ('term' in condition) return translateTerm(condition.term, open);
    if ('question' in condition) {
      const chosen = setting.rulings[condition.question];
      if (chosen !== undefined) return translate(condition.readings[chosen] as Condition, open, term);
      const readings = Object.values(condition.readings).map((reading) => translate(reading, open, term));
      return open ? { any: readings } : { all: readings };
    }
    const value = 'threshold' in condition ? setting.thresholds[term ?? '']?.[condition.threshold] : condition.value;
    if (value === undefined || setting.values[condition.fact] === undefined) return constant(open);
    return { fact: condition.fact, operator: condition.operator, value };
  }

  function translateTerm(term: string, open: boolean): NestedCondition {
    const found = setting.findings[term];
    if (found !== undefined) return constant(found);
    const { condition, floors } = of.terms[term] ?? {};
    const measured = condition ? translate(condition, open, term) : constant(open);
    const needed = floors?.needs ? { all: [translate(floors.needs, open), measured] } : measured;
    return floors?.suffices ? { any: [translate(floors.suffices, open), needed] } : needed;
  }
}

const constant = (value: boolean): NestedCondition => ({ fact: 'always', operator: 'equal', value });
