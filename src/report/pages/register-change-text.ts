import { isMapping } from '../../diagnostics/plain-data.js';
import type { Lang } from '../../language.js';
import { COMPARISON } from '../../messages/comparison.js';
import { EXPLAIN } from '../../messages/explain.js';
import { REPORT } from '../../messages/report.js';
import type { InputChange } from '../../record/comparison.js';
import { differencesOf } from '../../record/differences.js';
import type { Regulation } from '../../regulation/schema.js';

/** An entry of the register that is new, otherwise or gone; of one that is otherwise, what in it. */
export function registerText({ id, change, before, now }: InputChange, regulation: Regulation, lang: Lang): string {
  const say = COMPARISON[lang];
  const { gap, labelled, then } = REPORT[lang];
  if (id === '') return say.register;
  const dot = id.indexOf('.');
  const [list, key] = dot < 0 ? [id, ''] : [id.slice(0, dot), id.slice(dot + 1)];
  const body = list === 'bodies' ? regulation.bodies[key]?.label[lang] : undefined;
  const entry = [`${say.register}${gap}${say.lists[list] ?? list}`, body ?? key].filter(Boolean).join(gap);
  const text = (value: unknown) => fieldText(value, regulation, lang);
  if (!isMapping(before ?? now))
    return `${labelled(entry, text(now ?? before))}${change === 'corrected' ? say.was(text(before)) : ''}`;
  if (change !== 'corrected') return entry;
  const fields = differencesOf(before, now).map(
    ({ path, recorded, derived }) => `${labelled(say.fields[path] ?? path, text(derived))}${say.was(text(recorded))}`,
  );
  return labelled(entry, fields.join(then));
}

/** A value of a register: names of the rules by their labels, everything else as it stands there. */
function fieldText(value: unknown, { roles, unitKinds }: Regulation, lang: Lang): string {
  if (value === undefined) return COMPARISON[lang].unsaid;
  if (typeof value === 'boolean') return value ? EXPLAIN[lang].yes : EXPLAIN[lang].no;
  if (typeof value === 'string') return (roles[value] ?? unitKinds[value])?.label[lang] ?? value;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
