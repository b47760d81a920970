import { defineConfig } from 'tsup';

// Plain files for plain Node, as applications run them: what runs sources directly wraps every function, and a function
// made on every call costs
// more there than the rule it stands in.
export default defineConfig({
  entry: ['run', 'growth', 'stream', 'view', 'bulk', 'questions', 'agreement'].map((name) => `bench/${name}.ts`),
  outDir: '.bench',
  format: 'esm',
  target: 'node20',
  clean: true,
  splitting: false,
  skipNodeModulesBundle: true,
});
