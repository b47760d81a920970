import type { IncidentAssessment } from '../../assessment/assessment.js';
import { restore } from '../../assessment/restore.js';
import { guarded, PAGE, type PageOptions } from '../../explanation/guarded.js';
import { PICTURES } from '../../messages/pictures.js';
import type { Names, ShippedNames } from '../../policy/names.js';
import { flowchart, label } from './mermaid.js';
import { type Moment, timelineOf } from './timeline.js';

/**
 * The times of an assessment as a Mermaid flowchart: what happened, what was due and how the duty stands, and the time
 * of judgement, each arrow with the time between. Mermaid's own timelines have no quotes to keep a name from being read
 * as more than a name.
 *
 * @throws ZerenzhiError with every fault of the options, or if it is no assessment, or rests on other rules than the
 * policy's
 * @example
 * const text = timelineMermaid(assessIncident(incident, { policy, asOf: '2024-06-30' }), { lang: 'en' });
 */
export const timelineMermaid = <N extends Names = ShippedNames>(
  assessment: IncidentAssessment<N>,
  options?: PageOptions,
): string =>
  guarded(options, PAGE, ({ lang = 'zh', policy }) => {
    const say = PICTURES[lang];
    const { title, dated, undated } = timelineOf(assessment, restore(assessment, policy).rules, lang);
    const nodes = dated.map((moment, i) => `n${i}${shaped(moment, moment.time)}`);
    const arrows = dated.slice(1).map(({ since }, i) => `n${i} -->|${label([since?.text ?? ''])}| n${i + 1}`);
    const others = undated.map((moment, i) => `  m${i}${shaped(moment)}`);
    const group = others.length === 0 ? [] : [`subgraph undated[${label([say.undated])}]`, ...others, 'end'];
    return flowchart('TB', { title, notes: [say.times] }, [...nodes, ...arrows, ...group]);
  });

function shaped({ kind, label: name, lines, place }: Moment, time?: string): string {
  const words = label([time ?? '', name, ...lines, place ?? ''].filter(Boolean));
  if (kind === 'deadline') return `{{${words}}}`;
  return kind === 'judged' ? `([${words}])` : `[${words}]`;
}
