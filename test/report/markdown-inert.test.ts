import { JSDOM } from 'jsdom';
import { marked } from 'marked';
import { expect, test } from 'vitest';
import { escapeHtml, escapeMarkdown } from '../../src/report/index.js';

/** As GitHub would show it, markup within words and bare links among it. */
const shown = (markdown: string) =>
  new JSDOM(`<body>${marked.parse(markdown, { gfm: true, async: false })}`).window.document.body;

test.each([
  ['a bare address', 'see https://example.org/a?b=c now'],
  ['one without its scheme', 'see www.example.org now'],
  ['an address of mail', 'ask office@example.org now'],
  ['an address of mail with signs in it', 'ask mailto:a.b-c+d_e@example.org now'],
])('%s is no link in Markdown', (_, words) => {
  // Plain, it would be one.
  expect(shown(words).querySelector('a')).not.toBeNull();
  const page = shown(escapeMarkdown(words));
  expect(page.querySelector('a')).toBeNull();
  expect(page.textContent?.trim()).toBe(words);
});

test('an address of mail is parted, for GitHub looks for it in the words that escapes leave', () => {
  expect(escapeMarkdown('office@example.org')).toBe('office<!-- -->@example.org');
  expect(escapeMarkdown('12 @ 3')).toBe('12 @ 3');
});

test('what GitHub would set as a formula stands for itself', () => {
  expect(escapeMarkdown('from $5 to $6, $$x$$')).toBe('from \\$5 to \\$6, \\$\\$x\\$\\$');
  expect(shown(escapeMarkdown('from $5 to $6')).textContent?.trim()).toBe('from $5 to $6');
});

test.each([
  ['a soft hyphen', '\u00ad'],
  ['a joiner of graphemes', '\u034f'],
  ['a Mongolian vowel separator', '\u180e'],
  ['a joiner of width zero', '\u200d'],
  ['its opposite', '\u200c'],
  ['a filler of Hangul', '\u3164'],
  ['a tag', '\u{e0041}'],
])('%s, which nobody sees, comes out as a space', (_, unseen) => {
  expect(escapeHtml(`a${unseen}b`)).toBe('a b');
  expect(escapeMarkdown(`a${unseen}b`)).toBe('a b');
});

test('the selector of a variant of a character stays with it', () => {
  expect(escapeHtml('辻\u{e0100}')).toBe('辻\u{e0100}');
});
