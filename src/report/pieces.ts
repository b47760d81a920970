import type { Lang } from '../language.js';
import type { Truth } from '../logic/truth.js';
import { REPORT } from '../messages/report.js';
import { formatPlace } from '../regulation/citation.js';
import type { Bilingual } from '../regulation/schema.js';
import type { Run } from './page.js';

/** A provision by its place and its label. */
export const titleText = (place: string, label: Bilingual, lang: Lang): string =>
  `${formatPlace(place, lang)}${REPORT[lang].gap}${label[lang]}`;

/** A truth in a word. */
export const truthRun = (truth: Truth, lang: Lang): Run => ({ text: REPORT[lang].truth[truth], truth });
