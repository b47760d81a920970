import { formatPlace, type Regulation } from 'zerenzhi';
import { type LedgerWords, ledgerOf } from 'zerenzhi/authoring';
import { REPORT } from '../../../src/messages/report.js';
import type { State } from '../state.js';
import { AUTHORS } from '../words/authors.js';

/** The text of the rules word by word, each sentence with the owners of its words. */
export function Ledger({ regulation, lang }: { readonly regulation: Regulation; readonly lang: State['lang'] }) {
  const say = AUTHORS[lang];
  const nameOf = namesIn(regulation, lang);
  const lines = regulation.articles.flatMap((article) =>
    ledgerOf(article, regulation.connectives).map((line) => ({ ...line, from: article.from })),
  );
  return (
    <div class="ledger">
      <p class="hint">{say.ledgerNote}</p>
      {lines.map(({ place, sentence, parts, from }, i) => (
        <div key={`${from} ${place} ${sentence}`}>
          {lines[i - 1]?.place !== place && <h3>{formatPlace(place, lang)}</h3>}
          <Sentence parts={parts} nameOf={nameOf} lang={lang} />
        </div>
      ))}
    </div>
  );
}

/** What a provision is called, beside its name in the rule files. */
function namesIn({ articles }: Regulation, lang: State['lang']): (id: string) => string {
  const called = new Map(
    articles.flatMap(({ provisions }) =>
      provisions.map((each): [string, string | undefined] => [
        each.id,
        ('label' in each ? each.label : 'action' in each ? each.action : undefined)?.[lang],
      ]),
    ),
  );
  return (id) => [called.get(id), id].filter(Boolean).join('　');
}

function Sentence({
  parts,
  nameOf,
  lang,
}: {
  readonly parts: readonly LedgerWords[];
  readonly nameOf: (id: string) => string;
  readonly lang: State['lang'];
}) {
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
            <dd>
              {[...part.provisions.map(nameOf), ...part.because.map((why) => why[lang])].join(REPORT[lang].and) ||
                say.unowned}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

const kindOf = ({ provisions, because }: LedgerWords): string =>
  provisions.length > 0 ? 'owned' : because.length > 0 ? 'plain' : 'unowned';
