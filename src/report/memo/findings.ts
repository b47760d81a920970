import type { Due, Finding, Response } from '../../assessment/assessment.js';
import { reasonIn } from '../../assessment/reason-of.js';
import type { Restored } from '../../assessment/restore.js';
import { explainIn } from '../../explanation/explain.js';
import type { Explanation } from '../../explanation/explanation.js';
import type { AnyAssessment } from '../../explanation/results.js';
import type { Lang } from '../../language.js';
import { EXPLAIN } from '../../messages/explain.js';
import { MEMO } from '../../messages/memo.js';
import { REPORT } from '../../messages/report.js';
import type { Names } from '../../policy/names.js';
import type { Regulation } from '../../regulation/schema.js';
import { type Block, heading, list, paragraph } from '../page.js';
import { litAt } from '../pages/article.js';
import { groundItems, unreachedItems } from '../pages/explanation.js';
import { clockText, editionBlocks, titleText } from '../pieces.js';
import { whenText } from '../when.js';
import type { OpenIndex } from './open-index.js';

export interface MemoContext {
  readonly assessment: AnyAssessment;
  readonly restored: Restored;
  readonly lang: Lang;
  readonly open: OpenIndex;
}

/** A finding: its words lit, and why it is so or what it waits for. */
export function findingBlocks(
  { provision, status }: Finding<Names>,
  numbered: (title: string) => string,
  context: MemoContext,
): Block[] {
  const explanation = explainIn(context.restored, context.assessment, provision);
  return [
    ...wordsBlocks(explanation, numbered, context),
    paragraph({ text: EXPLAIN[context.lang].why[status], truth: status }),
    ...groundBlocks(explanation, context),
  ];
}

/** A duty that the incident calls up: its words lit, how it stands, to whom and when it is due, and on what grounds. */
export function responseBlocks(
  { provision, status, bearer, to, due, follows, open }: Response<Names>,
  numbered: (title: string) => string,
  context: MemoContext,
): Block[] {
  const { lang, restored, assessment } = context;
  const [say, form] = [REPORT[lang], MEMO[lang]];
  const explanation = explainIn(restored, assessment, provision);
  return [
    ...wordsBlocks(explanation, numbered, context),
    paragraph(
      [
        say.labelled(form.status, say.response[status]),
        say.labelled(say.bearer, bearer.label[lang]),
        ...(to ? [say.labelled(say.to, to.label[lang])] : []),
        ...due.map((each) => say.labelled(say.due, dueText(each, restored.rules.regulation, lang))),
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
  return `${whenText(due.at)}${how === undefined ? '' : REPORT[lang].inBrackets(how)}`;
}

function wordsBlocks(
  { provision, citation, label, editions }: Explanation,
  numbered: (title: string) => string,
  { restored, lang }: MemoContext,
): Block[] {
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
