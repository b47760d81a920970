import type { Lang } from '../language.js';
import { chineseDate } from './times.js';

// What an explanation says around the labels of the rule files.

type Units = { readonly [unit: string]: (n: number) => string };
const UNITS = {
  zh: {
    hours: (n) => `${n}小时`,
    minutes: (n) => `${n}分钟`,
    seconds: (n) => `${n}秒`,
    persons: (n) => `${n}人`,
    items: (n) => `${n}条`,
    yuan: (n) => `${n}元`,
  },
  en: {
    hours: (n) => `${n} ${n === 1 ? 'hour' : 'hours'}`,
    minutes: (n) => `${n} ${n === 1 ? 'minute' : 'minutes'}`,
    seconds: (n) => `${n} ${n === 1 ? 'second' : 'seconds'}`,
    persons: (n) => `${n} ${n === 1 ? 'person' : 'persons'}`,
    items: (n) => `${n} ${n === 1 ? 'item' : 'items'}`,
    yuan: (n) => `${n} yuan`,
  },
} satisfies Record<Lang, Units>;

/** The unit of a number by itself; of another regulation, under its own name. */
export function unitText(unit: string, lang: Lang): string {
  const units: Units = UNITS[lang];
  return (Object.hasOwn(units, unit) ? units[unit]?.(2).replace(/^2 ?/, '') : undefined) ?? unit;
}

/**
 * A number with its unit, never rounded, as it may stand beside a limit: hours that are not round in hours, minutes and
 * seconds.
 */
function amount(value: number, unit: string | undefined, units: Units, gap: string): string {
  const say = (name: string, n: number) => (units[name] ?? String)(n);
  const ms = Math.round(value * 3_600_000);
  if (unit !== 'hours' || Number.isInteger(value) || ms / 3_600_000 !== value) return say(unit ?? '', value);
  const parts = {
    hours: Math.floor(ms / 3_600_000),
    minutes: Math.floor(ms / (60 * 1000)) % 60,
    seconds: (ms % (60 * 1000)) / 1000,
  };
  return Object.entries(parts)
    .flatMap(([name, n]) => (n > 0 ? [say(name, n)] : []))
    .join(gap);
}

/** Hours that are known to some days only are told in days: more would say what nobody knows. */
function roughly(
  hours: number,
  least: number | undefined,
  most: number | undefined,
  unit: string | undefined,
  about: string,
  days: string,
): string | undefined {
  const isRough = unit === 'hours' && least !== undefined && most !== undefined && most - least >= 3 * DAY;
  if (!isRough || hours === 0) return undefined;
  return `${about}${Math.round(hours / DAY)}${days}`;
}
const DAY = 24;

