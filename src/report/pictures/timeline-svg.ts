import type { IncidentFacts } from '../../../rules/generated/regulation.js';
import type { AssessOptions } from '../../assessment/assess-incident.js';
import { PICTURES } from '../../messages/pictures.js';
import type { IncidentBase } from '../../model/incident.js';
import { page } from './picture.js';
import { type TimelineOptions, timelineInWords, timelineOf } from './timeline.js';
import { shortened, timelineDrawing } from './timeline-layout.js';

/**
 * An incident's times as an SVG document: what happened, what was due and how the duty stands, and the time of judgement, one below the
 * other with the time between them; long stretches are shortened and drawn dashed.
 *
 * @throws ZerenzhiError with every fault of the incident, the organization or the options
 * @example
 * const svg = timelineSvg(incident, { policy, asOf: '2024-06-30', lang: 'en' });
 */
export function timelineSvg<Facts extends object = IncidentFacts>(
  incident: IncidentBase & NoInfer<Facts>,
  options: TimelineOptions<Facts> = {},
): string {
  const { lang = 'zh', ...rest } = options;
  const timeline = timelineOf(incident, rest as AssessOptions<Facts>, lang);
  return page({
    id: 'timeline',
    lang,
    title: timeline.title,
    description: timelineInWords(timeline, lang),
    drawing: timelineDrawing(timeline, lang),
    notes: [
      [PICTURES[lang].times, ...(timeline.dated.some(shortened) ? [PICTURES[lang].shortened] : [])].join(
        PICTURES[lang].gap,
      ),
    ],
  });
}
