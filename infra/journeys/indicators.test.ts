import type { FrameworkList, FrameworkView, HeatMapView, RecommendationList } from '@klyngevagt/contracts';
import { expect, inject, test } from 'vitest';
import { sidewaysScroll } from './page-checks.js';
import { eventually, shows, textsOf, useVisitors } from './visitor.js';

const { visit } = useVisitors();
const own = 'energy-cluster-denmark';

test('an officer reads the heat map, sorts it by weakness, and opens an indicator with every cluster ranked', async () => {
  const { page } = await visit('officer');
  await page.goto('/indicators');
  const table = page.getByRole('region', { name: /^Klynger og indikatorer/ }).getByRole('table');
  await shows(table);
  const map = (await (await page.request.get('/api/v1/indicators')).json()) as HeatMapView;
  await eventually(() => table.locator('tbody tr').count()).toBe(map.rows.length);
  await eventually(() => table.getByRole('button').count()).toBe(map.columns.length);

  await page.getByLabel('Indikatorer', { exact: true }).selectOption('weakest');
  await page.waitForURL(/columns=weakest/);
  const byPlace = [...map.columns].sort((one, other) => one.place - other.place).map(({ code }) => code);
  await eventually(() => textsOf(table.getByRole('button'))).toEqual(byPlace);

  // One stop of the tab key, then arrows: the column is read below the table.
  await table.getByRole('button').first().focus();
  await page.keyboard.press('ArrowRight');
  const second = map.columns.find(({ code }) => code === byPlace[1]);
  await shows(page.getByText(`${second?.code} ${second?.name}.`));

  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Regneark (XLSX)' }).click();
  expect((await saved).suggestedFilename()).toMatch(/^klyngevagt-indikatorer-guld-\d{4}-\d\d-\d\d-illustrativ\.xlsx$/);

  await page.getByRole('link', { name: 'Se listen' }).click();
  await shows(page.getByRole('heading', { level: 1, name: `${second?.code} ${second?.name}` }));
  await eventually(() => page.getByRole('table').locator('tbody > tr').count()).toBe(map.rows.length);

  // Down from a code lies the first cluster that was assessed: its figure leads to its indicator, with what it was before.
  await page.goBack();
  await table.getByRole('button').first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL(new RegExp(`/clusters/.+/indicators\\?.*indicator=${byPlace[0]}$`));
  await shows(page.locator(`[data-indicator="${byPlace[0]}"]`).getByRole('table', { name: 'Historik' }));
});

test('on a phone the heat map is a list of clusters', async () => {
  const { page } = await visit('officer', { width: 390, height: 844 });
  await page.goto('/indicators');
  const cards = page.getByRole('main').getByText('Vis alle 31 indikatorer');
  await shows(cards.first());
  await cards.first().click();
  await shows(page.getByRole('heading', { level: 3, name: 'A Klyngens struktur' }).first());
  expect(await sidewaysScroll(page)).toEqual([]);
});

test('a reader sees the map and no ranks; a manager neither page nor endpoint', async () => {
  const reader = await visit('reader', { refusals: /indicators\/A1/ });
  await reader.page.goto('/indicators');
  await shows(reader.page.getByRole('region', { name: /^Klynger og indikatorer/ }));
  expect(await reader.page.getByRole('link', { name: 'Se listen' }).count()).toBe(0);
  await reader.page.goto('/indicators/A1');
  await shows(reader.page.getByRole('heading', { name: 'Du har ikke adgang' }));
  expect((await reader.page.request.get('/api/v1/indicators/A1')).status()).toBe(403);

  const manager = await visit('manager');
  for (const [page, endpoint] of [
    ['/indicators', '/api/v1/indicators'],
    ['/indicators/A1', '/api/v1/indicators/A1'],
  ] as const) {
    await manager.page.goto(page);
    await shows(manager.page.getByRole('heading', { name: 'Du har ikke adgang' }));
    expect((await manager.page.request.get(endpoint)).status()).toBe(403);
  }
});

test('self-test and audit are compared, of the past only', async () => {
  const { page } = await visit('officer');
  await page.goto('/clusters/danish-sound-cluster/indicators');
  await page.getByRole('link', { name: 'Selvtest og audit sammenlignet' }).click();
  await shows(page.getByText(/^Sidst (lå auditten .* procentpoint (under|over) selvtesten|gav audit og selvtest den samme andel)\.$/));
  await shows(page.getByText('Den siger ikke, hvordan den næste audit går.'));
});

