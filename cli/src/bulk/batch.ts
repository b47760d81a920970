import {
  type Assessed,
  type AssessOptions,
  assessIncidents,
  createPolicy,
  type Diagnostic,
  formatDiagnostic,
  type Policy,
  type PolicyOptions,
} from 'zerenzhi';
import { fileDiagnostic } from 'zerenzhi/authoring';
import { parseLine } from '../json-line.js';
import { regulationFrom } from '../regulation.js';
import type { SourceRecord } from '../table/records.js';
import { type BulkCounts, noCounts } from './counts.js';

/** What a whole run is assessed by, as plain data: it crosses to other threads. */
export interface BulkSetting extends Pick<AssessOptions, 'organization'> {
  readonly policy: PolicyOptions;
  /** The folder of its rule files, where it is not the shipped regulation. */
  readonly regulation?: string;
  readonly asOf: string;
}
export interface Batch {
  /** The position of the first record in its input, counted from 0. */
  readonly position: number;
  readonly records: readonly SourceRecord[];
}
export interface BatchResult {
  /** Lines of NDJSON, ready to be written. */
  readonly results: string;
  readonly rejects: string;
  readonly counts: BulkCounts;
}

/**
 * Assesses batches of records by one setting: every record comes out, in its result or among the rejects with all that
 * is wrong with it.
 */
export function batchAssessor({ policy, regulation, organization, asOf }: BulkSetting): (batch: Batch) => BatchResult {
  const applied = createPolicy({ ...policy, regulation: regulationFrom(regulation) }) as Policy;
  const options = { policy: applied, asOf, ...(organization !== undefined && { organization }) };
  // What is wrong with the setting is told before any record is read.
  assessIncidents([], options).next();
  return ({ position, records }) => {
    const lines = { results: [] as string[], rejects: [] as string[] };
    const counts = noCounts();
    const parsed = records.map(parse);
    const values = parsed.map((each) => ('value' in each ? each.value : undefined));
    let assessed = assessIncidents(values, options);
    const next = (i: number) => {
      try {
        return assessed.next().value ?? {};
      } catch (error) {
        // One record that cannot be assessed, for whatever reason, does not keep the others from it.
        assessed = assessIncidents(values.slice(i + 1), options);
        const expected = error instanceof Error ? error.message : String(error);
        return { faults: [fileDiagnostic('record/failed', '', { expected })] };
      }
    };
    records.forEach((record, i) => {
      const place = { position: position + i, ...(record.line !== undefined && { line: record.line }) };
      const { assessment, faults = [] }: Partial<Assessed> = next(i);
      const read = parsed[i];
      const wrong = read && 'faults' in read ? read.faults : assessment ? [] : faults;
      if (assessment && wrong.length === 0) {
        const { accountability, openPoints } = assessment;
        const { id } = assessment.incident;
        counts[accountability.status]++;
        lines.results.push(
          JSON.stringify({
            ...place,
            ...(id !== undefined && { incident: id }),
            ...accountability,
            openPoints: openPoints.map(named),
          }),
        );
        return;
      }
      counts.rejected++;
      lines.rejects.push(JSON.stringify({ ...place, faults: wrong.map(told), record: record.text }));
    });
    return { results: joined(lines.results), rejects: joined(lines.rejects), counts };
  };
}

const named = ({ kind, id }: { kind: string; id: string }): string => `${kind}:${id}`;
const told = (fault: Diagnostic) => ({
  code: fault.code,
  path: fault.path,
  zh: formatDiagnostic(fault, 'zh'),
  en: formatDiagnostic(fault, 'en'),
});
const joined = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');

const parse = ({ text, incident, faults }: SourceRecord) =>
  faults ? { faults } : incident ? { value: incident } : parseLine(text);
