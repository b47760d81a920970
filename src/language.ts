/** The languages that people read results in; laws and rules stay in Chinese. */
export type Lang = 'zh' | 'en';

/** A text in each language. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** What has no words of its own, an id above all: the same in each language. */
export const verbatim = (text: string): Bilingual => ({ zh: text, en: text });

/** A sentence in each language. */
export const both = (say: (lang: Lang) => string): Bilingual => ({ zh: say('zh'), en: say('en') });
