import type { WholeOpenPoint } from '../../case/open-points.js';
import { grouped } from '../../diagnostics/grouped.js';
import type { Lang } from '../../language.js';
import type { Truth } from '../../logic/truth.js';
import { REPORT } from '../../messages/report.js';
import { type Block, type Item, type Line, list, section } from '../page.js';

/** Something to ask, and whom. */
type Asked = Pick<WholeOpenPoint, 'ask' | 'settledBy' | 'given'>;

/** What is open, each with whose it is to settle. */
export const openItems = (points: readonly Asked[], lang: Lang, truth?: Truth): Item[] =>
  points.map(({ ask, settledBy, given = [] }) => ({
    line: [
      truth ? { text: ask[lang], truth } : ask[lang],
      ...elsewhereText(given, lang),
      REPORT[lang].gap,
      { text: REPORT[lang].labelled(REPORT[lang].settledBy, settledBy.label[lang]), style: 'dim' },
    ],
  }));

/** That a ruling or a value exists, which does not reach the case. */
export const elsewhereText = (given: NonNullable<Asked['given']>, lang: Lang): string[] =>
  given.length > 0 ? [REPORT[lang].elsewhere(given.flatMap(({ from }) => from ?? []))] : [];

/** A question with whose it is, in a line. */
export const askedText = ({ ask, settledBy }: Asked, lang: Lang): Line => [
  ask[lang],
  { text: REPORT[lang].inBrackets(REPORT[lang].labelled(REPORT[lang].settledBy, settledBy.label[lang])), style: 'dim' },
];

/** How much is open, by whose it is to settle. */
export function openCounts(points: readonly Asked[], lang: Lang): Item[] {
  const say = REPORT[lang];
  const told = [...grouped(points, ({ settledBy }) => settledBy.label[lang])]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([who, theirs]) => say.counted(who, theirs.length));
  return told.length === 0
    ? []
    : [{ line: [say.labelled(`${say.open}${say.inBrackets(points.length)}`, told.join(say.then))] }];
}

/** All that is open, under its heading, counted. */
export const openBlocks = (points: readonly Asked[], lang: Lang): Block[] =>
  section(`${REPORT[lang].open}${REPORT[lang].inBrackets(points.length)}`, list(openItems(points, lang), 'ordered'));
