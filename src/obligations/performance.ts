import { settler, type WholeOpenPoint } from '../case/open-points.js';
import type { Bilingual } from '../language.js';
import type { Reason } from '../logic/reason.js';
import type { Valuation } from '../logic/rule.js';
import { MET } from '../logic/truth.js';
import { EVIDENCE, RENEWED, SINCE } from '../messages/open-points.js';
import type { Evidence } from '../model/unit.js';
import type { Duty } from '../regulation/schema.js';
import type { OnFile, Subject } from './evidence.js';
import { type Ground, ofEvidence } from './grounds.js';
import type { ObligationStatus } from './report.js';
import type { UnitCase } from './unit-file.js';

/** How a duty that applies stands. */
export interface Performance {
  readonly status: ObligationStatus;
  readonly dueOn?: string;
  /** The day of the performance that made a breach good. */
  readonly madeGoodOn?: string;
  /** What a breach, or what is overdue, rests on; what shows an open one no longer. */
  readonly grounds?: readonly Ground[];
  /** Why, where more than the evidence tells. */
  readonly reason?: () => Reason;
  /** What to ask, where no rule does. */
  readonly asks?: WholeOpenPoint;
}

/** There is nothing yet, or at all, that the duty could be owed for. */
export const NOTHING: Reason = Object.freeze({ kind: 'literal', truth: 'unmet' });

/** A duty as it is owed: of the unit, for one of its systems, towards another unit, or for an occasion. */
export interface Owed extends Subject {
  readonly file: UnitCase;
  readonly duty: Duty;
  readonly input: Valuation;
  readonly entries: OnFile;
}

/** The evidence that nobody found inadequate. */
export const adequate = ({ entries }: Pick<Owed, 'entries'>): Evidence[] =>
  entries.shown.filter((entry) => entry.adequate !== false);

/** What a person found of how a duty is done. */
export const foundOf = ({ file, input }: Pick<Owed, 'file' | 'input'>, term: string): boolean | undefined =>
  input.findings[file.rules.plan.terms.indexOf(term)];

/** The party of a regulation that is the unit itself. */
export const UNIT_ITSELF = 'unit';

/** Something that the unit itself can tell, from its own files. */
export function asking({ rules: { regulation } }: UnitCase, id: string, ask: Bilingual): WholeOpenPoint {
  const who = Object.hasOwn(regulation.parties, UNIT_ITSELF) ? UNIT_ITSELF : regulation.interpreter;
  return { kind: 'evidence', id, ask, settledBy: settler(regulation, who) };
}

/** Whether a duty was done, which whoever has done it does not judge himself. */
export function askingOf(owed: Pick<Owed, 'file' | 'duty' | 'input'>, id: string, ask: Bilingual): WholeOpenPoint {
  const { regulation } = owed.file.rules;
  const who = judgeOf(owed);
  return who === undefined
    ? asking(owed.file, id, ask)
    : { kind: 'evidence', id, ask, settledBy: settler(regulation, who) };
}

/** Who judges a bearer; where the unit has that role too, who judges it in turn. */
function judgeOf({ file: { rules, law }, duty, input }: Pick<Owed, 'file' | 'duty' | 'input'>): string | undefined {
  const { bearers } = rules.regulation;
  const passed = new Set<string>();
  let who = bearers[duty.bearer]?.settledBy;
  while (who !== undefined && !passed.has(who)) {
    passed.add(who);
    const when = bearers[who]?.when;
    if (!when || law.rule(when).truth(input) !== MET) return who;
    who = bearers[who]?.settledBy;
  }
  return undefined;
}

/**
 * Nothing on file shows it done now: what would show it is asked. Where something did until a day, what came after it is
 * asked, and not as if there had been nothing.
 */
export function nothingShown(owed: Owed): Performance {
  const { duty, system, towards, occasion } = owed;
  const id = [duty.id, system ?? towards, occasion?.id].filter((part) => part !== undefined).join('@');
  const subject = subjectNamed(owed.file, owed);
  const former = formerly(owed);
  if (!former) return { status: 'undetermined', asks: askingOf(owed, id, EVIDENCE(duty.action, subject)) };
  const { on, until, ref } = former;
  const asks = askingOf(
    owed,
    id,
    until === undefined ? SINCE(duty.action, subject, on, ref) : RENEWED(duty.action, subject, until, ref),
  );
  return { status: 'undetermined', asks, grounds: [ofEvidence(until === undefined ? 'past' : 'lapsed', former)] };
}

/** What a duty is owed for, by its name. */
export const subjectNamed = (
  { register }: UnitCase,
  { system, towards, occasion }: { readonly [of in keyof Subject]?: Subject[of] | undefined },
) => ({
  system: system && (register.system(system)?.name ?? system),
  towards: towards && (register.unit(towards)?.name ?? towards),
  ...(occasion && { [occasion.kind]: occasion.name ?? occasion.id }),
});

/** What showed it the longest. */
const formerly = (owed: Owed): Evidence | undefined =>
  adequate(owed).reduce<Evidence | undefined>(
    (a, b) => (a && (a.until ?? a.on) >= (b.until ?? b.on) ? a : b),
    undefined,
  );
