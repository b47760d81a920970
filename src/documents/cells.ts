import type { CellObject } from 'write-excel-file/universal';
import { isLocalDate } from '../regulation/dates.js';
import { visible } from '../report/inert.js';

/** What a cell of a spreadsheet can hold. */
const CELL = 2 ** 15 - 1;

/** Text stays text, whatever it looks like and even when its cell is edited. */
export const text = (value: string): CellObject => ({
  value: cellText(value),
  type: String,
  format: '@',
  wrap: true,
  alignVertical: 'top',
});

// `_x001b_` would be read as the character of that number.
const cellText = (value: string): string => visible(value.slice(0, CELL)).replaceAll(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');

/** A day is a date to the spreadsheet. */
export const dayOrText = (value: string): CellObject => (isLocalDate(value) ? day(value) : text(value));

const day = (value: string): CellObject => ({
  value: new Date(`${value}T00:00:00Z`),
  type: Date,
  format: 'yyyy-mm-dd',
  align: 'left',
  alignVertical: 'top',
});

export const head = (value: string): CellObject => ({
  value,
  type: String,
  fontWeight: 'bold',
  backgroundColor: '#E9EEF2',
  wrap: true,
  alignVertical: 'center',
});
