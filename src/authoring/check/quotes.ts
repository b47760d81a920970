import { distance } from 'fastest-levenshtein';
import type { Diagnostic } from '../../diagnostics/diagnostics.js';
import { fileDiagnostic } from '../../diagnostics/file-diagnostics.js';
import { passages } from '../../regulation/citation.js';
import type { Regulation } from '../../regulation/schema.js';

/** Of a quote that is not found in its article: the words that it nearly is, or the article that has it. */
export function withNearestWords(regulation: Regulation, fault: Diagnostic): Diagnostic {
  const { code, path, value, expected } = fault;
  if (code !== 'rule/quote-not-found' || typeof value !== 'string') return fault;
  const within = (wanted: (article: number) => boolean) => regulation.articles.filter(({ article }) => wanted(article));
  const elsewhere = within((article) => String(article) !== expected).find((article) =>
    passages(article).some(({ text }) => text.includes(value)),
  );
  if (elsewhere) return fileDiagnostic('rule/quote-elsewhere', path, { value, expected: String(elsewhere.article) });
  const nearest = nearestWords(
    value,
    within((article) => String(article) === expected)
      .flatMap(passages)
      .map(({ text }) => text),
  );
  return fileDiagnostic(code, path, { value, ...(expected && { expected }), ...(nearest && { nearest }) });
}

/** Words longer than this are no slip of the pen, and looking for them would take long. */
const LONGEST = 256;

/** The words of some texts that differ least from a quote: in a quarter of its characters at most. */
function nearestWords(quote: string, texts: readonly string[]): string | undefined {
  if (quote.length > LONGEST) return undefined;
  // Quotation marks of the writer's own are no words of the text.
  const bare = quote.replaceAll(/^[“「『]|[”」』]$/g, '');
  if (texts.some((text) => text.includes(bare))) return bare;
  let best: { readonly words: string; readonly slips: number } | undefined;
  for (const text of texts)
    for (const length of [quote.length, quote.length + 1, quote.length - 1])
      for (let at = 0; at + length <= text.length; at++) {
        const words = text.slice(at, at + length);
        const slips = distance(quote, words);
        if (slips < (best?.slips ?? Math.max(1, Math.floor(quote.length / 4)) + 1)) best = { words, slips };
      }
  return best?.words;
}
