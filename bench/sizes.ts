import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const ENTRIES = ['index', 'report', 'inquiry', 'documents', 'authoring', 'json-rules-engine', 'sql', 'record'];

export interface Size {
  /** Bytes, minified and gzipped. */
  readonly total: number;
  /** Of these, own code and libraries: the same without the regulation. */
  readonly code: number;
  /** Bytes of it by what they come from, minified only. */
  readonly parts: { readonly [part: string]: number };
}

/** What an app that imports an entry carries, and where it comes from. */
export async function sizes(): Promise<{ [entry: string]: Size }> {
  const measured = ENTRIES.map(async (entry): Promise<[string, Size]> => {
    const own = ['report', 'inquiry', 'documents', 'authoring', 'record'].includes(entry) ? entry : `interop/${entry}`;
    const source = entry === 'index' ? 'src/index.ts' : `src/${own}/index.ts`;
    const bundled = (path: string, without: readonly string[] = []) =>
      build({
        entryPoints: [path],
        bundle: true,
        minify: true,
        charset: 'utf8',
        format: 'esm',
        platform: entry === 'authoring' || entry === 'documents' ? 'node' : 'browser',
        // As tsup.config.ts bundles it.
        alias: { yaml: resolve('node_modules/yaml/browser/index.js') },
        external: ['json-rules-engine', 'docx', 'write-excel-file/*', ...without],
        write: false,
        metafile: true,
        logLevel: 'error',
      });
    const { metafile } = await bundled(source);
    // As it is shipped: its files hold the same in another order, which compresses a little differently.
    const { outputFiles } = await bundled(`dist/${entry}.js`);
    const code = await bundled(source, ['./rules/generated/*']);
    const parts: { [part: string]: number } = {};
    for (const { inputs } of Object.values(metafile.outputs))
      for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
        const part =
          /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ??
          (path.startsWith('rules/') ? 'the regulation' : 'own code');
        parts[part] = (parts[part] ?? 0) + bytesInOutput;
      }
    return [entry, { total: gzipped(outputFiles), code: gzipped(code.outputFiles), parts }];
  });
  return Object.fromEntries(await Promise.all(measured));
}

const gzipped = (files: readonly { readonly contents: Uint8Array }[]): number =>
  gzipSync(files[0]?.contents ?? '', { level: 9 }).length;
