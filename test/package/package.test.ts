import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
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
    expect(size).toBeLessThan(85 * KB);
    expect(inputs.filter((path) => /json-rules-engine|interop/.test(path))).toEqual([]);
  });
});

/** A package as it would be published. */
function packed(path: string, into: string): string {
  const out = execFileSync('npm', ['pack', path, '--ignore-scripts', '--pack-destination', into, '--silent'], {
    encoding: 'utf8',
  });
  return `./${out.trim().split('\n').at(-1)}`;
}

/** An application of its own, with some packages. */
function application(folder: string, ...packages: readonly string[]): void {
  if (!existsSync(join(folder, 'package.json')))
    writeFileSync(join(folder, 'package.json'), '{"name":"app","private":true}');
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', '--silent', ...packages], {
    cwd: folder,
  });
}

/** What is installed: the packages, scoped ones and those inside others too, and their size. */
function installed(folder: string): { packages: string[]; megabytes: number } {
  const { packages } = JSON.parse(readFileSync(join(folder, 'node_modules/.package-lock.json'), 'utf8')) as {
    packages: { [path: string]: object };
  };
  const files = readdirSync(join(folder, 'node_modules'), { recursive: true, withFileTypes: true });
  const bytes = files
    .filter((file) => file.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
  return { packages: Object.keys(packages), megabytes: Math.round(bytes / KB / KB) };
}

describe('the packed package', () => {
  let folder: string;
  /** Before any test installs more. */
  let alone: ReturnType<typeof installed>;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'zerenzhi-'));
    application(folder, packed('.', folder));
    alone = installed(folder);
  });

  test('is light', () => {
    const { packages, megabytes } = alone;
    console.log(
      `an app that embeds the core installs ${packages.length} packages, ${megabytes} MB: ${packages.join(' ')}`,
    );
    expect(packages.length).toBeLessThanOrEqual(8);
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
        "const { rowsOf } = require('zerenzhi/sql');\nconsole.log(rowsOf({ dialect: 'duckdb', asOf: '2024-06-30' })({})[0].id);",
      ),
    ).toBe('null');
  });

  test('runs on json-rules-engine where that is installed', () => {
    application(folder, 'json-rules-engine@7');
    const text =
      "runOn({}, { asOf: '2024-06-30' }).then(({ certain, possible }) => console.log(certain.length, possible.length > 0));";
    expect(run('engine.mjs', `import { runOn } from 'zerenzhi/json-rules-engine';\n${text}`)).toBe('0 true');
    expect(run('engine.cjs', `const { runOn } = require('zerenzhi/json-rules-engine');\n${text}`)).toBe('0 true');
  });

  test('explains, draws and makes calendars without anything else installed', () => {
    const text =
      "console.log(settle({ occurredAt: '2018-01-01T00:00:00+08:00' }, { asOf: '2024-06-30' }).status, typeof chainSvg, typeof obligationsCalendar);";
    expect(
      run(
        'report.mjs',
        `import { settle } from 'zerenzhi/inquiry';\nimport { chainSvg, obligationsCalendar } from 'zerenzhi/report';\n${text}`,
      ),
    ).toBe('unmet function function');
    expect(
      run(
        'report.cjs',
        `const { settle } = require('zerenzhi/inquiry');\nconst { chainSvg, obligationsCalendar } = require('zerenzhi/report');\n${text}`,
      ),
    ).toBe('unmet function function');
  });

  test('reads rule files without anything else installed', () => {
    const text =
      "console.log(regulationOf, parseYaml('a: [b, ~]', 'x.yaml').value.a, parseYaml('a: !!binary eA==', 'x.yaml').faults[0].code);";
    const expected = "[Function: regulationOf] [ 'b', null ] yaml/tag";
    const names = '{ parseYaml, regulationOf }';
    expect(run('authoring.mjs', `import ${names} from 'zerenzhi/authoring';\n${text}`)).toBe(expected);
    expect(run('authoring.cjs', `const ${names} = require('zerenzhi/authoring');\n${text}`)).toBe(expected);
  });

  describe('with documents', () => {
    const names = '{ obligationsCsv, obligationsXlsx, renderDocx }';
    const documents = (text: string) => [
      run(
        'documents.mjs',
        `import ${names} from 'zerenzhi/documents';\nimport { assessIncident } from 'zerenzhi';\nimport { memoPage } from 'zerenzhi/report';\n${text}`,
      ),
      run(
        'documents.cjs',
        `const ${names} = require('zerenzhi/documents');\nconst { assessIncident } = require('zerenzhi');\nconst { memoPage } = require('zerenzhi/report');\n${text}`,
      ),
    ];

    test('writes tables, and names the package that another kind of file needs', () => {
      const text = [
        "const page = memoPage(assessIncident({}, { asOf: '2024-06-30' }));",
        "const told = ({ name, diagnostics: [{ message }] }) => name + ': ' + message.en;",
        'Promise.all([renderDocx(page).catch(told), obligationsXlsx([]).catch(told)]).then((all) => console.log(all.join("\\n")));',
        'console.log(obligationsCsv([]).length > 50);',
      ].join('\n');
      const needs = (name: string) =>
        `ZerenzhiError: this format needs the npm package ${name}, which is not installed: npm install ${name}`;
      const expected = `true\n${needs('docx')}\n${needs('write-excel-file')}`;
      expect(documents(text)).toEqual([expected, expected]);
    });

    test('writes Word documents and spreadsheets where those packages are installed', () => {
      application(folder, 'docx@9.6', 'write-excel-file@4');
      const text =
        "renderDocx(memoPage(assessIncident({}, { asOf: '2024-06-30' }))).then(async (memo) => console.log(memo.length > 9999, (await obligationsXlsx([])).length > 999));";
      expect(documents(text)).toEqual(['true true', 'true true']);
    });
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

  test('runs the examples of the README and of the record as printed', () => {
    for (const name of ['README.md', 'README.zh-CN.md', 'docs/record.md', 'docs/report.md']) {
      const [, example = '', output = ''] =
        /```js\n([\s\S]*?)```[\s\S]*?```text\n([\s\S]*?)```/.exec(readFileSync(name, 'utf8')) ?? [];
      expect(example).toContain("from 'zerenzhi");
      expect(run('readme.mjs', example)).toBe(output.trim());
    }
  });
});

