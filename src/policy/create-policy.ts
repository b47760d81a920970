import * as z from 'zod/mini';
import type { ProfileId } from '../../rules/generated/regulation.js';
import { regulation as shipped } from '../../rules/generated/regulation.js';
import { VERSION } from '../../rules/generated/version.js';
import { copyFaults } from '../diagnostics/check-shape.js';
import { type Diagnostic, diagnostic, faultsOf, refuse } from '../diagnostics/diagnostics.js';
import { once } from '../diagnostics/once.js';
import { className, deepFreeze, isPlain, plainCopy } from '../diagnostics/plain-data.js';
import type { Overlay } from '../model/overlay.js';
import { basics, type FORMAT } from '../regulation/basic-schemas.js';
import { digestOfChecked } from '../regulation/checked.js';
import { dateFault } from '../regulation/date-fault.js';
import { isLocalDate } from '../regulation/dates.js';
import { impliedTermFaults } from '../regulation/implied-terms.js';
import { beginningOf, makingFaults } from '../regulation/made.js';
import type { Made, Regulation, TermValue } from '../regulation/schema.js';
import { checkDated, checkTermValues } from '../regulation/term-value.js';
import { termValueSchema } from '../regulation/term-value-schema.js';
import { type DatedReading, type Epoch, epochsOf } from './epochs.js';
import { type GovernedRule, governedRules } from './governed.js';
import { type LawFinder, lawFinder } from './law.js';
import type { AnyNames, Names, ShippedNames } from './names.js';
import { overlayFaults } from './overlays/overlay-faults.js';
import { type OwnLaw, ownLawOf } from './overlays/own-law.js';
import { indexOfRegulation, type RegulationIndex } from './regulation-index.js';

type Name<Known extends string> = Known | (string & {});

/**
 * A ruling of the body that interprets the regulation: one reading, for a time. Without its maker (`by`) it is an
 * assumption.
 */
export interface Ruling<Reading extends string = string> extends Made {
  readonly reading: Reading;
}

export interface PolicyOptions<N extends Names = ShippedNames> {
  readonly format?: typeof FORMAT | undefined;
  /** A profile of the regulation; `bare-text` by default. */
  readonly profile?: Name<ProfileId> | undefined;
  /** Values for terms. What stands here replaces the profile's values of the same term. */
  readonly terms?: { readonly [term in N['term']]?: TermValue | readonly TermValue[] } | undefined;
  /** A reading for a question, for all time or dated. */
  readonly rulings?: { readonly [question in keyof N['readings']]?: Ruled<N['readings'][question]> } | undefined;
  /**
   * Rules that units have made for themselves (Art. 13), stricter and never looser: `checkUnitObligations` tells what
   * comes of them apart, and nothing else knows of them.
   */
  readonly overlays?: readonly Overlay<N['provision'], N['term'], N['role']>[] | undefined;
  /** The day the document was issued, `YYYY-MM-DD`, where the text gives only its year. */
  readonly issueDate?: string | undefined;
  /** Whether alleged facts count as absent while nobody alleges them; true by default. */
  readonly presume?: boolean | undefined;
}

/** The regulation that a policy settles; the shipped one by default. */
export interface RegulationOption<Given extends Regulation | undefined = Regulation | undefined> {
  /** Another regulation of the same shape, as `zerenzhi/authoring` loaded or checked it. */
  readonly regulation?: Given;
}

type Ruled<Reading> = Reading | readonly Ruling<Extract<Reading, string>>[];

declare const names: unique symbol;

/**
 * The law to be applied: a regulation, with the values and rulings that settle what it leaves open. Made by
 * `createPolicy`; plain data that cannot be changed.
 */
export interface Policy<N extends Names = ShippedNames> {
  readonly regulation: string;
  /** Of the rules: results of rules with another digest are not explained by these. */
  readonly digest: string;
  readonly profile?: string;
  readonly terms: { readonly [term: string]: readonly TermValue[] };
  readonly rulings: { readonly [question: string]: readonly Ruling[] };
  readonly issueDate?: string;
  readonly presume: boolean;
  readonly [names]?: N;
}

