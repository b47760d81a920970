import { Engine, type Event, type RuleProperties } from 'json-rules-engine';
import { type AssessOptions, judgeFor } from '../../assessment/assess-incident.js';
import type { Judged } from '../../case/judge.js';
import { refuse } from '../../diagnostics/diagnostics.js';
import { bindingOf } from '../../policy/create-policy.js';
import { attempt } from '../options.js';
import { flatFacts, type Providers, provided, providerFaults } from './facts.js';
import { type RulesOptions, rulesOf } from './rules.js';

export { type FactProvider, type FlatFacts, factsOf } from './facts.js';
export { type Bound, type RulesOptions, rulesOf } from './rules.js';

const engineOf = (rules: RuleProperties[]): Engine => new Engine(rules, { allowUndefinedFacts: true });

/**
 * A new engine with the rules of a policy: give `factsOf(incident)` to its `run`. Make one for each run, since an engine that several
 * runs share loses results.
 *
 * @throws ZerenzhiError with every fault of the options
 * @example
 * const { events } = await engineFor({ bound: 'possible' }).run(factsOf({ outage: { hours: 30 } }));
 */
export const engineFor = (options: RulesOptions): Engine => engineOf(rulesOf(options));

export interface RunOptions extends AssessOptions<object> {
  /** Asked, all at once, for the facts that the incident leaves unknown. */
  readonly providers?: Providers;
}

/** The events of both runs, in the order of the provisions. */
export interface RunResult {
  /** Rules that are met. */
  readonly certain: readonly Event[];
  /** Rules that are met or undetermined. */
  readonly possible: readonly Event[];
}

/**
 * Runs an incident through json-rules-engine, in a new engine for each bound: a rule among `certain` is met, one among `possible` only is
 * undetermined, any other is unmet.
 *
 * @throws ZerenzhiError with every fault of the options, the incident, or what a provider answered
 * @example
 * const { certain, possible } = await runOn({ outage: {} }, { providers: { 'outage.hours': async () => 30 } });
 */
export const runOn = async (incident: object, options: RunOptions = {}): Promise<RunResult> =>
  await runnerFor(options)(incident);

/**
 * The same for many incidents: what depends on the options only is worked out once.
 *
 * @throws ZerenzhiError with every fault of the options; the function it gives rejects with those of an incident or an answer
 * @example
 * const results = await Promise.all([{}, { outage: { hours: 30 } }].map(runnerFor({ asOf: '2024-06-30' })));
 */
export function runnerFor({ providers = {}, ...options }: RunOptions = {}): (incident: object) => Promise<RunResult> {
  const judging = attempt(() => judgeFor(options));
  const asking = attempt(() => providerFaults(providers, bindingOf(options.policy)));
  refuse([...judging.faults, ...(asking.value ?? [])]);
  const judged = judging.value as (incident: unknown) => Judged;
  const rules = (bound: RulesOptions['bound']) => rulesOf({ bound, ...(options.policy && { policy: options.policy }) });
  const [certain, possible] = [rules('certain'), rules('possible')];
  return async (incident) => {
    // Nobody is asked about an incident that is refused; what they answer is judged like the rest.
    const stated = judged(incident);
    const whole = await provided(incident, providers, stated);
    const facts = flatFacts(whole === incident ? stated : judged(whole));
    const events = async (of: RuleProperties[]): Promise<Event[]> => {
      const order = of.map(({ event }) => event.type);
      return (await engineOf(of).run(facts)).events.sort((a, b) => order.indexOf(a.type) - order.indexOf(b.type));
    };
    return { certain: await events(certain), possible: await events(possible) };
  };
}
