import type { Truth } from 'zerenzhi';
import { MARK, REPORT } from '../../../src/messages/report.js';
import type { State } from '../state.js';

/** A truth as its sign and its word. */
export function TruthSign({ truth, lang }: { readonly truth: Truth; readonly lang: State['lang'] }) {
  return (
    <span class={`truth ${truth}`}>
      <span aria-hidden="true">{MARK[truth]} </span>
      {REPORT[lang].truth[truth]}
    </span>
  );
}
