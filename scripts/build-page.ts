import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import { build, type Plugin } from 'esbuild';
import { loadRegulation } from '../src/authoring/index.js';
import { documentStyle } from '../src/report/index.js';
import { GLOSSES_OF_WHOLE, wholeModuleOf } from './regulation-module.js';

// The page is one file that needs nothing beside it: its program and its style stand in it, and its own policy lets
// nothing else run.

/** What reads a disk is never called here: the page reads files that it is given. Nothing else needs Node. */
const withoutDisk: Plugin = {
  name: 'without-disk',
  setup: ({ onLoad }) =>
    onLoad({ filter: /authoring\/files\/disk\.ts$/ }, () => ({ contents: 'export const disk = undefined' })),
};

/** The page lays out the ledger and holds other rules against these: it has the whole of them. */
const wholeRules: Plugin = {
  name: 'whole-rules',
  setup: ({ onLoad }) => {
    onLoad({ filter: /rules\/generated\/regulation\.ts$/ }, () => ({
      contents: wholeModuleOf(loadRegulation('rules')),
    }));
    onLoad({ filter: /rules\/generated\/glosses\.ts$/ }, () => ({ contents: GLOSSES_OF_WHOLE }));
  },
};

const here = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

const { outputFiles, metafile } = await build({
  entryPoints: ['main.tsx', 'unpack.ts', 'style/page.css'].map((file) => here(`page/src/${file}`)),
  outbase: here('page/src'),
  tsconfig: here('page/tsconfig.json'),
  outdir: here('dist'),
  bundle: true,
  minify: true,
  format: 'iife',
  // What offices have had for some years.
  target: ['chrome110', 'firefox113', 'safari16.4'],
  charset: 'utf8',
  legalComments: 'none',
  write: false,
  metafile: true,
  plugins: [withoutDisk, wholeRules],
  loader: { '.yaml': 'text' },
  alias: {
    yaml: here('node_modules/yaml/browser/index.js'),
    'csv-stringify/sync': 'csv-stringify/browser/esm/sync',
  },
  define: { 'process.env.NODE_ENV': '"production"' },
});

const program = textOf('main.js');
const unpack = textOf('unpack.js').trim();
const style = textOf('.css');
const hash = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`;
const parts: Readonly<Record<string, string>> = {
  unpack,
  style,
  program: deflateRawSync(program, { level: 9 }).toString('base64'),
  'unpack-hash': hash(unpack),
  'program-hash': hash(program),
  // A document that is printed brings the library's own style.
  'style-hash': [style, documentStyle('zh'), documentStyle('en')].map(hash).join("' '"),
};
const page = readFileSync(here('page/page.html'), 'utf8').replace(
  /\/\*([a-z-]+)\*\//g,
  (whole, name: string) => parts[name] ?? whole,
);
writeFileSync(here('dist/page.html'), page);

if (process.argv.includes('--sizes')) {
  const inputs = Object.values(metafile.outputs).flatMap(({ inputs }) => Object.entries(inputs));
  const rooms = new Map<string, number>();
  for (const [file, { bytesInOutput }] of inputs) {
    const room = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? file.split('/').slice(0, 2).join('/');
    rooms.set(room, (rooms.get(room) ?? 0) + bytesInOutput);
  }
  for (const [room, bytes] of [...rooms].sort((a, b) => b[1] - a[1]))
    console.log(`${String(bytes).padStart(8)} ${room}`);
}
const kilobytes = (text: string): number => Math.round(Buffer.byteLength(text) / 1024);
console.log(`dist/page.html: ${kilobytes(page)} KB, its program ${kilobytes(program)} KB before it is packed`);

function textOf(ending: string): string {
  const file = outputFiles.find(({ path }) => path.endsWith(ending));
  if (!file) throw new Error(`no ${ending} was built`);
  return file.text;
}
