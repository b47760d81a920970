import type { Told } from 'zerenzhi/inquiry';
import { statedText } from 'zerenzhi/report';
import { regulationIn } from '../derive.js';
import type { Rules, State } from '../state.js';
import { ASSESS } from '../words/assess.js';

/** An answer as people read it. */
export function valueText({ kind, id, value }: Told, rules: Rules, lang: State['lang']): string {
  const say = ASSESS[lang];
  const regulation = regulationIn(rules);
  const fact = kind === 'fact' ? regulation.facts[id] : undefined;
  if (value === null) return say.unknown;
  return fact ? statedText(value, fact, regulation, lang) : value === true ? say.yes : say.no;
}
