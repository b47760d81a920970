import { reading } from '../diagnostics/reading.js';
import type { PersonNames } from '../explanation/guarded.js';
import type { Lang } from '../language.js';
import { REPORT } from '../messages/report.js';
import type { Incident } from '../policy/incident.js';
import type { Organization } from '../policy/organization.js';

/** How a page speaks of persons. */
export interface Naming {
  readonly lang: Lang;
  readonly persons?: PersonNames | undefined;
}

/** A person by name with the id, or by the id alone. */
export function personText(id: string, { lang, persons = {} }: Naming): string {
  const name = Object.hasOwn(persons, id) ? persons[id] : undefined;
  return name === undefined ? id : `${name}${REPORT[lang].inBrackets(id).trim()}`;
}

/**
 * What persons are called, by their ids, for the option `persons` of a page: the register says it, and an incident of
 * its parties. Results and records keep the ids alone.
 *
 * @throws ZerenzhiError if it is neither
 * @example
 * const page = assessmentPage(assessment, { persons: personNames(organization, incident) });
 */
export const personNames = (organization?: Organization, incident?: Incident): PersonNames =>
  reading(() =>
    Object.fromEntries(
      [...(organization?.persons ?? []), ...(incident?.parties ?? [])].flatMap(({ id, name }) =>
        name === undefined ? [] : [[id, name]],
      ),
    ),
  );
