import { oncePer } from '../../../diagnostics/once.js';
import { OF_INCIDENT } from '../../../regulation/governing.js';
import { eitherOf } from '../either.js';
import type { TellingCase } from '../result.js';
import { type Both, candidates, judgedOn } from './candidates.js';
import { type Inputs, unknownIn, written } from './document.js';
import { NONE, probe } from './probe.js';
import { documentOf, type Rule } from './rule.js';

/** So many cases are assessed for a provision before it is said that none was found; some are refused, and not counted. */
const MOST = 500;
/** Once a case differs of which one outcome is undetermined, so many more are tried for one of which neither is. */
const MORE = 60;
const OPEN = 'undetermined';

/** Where nothing comes of a provision, it is all one why. */
const asOne = (outcome: string): string => (NOTHING.includes(outcome) ? NONE : outcome);
const NOTHING = ['unmet', 'not-required', 'not-applicable'];

interface Told {
  readonly told: TellingCase;
  readonly inputs: Inputs;
  readonly profile: string | undefined;
}

/** A case that comes out otherwise by two rules: a small one that a bounded search finds, and how many were assessed. */
export function tellApart(both: Both): { readonly tried: number; readonly found?: TellingCase } {
  const seen = new Set<string>();
  let found: Told | undefined;
  let tried = 0;
  let most = MOST;
  for (const { inputs, profile } of candidates(both)) {
    if (tried >= most || seen.size >= 2 * MOST) break;
    const name = JSON.stringify([profile, ...[...inputs].sort()]);
    if (seen.has(name)) continue;
    seen.add(name);
    const told = tell(both, inputs, profile);
    if (!told) continue;
    tried++;
    if (asOne(told.before) === asOne(told.after)) continue;
    const isDecided = told.before !== OPEN && told.after !== OPEN;
    if (!found) most = Math.min(MOST, tried + MORE);
    if (!found || isDecided) found = { told, inputs, profile };
    if (isDecided) break;
  }
  return { tried, ...(found && { found: smallest(both, found) }) };
}

/** A case with how it comes out by both; nothing where one of them refuses it. */
function tell(both: Both, inputs: Inputs, profile: string | undefined): TellingCase | undefined {
  const { before, after } = both.regulations;
  const rule = (both.after ?? both.before) as Rule;
  const [whole, ...own] = [unionOf(both), before, after].map((regulation) => written(inputs, regulation, rule));
  if (!whole) return undefined;
  const common = {
    document: documentOf(rule),
    asOf: judgedOn(both.day),
    ...(profile !== undefined && { profile }),
  };
  const [was, is] = [before, after].map((regulation, i) => {
    const document = own[i];
    return document && probe(regulation, rule.provision.id, { ...common, ...document });
  });
  if (was === undefined || is === undefined) return undefined;
  const unknown = { before: unknownIn(inputs, before), after: unknownIn(inputs, after) };
  const isKnown = unknown.before.length + unknown.after.length === 0;
  return { ...common, ...whole, ...(isKnown ? {} : { unknown }), before: was, after: is };
}

/** The same of many cases. */
const unionOf = oncePer(({ regulations: { before, after } }: Both) => eitherOf(before, after));

/** The same case without what it comes out the same without. */
function smallest(both: Both, { told, inputs, profile }: Told): TellingCase {
  let left = { told, inputs };
  for (const input of inputs.keys()) {
    if (input === `fact:${OF_INCIDENT}`) continue;
    const fewer = new Map([...left.inputs].filter(([each]) => each !== input));
    const without = tell(both, fewer, profile);
    if (without?.before === told.before && without.after === told.after) left = { told: without, inputs: fewer };
  }
  return left.told;
}
