import type { Finding } from '../assess-incident.js';
import { EXPLAIN } from '../messages/explain.js';
import { type Lang, REPORT } from '../messages/report.js';
import { formatCitation, formatPlace } from '../regulation/citation.js';
import type { Article } from '../regulation/schema.js';
import type { Explanation, Ground } from './explain.js';
import { escapeHtml, escapeMarkdown } from './inert.js';
import { type LitSegment, litPassages } from './lit-text.js';
import { articleReasons, MARK } from './text.js';

/** Rules for the classes that the pages use: colours beside the signs, and words for those who hear the page. */
export const STYLE = `.met{background:#fbe3e0}.unmet{background:#e9eef2}.undetermined{background:#fff3cd}.spoken{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}`;

/** An article lit by the findings on it, as a piece of HTML: a sign and a spoken word at each stretch, so that it is read without colour and heard. */
export function articleHtml(article: Article, findings: readonly Finding[], { lang = 'zh' }: { readonly lang?: Lang } = {}): string {
  const passages = litPassages(article, articleReasons(article, findings)).map(
    ({ place, segments }) => `<h3>${formatPlace(place, lang)}</h3>\n<p lang="zh-CN">${segments.map((segment) => segmentHtml(segment, lang)).join('')}</p>`,
  );
  return `<article>\n${passages.join('\n')}\n</article>`;
}

function segmentHtml({ text, truth, presumed }: LitSegment, lang: Lang): string {
  if (!truth) return escapeHtml(text);
  const said = REPORT[lang].labelled([...(presumed ? [EXPLAIN[lang].presumed] : []), REPORT[lang].truth[truth]].join(REPORT[lang].and), '');
  const sign = `${MARK[truth]}${presumed ? EXPLAIN[lang].presumed : ''}`;
  return `<mark class="${truth}"><span aria-hidden="true">${sign}\u00a0</span><span class="spoken" lang="${TAG[lang]}">${said}</span>${escapeHtml(text)}</mark>`;
}

const TAG: Record<Lang, string> = { zh: 'zh-CN', en: 'en' };

/** Why a finding is as it is, as a piece of HTML. */
export function explanationHtml({ citation, label, status, grounds, openPoints }: Explanation, { lang = 'zh' }: { readonly lang?: Lang } = {}): string {
  const items = [
    ...grounds.map((ground) => `<li class="${ground.truth}">${escapeHtml(groundText(ground, lang))}</li>`),
    ...openPoints.map(
      ({ ask, settledBy }) =>
        `<li class="undetermined">${escapeHtml(`${MARK.undetermined} ${ask[lang]}${REPORT[lang].inBrackets(settledBy.label[lang])}`)}</li>`,
    ),
  ];
  const heading = `${formatPlace(citation.place, lang)}${REPORT[lang].gap}${label[lang]}`;
  const why = `${MARK[status]} ${EXPLAIN[lang].why[status]}`;
  return `<section lang="${TAG[lang]}">\n<h3>${escapeHtml(heading)}</h3>\n<p>${escapeHtml(why)}</p>\n<ul>\n${items.join('\n')}\n</ul>\n</section>`;
}

/** Why a finding is as it is, as Markdown. */
export function explanationMarkdown({ citation, label, status, grounds, openPoints }: Explanation, { lang = 'zh' }: { readonly lang?: Lang } = {}): string {
  return [
    `### ${escapeMarkdown(`${formatPlace(citation.place, lang)}${REPORT[lang].gap}${label[lang]}`)}`,
    '',
    escapeMarkdown(`${MARK[status]} ${EXPLAIN[lang].why[status]}`),
    '',
    ...grounds.map((ground) => `- ${escapeMarkdown(groundText(ground, lang))}`),
    ...openPoints.map(({ ask, settledBy }) => `- ${escapeMarkdown(`${MARK.undetermined} ${ask[lang]}${REPORT[lang].inBrackets(settledBy.label[lang])}`)}`),
  ].join('\n');
}

function groundText({ truth, established, presumed, citation }: Ground, lang: Lang): string {
  const cited = citation ? `${REPORT[lang].gap}${formatCitation(citation, lang)}` : '';
  return `${MARK[truth]} ${established[lang]}${presumed ? REPORT[lang].inBrackets(EXPLAIN[lang].presumed) : ''}${cited}`;
}
