export { type LitPassage, type LitSegment, litPassages } from './lit-text.js';
export { articleText, assessmentText, chainText, obligationsText, type TextOptions } from './text.js';
