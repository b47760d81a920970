export { glosses } from '../../rules/generated/glosses.js';
export { type Explanation, explainFinding, type Ground } from './explain.js';
export { articleHtml, explanationHtml, explanationMarkdown, STYLE } from './html.js';
export { escapeHtml, escapeMarkdown } from './inert.js';
export { type LitPassage, type LitSegment, litPassages } from './lit-text.js';
export { compareReadings, type ReadingsComparison } from './readings.js';
export { articleText, assessmentText, chainText, explanationText, obligationsText, type TextOptions } from './text.js';
