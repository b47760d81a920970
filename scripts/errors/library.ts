import { runInThisContext } from 'node:vm';
import * as authoring from '../../src/authoring/index.js';
import * as core from '../../src/index.js';
import { type Diagnostic, formatDiagnostic, ZerenzhiError } from '../../src/index.js';
import * as engine from '../../src/interop/json-rules-engine/index.js';
import * as sql from '../../src/interop/sql/index.js';
import { both } from '../../src/language.js';
import * as record from '../../src/record/index.js';
import * as report from '../../src/report/index.js';
import type { Example, Written } from './examples.js';

// Calls of the library that show a code which no file of fixtures/invalid shows. What is printed is what was run.

const OTHER = "createPolicy({ regulation: loadRegulation('test/second-regulation') })";

/** Who answers for unit `a`, by an organization. */
const chainOf = (organization: string, asOf = '2024-06-30'): string =>
  `resolveResponsibilityChain({ unit: 'a' }, { asOf: '${asOf}', organization: ${organization} }).findings`;
const HEAD = "units: [{ id: 'a', kind: 'college' }], posts: [{ id: 'head', unit: 'a', role: 'unit-head' }]";

export const CALLS: readonly Written[] = [
  ['input/invalid-date', "createPolicy({ issueDate: '2019' })"],
  ['input/too-deep', "parseYaml('['.repeat(10_000), 'incident.yaml').faults"],
  ['input/too-large', "parseYaml('a'.repeat(6_000_000), 'incident.yaml').faults"],
  ['input/not-plain-data', 'assessIncident({ leak: { persons: Number.NaN } })'],
  ['input/unreadable', 'chainPage({})'],
  ['policy/not-a-policy', 'assessIncident({}, { policy: {} })'],
  ['policy/unchecked-regulation', 'createPolicy({ regulation: {} })'],
  [
    'assessment/other-rules',
    `reasonOf({ ...assessIncident({}), policy: { ...createPolicy(), digest: 'sha256:0' } }, 'art2.fire', { policy: ${OTHER} })`,
  ],
  [
    'assessment/other-policy',
    "reasonOf(assessIncident({}), 'art9.p2.i3', { policy: createPolicy({ presume: false }) })",
  ],
  [
    'assessment/policy-needed',
    `reasonOf(JSON.parse(JSON.stringify(assessIncident({}, { policy: ${OTHER} }))), 'art2.fire')`,
  ],
  [
    'record/another-regulation',
    `compareWithRecord(recordAssessment({}, { policy: ${OTHER}, asOf: '2024-06-30' }).record, {})`,
  ],
  ['assessment/unknown-provision', "findingOf(assessIncident({}), 'art9.p2.i33')"],
  [
    'organization/two-holders',
    chainOf(
      `{ ${HEAD}, appointments: [{ post: 'head', person: 'p-1', from: '2020-01-01' }, { post: 'head', person: 'p-2', from: '2021-01-01' }] }`,
    ),
  ],
  ['organization/vacant-post', chainOf(`{ ${HEAD} }`)],
  ['organization/no-post', chainOf("{ units: [{ id: 'a', kind: 'college' }] }")],
  ['organization/not-designated', chainOf("{ units: [{ id: 'a', kind: 'contractor' }] }")],
  [
    'organization/day-unknown',
    `resolveResponsibilityChain({ incident: { units: [{ id: 'a', kind: 'college' }], occurredAt: '2024' } }, { asOf: '2024-06-30', organization: { ${HEAD}, appointments: [{ post: 'head', person: 'p-1', from: '2020-01-01', until: '2024-03-15' }] } }).findings`,
  ],
  [
    'organization/no-principal',
    "resolveResponsibilityChain({ unit: 'a' }, { asOf: '2024-06-30', policy: createPolicy({ rulings: { 'art7.p1.head': 'one' } }), organization: { units: [{ id: 'a', kind: 'college' }], posts: [{ id: 'head', unit: 'a', role: 'unit-head' }, { id: 'party', unit: 'a', role: 'unit-party-head' }], appointments: [{ post: 'head', person: 'p-1', from: '2020-01-01' }, { post: 'party', person: 'p-2', from: '2020-01-01' }] } }).findings",
  ],
  [
    'organization/acting-holder',
    chainOf(`{ ${HEAD}, appointments: [{ post: 'head', person: 'p-1', from: '2020-01-01', acting: true }] }`),
  ],
  [
    'organization/no-unit',
    "resolveResponsibilityChain({ system: 's' }, { asOf: '2024-06-30', organization: { systems: [{ id: 's' }] } }).findings",
  ],
  ['organization/no-body', chainOf("{ units: [{ id: 'a', kind: 'college' }] }")],
  ['organization/not-there', chainOf("{ units: [{ id: 'a', kind: 'college', until: '2024-03-15' }] }")],
  [
    'organization/own-cause',
    "resolveResponsibilityChain({ incident: { units: [{ id: 'a' }] } }, { asOf: '2024-06-30', organization: { units: [{ id: 'a', kind: 'centre' }], bodies: { 'technology-centre': 'a' } } }).findings",
  ],
  [
    'organization/changed-leaders',
    `resolveResponsibilityChain({ incident: { units: [{ id: 'a', kind: 'college' }], occurredAt: '2024-03-01T08:00:00+08:00', discoveredAt: '2024-04-01T08:00:00+08:00' } }, { asOf: '2024-06-30', organization: { ${HEAD}, appointments: [{ post: 'head', person: 'p-1', from: '2020-01-01', until: '2024-03-15' }] } }).findings`,
  ],
  ['file/encoding', "decodeText(Uint8Array.of(0xb5, 0xa5, 0xce, 0xbb), 'unit.yaml').faults"],
  ['yaml/syntax', "parseYaml('attack: [', 'incident.yaml').faults"],
  ['yaml/key', "parseYaml('[a, b]: 1', 'incident.yaml').faults"],
  ['yaml/version', "parseYaml('%YAML 1.1\\n---\\nattack: {}', 'incident.yaml').faults"],
  [
    'yaml/alias-limit',
    "parseYaml(['a0: &a0 [x, x]', ...Array.from({ length: 20 }, (_, i) => 'a' + (i + 1) + ': &a' + (i + 1) + ' [*a' + i + ', *a' + i + ']')].join('\\n'), 'incident.yaml').faults",
  ],
  ['sql/empty-name', "tableOf({ dialect: 'duckdb', table: '' })"],
  ['sql/unwritable', `tableOf({ dialect: 'spark', table: 'a\${b}' })`],
  [
    'sql/too-many-columns',
    "queryOf({ dialect: 'postgres', policy: createPolicy({ terms: { 'prolonged-outage': Array.from({ length: 600 }, (_, i) => ({ hours: i + 1, from: 1900 + i + '-01-01', until: 1900 + i + '-12-31' })) } }) })",
  ],
];

const SCOPE = { ...core, ...authoring, ...record, ...report, ...sql, ...engine };

/** What a call says is wrong: what it is refused with, or the faults that it answers. */
export function faultsOfCall(input: string): readonly Diagnostic[] {
  const call = runInThisContext(`(({ ${Object.keys(SCOPE).join(', ')} }) => (${input}))`) as (scope: object) => unknown;
  try {
    const answer = call(SCOPE);
    if (Array.isArray(answer)) return answer as Diagnostic[];
  } catch (error) {
    if (error instanceof ZerenzhiError) return error.diagnostics;
    throw error;
  }
  throw new Error(`nothing is wrong with ${input}`);
}

/** The first line that tells of a code. */
export function shown(code: Example['code'], input: string, faults: readonly Diagnostic[]): Example {
  const fault = faults.find((each) => each.code === code);
  if (!fault) throw new Error(`not ${code} but ${faults.map((each) => each.code).join(', ')}: ${input}`);
  return { code, input, printed: both((lang) => formatDiagnostic(fault, lang)) };
}

export const libraryExamples = (): Example[] => CALLS.map(([code, input]) => shown(code, input, faultsOfCall(input)));