/** What the functions need of a policy. */
export interface Ruleset extends RegulationIndex {
  readonly policy: Policy<Names>;
  readonly epochs: readonly Epoch[];
  readonly law: LawFinder;
  readonly governed: GovernedRule;
  /** The same with what a unit has ruled for itself; nothing where it has not. */
  readonly own: (unit: string) => RulesOfUnit | undefined;
}

/** The rules of a unit that has made some of its own. */
export interface RulesOfUnit {
  readonly rules: Ruleset;
  readonly law: OwnLaw;
  readonly overlays: readonly Overlay[];
}

// A key that every copy of the library knows, so that a policy made by the other module format is one here too.
const BINDING = Symbol.for('zerenzhi.policy');
interface Binding {
  readonly version: string;
  readonly rules: Ruleset;
}

const DEFAULT_PROFILE = 'bare-text';

/**
 * Settles what the text leaves open: a profile or values for its vague terms, rulings on its points of reading, the day
 * of issue.
 * Without options the policy is the bare text. The options are copied: what is done to them afterwards changes nothing.
 *
 * @throws ZerenzhiError with every unknown name, impossible date, overlap or unfit value
 * @example
 * const policy = createPolicy({ terms: { 'prolonged-outage': { hours: 24 } } });
 * @example
 * const own = createPolicy({
 *   overlays: [
 *     {
 *       unit: 'college-a',
 *       document: { title: 'Rules of college A' },
 *       made: '2024-01-10',
 *       terms: { 'first-moment-report': { quote: 'within an hour', hours: 1 } },
 *     },
 *   ],
 * });
 */
export function createPolicy<Given extends Regulation | undefined = undefined>(
  options?: PolicyOptions<NamesOf<Given>> & RegulationOption<Given>,
): Policy<NamesOf<Given>> {
  return makePolicy(options) as Policy<NamesOf<Given>>;
}

/** Another regulation is known only when the program runs. */
type NamesOf<Given> = [Given] extends [undefined] ? ShippedNames : AnyNames;

function makePolicy(options: unknown): Policy<Names> {
  const { regulation, given, faults } = readGiven(options);
  const digest = digestOfChecked(regulation);
  if (digest === undefined) faults.push(diagnostic('policy/unchecked-regulation', 'regulation'));
  refuse(faultsOf('policy', digest === undefined ? faults : [...faults, ...settledFaults(regulation, given, faults)]));
  const profile = profileOf(regulation, given);
  const policy: Policy<Names> = {
    regulation: regulation.id,
    digest: digest as string,
    ...(profile !== undefined && { profile }),
    terms: termsOf(regulation, given),
    rulings: given.rulings,
    ...(given.issueDate !== undefined && { issueDate: given.issueDate }),
    presume: given.presume ?? true,
  };
  Object.defineProperty(policy, BINDING, {
    value: { version: VERSION, rules: withOverlays(policy, regulation, given) },
  });
  return deepFreeze(policy);
}

const profileOf = ({ profiles }: Regulation, { profile }: Given): string | undefined =>
  profile ?? (Object.hasOwn(profiles, DEFAULT_PROFILE) ? DEFAULT_PROFILE : undefined);

/** The values of the profile, and in their place those given of the same terms. */
function termsOf(regulation: Regulation, given: Given): Policy['terms'] {
  const profile: unknown = profileOf(regulation, given);
  // What is no name is told as such elsewhere.
  const { terms } = (typeof profile === 'string' && regulation.profiles[profile]) || {};
  return { ...terms, ...given.terms };
}

let standard: Policy | undefined;

/** The bare text, made once. */
export function standardPolicy(): Policy {
  standard ??= createPolicy();
  return standard;
}

/** Whether something is a policy as it was made, and not only its data. */
export const isPolicy = (value: object): boolean => Object.hasOwn(value, BINDING);

