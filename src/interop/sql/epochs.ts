import { doneOf } from '../../model/fact-values.js';
import type { Ruleset } from '../../policy/create-policy.js';
import { startOfDay } from '../../regulation/dates.js';
import { nameOfTime, OF_INCIDENT } from '../../regulation/governing.js';
import type { GoverningTime, OmissionTime } from '../../regulation/schema.js';
import type { Sql } from './dialect.js';
import type { Cell, Steps } from './steps.js';

// By which states of the law something is governed: those that its time may lie in, as in the process (governing-law.ts).

/** Epochs of the law in a row, by the numbers of the first and the last. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
}

/** How any of a stretch of epochs of the law may apply to one time, as expressions of some columns. */
export interface EpochTests {
  /** It may. */
  touched(epochs: Stretch): string;
  /** What shall certainly be so has to be so in it. */
  needed(epochs: Stretch): string;
  /** What is so in it is so: the event certainly lasted into it. */
  enough(epochs: Stretch): string;
  /** It may, and of what lasted it certainly does, or one of those like it. */
  certain(epochs: Stretch): string;
  /** Whether several may apply; and whether, of an event that lasted, not all of them certainly do. */
  readonly isOpen: string;
  readonly isOpenOfLasting: string;
  readonly from: readonly Cell[];
  /** The facts that are wanted where several may apply: each, and where it is this one. */
  readonly missing: readonly { readonly fact: string; readonly where: Cell }[];
}

/** The times of a row, in milliseconds; a first moment is NULL where nothing limits it. */
interface RowTimes {
  readonly now: Cell;
  /** Between which moments a fact's time lies: of what lasted, when it began. */
  readonly earliest: readonly Cell[];
  readonly latest: readonly Cell[];
  /** Between which moments it ended, as stated: both NULL of what did not last. */
  endedBetween(fact: number): readonly [Cell, Cell];
  /** Whether anything is stated of it. */
  isStated(fact: number): Cell;
  isMoment(fact: number): Cell;
  /** Whether the incident itself shows that a fact is so, of one that says that a duty was breached. */
  isShown(fact: number): Cell | undefined;
  /** A fact's value in words, "not yet" included. */
  settled(fact: number): Cell;
}

/** Between which moments something began, and where it lasted, ended: NULL of what did not last. */
interface Range {
  readonly from: Cell;
  readonly began: Cell;
  readonly ended?: Ended;
}
interface Ended {
  readonly first: Cell;
  readonly last: Cell;
}

