import type { Lang } from './report.js';

// What an explanation says around the labels of the rule files.

const UNITS: { readonly [unit: string]: { readonly zh: string; readonly en: string } } = {
  hours: { zh: '小时', en: 'hours' },
  persons: { zh: '人', en: 'persons' },
  items: { zh: '条', en: 'items' },
  yuan: { zh: '元', en: 'yuan' },
};
const rounded = (value: number): string => String(Math.round(value * 100) / 100);

const zh = {
  why: { met: '符合，因为：', unmet: '不符合，因为：', undetermined: '尚不能确定，有待明确：' },
  established: (label: string, value: string, measured: string | undefined) => `${label}：${value}${measured === undefined ? '' : `（标准 ${measured}）`}`,
  found: (label: string, met: boolean) => `认定：${met ? '属于' : '不属于'}“${label}”`,
  inForce: (met: boolean): string => (met ? '本细则已施行' : '当时本细则尚未施行'),
  presumed: '推定',
  sign: { met: '条件具备', unmet: '条件不具备', undetermined: '待定' },
  unknown: '未知',
  yes: '是',
  no: '否',
  none: '均不是',
  and: '、',
  number: (value: number, unit: string | undefined) => `${rounded(value)}${unit === undefined ? '' : ` ${UNITS[unit]?.zh ?? ''}`}`.trimEnd(),
  between: (least: number, most: number | undefined, unit: string | undefined) =>
    `${most === undefined ? `至少 ${rounded(least)}` : `${rounded(least)} 至 ${rounded(most)}`} ${UNITS[unit ?? '']?.zh ?? ''}`.trimEnd(),
  members: (has: readonly string[], lacks: readonly string[]) =>
    [...(has.length > 0 ? [`有${has.join('、')}`] : []), ...(lacks.length > 0 ? [`无${lacks.join('、')}`] : [])].join('，'),
};
type Catalogue = typeof zh;
const en: Catalogue = {
  why: { met: 'met, because', unmet: 'not met, because', undetermined: 'open, waiting for' },
  established: (label, value, measured) => `${label}: ${value}${measured === undefined ? '' : ` (standard ${measured})`}`,
  found: (label, met) => `found: ${met ? '' : 'not '}"${label}"`,
  inForce: (met) => (met ? 'the rules were in force' : 'the rules were not yet in force'),
  presumed: 'presumed',
  sign: { met: 'as required', unmet: 'not as required', undetermined: 'open' },
  unknown: 'unknown',
  yes: 'yes',
  no: 'no',
  none: 'none of these',
  and: ', ',
  number: (value, unit) => `${rounded(value)} ${UNITS[unit ?? '']?.en ?? ''}`.trimEnd(),
  between: (least, most, unit) =>
    `${most === undefined ? `at least ${rounded(least)}` : `${rounded(least)} to ${rounded(most)}`} ${UNITS[unit ?? '']?.en ?? ''}`.trimEnd(),
  members: (has, lacks) => [...has, ...lacks.map((member) => `no ${member}`)].join(', '),
};

export const EXPLAIN: Record<Lang, Catalogue> = { zh, en };
