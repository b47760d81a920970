import type { Lang } from '../../language.js';
import { PICTURES } from '../../messages/pictures.js';
import { REPORT } from '../../messages/report.js';
import type { Moment, Timeline } from './timeline.js';

/** The timeline told in sentences, for those who do not see it. */
export function timelineInWords({ dated, undated }: Timeline, lang: Lang): string {
  const { labelled, then } = REPORT[lang];
  const say = PICTURES[lang];
  const told = ({ label, lines, place }: Moment) => [label, ...lines, place ?? ''].filter(Boolean).join(then);
  const sentences = [
    ...dated.map((moment) => labelled(moment.time, told(moment))),
    ...undated.map((moment) => labelled(say.undated, told(moment))),
  ];
  return sentences
    .map((sentence) => `${sentence}${say.end}`)
    .join('')
    .trim();
}
