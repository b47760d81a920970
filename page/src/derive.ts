import {
  assessIncident,
  type ChainSubject,
  checkUnitObligations,
  createPolicy,
  type IncidentAssessment,
  type ObligationReport,
  type Organization,
  type Policy,
  type ResponsibilityChain,
  regulation,
  resolveResponsibilityChain,
  type UnitFile,
} from 'zerenzhi';
import { type Interview, type InterviewState, interview } from 'zerenzhi/inquiry';
import type { Rules, State } from './state.js';

// What follows from what a person entered. Nothing is kept but the last result: each is worked out by the library.

/** A function that remembers its last answer, for the arguments it was last called with. */
function remembering<Given extends readonly unknown[], Made>(
  make: (...given: Given) => Made,
): (...given: Given) => Made {
  let last: { readonly given: Given; readonly made: Made } | undefined;
  return (...given) => {
    if (!last || given.some((each, i) => each !== last?.given[i])) last = { given, made: make(...given) };
    return last.made;
  };
}

const madePolicy = remembering(
  (chosen: State['chosen'], overlays: State['overlays'], rules: Rules): Policy =>
    createPolicy({ ...chosen, overlays, ...(rules && { regulation: rules }) }) as Policy,
);
export const policyOf = ({ chosen, overlays }: State, rules: Rules): Policy => madePolicy(chosen, overlays, rules);

/** The time of judgement where none is chosen: now, to the minute. */
let moment = momentNow();

function momentNow(): string {
  const text = new Date().toISOString();
  return `${text.slice(0, text.lastIndexOf(':'))}:00Z`;
}

/** Lets time go on; whether it did. */
export function tick(): boolean {
  const before = moment;
  moment = momentNow();
  return moment !== before;
}

/** As of when everything is judged. */
export const asOfIn = ({ asOf }: State): string => asOf ?? moment;

export const regulationIn = (rules: Rules) => rules ?? regulation;

/** What every function is told beside what it is asked about. */
export function settingOf(state: State, rules: Rules) {
  const { organization } = state;
  return { policy: policyOf(state, rules), ...(organization && { organization }), asOf: asOfIn(state) };
}

const assessed = remembering(
  (incident: State['incident'], organization: State['organization'], asOf: string, policy: Policy) =>
    assessIncident(incident, { policy, ...(organization && { organization }), asOf }),
);
/**
 * The assessment of the incident.
 *
 * @throws ZerenzhiError with every fault of what was entered
 */
export const assessmentOf = (state: State, rules: Rules): IncidentAssessment =>
  assessed(state.incident, state.organization, asOfIn(state), policyOf(state, rules));

const about = (policy: Policy, organization: State['organization'], asOf: string, unit: State['unit']) =>
  interview(policy, {
    order: 'rules',
    ...(organization && { organization }),
    asOf,
    ...(unit && { unit }),
  });
const [asking, askingOfAll] = [remembering(about), remembering(about)];
export function interviewOf(state: State, rules: Rules): Interview {
  // A unit that the incident no longer names is not asked about.
  const unit = state.incident.units?.find(({ id }) => id === state.unit)?.id;
  return asking(policyOf(state, rules), state.organization, asOfIn(state), unit);
}

/** About all units together, whichever is asked about. */
export const interviewOfAll = (state: State, rules: Rules): Interview =>
  askingOfAll(policyOf(state, rules), state.organization, asOfIn(state), undefined);

const reached = remembering((about: Interview, incident: State['incident']) => about.start(incident));
/** Where the interview stands: takes longer than an assessment, since every answer is tried. */
export const positionOf = (state: State, rules: Rules): InterviewState =>
  reached(interviewOf(state, rules), state.incident);

const reports = remembering(
  (_organization: State['organization'], _asOf: string, _policy: Policy) => new WeakMap<UnitFile, ObligationReport>(),
);
/** A report on what is on file of a unit: where one changes, those of the others stay. */
export function reportOf(state: State, rules: Rules, unit: UnitFile): ObligationReport {
  const made = reports(state.organization, asOfIn(state), policyOf(state, rules));
  const report = made.get(unit) ?? checkUnitObligations(unit, settingOf(state, rules));
  made.set(unit, report);
  return report;
}
/** A report on each unit that is on file. */
export const reportsOf = (state: State, rules: Rules): readonly ObligationReport[] =>
  state.units.map((unit) => reportOf(state, rules, unit));

const chains = remembering(
  (_organization: Organization, _incident: State['incident'], _policy: Policy) =>
    new Map<string, ResponsibilityChain>(),
);
/** Who answers for a unit, a system or the incident on a day; on the day of judgement, where none is named. */
export function chainOf(
  state: State & { readonly organization: Organization },
  rules: Rules,
  subject: ChainSubject,
  on = asOfIn(state),
): ResponsibilityChain {
  const { organization, incident } = state;
  const policy = policyOf(state, rules);
  const made = chains(organization, incident, policy);
  const key = JSON.stringify(['incident' in subject ? 'incident' : subject, on]);
  const chain = made.get(key) ?? resolveResponsibilityChain(subject, { policy, organization, ...(on && { asOf: on }) });
  made.set(key, chain);
  return chain;
}
