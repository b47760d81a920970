import { formatDiagnostic } from '../../../diagnostics/format.js';
import { AMENDMENT } from '../../../messages/amendment.js';
import { REPORT } from '../../../messages/report.js';
import { type Block, type Item, type Line, list, paragraph } from '../../../report/page.js';
import type { RecordDiff, Turned } from '../records.js';
import { outcomesLine } from './case-items.js';
import type { Sides } from './change-items.js';
import { calledIn } from './data-text.js';

type Filed = RecordDiff & { readonly file?: string };

/** The filed records that come out otherwise, and how many do not. */
export function recordBlocks(records: readonly Filed[], sides: Sides): Block[] {
  const failed = ({ faults }: Filed) => faults.before.length + faults.after.length > 0;
  const told = records.filter((each) => each.turned.length > 0 || each.followsOtherwise || failed(each));
  const same = records.length - told.length;
  return [
    ...list(told.map((each) => recordItem(each, sides))),
    ...(same > 0 ? [paragraph(AMENDMENT[sides.lang].recordsSame(same))] : []),
  ];
}

function recordItem(
  { file, id, title, seal, before, after, turned, followsOtherwise, faults }: Filed,
  sides: Sides,
): Item {
  const { lang } = sides;
  const say = AMENDMENT[lang];
  const named = [file, id, title].filter((each) => each !== undefined);
  return {
    line: [named.length === 0 ? seal : named.join(REPORT[lang].gap)],
    items: [
      { line: outcomesLine(before ?? say.unassessed, after ?? say.unassessed, sides) },
      ...[...faults.before, ...faults.after].map((fault) => ({ line: [formatDiagnostic(fault, lang)] })),
      ...turned.map((each) => ({ line: turnedLine(each, sides) })),
      ...(followsOtherwise ? [{ line: [say.followsOtherwise] }] : []),
    ],
  };
}

function turnedLine({ provision, unit, before, after }: Turned, sides: Sides): Line {
  const { lang } = sides;
  const { gap, inBrackets } = REPORT[lang];
  const called = [sides.after, sides.before].map((each) => calledIn(each, 'provisions', provision, lang));
  const label = called.find((text) => text !== undefined);
  const head = [provision, label].filter((each) => each !== undefined).join(gap);
  return [`${head}${unit === undefined ? '' : inBrackets(unit)}${gap}`, ...outcomesLine(before, after, sides)];
}
