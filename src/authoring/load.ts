import { createHash } from 'node:crypto';
import { type Diagnostic, diagnostic, refuse, ZerenzhiError } from '../diagnostics/diagnostics.js';
import { fileDiagnostic } from '../diagnostics/file-diagnostics.js';
import { plainCopy } from '../diagnostics/plain-data.js';
import { digestOf } from '../regulation/canonical.js';
import { markChecked } from '../regulation/checked.js';
import { inShort } from '../regulation/in-short.js';
import type { Regulation } from '../regulation/schema.js';
import { checkRegulation } from './check.js';
import { officialLines } from './official.js';
import { type Parsed, parseYaml, type Source } from './parse-yaml.js';
import { existsInside, rulesInside, textInside } from './read-inside.js';

/** A regulation read from a folder of rule files, or every fault found in them. */
export interface Loaded {
  readonly regulation?: Regulation;
  readonly faults: readonly Diagnostic[];
}

/**
 * Reads a folder of rule files (`regulation.yaml`, `facts.yaml`, `terms.yaml`, `questions.yaml`, `profiles/`,
 * `articles/`, a file for each version of an article) and checks the whole: shape, names, quotes, the ledger, and the
 * text against `official.txt` and `official.<day>.txt` of later editions, where the folder has them.
 *
 * @returns the regulation, or all faults with file, line and column
 * @example
 * const { regulation, faults } = readRegulation('rules');
 */
export function readRegulation(folder: string): Loaded {
  if (typeof folder !== 'string')
    return { faults: [diagnostic('input/invalid-type', '', { value: typeof folder, expected: 'string' })] };
  const read = (name: string): Parsed => {
    const found = textInside(folder, name);
    return 'faults' in found ? { faults: [...found.faults] } : parseYaml(found.text, name);
  };
  const lists = ['profiles', 'articles'].map((sub) => rulesInside(folder, sub));
  const names = [
    'regulation.yaml',
    'facts.yaml',
    'terms.yaml',
    'questions.yaml',
    ...lists.flatMap((list) => ('faults' in list ? [] : list.names)),
  ];
  const parsed = names.map(read);
  const unreadable = [...lists, ...parsed].flatMap((part) => ('faults' in part ? part.faults : []));
  if (unreadable.length > 0) return { faults: unreadable };
  const [head, facts, terms, questions, ...rest] = parsed as [Source, Source, Source, Source, ...Source[]];
  const profiles = rest.filter(({ file }) => file.startsWith('profiles/'));
  const articles = rest.filter(({ file }) => file.startsWith('articles/'));
  const profileName = ({ file }: Source) => file.slice('profiles/'.length, -'.yaml'.length);
  const whole = {
    ...(head.value as object),
    facts: facts.value,
    terms: terms.value,
    questions: questions.value,
    profiles: Object.fromEntries(profiles.map((source) => [profileName(source), source.value])),
    articles: articles.map(({ value }) => value),
  };
  const locate = (fault: Diagnostic): Diagnostic => {
    const candidates: [string, Source][] = [
      ['facts', facts],
      ['terms', terms],
      ['questions', questions],
      ...profiles.map((source): [string, Source] => [`profiles.${profileName(source)}`, source]),
      ...articles.map((source, i): [string, Source] => [`articles[${i}]`, source]),
    ];
    const found = candidates.find(
      ([prefix]) => fault.path === prefix || fault.path.startsWith(`${prefix}.`) || fault.path.startsWith(`${prefix}[`),
    );
    if (!found) return head.locate(fault);
    const path = fault.path.slice(found[0].length).replace(/^\./, '');
    return found[1].locate({ ...fault, path });
  };
  const faults = checkRegulation(whole).map(locate);
  if (faults.length > 0) return { faults };
  const regulation = checked(whole as unknown as Regulation);
  const text = checkTexts(regulation, folder);
  return text.length > 0 ? { faults: text } : { regulation, faults: [] };
}

/** The regulation of a folder; throws `ZerenzhiError` with all faults if it has any. */
export function loadRegulation(folder: string): Regulation {
  const { regulation, faults } = readRegulation(folder);
  if (!regulation) throw new ZerenzhiError(faults);
  return regulation;
}

/**
 * A regulation given as data, checked whole; `createPolicy` takes no other. It is copied and cannot be changed.
 *
 * @throws ZerenzhiError with every fault
 * @example
 * const policy = createPolicy({ regulation: regulationOf(JSON.parse(text)) });
 */
export function regulationOf(value: unknown): Regulation {
  const { copy, faults } = plainCopy(value);
  refuse(faults.length > 0 ? faults : checkRegulation(copy));
  return checked(copy as Regulation);
}

const checked = (regulation: Regulation): Regulation => markChecked(regulation, digestOf(inShort(regulation)));

/** The texts of all editions against the official ones. */
function checkTexts(regulation: Regulation, folder: string): Diagnostic[] {
  return [undefined, ...(regulation.editions ?? [])].flatMap((edition, i) =>
    checkText({
      folder,
      name: edition ? `official.${edition.from}.txt` : 'official.txt',
      sum: edition
        ? { path: `editions[${i - 1}].sha256`, sha256: edition.sha256 }
        : { path: 'sha256', sha256: regulation.sha256 },
      ours: officialLines(regulation, edition),
    }),
  );
}

interface Compared {
  readonly folder: string;
  readonly name: string;
  readonly sum: { readonly path: string; readonly sha256: string | undefined };
  readonly ours: ReturnType<typeof officialLines>;
}

/** The articles' text against the official one, line by line; and the official one against its checksum. */
function checkText({ folder, name, sum: { path, sha256 }, ours }: Compared): Diagnostic[] {
  if (!existsInside(folder, name)) return [];
  const official = textInside(folder, name);
  if ('faults' in official) return [...official.faults];
  if (sha256 !== undefined && createHash('sha256').update(official.bytes).digest('hex') !== sha256)
    return [{ ...fileDiagnostic('rule/checksum', path, { expected: sha256 }), file: name }];
  const theirs = official.text.trimEnd().split('\n');
  const differing = [...Array(Math.max(theirs.length, ours.length)).keys()].filter((i) => theirs[i] !== ours[i]?.text);
  return differing.slice(0, 20).map((i) => {
    const [a, b] = [theirs[i] ?? '', ours[i]?.text ?? ''];
    const column = [...a].findIndex((char, k) => char !== b[k]);
    const at = column < 0 ? a.length : column;
    const expected = `${ours[i]?.path ?? ''} … \`${a.slice(at, at + 12)}\` ≠ \`${b.slice(at, at + 12)}\``;
    return {
      ...fileDiagnostic('rule/text-differs', ours[i]?.path ?? '', { expected }),
      file: name,
      line: i + 1,
      column: at + 1,
    };
  });
}
