import { inFull } from '../../case/open-points.js';
import { guarded, PAGE, type PageOptions, type PersonNames } from '../../explanation/guarded.js';
import type { Bilingual, Lang } from '../../language.js';
import { COMPARISON } from '../../messages/comparison.js';
import { REPORT } from '../../messages/report.js';
import type { Comparison, InputChange, TurnedLink, TurnedOn } from '../../record/comparison.js';
import { formatPlace, placeOf } from '../../regulation/citation.js';
import type { Regulation } from '../../regulation/schema.js';
import { lawOf } from '../law-of.js';
import { named } from '../named.js';
import { type Block, heading, type Item, list, type Page, paragraph, type Run, section } from '../page.js';
import { personText } from '../persons.js';
import { truthRun } from '../pieces.js';
import { incidentName } from '../units.js';
import { asOfText } from '../when.js';
import { STATUS } from './assessment-parts.js';
import { inputChangeIn } from './input-change-text.js';
import { openItems } from './open-points.js';

interface Telling {
  readonly comparison: Comparison;
  readonly regulation: Regulation;
  readonly lang: Lang;
  readonly persons: PersonNames | undefined;
}

/**
 * What has changed since a record was filed, the conclusion first: how it comes out now and did then, what turned and
 * on which changes, who answers now; then what was added, corrected and withdrawn, and what is open now or no longer.
 *
 * @param options with the policy where it is not one of the shipped regulation
 * @throws ZerenzhiError with every fault of the options, or if it is no comparison
 * @example
 * const { comparison } = compareWithRecord(JSON.parse(text), incident);
 * const page = comparisonPage(comparison, { lang: 'zh' });
 */
export const comparisonPage = (comparison: Comparison, options?: PageOptions): Page =>
  guarded(options, PAGE, ({ lang = 'zh', policy, persons }) => {
    const telling = { comparison, regulation: lawOf(undefined, policy).regulation, lang, persons };
    return {
      lang,
      blocks: [
        ...conclusion(telling),
        ...turnedBlocks(telling),
        ...inputBlocks(telling),
        ...openBlocks(telling),
        paragraph({ text: REPORT[lang].disclaimer, style: 'dim' }),
      ],
    };
  });

function conclusion(telling: Telling): Block[] {
  const { comparison, lang } = telling;
  const say = COMPARISON[lang];
  const { before, now, incident, accountability } = comparison;
  const { status, inBrackets, and } = REPORT[lang];
  const told = ({ status: of, by }: Comparison['now']) =>
    `${status[of]}${by.length === 0 ? '' : inBrackets([...new Set(by.map((id) => placeText(id, lang)))].join(and))}`;
  const isSame = !accountability.turned && told(before) === told(now);
  const text = isSame ? say.stays(told(now)) : say.turned(told(before), told(now));
  return [
    heading(1, [say.title, incidentName({ ...incident, parties: [] }, lang)].filter(Boolean).join(' · ')),
    paragraph({ text, truth: STATUS[now.status] }),
    ...(accountability.turnedOn ? list(becauseOf(accountability.turnedOn, telling)) : []),
    paragraph(say.since(asOfText(before.asOf, lang), asOfText(now.asOf, lang))),
    paragraph({ text: say.seal(before.seal), style: 'dim' }),
  ];
}

const placeText = (provision: string, lang: Lang): string => {
  const place = placeOf(provision);
  return place === undefined ? provision : formatPlace(place, lang);
};

function turnedBlocks(telling: Telling): Block[] {
  const { comparison, lang } = telling;
  const { findings, responses, holders, names } = comparison;
  const say = COMPARISON[lang];
  const { truth, response, gap, inBrackets } = REPORT[lang];
  const unitName = (id: string) => (id === '' ? REPORT[lang].someUnit : named(names, id));
  const title = (provision: string, label: Bilingual): (string | Run)[] => [
    `${gap}${placeText(provision, lang)}${gap}${label[lang]}${gap}`,
    { text: provision, style: 'dim' },
  ];
  const turned = findings.map(
    ({ provision, label, before, now, units = {}, turnedOn }): Item => ({
      line: [now ? truthRun(now, lang) : say.none, ...title(provision, label)],
      items: [
        { line: [say.before(before ? truth[before] : say.none)] },
        ...becauseOf(turnedOn, telling),
        ...Object.entries(units).map(([unit, { before: was, now: is }]) => ({
          line: [`${unitName(unit)}${gap}${say.fromTo(was ? truth[was] : say.none, is ? truth[is] : say.none)}`],
        })),
      ],
    }),
  );
  const duties = responses.map(
    ({ provision, label, unit, before, now, turnedOn }): Item => ({
      line: [
        now ? response[now] : say.none,
        ...title(provision, label),
        unit === undefined ? '' : inBrackets(unitName(unit)),
      ],
      items: [{ line: [say.before(before ? response[before] : say.none)] }, ...becauseOf(turnedOn, telling)],
    }),
  );
  const counted = (text: string, of: readonly unknown[]) => `${text}${inBrackets(of.length)}`;
  return [
    ...(turned.length === 0 ? [paragraph(say.noFindings)] : section(counted(say.findings, turned), list(turned))),
    ...section(counted(say.responses, duties), list(duties)),
    ...section(
      say.holders,
      list(
        holders.map(({ label, unit, before, now }) => ({
          line: [
            [label[lang], unit && unitName(unit)].filter(Boolean).join(gap),
            gap,
            say.fromTo(heldText(before, telling), heldText(now, telling)),
          ],
        })),
      ),
    ),
  ];
}

function heldText(state: TurnedLink['now'], naming: Telling): string {
  const { lang } = naming;
  if (!state) return COMPARISON[lang].none;
  const { link, and, then } = REPORT[lang];
  return [state.persons.map((id) => personText(id, naming)).join(and), link[state.status]].filter(Boolean).join(then);
}

/** On which changes something turned. */
function becauseOf({ how, changes }: TurnedOn, telling: Telling): Item[] {
  const { comparison, regulation, lang } = telling;
  const say = COMPARISON[lang];
  const texts = changes.flatMap((key) => {
    const change = comparison.changes.find((each) => each.key === key);
    return change ? [inputChangeIn(change, comparison, regulation, telling)] : [];
  });
  const [only] = texts;
  if (how === 'together' || only === undefined) return [{ line: [say.together] }];
  if (texts.length === 1) return [{ line: [REPORT[lang].labelled(say.because, only)] }];
  return [{ line: [say[how]], items: texts.map((text) => ({ line: [text] })) }];
}

/** What was put in otherwise. */
function inputBlocks(telling: Telling): Block[] {
  const { comparison, regulation, lang } = telling;
  const say = COMPARISON[lang];
  if (comparison.changes.length === 0) return [paragraph(say.noChanges)];
  const of = (kind: InputChange['change']): Item[] =>
    comparison.changes
      .filter(({ change }) => change === kind)
      .map((change) => ({ line: [inputChangeIn(change, comparison, regulation, telling)] }));
  return (['added', 'corrected', 'withdrawn'] as const).flatMap((kind) => section(say.changes[kind], list(of(kind))));
}

function openBlocks({ comparison, lang }: Telling): Block[] {
  const { opened, closed, settlers } = comparison;
  return (['opened', 'closed'] as const).flatMap((which) => {
    const points = which === 'opened' ? opened : closed;
    const title = `${COMPARISON[lang][which]}${REPORT[lang].inBrackets(points.length)}`;
    return section(title, list(openItems(inFull({ openPoints: points, settlers }), lang)));
  });
}
