import type { Due, Finding, Response, UnitFinding } from '../../assessment/assessment.js';
import type { Deciding } from '../../assessment/deciding.js';
import { reasonIn } from '../../assessment/reason-of.js';
import { explainIn } from '../../explanation/explain.js';
import type { Explanation } from '../../explanation/explanation.js';
import type { Lead } from '../../explanation/leads.js';
import type { AnyAssessment } from '../../explanation/results.js';
import { type Lang, verbatim } from '../../language.js';
import { EXPLAIN } from '../../messages/explain.js';
import { MEMO } from '../../messages/memo.js';
import { REPORT } from '../../messages/report.js';
import type { Names } from '../../policy/names.js';
import type { Regulation } from '../../regulation/schema.js';
import type { CitingChain } from '../chain-in.js';
import { type Block, heading, type Line, list, paragraph } from '../page.js';
import { litAt } from '../pages/article.js';
import { groundItems, unreachedItems } from '../pages/explanation.js';
import { clockText, editionBlocks, titleText } from '../pieces.js';
import { bearerText, unitItems, unitName } from '../units.js';
import { whenText } from '../when.js';
import type { ToldFact } from './facts.js';
import type { FoundBy } from './found-by.js';
import type { OpenIndex } from './open-index.js';

/** What every part of a report is made from. */
export interface MemoContext {
  readonly assessment: AnyAssessment;
  readonly regulation: Regulation;
  readonly deciding: Deciding;
  readonly lang: Lang;
  readonly open: OpenIndex;
  readonly leads: readonly Lead[];
  readonly known: readonly ToldFact[];
  readonly finders: FoundBy;
  readonly chain: CitingChain;
}

/** A finding where the record leads: its words lit, and what it turns on. */
export const leadBlocks = (
  { provision, turnsOn }: Lead,
  { byUnit = [] }: Finding<Names>,
  numbered: (title: string) => string,
  context: MemoContext,
): Block[] => {
  const { assessment, deciding, open, lang } = context;
  const explanation = explainIn(deciding(provision), assessment, provision);
  return [
    ...wordsBlocks(explanation, numbered, context),
    paragraph({ text: REPORT[lang].turnsOn, truth: 'undetermined' }),
    ...open.references(turnsOn, lang),
    ...list(unitItems(byUnit, assessment, lang)),
  ];
};

/** A finding: its words lit, and why it is so or what it waits for. */
export function findingBlocks(
  { provision, status, byUnit, consequence }: Finding<Names>,
  numbered: (title: string) => string,
  context: MemoContext,
): Block[] {
  const { assessment, deciding, open, lang } = context;
  const explanation = explainIn(deciding(provision), assessment, provision);
  const waits = (of: UnitFinding<Names>): Line => {
    const where = open.where(of.open, lang);
    return of.status === 'undetermined' && where !== undefined ? [{ text: where, style: 'dim' }] : [];
  };
  return [
    ...wordsBlocks(explanation, numbered, context),
    paragraph({ text: EXPLAIN[lang].why[status], truth: status }),
    ...groundBlocks(explanation, context),
    ...(status === 'met' ? [paragraph(entailedText(consequence, context))] : []),
    ...(byUnit ? [paragraph(REPORT[lang].byUnit), ...list(unitItems(byUnit, assessment, lang, waits))] : []),
  ];
}

/** What the text attaches to a finding, and the body that it charges with it. */
function entailedText(id: string, { assessment, lang }: MemoContext): string {
  const { label, by } = assessment.consequences[id] ?? { label: verbatim(id) };
  const text = by ? MEMO[lang].by(label[lang], by[lang]) : label[lang];
  return REPORT[lang].labelled(MEMO[lang].entailed, text);
}

/** A duty that the incident calls up: its words lit, how it stands, to whom and when it is due, and on what grounds. */
export function responseBlocks(
  response: Response<Names>,
  numbered: (title: string) => string,
  context: MemoContext,
): Block[] {
  const { lang, deciding, assessment } = context;
  const { provision, status, unit, to, due, follows, open } = response;
  const [say, form] = [REPORT[lang], MEMO[lang]];
  const { regulation } = deciding(provision, unit).rules;
  const explanation = explainIn(deciding(provision, unit), assessment, provision, unit);
  const whose = unit === undefined ? '' : say.inBrackets(unitName(assessment, unit, lang));
  return [
    ...wordsBlocks(explanation, (title) => numbered(`${title}${whose}`), context, unit),
    paragraph(
      [
        say.labelled(form.status, say.response[status]),
        say.labelled(say.bearer, bearerText(response, assessment, lang)),
        ...(to ? [say.labelled(say.to, to.label[lang])] : []),
        ...due.map((each) => say.labelled(say.due, dueText(each, regulation, lang))),
      ].join(say.then),
    ),
    // What leaves the findings open that it follows is told with them.
    ...(follows !== undefined && status === 'undetermined' && open.length === 0
      ? []
      : [
          paragraph(explanation.status === 'undetermined' ? form.waiting : form.grounds),
          ...groundBlocks(explanation, context),
        ]),
  ];
}

/** When a duty is due, and what that stands under. */
function dueText(due: Due<Names>, regulation: Regulation, lang: Lang): string {
  const how = clockText(due, regulation, lang);
  return `${whenText(due.at, lang)}${how === undefined ? '' : REPORT[lang].inBrackets(how)}`;
}

function wordsBlocks(
  { provision, citation, label, editions }: Explanation,
  numbered: (title: string) => string,
  { deciding, lang }: MemoContext,
  unit?: string,
): Block[] {
  const restored = deciding(provision, unit);
  return [
    heading(3, numbered(titleText(citation.place, label, lang))),
    ...editionBlocks(editions, lang),
    paragraph(...litAt(citation, reasonIn(restored, provision), restored.rules.regulation)),
  ];
}

const groundBlocks = (explanation: Explanation, { lang, open }: MemoContext): Block[] => [
  ...(explanation.grounds.length > 0
    ? list(groundItems(explanation, lang))
    : open.references(explanation.openPoints, lang)),
  ...list(unreachedItems(explanation, lang)),
];
