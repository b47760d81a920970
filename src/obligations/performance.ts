import { type Question, settler } from '../case/open-points.js';
import type { Bilingual } from '../language.js';
import type { Reason } from '../logic/reason.js';
import type { Rule, Valuation } from '../logic/rule.js';
import { MET, OPEN, UNMET } from '../logic/truth.js';
import { EVIDENCE } from '../messages/open-points.js';
import type { Evidence } from '../model/unit.js';
import { addToDate, startOfDay } from '../regulation/dates.js';
import { intervalOf } from '../regulation/rhythm.js';
import type { Duty } from '../regulation/schema.js';
import type { OnFile } from './evidence.js';
import type { ObligationStatus } from './report.js';
import { type Rhythm, rhythmOf, termReason } from './rhythm.js';
import type { UnitCase } from './unit-file.js';

/** How a duty that applies stands. */
export interface Performance {
  readonly status: ObligationStatus;
  readonly dueOn?: string;
  /** Why, where more than the evidence tells. */
  readonly reason?: () => Reason;
  /** What to ask, where no rule does. */
  readonly asks?: Question;
}

/** Days before a due day on which a duty counts as due soon. */
const SOON = { days: 30 };

/** A duty as it is owed: of the unit, or of the unit for one system. */
export interface Owed {
  readonly file: UnitCase;
  readonly duty: Duty;
  readonly system: string | undefined;
  readonly input: Valuation;
  readonly entries: OnFile;
}

/** What was established comes first, then what was shown, then how long that lasts. */
export function performanceOf(owed: Owed): Performance {
  const [last] = owed.entries.shown;
  return breachOf(owed, last) ?? (last ? lasting(owed, last) : nothingShown(owed));
}

/** A person's finding that it was not done properly, evidence found inadequate, an omission that is established. */
function breachOf(owed: Owed, last: Evidence | undefined): Performance | undefined {
  const { file, duty, input } = owed;
  const interval = intervalOf(duty);
  if (interval !== undefined && foundOf(owed, interval) === false)
    return { status: 'breached', reason: () => termReason(interval, false) };
  const standard = file.law.standard(duty.id);
  if (standard.truth(input) === UNMET) return { status: 'breached', reason: () => standard.reason(input) };
  if (last?.adequate === false) return { status: 'breached' };
  return omissionOf(owed, last);
}

/** An omission on file, unless it was made good since; an inventory that was closed without anything to show is one. */
function omissionOf({ file, duty, input, entries }: Owed, last: Evidence | undefined): Performance | undefined {
  const [omission] = entries.omissions;
  const [closed] = entries.inventories;
  const days = [
    ...(omission && (!last || last.on <= omission.on) ? [omission.on] : []),
    ...(closed && !last ? [closed.closedOn] : []),
  ];
  for (const day of days) {
    // Who was not yet bound on a day omitted nothing on it.
    const bears = bearsOn(file, duty, day);
    const truth = bears.truth(input);
    if (truth === MET) return { status: 'breached' };
    if (truth === OPEN) return { status: 'undetermined', reason: () => bears.reason(input) };
  }
  return undefined;
}

function bearsOn({ rules }: UnitCase, { id }: Duty, day: string): Rule {
  const start = startOfDay(day);
  return rules.law(start, start).bears(id);
}

function nothingShown({ file, duty, system }: Owed): Performance {
  const id = `${duty.id}${system === undefined ? '' : `@${system}`}`;
  return { status: 'undetermined', asks: asking(file, id, EVIDENCE(duty.action, system)) };
}

/** What was shown, for as long as it lasts: until the day it says itself, or until it is due again. */
function lasting(owed: Owed, last: Evidence): Performance {
  const { file, duty, input } = owed;
  const today = file.asOf.day;
  const rhythm = rhythmFor(owed);
  const next = rhythm?.every && addToDate(last.on, rhythm.every);
  const until = [last.until, next].filter((day) => day !== undefined).sort()[0];
  const dueOn = until === undefined ? {} : { dueOn: until };
  // A day is missed once it has passed; what ends on a day no longer holds on it.
  const isLate = until !== undefined && (last.until === until ? until <= today : until < today);
  if (isLate) return { status: 'overdue', ...dueOn };
  const standard = file.law.standard(duty.id);
  if (standard.truth(input) === OPEN) return { status: 'undetermined', reason: () => standard.reason(input), ...dueOn };
  if (rhythm && !rhythm.every) return { status: 'undetermined', reason: rhythm.reason, ...dueOn };
  const isSoon = until !== undefined && until <= addToDate(today, SOON);
  return { status: isSoon ? 'due-soon' : 'fulfilled', ...dueOn };
}

/** How often the duty is due; a person's finding that it is done often enough goes before an interval. */
function rhythmFor(owed: Owed): Rhythm | undefined {
  const { file, duty, input } = owed;
  const interval = intervalOf(duty);
  if (interval === undefined || foundOf(owed, interval) === true) return undefined;
  return rhythmOf(file.law, interval, input);
}

const foundOf = ({ file, input }: Owed, term: string): boolean | undefined =>
  input.findings[file.rules.plan.terms.indexOf(term)];

/** Something that the unit itself can tell, from its own files. */
export function asking({ rules: { regulation } }: UnitCase, id: string, ask: Bilingual): Question {
  const who = Object.hasOwn(regulation.parties, 'unit') ? 'unit' : regulation.interpreter;
  return { kind: 'evidence', id, ask, settledBy: settler(regulation, who) };
}
