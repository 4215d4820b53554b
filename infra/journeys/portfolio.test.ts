import type { Portfolio } from '@klyngevagt/contracts';
import { createTranslator } from '@klyngevagt/messages';
import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { eventually, plain, shows, textsOf, useVisitors } from './visitor.js';

const { visit } = useVisitors();
const t = createTranslator('da');

/** What the demo day decides about clusters that no journey changes. */
const knownWords: [name: string, words: string][] = [
  ['MADE', 'Oplysning mangler'],
  ['Vision Denmark', 'Oplysning mangler'],
  ['CenSec', 'Udløber snart'],
  ['CLEAN', 'Gyldig'],
  ['Food & Bio Cluster Denmark', 'Gyldig'],
  ['Copenhagen Fintech', 'Gyldig Efter plan'],
  ['MARLOG', 'Udtrådt'],
];

async function portfolioOf(page: Page, query = ''): Promise<Portfolio> {
  const answer = await page.request.get(`/api/v1/portfolio${query}`);
  expect(answer.status()).toBe(200);
  return (await answer.json()) as Portfolio;
}

const rowHeaders = (page: Page) => page.locator('tbody').getByRole('rowheader');
const rowOf = (page: Page, name: string): Locator =>
  page.getByRole('row').filter({ has: page.getByRole('rowheader').getByRole('link', { name, exact: true }) });
const statusOf = async (row: Locator) => plain(await row.getByRole('cell').first().innerText());

/** Status, and the verdict where it says something else. */
function expectedWords(row: Portfolio['rows'][number]): string {
  if (row.exitedOn !== null) return t('portfolio.exited');
  const status = t(`terms.status.${row.status}`);
  const saysMore = row.verdict === 'at-risk' || row.verdict === 'by-plan' || row.verdict === 'exempt';
  return saysMore ? `${status} ${t(`terms.verdict.${row.verdict}`)}` : status;
}

test('the officer signs in by the demo button and sees fourteen rows with the right words', async () => {
  const { page } = await visit(null, { refusals: /\/api\/v1\/me$/ });
  await page.goto('/');
  await shows(page.getByRole('heading', { name: 'Log ind' }));
  await page.getByRole('button', { name: 'Programansvarlig' }).click();
  await page.waitForURL('**/portfolio');
  await eventually(() => rowHeaders(page).count()).toBe(14);
  const { rows, totals } = await portfolioOf(page);
  expect(await textsOf(rowHeaders(page).getByRole('link'))).toEqual(rows.map(({ shortName }) => plain(shortName)));
  for (const row of rows) expect([row.shortName, await statusOf(rowOf(page, row.shortName))]).toEqual([row.shortName, expectedWords(row)]);
  for (const [name, words] of knownWords) expect([name, await statusOf(rowOf(page, name))]).toEqual([name, words]);
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(t('portfolio.title', { count: totals.needsAction }));
});

test('each tile filters the table, and the address keeps it', async () => {
  const { page } = await visit('officer');
  await page.goto('/portfolio');
  await eventually(() => rowHeaders(page).count()).toBe(14);
  for (const [tile, title] of [
    ['not-in-force', 'Guld ikke i kraft'],
    ['expiring', 'Udløber inden'],
    ['unknown', 'Oplysning mangler'],
    ['in-force', 'Guld i kraft'],
  ] as const) {
    const button = page.getByRole('group', { name: 'Vis kun' }).getByRole('button', { name: title });
    const count = Number(/^\d+/.exec(await button.innerText())?.[0]);
    await button.click();
    await eventually(() => new URL(page.url()).searchParams.get('tile')).toBe(tile);
    await eventually(() => rowHeaders(page).count()).toBe(count);
    await shows(page.getByText(`Viser ${count} af 14`));
  }
  await page.reload();
  await shows(page.getByRole('button', { name: 'Guld i kraft', pressed: true }));
  await page.getByRole('button', { name: 'Nulstil filter' }).click();
  await eventually(() => rowHeaders(page).count()).toBe(14);
  await eventually(() => new URL(page.url()).search).toBe('');
});

test('every "Hvorfor?" of the fourteen opens and gives its reasons', async () => {
  const { page } = await visit('officer', { width: 1000 });
  await page.goto('/portfolio');
  const { rows } = await portfolioOf(page);
  for (const { shortName, slug, name } of rows) {
    await rowOf(page, shortName).getByRole('link').click();
    await page.waitForURL(`**/clusters/${slug}`);
    await shows(page.getByRole('heading', { level: 1, name }));
    const why = page.getByText(/^Hvorfor ».+«\?$/);
    await why.click();
    const panel = page.getByRole('group').filter({ has: why });
    await shows(panel.getByRole('heading', { name: 'Oplysninger' }));
    expect((await panel.getByRole('definition').count()) + (await panel.getByRole('listitem').count())).toBeGreaterThan(0);
    expect(await page.getByRole('alert').count()).toBe(0);
    await page.goBack();
    await shows(rowHeaders(page));
  }
});

