import { readCases } from '../case/incident-case.js';
import { readOptions } from '../case/options.js';
import { type Diagnostic, diagnostic, faultsOf, refuse, ZerenzhiError } from '../diagnostics/diagnostics.js';
import { asRefusal } from '../diagnostics/reading.js';
import type { Names, ShippedNames } from '../policy/names.js';
import { type AssessOptions, assess } from './assess-incident.js';
import type { IncidentAssessment } from './assessment.js';

/** What came of one record of a stream: its assessment, or its faults. Positions count from 0. */
export type Assessed<N extends Names = ShippedNames> =
  | { readonly position: number; readonly assessment: IncidentAssessment<N>; readonly faults?: never }
  | { readonly position: number; readonly faults: readonly Diagnostic[]; readonly assessment?: never };

/**
 * Assesses a stream of incidents, one after the other and in order, each as `assessIncident` does: memory does not grow
 * with the stream, a bad record is told with its position and faults, and the rest goes on. Options are read once;
 * without `asOf`, all are judged as of the start.
 *
 * @param incidents any iterable; an async one gives an async generator
 * @throws ZerenzhiError if they are no iterable or the options are at fault; where they cannot be read on, with what
 * they threw as its cause
 * @example
 * for (const { position, assessment, faults } of assessIncidents([{}, { id: 7 }])) console.log(position, assessment?.accountability.status ?? faults);
 */
export function assessIncidents<N extends Names = ShippedNames>(
  incidents: Iterable<unknown>,
  options?: AssessOptions<N>,
): Generator<Assessed<N>, void, undefined>;
export function assessIncidents<N extends Names = ShippedNames>(
  incidents: AsyncIterable<unknown>,
  options?: AssessOptions<N>,
): AsyncGenerator<Assessed<N>, void, undefined>;
export function assessIncidents(incidents: unknown, options?: unknown) {
  const { setting, faults } = readOptions(options);
  const kind = iterableKind(incidents);
  const expected = 'iterable';
  const none = kind ? [] : [diagnostic('input/invalid-type', 'incidents', { value: typeof incidents, expected })];
  refuse([...faults, ...faultsOf('options', none)]);
  const assessed = (incident: unknown, position: number): Assessed<Names> => {
    try {
      return { position, assessment: assess(readCases(setting, incident)) };
    } catch (error) {
      if (error instanceof ZerenzhiError) return { position, faults: error.diagnostics };
      throw error;
    }
  };
  return kind === 'async'
    ? arriving(incidents as AsyncIterable<unknown>, assessed)
    : listed(incidents as Iterable<unknown>, assessed);
}

function iterableKind(value: unknown): 'async' | 'sync' | undefined {
  try {
    if (typeof value !== 'object' || value === null) return undefined;
    const { [Symbol.asyncIterator]: arriving, [Symbol.iterator]: listed } = value as Partial<
      AsyncIterable<unknown> & Iterable<unknown>
    >;
    return typeof arriving === 'function' ? 'async' : typeof listed === 'function' ? 'sync' : undefined;
  } catch {
    return undefined;
  }
}

type Assess = (incident: unknown, position: number) => Assessed<Names>;

function* listed(incidents: Iterable<unknown>, assessed: Assess): Generator<Assessed<Names>, void, undefined> {
  let position = 0;
  try {
    for (const incident of incidents) yield assessed(incident, position++);
  } catch (error) {
    throw asRefusal(error, 'options');
  }
}

async function* arriving(
  incidents: AsyncIterable<unknown>,
  assessed: Assess,
): AsyncGenerator<Assessed<Names>, void, undefined> {
  let position = 0;
  try {
    for await (const incident of incidents) yield assessed(incident, position++);
  } catch (error) {
    throw asRefusal(error, 'options');
  }
}
