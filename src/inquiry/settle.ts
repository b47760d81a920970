import type { AssessOptions, Checked, Incident } from '../assessment/assess-incident.js';
import type { WaitedFor } from '../case/open-points.js';
import { type ReadOptions, readOptions } from '../case/options.js';
import { diagnostic, faultsOf, ZerenzhiError } from '../diagnostics/diagnostics.js';
import type { Reason } from '../logic/reason.js';
import type { Settled, Truth } from '../logic/truth.js';
import { ASSUMING_WHAT_IS_OPEN, waysTo } from '../logic/ways.js';
import { type ALLEGED, isAllegation, type NOT_ALLEGED } from '../model/fact-values.js';
import type { Names, ShippedNames } from '../policy/names.js';
import { measuresIn } from './candidates.js';
import { type Goal, openPointsFor, statusOf } from './goal.js';
import { type Change, type Hypothesis, hypothesisOf, reasonsOf, type Which } from './hypothesis.js';
import { type Question, questionsFor } from './questions.js';
import { changesFor } from './reach.js';
import { type Relevant, relevantInputs } from './relevant.js';

export interface SettleOptions<N extends Names = ShippedNames> extends AssessOptions<N>, OfUnit {
  /** One provision; without it, whether accountability is triggered at all. */
  readonly provision?: N['accountability'] | undefined;
}

/** Which unit, and by which system, where an incident concerns several; else the one that decides is looked at. */
export interface OfUnit {
  readonly unit?: string | undefined;
  readonly system?: string | undefined;
}

/**
 * What is not known yet; what was told of it where it was asked: `unknown`, or how an allegation stands, as `options`
 * says it.
 */
export interface Missing<N extends Names = ShippedNames> extends WaitedFor<N> {
  readonly told?: 'unknown' | typeof ALLEGED | typeof NOT_ALLEGED;
}

/** What would settle an assessment, or one finding of it. */
export interface Settlement<N extends Names = ShippedNames> {
  /** The one that was asked about. */
  readonly provision?: N['accountability'];
  /** The unit that it is about, where the incident concerns several. */
  readonly unit?: string;
  /** What the register calls it. */
  readonly unitName?: string;
  /** `met`: the provision is, or any is; `unmet`: it is not, or none is. */
  readonly status: Truth;
  /**
   * All that the provisions look at: what is known of it, and what is open. An answer that was given does not vanish.
   */
  readonly relevant: readonly Relevant[];
  /** What of it is not known yet, with whose it is to settle. */
  readonly missing: readonly Missing<N>[];
  /**
   * The smallest sets of answers that alone decide the outcome, for each outcome that is still possible; some of them,
   * where there are many.
   */
  readonly sets: readonly { readonly outcome: Settled; readonly answers: readonly Change[] }[];
  /**
   * The questions that can still change the outcome, the one expected to settle most first; those told to be unknown
   * are left out.
   */
  readonly questions: readonly Question<N>[];
}

/** Sets of answers that are told for each outcome at most. */
const SETS = 3;

/**
 * What would settle an assessment: all that it turns on, what of that is missing and whose it is to settle, the
 * smallest sets of answers that decide it, and what to ask next. A fact or finding that is `null` counts as asked and
 * not known, an absent one as not asked.
 *
 * @throws ZerenzhiError with every fault of the incident, the organization or the options
 * @example
 * const { questions } = settle({ leak: { occurred: true } }, { provision: 'art9.p2.i3' });
 */
export function settle<const Given, N extends Names = ShippedNames>(
  incident: Checked<Given, Incident<NoInfer<N>>>,
  options?: SettleOptions<N>,
): Settlement<N> {
  const read = readOptions(options, ['provision', 'unit', 'system']);
  const provision = read.own.provision as string | undefined;
  const { of, provisions } = asked(incident, read, read.own, provision);
  const goal: Goal = { provisions, each: false };
  const status = statusOf(of.now, goal);
  const questions = questionsFor(of, goal).filter((question) => toldOf(of, question.id) === undefined);
  const settlement: Settlement<Names> = {
    ...(provision !== undefined && { provision }),
    ...(of.unit !== undefined && { unit: of.unit }),
    ...(of.unitName !== undefined && { unitName: of.unitName }),
    status,
    relevant: relevantInputs(of, goal),
    missing: openPointsFor(of.now, goal).map((point) => {
      const told = toldOf(of, point.id);
      return told === undefined ? point : { ...point, told };
    }),
    sets: status === 'undetermined' ? (['met', 'unmet'] as const).flatMap((outcome) => setsFor(of, goal, outcome)) : [],
    questions,
  };
  return settlement as Settlement<N>;
}

/** What an incident says of a fact or a term that was asked about and is open all the same. */
export function toldOf({ incident, rules }: Hypothesis, id: string): Missing['told'] {
  const value = incident.values[rules.plan.index(id)];
  if (isAllegation(value)) return value;
  return incident.unknown?.includes(id) === true ? 'unknown' : undefined;
}

function setsFor(of: Hypothesis, goal: Goal, outcome: Settled): Settlement<Names>['sets'] {
  const reasons = reasonsOf(of.now, goal.provisions);
  // One provision that is met is enough; unmet they have to be together.
  const alone = outcome === 'met' || reasons.length === 1;
  const parts: readonly Reason[] = alone ? reasons : [{ kind: 'any', truth: 'undetermined', of: reasons }];
  const ways = parts
    .flatMap((part) => waysTo(outcome, part, ASSUMING_WHAT_IS_OPEN, true))
    .sort((a, b) => a.size - b.size);
  const sets = changesFor(
    of,
    ways,
    measuresIn(reasons),
    (incidentCase) => statusOf(incidentCase, goal) === outcome,
    SETS,
  );
  return sets.map((answers) => ({ outcome, answers }));
}

/** The case that is asked about, and the provisions on accountability, or the one that is asked about. */
export function asked(
  incident: unknown,
  read: Pick<ReadOptions, 'setting' | 'faults'>,
  which: Which,
  provision: unknown,
): { readonly of: Hypothesis; readonly provisions: readonly string[] } {
  const all = read.setting.rules.accountabilities.map(({ provision: { id } }) => id);
  const isKnown = typeof provision === 'string' && all.includes(provision);
  const provisions = isKnown ? [provision] : all;
  const of = hypothesisOf(incident, read, which, provisions);
  const fault = diagnostic('assessment/unknown-provision', 'provision', { value: provision, among: all });
  if (provision !== undefined && !isKnown) throw new ZerenzhiError(faultsOf('options', [fault]));
  return { of, provisions };
}
