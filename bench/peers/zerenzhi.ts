// As it is shipped.
import { assessIncident, createPolicy, type IncidentAssessment, reasonOf } from '../../dist/index.js';
import type { Verdict } from '../../src/logic/rule.js';
import { MET } from '../../src/logic/truth.js';
import { ASOF, bits, type Peer, PROVISIONS, ruleFor } from '../conditions.js';

/** The verdicts alone, on cases that are read already. */
export const verdictsPeer = (): Peer<number> => {
  const verdicts = PROVISIONS.map((id) => ruleFor(id).truth);
  return {
    name: 'zerenzhi, verdicts',
    run: ({ input }) => {
      let met = 0;
      for (let i = 0; i < verdicts.length; i++) if ((verdicts[i] as Verdict)(input) === MET) met |= 1 << i;
      return met;
    },
    met: bits,
  };
};

const whole = (name: string, look: (assessment: IncidentAssessment) => unknown): Peer<IncidentAssessment> => {
  const policy = createPolicy();
  return {
    name,
    run: ({ incident }) => {
      const assessment = assessIncident(incident, { policy, asOf: ASOF });
      look(assessment);
      return assessment;
    },
    met: ({ accountability }) => accountability.by.filter((id) => PROVISIONS.includes(id)),
  };
};

export const assessPeer = () =>
  whole('zerenzhi, assessIncident with validation, outcome read', ({ accountability }) => accountability.status);
export const reasonsPeer = () =>
  whole('zerenzhi, the same, every reason read', (assessment) => {
    for (const { provision, status } of assessment.findings)
      if (reasonOf(assessment, provision).truth !== status) throw new Error('a reason of another finding');
  });
/**
 * All that an assessment holds, as JSON: findings, duties, the chain, citations and what is open, with its words in two
 * languages.
 */
export const everythingPeer = () =>
  whole('zerenzhi, the same, everything as JSON', (assessment) => {
    if (JSON.stringify(assessment).length < 1_000) throw new Error('an assessment of nothing');
  });
