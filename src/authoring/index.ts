export type { FileCode } from '../diagnostics/diagnostics.js';
export { fileDiagnostic } from '../diagnostics/file-diagnostics.js';
export { decodeText, encodingOf, utf8Text } from './decode-text.js';
export { type LedgerLine, type LedgerWords, ledgerOf } from './ledger.js';
export { type Checked, checkFolder, type Loaded, loadRegulation, readRegulation, regulationOf } from './load.js';
export { type Parsed, parseYaml, type Source } from './parse-yaml.js';
export type { JsonSchema } from './schemas/json-schema.js';
export { isRuleSchema, type RuleFile, type RuleSchemas, ruleSchemasOf } from './schemas/rule-schemas.js';
export type { Checksum } from './texts.js';
