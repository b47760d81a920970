import { distance } from 'fastest-levenshtein';
import type { Diagnostic } from '../../diagnostics/diagnostics.js';
import { fileDiagnostic } from '../../diagnostics/file-diagnostics.js';
import { passages } from '../../regulation/citation.js';
import type { Regulation } from '../../regulation/schema.js';

/** So many quotes are looked at: of thousands that are wrong, the first show what went wrong. */
const LOOKED_AT = 20;

/** Of quotes that are not found in their article: the words that each nearly is, or the article that has them. */
export function withNearestWords(regulation: Regulation, faults: readonly Diagnostic[]): Diagnostic[] {
  const wrong = faults.filter(({ code, value }) => code === 'rule/quote-not-found' && typeof value === 'string');
  const first = new Set(wrong.slice(0, LOOKED_AT));
  return faults.map((fault) => (first.has(fault) ? lookedAt(regulation, fault) : fault));
}

function lookedAt(regulation: Regulation, { path, value, expected }: Diagnostic): Diagnostic {
  const quote = String(value);
  const within = (wanted: (article: number) => boolean) => regulation.articles.filter(({ article }) => wanted(article));
  const elsewhere = within((article) => String(article) !== expected).find((article) =>
    passages(article).some(({ text }) => text.includes(quote)),
  );
  if (elsewhere) return fileDiagnostic('rule/quote-elsewhere', path, { value, expected: String(elsewhere.article) });
  const nearest = nearestWords(
    quote,
    within((article) => String(article) === expected)
      .flatMap(passages)
      .map(({ text }) => text),
  );
  return fileDiagnostic('rule/quote-not-found', path, {
    value,
    ...(expected && { expected }),
    ...(nearest && { nearest }),
  });
}

/** Words longer than this are no slip of the pen, and looking for them, or in so long a text, would take long. */
const LONGEST = { quote: 256, text: 2_000 } as const;

/** The words of some texts that differ least from a quote: in a quarter of its characters at most. */
export function nearestWords(quote: string, texts: readonly string[]): string | undefined {
  if (quote.length > LONGEST.quote) return undefined;
  // Quotation marks of the writer's own are no words of the text.
  const bare = quote.replaceAll(/^[“「『]|[”」』]$/g, '');
  if (texts.some((text) => text.includes(bare))) return bare;
  let best: { readonly words: string; readonly slips: number } | undefined;
  // Words of which no character is the same are others.
  const most = Math.min(Math.max(1, Math.floor(quote.length / 4)), quote.length - 1);
  for (const text of texts.filter((each) => each.length <= LONGEST.text))
    for (const length of [quote.length, quote.length + 1, quote.length - 1])
      for (let at = 0; at + length <= text.length; at++) {
        const words = text.slice(at, at + length);
        const slips = distance(quote, words);
        if (slips < (best?.slips ?? most + 1)) best = { words, slips };
      }
  return best?.words;
}
