import type { Lang } from '../language.js';
import { EXPLAIN } from '../messages/explain.js';
import { OBLIGATIONS } from '../messages/obligations.js';
import { REPORT } from '../messages/report.js';
import type { FactTold, Ground } from '../obligations/grounds.js';
import { whenText } from './when.js';

/** What a duty's state rests on, in few words. */
export const groundsText = (grounds: readonly Ground[], lang: Lang): string =>
  grounds.map((ground) => groundText(ground, lang)).join(REPORT[lang].then);

function groundText(ground: Ground, lang: Lang): string {
  const say = OBLIGATIONS[lang];
  switch (ground.kind) {
    case 'inadequate':
    case 'late':
    case 'last':
    case 'past':
      return say.ground[ground.kind](ground.on, ground.ref);
    case 'lapsed':
      return say.ground.lapsed(ground.until ?? ground.on, ground.ref);
    case 'admitted':
    case 'inspected':
    case 'closed':
      return say.ground[ground.kind](ground.on);
    case 'notice':
      return say.ground.notice(ground.on, ground.until, ground.ref);
    case 'found':
    case 'measured':
      return say.ground[ground.kind](ground.label[lang]);
    case 'fact':
      return REPORT[lang].labelled(ground.label[lang], toldText(ground.value, lang));
  }
}

function toldText(value: FactTold | undefined, lang: Lang): string {
  const { yes, no } = EXPLAIN[lang];
  if (!value) return OBLIGATIONS[lang].notTold;
  if (value.label) return value.label[lang];
  if (typeof value.is === 'boolean') return value.is ? yes : no;
  return typeof value.is === 'string' ? whenText(value.is, lang) : String(value.is);
}
