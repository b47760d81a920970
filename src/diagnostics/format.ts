import type { Lang } from '../language.js';
import { type Diagnostic, inOneLine } from './diagnostics.js';
import { reading } from './reading.js';

/**
 * One line for people and logs: place, message, code. Whatever names and values are in it, it stays one line of words.
 *
 * @throws ZerenzhiError if it is no diagnostic
 */
export const formatDiagnostic = (fault: Diagnostic, lang: Lang = 'en'): string => reading(() => inOneLine(fault, lang));
