import type { ClusterDetail, Portfolio } from '@klyngevagt/contracts';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { eventually, plain, shows, textsOf, useVisitors } from './visitor.js';

const { visit } = useVisitors();

async function detailOf(page: Page, slug: string): Promise<ClusterDetail> {
  return (await (await page.request.get(`/api/v1/clusters/${slug}`)).json()) as ClusterDetail;
}

const portfolioRow = (page: Page, name: string) =>
  page.getByRole('row').filter({ has: page.getByRole('rowheader').getByRole('link', { name, exact: true }) });
const rowText = async (page: Page, name: string) => plain(await portfolioRow(page, name).innerText());
const panel = (page: Page, title: string) =>
  page.locator('section').filter({ has: page.getByRole('heading', { name: title, exact: true }) });

test('a renewal is recorded: status, chain and reminders follow, and an open portfolio elsewhere too, without reloading', async () => {
  const name = 'Danish Life Science Cluster';
  const slug = 'danish-life-science-cluster';
  const colleague = (await visit('admin')).page;
  await colleague.goto('/portfolio');
  await eventually(() => rowText(colleague, name)).toContain('Udløber snart');
  await colleague.evaluate(() => Object.assign(globalThis, { isSamePage: true }));

  const { page } = await visit('officer');
  await page.goto(`/clusters/${slug}`);
  await shows(page.getByRole('heading', { level: 1, name }));
  await eventually(async () => plain(await panel(page, 'Fristkæde').innerText())).toContain('18.12.2026');
  const remindersBefore = await textsOf(panel(page, 'Påmindelser').getByRole('listitem'));
  expect(remindersBefore.join(' ')).toContain('11.12.2026');

  await page.getByRole('button', { name: 'Tilføj tildeling' }).first().click();
  const form = page.getByRole('dialog', { name: 'Tilføj tildeling' });
  await form.getByLabel('Vurderet').fill('10.11.2026');
  await form.getByLabel('Godkendt af EUCLES').fill('20.11.2026');
  await form.getByRole('button', { name: 'Brug forslaget' }).click();
  expect(await form.getByLabel('Type').inputValue()).toBe('renewal');
  const proposedEnd = await form.getByLabel('Gyldig til og med').inputValue();
  expect(proposedEnd).toMatch(/^\d\d\.\d\d\.20(29|3\d)$/);

  await form.getByRole('button', { name: 'Gem tildelingen' }).click();
  await shows(form.getByText('Skriv, hvorfor du ændrer det. Mindst tre tegn.'));
  await form.getByLabel('Kilde').fill('Brev fra EUCLES');
  await form.getByLabel('Begrundelse').fill('Certifikatet er modtaget fra EUCLES.');
  await form.getByRole('button', { name: 'Gem tildelingen' }).click();
  await eventually(() => page.getByRole('dialog').count()).toBe(0);

  await eventually(async () => plain(await page.getByRole('main').innerText())).toContain(`Gyldig til ${proposedEnd}`);
  await eventually(() => page.getByText('Udløber snart', { exact: true }).count()).toBe(0);
  await eventually(async () => plain(await panel(page, 'Fristkæde').innerText())).not.toContain('18.12.2026');
  await eventually(async () => (await textsOf(panel(page, 'Påmindelser').getByRole('listitem'))).join(' ')).not.toContain('11.12.2026');
  await eventually(async () =>
    (await detailOf(page, slug)).reminders.some(({ state, dueOn }) => state === 'planned' && dueOn > '2028'),
  ).toBe(true);
  await eventually(async () => (await textsOf(panel(page, 'Påmindelser').getByRole('listitem'))).join(' ')).toMatch(
    /\d\d\.\d\d\.20(28|29|3\d)/,
  );

  await eventually(() => rowText(colleague, name)).toContain(`Gyldig`);
  expect(await rowText(colleague, name)).toContain(proposedEnd);
  expect(await colleague.evaluate(() => 'isSamePage' in globalThis)).toBe(true);
});

const pasted = (odense: string) =>
  [
    'Klynge\tGyldig til',
    `Odense Robotics\t${odense}`,
    'Danish Sound Cluster\t31.10.2028',
    'Lifestyle & Design Cluster\t31.12.2028',
    'DigitalLead\t31.03.2028',
    'We Build Denmark\t30.11.2027',
  ].join('\n');

const clusterEnds: [name: string, before: string, after: string][] = [
  ['Odense Robotics', '31.05.2028', '30.06.2028'],
  ['Danish Sound Cluster', '30.09.2028', '31.10.2028'],
  ['Lifestyle & Design Cluster', '30.11.2028', '31.12.2028'],
  ['DigitalLead', '29.02.2028', '31.03.2028'],
  ['We Build Denmark', '31.10.2027', '30.11.2027'],
];

test('five dates are pasted, one of them wrong: nothing is saved until it is put right, then all are', async () => {
  const { page } = await visit('officer', { refusals: /\/api\/v1\/grid/ });
  await page.goto('/grid');
  await page.getByLabel('Linjer fra et regneark').fill(pasted('31.06.2028'));
  await page.getByRole('button', { name: 'Læg i skemaet' }).click();
  await shows(page.getByText('5 linjer er lagt i skemaet.'));
  await page.getByRole('button', { name: 'Se forhåndsvisning' }).click();
  await shows(page.getByRole('heading', { level: 1, name: 'Ret 1 fejl, før du gemmer' }));
  const wrong = page.getByLabel('Gyldig til, Odense Robotics');
  expect(await wrong.getAttribute('aria-invalid')).toBe('true');
  expect(await wrong.evaluate((field) => document.activeElement === field)).toBe(true);
  const described = (await wrong.getAttribute('aria-describedby')) ?? '';
  const errorId = described.split(' ').at(-1) ?? '';
  expect(plain(await page.locator(`[id="${errorId}"]`).innerText())).not.toBe('');
  expect(await page.getByLabel('Gyldig til, DigitalLead').getAttribute('aria-invalid')).not.toBe('true');
  const endsOf = async () => {
    const { rows } = (await (await page.request.get('/api/v1/portfolio')).json()) as Portfolio;
    return clusterEnds.map(([name]) =>
      rows
        .find((row) => row.name === name)
        ?.validUntil?.split('-')
        .reverse()
        .join('.'),
    );
  };
  expect(await endsOf()).toEqual(clusterEnds.map(([, before]) => before));

  await wrong.fill('30.06.2028');
  await page.getByRole('button', { name: 'Se forhåndsvisning' }).click();
  await shows(page.getByRole('heading', { level: 1, name: '5 datoer er klar til at blive gemt' }));
  expect(await endsOf()).toEqual(clusterEnds.map(([, before]) => before));
  await page.getByLabel('Begrundelse').fill('Datoerne står på certifikaterne.');
  await page.getByRole('button', { name: 'Gem 5 datoer' }).click();
  await shows(page.getByText('5 datoer gemt.'));
  await page.getByRole('link', { name: 'Til porteføljen' }).click();
  for (const [name, , after] of clusterEnds) await eventually(() => rowText(page, name)).toContain(after);
});
