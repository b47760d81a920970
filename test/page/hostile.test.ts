import { deflateRawSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Incident } from '../../src/index.js';
import { describeInBrowser, keptIn, openPage } from './browser.js';

// Whatever is dropped in or linked to: no code runs, and nothing that was entered is lost.

const state = { asOf: '2024-06-30', incident: { title: '原有事件', occurredAt: '2024-05-06' } as Incident };

async function drop(page: Page, name: string, text: string): Promise<void> {
  await page.evaluate(
    ({ name, text }) => {
      const files = new DataTransfer();
      files.items.add(new File([text], name));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: files, bubbles: true, cancelable: true }));
    },
    { name, text },
  );
  await page.locator('.notice').waitFor();
}

/** Code that ran would have left this behind. */
const RAN = 'globalThis.ran = true';
const hasRun = (page: Page) => page.evaluate(() => 'ran' in globalThis);
const kept = async (page: Page) => (await keptIn(page)).incident;

describeInBrowser('a file that is dropped in', () => {
  test.each([
    ['that is no document', 'page.html', `<script>${RAN}</script>`],
    ['with a tag that makes code', 'case.yaml', `title: !!js/function "function () { ${RAN} }"`],
    ['that does not parse', 'case.yaml', 'title: "未完\n  - ]['],
    ['of many aliases', 'case.yaml', `a: &a [x]\n${Array.from({ length: 300 }, (_, i) => `b${i}: *a`).join('\n')}`],
    ['that is very deep', 'case.json', '['.repeat(20_000)],
    ['that is huge', 'case.json', `{"title":"${'a'.repeat(6_000_000)}"}`],
    ['with a key that writes to every object', 'case.json', '{"__proto__": {"ran": true}}'],
    ['that says it is everything and is not', 'all.json', '{"incident":{},"chosen":{},"units":null,"overlays":[]}'],
    [
      'with a language that nobody speaks',
      'all.json',
      '{"incident":{},"chosen":{},"units":[],"overlays":[],"lang":"xx"}',
    ],
    ['whose facts do not exist', 'case.yaml', `title: x\nleak: { occured: true }`],
    ['with bytes of no text', 'case.yaml', '\u0000\u0001\u0002'],
  ])('%s', async (_, name, text) => {
    const { page, problems } = await openPage({ state });
    await drop(page, name, text);
    expect(await hasRun(page)).toBe(false);
    expect(await kept(page)).toEqual(state.incident);
    expect(await page.locator('.notice').innerText()).not.toBe('');
    expect(problems).toEqual([]);
  });

  test('whose words are markup is shown word for word, in every view', async () => {
    const { page, problems } = await openPage({ state });
    const words = `<img src=x onerror="${RAN}"><script>${RAN}</script>`;
    const text = JSON.stringify({
      ...state.incident,
      title: words,
      source: words,
      parties: [{ id: 'p-1', name: words }],
    });
    await drop(page, 'case.json', text);
    for (const button of await page.locator('nav button').all()) {
      await button.click();
      await page.waitForTimeout(300);
      expect(await page.locator('main img, main script, .paper img').count()).toBe(0);
    }
    expect(await page.locator('.sheet h1').innerText()).toContain('<img src=x');
    expect(await hasRun(page)).toBe(false);
    expect(problems).toEqual([]);
  });
});

describeInBrowser('a link', () => {
  const link = (value: unknown) => deflateRawSync(JSON.stringify(value)).toString('base64url');
  const bomb = deflateRawSync(Buffer.alloc(50_000_000, 0x20)).toString('base64url');
  test.each([
    ['that is no state', 'hello'],
    ['of another shape', link([1, 2])],
    ['with views that do not exist', link({ view: 'admin' })],
    ['with facts that do not exist', link({ incident: { leak: { occured: true } } })],
    ['that unpacks to far more than it holds', bomb],
    ['with markup for a language', link({ lang: '"><script>' })],
  ])('%s opens the page blank and says so', async (_, hash) => {
    const { page, problems } = await openPage({ hash });
    await page.locator('.notice').waitFor();
    expect(await page.locator('.next').count()).toBe(1);
    // The link itself is not written over.
    await page.waitForTimeout(300);
    expect(new URL(page.url()).hash.slice(1)).toBe(hash);
    expect(problems).toEqual([]);
  });

  test('that cannot be read leaves alone what was entered', async () => {
    const { page } = await openPage({ state });
    await page.evaluate(() => {
      location.hash = 'broken';
    });
    await page.locator('.notice').waitFor();
    expect(await page.getByLabel('事件名称').inputValue()).toBe('原有事件');
  });
});
