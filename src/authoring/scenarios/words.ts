import type { Diagnostic } from '../../diagnostics/diagnostics.js';
import { fileDiagnostic } from '../../diagnostics/file-diagnostics.js';
import { oncePer } from '../../diagnostics/once.js';
import { passages } from '../../regulation/citation.js';
import type { Regulation } from '../../regulation/schema.js';
import { nearestWords } from '../check/quotes.js';
import type { Row } from './form.js';

const textsOf = oncePer(({ articles }: Regulation) => articles.flatMap(passages).map(({ text }) => text));

/** What a row quotes and the text does not have: its basis, and what stands in quotation marks in its reason. */
export function wordFaults({ basis, because }: Row, regulation: Regulation): Diagnostic[] {
  const texts = textsOf(regulation);
  const fault = (path: string, words: string): Diagnostic[] => {
    if (texts.some((text) => text.includes(words))) return [];
    const nearest = nearestWords(words, texts);
    return [fileDiagnostic('scenario/quote-not-found', path, { value: words, ...(nearest && { nearest }) })];
  };
  const ofBasis = Array.isArray(basis)
    ? basis.flatMap((words, i) => fault(`basis[${i}]`, words))
    : fault('basis', basis as string);
  return [...ofBasis, ...quotedIn(because).flatMap((words) => fault('because', words))];
}

/** Words in quotation marks, in parts where something is left out between them. */
const quotedIn = (sentence: string): string[] =>
  [...sentence.matchAll(/“([^”]+)”/g)].flatMap(([, words = '']) => words.split('……'));
