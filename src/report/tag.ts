import type { Lang } from '../language.js';

/** The languages as documents on the web name them. */
export const TAG: Record<Lang, string> = { zh: 'zh-CN', en: 'en' };
