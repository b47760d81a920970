import * as z from 'zod/mini';
import { shapeFaults } from '../diagnostics/check-shape.js';
import { refuse } from '../diagnostics/diagnostics.js';
import { plainCopy } from '../diagnostics/plain-data.js';
import { passing } from '../regulation/basic-schemas.js';
import { halves } from './plain.js';
import { type AssessmentRecord, FORMAT } from './record.js';

// What a record of a former version says would mean something else today.
const version = z.number().check(
  passing((value) => !(value >= 1 && value < FORMAT.version), 'record/former-format', String(FORMAT.version)),
  passing((value) => value === FORMAT.version, 'input/unknown-value', String(FORMAT.version)),
);
const format = z.strictObject({ name: z.literal(FORMAT.name), version });
const text = z.string();
const object = z.looseObject({});

// What stands inside the policy, the input and the outcome is read by those who use it.
const record = z.strictObject({
  format,
  library: z.strictObject({ name: text, version: text }),
  regulation: z.strictObject({ id: text, number: text, issued: text }),
  policy: object,
  input: z.strictObject({ asOf: text, incident: object, organization: z.optional(object) }),
  outcome: object,
  supersedes: z.optional(z.strictObject({ seal: text })),
  digests: z.strictObject({ regulation: text, policy: text, input: text, outcome: text }),
  seal: text,
});

/**
 * A value as a record, or refused with all the faults of its shape; of another format, or version of it, nothing more
 * is said.
 */
export function readRecord(value: unknown): AssessmentRecord {
  // Each value is read once: what is looked at is the copy.
  const { copy, faults } = plainCopy(value);
  refuse(faults.length > 0 ? faults : halves(copy));
  refuse(shapeFaults(z.looseObject({ format }), copy));
  refuse(shapeFaults(record, copy));
  return copy as AssessmentRecord;
}
