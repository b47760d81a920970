import { formatDiagnostic } from 'zerenzhi';
import type { Replay } from 'zerenzhi/record';
import { visible } from 'zerenzhi/report';
import { CLI, type Lang } from './messages.js';

/**
 * What a replay found, line by line: what holds and what does not, then where the outcomes differ. A record may hold
 * any words.
 */
export function replayText({ identical, checks, differences, faults, supersedes }: Replay, lang: Lang): string {
  const say = CLI[lang];
  const shown = (value: unknown) => (value === undefined ? say.nothing : JSON.stringify(value));
  const lines = [
    identical ? say.identical : say.differs,
    ...(supersedes ? [say.supersedes(supersedes.seal)] : []),
    ...Object.values(checks).map(({ holds, message }) => `${holds ? '✓' : '✗'} ${message[lang]}`),
    ...(differences.length > 0 ? [say.recordedDerived] : []),
    ...differences.map(({ path, recorded, derived }) => `  ${path}: ${shown(recorded)} → ${shown(derived)}`),
    ...faults.map((fault) => `  ${formatDiagnostic(fault, lang)}`),
  ];
  return lines.map(visible).join('\n');
}
