import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { assessIncident, createPolicy, type Incident, type Organization, regulation } from '../../src/index.js';
import { readYaml } from '../support/fixtures.js';
import { describeInBrowser, keptIn, openPage } from './browser.js';

// Published cases, entered by somebody who knows what the case's file says and nothing else, from the blank page to the
// memo.

const ORGANIZATION = 'fixtures/organizations/university.yaml';
const organization = readYaml<Organization>(ORGANIZATION);
const asOf = '2026-06-30';

/** What a case's file says under a name; nothing where it is silent. */
function said(told: Incident, id: string): unknown {
  const path = Object.hasOwn(regulation.terms, id) ? ['findings', id] : id.split('.');
  return path.reduce<unknown>((of, key) => (of as { readonly [key: string]: unknown } | undefined)?.[key], told);
}

/** The question on the page, once the one before has gone; nothing where nothing more is asked. */
async function question(page: Page, before: string | undefined): Promise<string | undefined> {
  const next = page.locator('.next');
  for (let i = 0; i < 100; i++) {
    const id = (await next.count()) > 0 ? ((await next.getAttribute('data-question')) ?? undefined) : undefined;
    if (id !== before) return id;
    await page.waitForTimeout(30);
  }
  throw new Error(`the page still asks ${before}`);
}

const YES = { true: '是', false: '否' } as const;

async function answer(page: Page, id: string, value: unknown): Promise<void> {
  const next = page.locator('.next');
  const press = (name: string) => next.getByRole('button', { name, exact: true }).click();
  if (value === undefined || value === null) return press('不知道');
  const options = regulation.facts[id]?.options;
  const labelOf = (option: unknown) =>
    (typeof options === 'object' ? options : {})[String(option)]?.zh ?? String(option);
  if (typeof value === 'boolean') return press(YES[String(value) as 'true' | 'false']);
  if (Array.isArray(value)) {
    for (const each of value) await next.getByLabel(labelOf(each), { exact: true }).check();
    return press(value.length === 0 ? '都没有' : '确定');
  }
  if (typeof value === 'string' && regulation.facts[id]?.type !== 'instant') {
    const alleged = regulation.facts[id]?.alleged;
    return press(value === 'alleged' && alleged ? alleged.open.zh : labelOf(value));
  }
  await next.getByRole('textbox').fill(timeText(value));
  await press('确定');
}

async function enterNames(page: Page, label: string, names: readonly string[]): Promise<void> {
  for (const name of names) {
    await page.getByLabel(label, { exact: true }).fill(name);
    await page.keyboard.press('Enter');
  }
}
const nameOf = (
  list: readonly { readonly id: string; readonly name?: string | undefined }[] | undefined,
  id: unknown,
) => list?.find((each) => each.id === id)?.name ?? String(id);

const CASES = ['student-list-spread', 'home-page-tampered', 'identity-numbers-published'];

describeInBrowser('a published case, from the blank page to the memo', () => {
  test.each(CASES)('%s', async (name) => {
    const told = readYaml<Incident>(`fixtures/incidents/${name}.yaml`);
    const { page, problems } = await openPage({ state: { asOf } });
    await page.locator('input[type=file]').first().setInputFiles(ORGANIZATION);
    await page.getByText('已导入').waitFor();
    await page.getByLabel('事件名称').fill(told.title ?? '');
    await enterNames(
      page,
      '涉事单位',
      (told.units ?? []).map(({ id }) => nameOf(organization.units, id)),
    );
    await enterNames(
      page,
      '涉事系统',
      (told.systems ?? []).map(({ id }) => nameOf(organization.systems, id)),
    );
    if (!told.systems) await page.getByRole('button', { name: '不涉及任何系统' }).click();
    const asked: string[] = [];
    for (let id = await question(page, undefined); id !== undefined; id = await question(page, id)) {
      asked.push(id);
      expect(asked.length).toBeLessThan(60);
      await answer(page, id, said(told, id));
    }
    expect(new Set(asked).size).toBe(asked.length);
    const { incident } = await keptIn(page);
    // What the case says was entered as it says it, and what it does not say is not known.
    for (const id of asked) expect([id, said(incident, id)]).toEqual([id, said(told, id) ?? null]);

    const assessment = assessIncident(incident, { organization, asOf, policy: createPolicy() });
    await expectShown(page, assessment);

    await page.getByRole('button', { name: '责任评估报告' }).click();
    await page.getByLabel('主送').fill('学校党委');
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载 Word 文档' }).click(),
    ]);
    expect(saved.suggestedFilename()).toBe(`${told.title}.docx`);
    expect(
      readFileSync(await saved.path())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
    expect(await page.locator('.sheet h1').innerText()).toContain(told.title);
    await page.getByText('学校党委：').waitFor();
    expect(problems).toEqual([]);
  });
});

/** A time as somebody types it. */
const timeText = (value: unknown): string => {
  const { began, ended } = value as { readonly began?: string; readonly ended?: string };
  return began === undefined ? String(value) : `自${began}起至${ended}止`;
};

/** The findings that the page shows beside the text are those of an assessment. */
async function expectShown(page: Page, { findings }: ReturnType<typeof assessIncident>): Promise<void> {
  const shown = await page
    .locator('[data-truth]')
    .evaluateAll((all) => all.map((each) => [each.getAttribute('data-provision'), each.getAttribute('data-truth')]));
  expect(Object.fromEntries(shown)).toEqual(
    Object.fromEntries(findings.map(({ provision, status }) => [provision, status])),
  );
}

