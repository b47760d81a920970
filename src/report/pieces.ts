import type { Due } from '../assessment/assessment.js';
import { type Citing, citationIn } from '../explanation/cited.js';
import type { Bilingual, Lang } from '../language.js';
import type { Truth } from '../logic/truth.js';
import { REPORT } from '../messages/report.js';
import type { Names } from '../policy/names.js';
import { formatPlace } from '../regulation/citation.js';
import type { Regulation } from '../regulation/schema.js';
import type { Run } from './page.js';

/** A provision by its place and its label. */
export const titleText = (place: string, label: Bilingual, lang: Lang): string =>
  `${formatPlace(place, lang)}${REPORT[lang].gap}${label[lang]}`;

/** A truth in a word. */
export const truthRun = (truth: Truth, lang: Lang): Run => ({ text: REPORT[lang].truth[truth], truth });

/** The place of a provision, as people say it. */
export const placeIn = (result: Citing, provision: string, lang: Lang): string =>
  formatPlace(citationIn(result, provision).place, lang);

/** The reading of a clock under which something is due, where no ruling has chosen one. */
export const readingText = ({ question, reading }: Due<Names>, { questions }: Regulation, lang: Lang) =>
  reading === undefined ? undefined : (questions[question ?? '']?.readings[reading]?.[lang] ?? reading);