/** What stands behind a policy, the bare text's without one; what is wrong with what is none. */
export function readPolicy(policy: unknown): Ruleset | Diagnostic {
  if (policy === undefined) return rulesetOf(standardPolicy());
  let binding: Binding | undefined;
  try {
    // Its own, and not one inherited: what else the heir says would not be what is judged by.
    if (Object.hasOwn(Object(policy), BINDING)) binding = (policy as { readonly [BINDING]?: Binding })[BINDING];
  } catch {
    // A proxy that throws is no policy.
  }
  if (!binding) return diagnostic('policy/not-a-policy', 'policy', { value: policy });
  if (binding.version === VERSION) return binding.rules;
  return diagnostic('policy/another-version', 'policy', { value: binding.version, expected: VERSION });
}

/** What stands behind a policy that is one. */
export function rulesetOf(policy: Policy<Names>): Ruleset {
  const found = readPolicy(policy);
  if ('code' in found) refuse(faultsOf('options', [found]));
  return found as Ruleset;
}

function withOverlays(policy: Policy<Names>, regulation: Regulation, { overlays = [] }: Given): Ruleset {
  const made = new Map<string, RulesOfUnit>();
  for (const unit of new Set(overlays.map((overlay) => overlay.unit))) {
    const its = deepFreeze(overlays.filter((overlay) => overlay.unit === unit));
    const law = once(() => ownLawOf(regulation, its, policy));
    const rules = once(() => rulesetFor(policy, law().regulation, law().terms));
    made.set(unit, {
      overlays: its,
      get law() {
        return law();
      },
      get rules() {
        return rules();
      },
    });
  }
  return { ...rulesetFor(policy, regulation), own: (unit) => made.get(unit) };
}

/** @param own values that go before the policy's on their days */
function rulesetFor(policy: Policy<Names>, regulation: Regulation, own: Policy['terms'] = {}): Ruleset {
  const ready = indexOfRegulation(regulation);
  const { issueDate } = policy;
  const rulings = policy.rulings as { [question: string]: readonly DatedReading[] };
  const general = begun(policy.terms);
  const ahead = Object.entries(own).map(([term, values]) => [term, [...values, ...(general[term] ?? [])]]);
  const terms = { ...general, ...Object.fromEntries(ahead) };
  const epochs = epochsOf({ regulation, terms, rulings: begun(rulings), issueDate });
  const governed = governedRules(ready.located);
  return { ...ready, policy, epochs, law: lawFinder(epochs), governed, own: () => undefined };
}

/** Things made on a day, each from the day on which it begins to hold. */
const begun = <Of extends Made>(named: { readonly [name: string]: readonly Of[] }) =>
  Object.fromEntries(
    Object.entries(named).map(([name, list]) => [name, list.map((one): Of => ({ ...one, from: beginningOf(one) }))]),
  );

/** The options as they were given, terms and rulings as lists. */
interface Given {
  readonly profile?: string;
  readonly terms: { readonly [term: string]: readonly TermValue[] };
  readonly rulings: { readonly [question: string]: readonly Ruling[] };
  readonly overlays?: readonly Overlay[];
  readonly issueDate?: string;
  readonly presume?: boolean;
}

/** A copy of the options, and the regulation they name, which is data already and is not copied. */
function readGiven(options: unknown): {
  readonly regulation: Regulation;
  readonly given: Given;
  readonly faults: Diagnostic[];
} {
  if (options === undefined) return { regulation: shipped, given: { terms: {}, rulings: {} }, faults: [] };
  const { regulation, rest, fault } = withoutRegulation(options);
  const { copy, faults } = plainCopy(rest);
  const { terms, rulings, ...others } = (copy ?? {}) as Record<string, unknown>;
  const given = {
    ...others,
    terms: inLists(terms, (value) => value),
    rulings: inLists(rulings, (reading) => (typeof reading === 'string' ? { reading } : reading)),
  };
  const wrong = copyFaults(optionsSchema(), { copy: given, faults });
  return { regulation: regulation ?? shipped, given: given as Given, faults: [...fault, ...wrong] };
}