describeInBrowser('what was entered', () => {
  const state = { asOf, incident: { occurredAt: '2024-05-06', leak: { occurred: true } } as Incident };

  test('is kept in the link, and in nothing else', async () => {
    const first = await openPage({ state });
    await first.page.locator('.next').waitFor();
    await first.page.getByLabel('事件名称').fill('名单外泄');
    await first.page.keyboard.press('Tab');
    const kept = await keptIn(first.page);
    expect(kept.incident).toEqual({ ...state.incident, title: '名单外泄' });
    expect(await first.page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([
      0,
      0,
      '',
    ]);
    const second = await openPage({ hash: new URL(first.page.url()).hash.slice(1) });
    expect(await second.page.getByLabel('事件名称').inputValue()).toBe('名单外泄');
    expect([...first.problems, ...second.problems]).toEqual([]);
  });

  test('stays when the language is changed midway, and is told in the other', async () => {
    const { page, problems } = await openPage({ state });
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByText('Were data exposed or stolen?').waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    const { incident, lang } = await keptIn(page);
    expect([incident, lang]).toEqual([state.incident, 'en']);
    await page.getByRole('button', { name: '中文' }).click();
    await page.getByText('是否有数据外泄（含被窃取）？').waitFor();
    expect(problems).toEqual([]);
  });

  test('can be changed, taken back and undone', async () => {
    const { page, problems } = await openPage({ state });
    const row = page.locator('.answered').getByRole('button', { name: /是否有数据外泄/ });
    await row.click();
    await page.locator('.answered').getByRole('button', { name: '否', exact: true }).click();
    expect((await keptIn(page)).incident.leak).toEqual({ occurred: false });
    await row.click();
    await page.locator('.answered').getByRole('button', { name: '撤回此项' }).click();
    expect((await keptIn(page)).incident).toEqual({ occurredAt: '2024-05-06' });
    await page.getByRole('button', { name: '撤销' }).click();
    await page.getByRole('button', { name: '撤销' }).click();
    expect((await keptIn(page)).incident).toEqual(state.incident);
    await page.getByRole('button', { name: '重做' }).click();
    expect((await keptIn(page)).incident.leak).toEqual({ occurred: false });
    expect(problems).toEqual([]);
  });

  test('is not touched by an answer that contradicts it: the page says why and asks again', async () => {
    const { page } = await openPage({ state: { asOf, incident: { discoveredAt: '2024-05-01' } as Incident } });
    await page.locator('.next').getByRole('textbox').fill('2024-05-06');
    await page.locator('.next').getByRole('button', { name: '确定' }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').innerText()).toContain('早于');
    expect((await keptIn(page)).incident).toEqual({ discoveredAt: '2024-05-01' });
    expect(await page.locator('.next').getByRole('textbox').inputValue()).toBe('2024-05-06');
  });

  test('by an answer that is chosen the outcome follows at once, and a reason is a press away', async () => {
    const { page, problems } = await openPage({ state });
    await page.getByText('各种回答的影响').click();
    await page.locator('.effects dl').waitFor();
    const item = page.locator('[data-provision="art9.p2.i3"]');
    await item.getByRole('button').first().click();
    await item.locator('.why').waitFor();
    expect(await item.locator('.why').innerText()).toContain('泄露');
    expect(problems).toEqual([]);
  });

  test('a number that is tried shows what it would change, and the headline names it as an assumption', async () => {
    const { page, problems } = await openPage({
      state: {
        asOf,
        incident: {
          ...state.incident,
          leak: { occurred: true, 'own-persons': true, kinds: ['personal-information'], persons: 30_000 },
        } as Incident,
      },
    });
    await page.getByText('理解与取值').click();
    const value = page
      .locator('label')
      .filter({ hasText: '大面积个人信息' })
      .filter({ hasText: '人' })
      .getByRole('textbox')
      .first();
    await value.fill('10000');
    await page.getByText('改为此值：').waitFor();
    expect(await page.getByText('改为此值：').innerText()).toContain('第九条第二款第（三）项符合');
    expect((await keptIn(page)).chosen.terms ?? {}).toEqual({});
    await value.blur();
    await page.locator('.outcome').getByText('项假设为前提').first().waitFor();
    expect((await keptIn(page)).chosen.terms).toEqual({ 'large-scale-personal-information': { persons: 10_000 } });
    // Words are no number, and take nothing away.
    await value.fill('约一万');
    await value.blur();
    expect((await keptIn(page)).chosen.terms).toEqual({ 'large-scale-personal-information': { persons: 10_000 } });
    expect(problems).toEqual([]);
  });

  test('what no question asks for can be told all the same', async () => {
    const { page, problems } = await openPage({ state });
    await page.getByText('补记其他事实').click();
    await page.getByRole('searchbox').fill('定为');
    await page.getByRole('button', { name: /事件定为/ }).click();
    await page.getByRole('button', { name: '较大', exact: true }).click();
    expect((await keptIn(page)).incident).toMatchObject({ incident: { grade: 'larger' } });
    expect(problems).toEqual([]);
  });

  test('readings that are chosen are assumptions, and change what the text shows', async () => {
    const { page, problems } = await openPage({ state });
    await page.getByText('理解与取值').click();
    const reading = page.locator('.reading').filter({ hasText: '泄露' }).first();
    await reading.getByRole('radio').first().check();
    const { chosen } = await keptIn(page);
    expect(Object.keys(chosen.rulings ?? {})).toHaveLength(1);
    expect(problems).toEqual([]);
  });
});
