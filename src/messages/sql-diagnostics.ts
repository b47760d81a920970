import { simple } from './diagnostics.js';

/** The faults of statements for a database. */
export const SQL_MESSAGES = {
  'sql/empty-name': simple('名称为空', 'name is empty'),
  'sql/unwritable': simple(
    '`{value}` 含有 {expected}，该数据库无法安全写入',
    '`{value}` holds {expected}, which this database has no safe way to write',
  ),
  'sql/too-many-columns': simple(
    '需要 {value} 列；该数据库最多 {expected} 列',
    'takes {value} columns; this database has at most {expected}',
  ),
};
