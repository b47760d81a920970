import { type Diagnostic, type Overlay, ZerenzhiError } from 'zerenzhi';
import type { Source } from 'zerenzhi/authoring';
import { readDocument } from '../document.js';
import { faultOf } from '../faults.js';
import { type Applied, settingsOf } from '../options.js';
import { kindOf } from './kind.js';

/** The rules and values that files are checked by. */
export type CheckedBy = Pick<Applied, 'regulation' | 'policy' | 'profile'>;

/** Files of whatever kind, checked: those of one kind together, since two may contradict each other. */
export async function checkFiles(
  paths: readonly string[],
  by: CheckedBy,
): Promise<{ readonly faults: readonly Diagnostic[]; readonly overlays: readonly Overlay[] }> {
  const faults: Diagnostic[] = [];
  const overlays: Source[] = [];
  for (const path of paths) {
    const source = await faultless(() => readDocument(path), faults);
    if (!source) continue;
    if (kindOf(source.value) === 'overlay') overlays.push(source);
    else faults.push(faultOf('file/unknown-kind', path, { expected: 'unit, document, duties, terms' }));
  }
  if (overlays.length > 0)
    await faultless(() => settingsOf({ ...by, overlay: overlays.map(({ file }) => file), presume: true }), faults);
  return { faults, overlays: overlays.map(({ value }) => value as Overlay) };
}

/** What something comes to; where it is refused, its faults are kept. */
async function faultless<T>(work: () => Promise<T>, faults: Diagnostic[]): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ZerenzhiError)) throw error;
    faults.push(...error.diagnostics);
    return undefined;
  }
}
