export type { Dialect } from './dialect.js';
export type { TableName } from './options.js';
export {
  type MappingOptions,
  mappingOf,
  type Row,
  type RowOptions,
  rowsOf,
  type TableOptions,
  tableOf,
} from './table.js';
export { type QueryOptions, queryOf, type ViewOptions, viewOf } from './view.js';
