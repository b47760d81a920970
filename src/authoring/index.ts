export { type LedgerLine, ledgerOf } from '../regulation/ledger.js';
export { type Loaded, loadRegulation, readRegulation, regulationOf } from './load.js';
export { moduleOf } from './module.js';
export { type Parsed, parseYaml, type Source } from './parse-yaml.js';
export { verdictModuleOf } from './verdict-module.js';
