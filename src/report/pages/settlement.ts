import { valueText } from '../../explanation/value.js';
import type { Change } from '../../inquiry/hypothesis.js';
import type { ReadingsComparison } from '../../inquiry/readings.js';
import type { Settlement } from '../../inquiry/settle.js';
import type { Counterfactuals, Difference } from '../../inquiry/what-if.js';
import type { Lang } from '../../language.js';
import { EXPLAIN } from '../../messages/explain.js';
import { REPORT } from '../../messages/report.js';
import { SETTLE } from '../../messages/settle.js';
import { formatPlace, placeOf } from '../../regulation/citation.js';
import type { Regulation } from '../../regulation/schema.js';
import { type Block, heading, type Item, list, type Page, paragraph, section } from '../page.js';
import { truthRun } from '../pieces.js';
import { openItems } from './open-points.js';
import type { PageOptions } from './options.js';

/**
 * What would settle an assessment: what is missing and whose it is, the smallest sets of answers that decide it, and what to ask next.
 *
 * @example
 * const text = renderText(settlementPage(settle(incident), { lang: 'zh', regulation }));
 */
export function settlementPage(
  { provision, status, relevant, missing, sets, questions }: Settlement,
  { lang = 'zh', regulation }: PageOptions,
): Page {
  const say = SETTLE[lang];
  const known = relevant.flatMap(({ kind, id, known }): Item[] =>
    known === undefined ? [] : [{ line: [changeText({ kind, id, value: known }, regulation, lang)] }],
  );
  const [next] = questions;
  const outcomes = provision === undefined ? say.sets : say.ofProvision;
  return {
    lang,
    blocks: [
      heading(
        1,
        [say.settle, provision && placeText(provision, regulation, lang)].filter(Boolean).join(REPORT[lang].gap),
      ),
      paragraph(provision === undefined ? { text: say.status[status], truth: status } : truthRun(status, lang)),
      ...section(say.next, next ? list(openItems([next], lang)) : []),
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
      ...section(
        `${say.missing}${REPORT[lang].inBrackets(missing.length)}`,
        list(missingItems(missing, lang), 'ordered'),
      ),
      ...section(say.relevant, list(known)),
    ],
  };
}

/** What is missing; what was asked in vain says so. */
const missingItems = (missing: Settlement['missing'], lang: Lang): Item[] =>
  openItems(missing, lang).map(({ line }, i) => ({
    line: missing[i]?.told ? [...line, SETTLE[lang].toldUnknown] : line,
  }));

/** A provision by its place and label. */
export function placeText(provision: string, regulation: Regulation, lang: Lang): string {
  const found = regulation.articles.flatMap(({ provisions }) => provisions).find(({ id }) => id === provision);
  const place = placeOf(provision);
  return [
    place === undefined ? provision : formatPlace(place, lang),
    found && 'label' in found ? found.label[lang] : '',
  ]
    .filter(Boolean)
    .join(REPORT[lang].gap);
}

/**
 * What would have had to be otherwise for a finding to turn.
 *
 * @example
 * const text = renderText(whatIfPage(whatIf(incident, 'art9.p2.i3'), compareReadings(finding), { lang: 'zh', regulation }));
 */
export function whatIfPage(
  turned: Counterfactuals | undefined,
  comparison: ReadingsComparison,
  { lang = 'zh', regulation }: PageOptions,
): Page {
  const say = SETTLE[lang];
  const differences: Block[] = !turned
    ? [paragraph(say.stillOpen)]
    : turned.sets.length === 0
      ? [paragraph(say.noWay)]
      : [paragraph(say.turns[turned.turned]), ...list(setItems(turned.sets, regulation, lang))];
  return {
    lang,
    blocks: [
      heading(2, placeText(comparison.provision, regulation, lang)),
      ...differences,
      ...readingsBlocks(comparison, regulation, lang),
    ],
  };
}

function readingsBlocks(
  { holds, turnsOn, ruled, outcomes }: ReadingsComparison,
  regulation: Regulation,
  lang: Lang,
): Block[] {
  const say = SETTLE[lang];
  if (outcomes.length < 2) return [];
  const read = (questions: readonly string[], readings: ReadingsComparison['ruled']): Item[] =>
    questions.map((id) => ({ line: [changeText({ kind: 'ruling', id, value: readings[id] }, regulation, lang)] }));
  if (holds) return [heading(3, say.readings), paragraph({ text: say.holds(REPORT[lang].truth[holds]), truth: holds })];
  const decisive = new Map(
    outcomes.map(({ readings, status }) => [
      turnsOn.map((question) => readings[question]).join(' '),
      { readings, status },
    ]),
  );
  const items = [...decisive.values()].map(
    ({ readings, status }): Item => ({ line: [truthRun(status, lang)], items: read(turnsOn, readings) }),
  );
  const rests = read(
    turnsOn.filter((question) => ruled[question] !== undefined),
    ruled,
  );
  return [
    heading(3, say.readings),
    paragraph(say.turnsOn),
    ...list(items),
    ...(rests.length > 0 ? [paragraph(say.ruled), ...list(rests)] : []),
  ];
}

type Told = Change & Partial<Pick<Difference, 'instead' | 'presumed'>>;

const setItems = (sets: readonly (readonly Told[])[], regulation: Regulation, lang: Lang): Item[] =>
  sets.map((set, i) => {
    const [only, ...more] = set.map((change) => changeText(change, regulation, lang));
    if (more.length === 0) return { line: [SETTLE[lang].set(i + 1), only ?? ''] };
    return { line: [SETTLE[lang].set(i + 1)], items: [only ?? '', ...more].map((text) => ({ line: [text] })) };
  });

/** What would be so, in words; and what is so instead, where that is told too. */
export function changeText(change: Told, regulation: Regulation, lang: Lang): string {
  const say = SETTLE[lang];
  const { labelled, truth } = REPORT[lang];
  const { yes, no } = EXPLAIN[lang];
  const { kind, id, value, range } = change;
  if (kind === 'ruling') {
    const question = regulation.questions[id];
    return labelled(question?.ask[lang] ?? id, question?.readings[String(value)]?.[lang] ?? String(value));
  }
  const definition = kind === 'fact' ? regulation.facts[id] : undefined;
  const label =
    kind === 'issue-date' ? say.issueDate : (definition?.label[lang] ?? regulation.terms[id]?.label[lang] ?? id);
  const text = (of: Change['value']) =>
    definition
      ? valueText(of, definition, regulation, lang)
      : of === undefined
        ? truth.undetermined
        : of === true
          ? yes
          : of === false
            ? no
            : String(of);
  const limits = kind === 'issue-date' || definition?.type === 'instant' ? say.timeLimit : say.limit;
  const limited = (['least', 'above', 'most', 'below'] as const).flatMap((side) =>
    range?.[side] === undefined ? [] : [limits[side](text(range[side]))],
  );
  const said = labelled(label, limited.length > 0 ? limited.join(REPORT[lang].and) : text(value));
  if (!('instead' in change)) return said;
  return `${said}${change.presumed ? say.insteadPresumed(text(change.instead)) : say.instead(text(change.instead))}`;
}
