import type { Due } from '../assessment/assessment.js';
import { type Citing, citationIn } from '../explanation/cited.js';
import type { Bilingual, Lang } from '../language.js';
import type { Truth } from '../logic/truth.js';
import { REPORT } from '../messages/report.js';
import type { Names } from '../policy/names.js';
import { formatPlace } from '../regulation/citation.js';
import type { Regulation } from '../regulation/schema.js';
import { type Block, type Line, paragraph, type Run } from './page.js';

/** A provision by its place and its label. */
export const titleText = (place: string, label: Bilingual, lang: Lang): string =>
  `${formatPlace(place, lang)}${REPORT[lang].gap}${label[lang]}`;

/** A truth in a word. */
export const truthRun = (truth: Truth, lang: Lang): Run => ({ text: REPORT[lang].truth[truth], truth });

/** What the signs in the words of the law mean. */
export const legendLine = (legend: string, lang: Lang): Line => [
  legend,
  ...(['met', 'unmet', 'undetermined'] as const).flatMap(
    (each, i): Line => [...(i > 0 ? [REPORT[lang].gap] : []), truthRun(each, lang)],
  ),
];

/** The place of a provision, as people say it. */
export const placeIn = (result: Citing, provision: string, lang: Lang): string =>
  formatPlace(citationIn(result, provision).place, lang);

/** The places of some provisions, each once. */
export const placesIn = (result: Citing, provisions: readonly string[], lang: Lang): string =>
  [...new Set(provisions.map((provision) => placeIn(result, provision, lang)))].join(REPORT[lang].and);

/** Which versions of its article a provision was judged by, where there are several. */
export const editionBlocks = (editions: readonly string[] | undefined, lang: Lang): Block[] =>
  editions === undefined || editions.length === 0
    ? []
    : [paragraph(REPORT[lang].editions(editions.map((from) => REPORT[lang].edition(from))))];

/** What a time at which something is due stands under: a reading of the clock, where no ruling has chosen one; one side. */
export function clockText({ question, reading, settles }: Due<Names>, { questions }: Regulation, lang: Lang) {
  const said = [
    ...(reading === undefined ? [] : [questions[question ?? '']?.readings[reading]?.[lang] ?? reading]),
    ...(settles === undefined ? [] : [REPORT[lang].dueSettles[settles]]),
  ];
  return said.length === 0 ? undefined : said.join(REPORT[lang].then);
}
