import type { Finding, IncidentAssessment } from '../assess-incident.js';
import type { ObligationReport } from '../check-unit-obligations.js';
import type { Reason } from '../logic/reason.js';
import type { Truth } from '../logic/truth.js';
import { EXPLAIN } from '../messages/explain.js';
import { type Lang, REPORT } from '../messages/report.js';
import type { OpenPoint } from '../open-point.js';
import { formatCitation, formatPlace } from '../regulation/citation.js';
import type { Article, Regulation } from '../regulation/schema.js';
import type { Link, ResponsibilityChain } from '../resolve-responsibility-chain.js';
import type { Explanation } from './explain.js';
import { glossesOf } from './glosses.js';
import { type LitPassage, litPassages } from './lit-text.js';

export interface TextOptions {
  readonly lang?: Lang;
  readonly regulation: Regulation;
  /** Marks words by their truth; the identity for plain text. */
  readonly paint?: (text: string, truth: Truth | 'heading' | 'dim') => string;
  /** Columns a text takes on a screen, to align wide characters. */
  readonly width?: (text: string) => number;
}
type Style = Required<TextOptions>;

const plain: Pick<Style, 'paint' | 'width' | 'lang'> = { paint: (text) => text, width: (text) => [...text].length, lang: 'zh' };
export const MARK: Record<Truth, string> = { met: '●', unmet: '○', undetermined: '◐' };

/** An assessment as a page of text for people. */
export function assessmentText(assessment: IncidentAssessment, options: TextOptions): string {
  const style: Style = { ...plain, ...options };
  const { lang, paint } = style;
  const say = REPORT[lang];
  const { status } = assessment.accountability;
  const title = [say.assessment, assessment.incident].filter(Boolean).join(' · ');
  const shown = assessment.findings.filter((finding) => finding.status !== 'unmet');
  const rest = assessment.findings.filter((finding) => finding.status === 'unmet');
  return [
    paint(title, 'heading'),
    `${say.asOf} ${assessment.asOf}${say.gap}${paint(say.status[status], status === 'triggered' ? 'met' : status === 'not-triggered' ? 'unmet' : 'undetermined')}`,
    heading(say.accountability, style),
    ...shown.flatMap((finding) => findingText(finding, style)),
    ...table(
      rest.map((finding) => [`${MARK[finding.status]} ${say.truth[finding.status]}`, formatPlace(finding.citation.place, lang), finding.label[lang]]),
      style,
    ),
    heading(say.responses, style),
    ...table(
      assessment.responses.map((response) => [
        say.response[response.status],
        formatPlace(response.citation.place, lang),
        response.action[lang],
        response.due.map(({ at }) => `${say.due} ${at}`).join('; '),
      ]),
      style,
    ),
    ...chainText(assessment.chain, options).split('\n'),
    ...(assessment.proposals.length === 0
      ? []
      : [
          heading(say.proposals, style),
          ...assessment.proposals.map(
            ({ holder, to, citation }) =>
              `  ${say.mayPropose(holder.label[lang], to.map(({ label }) => label[lang]).join(say.and))}${say.gap}${paint(formatCitation(citation, lang), 'dim')}`,
          ),
        ]),
    ...(assessment.presumptions.length === 0
      ? []
      : [
          heading(say.presumptions, style),
          ...table(
            assessment.presumptions.map(({ fact, value, because }) => [
              options.regulation.facts[fact]?.label[lang] ?? fact,
              value === false ? '×' : String(value),
              because[lang],
            ]),
            style,
          ),
        ]),
    ...openText(assessment.openPoints, style),
    '',
    paint(say.disclaimer, 'dim'),
  ].join('\n');
}

function findingText(finding: Finding, style: Style): string[] {
  const { lang, paint, regulation } = style;
  const say = REPORT[lang];
  const { place } = finding.citation;
  const article = regulation.articles.find(({ article }) => article === Number(place.split('.')[0])) as Article;
  const lit = litPassages(article, [finding.reason]).find((passage) => passage.place === place);
  return [
    `${paint(`${MARK[finding.status]} ${say.truth[finding.status]}`, finding.status)}  ${formatPlace(place, lang)}${say.gap}${finding.label[lang]}`,
    ...(lit ? [`    ${litText(lit, style)}`] : []),
    `    ${say.labelled(say.consequence, finding.consequence.label[lang])}`,
  ];
}

// A sign as well as a colour: a page is also printed, read aloud, or read by those who do not tell the colours apart.
const litText = ({ segments }: LitPassage, { paint, lang }: Style): string =>
  segments.map(({ text, truth, presumed }) => (truth ? paint(`[${MARK[truth]}${presumed ? EXPLAIN[lang].presumed : ''} ${text}]`, truth) : text)).join('');

/** Why a finding is as it is, as text: the fewest grounds that decide it with their words, or what it waits for. */
export function explanationText({ citation, label, status, grounds, openPoints }: Explanation, options: TextOptions): string {
  const style: Style = { ...plain, ...options };
  const { lang, paint } = style;
  const say = EXPLAIN[lang];
  return [
    `${paint(formatPlace(citation.place, lang), 'heading')}${REPORT[lang].gap}${label[lang]}`,
    `${paint(MARK[status], status)} ${say.why[status]}`,
    ...grounds.map(
      (ground) =>
        `  ${paint(MARK[ground.truth], ground.truth)} ${ground.established[lang]}${ground.presumed ? REPORT[lang].inBrackets(say.presumed) : ''}${
          ground.citation ? `${REPORT[lang].gap}${paint(formatCitation(ground.citation, lang), 'dim')}` : ''
        }`,
    ),
    ...openPoints.map(
      ({ ask, settledBy }) =>
        `  ${paint(MARK.undetermined, 'undetermined')} ${ask[lang]}${REPORT[lang].gap}${paint(REPORT[lang].labelled(REPORT[lang].settledBy, settledBy.label[lang]), 'dim')}`,
    ),
  ].join('\n');
}

