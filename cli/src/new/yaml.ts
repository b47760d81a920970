import { stringify } from 'yaml';
import { assessIncident } from 'zerenzhi';

/** A text in one line; one that looks like something else is quoted. */
export const scalar = (text: string): string => stringify(text, { lineWidth: 0 }).trimEnd();

/** The day on which it is written, by the clock of the regulation. */
export const today = (): string => assessIncident({}).asOf.slice(0, 'YYYY-MM-DD'.length);
