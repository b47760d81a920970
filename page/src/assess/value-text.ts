import type { Told } from 'zerenzhi/inquiry';
import { unitText } from 'zerenzhi/report';
import { chineseDate } from '../../../src/messages/times.js';
import type { State } from '../state.js';
import { ASSESS } from '../words/assess.js';

/** An answer as people read it. */
export function valueText({ value, answer, options = {}, unit }: Told, lang: State['lang']): string {
  const say = ASSESS[lang];
  const named = (option: string) => options[option]?.[lang] ?? option;
  if (value === null || value === undefined) return say.unknown;
  if (typeof value === 'boolean') return value ? say.yes : say.no;
  if (typeof value === 'number') return `${value}${unit === undefined ? '' : ` ${unitText(unit, lang)}`}`;
  if (typeof value === 'string')
    return answer === 'instant' || answer === 'day' ? (lang === 'zh' ? chineseDate(value) : value) : named(value);
  if (Array.isArray(value)) return value.length === 0 ? say.none : value.map(named).join(lang === 'zh' ? '、' : ', ');
  return Object.entries(value)
    .map(([key, part]) => `${key}: ${Array.isArray(part) ? part.map(named).join(', ') : part}`)
    .join('; ');
}
