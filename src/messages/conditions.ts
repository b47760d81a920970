import type { Lang } from '../language.js';

// What stands between the parts of a condition.

const zh = {
  all: '同时满足',
  any: '满足其一',
  not: '并非',
  reading: (words: string) => `“${words}”依理解而定`,
  group: (what: string, parts: readonly string[]) => `${what}（${parts.join('；')}）`,
  fact: (label: string, wanted: string) => `${label}${wanted}`,
};
const en: typeof zh = {
  all: 'all of',
  any: 'any of',
  not: 'not',
  reading: (words) => `“${words}”, by its reading`,
  group: (what, parts) => `${what} (${parts.join('; ')})`,
  fact: (label, wanted) => `${label}: ${wanted}`,
};

export const CONDITION: Record<Lang, typeof zh> = { zh, en };
