import { Engine, type Event, type RuleProperties } from 'json-rules-engine';
import type { AssessOptions } from '../../assessment/assess-incident.js';
import { readCases } from '../../case/incident-case.js';
import { readOptions } from '../../case/options.js';
import { refuse } from '../../diagnostics/diagnostics.js';
import type { Names } from '../../policy/names.js';
import { flatFacts, type Providers, provided, readProviders } from './facts.js';
import { type RulesOptions, rulesOf } from './rules.js';

export { type FactProvider, type FlatFacts, factsOf } from './facts.js';
export { type Bound, type RulesOptions, rulesOf } from './rules.js';

const engineOf = (rules: RuleProperties[]): Engine => new Engine(rules, { allowUndefinedFacts: true });

/**
 * A new engine with the rules of a policy: give `factsOf(incident)` to its `run`. Make one for each run, since an
 * engine that several runs share loses results.
 *
 * @throws ZerenzhiError with every fault of the options
 * @example
 * const [facts] = factsOf({ outage: { hours: 30 } });
 * const { events } = await engineFor({ bound: 'possible' }).run(facts);
 */
export const engineFor = (options: RulesOptions): Engine => engineOf(rulesOf(options));

export interface RunOptions extends AssessOptions<Names> {
  /** Asked, all at once, for the facts that the incident leaves unknown. */
  readonly providers?: Providers | undefined;
}

/** The events of both runs, in the order of the provisions. */
export interface RunResult {
  /** Rules that are met. */
  readonly certain: readonly Event[];
  /** Rules that are met or undetermined. */
  readonly possible: readonly Event[];
}

/**
 * Runs an incident through json-rules-engine, in a new engine for each bound: a rule among `certain` is met, one among
 * `possible` only is undetermined, any other is unmet.
 *
 * @throws ZerenzhiError with every fault of the options, the incident, or what a provider answered
 * @example
 * const { certain, possible } = await runOn({ outage: {} }, { providers: { 'outage.hours': async () => 30 } });
 */
export const runOn = async (incident: unknown, options?: RunOptions): Promise<RunResult> =>
  await runnerFor(options)(incident);

/**
 * The same for many incidents: what depends on the options only is worked out once.
 *
 * @throws ZerenzhiError with every fault of the options; the function it gives rejects with those of an incident or an
 * answer
 * @example
 * const results = await Promise.all([{}, { outage: { hours: 30 } }].map(runnerFor({ asOf: '2024-06-30' })));
 */
export function runnerFor(options?: RunOptions): (incident: unknown) => Promise<RunResult> {
  const { setting, own, faults } = readOptions(options, ['providers']);
  const asked = readProviders(own.providers, setting.rules);
  refuse([...faults, ...asked.faults]);
  const { policy } = setting.rules;
  const [certain, possible] = [rulesOf({ bound: 'certain', policy }), rulesOf({ bound: 'possible', policy })];
  return async (incident) => {
    // Nobody is asked about an incident that is refused; what they answer is judged like the rest.
    const stated = readCases(setting, incident);
    const whole = await provided(incident, asked.providers, stated);
    const facts = (whole === incident ? stated : readCases(setting, whole)).map(flatFacts);
    // What fires for any unit fires for the incident.
    const events = async (of: RuleProperties[]): Promise<Event[]> => {
      const fired = new Map<string, Event>();
      for (const each of facts) for (const event of (await engineOf(of).run(each)).events) fired.set(event.type, event);
      return of.flatMap(({ event }) => fired.get(event.type) ?? []);
    };
    return { certain: await events(certain), possible: await events(possible) };
  };
}
