import type { Diagnostic, Place } from '../diagnostics/diagnostics.js';
import { fileDiagnostic } from '../diagnostics/file-diagnostics.js';
import type { Absent } from './check/sound.js';
import type { FileSystem } from './files/file-system.js';
import { rulesInside, textInside } from './files/read.js';
import { type Parsed, parseYaml, type Source } from './parse-yaml.js';
import { named } from './places.js';

/** A folder of rule files, read. */
export interface Folder {
  /** The regulation as one value. Parts whose files could not be read are empty in it. */
  readonly whole: object;
  /** Those parts. */
  readonly absent: readonly Absent[];
  /** The faults of reading. */
  readonly faults: readonly Diagnostic[];
  /** A fault of the whole in the file, line and column it stands in, at its place as an author names it. */
  locate(fault: Diagnostic): Diagnostic;
}

/** Reads the files of a folder, each for itself: what is wrong with one hides nothing of another. */
export function readFolder(fs: FileSystem, folder: string): Folder {
  const faults: Diagnostic[] = [];
  const absent: Absent[] = [];
  const read = (name: string, part: Absent): Source | undefined => {
    const parsed = readFile(fs, folder, name);
    if (!('faults' in parsed)) return parsed;
    faults.push(...parsed.faults);
    absent.push(part);
    return undefined;
  };
  const all = (part: 'profiles' | 'articles') => {
    const found = rulesInside(fs, folder, part);
    const required =
      part === 'articles' && 'names' in found && found.names.length === 0
        ? [{ ...fileDiagnostic('rule/required-file', ''), file: 'articles/01.yaml' }]
        : [];
    if ('names' in found && required.length === 0) return found.names.flatMap((name) => read(name, part) ?? []);
    faults.push(...('faults' in found ? found.faults : required));
    absent.push(part);
    return [];
  };
  const head = read('regulation.yaml', 'regulation');
  const facts = read('facts.yaml', 'facts');
  const terms = read('terms.yaml', 'terms');
  const questions = read('questions.yaml', 'questions');
  const [profiles, articles] = [all('profiles'), all('articles')];
  const profileName = ({ file }: Source) => file.slice('profiles/'.length, -'.yaml'.length);
  const whole = {
    ...(head?.value as object | undefined),
    facts: facts ? facts.value : {},
    terms: terms ? terms.value : {},
    questions: questions ? questions.value : {},
    profiles: Object.fromEntries(profiles.map((source) => [profileName(source), source.value])),
    articles: articles.map(({ value }) => value),
  };
  const sources: readonly (readonly [part: string, source: Source | undefined])[] = [
    ['facts', facts],
    ['terms', terms],
    ['questions', questions],
    ...profiles.map((source) => [`profiles.${profileName(source)}`, source] as const),
    ...articles.map((source, i) => [`articles[${i}]`, source] as const),
  ];
  const placed = (fault: Diagnostic): Diagnostic => {
    const { path } = fault;
    const [part, source] = sources.find(
      ([part]) => path === part || (/^[.[]/.test(path.slice(part.length)) && path.startsWith(part)),
    ) ?? ['', head];
    const inFile = { ...fault, path: path.slice(part.length).replace(/^\./, '') };
    return named(source?.locate(inFile) ?? inFile, source?.value);
  };
  const locate = ({ first, ...fault }: Diagnostic): Diagnostic => ({
    ...placed(fault),
    ...(first && { first: placeIn(placed({ ...fault, ...first })) }),
  });
  return { whole, absent, faults, locate };
}

const placeIn = ({ path, file, line, column }: Diagnostic): Place => ({
  path,
  ...(file !== undefined && { file }),
  ...(line !== undefined && { line }),
  ...(column !== undefined && { column }),
});

function readFile(fs: FileSystem, folder: string, name: string): Parsed {
  if (!fs.exists(fs.join(folder, name)))
    return { faults: [{ ...fileDiagnostic('rule/required-file', ''), file: name }] };
  const found = textInside(fs, folder, name);
  return 'faults' in found ? { faults: [...found.faults] } : parseYaml(found.text, name);
}
