import { type Diagnostic, type Overlay, ZerenzhiError } from 'zerenzhi';
import { readScenarios, type Source } from 'zerenzhi/authoring';
import { readAny } from '../document.js';
import { faultOf } from '../faults.js';
import { type Applied, settingsOf } from '../options.js';
import { regulationFrom } from '../regulation.js';
import { kindOf } from './kind.js';

/** The rules and values that files are checked by. */
export type CheckedBy = Pick<Applied, 'regulation' | 'policy' | 'profile'>;

/** What files were checked, by their kind. */
export interface CheckedFiles {
  readonly faults: readonly Diagnostic[];
  readonly overlays: readonly Overlay[];
  readonly scenarios: number;
  readonly policies: number;
}

/** Files of whatever kind, checked: overlays together, since two may contradict each other. */
export async function checkFiles(paths: readonly string[], by: CheckedBy): Promise<CheckedFiles> {
  const faults: Diagnostic[] = [];
  const overlays: Source[] = [];
  let [scenarios, policies] = [0, 0];
  for (const path of paths) {
    const source = await faultless(() => readAny(path), faults);
    if (!source) continue;
    switch (kindOf(source.value)) {
      case 'scenarios': {
        const table = readScenarios(path, regulationFrom(by.regulation));
        scenarios += table.scenarios.length;
        faults.push(...table.faults);
        break;
      }
      case 'policy':
        policies++;
        await faultless(() => settingsOf({ ...by, policy: path, presume: true }), faults);
        break;
      case 'overlay':
        overlays.push(source);
        break;
      default:
        faults.push(faultOf('file/unknown-kind', path));
    }
  }
  if (overlays.length > 0)
    await faultless(() => settingsOf({ ...by, overlay: overlays.map(({ file }) => file), presume: true }), faults);
  return { faults, overlays: overlays.map(({ value }) => value as Overlay), scenarios, policies };
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
