import { lawsOf, ruleIn, truthIn } from '../case/governing-law.js';
import { type IncidentCase, type IncidentCases, statedOf } from '../case/incident-case.js';
import type { Waiting } from '../case/open-points.js';
import { groundsOf, presumedIn } from '../case/presumptions.js';
import { oncePer } from '../diagnostics/once.js';
import { type OpenInput, openInputs } from '../logic/open-points.js';
import { type Reason, truthOf } from '../logic/reason.js';
import { anyOf, MET, nameOf, OPEN, type Value } from '../logic/truth.js';
import type { Law } from '../policy/law.js';
import type { Names } from '../policy/names.js';
import type { LocatedAccountability } from '../policy/standing.js';
import { callOf, isOfBody } from '../regulation/rhythm.js';
import type { Duty } from '../regulation/schema.js';
import type { Finding, IncidentAssessment, Response, UnitFinding } from './assessment.js';
import { consequenceId, consequencesOf } from './consequences.js';
import { respond, responseReason } from './responses.js';
import { unreachedIn } from './unreached.js';

/** What is worked out together, since it rests on the same reasons. */
export interface Details extends Pick<IncidentAssessment<Names>, 'findings' | 'responses' | 'presumptions'> {
  readonly waiting: readonly Waiting[];
}

export function detailsOf(cases: IncidentCases): Details {
  const [first] = cases;
  const waiting: Waiting[] = [];
  const foundIn = findingsIn(cases);
  const findings = first.law.accountabilities.map((entry) => {
    const { finding, on } = foundIn(entry);
    waiting.push({ provision: finding.provision, on });
    return finding;
  });
  const { responses, waiting: due, presumed: byDuties } = responsesIn(cases);
  const presumed = new Set([...findings.flatMap((each) => each.presumed), ...byDuties]);
  return {
    findings,
    responses,
    presumptions: groundsOf(first.rules.regulation, presumed, (fact) => statedOf(first, fact)),
    waiting: [...waiting, ...due],
  };
}

interface Found {
  readonly finding: Finding<Names>;
  readonly on: readonly OpenInput[];
}

interface Responded extends Pick<Details, 'responses' | 'waiting'> {
  /** What they presume: noted at once, since whoever has read the responses may have written to them. */
  readonly presumed: readonly string[];
}

/** The duties that the incident calls up, as they stand, with what they wait for. */
export const responsesIn = oncePer((cases: IncidentCases): Responded => {
  const [first] = cases;
  const waiting: Waiting[] = [];
  const unreached = unreachedIn(first.rules);
  const responses = dutiesOf(first).flatMap((duty) =>
    owing(cases, duty).map((incidentCase): Response<Names> => {
      const reason = responseReason(incidentCase, duty);
      const { response: own, on } = respond(incidentCase, duty, reason);
      const response = { ...own, ...unreached([first.law], reason) };
      waiting.push({ provision: duty.id, on });
      const { unit } = incidentCase.incident;
      const isOfUnit = cases.length > 1 && unit !== undefined && !isOfBody(first.rules.regulation, duty);
      return isOfUnit ? { ...response, unit } : response;
    }),
  );
  return { responses, waiting, presumed: responses.flatMap((each) => each.presumed) };
});

/** Each finding by itself, worked out when it is first asked for: who looks at one need not wait for all. */
export const findingsIn = oncePer((cases: IncidentCases): ((entry: LocatedAccountability) => Found) => {
  const [first] = cases;
  const unreached = unreachedIn(first.rules);
  const found = new Map<LocatedAccountability, Found>();
  return (entry) => {
    const known = found.get(entry);
    if (known) return known;
    const laws = lawsOf(first, entry.provision);
    const { finding, on, telling } = findingIn(cases, entry, laws);
    const made = { finding: { ...finding, ...unreached(laws, telling) }, on };
    found.set(entry, made);
    return made;
  };
});

/** The duties that an incident calls up. */
export const dutiesOf = ({ law }: Pick<IncidentCase, 'law'>): Duty[] =>
  law.located.flatMap(({ provision }) => (provision.kind === 'duty' && callOf(provision) ? [provision] : []));

/**
 * One case of each unit that may owe a duty; somebody not named owes what a unit that may have had a part would owe. A
 * body owes its own once: where any unit calls it up.
 */
function owing(cases: IncidentCases, duty: Duty): readonly IncidentCase[] {
  if (isOfBody(cases[0].rules.regulation, duty)) {
    const calling = (truth: Value) => cases.find((each) => truthIn(each, duty.id) === truth);
    return [calling(MET) ?? calling(OPEN) ?? cases[0]];
  }
  const units = new Map<string | undefined, IncidentCase>();
  for (const each of cases) if (!units.has(each.incident.unit)) units.set(each.incident.unit, each);
  if (units.size > 1) units.delete(undefined);
  return [...units.values()];
}

interface Judged {
  readonly unit: string | undefined;
  readonly reason: Reason;
}

/** A finding is that of any unit: what it waits for and presumes is what decides it there. */
function findingIn(
  cases: IncidentCases,
  entry: LocatedAccountability,
  laws: readonly Law[],
): { readonly finding: Finding<Names>; readonly on: readonly OpenInput[]; readonly telling: Reason } {
  const [first] = cases;
  const { id, label } = entry.provision;
  const judged = cases.map((each) => ({ unit: each.incident.unit, reason: ruleIn(each, id).reason(each.input) }));
  const whole = outcome(judged);
  const consequence = consequenceId(entry);
  // Whom it reaches is open too, unless nothing reaches anybody.
  const reach: readonly OpenInput[] =
    whole.status === 'unmet'
      ? []
      : (consequencesOf(first)[consequence]?.trace.questions ?? []).map((question) => ({
          kind: 'ruling',
          id: question,
        }));
  const units = [...new Set(judged.map(({ unit }) => unit))];
  const byUnit = () =>
    units.map((unit): UnitFinding<Names> => {
      const { status, on, presumed } = outcome(judged.filter((each) => each.unit === unit));
      return { ...(unit !== undefined && { unit }), status, open: on.map((each) => each.id), presumed };
    });
  return {
    finding: {
      provision: id,
      label,
      status: whole.status,
      consequence,
      ...editionsOf(laws, id),
      open: whole.on.map((each) => each.id),
      presumed: whole.presumed,
      ...(units.length > 1 && { byUnit: byUnit() }),
    },
    on: [...whole.on, ...reach],
    telling: whole.telling,
  };
}

/** The versions of a provision's article that may apply, by the law of each time that may govern it. */
function editionsOf(laws: readonly Law[], id: string): Pick<Finding<Names>, 'editions'> {
  const told = laws.flatMap((law) => {
    const { editions } = law.editionsOf(id);
    return editions ? [editions] : [];
  });
  return told.length > 0 ? { editions: [...new Set(told.flat())] } : {};
}

/** What several cases come to together. */
function outcome(judged: readonly Judged[]) {
  const status = nameOf(anyOf(judged.map(({ reason }) => truthOf(reason))));
  const telling = judged.flatMap(({ reason }) => (reason.truth === status ? [reason] : []));
  const on = new Map(
    telling.flatMap((reason) => openInputs(reason).map((input) => [`${input.kind} ${input.id}`, input])),
  );
  return {
    status,
    telling: telling[0] as Reason,
    on: [...on.values()],
    presumed: [...new Set(telling.flatMap((reason) => [...presumedIn(reason)]))],
  };
}
