import { guarded, PAGE, type PageOptions } from '../../explanation/guarded.js';
import type { AnyReport } from '../../explanation/results.js';
import type { Lang } from '../../language.js';
import type { Obligation, ObligationReport } from '../../obligations/report.js';
import type { Names, ShippedNames } from '../../policy/names.js';
import { actionText, wordsOf } from '../duty-text.js';
import { groundsText } from '../ground-text.js';
import { placeIn } from '../pieces.js';
import { daysText, subjectText } from './obligation-items.js';

/** One duty in words, each empty where there is nothing to say. */
export interface DutyTold {
  /** Where it stands. */
  readonly place: string;
  /** What is owed; of words whose reading is open, with the readings. */
  readonly action: string;
  /** The words of the text. */
  readonly quote: string;
  /** For what it is owed: a system, another unit, an activity, a notice, an incident. */
  readonly subject: string;
  /** When it is due next, and since when a breach is made good. */
  readonly days: string;
  /** What it rests on that it is breached or overdue. */
  readonly grounds: string;
}

/**
 * One duty of a report in the words of its page, for whoever lays out duties in another way.
 *
 * @throws ZerenzhiError with every fault of the options, or if they are no report and no duty of it
 * @example
 * const report = checkUnitObligations(unit);
 * const actions = report.obligations.map((obligation) => dutyTold(report, obligation, { lang: 'en' }).action);
 */
export const dutyTold = <N extends Names = ShippedNames>(
  report: ObligationReport<N>,
  obligation: Obligation<N>,
  options?: PageOptions,
): DutyTold => guarded(options, PAGE, ({ lang = 'zh' }) => toldOf(report, obligation, lang));

function toldOf(report: AnyReport, obligation: Obligation<Names>, lang: Lang): DutyTold {
  return {
    place: placeIn(report, obligation.provision, lang),
    action: actionText(report, obligation, lang),
    quote: wordsOf(report, obligation).quote,
    subject: subjectText(report, [obligation], lang),
    days: daysText([obligation], lang),
    grounds: groundsText(obligation.grounds ?? [], lang),
  };
}
