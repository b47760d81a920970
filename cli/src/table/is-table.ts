import { extname } from 'node:path';

/** The endings of tables; that of old workbooks too, which are told to be such. */
export const TABLES = ['.csv', '.xlsx', '.xls', '.parquet'];
export const isTable = (file: string): boolean => TABLES.includes(extname(file).toLowerCase());
