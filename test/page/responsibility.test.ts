import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { parseYaml } from '../../src/authoring/index.js';
import { type Organization, type Overlay, resolveResponsibilityChain } from '../../src/index.js';
import { chainPage, renderText } from '../../src/report/index.js';
import { readYaml } from '../support/fixtures.js';
import { describeInBrowser, keptIn, openPage } from './browser.js';

const FILE = 'fixtures/organizations/university.yaml';
const organization = readYaml<Organization>(FILE);
const view = 'responsibility' as const;

async function organizationOf(page: Page): Promise<Organization | undefined> {
  return (await keptIn(page)).organization;
}

async function saved(page: Page, name: string): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
  return readFileSync(await download.path(), 'utf8');
}

/** Opens the table of a kind of entry. */
const unfold = (page: Page, kind: string) =>
  page.locator('.register > details > summary').filter({ hasText: kind }).click();

describeInBrowser('the chain', () => {
  test('is that of the library, in a picture and in words', async () => {
    const { page, problems } = await openPage({
      state: { view, organization, look: { subject: 'system:student-records', on: '2024-05-06' } },
    });
    const chain = resolveResponsibilityChain({ system: 'student-records' }, { organization, asOf: '2024-05-06' });
    const shown = (await page.locator('.responsibility').innerText()).replaceAll(/\s/g, '');
    for (const line of renderText(chainPage(chain)).split('\n'))
      for (const cell of line.split(/ {2,}|　/)) expect(shown).toContain(cell.replaceAll(/\s|^[-•·]/g, ''));
    const picture = await page.locator('.picture svg').textContent();
    for (const { holders } of chain.links) for (const { person } of holders) expect(picture).toContain(person);
    expect(problems).toEqual([]);
  });

  test('tells a vacancy first, and what changed last', async () => {
    const { page, problems } = await openPage({
      state: { view, organization, look: { subject: 'unit:pharmacy-college', on: '2024-06-30' } },
    });
    expect(await page.locator('.found').innerText()).toContain('岗位空缺：副院长');
    await page.getByLabel('查看对象').selectOption('unit:student-affairs');
    const changes = page.locator('.aside .points');
    expect(await page.getByRole('heading', { name: '2023年7月1日的变动' }).count()).toBe(1);
    expect(await changes.innerText()).toBe('学生处 单位第一责任人：p-005（学生处处长）离任；p-006（学生处处长）到任');
    expect(await page.locator('.found').count()).toBe(0);
    expect(problems).toEqual([]);
  });

  test('tells who may be meant where several hold the posts, and whose that is to settle', async () => {
    const { page, problems } = await openPage({
      state: { view, organization, look: { subject: 'unit:clinical-college', on: '2024-06-30' } },
    });
    const { openPoints } = resolveResponsibilityChain(
      { unit: 'clinical-college' },
      { organization, asOf: '2024-06-30' },
    );
    const told = await page.getByRole('region', { name: '待明确事项' }).innerText();
    expect(told).toContain('第一临床学院 单位第一责任人：责任人待核定（p-008、p-009）');
    for (const { ask } of openPoints) expect(told).toContain(ask.zh);
    expect(problems).toEqual([]);
  });

  test('goes from change to change, and anywhere between by the slider', async () => {
    const { page, problems } = await openPage({
      state: { view, organization, look: { subject: 'unit:student-affairs', on: '2024-06-30' } },
    });
    const holder = () => page.locator('.card table').first().innerText();
    const day = page.getByLabel('日期', { exact: true });
    await page.getByRole('button', { name: '上一变动' }).click();
    expect(await day.inputValue()).toBe('2023-07-01');
    expect(await holder()).toContain('p-006');
    await page.getByRole('slider').press('ArrowLeft');
    expect(await day.inputValue()).toBe('2023-06-30');
    expect(await page.getByRole('slider').getAttribute('aria-valuetext')).toBe('2023年6月30日');
    expect(await holder()).toContain('p-005');
    await page.getByRole('button', { name: '下一变动' }).click();
    expect(await day.inputValue()).toBe('2023-07-01');
    // Where one looks is no step of undoing.
    expect(await page.getByRole('button', { name: '撤销' }).isDisabled()).toBe(true);
    expect(problems).toEqual([]);
  });

  test('of an incident is that of its own day', async () => {
    const incident = { occurredAt: '2023-06-01', units: [{ id: 'student-affairs' }] };
    const { page, problems } = await openPage({
      state: { view, organization, incident, look: { subject: 'incident', on: '2024-06-30' } },
    });
    expect(await page.locator('.responsibility').innerText()).toContain('责任链按当时的任职确定');
    expect(await page.locator('.picture svg').textContent()).toContain('p-005');
    expect(await page.getByRole('slider').count()).toBe(0);
    expect(problems).toEqual([]);
  });

  test('names persons only where a file does', async () => {
    const persons = [{ id: 'p-011', name: '张三' }];
    const { page } = await openPage({
      state: { view, organization: { ...organization, persons }, look: { subject: 'unit:pharmacy-college' } },
    });
    expect(await page.locator('.picture svg').textContent()).toContain('张三');
    await unfold(page, '任职');
    expect(await page.getByRole('textbox', { name: /姓名/ }).count()).toBe(0);
  });

  test.each([
    ['a day that is none', { subject: 'unit:publicity', on: 'garbage' }],
    ['a unit that is not there', { subject: 'unit:nowhere' }],
    ['a day before what the incident tells', { subject: 'incident', on: '2020-01-01' }],
  ])('bears a link with %s', async (_, look) => {
    const incident = { report: { at: '2024-01-01T08:00:00+08:00' } };
    const { page, problems } = await openPage({ state: { view, organization, incident, look } });
    expect(await page.locator('.picture svg').count()).toBe(1);
    expect(problems).toEqual([]);
  });
});

