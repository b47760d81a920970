import type { IncidentFacts } from '../../../rules/generated/regulation.js';
import type { AssessOptions } from '../../assessment/assess-incident.js';
import { PICTURES } from '../../messages/pictures.js';
import type { IncidentBase } from '../../model/incident.js';
import { flowchart, label } from './mermaid.js';
import { type Moment, type TimelineOptions, timelineOf } from './timeline.js';

/**
 * An incident's times as a Mermaid flowchart: what happened, what was due and how the duty stands, and the time of judgement, each arrow
 * with the time between. Mermaid's own timelines have no quotes to keep a name from being read as more than a name.
 *
 * @throws ZerenzhiError with every fault of the incident, the organization or the options
 * @example
 * const text = timelineMermaid(incident, { policy, asOf: '2024-06-30', lang: 'en' });
 */
export function timelineMermaid<Facts extends object = IncidentFacts>(
  incident: IncidentBase & NoInfer<Facts>,
  options: TimelineOptions<Facts> = {},
): string {
  const { lang = 'zh', ...rest } = options;
  const say = PICTURES[lang];
  const { title, dated, undated } = timelineOf(incident, rest as AssessOptions<Facts>, lang);
  const nodes = dated.map((moment, i) => `n${i}${shaped(moment, moment.time)}`);
  const arrows = dated.slice(1).map(({ since }, i) => `n${i} -->|${label([since?.text ?? ''])}| n${i + 1}`);
  const others = undated.map((moment, i) => `  m${i}${shaped(moment)}`);
  const group = others.length === 0 ? [] : [`subgraph undated[${label([say.undated])}]`, ...others, 'end'];
  return flowchart('TB', { title, notes: [say.times] }, [...nodes, ...arrows, ...group]);
}

function shaped({ kind, label: name, lines, place }: Moment, time?: string): string {
  const words = label([time ?? '', name, ...lines, place ?? ''].filter(Boolean));
  if (kind === 'deadline') return `{{${words}}}`;
  return kind === 'judged' ? `([${words}])` : `[${words}]`;
}
