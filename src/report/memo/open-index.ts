import type { WholeOpenPoint } from '../../case/open-points.js';
import type { Lang } from '../../language.js';
import { MEMO } from '../../messages/memo.js';
import { REPORT } from '../../messages/report.js';
import type { Names } from '../../policy/names.js';
import { type Block, heading, list, table } from '../page.js';

/**
 * What is open, by whose it is to settle and numbered through: told in full in one part of a memo, and referred to from
 * the others.
 */
export interface OpenIndex {
  blocks(lang: Lang): Block[];
  /** Some points as a list, each with where it is told. */
  references(points: readonly WholeOpenPoint<Names>[], lang: Lang): Block[];
  numbersOf(points: readonly WholeOpenPoint<Names>[]): number[];
}

export function openIndex(points: readonly WholeOpenPoint<Names>[], part: number): OpenIndex {
  const groups = new Map<string, WholeOpenPoint<Names>[]>();
  for (const point of new Map(points.map((each) => [keyOf(each), each])).values())
    groups.set(point.settledBy.id, [...(groups.get(point.settledBy.id) ?? []), point]);
  const numbers = new Map([...groups.values()].flat().map((point, i) => [keyOf(point), i + 1]));
  const numberOf = (point: WholeOpenPoint<Names>): number => numbers.get(keyOf(point)) ?? 0;
  return {
    blocks: (lang) =>
      [...groups.values()].flatMap((group, section): Block[] => [
        heading(3, MEMO[lang].section(part, section + 1, group[0]?.settledBy.label[lang] ?? '')),
        ...table(
          group.map((point) => [[String(numberOf(point))], [point.ask[lang]]]),
          MEMO[lang].open,
        ),
      ]),
    references: (of, lang) =>
      list(
        of.map((point) => ({
          line: [
            { text: point.ask[lang], truth: 'undetermined' },
            { text: REPORT[lang].inBrackets(MEMO[lang].see(part, [numberOf(point)])), style: 'dim' },
          ],
        })),
      ),
    numbersOf: (of) => [...new Set(of.map(numberOf))].sort((a, b) => a - b),
  };
}

const keyOf = ({ kind, id }: WholeOpenPoint<Names>): string => `${kind} ${id}`;
