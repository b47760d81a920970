import { MEMO } from '../../messages/memo.js';
import { type Lang, REPORT } from '../../messages/report.js';
import type { OpenPoint } from '../../open-point.js';
import { type Block, heading, type Item, list, table } from '../page.js';

/** What is open, by whose it is to settle, each with its place in the memo: told in full there, and referred to elsewhere. */
export interface OpenIndex {
  blocks(lang: Lang): Block[];
  /** The points as a list that refers to where each is told. */
  references(points: readonly OpenPoint[], lang: Lang): Block[];
  /** Where some points are told. */
  places(points: readonly OpenPoint[], lang: Lang): string[];
}

const keyOf = ({ kind, id }: OpenPoint): string => `${kind} ${id}`;

/** The open points of a memo, told in a part of it: those of each body under its own heading. */
export function openIndex(points: readonly OpenPoint[], part: number): OpenIndex {
  const groups = new Map<string, Map<string, OpenPoint>>();
  for (const point of points) {
    const group = groups.get(point.settledBy.id) ?? new Map<string, OpenPoint>();
    group.set(keyOf(point), point);
    groups.set(point.settledBy.id, group);
  }
  const placed = new Map(
    [...groups.values()].flatMap((group, section) => [...group.keys()].map((key, item): [string, [number, number]] => [key, [section + 1, item + 1]])),
  );
  const placeOf = (point: OpenPoint, lang: Lang): string => {
    const place = placed.get(keyOf(point));
    return place ? MEMO[lang].see(part, ...place) : '';
  };
  return {
    blocks: (lang) =>
      [...groups.values()].flatMap((group, section): Block[] => {
        const rows = [...group.values()];
        return [
          heading(3, MEMO[lang].section(part, section + 1, rows[0]?.settledBy.label[lang] ?? '')),
          ...table(
            rows.map(({ ask }, item) => [[String(item + 1)], [ask[lang]]]),
            MEMO[lang].open,
          ),
        ];
      }),
    references: (of, lang) =>
      list(
        of.map(
          (point): Item => ({
            line: [
              { text: point.ask[lang], truth: 'undetermined' },
              { text: REPORT[lang].inBrackets(MEMO[lang].seeAlso(placeOf(point, lang))), style: 'dim' },
            ],
          }),
        ),
      ),
    places: (of, lang) => of.map((point) => placeOf(point, lang)),
  };
}
