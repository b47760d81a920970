import type { IncidentAssessment } from '../../assessment/assessment.js';
import { restore } from '../../assessment/restore.js';
import { guarded, PAGE, type PageOptions } from '../../explanation/guarded.js';
import { PICTURES } from '../../messages/pictures.js';
import type { Names, ShippedNames } from '../../policy/names.js';
import { page } from './picture.js';
import { timelineOf } from './timeline.js';
import { shortened, timelineDrawing } from './timeline-layout.js';
import { timelineInWords } from './timeline-words.js';

/**
 * The times of an assessment as an SVG document: what happened, what was due and how the duty stands, and the time of
 * judgement, one below the other with the time between them; long stretches are shortened and drawn dashed.
 *
 * @throws ZerenzhiError with every fault of the options, or if it is no assessment, or rests on other rules than the
 * policy's
 * @example
 * const svg = timelineSvg(assessIncident(incident, { policy, asOf: '2024-06-30' }), { lang: 'en' });
 */
export const timelineSvg = <N extends Names = ShippedNames>(
  assessment: IncidentAssessment<N>,
  options?: PageOptions,
): string =>
  guarded(options, PAGE, ({ lang = 'zh', policy }) => {
    const timeline = timelineOf(assessment, restore(assessment, policy).rules, lang);
    const say = PICTURES[lang];
    return page({
      id: 'timeline',
      lang,
      title: timeline.title,
      description: timelineInWords(timeline, lang),
      drawing: timelineDrawing(timeline, lang),
      notes: [[say.times, ...(timeline.dated.some(shortened) ? [say.shortened] : [])].join(say.gap)],
    });
  });
