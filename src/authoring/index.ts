export type { FileCode } from '../diagnostics/diagnostics.js';
export { fileDiagnostic } from '../diagnostics/file-diagnostics.js';
export { decodeText, encodingOf, utf8Text } from './decode-text.js';
export { diffRegulations } from './diff/diff.js';
export { type AmendmentPageOptions, amendmentPage } from './diff/page/page.js';
export { diffRecord, type RecordDiff, type Turned } from './diff/records.js';
export type {
  ArticleChange,
  Case,
  ChangeKind,
  DueChange,
  EntryChange,
  FieldChange,
  RegulationDiff,
  ReviewPoint,
  Segment,
  Telling,
  TellingCase,
  TextChange,
} from './diff/result.js';
export { diffScenarios, type ScenarioDiff } from './diff/scenarios.js';
export { changedWords } from './diff/words.js';
export type { Files } from './files/file-system.js';
export { type LedgerLine, type LedgerWords, ledgerOf } from './ledger.js';
export { type Checked, checkFolder, type Loaded, loadRegulation, readRegulation, regulationOf } from './load.js';
export { type Parsed, parseYaml, type Source } from './parse-yaml.js';
export { type Coverage, coverageOf, type Unexercised } from './scenarios/coverage.js';
export type { Difference } from './scenarios/differences.js';
export type { Exercise } from './scenarios/exercised.js';
export { differenceText, scenarioPage } from './scenarios/failure.js';
export { readScenarios, type Scenario, type Table } from './scenarios/read.js';
export { hasPassed, type Outcome } from './scenarios/run.js';
export { type Tested, testScenarios } from './scenarios/tables.js';
export type { JsonSchema } from './schemas/json-schema.js';
export { isRuleSchema, type RuleFile, type RuleSchemas, ruleSchemasOf } from './schemas/rule-schemas.js';
export type { Checksum } from './texts.js';
