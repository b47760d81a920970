import { citationIn } from '../explanation/cited.js';
import type { AnyReport } from '../explanation/results.js';
import type { Lang } from '../language.js';
import type { Citation } from '../logic/condition.js';
import { OBLIGATIONS } from '../messages/obligations.js';
import { REPORT } from '../messages/report.js';
import type { Obligation } from '../obligations/report.js';
import type { Names } from '../policy/names.js';

/** The words of the text that a duty is of: of a phrase whose reading is open, all of it. */
export const wordsOf = (report: AnyReport, { provision, phrase }: Obligation<Names>): Citation =>
  phrase?.citation ?? citationIn(report, provision);

/** What is owed; of a phrase, with the readings that are open. */
export function actionText(report: AnyReport, obligation: Obligation<Names>, lang: Lang): string {
  const readings = readingText(report, obligation, lang);
  return `${obligation.action[lang]}${readings && REPORT[lang].inBrackets(readings)}`;
}

/** Of a phrase, that its reading is open, and which readings there are. */
export function readingText({ openPoints }: AnyReport, { phrase }: Obligation<Names>, lang: Lang): string {
  if (!phrase) return '';
  const readings = openPoints
    .filter(({ kind, id }) => kind === 'ruling' && phrase.questions.includes(id))
    .map(({ options = {} }) => Object.values(options).map((reading) => reading[lang]));
  return OBLIGATIONS[lang].readingOpen(readings);
}
