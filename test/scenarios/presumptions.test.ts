import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  assessIncident,
  checkUnitObligations,
  createPolicy,
  type Incident,
  type Organization,
  type UnitFile,
} from '../../src/index.js';
import { readYaml } from '../support/fixtures.js';

// docs/presumptions.md says what can be presumed and what each published case presumes, each judged by hand.

interface Fact {
  readonly absent?: { readonly presumed: unknown; readonly unless?: { readonly [fact: string]: unknown } };
}
const FACTS = readYaml<{ readonly [fact: string]: Fact }>('rules/facts.yaml');
const organization = readYaml<Organization>('fixtures/organizations/university.yaml');
const CASES = readdirSync('fixtures/incidents').map((file) => file.replace('.yaml', ''));
const incidentOf = (name: string) => readYaml<Incident>(`fixtures/incidents/${name}.yaml`);

/** The rows of the two tables, their cells by column. */
const ROWS = readFileSync('docs/presumptions.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
const names = (cell = ''): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name as string);
const PRESUMABLE = ROWS.filter((cells) => cells.length === 5).map(([fact, presumed, needed]) => ({
  fact: names(fact)[0] as string,
  presumed: JSON.parse(names(presumed)[0] as string) as unknown,
  provision: names(needed)[0],
}));
const JUDGED = new Map(
  ROWS.filter((cells) => cells.length === 3).map(([name, facts]) => [names(name)[0], names(facts)]),
);

test('the page has every fact that can be presumed, with its value', () => {
  expect(PRESUMABLE.map(({ fact, presumed }) => [fact, presumed])).toEqual(
    Object.entries(FACTS).flatMap(([name, { absent }]) => (absent ? [[name, absent.presumed]] : [])),
  );
});

type Said = { readonly [group: string]: { readonly [key: string]: unknown } };
/** What else a provision needs, where the presumed fact is the other way round. */
const BESIDE: { readonly [fact: string]: Said } = {
  'conduct.concealed': { incident: { occurred: true }, findings: { 'serious-consequences': true } },
  'conduct.refused-cooperation': {
    incident: { occurred: true },
    conduct: { 'refused-towards': ['outside'], 'refused-cooperation-at': '2024-03-02' },
    findings: { 'serious-consequences': true },
  },
  'conduct.obstructed': {
    incident: { occurred: true },
    conduct: { 'obstructed-organs': ['police'], 'obstructed-work': ['crime'], 'obstructed-at': '2024-03-02' },
    findings: { 'lawful-performance': true },
  },
  'conduct.refused-support': { incident: { occurred: true }, conduct: { 'refused-support-at': '2024-03-02' } },
  'conduct.other': { incident: { occurred: true }, findings: { 'serious-endangerment': true } },
  'duty.breached': {},
  'member.violated': { member: { kind: 'student' } },
  'key-post.major-event': {
    'key-post': { concerned: true, capacity: ['administers', 'in-charge'], 'event-kinds': ['leak'], breached: true },
  },
};

describe('what is presumed spares: the other value is needed to charge anybody', () => {
  const asOf = '2024-06-30';
  const met = (fact: string, value: unknown, more: Said = {}) => {
    const [group = '', key = ''] = fact.split('.');
    const beside = { ...BESIDE[fact], ...more };
    const incident = {
      occurredAt: '2024-03-01',
      units: [{ kind: 'college' }],
      ...beside,
      [group]: { ...beside[group], ...(value !== undefined && { [key]: value }) },
    };
    return assessIncident(incident as Incident, { asOf }).accountability.by;
  };
  const ofIncidents = PRESUMABLE.filter(({ presumed }) => presumed === false);

  test.each(ofIncidents)('$fact', ({ fact, provision }) => {
    // That a member caused such an incident says that the member violated something.
    const caused = fact === 'member.violated' ? { member: { kind: 'student', accident: true } } : {};
    expect(met(fact, true, caused)).toContain(provision);
    for (const value of [undefined, false, null, 'alleged', 'none-alleged']) expect(met(fact, value)).toEqual([]);
  });

  test('unit.bodies: without a role no duty of a body is owed', () => {
    expect(PRESUMABLE.filter(({ presumed }) => presumed !== false).map(({ fact }) => fact)).toEqual(['unit.bodies']);
    const owed = (unit: object) =>
      checkUnitObligations(unit as UnitFile, { asOf })
        .obligations.filter(({ status }) => status !== 'not-applicable')
        .map(({ provision }) => provision);
    const without = owed({ id: 'a', kind: 'department' });
    expect(owed({ id: 'a', kind: 'department', bodies: ['publicity'] })).toEqual(expect.arrayContaining(without));
    expect(without.filter((id) => id.startsWith('art6'))).toEqual([]);
  });
});

describe('the published cases', () => {
  test('each stands on the page', () => {
    expect([...JUDGED.keys()]).toEqual(CASES);
  });

  const assessed = (name: string, presume: boolean) =>
    assessIncident(incidentOf(name), { organization, policy: createPolicy({ presume }), asOf: '2026-06-30' });

  test.each(CASES)('%s presumes what the page has judged, with the sparing value', (name) => {
    const { presumptions, facts } = assessed(name, true);
    const presumed = presumptions.flatMap((group) => group.facts);
    expect([...presumed].sort()).toEqual([...(JUDGED.get(name) ?? [])].sort());
    for (const fact of presumed)
      expect(facts.filter((known) => known.fact === fact && known.origin === 'presumed')).toMatchObject([
        { value: FACTS[fact]?.absent?.presumed },
      ]);
  });

  test.each(CASES)('%s: nothing that it says ends a presumption that it uses', (name) => {
    const said = incidentOf(name) as unknown as Said;
    const { facts, presumptions } = assessed(name, true);
    const known = new Map<string, unknown>(
      facts.flatMap(({ fact, value, origin }) => (origin === 'presumed' ? [] : [[fact, value]])),
    );
    for (const fact of presumptions.flatMap((group) => group.facts)) {
      const [group = '', key = ''] = fact.split('.');
      expect(said[group] ?? {}).not.toHaveProperty(key);
      for (const [other, value] of Object.entries(FACTS[fact]?.absent?.unless ?? {}))
        expect(known.get(other)).not.toEqual(value);
    }
  });

  test.each(CASES)('%s: without presumptions nobody is charged less, and what was spared is open', (name) => {
    const [presuming, not] = [assessed(name, true), assessed(name, false)];
    expect(not.accountability.by).toEqual(presuming.accountability.by);
    expect(not.presumptions).toEqual([]);
    for (const { provision, presumed, status } of presuming.findings)
      if (presumed.length > 0 && status === 'unmet' && inForce(name))
        expect(not.findings.find((finding) => finding.provision === provision)?.status).toBe('undetermined');
  });

  /** Of what was before the Rules nothing is open, presumed or not. */
  const inForce = (name: string) => !['identity-numbers-published', 'student-data-exposed'].includes(name);
});
