import { openPointsOf, type WaitedFor } from '../case/open-points.js';
import { presumedIn } from '../case/presumptions.js';
import type { Reason } from '../logic/reason.js';
import { anyOf, MET, UNMET } from '../logic/truth.js';
import { ALLEGED } from '../model/fact-values.js';
import type { Names } from '../policy/names.js';
import type { Goal } from './goal.js';
import { type Hypothesis, reasonsOf, verdictsOf } from './hypothesis.js';
import { toldOf } from './settle.js';

/**
 * The conduct that spares somebody only because nobody was asked about it: if it were alleged, a provision that is not
 * met would be, or would be open.
 */
export function presumedFor(of: Hypothesis, { provisions, each }: Goal): WaitedFor<Names>[] {
  const { facts } = of.rules.regulation;
  const isUnasked = (id: string) =>
    facts[id]?.of === 'incident' && facts[id].alleged !== undefined && toldOf(of, id) === undefined;
  const silent = reasonsOf(of.now, provisions).map((reason: Reason) => [...presumedIn(reason)].filter(isUnasked));
  const all = [...new Set(silent.flat())];
  if (all.length === 0) return [];
  const alleged = of.with(all.map((id) => ({ kind: 'fact', id, value: ALLEGED })));
  const now = verdictsOf(of.now, provisions);
  if (!each && anyOf(now) === MET) return [];
  const then = alleged ? verdictsOf(alleged, provisions) : [];
  const spared = (i: number) => now[i] !== MET && then[i] !== UNMET;
  const waiting = provisions.map((provision, i) => ({
    provision,
    on: spared(i) ? (silent[i] ?? []).map((id) => ({ kind: 'fact' as const, id })) : [],
  }));
  return openPointsOf(of.rules, waiting);
}