/** The tests of any time that governs, each made once. */
export function epochTests(
  { plan, times, epochs }: Pick<Ruleset, 'plan' | 'times' | 'epochs'>,
  row: RowTimes,
  steps: Steps,
  sql: Sql,
): (time: string) => EpochTests {
  const { now, earliest, latest } = row;
  const byName = new Map(times.map((time) => [nameOfTime(time), time]));
  const made = new Map<string, EpochTests>();
  const always = steps.given('TRUE');
  const nothing = steps.given(sql.literal(null, 'integer'));
  const cell = (expression: string, ...from: readonly Cell[]) => steps.column(expression, from);
  const choose = (where: Cell, yes: Cell, no: Cell): Cell =>
    yes === no ? yes : cell(`CASE WHEN ${where.sql} THEN ${yes.sql} ELSE ${no.sql} END`, where, yes, no);
  // Of two first moments the sooner is none where either has no limit.
  const sooner = (one: Cell, other: Cell): Cell =>
    cell(
      `CASE WHEN ${one.sql} IS NULL OR ${other.sql} IS NULL THEN NULL WHEN ${one.sql} < ${other.sql} THEN ${one.sql} ELSE ${other.sql} END`,
      one,
      other,
    );
  return (time) => {
    const known = made.get(time);
    if (known) return known;
    const tests = testsOf(byName.get(time) ?? time);
    made.set(time, tests);
    return tests;
  };

  function testsOf(time: GoverningTime): EpochTests {
    if (typeof time === 'string') {
      const own = plan.index(time);
      const { otherwise: other, timeOf } = plan.facts[own]?.definition ?? {};
      const shown = timeOf === undefined ? undefined : row.isShown(plan.index(timeOf));
      if (other === undefined && !shown) return among(rangeOf(own), [{ fact: time, where: always }]);
      // What has no time of its own goes by the other, and what the incident itself shows by that of the incident.
      const stated = other === undefined ? always : row.isStated(own);
      const isOwn = shown ? cell(`${stated.sql} AND NOT ${shown.sql}`, stated, shown) : stated;
      const isOther = cell(`NOT ${isOwn.sql}`, isOwn);
      const fallback = other ?? OF_INCIDENT;
      return among(either(isOwn, rangeOf(own), rangeOf(plan.index(fallback))), [
        { fact: time, where: isOwn },
        { fact: fallback, where: isOther },
      ]);
    }
    if ('began' in time) {
      const { from, began } = rangeOf(plan.index(time.began));
      return among({ from, began }, [{ fact: time.began, where: always }]);
    }
    return testsOfOmission(time);
  }

  function rangeOf(fact: number): Range {
    const [from, began] = [earliest[fact] as Cell, latest[fact] as Cell];
    if (!plan.facts[fact]?.definition.lasts) return { from, began };
    const [first, last] = row.endedBetween(fact);
    const lasted = cell(`${last.sql} IS NOT NULL`, last);
    return {
      from,
      began,
      ended: {
        first: choose(lasted, sooner(now, steps.later(first, from)), nothing),
        last: choose(lasted, sooner(last, now), nothing),
      },
    };
  }

  function either(where: Cell, yes: Range, no: Range): Range {
    const [one, other] = [yes.ended, no.ended];
    return {
      from: choose(where, yes.from, no.from),
      began: choose(where, yes.began, no.began),
      ...((one || other) && {
        ended: {
          first: choose(where, one?.first ?? nothing, other?.first ?? nothing),
          last: choose(where, one?.last ?? nothing, other?.last ?? nothing),
        },
      }),
    };
  }

  function testsOfOmission({ since, until, status, upTo }: OmissionTime): EpochTests {
    const [start, end, state, about] = [since, until, status, upTo].map(plan.index) as [number, number, number, number];
    const of = rangeOf(about);
    const isStated = row.isStated(about);
    const lasted = cell(`${of.ended?.last.sql ?? 'NULL'} IS NOT NULL`, ...(of.ended ? [of.ended.last] : []));
    const isKnown = cell(`${isStated.sql} OR ${of.began.sql} < ${now.sql}`, isStated, of.began, now);
    const said = row.settled(state);
    const isSaid = cell(`${said.sql} IS NOT NULL`, said);
    const done = doneOf(plan, state, end);
    const isDone =
      done === undefined ? steps.given('FALSE') : cell(`COALESCE(${said.sql} = ${sql.literal(done)}, FALSE)`, said);
    const from = earliest[start] as Cell;
    const undone = {
      first: choose(isDone, steps.later(from, earliest[end] as Cell), choose(isSaid, now, from)),
      last: choose(isDone, latest[end] as Cell, now),
    };
    const ended = of.ended
      ? {
          first: choose(lasted, steps.later(sooner(undone.first, of.ended.first), from), undone.first),
          last: choose(lasted, steps.later(sooner(undone.last, of.ended.last), from), undone.last),
        }
      : undone;
    const omitted = { from, began: sooner(latest[start] as Cell, ended.last), ended };
    // What came of it at one moment completes it.
    const atOnce = cell(`(${isKnown.sql}) AND NOT ${lasted.sql}`, isKnown, lasted);
    const isOmitted = cell(`NOT ${atOnce.sql}`, atOnce);
    const where = (expression: string, ...cells: readonly Cell[]) =>
      cell(`${isOmitted.sql} AND ${expression}`, isOmitted, ...cells);
    const [sinceMoment, untilMoment] = [row.isMoment(start), row.isMoment(end)];
    return among(either(atOnce, { from: of.from, began: of.began }, omitted), [
      { fact: upTo, where: atOnce },
      { fact: since, where: where(`NOT ${sinceMoment.sql}`, sinceMoment) },
      { fact: until, where: where(`${isDone.sql} AND NOT ${untilMoment.sql}`, isDone, untilMoment) },
      { fact: status, where: where(`NOT ${isSaid.sql}`, isSaid) },
    ]);
  }

  function among({ from, began, ended }: Range, missing: EpochTests['missing']): EpochTests {
    const within = ([start, end]: readonly [Cell, Cell], { first, last }: Stretch) =>
      `(${start.sql} <= ${last} AND ${end.sql} >= ${first})`;
    const first = epochAt(from);
    if (!ended) {
      const may = [first, epochAt(began)] as const;
      const isOpen = `${may[0].sql} < ${may[1].sql}`;
      const touched = (of: Stretch) => within(may, of);
      return {
        touched,
        needed: touched,
        enough: () => 'FALSE',
        certain: touched,
        isOpen,
        isOpenOfLasting: isOpen,
        from: may,
        missing,
      };
    }
    const isLater = `${ended.last.sql} IS NOT NULL AND ${ended.last.sql} > ${began.sql}`;
    const may = [first, epochAt(choose(cell(isLater, ended.last, began), ended.last, began))] as const;
    // Where its end certainly comes after its beginning, it lasted at least from the one to the other; else it lay on one
    // of the days on which it may both have begun and have ended.
    const inTurn = cell(`COALESCE(${began.sql} <= ${ended.first.sql}, FALSE)`, began, ended.first);
    const core = [epochAt(choose(inTurn, began, ended.first)), epochAt(choose(inTurn, ended.first, began))] as const;
    const lasted = cell(`${ended.last.sql} IS NOT NULL`, ended.last);
    const surely = cell(`${lasted.sql} AND ${inTurn.sql}`, lasted, inTurn);
    const perhaps = cell(`${lasted.sql} AND NOT ${inTurn.sql}`, lasted, inTurn);
    const isOpen = `${may[0].sql} < ${may[1].sql}`;
    return {
      touched: (of) => within(may, of),
      needed: (of) => `(CASE WHEN ${perhaps.sql} THEN ${within(core, of)} ELSE ${within(may, of)} END)`,
      enough: (of) => `(${surely.sql} AND ${within(core, of)})`,
      certain: (of) => `(CASE WHEN ${lasted.sql} THEN ${within(core, of)} ELSE ${within(may, of)} END)`,
      isOpen,
      isOpenOfLasting: `${isOpen} AND NOT (${surely.sql} AND ${may[0].sql} = ${core[0].sql} AND ${may[1].sql} = ${core[1].sql})`,
      from: [...may, ...core, lasted, surely, perhaps],
      missing,
    };
  }

  /** The number of the epoch of the law in which a moment lies; what has no beginning lies in the first. */
  function epochAt(moment: Cell): Cell {
    const starts = epochs.flatMap(({ from }, i) =>
      from === undefined ? [] : [`WHEN ${moment.sql} >= ${startOfDay(from)} THEN ${i}`],
    );
    return cell(starts.length > 0 ? `CASE ${starts.reverse().join(' ')} ELSE 0 END` : '0', moment);
  }
}
