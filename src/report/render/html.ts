import { withoutHoles } from '../../diagnostics/reading.js';
import { guarded } from '../../explanation/guarded.js';
import type { Lang } from '../../language.js';
import { EXPLAIN } from '../../messages/explain.js';
import { MARK, REPORT } from '../../messages/report.js';
import { escapeHtml } from '../inert.js';
import { type Block, type Item, type Line, type Page, runOf } from '../page.js';
import { TAG } from '../tag.js';
import { printStyle } from './print-style.js';

/** Rules for the classes that pages use: colours beside the signs, and words for those who hear the page. */
export const STYLE = [
  'mark{background:none;color:inherit;border-bottom:2px solid}',
  'mark.met{background:#fbe3e0;border-color:#b3261e}mark.unmet{background:#e9eef2;border-color:#56687a}',
  'mark.undetermined{background:#fff3cd;border-color:#8a6d00;border-bottom-style:dashed}',
  '.dim{color:#555}.whole{white-space:nowrap}.spoken{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden;white-space:nowrap}',
].join('');

/** On a screen there is room around the text; in the dark, marks keep their meaning by line and tint. */
const SCREEN = [
  '@media screen{:root{color-scheme:light dark}body{padding:2rem 1rem}main{max-width:50rem}td,th{border-color:currentColor}}',
  '@media screen and (prefers-color-scheme:dark){mark.met{background:#5c1f1a}mark.unmet{background:#2b3742}',
  'mark.undetermined{background:#4d3f00}.dim{color:#aaa}}',
].join('');

/**
 * The rules of a whole document in a language, for the screen, for the dark and for paper: what `renderHtml` puts into it,
 * for those who keep style sheets in files of their own.
 *
 * @example
 * const css = documentStyle('zh');
 */
export const documentStyle = (lang: Lang): string => `${printStyle(lang)}${STYLE}${SCREEN}`;

export interface HtmlOptions {
  /** A whole document, for the screen and for paper, with this title; a piece of one by default. */
  readonly title?: string | undefined;
  /** The nonce of a content security policy, under which the document's own style is accepted. */
  readonly nonce?: string | undefined;
  /** Where its style sheet is to be found, in place of one of its own: see `documentStyle`. */
  readonly stylesheet?: string | undefined;
}

/**
 * A page as HTML: a sign and, for those who hear it, a word at each truth, so that it is read without colour. It holds
 * no script, and refers to nothing outside.
 *
 * @throws ZerenzhiError with every fault of the options, or if it is no page
 * @example
 * const html = renderHtml(articlePage(9, assessment, { lang: 'zh' }), { title: '第九条' });
 */
export const renderHtml = (page: Page, options?: HtmlOptions): string =>
  guarded(options, { title: 'string', nonce: 'string', stylesheet: 'string' }, (given) =>
    htmlOf(withoutHoles(page), given),
  );

function htmlOf({ lang, blocks }: Page, { title, nonce, stylesheet }: HtmlOptions): string {
  const body = blocks.map((block) => blockHtml(block, lang)).join('\n');
  if (title === undefined) return `<article lang="${TAG[lang]}">\n${body}\n</article>`;
  return [
    '<!doctype html>',
    `<html lang="${TAG[lang]}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(title)}</title>`,
    stylesheet === undefined
      ? `<style${nonce === undefined ? '' : ` nonce="${escapeHtml(nonce)}"`}>${documentStyle(lang)}</style>`
      : `<link rel="stylesheet" href="${escapeHtml(stylesheet)}">`,
    '</head>',
    '<body>',
    `<main>\n${body}\n</main>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function blockHtml(block: Block, lang: Lang): string {
  const line = (of: Line) => of.map((part) => runHtml(part, lang)).join('');
  switch (block.kind) {
    case 'heading':
      return `<h${block.level}${block.annex ? ' class="annex"' : ''}>${line(block.line)}</h${block.level}>`;
    case 'paragraph':
      return `<p${block.as ? ` class="${block.as}"` : ''}>${line(block.line)}</p>`;
    case 'list':
      return itemsHtml(block.items, block.ordered ? 'ol' : 'ul', line);
    case 'table': {
      const head = block.head
        ? `<thead><tr>${block.head.map((text) => `<th scope="col">${escapeHtml(text)}</th>`).join('')}</tr></thead>\n`
        : '';
      const rows = block.rows.map((row) => `<tr>${row.map((cell) => `<td>${line(cell)}</td>`).join('')}</tr>`);
      return `<table>\n${head}<tbody>\n${rows.join('\n')}\n</tbody>\n</table>`;
    }
  }
}

function itemsHtml(items: readonly Item[], tag: 'ol' | 'ul', line: (of: Line) => string): string {
  const each = items.map(
    (item) =>
      `<li>${line(item.line)}${item.items && item.items.length > 0 ? `\n${itemsHtml(item.items, 'ul', line)}\n` : ''}</li>`,
  );
  return `<${tag}>\n${each.join('\n')}\n</${tag}>`;
}

/** A date as Chinese writes it: no line ends inside one. */
const DATE = /\d{4}年(?:\d{1,2}月(?:\d{1,2}日(?:\d{1,2}时(?:\d{1,2}分(?:[\d.]+秒)?)?)?)?)?/g;

function runHtml(part: Line[number], lang: Lang): string {
  const { text, truth, lit, presumed, style, change, lang: own } = runOf(part);
  const tongue = own && own !== lang ? ` lang="${TAG[own]}"` : '';
  const words = escapeHtml(text).replace(DATE, '<span class="whole">$&</span>');
  if (change) return change === 'out' ? `<del${tongue}>${words}</del>` : `<ins${tongue}>${words}</ins>`;
  if (!truth) {
    if (style === 'strong') return `<strong${tongue}>${words}</strong>`;
    const attributes = `${style === 'dim' ? ' class="dim"' : ''}${tongue}`;
    return attributes === '' ? words : `<span${attributes}>${words}</span>`;
  }
  const say = REPORT[lang];
  const spoken = say
    .labelled([...(presumed ? [EXPLAIN[lang].presumed] : []), say.truth[truth]].join(say.and), '')
    .trimEnd();
  const sign = `<span aria-hidden="true">${MARK[truth]}${lit && presumed ? EXPLAIN[lang].presumed : ''}\u00a0</span>`;
  // Where the words are those of the truth itself, they need not be said twice.
  const heard = text.startsWith(say.truth[truth]) ? '' : `<span class="spoken">${spoken}</span>`;
  const inside = `${sign}${heard}${tongue === '' ? words : `<span${tongue}>${words}</span>`}`;
  return lit ? `<mark class="${truth}">${inside}</mark>` : `<span class="${truth}">${inside}</span>`;
}
