import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  assessIncident,
  type Incident,
  type Organization,
  resolveResponsibilityChain,
  type ZerenzhiError,
} from '../../src/index.js';
import { compareWithRecord, recordAssessment, replay } from '../../src/record/index.js';
import {
  assessmentPage,
  chainMermaid,
  chainPage,
  chainSvg,
  comparisonPage,
  memoPage,
  personNames,
  renderText,
} from '../../src/report/index.js';
import { runHere, workspace } from '../support/command.js';
import { organization as ids } from '../support/pictures.js';

// The desk reads names; what goes further than the desk has ids alone.

const asOf = '2024-06-30';
const organization: Organization = { ...ids, persons: [{ id: 'p-003', name: '甲某' }] };
const incident: Incident = {
  occurredAt: '2024-05-06T08:00:00+08:00',
  units: [{ id: 'academic-affairs' }],
  parties: [{ id: 'p-900', name: '乙某' }],
  leak: { occurred: true, 'own-persons': true, kinds: ['state-secret'] },
};
const named = [/甲某（p-003）/, /乙某（p-900）/];
const nameless = /甲某|乙某/;
const persons = personNames(organization, incident);
const assessment = assessIncident(incident, { organization, asOf });
const chain = resolveResponsibilityChain({ incident }, { organization, asOf });

test('names are those of the register and of the parties of the incident', () => {
  expect(persons).toEqual({ 'p-003': '甲某', 'p-900': '乙某' });
  expect(personNames()).toEqual({});
});

test.each<[string, (options: object) => string]>([
  ['an assessment', (options) => renderText(assessmentPage(assessment, options))],
  ['an assessment in full', (options) => renderText(assessmentPage(assessment, { ...options, full: true }))],
  ['a memo', (options) => renderText(memoPage(assessment, options))],
  ['a chain', (options) => renderText(chainPage(chain, options))],
  ['a picture', (options) => chainSvg(chain, options).replaceAll(/<[^>]*>/g, '')],
  ['a chart', (options) => chainMermaid(chain, options).replaceAll(/#40;/g, '(')],
])('%s names persons beside their ids where it is told their names, and else has ids alone', (_, tell) => {
  for (const name of named) expect(tell({ persons })).toMatch(name);
  expect(tell({})).not.toMatch(nameless);
  expect(tell({})).toContain('p-003');
});

test('no assessment, chain or record carries a name; a record made with names replays', () => {
  const { record } = recordAssessment(incident, { organization, asOf });
  const { comparison, record: later } = compareWithRecord(record, incident, { organization, asOf });
  for (const made of [assessment, chain, record, later, comparison]) expect(JSON.stringify(made)).not.toMatch(nameless);
  expect(JSON.stringify(record)).toContain('p-900');
  expect(replay(record).identical).toBe(true);
  expect(comparison.changes).toEqual([]);
});

test('a comparison names a party that was added, and who came', () => {
  const { parties: _, ...before } = incident;
  const { record } = recordAssessment(before, { organization: { ...organization, appointments: [] }, asOf });
  const { comparison } = compareWithRecord(record, incident, { organization, asOf });
  const text = renderText(comparisonPage(comparison, { persons }));
  expect(text).toContain('当事人：乙某（p-900）');
  expect(text).toContain('→ 甲某（p-003）');
});

test('what is no name, and a person named twice, are refused with their place', () => {
  const refusal = (work: () => unknown) => {
    try {
      work();
    } catch (error) {
      return (error as ZerenzhiError).diagnostics.map(({ document, path, code }) => `${document} ${path} ${code}`);
    }
    return [];
  };
  const twice = { persons: [...(organization.persons ?? []), { id: 'p-003', name: '丙某' }] };
  expect(refusal(() => assessIncident({}, { organization: twice }))).toEqual([
    'organization persons[1].id input/duplicate',
  ]);
  expect(refusal(() => assessIncident({ parties: [{ id: 'p', name: 7 }] } as never))).toEqual([
    'incident parties[0].name input/invalid-type',
  ]);
  expect(refusal(() => chainPage(chain, { persons: { p: 7 } } as never))).toEqual([
    'options persons.p input/invalid-type',
  ]);
  expect(refusal(() => chainPage(chain, { persons: [] } as never))).toEqual(['options persons input/invalid-type']);
});

test('the command prints names on pages, and never as JSON, in records or in bulk', async () => {
  const { at, write } = workspace();
  const register = write('university.json', JSON.stringify({ format: 2, ...organization }));
  const file = write('incident.json', JSON.stringify({ format: 2, ...incident }));
  const setting = ['-o', register, '--as-of', asOf];
  for (const command of [['assess'], ['chain'], ['memo'], ['chain', '--format', 'mermaid']]) {
    const { stdout } = await runHere([...command, file, ...setting]);
    for (const name of ['甲某', '乙某']) expect(stdout).toContain(name);
  }
  for (const command of [['assess', '--json'], ['chain', '--json'], ['record'], ['explain', '--json']])
    expect((await runHere([...command, file, ...setting])).stdout).not.toMatch(nameless);
  const record = write('record.json', (await runHere(['record', file, ...setting])).stdout);
  const { stdout } = await runHere(['diff-case', record, file, '--json', '--record', at('second.json'), ...setting]);
  expect(stdout).not.toMatch(nameless);
  const lines = write('incidents.ndjson', `${JSON.stringify(incident)}\n`);
  await runHere(['assess', lines, '--output', at('results.ndjson'), '--threads', '0', ...setting]);
  const results = readFileSync(at('results.ndjson'), 'utf8');
  expect(results).toContain('"status":"triggered"');
  expect(results).not.toMatch(nameless);
});
