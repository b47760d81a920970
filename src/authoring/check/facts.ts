import type { Regulation } from '../../regulation/schema.js';
import { optionsOf, settlers } from '../../regulation/vocabulary.js';
import type { Fault } from './fault.js';

/** Facts refer to each other, to what they may be, and to who settles them. */
export function checkFacts(regulation: Regulation, fault: Fault): void {
  const { facts } = regulation;
  for (const [name, fact] of Object.entries(facts)) {
    const path = `facts.${name}`;
    const among = Object.keys(facts);
    const refers = [
      ...(fact.implied ?? []).map(({ by }) => by),
      ...Object.keys(fact.absent?.unless ?? {}),
      fact.notBefore,
      fact.otherwise,
      fact.timeOf,
      fact.derive?.hours.from,
      fact.derive?.hours.to,
      fact.derive?.hours.status,
    ];
    for (const other of refers)
      if (other !== undefined && !among.includes(other)) fault('rule/unknown-fact', path, { value: other, among });
    if (fact.of !== 'incident' && !name.startsWith(`${fact.of}.`))
      fault('rule/unknown-name', path, { value: name, nearest: `${fact.of}.${name}` });
    const options = optionsOf(regulation, fact);
    const chosen = [
      fact.pending,
      ...(fact.type === 'enum' ? (fact.implied ?? []).map(({ value }) => value) : []),
    ].filter((value) => value !== undefined);
    for (const option of chosen)
      if (!options.includes(String(option)))
        fault('rule/wrong-value', path, { value: option, among: options, expected: options.join(', ') });
    if (fact.settledBy !== undefined && !settlers(regulation).includes(fact.settledBy))
      fault('rule/unknown-name', `${path}.settledBy`, { value: fact.settledBy, among: settlers(regulation) });
    const { breachOf } = fact;
    if (breachOf !== undefined && !Object.hasOwn(regulation.bearers, breachOf))
      fault('rule/unknown-bearer', `${path}.breachOf`, { value: breachOf, among: Object.keys(regulation.bearers) });
    if (fact.derive === undefined && (fact.ask === undefined || fact.settledBy === undefined))
      fault('input/missing-key', path, { expected: 'ask, settledBy' });
  }
}
