import type { IncidentBase } from '../model/incident.js';
import type { Names, ShippedNames } from './names.js';

/** What is known of an incident. A fact that is absent or null is unknown. */
export type Incident<N extends Names = ShippedNames> = IncidentBase<
  N['term'],
  N['incident'],
  N['unit'] & N['concerned'],
  N['system'],
  N['affiliation']
> &
  N['incident'];
