import { JSDOM, VirtualConsole } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { assessIncident } from '../../src/index.js';
import { assessmentPage, documentStyle, renderHtml } from '../../src/report/index.js';

const page = assessmentPage(assessIncident({ leak: { occurred: true } }, { asOf: '2024-06-30' }));
// It reads no style sheet, and need not say so.
const documentOf = (html: string) => new JSDOM(html, { virtualConsole: new VirtualConsole() }).window.document;

describe('a whole document', () => {
  test('has its title, its language and a style of its own, and nothing from outside', () => {
    const read = documentOf(renderHtml(page, { title: '评估 <1>' }));
    const { head, documentElement } = read;
    expect(head.querySelector('title')?.textContent).toBe('评估 <1>');
    expect(documentElement.lang).toBe('zh-CN');
    expect(head.querySelector('style')?.textContent).toBe(documentStyle('zh'));
    expect(read.querySelectorAll('[style], script, link, img')).toHaveLength(0);
  });

  test('bears the nonce of a strict policy', () => {
    const { head } = documentOf(renderHtml(page, { title: 'x', nonce: 'r4nd"om' }));
    expect(head.querySelector('style')?.getAttribute('nonce')).toBe('r4nd"om');
  });

  test('or takes its style from a file', () => {
    const { head } = documentOf(renderHtml(page, { title: 'x', stylesheet: 'zerenzhi.css?a&b' }));
    expect(head.querySelector('style')).toBeNull();
    expect(head.querySelector('link[rel=stylesheet]')?.getAttribute('href')).toBe('zerenzhi.css?a&b');
  });

  test('is for paper, for the screen and for the dark', () => {
    for (const lang of ['zh', 'en'] as const) {
      const style = documentStyle(lang);
      for (const part of ['@page', '@media screen{', 'prefers-color-scheme:dark', 'mark.undetermined'])
        expect(style).toContain(part);
      expect((style.match(/\{/g) ?? []).length).toBe((style.match(/\}/g) ?? []).length);
    }
  });
});

test('on paper no heading stands alone at the foot of a page, and no row or item is broken in the middle', () => {
  for (const lang of ['zh', 'en'] as const)
    for (const rule of [
      /[,}]h1,h2,h3,[^{}]*\{break-after:avoid\}/,
      /\}tr,li:not\(:has\(ul,ol\)\)\{break-inside:avoid\}/,
    ])
      expect(documentStyle(lang)).toMatch(rule);
});

test('a piece of a document has no style, for its host has one', () => {
  expect(renderHtml(page)).toMatch(/^<article lang="zh-CN">/);
  expect(renderHtml(page)).not.toContain('<style');
});
