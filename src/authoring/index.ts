export { type Loaded, loadRegulation, readRegulation } from './load.js';
export { moduleOf } from './module.js';
export { type Parsed, parseYaml, type Source } from './parse-yaml.js';
export { verdictModuleOf } from './verdict-module.js';
