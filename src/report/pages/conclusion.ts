import type { Finding } from '../../assessment/assessment.js';
import type { Deciding } from '../../assessment/deciding.js';
import { reasonIn } from '../../assessment/reason-of.js';
import { citationIn } from '../../explanation/cited.js';
import { explainIn } from '../../explanation/explain.js';
import { distinctGrounds } from '../../explanation/ground.js';
import { leadsOf } from '../../explanation/leads.js';
import type { AnyAssessment } from '../../explanation/results.js';
import type { Lang } from '../../language.js';
import { type Means, waysTo } from '../../logic/ways.js';
import { REPORT } from '../../messages/report.js';
import type { Names } from '../../policy/names.js';
import { formatPlace } from '../../regulation/citation.js';
import { type Block, heading, type Item, list, paragraph, section } from '../page.js';
import { placeIn, placesIn, titleText, truthRun } from '../pieces.js';
import { incidentName, unitItems } from '../units.js';
import { asOfText } from '../when.js';
import { litAt } from './article.js';
import { STATUS } from './assessment-parts.js';
import { askedText } from './open-points.js';

/** Things that a finding turns on, as many as are told. */
const POINTS = 3;
/** Grounds of a finding that are told before the rest. */
const GROUNDS = 4;

/** What comes out, in a line. */
export function outcomeBlocks(assessment: AnyAssessment, lang: Lang): Block[] {
  const say = REPORT[lang];
  const { accountability, asOf } = assessment;
  const { status, by } = accountability;
  const places = by.length === 0 ? '' : say.inBrackets(placesIn(assessment, by, lang));
  return [
    heading(1, [say.assessment, incidentName(assessment.incident, lang)].filter(Boolean).join(' · ')),
    paragraph(
      { text: `${say.status[status]}${places}`, truth: STATUS[status] },
      `${say.gap}${say.asOf(asOfText(asOf, lang))}`,
    ),
  ];
}

/**
 * That the rules do not apply, where that decides everything: nothing that the record tells of happened while they were
 * in force.
 */
export function beforeTheRules({ findings }: AnyAssessment, deciding: Deciding, lang: Lang): Block[] {
  const ways = findings.map(
    ({ provision }) => waysTo('unmet', reasonIn(deciding(provision), provision), BY_COMMENCEMENT)[0],
  );
  if (ways.includes(undefined)) return [];
  const [place] = ways
    .flatMap((way) => [...(way?.values() ?? [])])
    .flatMap((assumed) =>
      assumed.on === 'leaf' && assumed.leaf.kind === 'commencement' ? assumed.leaf.citation.place : [],
    );
  if (place === undefined) return [];
  const isPresumed = findings.some(({ presumed }) => presumed.length > 0);
  return [paragraph(REPORT[lang].beforeTheRules(formatPlace(place, lang), isPresumed))];
}
/** What nobody tells of has no time. */
const BY_COMMENCEMENT: Means = (leaf, truth) => {
  if (leaf.truth !== truth) return 'impossible';
  return leaf.kind === 'commencement' ? 'assume' : leaf.kind === 'fact' && leaf.presumed ? 'given' : 'impossible';
};

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
      ...unitItems(byUnit, assessment, lang),
    ],
  };
}

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
