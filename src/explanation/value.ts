import type { Bilingual, Lang } from '../language.js';
import { type FactValue, isBounds } from '../logic/operators.js';
import { EXPLAIN } from '../messages/explain.js';
import { REPORT } from '../messages/report.js';
import type { WrittenTime } from '../model/time.js';
import type { FactDefinition, Regulation } from '../regulation/schema.js';
import { optionsOf } from '../regulation/vocabulary.js';
import { timeText } from './time-text.js';

/** A value of a fact as people say it. */
export function valueText(value: FactValue, fact: FactDefinition, regulation: Regulation, lang: Lang): string {
  const say = EXPLAIN[lang];
  const option = (name: string): string => optionText(name, fact, regulation, lang);
  if (value === undefined) return say.unknown;
  if (fact.type === 'instant') return timeText(value as WrittenTime, lang);
  if (typeof value === 'boolean') return value ? say.yes : say.no;
  if (typeof value === 'number') return say.number(value, fact.unit);
  if (typeof value === 'string') return option(value);
  if (Array.isArray(value)) return value.length === 0 ? say.none : value.map(option).join(REPORT[lang].and);
  if ('pending' in value) return fact.alleged?.open[lang] ?? option(value.pending);
  if (isBounds(value)) {
    // The bounds that the fact itself has go without saying.
    const { atLeast, atMost } = value;
    const most = atLeast !== undefined && atMost === fact.max ? undefined : atMost;
    return say.between(atLeast === fact.min && most !== undefined ? undefined : atLeast, most, fact.unit);
  }
  if ('has' in value) {
    const { has, lacks } = value;
    const open = optionsOf(regulation, fact).filter((one) => !has.includes(one) && !lacks.includes(one));
    return say.members(has.map(option), lacks.map(option), open.map(option));
  }
  return say.unknown;
}

/** An option of a fact as people say it. */
export function optionText(name: string, { options }: FactDefinition, regulation: Regulation, lang: Lang): string {
  const named: { readonly [option: string]: Bilingual | { readonly label: Bilingual } } =
    typeof options === 'string' ? regulation[options] : (options ?? {});
  const found = named[name];
  return found === undefined ? name : 'label' in found ? found.label[lang] : found[lang];
}
