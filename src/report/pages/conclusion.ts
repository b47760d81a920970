import type { Finding, UnitFinding } from '../../assessment/assessment.js';
import type { Deciding } from '../../assessment/deciding.js';
import { reasonIn } from '../../assessment/reason-of.js';
import { citationIn } from '../../explanation/cited.js';
import { explainIn } from '../../explanation/explain.js';
import { distinctGrounds } from '../../explanation/ground.js';
import { leadsOf } from '../../explanation/leads.js';
import type { AnyAssessment } from '../../explanation/results.js';
import { timeText } from '../../explanation/time-text.js';
import type { Lang } from '../../language.js';
import { type Means, waysTo } from '../../logic/ways.js';
import { REPORT } from '../../messages/report.js';
import type { WrittenTime } from '../../model/time.js';
import type { Names } from '../../policy/names.js';
import { formatPlace } from '../../regulation/citation.js';
import { OF_INCIDENT, timesOf } from '../../regulation/governing.js';
import { assumptionBlocks } from '../assumptions.js';
import { type Block, heading, type Item, list, paragraph, section } from '../page.js';
import { placeIn, placesIn, titleText, truthRun } from '../pieces.js';
import { incidentName, unitItems, unitName } from '../units.js';
import { asOfText } from '../when.js';
import { litAt } from './article.js';
import { STATUS } from './assessment-parts.js';
import { asideBlocks } from './chain.js';
import { askedText } from './open-points.js';

/** Things that a finding turns on, as many as are told. */
const POINTS = 3;
/** Grounds of a finding that are told before the rest. */
const GROUNDS = 4;

/** What comes out, in a line; what it assumes; then what decides it all, and who should stand aside. */
export function outcomeBlocks(
  assessment: AnyAssessment,
  deciding: Deciding,
  lang: Lang,
  title: string = REPORT[lang].assessment,
): Block[] {
  const { status, by } = assessment.accountability;
  const places = by.length === 0 ? '' : REPORT[lang].inBrackets(placesIn(assessment, by, lang));
  return [
    heading(1, [title, incidentName(assessment.incident, lang)].filter(Boolean).join(' · ')),
    paragraph(
      { text: `${outcomeText(assessment, deciding, lang)}${places}`, truth: STATUS[status] },
      `${REPORT[lang].gap}${REPORT[lang].asOf(asOfText(assessment.asOf, lang))}`,
    ),
    ...assumptionBlocks(assessment, deciding, lang),
    ...beforeTheRules(assessment, deciding, lang),
    ...asideBlocks(assessment.chain, lang),
  ];
}

/** How it comes out, in words. */
export const outcomeText = (assessment: AnyAssessment, deciding: Deciding, lang: Lang): string =>
  commencementOf(assessment, deciding) ? REPORT[lang].notYet : REPORT[lang].status[assessment.accountability.status];

/** Whether nothing that the record tells of happened while the rules were in force. */
export const isBeforeTheRules = (assessment: AnyAssessment, deciding: Deciding): boolean =>
  commencementOf(assessment, deciding) !== undefined;

/** Nothing that the record tells of happened while the rules were in force: where the text says since when they are. */
export function beforeTheRules(assessment: AnyAssessment, deciding: Deciding, lang: Lang): Block[] {
  const place = commencementOf(assessment, deciding);
  if (!place) return [];
  const { findings, facts } = assessment;
  const { value } = facts.find(({ fact }) => fact === OF_INCIDENT) ?? {};
  const when = value === undefined ? undefined : timeText(value as WrittenTime, lang);
  const isPresumed = findings.some(({ presumed }) => presumed.length > 0);
  return [paragraph(REPORT[lang].beforeTheRules(formatPlace(place, lang), when, isPresumed))];
}

/** Where the text says since when the rules are in force, if that decides every finding; then none is met or open. */
function commencementOf({ accountability, findings }: AnyAssessment, deciding: Deciding) {
  if (accountability.status !== 'not-triggered') return undefined;
  const ways = findings.map(({ provision }) => {
    const { articles } = deciding(provision).rules.regulation;
    const rule = articles.flatMap(({ provisions }) => provisions).find(({ id }) => id === provision);
    const isOfIncident = rule !== undefined && timesOf(rule).includes(OF_INCIDENT);
    return waysTo('unmet', reasonIn(deciding(provision), provision), isOfIncident ? BY_COMMENCEMENT : OR_BY_FACTS)[0];
  });
  if (ways.includes(undefined)) return undefined;
  const [place] = ways
    .flatMap((way) => [...(way?.values() ?? [])])
    .flatMap((assumed) =>
      assumed.on === 'leaf' && assumed.leaf.kind === 'commencement' ? assumed.leaf.citation.place : [],
    );
  return place;
}

