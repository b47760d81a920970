import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { beforeAll, describe, expect, test } from 'vitest';

const KB = 1024;

describe('the core entry in a browser', () => {
  let code: string;
  let inputs: string[];

  beforeAll(async () => {
    // For the browser esbuild refuses any Node built-in.
    const result = await build({
      entryPoints: ['dist/index.js'],
      bundle: true,
      minify: true,
      charset: 'utf8',
      format: 'iife',
      globalName: 'zerenzhi',
      platform: 'browser',
      write: false,
      metafile: true,
    });
    code = result.outputFiles[0]?.text ?? '';
    inputs = Object.keys(result.metafile.inputs);
  });

  test('has no YAML parser and no Node built-in', () => {
    expect(inputs.filter((path) => /node_modules\/(yaml|commander|cli-progress)\//.test(path))).toEqual([]);
    expect(code).not.toMatch(/\brequire\(["']node:/);
  });

  test('runs where no code may be made from strings', () => {
    const context: { result?: string | undefined } = { result: undefined };
    const run = `${code}; result = zerenzhi.assessIncident({}, { asOf: '2024-06-30' }).accountability.status;`;
    runInNewContext(run, context, { contextCodeGeneration: { strings: false, wasm: false } });
    expect(context.result).toBe('undetermined');
    // Not even a try that a content security policy would report.
    expect(code).not.toMatch(/new Function|\beval\(/);
  });

  test('is small', () => {
    const size = gzipSync(code, { level: 9 }).length;
    console.log(`core entry with zod and the whole regulation: ${(size / KB).toFixed(1)} KB minified and gzipped`);
    expect(size).toBeLessThan(49 * KB);
    expect(inputs.filter((path) => /json-rules-engine|interop/.test(path))).toEqual([]);
  });
});

describe('the packed package', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'zerenzhi-'));
    const tarball = execFileSync('npm', ['pack', '--ignore-scripts', '--pack-destination', folder, '--silent'], {
      encoding: 'utf8',
    })
      .trim()
      .split('\n')
      .at(-1) as string;
    writeFileSync(join(folder, 'package.json'), '{"name":"app","private":true}');
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', '--silent', `./${tarball}`], {
      cwd: folder,
    });
  });

  const run = (file: string, text: string) => {
    writeFileSync(join(folder, file), text);
    return execFileSync('node', [file], { cwd: folder, encoding: 'utf8' }).trim();
  };
  const use = "console.log(assessIncident({}, { asOf: '2024-06-30' }).accountability.status);";

  test('is used from an ES module', () => {
    expect(run('app.mjs', `import { assessIncident } from 'zerenzhi';\n${use}`)).toBe('undetermined');
  });

  test('is used from CommonJS', () => {
    expect(run('app.cjs', `const { assessIncident } = require('zerenzhi');\n${use}`)).toBe('undetermined');
  });

  test('writes SQL without anything else installed', () => {
    expect(
      run('sql.mjs', "import { viewOf } from 'zerenzhi/sql';\nconsole.log(viewOf({ dialect: 'spark' }).slice(0, 28));"),
    ).toBe('CREATE VIEW `assessments` AS');
    expect(
      run(
        'sql.cjs',
        "const { rowOf } = require('zerenzhi/sql');\nconsole.log(rowOf({}, { dialect: 'duckdb', asOf: '2024-06-30' }).id);",
      ),
    ).toBe('null');
  });

  test('runs on json-rules-engine where that is installed', () => {
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', '--silent', 'json-rules-engine@7'], {
      cwd: folder,
    });
    const text =
      "runOn({}, { asOf: '2024-06-30' }).then(({ certain, possible }) => console.log(certain.length, possible.length > 0));";
    expect(run('engine.mjs', `import { runOn } from 'zerenzhi/json-rules-engine';\n${text}`)).toBe('0 true');
    expect(run('engine.cjs', `const { runOn } = require('zerenzhi/json-rules-engine');\n${text}`)).toBe('0 true');
  });

  test('explains, draws and makes calendars without anything else installed', () => {
    const text =
      "console.log(settle({ occurredAt: '2018-01-01T00:00:00+08:00' }, { asOf: '2024-06-30' }).status, typeof chainSvg, typeof obligationsCalendar);";
    expect(run('report.mjs', `import { chainSvg, obligationsCalendar, settle } from 'zerenzhi/report';\n${text}`)).toBe(
      'unmet function function',
    );
    expect(
      run('report.cjs', `const { chainSvg, obligationsCalendar, settle } = require('zerenzhi/report');\n${text}`),
    ).toBe('unmet function function');
  });

  test('writes Word documents and spreadsheets without anything else installed', () => {
    const text =
      "renderDocx(memoPage(assessIncident({}, { asOf: '2024-06-30' }))).then(async (memo) => console.log(memo.length > 9999, (await obligationsXlsx([])).length > 999, obligationsCsv([]).length > 50));";
    const [documents, report] = ['{ obligationsCsv, obligationsXlsx, renderDocx }', '{ memoPage }'];
    expect(
      run(
        'documents.mjs',
        `import { assessIncident } from 'zerenzhi';\nimport ${documents} from 'zerenzhi/documents';\nimport ${report} from 'zerenzhi/report';\n${text}`,
      ),
    ).toBe('true true true');
    expect(
      run(
        'documents.cjs',
        `const { assessIncident } = require('zerenzhi');\nconst ${documents} = require('zerenzhi/documents');\nconst ${report} = require('zerenzhi/report');\n${text}`,
      ),
    ).toBe('true true true');
  });

  test('records and replays without anything else installed', () => {
    const text = "console.log(replay(recordAssessment({}, { asOf: '2024-06-30' }).record).identical);";
    expect(run('record.mjs', `import { recordAssessment, replay } from 'zerenzhi/record';\n${text}`)).toBe('true');
    expect(run('record.cjs', `const { recordAssessment, replay } = require('zerenzhi/record');\n${text}`)).toBe('true');
  });

  test('brings its schemas', () => {
    expect(run('schema.cjs', "console.log(require('zerenzhi/schemas/incident.json').$id);")).toBe(
      'urn:zerenzhi:schema:incident',
    );
  });

  test('brings its command', () => {
    const out = execFileSync('npx', ['--no-install', 'zerenzhi', 'articles', '14'], { cwd: folder, encoding: 'utf8' });
    expect(out).toBe('第十四条\n本细则由学校网络安全和信息化领导小组办公室负责解释。\n');
  });

  test('runs the examples of the README and of the record as printed', () => {
    for (const name of ['README.md', 'README.zh-CN.md', 'docs/record.md', 'docs/report.md']) {
      const [, example = '', output = ''] =
        /```js\n([\s\S]*?)```[\s\S]*?```text\n([\s\S]*?)```/.exec(readFileSync(name, 'utf8')) ?? [];
      expect(example).toContain("from 'zerenzhi");
      expect(run('readme.mjs', example)).toBe(output.trim());
    }
  });
});
