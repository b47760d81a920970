import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'esbuild';
import { defineConfig } from 'tsup';

const cli = JSON.parse(readFileSync('cli/package.json', 'utf8')) as { dependencies: object; peerDependencies: object };

// The articles are Chinese: written as they are, they take half the bytes of their escapes.
const esbuildOptions = (options: { charset?: string }) => {
  options.charset = 'utf8';
};

// For Node the package is CommonJS, which cannot stand inside an ES module; what it gives browsers is the same as ES
// modules.
const yamlAsEsModule: Plugin = {
  name: 'yaml-as-es-module',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^yaml$/ }, () => ({
      path: fileURLToPath(new URL('node_modules/yaml/browser/index.js', import.meta.url)),
    })),
};

export default defineConfig([
  {
    entry: {
      index: 'src/index.ts',
      report: 'src/report/index.ts',
      inquiry: 'src/inquiry/index.ts',
      documents: 'src/documents/index.ts',
      authoring: 'src/authoring/index.ts',
      'json-rules-engine': 'src/interop/json-rules-engine/index.ts',
      sql: 'src/interop/sql/index.ts',
      record: 'src/record/index.ts',
      vitest: 'src/vitest/index.ts',
    },
    format: ['esm', 'cjs'],
    dts: true,
    splitting: true,
    target: 'node20',
    clean: true,
    // Inside, so that who installs the core installs nothing else; one file also loads in a fraction of the time of a
    // hundred.
    // What only Word documents, spreadsheets and json-rules-engine need is an optional peer.
    noExternal: [
      'zod',
      'date-fns',
      '@date-fns/utc',
      'fastest-levenshtein',
      'canonicalize',
      '@noble/hashes',
      'string-width',
      '@dagrejs/dagre',
      'ical-generator',
      'csv-stringify',
      'fflate',
      'yaml',
    ],
    esbuildPlugins: [yamlAsEsModule],
    esbuildOptions,
  },
  {
    entry: { main: 'cli/src/main.ts', 'bulk-worker': 'cli/src/bulk/worker.ts' },
    outDir: 'cli/dist',
    clean: true,
    format: ['esm'],
    target: 'node20',
    dts: false,
    splitting: true,
    // The library by its name, as it is installed beside: tsconfig.json says where its sources are for the checker
    // only.
    external: [/^zerenzhi($|\/)/, ...Object.keys(cli.dependencies), ...Object.keys(cli.peerDependencies)],
    esbuildOptions,
  },
]);
