import { inFull } from '../../case/open-points.js';
import type { Alike } from '../../diagnostics/grouped.js';
import type { AnyReport } from '../../explanation/results.js';
import type { Lang } from '../../language.js';
import { EXPLAIN } from '../../messages/explain.js';
import { OBLIGATIONS } from '../../messages/obligations.js';
import { REPORT } from '../../messages/report.js';
import type {
  ObligationStatus,
  OwnObligation,
  OwnRules,
  StricterObligation,
  StricterTerm,
} from '../../obligations/report.js';
import type { Names } from '../../policy/names.js';
import { formatPlace, placeOf } from '../../regulation/citation.js';
import { groundsText } from '../ground-text.js';
import { type Block, type Item, list, paragraph, type Run, section } from '../page.js';
import { placeIn } from '../pieces.js';
import { settledItems } from './obligation-asks.js';
import { alike, daysText, subjectText } from './obligation-items.js';

/** What is told unless every duty is asked for: what somebody has to see to, and what is open. */
const TOLD: readonly ObligationStatus[] = ['breached', 'overdue', 'due-soon', 'undetermined'];
const ALL: readonly ObligationStatus[] = [...TOLD, 'fulfilled'];

/** The rules that a unit has made for itself, each with its document, and what comes of them. */
export function ownBlocks(report: AnyReport, full: boolean, lang: Lang): Block[] {
  const { own = [] } = report;
  const blocks = own.flatMap((rules) => documentBlocks(report, rules, full ? ALL : TOLD, lang));
  return own.length === 0
    ? []
    : section(OBLIGATIONS[lang].own, [paragraph({ text: OBLIGATIONS[lang].ownApart, style: 'dim' }), ...blocks]);
}

function documentBlocks(
  report: AnyReport,
  rules: OwnRules<Names>,
  statuses: readonly ObligationStatus[],
  lang: Lang,
): Block[] {
  const words = OBLIGATIONS[lang];
  const { document, from, until, duties, terms } = rules;
  // What the report asks already is asked once.
  const asked = new Set(report.openPoints.map(({ id }) => id));
  const open = inFull(rules).filter(({ id }) => !asked.has(id));
  const told = statuses.flatMap((status) =>
    alike(duties.filter((each) => each.status === status)).map((rows) => dutyItem(report, rows, lang)),
  );
  return [
    paragraph({
      text: words.ownDocument(document.title, document.number, words.ownDays(from, until)),
      style: 'strong',
    }),
    ...list([...told, ...terms.map((term) => termItem(report, term, statuses, lang))]),
    ...section(
      REPORT[lang].open,
      list(
        settledItems(
          open.map((point) => ({ point, line: [point.ask[lang]] })),
          lang,
        ),
      ),
      3,
    ),
  ];
}

function dutyItem(report: AnyReport, rows: Alike<OwnObligation<Names>>, lang: Lang): Item {
  const [say, words] = [REPORT[lang], OBLIGATIONS[lang]];
  const [{ status, action, bearer, quote, makesConcrete, grounds = [] }] = rows;
  const place = makesConcrete === undefined ? undefined : placeOf(makesConcrete);
  const told = [
    say.obligation[status],
    `${action[lang]}${say.inBrackets(words.bornBy(bearer[lang]))}`,
    subjectText(report, rows, lang),
    daysText(rows, lang),
  ];
  return {
    line: [told.filter((part) => part !== '').join(say.gap)],
    items: [
      quoted(quote, lang),
      ...(place === undefined || place === '' ? [] : [{ line: [words.makesConcrete(formatPlace(place, lang))] }]),
      ...(grounds.length === 0 ? [] : [{ line: [say.labelled(words.grounds, groundsText(grounds, lang))] }]),
    ],
  };
}

const quoted = (quote: string, lang: Lang): Item => ({
  line: [
    REPORT[lang].labelled(OBLIGATIONS[lang].ownWords, ''),
    { text: EXPLAIN[lang].quoted(quote), lang: 'zh' } satisfies Run,
  ],
});

/** A term made stricter, and the duties by it that are to be told, each beside how it stands by the regulation. */
const termItem = (
  report: AnyReport,
  { label, quote, obligations }: StricterTerm<Names>,
  statuses: readonly ObligationStatus[],
  lang: Lang,
): Item => ({
  line: [OBLIGATIONS[lang].stricter(label[lang])],
  items: [
    quoted(quote, lang),
    ...statuses.flatMap((status) =>
      alike(
        obligations.filter((each) => each.status === status),
        ({ byRegulation }) => byRegulation.status,
      ).map((rows) => stricterItem(report, rows, lang)),
    ),
  ],
});

function stricterItem(report: AnyReport, rows: Alike<StricterObligation<Names>>, lang: Lang): Item {
  const [say, words] = [REPORT[lang], OBLIGATIONS[lang]];
  const [{ status, provision, action, grounds = [], byRegulation }] = rows;
  const told = [
    say.obligation[status],
    placeIn(report, provision, lang),
    `${action[lang]}${say.inBrackets(words.byRegulation(say.obligation[byRegulation.status]))}`,
    subjectText(report, rows, lang),
    daysText(rows, lang),
  ];
  return {
    line: [told.filter((part) => part !== '').join(say.gap)],
    ...(grounds.length > 0 && { items: [{ line: [say.labelled(words.grounds, groundsText(grounds, lang))] }] }),
  };
}