describe('the packed command', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'zerenzhi-cli-'));
    application(folder, packed('.', folder), packed('./cli', folder));
  });
  const command = (...args: string[]) =>
    spawnSync('npx', ['--no-install', 'zerenzhi', ...args], { cwd: folder, encoding: 'utf8' });

  test('runs', () => {
    const { packages, megabytes } = installed(folder);
    console.log(`the command installs ${packages.length} packages, ${megabytes} MB`);
    const { stdout, stderr } = command('articles', '14');
    expect([stdout, stderr]).toEqual(['第十四条\n本细则由学校网络安全和信息化领导小组办公室负责解释。\n', '']);
  });

  test('writes every kind of document', () => {
    const shipped = (name: string) => join(folder, 'node_modules/zerenzhi/fixtures', name);
    for (const [file, ...args] of [
      ['memo.docx', 'memo', shipped('incidents/database-intrusion.yaml'), '--format', 'docx'],
      ['duties.xlsx', 'obligations', shipped('units'), '--format', 'xlsx'],
      ['duties.csv', 'obligations', shipped('units'), '--format', 'csv'],
      ['due.ics', 'obligations', shipped('units'), '--format', 'ics'],
    ] as const) {
      const organization = shipped('organizations/university.yaml');
      const { stderr } = command(...args, '-o', organization, '--as-of', '2024-06-30', '--output', join(folder, file));
      expect([file, stderr]).toEqual([file, '']);
      expect(statSync(join(folder, file)).size).toBeGreaterThan(499);
    }
    // The units of a folder share one calendar.
    expect(readFileSync(join(folder, 'due.ics'), 'utf8').split('BEGIN:VCALENDAR')).toHaveLength(2);
  });

  test('begins a regulation that passes', () => {
    expect(command('new', 'regulation', 'my-rules').stderr).toBe('');
    expect(command('check', 'my-rules', '--strict').status).toBe(0);
  });

  test('assesses a whole file in several threads', () => {
    writeFileSync(join(folder, 'in.ndjson'), '{}\n'.repeat(3_000));
    const { stderr, status } = command(
      'assess',
      'in.ndjson',
      '--output',
      'out.ndjson',
      '--threads',
      '2',
      '--lang',
      'en',
    );
    expect([stderr, status]).toEqual(['triggered 0, not triggered 0, undetermined 3000, rejected 0\n', 20]);
  });
});

test('the command can be linked before it is built', () => {
  const { bin } = JSON.parse(readFileSync('cli/package.json', 'utf8')) as { bin: { zerenzhi: string } };
  expect(execFileSync('git', ['ls-files', 'cli'], { encoding: 'utf8' }).split('\n')).toContain(`cli/${bin.zerenzhi}`);
});

describe('packing in a fresh clone', () => {
  // What git has, with the build itself left out: that takes a minute, and is what every other test runs on.
  function clone(): string {
    const folder = mkdtempSync(join(tmpdir(), 'clone-'));
    const files = execFileSync(
      'git',
      ['ls-files', '-z', 'package.json', 'cli', 'rules', 'fixtures/units', 'docs', 'LICENSE'],
      {
        encoding: 'utf8',
      },
    );
    for (const file of files.split('\0').filter(Boolean)) cpSync(file, join(folder, file));
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
      scripts: { build: string; page: string };
    };
    const touch = (file: string) =>
      `fs.mkdirSync(path.dirname('${file}'),{recursive:true});fs.writeFileSync('${file}','')`;
    manifest.scripts.build = `node -e "${touch('dist/index.js')};${touch('cli/dist/main.js')}"`;
    // What is packed is built by way of the page.
    manifest.scripts.page = manifest.scripts.build;
    writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
    return folder;
  }

  test.each([
    ['zerenzhi', '.', 'dist/index.js'],
    ['zerenzhi-cli', './cli', 'dist/main.js'],
  ])('%s builds first', (_, path, file) => {
    const out = execFileSync('npm', ['pack', path, '--dry-run', '--json'], { cwd: clone(), encoding: 'utf8' });
    const [{ files }] = JSON.parse(out.slice(out.indexOf('['))) as [{ files: { path: string }[] }];
    expect(files.map(({ path: packedPath }) => packedPath)).toContain(file);
  });
});
