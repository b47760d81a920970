import { Engine, type Event } from 'json-rules-engine';
import type { AssessOptions } from '../../assess-incident.js';
import { type FactProvider, factsOf, provided } from './facts.js';
import { type RulesOptions, rulesOf } from './rules.js';

export { type FactProvider, type FlatFacts, factsOf } from './facts.js';
export { type Bound, type RulesOptions, rulesOf } from './rules.js';

/**
 * A new engine with the rules of a policy: give `factsOf(incident)` to its `run`. Make one for each run, since an engine that several
 * runs share loses results.
 *
 * @example
 * const { events } = await engineFor({ bound: 'possible' }).run(factsOf({ outage: { hours: 30 } }));
 */
export const engineFor = (options: RulesOptions): Engine => new Engine(rulesOf(options), { allowUndefinedFacts: true });

export interface RunOptions extends AssessOptions<object> {
  /** Asked, all at once, for the facts that the incident leaves unknown. */
  readonly providers?: { readonly [fact: string]: FactProvider };
}

/** The events of both runs, in the order of the provisions. */
export interface RunResult {
  /** Provisions that are met. */
  readonly certain: readonly Event[];
  /** Provisions that are met or undetermined. */
  readonly possible: readonly Event[];
}

/**
 * Runs an incident through json-rules-engine, in a new engine for each bound: a provision among `certain` is met, one among `possible`
 * only is undetermined, any other is unmet.
 *
 * @throws ZerenzhiError with every fault of the incident, the options, or what a provider answered
 * @example
 * const { certain, possible } = await runOn({ outage: {} }, { providers: { 'outage.hours': async () => 30 } });
 */
export async function runOn(incident: object, { providers = {}, ...options }: RunOptions = {}): Promise<RunResult> {
  const facts = factsOf(await provided(incident, providers, options), options);
  const events = async (bound: RulesOptions['bound']): Promise<Event[]> => {
    const rules = rulesOf({ bound, ...(options.policy && { policy: options.policy }) });
    const fired = await new Engine(rules, { allowUndefinedFacts: true }).run(facts);
    const order = rules.map(({ event }) => event.type);
    return fired.events.sort((a, b) => order.indexOf(a.type) - order.indexOf(b.type));
  };
  const [certain, possible] = await Promise.all([events('certain'), events('possible')]);
  return { certain, possible };
}
