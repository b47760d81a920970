// Imports run one way. Each room may use itself, the words in messages/, and the rooms named here.
const ROOMS = {
  logic: [],
  diagnostics: ['logic'],
  regulation: ['logic', 'diagnostics'],
  model: ['logic', 'diagnostics', 'regulation'],
  policy: ['logic', 'diagnostics', 'regulation', 'model'],
  case: ['logic', 'diagnostics', 'regulation', 'model', 'policy'],
};
const CASE = [...ROOMS.case, 'case'];
ROOMS.chain = CASE;
ROOMS.assessment = [...CASE, 'chain'];
ROOMS.obligations = [...CASE, 'assessment'];
const ANSWERS = [...CASE, 'chain', 'assessment', 'obligations'];
ROOMS.explanation = ANSWERS;
ROOMS.inquiry = ANSWERS;
ROOMS.record = ANSWERS;
ROOMS.interop = ANSWERS;
ROOMS.report = [...ANSWERS, 'explanation', 'inquiry', 'record'];
ROOMS.documents = [...ROOMS.report, 'report'];
ROOMS.authoring = [...ROOMS.report, 'report'];
ROOMS.vitest = [...ROOMS.authoring, 'authoring'];

const CORE = 'logic|diagnostics|regulation|model|policy|case|chain|assessment|obligations';
const WITHOUT_YAML = `^src/((${CORE}|explanation|inquiry|record|report|messages)/|[^/]+\\.ts$)`;

module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: { pathNot: '^node_modules' }, to: { circular: true } },
    { name: 'messages-are-words', severity: 'error', from: { path: '^src/messages/' }, to: { path: '^(src|rules)/', pathNot: '^src/(messages/|language\\.ts)' } },
    ...Object.entries(ROOMS).map(([room, allowed]) => ({
      name: `imports-of-${room}`,
      severity: 'error',
      from: { path: `^src/${room}/` },
      to: { path: '^src/', pathNot: `^src/((${[room, 'messages', ...allowed].join('|')})/|language\\.ts)` },
    })),
    // The command line is a package of its own: it uses the library by its public entries.
    { name: 'cli-by-public-entries', severity: 'error', from: { path: '^cli/' }, to: { path: '^(src|dist|rules)/', dependencyTypesNot: ['aliased'] } },
    // The page is a program over the library too; the words for what results hold it takes from where the library has them.
    { name: 'page-by-public-entries-and-words', severity: 'error', from: { path: '^page/' }, to: { path: '^(src|dist|rules|cli)/', pathNot: '^src/messages/', dependencyTypesNot: ['aliased'] } },
    { name: 'nothing-on-the-page', severity: 'error', from: { path: '^(src|cli)/' }, to: { path: '^page/' } },
    { name: 'nothing-on-the-cli', severity: 'error', from: { path: '^src/' }, to: { path: '^cli/' } },
    { name: 'no-barrels-inside', severity: 'error', from: { path: '^src/', pathNot: 'index\\.ts$' }, to: { path: '/index\\.ts$' } },
    // All of the library runs in browsers too, with something else in place of the one file that reads the disk.
    { name: 'only-the-disk-needs-node', severity: 'error', from: { path: '^src/', pathNot: '^src/authoring/files/disk\\.ts$' }, to: { dependencyTypes: ['core'] } },
    { name: 'core-reads-no-yaml', severity: 'error', from: { path: WITHOUT_YAML }, to: { path: 'node_modules/yaml/' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
  },
};
