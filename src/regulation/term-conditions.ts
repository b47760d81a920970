import type { Condition } from '../logic/condition.js';
import type { TermDefinition } from './schema.js';

/** What a term rests on: the condition that its values complete, and what is needed or enough without any value. */
export const conditionsOfTerm = ({ condition, floors }: Partial<TermDefinition> = {}): Condition[] =>
  [condition, floors?.needs, floors?.suffices].filter((part) => part !== undefined);
