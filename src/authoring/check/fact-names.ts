import type { Regulation } from '../../regulation/schema.js';
import { circleOf } from './circle.js';
import type { Fault } from './fault.js';

/** What an incident says besides facts; of this, what it also says of each unit and system. */
const OWN_KEYS = ['format', 'title', 'source', 'account', 'units', 'systems', 'parties', 'id', 'findings'];
const SAID_OF_EACH = ['id', 'findings'];
/** Whose facts stand side by side. */
const BESIDE = [
  ['incident', 'unit', 'concerned'],
  ['incident', 'system'],
];

/** Facts are said under the parts of their names, where nothing else can stand: neither another fact nor a key. */
export function checkFactNames({ facts }: Regulation, fault: Fault): void {
  const taken = new Map<string, string>();
  for (const group of BESIDE) {
    const names = Object.keys(facts).filter((name) => group.includes(facts[name]?.of ?? ''));
    const said = (name: string) => (facts[name]?.of === 'incident' ? name : name.slice(name.indexOf('.') + 1));
    const above = new Map(names.flatMap((name) => partsAbove(said(name)).map((part) => [part, name] as const)));
    for (const name of names) {
      const [first = ''] = said(name).split('.');
      const own = (facts[name]?.of === 'incident' ? OWN_KEYS : SAID_OF_EACH).find((key) => key === first);
      const other = own ?? above.get(said(name));
      if (other !== undefined) taken.set(name, other);
    }
  }
  for (const [name, expected] of taken) fault('rule/taken-name', `facts.${name}`, { value: name, expected });
  const circle = circleOf(Object.keys(facts), (name) => [facts[name]?.notBefore ?? []].flat());
  if (circle) fault('rule/recursive-fact', `facts.${circle[0]}`, { value: circle.join(' → ') });
}

/** `a` and `a.b` of `a.b.c`. */
const partsAbove = (name: string): string[] =>
  name
    .split('.')
    .slice(0, -1)
    .map((_, i, parts) => parts.slice(0, i + 1).join('.'));
