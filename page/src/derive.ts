import {
  assessIncident,
  checkUnitObligations,
  createPolicy,
  type IncidentAssessment,
  type Policy,
  regulation,
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

export const regulationIn = (rules: Rules) => rules ?? regulation;

/** What every function is told beside what it is asked about. */
export function settingOf(state: State, rules: Rules) {
  const { organization, asOf } = state;
  return { policy: policyOf(state, rules), ...(organization && { organization }), ...(asOf && { asOf }) };
}

const assessed = remembering(
  (incident: State['incident'], organization: State['organization'], asOf: State['asOf'], policy: Policy) =>
    assessIncident(incident, { policy, ...(organization && { organization }), ...(asOf && { asOf }) }),
);
/**
 * The assessment of the incident.
 *
 * @throws ZerenzhiError with every fault of what was entered
 */
export const assessmentOf = (state: State, rules: Rules): IncidentAssessment =>
  assessed(state.incident, state.organization, state.asOf, policyOf(state, rules));

const asking = remembering(
  (policy: Policy, organization: State['organization'], asOf: State['asOf'], unit: State['unit']) =>
    interview(policy, {
      order: 'rules',
      ...(organization && { organization }),
      ...(asOf && { asOf }),
      ...(unit && { unit }),
    }),
);
export const interviewOf = (state: State, rules: Rules): Interview =>
  asking(policyOf(state, rules), state.organization, state.asOf, state.unit);

const reached = remembering((about: Interview, incident: State['incident']) => about.start(incident));
/** Where the interview stands: takes longer than an assessment, since every answer is tried. */
export const positionOf = (state: State, rules: Rules): InterviewState =>
  reached(interviewOf(state, rules), state.incident);

const reported = remembering(
  (units: State['units'], organization: State['organization'], asOf: State['asOf'], policy: Policy) =>
    units.map((unit) =>
      checkUnitObligations(unit, { policy, ...(organization && { organization }), ...(asOf && { asOf }) }),
    ),
);
/** A report on each unit that is on file. */
export const reportsOf = (state: State, rules: Rules) =>
  reported(state.units, state.organization, state.asOf, policyOf(state, rules));