/** A chain of responsibility as text. */
export function chainText(chain: ResponsibilityChain, options: TextOptions): string {
  const style: Style = { ...plain, ...options };
  const { lang, paint } = style;
  const say = REPORT[lang];
  const name = (id: string | undefined) => chain.units.find(({ unit }) => unit === id)?.name ?? id ?? '';
  const holders = (link: Link) =>
    link.holders
      .map(
        ({ person, title, from, acting, post }) =>
          `${person}${title === undefined ? '' : say.inBrackets(title)}${acting ? ` ${say.acting}` : ''}${post === 'party' ? '' : ` ${say.since(from)}`}`,
      )
      .join(say.and);
  return [
    heading(`${say.chain}${say.gap}${chain.asOf}`, style),
    ...chain.units
      .filter(({ capacities }) => capacities.length > 0)
      .map(({ unit, capacities }) => `  ${say.labelled(name(unit), capacities.map((capacity) => say.capacity[capacity]).join(say.and))}`),
    ...table(
      chain.links.map((link) => [
        link.label[lang],
        name(link.unit),
        [holders(link), say.link[link.status]].filter(Boolean).join(' '),
        link.reached ? say.reached[link.reached] : '',
        link.citation ? paint(formatPlace(link.citation.place, lang), 'dim') : '',
      ]),
      style,
    ),
    ...(chain.bodies.length === 0
      ? []
      : [
          `  ${say.labelled(say.bodies, chain.bodies.map(({ label, unit }) => `${label[lang]}${unit === undefined ? '' : say.inBrackets(unit)}`).join(say.and))}`,
        ]),
    ...(chain.findings.length === 0
      ? []
      : [heading(say.findings, style), ...chain.findings.map(({ message, path }) => `  ${paint('!', 'undetermined')} ${path}${say.gap}${message[lang]}`)]),
  ].join('\n');
}

/** A unit's obligations as text: what needs attention first. */
export function obligationsText(report: ObligationReport, options: TextOptions): string {
  const style: Style = { ...plain, ...options };
  const { lang, paint } = style;
  const say = REPORT[lang];
  const order = ['breached', 'overdue', 'due-soon', 'undetermined', 'fulfilled'] as const;
  const colour = { breached: 'met', overdue: 'met', 'due-soon': 'undetermined', undetermined: 'undetermined', fulfilled: 'unmet' } as const;
  const counted = [...order, 'not-applicable' as const].map((status) => `${say.obligation[status]} ${report.counts[status]}`).join(say.gap);
  return [
    paint([say.obligations, report.unit].filter(Boolean).join(' · '), 'heading'),
    `${say.asOf} ${report.asOf}${say.gap}${counted}`,
    ...order.flatMap((status) => {
      const rows = report.obligations.filter((obligation) => obligation.status === status);
      if (rows.length === 0) return [];
      return [
        '',
        paint(say.obligation[status], colour[status]),
        ...table(
          rows.map(({ citation, action, system, incident, dueOn }) => [
            formatPlace(citation.place, lang),
            action[lang],
            system === undefined ? (incident ?? '') : `${say.system} ${system}`,
            dueOn === undefined ? '' : `${say.next} ${dueOn}`,
          ]),
          style,
        ),
      ];
    }),
    ...openText(report.openPoints, style),
  ].join('\n');
}

/** The articles with our rendering, or lit by some reasons. */
export function articleText(article: Article, findings: readonly Finding[], options: TextOptions): string {
  const style: Style = { ...plain, ...options };
  const { lang, paint } = style;
  const glosses = glossesOf(article);
  return litPassages(article, articleReasons(article, findings))
    .flatMap((passage, i) => [
      paint(formatPlace(passage.place, lang), 'heading'),
      `  ${litText(passage, style)}`,
      ...(lang === 'en' ? [`  ${paint(glosses[i] ?? '', 'dim')}`] : []),
    ])
    .join('\n');
}

/** The reasons of the findings that stand in an article. */
export const articleReasons = ({ article }: Article, findings: readonly Finding[]): Reason[] =>
  findings.flatMap(({ citation, reason }) => (citation.place.split('.')[0] === String(article) ? [reason] : []));

function openText(points: readonly OpenPoint[], style: Style): string[] {
  const { lang, paint } = style;
  const say = REPORT[lang];
  if (points.length === 0) return [];
  return [
    heading(`${say.open}${say.inBrackets(points.length)}`, style),
    ...points.map(({ ask, settledBy }, i) => `  ${i + 1}. ${ask[lang]}${say.gap}${paint(say.labelled(say.settledBy, settledBy.label[lang]), 'dim')}`),
  ];
}

const heading = (text: string, { paint }: Style): string => `\n${paint(text, 'heading')}`;

/** Rows in columns, each as wide as its widest cell on the screen. */
function table(rows: readonly (readonly string[])[], { width }: Style): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => width(row[column] ?? ''))));
  return rows.map((row) => `  ${row.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - width(cell))).join('  ')}`.trimEnd());
}
