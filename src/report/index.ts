export { glosses } from '../../rules/generated/glosses.js';
export { type ExplainOptions, explainFinding, explainObligation } from '../explanation/explain.js';
export type { Explanation, RulingUsed, ValueUsed } from '../explanation/explanation.js';
export type { Proof } from '../explanation/fact-proof.js';
export type { PageOptions, PersonNames } from '../explanation/guarded.js';
export { type LitPassage, type LitSegment, litPassages } from '../explanation/lit-text.js';
export { proofOf } from '../explanation/proof.js';
export type { WithChain } from './chain-in.js';
export { escapeHtml, escapeMarkdown, visible } from './inert.js';
export type { FoundBy } from './memo/found-by.js';
export { type MemoOptions, memoPage } from './memo/memo.js';
export type { Block, Item, Line, Page, Run } from './page.js';
export { articlePage, type Lighting, litArticle } from './pages/article.js';
export { type AssessmentPageOptions, assessmentPage } from './pages/assessment.js';
export { chainPage } from './pages/chain.js';
export { changeText } from './pages/change-text.js';
export { comparisonPage } from './pages/comparison.js';
export { type DutyTold, dutyTold } from './pages/duty-told.js';
export {
  type ExplanationOptions,
  type ExplanationsOptions,
  explanationPage,
  explanationsPage,
} from './pages/explanation.js';
export { type ObligationsPageOptions, obligationsPage } from './pages/obligations.js';
export { settlementPage, settlementsPage } from './pages/settlement.js';
export { type WhatIfsPageOptions, whatIfPage, whatIfsPage } from './pages/what-if.js';
export { personNames } from './persons.js';
export { obligationsCalendar } from './pictures/calendar.js';
export { chainMermaid } from './pictures/chain-mermaid.js';
export { chainSvg } from './pictures/chain-svg.js';
export { timelineMermaid } from './pictures/timeline-mermaid.js';
export { timelineSvg } from './pictures/timeline-svg.js';
export { documentStyle, type HtmlOptions, renderHtml, STYLE } from './render/html.js';
export { renderMarkdown } from './render/markdown.js';
export { renderText, type TextOptions } from './render/text.js';
export { statedText } from './stated-text.js';
export { unitText } from './unit-text.js';
