import { OBLIGATIONS_VIEW } from '../words/obligations.js';

/** What stands in a table of evidence, a row for each piece of it. */
export const HEADINGS = [
  'unit',
  'obligation',
  'action',
  'system',
  'units',
  'activity',
  'notice',
  'on',
  'until',
  'ref',
  'adequate',
] as const;
export type Heading = (typeof HEADINGS)[number];

/** A word however it is written: full-width, with other letters or spaces. */
export const wordOf = (text: string): string => text.normalize('NFKC').trim().toLowerCase().replaceAll(/\s+/g, ' ');

/** A heading by its key, or as it is called in Chinese or in English. */
export const headingOf = (text: string): Heading | undefined =>
  HEADINGS.find((key) =>
    [key, OBLIGATIONS_VIEW.zh.heading[key], OBLIGATIONS_VIEW.en.heading[key]].some(
      (name) => wordOf(name) === wordOf(text),
    ),
  );
