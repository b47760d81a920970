import { describe, expect, test } from 'vitest';
import { diffRegulations, loadRegulation, type Telling } from '../../../src/authoring/index.js';
import { assessIncident, checkUnitObligations, createPolicy, type Regulation } from '../../../src/index.js';
import { type Edit, editedFolder } from '../../support/edited.js';

// A case that is told really comes out by each of the rules as it says, through the functions that everybody calls.

const rules = loadRegulation('rules');

/** How a provision comes out of a told case. */
function outcome(regulation: Regulation, { provision, found }: Telling): string | undefined {
  if (!found) throw new Error(`no case for ${provision}`);
  const { document, value, asOf, rulings, profile } = found;
  const policy = createPolicy({ regulation, rulings, profile });
  if (document === 'unit') {
    const { obligations } = checkUnitObligations(value as unknown, { policy, asOf });
    const all = obligations.flatMap((each) => [...(each.phrase?.duties ?? []), each]);
    return all.find((each) => each.provision === provision)?.status;
  }
  const { findings, responses } = assessIncident(value as unknown, { policy, asOf });
  return [...findings, ...responses].find((each) => each.provision === provision)?.status;
}

/** Edits of the shipped rules, with the provisions that a case is told of. */
const MUTATIONS: readonly (readonly [what: string, edits: readonly Edit[], told: readonly string[]])[] = [
  [
    'a negation added',
    [
      [
        'articles/09.yaml',
        '- { term: lawful-performance, quote: 依法 }',
        '- { not: { term: lawful-performance, quote: 依法 } }',
      ],
    ],
    ['art9.p2.i6'],
  ],
  [
    'both where one was enough',
    [
      [
        'articles/09.yaml',
        '{ all: [{ condition: unrectified }, { term: serious-consequences, quote: 造成严重后果 }] }',
        '{ any: [{ condition: unrectified }, { term: serious-consequences, quote: 造成严重后果 }] }',
      ],
    ],
    ['art9.p2.i5'],
  ],
  [
    'a leaf dropped',
    [
      [
        'articles/09.yaml',
        '                        - { fact: loss.from-incident, operator: equal, value: true }\n',
        '',
      ],
    ],
    ['art9.p2.i4'],
  ],
  [
    'a kind of unit dropped',
    [
      [
        'articles/09.yaml',
        'value: [department, college, centre, second-level], quote',
        'value: [department, college, second-level], quote',
      ],
    ],
    ['art9.p1'],
  ],
  [
    'a measure of a duty dropped',
    [
      [
        'articles/08.yaml',
        '        - { fact: handling.effective, operator: equal, value: true, quote: 有效措施 }\n',
        '',
      ],
    ],
    ['art8.handle', 'art9.p1'],
  ],
  [
    'a limit of a term moved',
    [
      [
        'terms.yaml',
        '{ fact: outage.hours, operator: greaterThan, value: 0 }',
        '{ fact: outage.hours, operator: greaterThan, value: 2 }',
      ],
    ],
    ['art9.p2.i2'],
  ],
  [
    'a limit reached a moment earlier',
    [
      [
        'terms.yaml',
        '          discovery: { fact: report.hours-from-discovery, operator: lessThanInclusive, threshold: hours }\ntimely-report:',
        '          discovery: { fact: report.hours-from-discovery, operator: lessThan, threshold: hours }\ntimely-report:',
      ],
    ],
    ['art8.report'],
  ],
  [
    'a value of a profile',
    [['profiles/national-analogy.yaml', '- hours: 24\n', '- hours: 12\n']],
    ['art8.report', 'art9.p1'],
  ],
  [
    'systems of fewer kinds',
    [
      [
        'articles/07.yaml',
        '{ fact: system.kind, operator: in, value: [website, platform], quote',
        '{ fact: system.kind, operator: in, value: [website], quote',
      ],
    ],
    ['art7.p2.sites', 'art7.p2.data'],
  ],
  [
    'a duty owed all the time that was owed once',
    [['articles/07.yaml', 'rhythm: once # 制定: who has drawn it up has done it', 'rhythm: standing']],
    ['art7.p2.i3.plan'],
  ],
  [
    'a reading that takes in more',
    [['articles/11.yaml', 'value: [teacher, student, staff]', 'value: [teacher, student, staff, outside]']],
    ['art11.accident'],
  ],
  [
    'a presumption given up',
    [['facts.yaml', '  absent: { presumed: false, because: *silent, unless: { leak.own-persons: true } }\n', '']],
    ['art11.accident'],
  ],
];

describe.each(MUTATIONS)('%s', (_, edits, told) => {
  const after = loadRegulation(editedFolder(edits));
  const { telling } = diffRegulations(rules, after);

  test('is told apart by a case that really comes out so', () => {
    const found = telling.filter((each) => each.found);
    for (const provision of told) expect(found.map((each) => each.provision)).toContain(provision);
    for (const each of found) {
      expect(each.found?.before).not.toBe(each.found?.after);
      expect([outcome(rules, each), outcome(after, each)]).toEqual([each.found?.before, each.found?.after]);
    }
  });
});