test('a search that is mended in the middle of a word keeps the cursor there, and the address follows', async () => {
  const { page } = await visit('officer');
  await page.goto('/portfolio?find=egy');
  const find = page.getByRole('searchbox', { name: t('portfolio.find') });
  await find.press('Home');
  await find.press('ArrowRight');
  await page.keyboard.type('ner');
  expect(await find.inputValue()).toBe('energy');
  await page.waitForURL(/\?find=energy$/);
  await eventually(() => textsOf(rowHeaders(page).getByRole('link'))).toEqual(['Energy Cluster Denmark']);
  await page.getByRole('button', { name: t('portfolio.filters.reset') }).click();
  await eventually(() => find.inputValue()).toBe('');
});

test('the programme switch shows the invented clusters, and says that they are', async () => {
  const { page } = await visit('officer');
  await page.goto('/portfolio');
  await page.getByLabel('Program', { exact: true }).selectOption({ label: 'Øvelsesprogram (opdigtet)' });
  await shows(page.getByText('Klynger, datoer og personer findes ikke.'));
  const { rows } = await portfolioOf(page, '?programme=oevelsesprogram');
  expect(rows.length).toBeGreaterThan(3);
  await eventually(() => textsOf(rowHeaders(page).getByRole('link'))).toEqual(rows.map(({ shortName }) => plain(shortName)));
  for (const word of ['Bortfaldet', 'Udløbet, kan fornyes']) await shows(page.locator('tbody').getByText(word, { exact: true }));
  expect(new URL(page.url()).searchParams.get('programme')).toBe('oevelsesprogram');
  expect(rows.some(({ name }) => name.includes('CLEAN'))).toBe(false);
});

test('the export holds exactly the rows that are shown, in the order shown', async () => {
  const { page } = await visit('officer');
  await page.goto('/portfolio?tile=in-force&sort=name&descending=true');
  await shows(rowHeaders(page));
  const shown = await rowHeaders(page)
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => link.getAttribute('title')));
  expect(shown.length).toBeGreaterThan(3);
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Eksportér' }).click()]);
  expect(download.suggestedFilename()).toMatch(/^klyngevagt-portefoelje-2026-11-25.*\.csv$/);
  const lines = readFileSync(await download.path(), 'utf8')
    .replace('\uFEFF', '')
    .trimEnd()
    .split('\r\n');
  expect(lines[0]?.split(';')).toContain('Klynge');
  const column = lines[0]?.split(';').indexOf('Klynge') ?? -1;
  expect(lines.slice(1).map((line) => line.split(';')[column])).toEqual(shown);
});

const chooseDay = async (page: Page, typed: string) => {
  await page.getByRole('button', { name: /^Vælg dato, nu/ }).click();
  await page.getByLabel('Vis status pr.').fill(typed);
  await page.getByRole('button', { name: 'Vis', exact: true }).click();
};

test('a past day: as it was then, nothing can be changed, and a way back', async () => {
  const { page } = await visit('officer');
  await page.goto('/portfolio');
  await shows(rowHeaders(page));
  await chooseDay(page, '01.05.2022');
  await shows(page.getByText(/^Du ser status pr\. 1\.\s+maj\s+2022\./));
  await eventually(() => statusOf(rowOf(page, 'MARLOG'))).toBe('Udtrådt');
  await shows(rowOf(page, 'MARLOG').getByText('Udtrådt af programmet 30.04.2022'));
  const { rows } = await portfolioOf(page, '?on=2022-05-01');
  expect(rows.find(({ slug }) => slug === 'marlog')).toMatchObject({ verdict: 'not-bound', bound: false });
  await eventually(async () => statusOf(rowOf(page, 'CLEAN'))).toBe('Ikke certificeret Efter plan');

  await rowOf(page, 'MADE').getByRole('link').click();
  await shows(page.getByText(/^Du ser status pr\./));
  const add = page.getByRole('button', { name: 'Tilføj tildeling' }).first();
  await shows(add);
  expect(await add.getAttribute('aria-disabled')).toBe('true');
  await add.click({ force: true });
  expect(await page.getByRole('dialog').count()).toBe(0);
  await page.getByRole('button', { name: 'Tilbage til i dag' }).click();
  await eventually(() => page.getByText(/^Du ser status pr\./).count()).toBe(0);
  await eventually(() => add.getAttribute('aria-disabled')).toBeNull();
});

test('a day next year: a projection, and it says so', async () => {
  const { page } = await visit('officer');
  await page.goto('/portfolio');
  await shows(rowHeaders(page));
  await chooseDay(page, '25.11.2027');
  await shows(page.getByText('Det er en fremskrivning med de oplysninger, vi har i dag. Du kan ikke ændre noget.'));
  await eventually(() => statusOf(rowOf(page, 'CLEAN'))).toBe('Udløbet, kan fornyes');
  await page.getByRole('button', { name: 'Tilbage til i dag' }).click();
  await eventually(() => statusOf(rowOf(page, 'CLEAN'))).toBe('Gyldig');
});