function withoutRegulation(options: unknown): {
  readonly regulation?: Regulation;
  readonly rest: object;
  readonly fault: readonly Diagnostic[];
} {
  const wrong = (value: unknown) => ({
    rest: {},
    fault: [diagnostic('input/invalid-type', '', { value, expected: 'object' })],
  });
  try {
    if (typeof options !== 'object' || options === null || Array.isArray(options)) return wrong(options);
    if (!isPlain(options))
      return { rest: {}, fault: [diagnostic('input/not-plain-data', '', { value: className(options) })] };
    const { regulation: given, ...rest } = options as { readonly regulation?: unknown };
    if (given === undefined) return { rest, fault: [] };
    // What is no object is no checked regulation either: told as such.
    return { regulation: (typeof given === 'object' && given !== null ? given : {}) as Regulation, rest, fault: [] };
  } catch {
    return { rest: {}, fault: [diagnostic('input/not-plain-data', '', { value: 'proxy' })] };
  }
}

/** Names that are not there, values that do not fit, dates that cannot be: of what can be read. */
function settledFaults(regulation: Regulation, given: Given, told: readonly Diagnostic[]): Diagnostic[] {
  const { profile, terms, rulings, issueDate } = given;
  const among = Object.keys(regulation.profiles);
  const unknown = typeof profile === 'string' && !among.includes(profile);
  return [
    ...(unknown ? [diagnostic('policy/unknown-profile', 'profile', { value: profile, among })] : []),
    ...checkTermValues(regulation, terms, 'terms'),
    ...impliedTermFaults(regulation, termsOf(regulation, given), 'terms'),
    ...rulingFaults(regulation, rulings),
    ...overlayFaults(regulation, given, termsOf(regulation, given), told),
    ...(typeof issueDate === 'string' ? issueFaults(regulation, issueDate) : []),
  ];
}

/** By any names; whether they are known is looked at beside. */
const named = <Of extends z.ZodMiniType>(of: Of) => z.catchall(z.object({}), of);
const optionsSchema = once(() =>
  z.strictObject({
    format: z.optional(basics().format),
    profile: z.optional(z.string()),
    terms: named(z.array(termValueSchema())),
    rulings: named(
      z.array(
        z.strictObject({
          reading: z.string(),
          ...basics().making,
          from: z.optional(z.string()),
          until: z.optional(z.string()),
          source: z.optional(basics().source),
        }),
      ),
    ),
    // Its shape is looked at part by part: what is wrong with one overlay hides nothing of another.
    overlays: z.optional(z.unknown()),
    issueDate: z.optional(z.string()),
    presume: z.optional(z.boolean()),
  }),
);

/** One value, or a dated list of them: a list either way. What is no mapping stays, to be told as such. */
function inLists(given: unknown, read: (value: unknown) => unknown): unknown {
  if (given === undefined) return {};
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return given;
  return Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, (Array.isArray(value) ? value : [value]).map(read)]],
    ),
  );
}

function rulingFaults(regulation: Regulation, rulings: unknown): Diagnostic[] {
  if (typeof rulings !== 'object' || rulings === null) return [];
  return Object.entries(rulings as Policy['rulings']).flatMap(([name, list]) => {
    const question = Object.hasOwn(regulation.questions, name) ? regulation.questions[name] : undefined;
    if (!question) {
      const among = Object.keys(regulation.questions);
      return [diagnostic('policy/unknown-question', `rulings.${name}`, { value: name, among })];
    }
    const among = Object.keys(question.readings);
    const unknown = list.flatMap((ruling, i) => {
      const reading: unknown = ruling?.reading;
      if (typeof reading !== 'string' || among.includes(reading)) return [];
      return [diagnostic('policy/unknown-reading', `rulings.${name}[${i}].reading`, { value: reading, among })];
    });
    const making = list.flatMap((ruling, i) => makingFaults(regulation, ruling, `rulings.${name}[${i}]`));
    return [...unknown, ...making, ...checkDated(list, `rulings.${name}`)];
  });
}

function issueFaults({ issued }: Regulation, date: string): Diagnostic[] {
  if (!isLocalDate(date)) return [dateFault('issueDate', date)];
  return date.startsWith(issued)
    ? []
    : [diagnostic('policy/issue-date-year', 'issueDate', { value: date, expected: issued })];
}
