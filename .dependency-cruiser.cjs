// Imports run one way: messages, logic ← regulation ← model ← functions ← report ← documents; authoring ← cli.
const layer = (name, path, allowed) => ({ name, severity: 'error', from: { path }, to: { path: '^(src|rules)/', pathNot: allowed.concat(path) } });

module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: { pathNot: '^node_modules' }, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    layer('logic-knows-no-law', '^src/logic/', []),
    layer('messages-know-nothing', '^src/messages/', []),
    layer('regulation-on-logic', '^src/regulation/', ['^src/logic/', '^src/messages/']),
    layer('model-on-regulation', '^src/model/', ['^src/logic/', '^src/messages/', '^src/regulation/']),
    layer('functions-are-the-core', '^src/[^/]+\\.ts$', ['^src/(logic|messages|regulation|model)/', '^rules/generated/']),
    layer('report-on-core', '^src/report/', ['^src/(logic|messages|regulation|model)/', '^src/[^/]+\\.ts$', '^rules/generated/']),
    layer('documents-on-report', '^src/documents/', ['^src/(report|logic|messages|regulation|model)/', '^src/[^/]+\\.ts$', '^rules/generated/']),
    layer('interop-on-core', '^src/interop/', ['^src/(logic|messages|regulation|model)/', '^src/[^/]+\\.ts$', '^rules/generated/']),
    layer('record-on-core', '^src/record/', ['^src/(logic|messages|regulation|model)/', '^src/[^/]+\\.ts$', '^rules/generated/']),
    layer('authoring-on-regulation', '^src/authoring/', ['^src/(logic|messages|regulation)/']),
    {
      name: 'core-runs-anywhere',
      severity: 'error',
      from: { path: '^src/((logic|messages|regulation|model|report|record)/|[^/]+\\.ts$)' },
      to: { dependencyTypes: ['core'] },
    },
    { name: 'core-reads-no-yaml', severity: 'error', from: { path: '^src/((logic|messages|regulation|model|report|record)/|[^/]+\\.ts$)' }, to: { path: 'node_modules/yaml/' } },
  ],
  options: { doNotFollow: { path: 'node_modules' }, tsPreCompilationDeps: true, tsConfig: { fileName: 'tsconfig.json' } },
};
