import type { IncidentAssessment } from '../../assess-incident.js';
import { PICTURES } from '../../messages/pictures.js';
import type { Lang } from '../../messages/report.js';
import type { IncidentBase } from '../../model/incident.js';
import { page } from './picture.js';
import { timelineInWords, timelineOf } from './timeline.js';
import { shortened, timelineDrawing } from './timeline-layout.js';

/**
 * An incident's times as an SVG document: what happened, what was due and how the duty stands, and the time of judgement, one below the
 * other with the time between them; long stretches are shortened and drawn dashed.
 *
 * @param incident the one the assessment was made of
 * @throws ZerenzhiError where it is not that one
 * @example
 * const svg = timelineSvg(incident, assessIncident(incident, { policy }), { lang: 'en' });
 */
export function timelineSvg<Incident extends IncidentBase>(
  incident: Incident,
  assessment: IncidentAssessment,
  { lang = 'zh' }: { readonly lang?: Lang } = {},
): string {
  const timeline = timelineOf(incident, assessment, lang);
  return page({
    id: 'timeline',
    lang,
    title: timeline.title,
    description: timelineInWords(timeline, lang),
    drawing: timelineDrawing(timeline, lang),
    notes: [[PICTURES[lang].times, ...(timeline.dated.some(shortened) ? [PICTURES[lang].shortened] : [])].join(PICTURES[lang].gap)],
  });
}
