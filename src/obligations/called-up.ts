import type { Response } from '../assessment/assessment.js';
import { type IncidentCase, statedOf } from '../case/incident-case.js';
import { impliedValue } from '../model/fact-values.js';
import { localInstant } from '../regulation/dates.js';
import { type Call, callOf } from '../regulation/rhythm.js';
import type { Duty } from '../regulation/schema.js';
import { failing, type Ground, ofFact } from './grounds.js';

/** What it rests on that a duty which an incident calls up was not done as required, or is overdue. */
export function groundsOfCall(incidentCase: IncidentCase, duty: Duty, status: Response['status']): Ground[] {
  if (status !== 'late' && status !== 'breached' && status !== 'overdue') return [];
  const { rules, law, input, spans, incident } = incidentCase;
  const { regulation, plan } = rules;
  const call = callOf(duty) as Call;
  const fact = plan.facts[plan.index(call.status)];
  const state = statedOf(incidentCase, call.status) ?? (fact && impliedValue(fact, incident));
  const at = plan.index(call.at);
  const [from, until] = [spans.from[at], spans.until[at]];
  const done =
    spans.times[at] !== undefined && from !== undefined && from === until
      ? ofFact(call.at, localInstant(from), regulation)
      : ofFact(call.status, typeof state === 'string' ? state : undefined, regulation);
  const standard = law.standard(duty.id).reason(input);
  // Where it is known that nothing was done, how it was done is no ground.
  const how = state === call.none || status === 'overdue' ? [] : failing(standard, regulation);
  return [done, ...how.filter((each) => each.kind !== 'fact' || each.fact !== call.at)];
}
