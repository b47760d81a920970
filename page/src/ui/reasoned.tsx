import { useState } from 'preact/hooks';
import { type Explanation, explanationPage } from 'zerenzhi/report';
import type { State } from '../state.js';
import { PAGE } from '../words/page.js';
import { Paper, within } from './paper.js';

/** Why something is as it is, and the whole proof at a press. */
export function Reasoned({ explanation, lang }: { readonly explanation: Explanation; readonly lang: State['lang'] }) {
  const [isWhole, setWhole] = useState(false);
  return (
    <>
      <Paper page={within(explanationPage(explanation, { lang, proof: isWhole }))} />
      <button type="button" class="quiet" aria-pressed={isWhole} onClick={() => setWhole(!isWhole)}>
        {PAGE[lang].proof}
      </button>
    </>
  );
}
