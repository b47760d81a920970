import type { AssessOptions, Checked, Incident } from '../assessment/assess-incident.js';
import { ruleIn, truthIn } from '../case/governing-law.js';
import { readOptions } from '../case/options.js';
import { presumedIn } from '../case/presumptions.js';
import { nodesIn } from '../logic/formula.js';
import type { Reason } from '../logic/reason.js';
import { nameOf, opposite, type Settled, type Truth, truthValue } from '../logic/truth.js';
import { type Means, waysTo } from '../logic/ways.js';
import type { Given } from '../model/fact-values.js';
import type { Names, ShippedNames } from '../policy/names.js';
import { measuresIn } from './candidates.js';
import type { Change, Hypothesis } from './hypothesis.js';
import { changesFor } from './reach.js';
import { asked, type OfUnit } from './settle.js';

/** One thing that would have had to be otherwise. */
export interface Difference extends Change {
  readonly kind: 'fact' | 'term';
  /** As it is; absent where it is unknown. */
  readonly instead: Given;
  /** It is so only because nobody has said otherwise. */
  readonly presumed?: true;
}

/** The smallest changes that would turn a finding. */
export interface Counterfactuals<N extends Names = ShippedNames> {
  readonly provision: N['accountability'];
  /** The unit that it is about, where the incident concerns several. */
  readonly unit?: string;
  /** What the register calls it. */
  readonly unitName?: string;
  readonly status: Truth;
  /** What it would become. */
  readonly turned: Settled;
  /** Each alone would turn it, and of none anything can be spared; the smallest first. */
  readonly sets: readonly (readonly Difference[])[];
  /** Where there is none, why: the time decides, or is open, or more than facts and findings would have to change. */
  readonly stays?: 'before-the-rules' | 'time-open' | 'otherwise';
  /** Then also the facts that it rests on only because nobody has said otherwise, as they are presumed to be. */
  readonly presumed?: readonly { readonly fact: N['fact']; readonly value: Given }[];
}

/** Sets that are told at most. */
const SETS = 12;

/**
 * What would have to be otherwise for a finding to turn: item 1 would not apply had it been reported by 14:00. Rulings
 * and the day of issue are not changed: `compareReadings` tells what turns on them. Nothing where the finding is
 * undetermined: `settle` tells what would settle it.
 *
 * @throws ZerenzhiError with every fault of the incident, the organization, the options or the provision's name
 * @example
 * const sets = whatIf({ leak: { occurred: false } }, 'art9.p2.i3')?.sets;
 */
export function whatIf<const Given, N extends Names = ShippedNames>(
  incident: Checked<Given, Incident<NoInfer<N>>>,
  provision: N['accountability'],
  options?: AssessOptions<N> & OfUnit,
): Counterfactuals<N> | undefined {
  const read = readOptions(options, ['unit', 'system']);
  const of: Hypothesis = { ...asked(incident, read, read.own, provision ?? null).of, counterfactual: true };
  const rule = ruleIn(of.now, provision);
  const status = nameOf(rule.truth(of.now.input));
  if (status === 'undetermined') return undefined;
  const turned = opposite(status);
  const reason = rule.reason(of.now.input);
  const ways = waysTo(turned, reason, otherwise(of));
  const reached = (then: Hypothesis['now']) => truthIn(then, provision) === truthValue(turned);
  const sets = changesFor(of, ways, measuresIn([reason]), reached, SETS);
  return {
    provision,
    ...(of.unit !== undefined && { unit: of.unit }),
    ...(of.unitName !== undefined && { unitName: of.unitName }),
    status,
    turned,
    sets: sets.map((changes) => changes.map((change) => difference(of, change))),
    ...(sets.length === 0 && { stays: staysBecause(reason), presumed: presumedFor(of, reason) }),
  };
}

const presumedFor = ({ rules: { plan }, now }: Hypothesis, reason: Reason): NonNullable<Counterfactuals['presumed']> =>
  [...presumedIn(reason)].map((fact) => ({
    fact: fact as ShippedNames['fact'],
    value: plainly(now.input.values[plan.index(fact)]),
  }));

/** Why nothing that may be put otherwise turns a finding. */
function staysBecause(reason: Reason): NonNullable<Counterfactuals['stays']> {
  const times = [...nodesIn(reason)].filter(({ kind }) => kind === 'commencement');
  if (times.some(({ truth }) => truth === 'undetermined')) return 'time-open';
  return times.length > 0 && times.every(({ truth }) => truth === 'unmet') ? 'before-the-rules' : 'otherwise';
}

/** Whether a unit had a part in it may have been otherwise too, where that stands against a finding. */
const mayDiffer = (of: string | undefined, wanted: Truth): boolean =>
  of === 'incident' || (of === 'concerned' && wanted === 'met');

/** Facts of the incident and findings may have been otherwise; the law, and what a unit or a system is, stay. */
const otherwise =
  ({ rules: { regulation } }: Hypothesis): Means =>
  (leaf, truth) =>
    leaf.truth === truth
      ? 'given'
      : leaf.kind === 'commencement' || (leaf.kind === 'fact' && !mayDiffer(regulation.facts[leaf.fact]?.of, truth))
        ? 'impossible'
        : 'assume';

function difference({ rules: { plan }, incident, now }: Hypothesis, change: Change): Difference {
  const { kind, id } = change;
  const instead =
    kind === 'term'
      ? incident.findings[plan.terms.indexOf(id)]
      : (incident.values[plan.index(id)] ?? plainly(now.input.values[plan.index(id)]));
  const presumed = kind === 'fact' && now.input.presumed(plan.index(id));
  return { ...change, kind: kind as Difference['kind'], instead, ...(presumed && { presumed: true as const }) };
}

/** A value that is known whole. */
const plainly = (value: Hypothesis['now']['input']['values'][number]): Given =>
  typeof value === 'object' && !Array.isArray(value) ? undefined : (value as Given);
