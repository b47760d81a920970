import type { ILevelsOptions, IPropertiesOptions } from 'docx';
import type { Lang } from '../language.js';
import { LAYOUT } from '../report/layout.js';
import { twips } from './styles.js';

export const LIST = { bullets: 'bullets', numbers: 'numbers' } as const;

/** How far a list stands in at a level: official documents set off its first lines only. */
export function indentAt(level: number, lang: Lang) {
  const { listIndent, size, line } = LAYOUT[lang];
  const step = twips(listIndent * size.body);
  return line === undefined ? { left: (level + 1) * step, hanging: HANGING } : { left: level * step, firstLine: step };
}
/** The room that a number or a bullet takes. */
const HANGING = twips(14);

const LEVELS = [0, 1, 2, 3, 4, 5, 6, 7, 8];

export function numberingOf(lang: Lang): NonNullable<IPropertiesOptions['numbering']> {
  const levels = (format: 'bullet' | 'decimal', text: (level: number) => string): ILevelsOptions[] =>
    LEVELS.map((level) => ({
      level,
      format,
      text: text(level),
      suffix: lang === 'zh' ? 'nothing' : 'tab',
      style: { paragraph: { indent: indentAt(level, lang) } },
    }));
  return {
    config: [
      { reference: LIST.bullets, levels: levels('bullet', () => '•') },
      { reference: LIST.numbers, levels: levels('decimal', (level) => `%${level + 1}${LAYOUT[lang].point}`) },
    ],
  };
}
