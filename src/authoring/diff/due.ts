import { isDeepStrictEqual } from 'node:util';
import { assessIncident } from '../../assessment/assess-incident.js';
import { ZerenzhiError } from '../../diagnostics/diagnostics.js';
import { HOUR_MS, localInstant } from '../../regulation/dates.js';
import { OF_INCIDENT } from '../../regulation/governing.js';
import { callOf } from '../../regulation/rhythm.js';
import type { Duty, Regulation } from '../../regulation/schema.js';
import type { DueChange } from './result.js';
import type { Both } from './search/candidates.js';
import { morning, timesOn, written } from './search/document.js';
import { domainsOf, type Input, type InputValue } from './search/domains.js';
import { policyOf } from './search/probe.js';
import { conditionsOf, goalsOf, type Rule } from './search/rule.js';
import { solutions } from './search/solve.js';
import type { Pair } from './telling.js';

type Example = NonNullable<DueChange['example']>;

/** Duties that are owed in another rhythm, or due at another time in an example of an incident that calls them up. */
export const dueChanges = (before: Regulation, after: Regulation, pairs: readonly Pair[]): DueChange[] =>
  pairs.flatMap(({ provision, label, from, ...pair }) => {
    const [was, is] = [pair.before?.provision, pair.after?.provision];
    if (was?.kind !== 'duty' || is?.kind !== 'duty') return [];
    const isRhythm = !isDeepStrictEqual(was.rhythm, is.rhythm);
    const example = exampleOf({ ...pair, regulations: { before, after } });
    if (!isRhythm && !example) return [];
    return [
      {
        provision,
        label,
        ...(from !== undefined && { from }),
        ...(isRhythm && { rhythm: { before: was.rhythm, after: is.rhythm } }),
        ...(example && { example }),
      },
    ];
  });

/** The first incident looked at by which a duty is due at two times, by the bare text or the values of a profile. */
function exampleOf(
  both: Both & { readonly before?: Rule | undefined; readonly after?: Rule | undefined },
): Example | undefined {
  const { before, after, regulations, day } = both;
  if (!before || !after || !callOf(before.provision as Duty) || !callOf(after.provision as Duty)) return undefined;
  const rules = [before, after];
  const search = { domains: domainsOf(rules), unfolded: new Set<string>(), profile: undefined };
  const goals = rules.map((rule) => ({ rule, condition: goalsOf(rule)[0] ?? true, want: true }));
  const [owed] = solutions(goals, search);
  if (!owed) return undefined;
  const inputs = new Map<Input, InputValue>([
    ...timesOn(rules, day),
    ...[...owed].flatMap(([input, [value]]): [Input, InputValue][] => (value === undefined ? [] : [[input, value]])),
    ...starts(rules, day),
  ]);
  const [one, other] = [regulations.before, regulations.after].map((regulation) => written(inputs, regulation, after));
  if (!one || !other) return undefined;
  const profiles = Object.keys(regulations.before.profiles).filter((name) => regulations.after.profiles[name]);
  for (const profile of [undefined, ...profiles]) {
    const settings = { asOf: lastStart(day), ...(profile !== undefined && { profile }) };
    const was = dueOf(regulations.before, before, { ...one, ...settings });
    const is = dueOf(regulations.after, after, { ...other, ...settings });
    if (was && is && !isDeepStrictEqual(was, is))
      return { document: 'incident', ...other, ...settings, before: was, after: is };
  }
  return undefined;
}

function dueOf(
  regulation: Regulation,
  { provision }: Rule,
  { value, rulings, asOf, profile }: Pick<Example, 'value' | 'rulings' | 'asOf' | 'profile'>,
) {
  try {
    const { responses } = assessIncident(value as unknown, { policy: policyOf(regulation, rulings, profile), asOf });
    return responses.find((each) => each.provision === provision.id)?.due;
  } catch (error) {
    if (error instanceof ZerenzhiError) return undefined;
    throw error;
  }
}

/** When the clocks of a duty begin: an hour after the incident, where they do not begin with it. */
const starts = (rules: readonly Rule[], day: string): [Input, InputValue][] =>
  rules.flatMap((rule) =>
    conditionsOf(rule).flatMap((each): [Input, InputValue][] => {
      const clock = 'fact' in each ? rule.regulation.facts[each.fact]?.derive?.hours : undefined;
      return clock && clock.from !== OF_INCIDENT ? [[`fact:${clock.from}`, lastStart(day)]] : [];
    }),
  );

const lastStart = (day: string): string => localInstant(Date.parse(morning(day)) + HOUR_MS);
