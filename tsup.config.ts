import { readFileSync } from 'node:fs';
import { defineConfig } from 'tsup';

const cli = JSON.parse(readFileSync('cli/package.json', 'utf8')) as { dependencies: object; peerDependencies: object };

// The articles are Chinese: written as they are, they take half the bytes of their escapes.
const esbuildOptions = (options: { charset?: string }) => {
  options.charset = 'utf8';
};

export default defineConfig([
  {
    entry: {
      index: 'src/index.ts',
      report: 'src/report/index.ts',
      documents: 'src/documents/index.ts',
      authoring: 'src/authoring/index.ts',
      'json-rules-engine': 'src/interop/json-rules-engine/index.ts',
      sql: 'src/interop/sql/index.ts',
      record: 'src/record/index.ts',
    },
    format: ['esm', 'cjs'],
    dts: true,
    splitting: true,
    target: 'node20',
    clean: true,
    // One file loads in a fraction of the time of the hundred that these are made of.
    // The last three are ES modules only: CommonJS needs them inside.
    noExternal: [
      'zod',
      'date-fns',
      '@date-fns/utc',
      'fastest-levenshtein',
      'canonicalize',
      '@noble/hashes',
      'string-width',
    ],
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
    external: [...Object.keys(cli.dependencies), ...Object.keys(cli.peerDependencies)],
    esbuildOptions,
  },
]);
