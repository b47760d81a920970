import { expect, it } from 'vitest';
import { VIEWS } from '../../page/src/state.js';
import { describeInBrowser, openPage } from './browser.js';

describeInBrowser('the page', () => {
  it('shows each of its views from a link, without an error', async () => {
    for (const view of VIEWS) {
      const { page, problems } = await openPage({ state: { view } });
      expect(await page.getAttribute('main', 'data-view')).toBe(view);
      expect(problems).toEqual([]);
      await page.close();
    }
  });

  it('opens blank where a link holds nothing readable, and says so', async () => {
    const { page } = await openPage({ hash: 'xyz' });
    expect(await page.getByRole('status').textContent()).toContain('链接');
  });
});
