import { type Diagnostic, formatPlace } from 'zerenzhi';
import { decodeText, type Files } from 'zerenzhi/authoring';
import type { State } from '../state.js';
import { AUTHORS } from '../words/authors.js';

interface Props {
  readonly faults: readonly Diagnostic[];
  readonly kind: 'fault' | 'note';
  readonly files: Files;
  /** Within which the paths of the faults are. */
  readonly folder?: string;
  readonly lang: State['lang'];
}

/** Faults with the lines they stand in. */
export function Diagnostics({ faults, kind, files, folder, lang }: Props) {
  if (faults.length === 0) return null;
  // Many rows may name one file that is not there.
  const once = new Map(faults.map((fault) => [keyOf(fault), fault]));
  return (
    <ul class="diagnostics">
      {[...once].map(([key, fault]) => {
        const { file, line, column = 1, path, place, message, code } = fault;
        const at = folder === undefined || folder === '.' || file === undefined ? file : `${folder}/${file}`;
        const text = line === undefined ? undefined : lineOf(files, at, line);
        return (
          <li key={key} class={kind}>
            <p class="dim">
              {[at && (line === undefined ? at : `${at}:${line}:${column}`), place && formatPlace(place, lang), path]
                .filter(Boolean)
                .join('　')}
            </p>
            {text !== undefined && (
              <pre>
                {text.slice(0, column - 1)}
                <mark class="met">{text.slice(column - 1, column + 39) || ' '}</mark>
                {text.slice(column + 39)}
              </pre>
            )}
            <p>
              <strong>{AUTHORS[lang][kind]}</strong> {message[lang]} <code>{code}</code>
            </p>
          </li>
        );
      })}
    </ul>
  );
}

const keyOf = ({ code, file, line, column, path, message }: Diagnostic): string =>
  [code, file, line, column, path, message.en].join(' ');

/** More of a line than anybody reads. */
const LONGEST = 300;

function lineOf(files: Files, path: string | undefined, line: number): string | undefined {
  const given = path === undefined ? undefined : files[path];
  if (given === undefined) return undefined;
  const text = typeof given === 'string' ? { text: given } : decodeText(given, '');
  return 'text' in text ? text.text.split(/\r?\n/)[line - 1]?.slice(0, LONGEST) : undefined;
}
