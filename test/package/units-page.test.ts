import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { checkUnitObligations } from '../../src/index.js';

// The example of docs/units.md comes out as its comments say.

const [, example = ''] = /```yaml\n([\s\S]*?)```/.exec(readFileSync('docs/units.md', 'utf8')) ?? [];
const unit: unknown = parse(example);
const { obligations } = checkUnitObligations(unit, { asOf: '2024-06-30' });
const of = (provision: string, occasion?: string) =>
  obligations.find((each) => each.provision === provision && each.occasion?.id === occasion);

test.each<[string, string | undefined, string, string?]>([
  ['art7.p2.i3.plan', undefined, 'fulfilled'],
  ['art7.p2.i2.backup', undefined, 'fulfilled'],
  ['art7.p2.i3.opinion', undefined, 'breached'],
  ['art7.p2.i4.education', 'awareness-week', 'fulfilled'],
  ['art7.p2.i4.training', undefined, 'not-applicable'],
  ['art7.p2.i2.upgrade-software', 'patch-1', 'fulfilled'],
  ['art7.p2.i2.upgrade-software', 'patch-2', 'due-soon', '2024-07-15'],
  ['art7.p2.i2.risk-analysis', undefined, 'undetermined'],
  ['art8.report', undefined, 'not-applicable'],
])('%s %s: %s', (provision, occasion, status, dueOn) =>
  expect(of(provision, occasion)).toMatchObject({ status, ...(dueOn !== undefined && { dueOn }) }),
);

test('a file that is whole and has nothing to show tells of an omission, once it is known what the words mean', () =>
  expect(of('art7.p2.i3.duty-and-monitoring')?.open).toEqual(['art7.p2.i3.rosters', 'art7.p2.i3.manned']));
