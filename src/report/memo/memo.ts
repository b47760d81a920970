import type { IncidentAssessment } from '../../assessment/assessment.js';
import { decidingCases } from '../../assessment/deciding.js';
import { restore } from '../../assessment/restore.js';
import { inFull } from '../../case/open-points.js';
import { guarded, PAGE, type PageOptions } from '../../explanation/guarded.js';
import { leadsOf } from '../../explanation/leads.js';
import type { AnyAssessment } from '../../explanation/results.js';
import { MEMO } from '../../messages/memo.js';
import { REPORT } from '../../messages/report.js';
import { TIMES } from '../../messages/times.js';
import type { Policy } from '../../policy/create-policy.js';
import type { Names, ShippedNames } from '../../policy/names.js';
import { chainIn } from '../chain-in.js';
import { lawOf } from '../law-of.js';
import { addressee, annex, type Block, closing, heading, list, type Page, paragraph } from '../page.js';
import type { Naming } from '../persons.js';
import { ANNEXES, annexBlocks, numberOfAnnex } from './annexes.js';
import { bodyParts, PARTS } from './body.js';
import { toldFacts } from './facts.js';
import type { MemoContext } from './findings.js';
import { type FoundBy, readFoundBy } from './found-by.js';
import { openIndex, whoseText } from './open-index.js';

export interface MemoOptions extends PageOptions {
  /** Who found a fact, or found on a term, by its name. */
  readonly foundBy?: FoundBy | undefined;
  /** To whom it goes. */
  readonly to?: string | undefined;
  /** Who signs it; a line to be filled in by default. */
  readonly from?: string | undefined;
  /** The day it is signed, as it is to stand there or as 2024-05-06; to be filled in by default. */
  readonly date?: string | undefined;
}

/**
 * An assessment as a report that an office files: what happened, how it comes out, by which words, who answers, what is
 * open and who may settle it; what everything rests on stands in the annexes. It supports a decision and takes none.
 *
 * @throws ZerenzhiError with every fault of the options or `foundBy`, or if it is no assessment, or rests on other
 * rules than the policy's
 * @example
 * const memo = memoPage(assessIncident({ leak: { persons: 3 } }), { foundBy: { 'leak.persons': '信息中心' } });
 */
export const memoPage = <N extends Names = ShippedNames>(
  assessment: IncidentAssessment<N>,
  options?: MemoOptions,
): Page =>
  guarded(
    options,
    { ...PAGE, foundBy: 'anything', to: 'string', from: 'string', date: 'string' },
    ({ lang = 'zh', policy, persons, foundBy = {}, to, from, date }) => {
      const say = MEMO[lang];
      const context = contextOf(assessment, policy, foundBy, { lang, persons });
      const parts = bodyParts(context);
      const content = annexBlocks(context);
      return {
        lang,
        blocks: [
          heading(1, say.title(assessment.incident.title, assessment.incident.id)),
          ...(to === undefined ? [] : [addressee(say.addressed(to))]),
          ...PARTS.flatMap((part, i) => [
            heading(2, say.part(i + 1, say.parts[part])),
            ...(parts[part].length > 0 ? parts[part] : [paragraph(say.nothing)]),
          ]),
          paragraph(REPORT[lang].disclaimer),
          paragraph(say.annexes),
          ...list(
            ANNEXES.map((each) => ({ line: [say.annexTitles[each]] })),
            'ordered',
          ),
          closing(from ?? say.unsigned),
          closing(date === undefined ? say.undated : TIMES[lang].date(date)),
          ...ANNEXES.flatMap((each): Block[] => [
            annex(say.annex(numberOfAnnex(each), say.annexTitles[each])),
            ...(content[each].length > 0 ? content[each] : [paragraph(say.nothing)]),
          ]),
        ],
      };
    },
  );

function contextOf(
  assessment: AnyAssessment,
  policy: Policy<Names> | undefined,
  foundBy: unknown,
  naming: Naming,
): MemoContext {
  const { lang } = naming;
  const deciding = decidingCases(assessment, policy);
  const { regulation } = lawOf(assessment, policy);
  const known = toldFacts(assessment, regulation, (which) => restore(assessment, policy, which), lang);
  const finders = readFoundBy(
    foundBy,
    known.map(({ name }) => name),
  );
  const leads = leadsOf(assessment, deciding);
  // What a finding turns on is told, also where nobody is asked for it yet.
  const points = [...inFull(assessment), ...leads.flatMap(({ turnsOn }) => turnsOn)];
  const whose = (point: (typeof points)[number]) => whoseText(point, assessment, regulation, lang);
  const open = openIndex(points, numberOfAnnex('open'), whose);
  const chain = chainIn(assessment, naming);
  return { assessment, chain, regulation, deciding, lang, open, known, finders, leads };
}
