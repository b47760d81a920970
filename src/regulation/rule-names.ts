import * as z from 'zod/mini';

// Names in rule files. Those that refer to something stand apart by what they refer to, so that the schemas for editors
// can say which ones a regulation has (src/authoring/schemas/).

const named = () => z.string().check(z.regex(/^[a-z0-9]+(?:[-.][a-z0-9]+)*$/));
const fact = () => z.string().check(z.regex(/^[a-zA-Z0-9]+(?:[-.][a-zA-Z0-9]+)*$/));

/** A name that is given, or one whose kind is told elsewhere. */
export const id = named();
export const factId = fact();

export const refersTo = {
  fact: fact(),
  /** A fact that is a time. */
  instant: fact(),
  term: named(),
  question: named(),
  body: named(),
  role: named(),
  affiliation: named(),
  bearer: named(),
  /** A body, or a bearer of duties. */
  holder: named(),
  /** A body, or another party. */
  settler: named(),
  consequence: named(),
  step: named(),
  provision: named(),
  duty: named(),
  accountability: named(),
  commencement: named(),
};
/** Whom a consequence reaches: a unit, the persons concerned, those who answer for a unit or for the institution. */
export const STEPS = ['unit', 'party', 'unit-direct', 'unit-first', 'school-direct', 'school-first'];

export type Kind = keyof typeof refersTo;