describeInBrowser('the register', () => {
  test('goes from blank to a chain, and out as a file that is read back', async () => {
    const { page, problems } = await openPage({ state: { view } });
    await page.getByLabel('名称', { exact: true }).fill('文学院');
    await page.getByLabel('类别', { exact: true }).selectOption({ label: '学院' });
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: '添加单位' }).click();
    await unfold(page, '岗位');
    const posts = page.getByRole('form', { name: '添加岗位' });
    await posts.getByLabel('单位').fill('文学院');
    await posts.getByLabel('职务', { exact: true }).selectOption({ label: '单位行政主要负责人' });
    await posts.getByRole('button').click();
    await unfold(page, '任职');
    const appointments = page.getByRole('form', { name: '添加任职' });
    await appointments.getByLabel('岗位').selectOption({ label: '文学院 单位行政主要负责人' });
    await appointments.getByLabel('人员编号').fill('p-1');
    await appointments.getByRole('button').click();
    expect(await appointments.getByRole('alert').innerText()).toBe('请填写起始日期');
    const from = appointments.getByLabel('起始日期');
    expect(await from.getAttribute('aria-required')).toBe('true');
    expect(await from.evaluate((each) => each === document.activeElement)).toBe(true);
    await from.fill('2023-09-01');
    await appointments.getByRole('button').click();
    expect(await page.locator('.picture svg').textContent()).toContain('p-1');
    const expected = {
      name: '学校组织台账',
      units: [{ id: '文学院', name: '文学院', kind: 'college' }],
      posts: [{ id: '文学院-单位行政主要负责人', unit: '文学院', role: 'unit-head' }],
      appointments: [{ post: '文学院-单位行政主要负责人', person: 'p-1', from: '2023-09-01' }],
    };
    expect(await organizationOf(page)).toEqual(expected);
    const yaml = parseYaml(await saved(page, '导出 YAML'), 'organization.yaml');
    expect('value' in yaml && yaml.value).toEqual(expected);
    expect(JSON.parse(await saved(page, '导出 JSON'))).toEqual(expected);
    expect(problems).toEqual([]);
  });

  test('takes at a press what an incident, the file of a unit and its own rules name', async () => {
    const incident = { units: [{ id: '药学院' }], systems: [{ id: '学籍系统' }] };
    const { page, problems } = await openPage({
      state: {
        view,
        incident,
        units: [{ id: 'chemistry', name: '化学院' }],
        overlays: [readYaml<Overlay>('fixtures/overlays/pharmacy-college.yaml')],
      },
    });
    // Another unit alone would leave those that are named unknown.
    await page.getByLabel('名称', { exact: true }).fill('文学院');
    await page.getByRole('button', { name: '添加单位' }).click();
    expect(await page.getByRole('alert').innerText()).toContain('事件中的单位“药学院”：台账中没有登记“药学院”');
    await page.getByRole('button', { name: '一并登记化学院、药学院' }).click();
    await page.getByRole('button', { name: '登记学籍系统' }).click();
    await page.getByRole('button', { name: '登记pharmacy-college' }).click();
    expect(await organizationOf(page)).toEqual({
      name: '学校组织台账',
      units: [
        { id: 'chemistry', name: '化学院' },
        { id: '药学院', name: '药学院' },
        { id: 'pharmacy-college', name: 'pharmacy-college' },
      ],
      systems: [{ id: '学籍系统', name: '学籍系统' }],
    });
    expect(await page.locator('.lacking').count()).toBe(0);
    expect(problems).toEqual([]);
  });

  test('tells units of one name apart, and warns of them', async () => {
    const { page, problems } = await openPage({ state: { view, organization } });
    await unfold(page, '单位');
    const form = page.getByRole('form', { name: '添加单位' });
    await form.getByLabel('名称').fill('药学院');
    expect(await form.getByRole('status').innerText()).toContain('与标识为“pharmacy-college”的单位同名');
    await form.getByRole('button').click();
    expect((await organizationOf(page))?.units?.at(-1)).toEqual({ id: '药学院', name: '药学院' });
    const choices = await page.getByLabel('查看对象').locator('option').allInnerTexts();
    expect(choices).toContain('药学院 [pharmacy-college]');
    expect(choices).toContain('药学院 [药学院]');
    expect(await page.locator('td .warned').count()).toBe(2);
    expect(problems).toEqual([]);
  });

  test('on a phone begins at the start of the picture', async () => {
    const { page } = await openPage({ state: { view, organization, look: { subject: 'unit:publicity' } }, width: 390 });
    const picture = page.locator('.picture');
    expect(await picture.evaluate(({ scrollLeft }) => scrollLeft)).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });

  test('begins with an example, or a file', async () => {
    const { page } = await openPage({ state: { view } });
    await page.getByRole('button', { name: '用示例台账' }).click();
    await page.locator('.picture').waitFor();
    expect(await organizationOf(page)).toEqual(organization);
  });

  test('is changed in its place, and back again', async () => {
    const { page, problems } = await openPage({ state: { view, organization } });
    await unfold(page, '岗位');
    const title = page.getByLabel('职务名称，教务处 教务处处长');
    await title.fill('教务处负责人');
    await title.press('Enter');
    expect((await organizationOf(page))?.posts?.find(({ id }) => id === 'io-head')?.title).toBe('教务处负责人');
    // The focus stays where one typed.
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toContain('职务名称');
    await page.getByRole('button', { name: '撤销', exact: true }).click();
    expect(await organizationOf(page)).toEqual(organization);
    expect(problems).toEqual([]);
  });

  test('takes nothing that the library refuses, and keeps what was typed', async () => {
    const { page } = await openPage({ state: { view, organization } });
    await unfold(page, '任职');
    const until = page.getByLabel('终止日期，学生处 学生处处长 p-005');
    await until.fill('2018-01-01');
    await until.press('Enter');
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').innerText()).toBe(
      '任职“学生处 学生处处长 p-005”，终止日期：2018-01-01 早于 2019-09-01 input/out-of-order',
    );
    expect(await until.inputValue()).toBe('2018-01-01');
    expect(await until.getAttribute('aria-invalid')).toBe('true');
    expect(await organizationOf(page)).toEqual(organization);
    await until.press('Escape');
    expect(await until.inputValue()).toBe('2023-06-30');
    await unfold(page, '单位');
    await page.getByRole('button', { name: '删去药学院', exact: true }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').innerText()).toContain(
      '岗位“药学院 院长”，单位：这里仍写着“药学院”，请先改掉',
    );
    expect(await organizationOf(page)).toEqual(organization);
  });

  test('says what units are to a system, and since when', async () => {
    const { page, problems } = await openPage({ state: { view, organization } });
    await unfold(page, '系统');
    await page.getByText('一卡通与各单位的关系').click();
    const managed = page.getByRole('group', { name: '主管单位' });
    await managed.getByRole('button', { name: '删去主管单位 学生处' }).click();
    await managed.getByLabel('主管单位', { exact: true }).fill('教务处');
    await managed.getByLabel('起始日期，主管单位').fill('2024-01-01');
    await managed.getByRole('button', { name: '添加' }).click();
    const system = (await organizationOf(page))?.systems?.find(({ id }) => id === 'campus-card');
    expect(system?.managedBy).toEqual([{ unit: 'academic-affairs', from: '2024-01-01' }]);
    expect(problems).toEqual([]);
  });
});
