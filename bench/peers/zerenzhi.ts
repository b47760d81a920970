// As it is shipped: what runs the sources here wraps every function.
import { assessIncident, createPolicy, type IncidentAssessment } from '../../dist/index.js';
import { verdicts } from '../../rules/generated/verdicts.js';
import type { Verdict } from '../../src/logic/compile.js';
import { MET } from '../../src/logic/truth.js';
import { ASOF, bits, law, type Peer, PROVISIONS } from '../conditions.js';

const verdictsOnly = (name: string, functions: readonly Verdict[]): Peer<number> => ({
  name,
  run: ({ input }) => {
    let met = 0;
    for (let i = 0; i < functions.length; i++) if ((functions[i] as Verdict)(input) === MET) met |= 1 << i;
    return met;
  },
  met: bits,
});

/** The verdicts of the shipped regulation, generated when the library was built. */
export const generatedPeer = (): Peer<number> =>
  verdictsOnly(
    'zerenzhi, verdicts, shipped policy',
    PROVISIONS.map((id) => verdicts.applies?.[id] as Verdict),
  );

/** The same conditions as a policy made at run time has them. */
export const runTimePeer = (): Peer<number> =>
  verdictsOnly(
    'zerenzhi, verdicts, run-time policy',
    PROVISIONS.map((id) => law.applies(id).truth),
  );

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

export const assessPeer = () => whole('zerenzhi, whole assessIncident with validation', ({ accountability }) => accountability.status);
export const reasonsPeer = () =>
  whole('zerenzhi, with every reason read', ({ findings }) => {
    for (const { reason } of findings) if (reason.truth === undefined) throw new Error('a finding without a reason');
  });
