import type { IncidentFacts } from '../../rules/generated/regulation.js';
import { type Diagnostic, diagnostic, ZerenzhiError } from '../diagnostics/diagnostics.js';
import { type AssessOptions, assessorOf, type Incident, type IncidentAssessment } from './assess-incident.js';

/** What came of one record of a stream: its assessment, or its faults. Positions count from 0. */
export type Assessed =
  | { readonly position: number; readonly assessment: IncidentAssessment; readonly faults?: never }
  | { readonly position: number; readonly faults: readonly Diagnostic[]; readonly assessment?: never };

/**
 * Assesses a stream of incidents, one after the other and in order, each as `assessIncident` does: memory does not grow with the stream,
 * a bad record is told with its position and faults, and the rest goes on. Options are read once; without `asOf`, all are judged as of the start.
 *
 * @param incidents any iterable; an async one gives an async generator
 * @throws ZerenzhiError if they are no iterable, and at the first record if the options are at fault
 * @example
 * for (const { position, assessment, faults } of assessIncidents([{}, { id: 7 }])) console.log(position, assessment?.accountability.status ?? faults);
 */
export function assessIncidents<Facts extends object = IncidentFacts>(
  incidents: Iterable<Incident | unknown>,
  options?: AssessOptions<Facts>,
): Generator<Assessed, void, undefined>;
export function assessIncidents<Facts extends object = IncidentFacts>(
  incidents: AsyncIterable<Incident | unknown>,
  options?: AssessOptions<Facts>,
): AsyncGenerator<Assessed, void, undefined>;
export function assessIncidents(
  incidents: Iterable<unknown> | AsyncIterable<unknown>,
  options: AssessOptions<object> = {},
) {
  if (typeof incidents === 'object' && incidents !== null) {
    if (Symbol.asyncIterator in incidents) return arriving(incidents, options);
    if (Symbol.iterator in incidents) return listed(incidents, options);
  }
  throw new ZerenzhiError([
    diagnostic('input/invalid-type', 'incidents', { value: typeof incidents, expected: 'iterable' }),
  ]);
}

function* listed(incidents: Iterable<unknown>, options: AssessOptions<object>): Generator<Assessed, void, undefined> {
  const assess = attempting(options);
  let position = 0;
  for (const incident of incidents) yield assess(incident, position++);
}

async function* arriving(
  incidents: AsyncIterable<unknown>,
  options: AssessOptions<object>,
): AsyncGenerator<Assessed, void, undefined> {
  const assess = attempting(options);
  let position = 0;
  for await (const incident of incidents) yield assess(incident, position++);
}

function attempting(options: AssessOptions<object>): (incident: unknown, position: number) => Assessed {
  const assess = assessorOf(options);
  return (incident, position) => {
    try {
      return { position, assessment: assess(incident) };
    } catch (error) {
      if (error instanceof ZerenzhiError) return { position, faults: error.diagnostics };
      throw error;
    }
  };
}
