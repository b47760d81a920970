import type { Finding } from '../../assessment/assessment.js';
import { grouped } from '../../diagnostics/grouped.js';
import { citationIn } from '../../explanation/cited.js';
import type { AnyAssessment } from '../../explanation/results.js';
import { MEMO } from '../../messages/memo.js';
import { REPORT } from '../../messages/report.js';
import type { Names } from '../../policy/names.js';
import { assumptionBlocks } from '../assumptions.js';
import { standAside, whenHeld } from '../chain-in.js';
import { type Block, type Item, list, paragraph } from '../page.js';
import { dueText, proposalItems, STATUS } from '../pages/assessment-parts.js';
import { chainParts } from '../pages/chain.js';
import { beforeTheRules, outcomeText } from '../pages/conclusion.js';
import { placeIn, titleText, truthRun } from '../pieces.js';
import { bearerText } from '../units.js';
import { asOfText } from '../when.js';
import { numberOfAnnex } from './annexes.js';
import { findingBlocks, leadBlocks, type MemoContext } from './findings.js';
import { subjectsText } from './subjects.js';

/** The parts of a report, in their order. */
export const PARTS = ['facts', 'outcome', 'grounds', 'persons', 'open', 'advice'] as const;

/** What each part says. */
export function bodyParts(context: MemoContext): Record<(typeof PARTS)[number], Block[]> {
  const { assessment, chain, lang, leads } = context;
  const say = MEMO[lang];
  const reached = chain.links.filter(({ reached }) => reached !== 'unmet');
  const points = [...new Set(leads.flatMap(({ turnsOn }) => turnsOn))];
  const more = context.open.size - points.length;
  return {
    facts: factParagraphs(context),
    outcome: outcomeBlocks(context),
    grounds: [
      ...beforeTheRules(assessment, context.deciding, lang),
      ...toldFindings(context).flatMap((finding, i) => {
        const numbered = (title: string) => say.section(3, i + 1, title);
        const lead = leads.find(({ provision }) => provision === finding.provision);
        return lead ? leadBlocks(lead, finding, numbered, context) : findingBlocks(finding, numbered, context);
      }),
    ],
    persons:
      assessment.accountability.status === 'not-triggered' || reached.length === 0
        ? []
        : [
            paragraph(say.appointed(whenHeld(chain, lang))),
            ...chainParts({ ...chain, links: reached }, lang, say.chain).links,
          ],
    open: [
      ...context.open.references(points, lang),
      ...(more > 0 ? [paragraph(say.moreOpen(more, points.length, numberOfAnnex('open')))] : []),
    ],
    advice: list([...askedOf(context), ...proposalItems(assessment, lang)], 'ordered'),
  };
}

/** The story as it was told; what it is about, then what the record says, in a sentence each. */
function factParagraphs({ assessment, known, lang }: MemoContext): Block[] {
  const say = MEMO[lang];
  const { then, labelled } = REPORT[lang];
  const recorded = known.filter(({ isRecorded }) => isRecorded).map(({ label, value }) => labelled(label, value));
  return [
    ...storyOf(assessment.incident).map((each) => paragraph(each)),
    paragraph(`${subjectsText(assessment, lang)}${say.stop}`),
    ...(recorded.length === 0
      ? []
      : [
          paragraph(`${labelled(say.recorded, recorded.join(then))}${say.stop}${say.seeAnnex(numberOfAnnex('facts'))}`),
        ]),
  ];
}

/** The paragraphs of a story: lines that say something. */
const storyOf = ({ account = '' }: AnyAssessment['incident']): string[] =>
  account
    .split(/[\r\n\u2028\u2029]/)
    .map((each) => each.trim())
    .filter((each) => each !== '');

/** The findings that the body tells: those that are met, and those where the record leads. */
const toldFindings = ({ assessment, leads }: MemoContext): readonly Finding<Names>[] =>
  assessment.findings.filter(
    ({ provision, status }) => status === 'met' || leads.some((lead) => lead.provision === provision),
  );

function outcomeBlocks(context: MemoContext): Block[] {
  const { assessment, regulation, lang } = context;
  const say = MEMO[lang];
  const { accountability, asOf, findings, responses } = assessment;
  const told = toldFindings(context);
  const isTold = (id: string) => told.some(({ provision }) => provision === id);
  const counted = (truth: 'undetermined' | 'unmet') =>
    findings.filter(({ provision, status }) => status === truth && !isTold(provision)).length;
  const owed = responses.filter(({ status }) => status !== 'not-required');
  return [
    paragraph(
      say.judged(asOfText(asOf, lang), say.law.regulation(regulation.title[lang], regulation.number)),
      { text: outcomeText(assessment, context.deciding, lang), truth: STATUS[accountability.status] },
      say.stop,
    ),
    ...assumptionBlocks(assessment, context.deciding, lang),
    ...list(
      told.map(({ provision, status, label }) => ({
        line: [
          truthRun(status, lang),
          `${REPORT[lang].gap}${titleText(citationIn(assessment, provision).place, label, lang)}`,
        ],
      })),
    ),
    paragraph(say.others(told.length > 0, counted('undetermined'), counted('unmet'), numberOfAnnex('findings'))),
    ...standAside(assessment.chain).map(({ message }) => paragraph(`${message[lang]}${say.stop}`)),
    ...(owed.length === 0 ? [] : [paragraph(say.owed), ...list(owedItems(owed, context))]),
  ];
}

/** The duties to report and handle, by how they stand. */
function owedItems(owed: AnyAssessment['responses'], { assessment, lang }: MemoContext): Item[] {
  const say = REPORT[lang];
  const told = (response: AnyAssessment['responses'][number]) => {
    const { provision, action, due } = response;
    const where = [placeIn(assessment, provision, lang), ...due.map((each) => dueText(each, lang))].join(say.then);
    return MEMO[lang].owes(bearerText(response, assessment, lang), action[lang], where);
  };
  return [...grouped(owed, ({ status }) => say.response[status])].map(([status, alike]) => ({
    line: [`${say.labelled(status, alike.map(told).join(say.then))}${MEMO[lang].stop}`],
  }));
}

/** Who is asked to settle what the findings of the body turn on. */
function askedOf({ leads, open, lang }: MemoContext): Item[] {
  const points = leads.flatMap(({ turnsOn }) => turnsOn);
  return [...grouped(points, ({ settledBy }) => settledBy.label[lang])].map(([who, theirs]) => ({
    line: [MEMO[lang].ask(who, MEMO[lang].see(numberOfAnnex('open'), open.numbersOf(theirs)))],
  }));
}