const zh = {
  why: { met: '符合，因为：', unmet: '不符合，因为：', undetermined: '尚不能确定，有待明确：' },
  standing: (state: string, open: boolean) => `${state}，${open ? '有待明确' : '因为'}：`,
  established: (label: string, value: string, wanted: string | undefined) =>
    `${label}：${value}${wanted === undefined ? '' : `（须${wanted}）`}`,
  follows: (duty: string) => `，由未按要求“${duty}”得出`,
  mayFollow: (duty: string) => `，未按要求“${duty}”，而是否应当如此待定`,
  wanted: {
    equal: (value: string) => `为${value}`,
    notEqual: (value: string) => `非${value}`,
    in: (values: string) => `为${values}`,
    notIn: (values: string) => `非${values}`,
    contains: (value: string) => `含${value}`,
    doesNotContain: (value: string) => `不含${value}`,
    lessThan: (value: string) => `少于${value}`,
    lessThanInclusive: (value: string) => `不超过${value}`,
    greaterThan: (value: string) => `超过${value}`,
    greaterThanInclusive: (value: string) => `不少于${value}`,
  },
  quoted: (text: string) => `“${text}”`,
  or: '或',
  isOne: (label: string, met: boolean) => `${met ? '属于' : '不属于'}“${label}”`,
  found: (state: string, required: string | undefined) =>
    `认定：${state}${required === undefined ? '' : `（须${required}）`}`,
  readAs: (ask: string, reading: string) => `${ask}理解为“${reading}”`,
  limitedTo: (label: string, limit: string) => `“${label}”${limit}`,
  byRuling: (reading: string) => `依据解释：${reading}`,
  byValue: (limit: string) => `按取值：${limit}`,
  maker: (by: string | undefined) => (by === undefined ? '（假设：未注明作出单位）' : `（${by}作出）`),
  unreached: (label: string) => `“${label}”已有解释或者取值，但不及于本件之时，未据以评估`,
  because: (reason: string) => `（${reason}）`,
  absent: {
    'not-yet': (day: string) => `该规定自${chineseDate(day)}起施行，当时尚未施行`,
    repealed: (day: string) => `该规定自${chineseDate(day)}起废止，当时已不再适用`,
  },
  inForce: { met: '本细则已施行', unmet: '当时本细则尚未施行', undetermined: '本细则当时是否已施行，待定' },
  presumed: '推定',
  proof: '论证',
  nodes: {
    all: '以下各项均须具备：',
    any: '以下各项具备其一即可：',
    not: '须以下不成立：',
    agree: '有多种理解，尚无解释；各种理解一致才有定论：',
  },
  epochs: (missing: string) => `可能适用以下任一时期的规定，各时期一致才有定论；有待明确的是${missing}：`,
  epoch: (number: number) => `第 ${number} 种可能：`,
  reading: (label: string) => `理解：${label}`,
  ruled: (label: string) => `按现行解释，理解为：${label}`,
  measured: (label: string) => `“${label}”，按取值衡量：`,
  settledByFacts: (label: string) => `“${label}”，无取值亦无认定，仅凭事实：`,
  openTerm: (label: string) => `“${label}”，尚无认定，亦无取值`,
  literal: {
    met: '按此理解不再要求其他条件',
    unmet: '按此理解不能成立',
    undetermined: '其余须另行认定或者量化',
  },
  unknown: '未知',
  yes: '是',
  no: '否',
  none: '均不是',
  number: (value: number, unit: string | undefined) => amount(value, unit, UNITS.zh, ''),
  between: (least: number | undefined, most: number | undefined, unit: string | undefined) => {
    const text = (value: number) => roughly(value, least, most, unit, '约', '天') ?? amount(value, unit, UNITS.zh, '');
    if (least === undefined || most === undefined)
      return least === undefined ? `至多${text(most as number)}` : `至少${text(least)}`;
    return `${text(least)}至${text(most)}`;
  },
  members: (has: readonly string[], lacks: readonly string[], open: readonly string[]) =>
    [
      ...(has.length > 0 ? [`有${has.join('、')}`] : []),
      ...(lacks.length > 0 ? [`无${lacks.join('、')}`] : []),
      ...(open.length > 0 ? [`${open.join('、')}未定`] : []),
    ].join('，'),
};
type Catalogue = typeof zh;
const en: Catalogue = {
  why: { met: 'met, because', unmet: 'not met, because', undetermined: 'open, waiting for' },
  standing: (state, open) => `${state}, ${open ? 'waiting for' : 'because'}`,
  established: (label, value, wanted) => `${label}: ${value}${wanted === undefined ? '' : ` (required: ${wanted})`}`,
  follows: (duty) => `; it did not, as required, ${duty}`,
  mayFollow: (duty) => `; it did not ${duty}, and whether it had to is to be determined`,
  wanted: {
    equal: (value) => value,
    notEqual: (value) => `other than ${value}`,
    in: (values) => values,
    notIn: (values) => `none of ${values}`,
    contains: (value) => `including ${value}`,
    doesNotContain: (value) => `without ${value}`,
    lessThan: (value) => `< ${value}`,
    lessThanInclusive: (value) => `≤ ${value}`,
    greaterThan: (value) => `> ${value}`,
    greaterThanInclusive: (value) => `≥ ${value}`,
  },
  quoted: (text) => `“${text}”`,
  or: ' or ',
  isOne: (label, met) => `${met ? '' : 'not '}“${label}”`,
  found: (state, required) => `found: ${state}${required === undefined ? '' : ` (required: ${required})`}`,
  readAs: (ask, reading) => `${ask} Read as “${reading}”`,
  limitedTo: (label, limit) => `“${label}” ${limit}`,
  byRuling: (reading) => `by a ruling: ${reading}`,
  byValue: (limit) => `by the value set: ${limit}`,
  maker: (by) => (by === undefined ? ' (an assumption: nobody is said to have made it)' : ` (made by: ${by})`),
  unreached: (label) => `“${label}”: there is a ruling or a value, but it does not reach the time of this case`,
  because: (reason) => ` (${reason})`,
  absent: {
    'not-yet': (day) => `this provision holds from ${day}; it did not yet`,
    repealed: (day) => `this provision was repealed from ${day}; it no longer held`,
  },
  inForce: {
    met: 'the rules were in force',
    unmet: 'the rules were not yet in force',
    undetermined: 'open whether the rules were in force',
  },
  presumed: 'presumed',
  proof: 'Proof',
  nodes: {
    all: 'all of these are required:',
    any: 'one of these is enough:',
    not: 'required that this does not hold:',
    agree: 'several readings, and no ruling; settled only where all agree:',
  },
  epochs: (missing) =>
    `the law of any of these periods may apply, settled only where all agree; to be determined: ${missing}:`,
  epoch: (number) => `possibility ${number}:`,
  reading: (label) => `reading: ${label}`,
  ruled: (label) => `reading, as ruled: ${label}`,
  measured: (label) => `“${label}”, measured:`,
  settledByFacts: (label) => `“${label}”, with no value and no finding, by the facts alone:`,
  openTerm: (label) => `“${label}”: nobody has found it or fixed it yet`,
  literal: {
    met: 'nothing more is required under this reading',
    unmet: 'this reading cannot be satisfied',
    undetermined: 'the rest is for a finding or a value to settle',
  },
  unknown: 'unknown',
  yes: 'yes',
  no: 'no',
  none: 'none of these',
  number: (value, unit) => amount(value, unit, UNITS.en, ' '),
  between: (least, most, unit) => {
    const text = (value: number) =>
      roughly(value, least, most, unit, 'about ', ' days') ?? amount(value, unit, UNITS.en, ' ');
    if (least === undefined || most === undefined)
      return least === undefined ? `at most ${text(most as number)}` : `at least ${text(least)}`;
    return `${text(least)} to ${text(most)}`;
  },
  members: (has, lacks, open) =>
    [...has, ...lacks.map((member) => `no ${member}`), ...open.map((member) => `${member} open`)].join(', '),
};

export const EXPLAIN: Record<Lang, Catalogue> = { zh, en };
