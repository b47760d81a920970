import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { type State, VIEWS } from '../../page/src/state.js';
import type { Incident, Organization, UnitFile } from '../../src/index.js';
import { readYaml } from '../support/fixtures.js';
import { describeInBrowser, openPage } from './browser.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds on the page as it stands: each rule with the first place that breaks it. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const { violations: found } = await page.evaluate(
    (tags) =>
      (globalThis as unknown as { axe: { run: (o: object) => Promise<AxeResults> } }).axe.run({ runOnly: tags }),
    TAGS,
  );
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

const state: Partial<State> = {
  asOf: '2024-06-30',
  incident: readYaml<Incident>('fixtures/incidents/student-list-spread.yaml'),
  organization: readYaml<Organization>('fixtures/organizations/university.yaml'),
  units: ['academic-affairs', 'network-college'].map((name) => readYaml<UnitFile>(`fixtures/units/${name}.yaml`)),
};

describeInBrowser('every view, filled and empty', () => {
  test.each(
    VIEWS.flatMap((view) =>
      (['light', 'dark'] as const).flatMap((theme) => (['zh', 'en'] as const).map((lang) => ({ view, theme, lang }))),
    ),
  )('$view, $theme, $lang: axe finds nothing', async ({ view, theme, lang }) => {
    const school = view === 'obligations' ? [{ ...state, look: { of: '*' } }] : [];
    for (const of of [state, {}, ...school]) {
      const { page, problems } = await openPage({
        state: { ...of, view },
        lang,
        theme,
        width: theme === 'dark' ? 375 : 1440,
      });
      await page.waitForTimeout(500);
      // What is folded is looked at too; but a menu lies over what is beneath it.
      await page.evaluate(() => {
        for (const each of document.querySelectorAll<HTMLDetailsElement>('details:not(.menu)')) each.open = true;
      });
      await page.waitForTimeout(800);
      expect(await violations(page)).toEqual([]);
      // Nothing is wider than the screen it is on.
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      expect(problems).toEqual([]);
      await page.context().close();
    }
  });
});

describeInBrowser('by keyboard alone', () => {
  test('a case goes from blank to memo', async () => {
    const { page, problems } = await openPage({ state: { asOf: '2024-06-30' } });
    const { keyboard } = page;
    const focused = () =>
      page.evaluate(
        () => document.activeElement?.textContent || (document.activeElement as HTMLInputElement)?.value || '',
      );
    /** Goes on until something of that name has the focus. */
    const to = async (name: RegExp, key = 'Tab') => {
      for (let i = 0; i < 120; i++) {
        const label = await page.evaluate(() => {
          const { activeElement: at } = document;
          if (at === document.body) return undefined;
          return `${at?.getAttribute('aria-label') ?? ''} ${(at as HTMLInputElement)?.labels?.[0]?.textContent ?? ''} ${at?.textContent ?? ''}`;
        });
        if (label !== undefined && name.test(label)) return;
        await keyboard.press(key);
      }
      throw new Error(`${name} was not reached; the focus is on ${await focused()}`);
    };
    // Past the head of the page at once.
    await keyboard.press('Tab');
    expect(await focused()).toBe('跳到正文');
    await keyboard.press('Enter');
    await to(/^ 事件名称/);
    await keyboard.type('名单外泄');
    await to(/不涉及任何系统/);
    await keyboard.press('Enter');
    await to(/事件何时发生/);
    await keyboard.type('2024-05-06');
    await keyboard.press('Enter');
    // Nothing is known of the rest; then everybody was asked, and nobody alleges anything.
    for (let isOver = false; !isOver; ) {
      await page.waitForFunction(
        () => document.activeElement?.id === 'next' || document.querySelector('details.next[open]'),
      );
      isOver = (await page.locator('details.next').count()) > 0;
      await to(isOver ? /^ +均已问过/ : /^ +不知道/);
      await keyboard.press('Enter');
    }
    await page.waitForTimeout(500);
    expect(await page.locator('details.next').count()).toBe(0);
    await to(/^ +责任评估报告/);
    await keyboard.press('Enter');
    await page.locator('.sheet h1').waitFor();
    expect(await page.locator('.sheet h1').innerText()).toContain('名单外泄');
    expect(problems).toEqual([]);
  });
});
