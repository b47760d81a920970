import type { WholeOpenPoint } from '../../case/open-points.js';
import type { Lang } from '../../language.js';
import type { Truth } from '../../logic/truth.js';
import { REPORT } from '../../messages/report.js';
import { type Block, type Item, list, section } from '../page.js';

/** Something to ask, and whom. */
type Asked = Pick<WholeOpenPoint, 'ask' | 'settledBy' | 'given'>;

/** What is open, each with whose it is to settle. */
export const openItems = (points: readonly Asked[], lang: Lang, truth?: Truth): Item[] =>
  points.map(({ ask, settledBy, given = [] }) => ({
    line: [
      truth ? { text: ask[lang], truth } : ask[lang],
      ...(given.length > 0 ? [REPORT[lang].elsewhere(given.flatMap(({ from }) => from ?? []))] : []),
      REPORT[lang].gap,
      { text: REPORT[lang].labelled(REPORT[lang].settledBy, settledBy.label[lang]), style: 'dim' },
    ],
  }));

/** All that is open, under its heading, counted. */
export const openBlocks = (points: readonly Asked[], lang: Lang): Block[] =>
  section(`${REPORT[lang].open}${REPORT[lang].inBrackets(points.length)}`, list(openItems(points, lang), 'ordered'));
