import { reading, withoutHoles } from '../../diagnostics/reading.js';
import { EXPLAIN } from '../../messages/explain.js';
import { MARK } from '../../messages/report.js';
import { escapeMarkdown } from '../inert.js';
import { type Block, type Item, type Line, type Page, runOf } from '../page.js';

/**
 * A page as Markdown (CommonMark, with the tables of GitHub's).
 *
 * @throws ZerenzhiError if it is no page
 * @example
 * const markdown = renderMarkdown(explanationPage(explainFinding(assessment, 'art9.p2.i3'), { lang: 'zh' }));
 */
export const renderMarkdown = (page: Page): string =>
  reading(
    () =>
      `${withoutHoles(page)
        .blocks.map((block) => blockMarkdown(block, page.lang))
        .join('\n\n')}\n`,
  );

function blockMarkdown(block: Block, lang: Page['lang']): string {
  // What begins with a comment would be HTML to its end, and at its beginning nothing has to be parted.
  const line = (of: Line) =>
    of
      .map((part) => runMarkdown(part, lang))
      .join('')
      .replace(/^<!-- -->/, '');
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${line(block.line)}`;
    case 'paragraph':
      return line(block.line);
    case 'list':
      return itemsMarkdown(block.items, block.ordered === true, '', line).join('\n');
    case 'table': {
      const columns = Math.max(block.head?.length ?? 0, ...block.rows.map((row) => row.length));
      const row = (cells: readonly string[]) =>
        `| ${Array.from({ length: columns }, (_, i) => cells[i] ?? '').join(' | ')} |`;
      return [
        row((block.head ?? []).map(escapeMarkdown)),
        row(Array(columns).fill('---')),
        ...block.rows.map((cells) => row(cells.map(line))),
      ].join('\n');
    }
  }
}

const itemsMarkdown = (
  items: readonly Item[],
  ordered: boolean,
  indent: string,
  line: (of: Line) => string,
): string[] =>
  items.flatMap((item, i) => {
    const bullet = ordered ? `${i + 1}.` : '-';
    return [
      `${indent}${bullet} ${line(item.line)}`,
      ...itemsMarkdown(item.items ?? [], false, `${indent}${' '.repeat(bullet.length + 1)}`, line),
    ];
  });

function runMarkdown(part: Line[number], lang: Page['lang']): string {
  const { text, truth, lit, presumed, style, change } = runOf(part);
  const words = escapeMarkdown(text);
  if (change) return marked(words, change === 'out' ? '~~' : '**');
  if (truth && lit) return `\\[${MARK[truth]}${presumed ? EXPLAIN[lang].presumed : ''} ${words}\\]`;
  if (truth) return `${MARK[truth]} ${words}`;
  return style === 'strong' ? `**${words}**` : words;
}

/**
 * Words between marks. A mark beside a letter on its outer side is one only if there is a letter on its inner side too:
 * where there is a sign, as Chinese text has it without a space, a comment parts the mark from what stands outside.
 */
function marked(words: string, mark: string): string {
  const [, before = '', inner = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(words) ?? [];
  if (inner === '') return words;
  const [start, end] = [/^[\p{L}\p{N}]/u, /[\p{L}\p{N}]$/u].map((letter) => (letter.test(inner) ? '' : '<!-- -->'));
  return `${before}${start}${mark}${inner}${mark}${end}${after}`;
}
