import type { OrganizationBase } from '../model/organization.js';
import type { Names, ShippedNames } from './names.js';

/** Units, bodies, posts, appointments and systems of an institution, each with made-up or internal identifiers. */
export interface Organization<N extends Names = ShippedNames>
  extends OrganizationBase<N['unitKind'], N['body'], N['role']> {}