/** What nobody tells of has no time. */
const BY_COMMENCEMENT: Means = (leaf, truth) => {
  if (leaf.truth !== truth) return 'impossible';
  return leaf.kind === 'commencement' ? 'assume' : leaf.kind === 'fact' && leaf.presumed ? 'given' : 'impossible';
};

/** Nor need what is known not to have been have one. */
const OR_BY_FACTS: Means = (leaf, truth) =>
  leaf.kind === 'fact' && leaf.truth === truth ? 'given' : BY_COMMENCEMENT(leaf, truth);

/** The findings that are met, with their words and grounds; then those where the record leads, with what they turn on. */
export function conclusionBlocks(
  assessment: AnyAssessment,
  deciding: Deciding,
  lang: Lang,
): { readonly provisions: readonly string[]; readonly blocks: Block[] } {
  const say = REPORT[lang];
  const met = assessment.findings.filter(({ status }) => status === 'met');
  const leads = leadsOf(assessment, deciding);
  const of = (provision: string) => assessment.findings.find((each) => each.provision === provision) as Finding<Names>;
  const blocks = [
    ...section(
      say.met,
      list(met.map((finding) => findingItem(finding, groundsOf(finding), assessment, deciding, lang))),
    ),
    ...section(
      leads.some(({ answered }) => answered) ? say.leads : say.openFindings,
      list(
        leads.map(({ provision, turnsOn }) => {
          const asked = turnsOn.slice(0, POINTS).map((point): Item => ({ line: askedText(point, lang) }));
          const more = turnsOn.length - asked.length;
          const rest: Item[] = more > 0 ? [{ line: [{ text: say.andMore(more), style: 'dim' }] }] : [];
          const turns: Item[] = asked.length === 0 ? [] : [{ line: [say.turnsOn], items: [...asked, ...rest] }];
          return findingItem(of(provision), turns, assessment, deciding, lang);
        }),
      ),
    ),
  ];
  return { provisions: [...met, ...leads].map(({ provision }) => provision), blocks };

  function groundsOf({ provision, consequence }: Finding<Names>): Item[] {
    const grounds = distinctGrounds(explainIn(deciding(provision), assessment, provision).grounds);
    const said = grounds.slice(0, GROUNDS).map((ground) => ground.said[lang]);
    const entailed = assessment.consequences[consequence]?.label[lang] ?? consequence;
    return [
      ...(said.length === 0 ? [] : [{ line: [say.labelled(say.because, said.join(say.then))] }]),
      { line: [say.labelled(say.consequence, entailed)] },
    ];
  }
}

/** A finding by its place and label, with its words, and what is told of it. */
export function findingItem(
  { provision, status, label, byUnit = [] }: Finding<Names>,
  told: readonly Item[],
  assessment: AnyAssessment,
  deciding: Deciding,
  lang: Lang,
): Item {
  const citation = citationIn(assessment, provision);
  const restored = deciding(provision);
  return {
    line: [
      truthRun(status, lang),
      `${REPORT[lang].gap}${titleText(citation.place, label, lang)}${REPORT[lang].gap}`,
      { text: provision, style: 'dim' },
    ],
    items: [
      { line: litAt(citation, reasonIn(restored, provision), restored.rules.regulation) },
      ...told,
      ...(isAlike(byUnit) ? [alikeItem(byUnit, assessment, lang)] : unitItems(byUnit, assessment, lang)),
    ],
  };
}

/** Whether a finding comes out alike of several units. */
const isAlike = (byUnit: readonly UnitFinding<Names>[]): boolean =>
  byUnit.length > 1 && new Set(byUnit.map(({ status }) => status)).size === 1;

const alikeItem = (byUnit: readonly UnitFinding<Names>[], assessment: AnyAssessment, lang: Lang): Item => {
  const { and, alike, truth } = REPORT[lang];
  const names = byUnit.map(({ unit }) => unitName(assessment, unit, lang)).join(and);
  return { line: [alike(names, truth[(byUnit[0] as UnitFinding<Names>).status])] };
};

/** The findings that are not told one by one, in a line for each truth. */
export function otherFindings(
  assessment: AnyAssessment,
  { told, among }: { readonly told: readonly string[]; readonly among?: readonly string[] },
  lang: Lang,
): Item[] {
  const say = REPORT[lang];
  return (['undetermined', 'unmet'] as const).flatMap((truth): Item[] => {
    const rest = assessment.findings.filter(
      ({ provision, status }) => status === truth && !told.includes(provision) && (among?.includes(provision) ?? true),
    );
    const names = rest.map(({ provision, label }) => `${placeIn(assessment, provision, lang)} ${label[lang]}`);
    return rest.length === 0
      ? []
      : [{ line: [{ text: say.labelled(say.others[truth](rest.length), ''), truth }, names.join(say.then)] }];
  });
}
