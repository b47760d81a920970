import type { Lang } from '../language.js';
import { chineseDate } from './times.js';

// What the pages and tables of a unit's obligations say, beside the words of the other reports.
const zh = {
  words: '条文',
  readingOpen: (readings: readonly (readonly string[])[]) =>
    ['理解待定', ...(readings.length === 0 ? [] : [readings.map((each) => each.join('，或者')).join('；')])].join('：'),
  grounds: '依据',
  all: '汇总',
  notTold: '未载明',
  counted: (status: string, count: number) => `${status} ${count}`,
  /** The unit produces what shows a duty done; somebody else judges it. */
  checkedBy: (judge: string) => `由${judge}核实`,
  shownBy: (judge: string) => `由本单位提供履行材料，${judge}核实`,
  /** The unit of the report, as who settles something of itself. */
  itself: '本单位',
  toShow: '须提供履行材料的职责',
  units: (count: number) => `${count}个单位`,
  duties: (place: string, count: number) => (count === 1 ? place : `${place}（${count}项）`),
  /** The rules that a unit has made for itself. */
  own: '本单位制度',
  ownApart: '以下依本单位自定的制度，单独列出，不计入以上各项，也不引起其中的后果。',
  ownDocument: (title: string, number: string | undefined, days: string) =>
    `《${title}》${number === undefined ? '' : `（${number}）`}，${days}有效`,
  ownDays: (from: string, until: string | undefined) =>
    until === undefined ? `自${chineseDate(from)}起` : `${chineseDate(from)}至${chineseDate(until)}`,
  ownWords: '制度原文',
  bornBy: (bearer: string) => `由${bearer}负责`,
  makesConcrete: (place: string) => `落实${place}`,
  stricter: (term: string) => `本单位取值：${term}`,
  byRegulation: (status: string) => `按规定：${status}`,
  ground: {
    inadequate: (day: string, ref?: string) =>
      `${chineseDate(day)}${ref === undefined ? '的材料' : `“${ref}”`}被认定不合格`,
    late: (day: string, ref?: string) => `${chineseDate(day)}才完成${ref === undefined ? '' : `（${ref}）`}`,
    last: (day: string, ref?: string) => `最近一次为${chineseDate(day)}${ref === undefined ? '' : `“${ref}”`}`,
    lapsed: (day: string, ref?: string) => `原材料${ref === undefined ? '' : `“${ref}”`}${chineseDate(day)}到期`,
    past: (day: string, ref?: string) => `现有材料${ref === undefined ? '' : `“${ref}”`}为${chineseDate(day)}的`,
    admitted: (day: string) => `${chineseDate(day)}本单位承认未履行`,
    inspected: (day: string) => `${chineseDate(day)}检查发现未履行`,
    closed: (day: string) => `${chineseDate(day)}材料清点完毕，其中没有`,
    notice: (day: string, due: string, ref?: string) =>
      `${chineseDate(day)}通报${ref === undefined ? '' : `“${ref}”`}，限${chineseDate(due)}前`,
    found: (label: string) => `经认定不符合“${label}”`,
    measured: (label: string) => `不符合“${label}”的取值`,
  },
};
const en: typeof zh = {
  words: 'words',
  readingOpen: (readings) =>
    ['reading open', ...(readings.length === 0 ? [] : [readings.map((each) => each.join(' or ')).join('; ')])].join(
      ': ',
    ),
  grounds: 'because',
  all: 'All units',
  notTold: 'not on record',
  counted: (status, count) => `${status} ${count}`,
  checkedBy: (judge) => `checked by: ${judge}`,
  shownBy: (judge) => `to be shown by the unit, checked by: ${judge}`,
  itself: 'the unit itself',
  toShow: 'What the units have to show',
  units: (count) => `${count} units`,
  duties: (place, count) => (count === 1 ? place : `${place} (${count} duties)`),
  own: "The unit's own rules",
  ownApart:
    'What follows comes of rules that the unit has made for itself: it stands apart, counts in nothing above and leads to nothing there.',
  ownDocument: (title, number, days) => `${title}${number === undefined ? '' : ` (${number})`}, ${days}`,
  ownDays: (from, until) => (until === undefined ? `in force from ${from}` : `in force from ${from} to ${until}`),
  ownWords: 'words of the rules',
  bornBy: (bearer) => `borne by ${bearer}`,
  makesConcrete: (place) => `makes ${place} concrete`,
  stricter: (term) => `by the unit's own value: ${term}`,
  byRegulation: (status) => `by the regulation: ${status}`,
  ground: {
    inadequate: (day, ref) => `what is on file of ${day}${ref === undefined ? '' : ` (${ref})`} was found inadequate`,
    late: (day, ref) => `done on ${day} only${ref === undefined ? '' : ` (${ref})`}`,
    last: (day, ref) => `last done on ${day}${ref === undefined ? '' : ` (${ref})`}`,
    lapsed: (day, ref) => `what was on file${ref === undefined ? '' : ` (${ref})`} ran out on ${day}`,
    past: (day, ref) => `what is on file${ref === undefined ? '' : ` (${ref})`} is of ${day}`,
    admitted: (day) => `the unit admitted on ${day} that it was not done`,
    inspected: (day) => `an inspection of ${day} found that it was not done`,
    closed: (day) => `the file was declared complete on ${day}, and it is not in it`,
    notice: (day, due, ref) => `notice of ${day}${ref === undefined ? '' : ` (${ref})`}, to be done by ${due}`,
    found: (label) => `found not to be so: ${label}`,
    measured: (label) => `not within the value of: ${label}`,
  },
};

export const OBLIGATIONS: Record<Lang, typeof zh> = { zh, en };
