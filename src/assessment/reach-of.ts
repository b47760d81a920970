import { truthIn } from '../case/governing-law.js';
import type { IncidentCase } from '../case/incident-case.js';
import { limbsInTime } from '../case/own-time.js';
import type { Reach, Reaching } from '../chain/subject.js';
import { MET, nameOf, OPEN, UNMET } from '../logic/truth.js';
import { OF_INCIDENT, timesOf } from '../regulation/governing.js';
import type { Consequence } from './assessment.js';
import { consequenceId, consequencesOf } from './consequences.js';

/** How each provision on accountability comes out, and how far it reaches: each limb of it at the time it is about. */
export function reachOf(incidentCase: IncidentCase): Reach {
  const consequences = consequencesOf(incidentCase);
  return incidentCase.law.accountabilities.flatMap((entry): Reaching[] => {
    const { provision } = entry;
    const { trace } = consequences[consequenceId(entry)] as Consequence;
    const truth = truthIn(incidentCase, provision.id);
    const whole = { provision: provision.id, status: nameOf(truth), trace };
    if (truth === UNMET || timesOf(provision).every((time) => time === OF_INCIDENT)) return [whole];
    const limbs = limbsInTime(incidentCase, provision);
    // By one reading a limb may be met and by another not, or be of another time: then it is open whom it reaches.
    const isTold = limbs.some((limb) => limb.own) && (truth !== MET || limbs.some((limb) => limb.truth === MET));
    if (!isTold) return [whole];
    return limbs.map(({ truth: ofLimb, own, isOpen }) => ({
      ...whole,
      status: nameOf(truth === MET && !isOpen ? ofLimb : OPEN),
      ...(own && { own }),
    }));
  });
}
