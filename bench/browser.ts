// The page in a browser: how long until it can be used, and from an answer to the text lit by it.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { median } from './measure.js';

export interface InBrowser {
  readonly bytes: number;
  readonly gzipped: number;
  /** Milliseconds from opening the file to a question that can be answered. */
  readonly opens: number;
  /** Milliseconds from a press on an answer to the text lit anew and laid out. */
  readonly relit: { readonly median: number; readonly p95: number; readonly answers: number };
}

const PAGE = fileURLToPath(new URL('../dist/page.html', import.meta.url));
const OPENINGS = 7;
const CASES = 12;
/** Answers in a case. */
const ANSWERS = 20;

/** Nothing where there is no browser. */
export async function inBrowser(): Promise<InBrowser | undefined> {
  const executablePath = [process.env.CHROMIUM ?? '', '/usr/bin/chromium', '/usr/bin/chromium-browser'].find(
    existsSync,
  );
  if (executablePath === undefined) return undefined;
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  const url = `file://${PAGE}`;
  const opens: number[] = [];
  for (let i = 0; i < OPENINGS; i++) {
    const page = await browser.newPage();
    await page.goto(url);
    await page.waitForSelector('.next h2');
    opens.push(await page.evaluate(() => performance.now()));
    await page.close();
  }
  const times: number[] = [];
  for (let seed = 1; seed <= CASES; seed++) {
    const page = await browser.newPage();
    await page.goto(url);
    await page.waitForSelector('.next h2');
    times.push(...(await page.evaluate(answering, { seed, answers: ANSWERS })));
    await page.close();
  }
  await browser.close();
  times.sort((a, b) => a - b);
  return {
    bytes: statSync(PAGE).size,
    gzipped: gzipSync(readFileSync(PAGE)).length,
    opens: median(opens),
    relit: { median: median(times), p95: times[Math.floor(times.length * 0.95)] as number, answers: times.length },
  };
}

/** Answers questions at random; how long each answer took until the text was lit and laid out. Runs in the page. */
async function answering({ seed, answers }: { readonly seed: number; readonly answers: number }): Promise<number[]> {
  let state = seed;
  const random = (below: number) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
  const times: number[] = [];
  for (let i = 0; i < answers; i++) {
    await new Promise((done) => setTimeout(done, 120));
    const box = document.querySelector<HTMLInputElement>('.next .several input');
    if (box) {
      box.click();
      await new Promise((done) => setTimeout(done, 20));
    }
    const buttons = [
      ...document.querySelectorAll<HTMLButtonElement>(
        '.next > .choices button, .next fieldset .choices button, .next .typed .quiet',
      ),
    ];
    const button = buttons[random(buttons.length)];
    if (!button) break;
    const start = performance.now();
    button.click();
    // What an answer changes is drawn before the next task begins.
    await new Promise<void>((done) => queueMicrotask(() => queueMicrotask(() => queueMicrotask(done))));
    document.querySelector('.articles')?.getBoundingClientRect();
    times.push(performance.now() - start);
  }
  return times;
}
