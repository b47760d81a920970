import type { Finding } from '../../assessment/assess-incident.js';
import type { Response } from '../../assessment/responses.js';
import { type OpenPoint, openPointsOf } from '../../case/open-points.js';
import { type Explainable, type Explanation, explainFinding } from '../../explanation/explain.js';
import type { Lang } from '../../language.js';
import { EXPLAIN } from '../../messages/explain.js';
import { MEMO } from '../../messages/memo.js';
import { REPORT } from '../../messages/report.js';
import type { Regulation } from '../../regulation/schema.js';
import { type Block, heading, list, paragraph } from '../page.js';
import { litAt } from '../pages/article.js';
import { groundItems } from '../pages/explanation.js';
import { titleText } from '../pieces.js';
import { dueText } from './due.js';
import type { OpenIndex } from './open-index.js';

export interface MemoContext {
  readonly regulation: Regulation;
  readonly lang: Lang;
  readonly open: OpenIndex;
}

/** A finding: its words lit, and why it is so or what it waits for. */
export function findingBlocks(finding: Finding, numbered: (title: string) => string, context: MemoContext): Block[] {
  const explanation = explainFinding(finding, context.regulation);
  return [
    ...wordsBlocks(finding, explanation, numbered, context),
    paragraph({ text: EXPLAIN[context.lang].why[finding.status], truth: finding.status }),
    ...groundBlocks(explanation, finding.openPoints, context),
  ];
}

/** A duty that the incident calls up: its words lit, how it stands, to whom and when it is due, and on what grounds. */
export function responseBlocks(response: Response, numbered: (title: string) => string, context: MemoContext): Block[] {
  const { lang, regulation } = context;
  const { status, to, due, provision, reason } = response;
  const [say, form] = [REPORT[lang], MEMO[lang]];
  const explanation = explainFinding(response, regulation);
  return [
    ...wordsBlocks(response, explanation, numbered, context),
    paragraph(
      [
        say.labelled(form.status, say.response[status]),
        ...(to ? [say.labelled(say.to, to.label[lang])] : []),
        ...due.map((each) => say.labelled(say.due, dueText(each, regulation, lang))),
      ].join(say.then),
    ),
    paragraph(reason.truth === 'undetermined' ? form.waiting : form.grounds),
    ...groundBlocks(explanation, openPointsOf(regulation, [{ provision, reasons: [reason] }]), context),
  ];
}

function wordsBlocks(
  { citation: { place }, reason }: Explainable,
  { label }: Explanation,
  numbered: (title: string) => string,
  { regulation, lang }: MemoContext,
): Block[] {
  return [heading(3, numbered(titleText(place, label, lang))), paragraph(...litAt(place, [reason], regulation))];
}

const groundBlocks = (explanation: Explanation, points: readonly OpenPoint[], { lang, open }: MemoContext): Block[] =>
  explanation.grounds.length > 0 ? list(groundItems(explanation, lang)) : open.references(points, lang);
