import { reading } from '../diagnostics/reading.js';
import type { Lang } from '../language.js';
import { unitText as unitIn } from '../messages/explain.js';

/** The unit of a number by itself; of another regulation, under its own name. */
export const unitText = (unit: string, lang: Lang): string => reading(() => unitIn(unit, lang));
