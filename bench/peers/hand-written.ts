import { bits, type Flat, type Peer } from '../conditions.js';

// Art. 9 as a programmer would write it down by hand, in the order of its items: one bit an item that is met under
// every reading.

const has = (list: unknown, option: string) => (list as readonly string[]).includes(option);

const handWritten = (f: Flat): number => {
  const inCharge = has(f.target_capacities, 'managing');
  const site = f.target_kind === 'website' || f.target_kind === 'platform';
  const incident = f.incident_occurred === true;
  const inTime = f.finding_timely_report === true;
  const handledInTime = f.finding_timely_handling === true;
  const notHandled = f.handling_status === 'none';
  const notRectified = f.notice_received === true && !f.finding_timely_rectification;
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
    f.maintenance_inadequate &&
    inCharge &&
    site &&
    f.attack_tampered &&
    (f.content_kinds as readonly string[]).length > 0 &&
    f.content_spread &&
    !inTime &&
    notHandled &&
    !handledInTime
  )
    met |= 2;
  if (inCharge && site && f.attack_occurred && !handledInTime && f.finding_prolonged_outage && f.finding_major_impact)
    met |= 4;
  if (
    f.leak_occurred &&
    f.leak_own_side &&
    (has(f.leak_kinds, 'state-secret') ||
      (has(f.leak_kinds, 'personal-information') && f.finding_large_scale_personal_information) ||
      has(f.leak_kinds, 'school-confidential'))
  )
    met |= 8;
  if (incident && (f.finding_major_loss || f.finding_serious_social_impact)) met |= 16;
  if (incident && (concealed || f.conduct_refused_cooperation || notRectified) && f.finding_serious_consequences)
    met |= 32;
  if (incident && (f.conduct_obstructed || f.conduct_refused_support)) met |= 64;
  if (incident && f.mlps_poorly_implemented && f.finding_major_problem && f.finding_grave_consequences) met |= 128;
  if (incident && f.conduct_other_serious) met |= 256;
  return met;
};

export const handWrittenPeer: Peer<number> = {
  name: 'hand-written code',
  run: ({ flat }) => handWritten(flat),
  met: bits,
};
