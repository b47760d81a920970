import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, describe } from 'vitest';
import { fragmentOf, stateIn } from '../../page/src/fragment.js';
import { EMPTY, type State } from '../../page/src/state.js';

/** The page as it is handed out: one file, opened from a disk. test/page/build.ts has built it. */
const FILE = new URL('../../dist/page.html', import.meta.url);

const executablePath = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser'].find(
  (path) => path !== undefined && existsSync(path),
);
if (!executablePath) console.warn(`skipped: no Chromium (CHROMIUM=…) to open ${fileURLToPath(FILE)} in`);

/** Tests that need a browser; skipped where there is none. */
export const describeInBrowser = describe.skipIf(!executablePath);

let browser: Promise<Browser> | undefined;
afterAll(async () => (await browser)?.close());

export interface Opened {
  readonly page: Page;
  /** Errors, what the page's own policy refused, and what it asked a network for: empty, if all is well. */
  readonly problems: readonly string[];
}

/** Opens the page without a network, with what a link holds: a state, or the text of a fragment. */
export async function openPage({
  state = {},
  hash,
  lang = 'zh',
  width = 1440,
  theme = 'light',
}: {
  readonly state?: Partial<State>;
  readonly hash?: string;
  readonly lang?: State['lang'];
  readonly width?: number;
  readonly theme?: 'light' | 'dark';
} = {}): Promise<Opened> {
  // Where the system has no letters but Latin ones, files lose their Chinese names.
  const env = { ...process.env, LC_ALL: 'C.UTF-8' };
  browser ??= chromium.launch({ ...(executablePath && { executablePath }), args: ['--no-sandbox'], env });
  const context = await (await browser).newContext({
    viewport: { width, height: 900 },
    colorScheme: theme,
    offline: true,
    acceptDownloads: true,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  const problems: string[] = [];
  // What the policy of the page refuses is told as an error too.
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(String(error.stack)));
  page.on('request', (request) => {
    if (/^(https?|wss?):/.test(request.url())) problems.push(`asked for ${request.url()}`);
  });
  const fragment = hash ?? fragmentOf({ ...EMPTY, lang, ...state });
  await page.goto(`${FILE.href}${fragment === '' ? '' : `#${fragment}`}`);
  await page.waitForSelector('main');
  return { page, problems };
}

/** What the page has in its link: it keeps that at once when it is left. */
export async function keptIn(page: Page): Promise<State> {
  const hash = await page.evaluate(() => {
    dispatchEvent(new Event('pagehide'));
    return location.hash;
  });
  const state = stateIn(hash.slice(1));
  if (!state) throw new Error(`the link holds nothing: ${hash}`);
  return state;
}
