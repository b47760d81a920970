import { formatPlace, type Regulation } from 'zerenzhi';
import { type LedgerWords, ledgerOf } from 'zerenzhi/authoring';
import type { State } from '../state.js';
import { AUTHORS } from '../words/authors.js';

/** The text of the rules word by word, each sentence with the owners of its words. */
export function Ledger({ regulation, lang }: { readonly regulation: Regulation; readonly lang: State['lang'] }) {
  const say = AUTHORS[lang];
  const lines = regulation.articles.flatMap((article) =>
    ledgerOf(article, regulation.connectives).map((line) => ({ ...line, from: article.from })),
  );
  return (
    <div class="ledger">
      <p class="hint">{say.ledgerNote}</p>
      {lines.map(({ place, sentence, parts, from }, i) => (
        <div key={`${from} ${place} ${sentence}`}>
          {lines[i - 1]?.place !== place && <h3>{formatPlace(place, lang)}</h3>}
          <Sentence parts={parts} lang={lang} />
        </div>
      ))}
    </div>
  );
}

function Sentence({ parts, lang }: { readonly parts: readonly LedgerWords[]; readonly lang: State['lang'] }) {
  const say = AUTHORS[lang];
  return (
    <details>
      <summary class="tiled" lang="zh-CN">
        {parts.map((part) => (
          <span key={part.words} class={kindOf(part)}>
            {part.words}
          </span>
        ))}
      </summary>
      <dl class="owners">
        {parts.map((part) => (
          <div key={part.words}>
            <dt lang="zh-CN">{part.words}</dt>
            <dd>{[...part.provisions, ...part.because.map((why) => why[lang])].join(say.between) || say.unowned}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

const kindOf = ({ provisions, because }: LedgerWords): string =>
  provisions.length > 0 ? 'owned' : because.length > 0 ? 'plain' : 'unowned';