test('a recommendation is written by an officer, followed up and reported by the cluster, and confirmed', async () => {
  const text = `Mål deltagernes tilfredshed ${process.pid}`;
  const officer = await visit('officer');
  await officer.page.goto(`/clusters/${own}`);
  await officer.page.getByRole('button', { name: 'Skriv anbefaling' }).click();
  const form = officer.page.getByRole('dialog');
  await form.getByLabel('Anbefaling').fill(text);
  await form.getByLabel('Begrundelse').fill('Fra auditrapporten');
  await form.getByRole('button', { name: 'Gem' }).click();
  await shows(officer.page.getByText(text));

  const manager = await visit('manager');
  await manager.page.goto(`/my-cluster/${own}`);
  const item = manager.page.getByRole('listitem').filter({ hasText: text });
  await item.getByRole('button', { name: 'Skriv opfølgning' }).click();
  await manager.page.getByRole('dialog').getByLabel('Opfølgning').fill('Målingen er sendt ud');
  await manager.page.getByRole('dialog').getByRole('button', { name: 'Gem' }).click();
  await shows(item.getByText('Målingen er sendt ud'));
  await item.getByRole('button', { name: 'Meld udført' }).click();
  await manager.page.getByRole('dialog').getByLabel('Begrundelse').fill('Målingen er afsluttet');
  await manager.page.getByRole('dialog').getByRole('button', { name: 'Meld udført' }).click();
  await shows(item.getByText(/^Meld udført|Meldt udført/));

  await officer.page.reload();
  const waiting = officer.page.getByRole('listitem').filter({ hasText: text });
  await waiting.getByRole('button', { name: 'Bekræft udført' }).click();
  await officer.page.getByRole('dialog').getByLabel('Begrundelse').fill('Set på målingen');
  await officer.page.getByRole('dialog').getByRole('button', { name: 'Bekræft udført' }).click();
  await shows(officer.page.getByText(/^Vis \d+ afsluttede?$/));
  const { recommendations } = (await (
    await officer.page.request.get(`/api/v1/clusters/${own}/recommendations`)
  ).json()) as RecommendationList;
  expect(recommendations.find((one) => one.text === text)).toMatchObject({ state: 'done', notes: [{ by: 'manager' }] });
});

test('an administrator imports a version, is told what is wrong with it, takes it into use, and sees what another would change', async () => {
  const { page } = await visit('admin', { refusals: /\/frameworks$/ });
  const { frameworks } = (await (await page.request.get('/api/v1/frameworks')).json()) as FrameworkList;
  const gold = frameworks.find(({ state }) => state === 'active');
  const { document } = (await (await page.request.get(`/api/v1/frameworks/${gold?.id}`)).json()) as FrameworkView;
  // Of silver there is none: what other journeys assess stays under the gold that is in use.
  const fileOf = (minimum: number) => {
    const version = structuredClone({ ...document, level: 'silver', version: '2026' });
    Object.assign(version.indicators[1] ?? {}, { minimum });
    return { name: 'udgave.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(version)) };
  };
  await page.goto('/frameworks');
  await page.getByRole('button', { name: 'Indlæs udgave' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Fil').setInputFiles(fileOf(9));
  await form.getByLabel('Begrundelse').fill('Ny udgave fra mærkeejeren');
  await form.getByRole('button', { name: 'Indlæs som kladde' }).click();
  await shows(form.getByText('Linje 2 i indikatorer, felt minimum: Minimum ligger uden for skalaen.'));
  await form.getByLabel('Fil').setInputFiles(fileOf(3));
  await form.getByRole('button', { name: 'Indlæs som kladde' }).click();

  await page.getByRole('link', { name: 'Sølv 2026' }).click();
  await shows(page.getByRole('heading', { level: 1, name: 'Sølv 2026: kladde' }));
  await page.getByRole('button', { name: 'Tag i brug' }).click();
  await form.getByLabel('Begrundelse').fill('Gælder nu');
  await form.getByRole('button', { name: 'Tag i brug' }).click();
  await shows(page.getByRole('heading', { level: 1, name: 'Sølv 2026: i brug' }));

  const next = structuredClone({ ...document, version: '2027', passRule: { ...document.passRule, shareOfTotal: 90 } });
  Object.assign(next.indicators[0] ?? {}, { minimum: 5 });
  const saved = await page.request.post('/api/v1/frameworks', {
    data: { document: next, reason: 'Til drøftelse' },
    headers: { origin: inject('product').publicUrl },
  });
  const { id } = (await saved.json()) as { id: string };
  const officer = await visit('officer');
  await officer.page.goto(`/frameworks/${id}`);
  await shows(officer.page.getByRole('listitem').filter({ hasText: /^A1 .*: ændret/ }));
  await shows(officer.page.getByRole('table', { name: 'Klynger' }).getByRole('row').filter({ hasText: 'Ikke opnået' }));
  expect(await officer.page.getByRole('button', { name: 'Tag i brug' }).count()).toBe(0);
});
