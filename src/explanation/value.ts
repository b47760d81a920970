import type { Bilingual, Lang } from '../language.js';
import type { FactValue } from '../logic/operators.js';
import { EXPLAIN } from '../messages/explain.js';
import { REPORT } from '../messages/report.js';
import type { WrittenTime } from '../model/time.js';
import type { FactDefinition, Regulation } from '../regulation/schema.js';
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
  if ('atLeast' in value) return say.between(value.atLeast, value.atMost, fact.unit);
  if ('has' in value) return say.members(value.has.map(option), value.lacks.map(option));
  return say.unknown;
}

/** An option of a fact as people say it. */
export function optionText(name: string, { options }: FactDefinition, regulation: Regulation, lang: Lang): string {
  const named: { readonly [option: string]: Bilingual | { readonly label: Bilingual } } =
    typeof options === 'string' ? regulation[options] : (options ?? {});
  const found = named[name];
  return found === undefined ? name : 'label' in found ? found.label[lang] : found[lang];
}
