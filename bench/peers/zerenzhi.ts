// As it is shipped.
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

export const assessPeer = () =>
  whole('zerenzhi, assessIncident with validation, outcome read', ({ accountability }) => accountability.status);
export const reasonsPeer = () =>
  whole('zerenzhi, the same, every reason read', ({ findings }) => {
    for (const { reason } of findings) if (reason.truth === undefined) throw new Error('a finding without a reason');
  });
/** Findings, reasons, duties, the chain and all that is open, with its words in two languages. */
export const everythingPeer = () =>
  whole('zerenzhi, the same, everything read', (assessment) => {
    if (JSON.stringify(assessment).length < 1_000) throw new Error('an assessment of nothing');
  });
