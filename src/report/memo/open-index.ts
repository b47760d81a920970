import type { WholeOpenPoint } from '../../case/open-points.js';
import { grouped } from '../../diagnostics/grouped.js';
import type { AnyAssessment } from '../../explanation/results.js';
import type { Lang } from '../../language.js';
import { MEMO } from '../../messages/memo.js';
import { REPORT } from '../../messages/report.js';
import type { Regulation } from '../../regulation/schema.js';
import { type Block, heading, list, table } from '../page.js';
import { unitName } from '../units.js';

/**
 * What is open, by whose it is to settle and numbered through: told in full in an annex of a memo, and referred to from
 * the rest.
 */
export interface OpenIndex {
  blocks(lang: Lang): Block[];
  /** Some points as a list, each with where it is told. */
  references(points: readonly WholeOpenPoint[], lang: Lang): Block[];
  numbersOf(points: readonly WholeOpenPoint[]): number[];
  /** How many there are. */
  readonly size: number;
  /** Where some points are told, by their ids. */
  where(ids: readonly string[], lang: Lang): string | undefined;
}

export function openIndex(
  points: readonly WholeOpenPoint[],
  annex: number,
  whose: (point: WholeOpenPoint) => string,
): OpenIndex {
  const once = [...new Map(points.map((each) => [keyOf(each), each])).values()];
  const groups = grouped(once, ({ settledBy }) => settledBy.id);
  const numbers = new Map([...groups.values()].flat().map((point, i) => [keyOf(point), i + 1]));
  const numberOf = (point: WholeOpenPoint): number => numbers.get(keyOf(point)) ?? 0;
  const numbersOf = (of: readonly WholeOpenPoint[]) => [...new Set(of.map(numberOf))].sort((a, b) => a - b);
  return {
    blocks: (lang) =>
      [...groups.values()].flatMap((group, section): Block[] => [
        heading(3, MEMO[lang].section(annex, section + 1, group[0]?.settledBy.label[lang] ?? '')),
        ...table(
          group.map((point) => [[String(numberOf(point))], [`${point.ask[lang]}${whose(point)}`]]),
          MEMO[lang].open,
        ),
      ]),
    references: (of, lang) =>
      list(
        of.map((point) => ({
          line: [
            { text: `${point.ask[lang]}${whose(point)}`, truth: 'undetermined' },
            { text: REPORT[lang].inBrackets(MEMO[lang].see(annex, [numberOf(point)])), style: 'dim' },
          ],
        })),
      ),
    numbersOf,
    size: once.length,
    where: (ids, lang) => {
      const told = numbersOf([...groups.values()].flat().filter(({ id }) => ids.includes(id)));
      return told.length === 0 ? undefined : REPORT[lang].inBrackets(MEMO[lang].see(annex, told));
    },
  };
}

/** The units that something is open of, where not all are alike or it is a question of a unit. */
export function whoseText(
  { kind, id }: WholeOpenPoint,
  assessment: AnyAssessment,
  { facts }: Regulation,
  lang: Lang,
): string {
  const judged = assessment.findings.flatMap(({ byUnit = [] }) => byUnit);
  const units = [...new Set(judged.map(({ unit }) => unit))];
  const waiting = units.filter((unit) => judged.some((each) => each.unit === unit && each.open.includes(id)));
  const ofUnit = kind === 'fact' && facts[id] !== undefined && facts[id].of !== 'incident';
  if (kind === 'ruling' || waiting.length === 0 || (waiting.length === units.length && !ofUnit)) return '';
  return REPORT[lang].inBrackets(waiting.map((unit) => unitName(assessment, unit, lang)).join(REPORT[lang].and));
}

const keyOf = ({ kind, id }: WholeOpenPoint): string => `${kind} ${id}`;
