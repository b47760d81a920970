import type { JsonSchema } from '../../src/authoring/schemas/json-schema.js';
import type { Bilingual } from '../../src/language.js';
import { pathOf } from '../../src/model/fact-schema.js';
import { incidentSchema } from '../../src/model/incident.js';
import { organizationSchema } from '../../src/model/organization.js';
import { OWN_ID } from '../../src/model/overlay.js';
import { unitSchema } from '../../src/model/unit.js';
import { callOf } from '../../src/regulation/rhythm.js';
import type { FactDefinition, Regulation } from '../../src/regulation/schema.js';
import { jsonSchemaOf, TIMES } from './patterns.js';

/** What the functions take, as they check it; facts and terms bear their labels and questions. */
export function inputSchemas(regulation: Regulation): {
  incident: JsonSchema;
  organization: JsonSchema;
  unit: JsonSchema;
} {
  const incident = incidentSchema(regulation);
  const unit = labelled(jsonSchemaOf(unitSchema(regulation, incident)), regulation, 'unit');
  labelled(at(unit, ['systems', []]), regulation, 'system');
  labelled(at(unit, ['incidents', []]), regulation, 'incident');
  // Evidence is given for duties, of the unit's own rules too; those that an incident calls up are told with the incident.
  const duties = regulation.articles.flatMap(({ provisions }) =>
    provisions.flatMap((provision) => (provision.kind === 'duty' && !callOf(provision) ? [provision.id] : [])),
  );
  for (const list of ['evidence', 'omissions', 'inventories'])
    Object.assign(at(unit, [list, [], 'obligation']), { anyOf: [{ enum: duties }, { pattern: OWN_ID.source }] });
  return {
    incident: { ...labelled(jsonSchemaOf(incident), regulation, 'incident'), $defs: TIMES },
    organization: jsonSchemaOf(organizationSchema(regulation)),
    unit: { ...unit, $defs: TIMES },
  };
}

function labelled(schema: JsonSchema, regulation: Regulation, of: FactDefinition['of']): JsonSchema {
  for (const [name, fact] of Object.entries(regulation.facts))
    if (fact.of === of && !fact.derive)
      Object.assign(at(schema, [...pathOf(name, of)]), described(fact.label, fact.ask));
  for (const [term, { label, ask }] of Object.entries(regulation.terms))
    Object.assign(at(schema, ['findings', term]), described(label, ask));
  return schema;
}

export const described = (label: Bilingual, ask?: Bilingual): JsonSchema => ({
  title: `${label.zh} · ${label.en}`,
  ...(ask && { description: `${ask.zh} ${ask.en}` }),
});

/**
 * What stands under a key, or, for `[]`, the members of a list; null, where it is taken for unknown, is passed over.
 */
function at(schema: JsonSchema, path: readonly (string | [])[]): JsonSchema {
  const [key, ...rest] = path;
  if (key === undefined) return schema;
  const known = schema.anyOf?.[0] ?? schema;
  const inner = typeof key === 'string' ? known.properties?.[key] : known.items;
  if (typeof inner !== 'object' || Array.isArray(inner)) throw new Error(`no schema at ${String(key)}`);
  return at(inner as JsonSchema, rest);
}
