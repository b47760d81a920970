import { bits, type Flat, type Peer } from '../conditions.js';

// Art. 9 as a programmer would write it down by hand, in the order of its items: one bit an item that is met under
// every reading.

const has = (list: unknown, option: string) => (list as readonly string[]).includes(option);

const handWritten = (f: Flat): number => {
  const inCharge = has(f.target_capacities, 'managing');
  const site = f.target_kind === 'website' || f.target_kind === 'platform';
  const incident = f.incident_occurred === true;
  const inTime = f.finding_timely_report === true;
  const handledInTime = f.finding_timely_handling_after_attack === true;
  const notHandled = f.handling_status === 'none';
  const outside = (list: unknown) => has(list, 'outside');
  const notRectified = f.notice_received === true && outside(f.notice_from) && !f.finding_timely_rectification;
  const refused = f.conduct_refused_cooperation === true && outside(f.conduct_refused_towards);
  const obstructed =
    f.conduct_obstructed === true &&
    (f.conduct_obstructed_organs as readonly string[]).length > 0 &&
    (f.conduct_obstructed_work as readonly string[]).length > 0 &&
    f.finding_lawful_performance === true;
  const concealed = incident && f.conduct_concealed === true;
  let met = 0;
  if (
    (f.unit_kind === 'department' ||
      f.unit_kind === 'college' ||
      f.unit_kind === 'centre' ||
      f.unit_kind === 'second-level') &&
    f.duty_breached
  )
    met |= 1;
  if (
    f.maintenance_causal &&
    f.finding_inadequate_maintenance &&
    inCharge &&
    site &&
    f.attack_tampered &&
    (f.content_kinds as readonly string[]).length > 0 &&
    f.content_spread &&
    !inTime &&
    notHandled &&
    !f.finding_timely_organised_handling
  )
    met |= 2;
  if (
    inCharge &&
    f.target_kind === 'website' &&
    f.attack_occurred &&
    !handledInTime &&
    f.finding_prolonged_outage &&
    f.finding_major_impact
  )
    met |= 4;
  if (
    f.leak_occurred &&
    f.leak_own_persons &&
    (has(f.leak_kinds, 'state-secret') ||
      (has(f.leak_kinds, 'personal-information') && f.finding_large_scale_personal_information) ||
      (has(f.leak_kinds, 'school-confidential') &&
        f.finding_important_confidential_information &&
        f.finding_large_scale_confidential_information))
  )
    met |= 8;
  if (
    incident &&
    ((f.finding_major_loss && f.loss_from_incident) || (f.finding_serious_social_impact && f.impact_from_incident))
  )
    met |= 16;
  if (incident && (concealed || refused || notRectified) && f.finding_serious_consequences) met |= 32;
  if (incident && (obstructed || f.conduct_refused_support)) met |= 64;
  if (incident && f.mlps_poorly_implemented && f.finding_major_problem && f.finding_grave_consequences) met |= 128;
  if (incident && f.conduct_other && f.finding_serious_endangerment) met |= 256;
  return met;
};

export const handWrittenPeer: Peer<number> = {
  name: 'hand-written code',
  run: ({ flat }) => handWritten(flat),
  met: bits,
};
