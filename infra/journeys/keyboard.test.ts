import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { eventually, plain, shows, useVisitors } from './visitor.js';

const { visit } = useVisitors();
const focusedName = (page: Page) =>
  page.evaluate(() => (document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '').trim());

test('the keyboard alone: skip link, search, sorting', async () => {
  const { page } = await visit('officer');
  await page.goto('/portfolio');
  await shows(page.locator('tbody').getByRole('rowheader'));
  await page.keyboard.press('Tab');
  expect(await focusedName(page)).toBe('Gå til indhold');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');

  await page.keyboard.press('/');
  const find = page.getByRole('searchbox', { name: 'Find i tabellen' });
  expect(await find.evaluate((field) => document.activeElement === field)).toBe(true);
  await page.keyboard.type('clean/');
  expect(await find.inputValue()).toBe('clean/');
  await page.keyboard.press('Escape');
  expect(await find.inputValue()).toBe('');

  const header = page.getByRole('columnheader', { name: 'Gyldig til' });
  await header.getByRole('button').focus();
  for (const [key, sort] of [
    ['Enter', 'ascending'],
    ['Space', 'descending'],
    ['Enter', null],
    ['Space', 'ascending'],
  ] as const) {
    await page.keyboard.press(key);
    await eventually(() => header.getAttribute('aria-sort')).toBe(sort);
    expect(await header.getByRole('button').evaluate((button) => document.activeElement === button)).toBe(true);
  }
});

test('a drawer takes the focus, closes by Escape, and gives the focus back', async () => {
  const { page } = await visit('officer');
  await page.goto('/clusters/food-bio-cluster-denmark');
  const opener = page.getByRole('button', { name: 'Tilføj tildeling' }).first();
  await opener.focus();
  await page.keyboard.press('Enter');
  await shows(page.getByRole('dialog', { name: 'Tilføj tildeling' }));
  expect(await page.evaluate(() => document.activeElement?.closest('dialog') !== null)).toBe(true);
  for (let press = 0; press < 40; press += 1) {
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement === document.body || document.activeElement?.closest('dialog') !== null)).toBe(
      true,
    );
  }
  const calendar = page.getByRole('dialog').getByRole('button', { name: 'Åbn kalender' }).first();
  await calendar.focus();
  await page.keyboard.press('Enter');
  await shows(page.getByRole('dialog').getByRole('table'));
  await page.keyboard.press('Escape');
  await eventually(() => page.getByRole('dialog').getByRole('table').count()).toBe(0);
  expect(await calendar.evaluate((button) => document.activeElement === button)).toBe(true);
  await page.keyboard.press('Escape');
  await eventually(() => page.getByRole('dialog').count()).toBe(0);
  expect(await opener.evaluate((button) => document.activeElement === button)).toBe(true);
});

test('another page is told by its title, and the focus goes there; what takes the focus away hands it on', async () => {
  const { page } = await visit('officer');
  await page.goto('/clusters/clean?on=2027-01-01');
  await page.getByRole('button', { name: 'Tilbage til i dag' }).press('Enter');
  await eventually(() => page.evaluate(() => document.activeElement?.id)).toBe('content');
  await page.getByRole('link', { name: 'Historik', exact: true }).press('Enter');
  await eventually(() => page.getByRole('status').allInnerTexts()).toContain('Historik: CLEAN · Klyngevagt');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
});

/** Words that only Danish has, besides names of clusters, programmes and people. */
const danish =
  /\b(og|klyngen|klynger|ikke|senest|gælder|udløber|påmindelse[nr]?|handling|dage|programmet|mærke[rt]?|kilde|fra|til|skal|uden|eller|ingen|vises|sendt|planlagt)\b/i;
const writtenByPeople = new Set(['name', 'shortName', 'domain', 'source', 'note', 'text', 'place', 'title', 'funder', 'programmeName']);

/** Names and free texts stay as somebody wrote them: the strings that are the same to readers of both languages. */
function recordedIn(one: unknown, other: unknown, key = ''): string[] {
  if (typeof one === 'string') return one === other && writtenByPeople.has(key) && one.length > 2 ? [one] : [];
  if (typeof one !== 'object' || one === null || typeof other !== 'object' || other === null) return [];
  return Object.entries(one).flatMap(([name, value]) =>
    recordedIn(value, (other as Record<string, unknown>)[name], Array.isArray(one) ? key : name),
  );
}

/** A text without what somebody recorded; a part of a recorded text is nothing. */
function withoutRecorded(text: string, recorded: readonly string[]): string {
  if (recorded.some((part) => part.includes(text))) return '';
  return recorded.reduce((rest, part) => rest.replaceAll(part, ''), text);
}

test('in English no Danish is left on the main pages', async () => {
  const { page } = await visit('admin');
  const dane = (await visit('officer')).page;
  await page.goto('/portfolio');
  await shows(page.locator('tbody').getByRole('rowheader'));
  expect(await page.locator('html').getAttribute('lang')).toBe('da');
  await page.getByRole('group', { name: 'Sprog' }).getByRole('button', { name: 'English' }).click();
  await eventually(() => page.locator('html').getAttribute('lang')).toBe('en');
  try {
    for (const [address, words] of [
      ['/portfolio', /clusters? needs? action/],
      ['/clusters/clean', /Gold is valid until/],
      ['/clusters/copenhagen-fintech', /Why/],
      ['/reminders', /reminder/i],
    ] as const) {
      await page.goto(address);
      await eventually(async () => plain(await page.getByRole('main').innerText())).toMatch(words);
      const left = await page.evaluate(() => {
        const own = new Set<string>();
        const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        for (let node = texts.nextNode(); node; node = texts.nextNode()) {
          if (node.parentElement?.closest('[lang]')?.getAttribute('lang') === 'en' && node.textContent?.trim())
            own.add(node.textContent.trim());
        }
        for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]')) {
          if (element.closest('[lang]')?.getAttribute('lang') !== 'en') continue;
          for (const name of ['aria-label', 'title', 'placeholder']) own.add(element.getAttribute(name) ?? '');
        }
        return [...own];
      });
      expect(left.length).toBeGreaterThan(20);
      const answers = [page, dane].map(async (reader) => (await reader.request.get(`/api/v1${address}`)).json());
      const recorded = recordedIn(...((await Promise.all(answers)) as [unknown, unknown]));
      expect([address, left.filter((text) => danish.test(withoutRecorded(text, recorded)))]).toEqual([address, []]);
    }
  } finally {
    await page.getByRole('banner').getByRole('group', { name: 'Language' }).getByRole('button', { name: 'Dansk' }).click();
    await eventually(() => page.locator('html').getAttribute('lang')).toBe('da');
  }
});
