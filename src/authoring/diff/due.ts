import { assessIncident } from '../../assessment/assess-incident.js';
import { ZerenzhiError } from '../../diagnostics/diagnostics.js';
import { sameData } from '../../diagnostics/plain-data.js';
import { checkUnitObligations } from '../../obligations/check-unit-obligations.js';
import { HOUR_MS, localInstant } from '../../regulation/dates.js';
import { OF_INCIDENT } from '../../regulation/governing.js';
import type { Regulation } from '../../regulation/schema.js';
import type { Case, DueChange } from './result.js';
import { type Both, profilesIn } from './search/candidates.js';
import { type Inputs, morning, timesOn, written } from './search/document.js';
import { domainsOf, type Input, type InputValue } from './search/domains.js';
import { policyOf } from './search/probe.js';
import { conditionsOf, documentOf, goalsOf, type Rule } from './search/rule.js';
import { solutions } from './search/solve.js';
import type { Pair } from './telling.js';

type Example = NonNullable<DueChange['example']>;

/** Duties that are owed in another rhythm, or due at another time in an example of an incident that calls them up. */
export const dueChanges = (before: Regulation, after: Regulation, pairs: readonly Pair[]): DueChange[] =>
  pairs.flatMap(({ provision, label, from, ...pair }) => {
    const [was, is] = [pair.before?.provision, pair.after?.provision];
    if (was?.kind !== 'duty' || is?.kind !== 'duty') return [];
    const isRhythm = !sameData(was.rhythm, is.rhythm);
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

/** The first case looked at in which a duty is due at two times, by the bare text or the values of a profile. */
function exampleOf(both: Both): Example | undefined {
  const { before, after, regulations, day } = both;
  if (!before || !after || documentOf(before) !== documentOf(after)) return undefined;
  const document = documentOf(after);
  for (const inputs of owed(before, after, day)) {
    const [one, other] = [regulations.before, regulations.after].map((each) => written(inputs, each, after));
    if (!one || !other) continue;
    for (const profile of profilesIn(both)) {
      const settings = { document, asOf: lastStart(day), ...(profile !== undefined && { profile }) };
      const was = dueOf(regulations.before, before, { ...one, ...settings });
      const is = dueOf(regulations.after, after, { ...other, ...settings });
      if (was && is && !sameData(was, is)) return { ...other, ...settings, before: was, after: is };
    }
  }
  return undefined;
}

/** Cases in which a duty is owed by both rules: one as such, and one for each interval of its own. */
function owed(before: Rule, after: Rule, day: string): Inputs[] {
  const rules = [before, after];
  const search = { domains: domainsOf(rules), unfolded: new Set<string>(), profile: undefined };
  const isCalled = documentOf(after) === 'incident';
  const more = isCalled ? starts(rules, day) : [[`evidence:${after.provision.id}`, day] as [Input, InputValue]];
  const [first = true] = goalsOf(before);
  return goalsOf(after)
    .slice(0, isCalled ? 1 : undefined)
    .flatMap((condition) => {
      const goals = [
        { rule: before, condition: first, want: true },
        { rule: after, condition, want: true },
      ];
      const [found] = solutions(goals, search);
      if (!found) return [];
      const chosen = [...found].flatMap(([input, [value]]): [Input, InputValue][] =>
        value === undefined ? [] : [[input, value]],
      );
      return [new Map([...timesOn(rules, day), ...chosen, ...more])];
    });
}

/** The times at which a duty is due in a case; nothing where it is not in it, or the case is refused. */
function dueOf(
  regulation: Regulation,
  { provision: { id } }: Rule,
  { document, value, rulings, asOf, profile }: Case,
): Example['before'] | undefined {
  try {
    const settings = { policy: policyOf(regulation, rulings, profile), asOf };
    if (document === 'incident')
      return assessIncident(value as unknown, settings).responses.find(({ provision }) => provision === id)?.due;
    const { obligations } = checkUnitObligations(value as unknown, settings);
    const found = obligations.find(({ provision }) => provision === id);
    return found && (found.dueOn === undefined ? [] : [{ at: found.dueOn }]);
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
