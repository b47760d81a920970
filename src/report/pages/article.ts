import type { IncidentAssessment } from '../../assessment/assessment.js';
import { reasonIn } from '../../assessment/reason-of.js';
import { type PolicyOption, restore } from '../../assessment/restore.js';
import { diagnostic, faultsOf, ZerenzhiError } from '../../diagnostics/diagnostics.js';
import { citationIn } from '../../explanation/cited.js';
import { glossesOf } from '../../explanation/glosses.js';
import { guarded, PAGE, type PageOptions } from '../../explanation/guarded.js';
import { type LitPassage, litIn } from '../../explanation/lit-text.js';
import type { AnyAssessment, AnyReport } from '../../explanation/results.js';
import type { Citation } from '../../logic/condition.js';
import type { Reason } from '../../logic/reason.js';
import { REPORT } from '../../messages/report.js';
import type { ObligationReport } from '../../obligations/report.js';
import type { Policy } from '../../policy/create-policy.js';
import type { Names, ShippedNames } from '../../policy/names.js';
import { formatPlace } from '../../regulation/citation.js';
import { latestVersion, versionFrom } from '../../regulation/editions.js';
import type { Article, Regulation } from '../../regulation/schema.js';
import { lawOf } from '../law-of.js';
import { type Block, heading, type Line, type Page, paragraph } from '../page.js';

/**
 * What lights an article: an assessment by its findings and the duties that the incident calls up, a report by its
 * obligations.
 */
export type Lighting<N extends Names = ShippedNames> = IncidentAssessment<N> | ObligationReport<N>;

/**
 * An article word for word, in the version that a result rests on, or the latest, lit by what a result found on it: each stretch that a condition turns on is marked met,
 * unmet or open, and whether it is so by presumption. Unlit without a result. In English with our rendering below.
 *
 * @param number of the article
 * @throws ZerenzhiError with every fault of the options, or if there is no such article, or what lights it is no result
 * @example
 * const html = renderHtml(articlePage(9, assessment, { lang: 'en' }));
 */
export const articlePage = <N extends Names = ShippedNames>(
  number: number,
  found?: Lighting<N>,
  options?: PageOptions,
): Page =>
  guarded(options, PAGE, ({ lang = 'zh', policy }) => {
    const article = articleOf(lawOf(found, policy).regulation, number, found);
    const glosses = glossesOf(article);
    const version = article.from === undefined ? [] : [paragraph(REPORT[lang].edition(article.from))];
    const passages = litBy(article, found, policy).flatMap((passage, i): Block[] => [
      heading(3, formatPlace(passage.place, lang)),
      paragraph(...litLine(passage)),
      ...(lang === 'en' ? [paragraph({ text: glosses[i] ?? '', style: 'dim' })] : []),
    ]);
    return { lang, blocks: [...version, ...passages] };
  });

/**
 * The same as data: the passages of an article in stretches, for a program that shows them in its own way.
 *
 * @param number of the article
 * @throws ZerenzhiError with every fault of the options, or if there is no such article, or what lights it is no result
 * @example
 * const passages = litArticle(9, assessment);
 */
export const litArticle = <N extends Names = ShippedNames>(
  number: number,
  found?: Lighting<N>,
  options?: PolicyOption,
): LitPassage[] =>
  guarded(options, { policy: 'policy' }, ({ policy }) =>
    litBy(articleOf(lawOf(found, policy).regulation, number, found), found, policy),
  );

const litBy = (article: Article, found: AnyAssessment | AnyReport | undefined, policy: Policy<Names> | undefined) =>
  litIn(article, found ? reasonsOn(article.article, found, policy) : []);

function articleOf(regulation: Regulation, number: number, found: AnyAssessment | AnyReport | undefined): Article {
  const cited = Object.values(found?.citations ?? {}).find((citation) => articleIn(citation) === number);
  const article = cited ? versionFrom(regulation, number, cited.edition) : latestVersion(regulation, number);
  if (article) return article;
  const expected = [...new Set(regulation.articles.map((each) => each.article))].join(', ');
  throw new ZerenzhiError(
    faultsOf('options', [diagnostic('input/unknown-value', 'number', { value: number, expected })]),
  );
}

const articleIn = (citation: Citation | undefined): number => Number(citation?.place.split('.')[0]);

/** The reasons of what stands in an article. */
function reasonsOn(number: number, found: AnyAssessment | AnyReport, policy: Policy<Names> | undefined): Reason[] {
  const stands = ({ provision }: { readonly provision: string }) => articleIn(citationIn(found, provision)) === number;
  if ('obligations' in found) return found.obligations.filter(stands).map(({ reason }) => reason);
  const restored = restore(found, policy);
  return [...found.findings, ...found.responses].filter(stands).map(({ provision }) => reasonIn(restored, provision));
}

/** The words of a passage, marked. */
const litLine = ({ segments }: LitPassage): Line =>
  segments.map(({ text, truth, presumed }) =>
    truth ? { text, truth, lit: true, presumed, lang: 'zh' } : { text, lang: 'zh' },
  );

/** The words at a cited place, in the version that is cited, marked by a reason. */
export function litAt(citation: Citation, reason: Reason, regulation: Regulation): Line {
  const article = versionFrom(regulation, articleIn(citation), citation.edition);
  const passage = article && litIn(article, [reason]).find((each) => each.place === citation.place);
  return passage ? litLine(passage) : [];
}
