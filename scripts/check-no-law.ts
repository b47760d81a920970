// Law lives in rules/. No code may name an article, quote the text, know a name of the shipped regulation or carry a
// threshold.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { loadRegulation } from '../src/authoring/load.js';
import { locatedProvisions } from '../src/policy/standing.js';

const regulation = loadRegulation('rules');
const official = readFileSync('rules/official.txt', 'utf8');
const WORDS = 5;
/** Numbers that are no thresholds of any law: bounds of input, calendar arithmetic, widths, waits, exit codes, characters and bytes. */
const LARGEST_PLAIN_NUMBER = 31;
const ALLOWED_NUMBERS = new Set([
  32, 39, 40, 52, 59, 58, 60, 62, 63, 64, 65, 70, 80, 92, 100, 128, 150, 254, 255, 256, 300, 365, 400, 500, 1000, 1024,
  1200, 1600, 1901, 2000, 8999, 10_000, 200_000, 1_000_000, 3_600_000, 5_000_000, 50_000_000, 86_400_000,
]);
const ids = [
  // The two times every incident has, and short plain words, are not names of one regulation only.
  ...Object.keys(regulation.facts).filter((id) => /[.-]/.test(id)),
  ...Object.keys(regulation.terms),
  ...Object.keys(regulation.questions),
  ...locatedProvisions(regulation).map(({ provision }) => provision.id),
];
/** Words of the interface that any such regulation would share. */
const GENERAL = ['网络安全事件', '网络安全工作责任制'];
const WORKED_OUT = new Set([
  'unit.kind',
  'unit.bodies',
  'system.kind',
  'system.level',
  'system.managed',
  'system.tenure',
]);

const FOLDERS = ['src', 'cli/src', 'page/src'];
const isWords = (path: string): boolean => /^(?:(?:cli\/)?src\/messages(?:\/|\.ts$)|page\/src\/words\/)/.test(path);

const unused = new Set(ALLOWED_NUMBERS);

const files = FOLDERS.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name)),
);
const faults = files.flatMap((path) => {
  const text = readFileSync(path, 'utf8');
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    if (ts.isNumericLiteral(node)) {
      const number = Number(node.text.replaceAll('_', ''));
      unused.delete(number);
      if (number > LARGEST_PLAIN_NUMBER && !ALLOWED_NUMBERS.has(number))
        found.push(`${path}:${line}: number ${number} could be a threshold`);
    }
    if (
      ts.isStringLiteralLike(node) ||
      ts.isJsxText(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddleOrTemplateTail(node)
    ) {
      const words = node.text;
      if (/\p{Script=Han}/u.test(words) && !isWords(path))
        found.push(`${path}:${line}: Chinese words outside the messages`);
      if (/第[一二三四五六七八九十]+条|\bart\d+\b/.test(words))
        found.push(`${path}:${line}: names an article: ${words}`);
      if (ids.includes(words) && !WORKED_OUT.has(words))
        found.push(`${path}:${line}: knows \`${words}\` of the regulation`);
      for (let i = 0; i + WORDS <= words.length; i++) {
        const part = words.slice(i, i + WORDS);
        if (
          /^\p{Script=Han}+$/u.test(part) &&
          official.includes(part) &&
          !GENERAL.some((general) => general.includes(part))
        )
          found.push(`${path}:${line}: quotes the text: ${part}`);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
});
for (const number of unused) faults.push(`number ${number} is allowed and stands nowhere`);
for (const fault of faults) console.error(fault);
console.log(`${files.length} files in ${FOLDERS.join(' and ')}, ${faults.length} trace(s) of law`);
process.exitCode = faults.length > 0 ? 1 : 0;
