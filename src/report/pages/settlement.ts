import { guarded, PAGE, type PageOptions } from '../../explanation/guarded.js';
import type { Settlement } from '../../inquiry/settle.js';
import type { Lang } from '../../language.js';
import { REPORT } from '../../messages/report.js';
import { SETTLE } from '../../messages/settle.js';
import type { Names, ShippedNames } from '../../policy/names.js';
import { formatPlace, placeOf } from '../../regulation/citation.js';
import type { Regulation } from '../../regulation/schema.js';
import { grouped } from '../grouped.js';
import { lawOf } from '../law-of.js';
import { heading, type Item, list, type Page, paragraph, section } from '../page.js';
import { truthRun } from '../pieces.js';
import { changeIn, setItems } from './change-text.js';
import { elsewhereText, openItems } from './open-points.js';

/** Questions that are proposed to be asked first. */
const NEXT = 3;

/**
 * What would settle an assessment: what is missing and whose it is, the smallest sets of answers that decide it, and
 * what to ask next.
 *
 * @param options with the policy where it is not one of the shipped regulation
 * @throws ZerenzhiError with every fault of the options, or if it is no settlement
 * @example
 * const text = renderText(settlementPage(settle(incident), { lang: 'zh' }));
 */
export const settlementPage = <N extends Names = ShippedNames>(
  settlement: Settlement<N>,
  options?: PageOptions,
): Page =>
  guarded(options, PAGE, ({ lang = 'zh', policy }) => pageOf(settlement, lawOf(undefined, policy).regulation, lang));

function pageOf(
  { provision, unit, unitName = unit, status, relevant, missing, sets, questions }: Settlement<Names>,
  regulation: Regulation,
  lang: Lang,
): Page {
  const say = SETTLE[lang];
  const known = (onlyPresumed: boolean) =>
    relevant.flatMap(({ kind, id, known, presumed = false }): Item[] =>
      known === undefined || presumed !== onlyPresumed
        ? []
        : [{ line: [changeIn({ kind, id, value: known }, regulation, lang)] }],
    );
  const outcomes = provision === undefined ? say.sets : say.ofProvision;
  return {
    lang,
    blocks: [
      heading(
        1,
        [say.settle, provision && provisionText(provision, regulation, lang), unitName]
          .filter(Boolean)
          .join(REPORT[lang].gap),
      ),
      paragraph(provision === undefined ? { text: say.status[status], truth: status } : truthRun(status, lang)),
      ...section(say.next, list(openItems(questions.slice(0, NEXT), lang), 'ordered')),
      ...(['met', 'unmet'] as const).flatMap((outcome) =>
        section(
          outcomes[outcome],
          list(
            setItems(
              sets.filter((set) => set.outcome === outcome).map(({ answers }) => answers),
              regulation,
              lang,
            ),
          ),
        ),
      ),
      ...section(`${say.missing}${REPORT[lang].inBrackets(missing.length)}`, list(missingItems(missing, lang))),
      ...section(say.relevant, list(known(false))),
      ...section(say.presumed, list(known(true))),
    ],
  };
}

/** What is missing, by whose it is; what was asked in vain says so, and what is alleged how that stands. */
function missingItems(missing: Settlement<Names>['missing'], lang: Lang): Item[] {
  const itemOf = ({ ask, given = [], told, options }: (typeof missing)[number]): Item => {
    const stands = told && options?.[told]?.[lang];
    const how = stands ? [REPORT[lang].inBrackets(stands)] : told ? [SETTLE[lang].toldUnknown] : [];
    return { line: [ask[lang], ...elsewhereText(given, lang), ...how] };
  };
  return [...grouped(missing, ({ settledBy }) => settledBy.label[lang])].map(([who, theirs]) => ({
    line: [{ text: REPORT[lang].counted(who, theirs.length), style: 'strong' }],
    items: theirs.map(itemOf),
  }));
}

/** A provision by its place and label. */
export function provisionText(provision: string, regulation: Regulation, lang: Lang): string {
  const found = regulation.articles.flatMap(({ provisions }) => provisions).find(({ id }) => id === provision);
  const place = placeOf(provision);
  return [
    place === undefined ? provision : formatPlace(place, lang),
    found && 'label' in found ? found.label[lang] : '',
  ]
    .filter(Boolean)
    .join(REPORT[lang].gap);
}
