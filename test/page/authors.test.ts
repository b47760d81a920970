import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { checkFolder, diffRegulations, loadRegulation } from '../../src/authoring/index.js';
import type { Incident, Organization, UnitFile } from '../../src/index.js';
import { readYaml } from '../support/fixtures.js';
import { describeInBrowser, keptIn, openPage } from './browser.js';

const work = mkdtempSync(join(tmpdir(), 'authors-'));
afterAll(() => rmSync(work, { recursive: true }));

/** A copy of a folder of rules with something changed in one file. */
function copyOf(name: string, from: string, file?: string, change: (text: string) => string = (text) => text): string {
  const folder = join(work, name);
  mkdirSync(folder);
  cpSync(from, folder, { recursive: true, filter: (path) => !/generated/.test(path) });
  if (file !== undefined) writeFileSync(join(folder, file), change(readFileSync(join(folder, file), 'utf8')));
  return folder;
}

const give = (page: Page, takes: 'folder' | 'files', paths: string | string[]) =>
  page.locator(`input[data-takes=${takes}]`).setInputFiles(paths);

describeInBrowser('what an author drops in', () => {
  test('is told with its faults, each at its line, as the command tells them', async () => {
    const folder = copyOf('faulty', 'test/second-regulation', 'articles/02.yaml', (text) =>
      text.replace('quote: 大火', 'quote: 大水'),
    );
    const { faults } = checkFolder(folder);
    expect(faults.length).toBeGreaterThan(0);
    const { page, problems } = await openPage({ state: { view: 'authors' } });
    await give(page, 'folder', folder);
    const told = page.locator('.diagnostics .fault');
    await told.first().waitFor();
    const text = (await told.allInnerTexts()).join('\n');
    for (const { message, line, column } of faults) {
      expect(text).toContain(message.zh);
      expect(text).toContain(`:${line}:${column}`);
    }
    // The line itself is shown.
    expect(await told.locator('pre').first().innerText()).toContain('大水');
    expect(problems).toEqual([]);
  });

  test('shows whose each word is, and runs its scenarios', async () => {
    const folder = copyOf('sound', 'test/second-regulation');
    const { page, problems } = await openPage({ state: { view: 'authors' } });
    await give(page, 'folder', folder);
    await page.getByText('没有发现问题').waitFor();
    await page.getByText('逐字归属').click();
    const words = await page.locator('.folder .tiled').allInnerTexts();
    const { articles } = loadRegulation('test/second-regulation');
    const text = articles.flatMap(({ paragraphs }) =>
      paragraphs.flatMap((each) => [each.text, ...(each.items ?? []).map((item) => item.text)]),
    );
    expect(words.join('')).toBe(text.join(''));
    await page.getByText('场景与覆盖').click();
    await page.getByRole('button', { name: '运行场景' }).click();
    await page.locator('.counts').waitFor();
    expect(problems).toEqual([]);
  });

  test('is held against another version, whose telling cases open in the assessment by either', async () => {
    const before = copyOf('before', 'test/second-regulation');
    const after = copyOf('after', 'test/second-regulation', 'articles/02.yaml', (text) =>
      text.replace('{ all: [{ term: large-fire', '{ any: [{ term: large-fire'),
    );
    const { telling } = diffRegulations(loadRegulation(before), loadRegulation(after));
    const found = telling.find((each) => each.found?.document === 'incident');
    expect(found).toBeDefined();
    const { page, problems } = await openPage({ state: { view: 'authors' } });
    // Folders are chosen one after the other.
    await give(page, 'folder', before);
    await page.locator('.folder').first().waitFor();
    await give(page, 'folder', after);
    const amended = page.locator('.folder').filter({ has: page.getByRole('heading', { name: 'after', exact: true }) });
    await amended.getByText('修订对照').click();
    await amended.getByLabel('对照').selectOption('before');
    await amended.getByRole('button', { name: '开始对照' }).click();
    await amended.getByRole('button', { name: '按修订后打开' }).first().click();
    await page.locator('.articles').waitFor();
    const truth = () => page.locator(`[data-provision="${found?.provision}"]`).first().getAttribute('data-truth');
    expect(await truth()).toBe(found?.found?.after);
    await page.getByRole('button', { name: '规则编写' }).click();
    await amended.getByText('修订对照').click();
    await amended.getByLabel('对照').selectOption('before');
    await amended.getByRole('button', { name: '开始对照' }).click();
    await amended.getByRole('button', { name: '按修订前打开' }).first().click();
    await page.locator('.articles').waitFor();
    expect(await truth()).toBe(found?.found?.before);
    expect(problems).toEqual([]);
  });
});

describeInBrowser('rules that are used instead of those the page came with', () => {
  test('are told above everything, and what was entered before comes back with its own rules', async () => {
    const incident = { title: '名单外泄', occurredAt: '2024-05-06', leak: { occurred: true } } as Incident;
    const folder = copyOf('other', 'test/second-regulation');
    const { page, problems } = await openPage({ state: { view: 'authors', incident } });
    await give(page, 'folder', folder);
    await page.getByRole('button', { name: '用这些规则评估' }).click();
    await page.getByText('现按导入的规则评估').waitFor();
    const { title } = loadRegulation('test/second-regulation');
    expect(await page.locator('.notice').innerText()).toContain(title.zh);
    await page.getByRole('button', { name: '撤销' }).click();
    expect((await keptIn(page)).incident).toEqual(incident);
    expect(await page.getByText('现按导入的规则评估').count()).toBe(0);
    await page.getByRole('button', { name: '事件评估' }).click();
    expect(await page.locator('[data-provision="art9.p2.i3"]').count()).toBe(1);
    await page.getByRole('button', { name: '重做' }).click();
    await page.getByText('现按导入的规则评估').waitFor();
    await page.getByRole('button', { name: '改回随附的规则' }).click();
    expect(await page.getByText('现按导入的规则评估').count()).toBe(0);
    expect(problems).toEqual([]);
  });
});

describeInBrowser("a unit's own rules that are dropped in", () => {
  const organization = readYaml<Organization>('fixtures/organizations/university.yaml');
  const units = [readYaml<UnitFile>('fixtures/units/pharmacy-college.yaml')];

  test('are told where they loosen what the text demands, with the line, and are not taken', async () => {
    const file = join(work, 'looser.yaml');
    const rules = 'fixtures/overlays/pharmacy-college.yaml';
    writeFileSync(file, `${readFileSync(rules, 'utf8').trimEnd()}\n`.replace(/^unit: .*$/m, 'unit: party-committee'));
    const { page, problems } = await openPage({ state: { view: 'authors', organization } });
    await give(page, 'files', file);
    await page.locator('.diagnostics .fault').first().waitFor();
    expect(await page.getByRole('button', { name: '采用' }).count()).toBe(0);
    expect(problems).toEqual([]);
  });

  test('stand apart once they are taken, and a breach of them is told beside the duties of the text', async () => {
    const { page, problems } = await openPage({ state: { view: 'authors', asOf: '2024-06-30', organization, units } });
    await give(page, 'files', 'fixtures/overlays/pharmacy-college.yaml');
    await page.getByRole('button', { name: '采用' }).click();
    await page.getByText('已采用').waitFor();
    expect((await keptIn(page)).overlays).toHaveLength(1);
    await page.getByRole('button', { name: '单位职责' }).click();
    await page.getByText('本单位制度').first().waitFor();
    expect(problems).toEqual([]);
  });
});
