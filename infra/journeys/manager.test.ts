import type { Portfolio } from '@klyngevagt/contracts';
import { expect, test } from 'vitest';
import { answersOf, eventually, plain, shows, useVisitors, type Visitor } from './visitor.js';

const { visit } = useVisitors();
const own = 'energy-cluster-denmark';

/** Names and addresses of all other clusters, of every programme. */
async function othersFrom(officer: Visitor): Promise<string[]> {
  const lists = await Promise.all(
    ['', '?programme=oevelsesprogram'].map(
      async (query) => (await (await officer.page.request.get(`/api/v1/portfolio${query}`)).json()) as Portfolio,
    ),
  );
  const others = lists.flatMap(({ rows }) => rows).filter(({ slug }) => slug !== own);
  expect(others.length).toBeGreaterThan(15);
  return others.flatMap(({ slug, name }) => [slug, name]);
}

/** What was asked for is no news. */
const withoutAddress = (answer: string) => answer.slice(answer.indexOf('\n'));

test('the manager sees the own cluster and nothing of others, on no page and in no answer', async () => {
  const manager = await visit('manager', { refusals: /\/api\/v1\/(people|clusters\/clean)/ });
  const { page } = manager;
  const others = await othersFrom(await visit('officer'));
  await page.goto('/');
  await page.waitForURL(`**/my-cluster/${own}`);
  await shows(page.getByRole('heading', { level: 1, name: /^Jeres guldmærke gælder til/ }));
  await shows(page.getByText('Energy Cluster Denmark'));
  const menu = page.getByRole('navigation', { name: 'Hovedmenu' });
  expect(await menu.getByRole('link').allInnerTexts()).toEqual(['Min klynge', 'Recertificering', 'Indikatorer', 'Dokumenter', 'Historik']);
  await menu.getByRole('link', { name: 'Historik' }).click();
  await shows(page.getByRole('heading', { level: 1, name: 'Historik for Energy Cluster Denmark' }));
  expect(await menu.locator('[aria-current]').allInnerTexts()).toEqual(['Historik']);

  for (const address of ['/people', '/grid', '/clusters/clean', '/my-cluster/clean', '/clusters/clean/history']) {
    await answersOf(manager);
    await page.goto(address);
    await shows(page.getByRole('heading', { name: /^(Du har ikke adgang|Siden findes ikke)$/ }));
  }
  for (const address of ['/portfolio', '/portfolio?programme=oevelsesprogram', '/portfolio?on=2022-05-01', '/reminders']) {
    await answersOf(manager);
    await page.goto(address);
    await shows(page.getByRole('heading', { level: 1 }));
    await answersOf(manager);
    const rows = await page.locator('tbody').getByRole('rowheader').allInnerTexts();
    // In its own table a cluster's name may carry a mark below it.
    expect([address, rows.filter((row) => row.split('\n', 1)[0]?.trim() !== 'Energy Cluster Denmark')]).toEqual([address, []]);
  }

  const refused = ['/people', '/clusters/clean', '/clusters/clean/history', '/clusters/findes-ikke'];
  const asked = [...refused, '/portfolio', '/portfolio?programme=oevelsesprogram', '/reminders', '/rules'];
  const direct: string[] = [];
  for (const address of asked) {
    const answer = await page.request.get(`/api/v1${address}`);
    const isHidden = address.startsWith('/clusters');
    expect([address, answer.status()]).toEqual([address, isHidden ? 404 : refused.includes(address) ? 403 : 200]);
    direct.push(`${address}\n${await answer.text()}`);
  }
  const told = [...(await answersOf(manager)), ...direct];
  expect(told.length).toBeGreaterThan(20);
  const words = told.map(withoutAddress);
  expect(words.some((answer) => answer.includes('Energy Cluster Denmark'))).toBe(true);
  expect(others.filter((name) => words.some((answer) => answer.includes(name)))).toEqual([]);
});

test('the manager books an audit and proposes a correction; the officer decides; the manager reads the answer', async () => {
  const manager = (await visit('manager')).page;
  const officer = (await visit('officer')).page;
  await officer.goto(`/clusters/${own}`);
  await shows(officer.getByRole('heading', { level: 1, name: 'Energy Cluster Denmark' }));

  await manager.goto(`/my-cluster/${own}`);
  await manager.getByRole('button', { name: 'Registrér auditdato' }).first().click();
  const booking = manager.getByRole('dialog');
  await booking.getByLabel('Første dag').fill('02.02.2027');
  await booking.getByLabel('Begrundelse').fill('Aftalt med ESCA.');
  await booking.getByRole('button', { name: 'Gem auditdatoen' }).click();
  await eventually(() => manager.getByRole('dialog').count()).toBe(0);
  const sent = manager.locator('section').filter({ has: manager.getByRole('heading', { name: 'Det har I sendt' }) });
  await eventually(async () => plain(await sent.innerText())).toMatch(/Audit 2\. februar 2027 Oplyst/);

  await manager.getByRole('button', { name: 'Det er ikke rigtigt' }).click();
  const correction = manager.getByRole('dialog', { name: 'Foreslå en rettelse' });
  await correction.getByLabel('Gyldig til og med skal være').fill('31.05.2027');
  await correction.getByLabel('Skriv, hvad der er forkert, og hvor det rigtige står').fill('Der står maj på vores certifikat.');
  await correction.getByRole('button', { name: 'Send forslaget' }).click();
  await eventually(async () => plain(await sent.innerText())).toContain('Venter på svar');

  // The officer's page is open and follows by itself.
  await shows(officer.getByText('Klyngen foreslår en rettelse'));
  await shows(officer.getByText('Der står maj på vores certifikat.'));
  await officer.getByRole('button', { name: /^Bekræft audit 0?2\..*2027$/ }).click();
  await officer.getByRole('dialog', { name: 'Bekræft audit' }).getByLabel('Begrundelse').fill('Set i ESCAs kalender.');
  await officer.getByRole('dialog').getByRole('button', { name: 'Bekræft' }).click();
  await eventually(() => officer.getByRole('dialog').count()).toBe(0);
  await eventually(async () => plain(await sent.innerText())).toMatch(/Audit 2\. februar 2027 Bekræftet/);

  await officer.getByRole('button', { name: 'Tag stilling' }).click();
  const decision = officer.getByRole('dialog', { name: 'Klyngens forslag' });
  await decision.getByLabel('Afvis rettelsen').check();
  await decision.getByLabel('Svar til klyngen').fill('Registret hos ESCA siger april. Send os gerne certifikatet.');
  await decision.getByLabel('Begrundelse').fill('Kontrolleret hos ESCA.');
  await decision.getByRole('button', { name: 'Gem svaret' }).click();
  await eventually(() => officer.getByRole('dialog').count()).toBe(0);
  await eventually(() => officer.getByText('Klyngen foreslår en rettelse').count()).toBe(0);
  await eventually(async () => plain(await sent.innerText())).toContain(
    'Svar: Registret hos ESCA siger april. Send os gerne certifikatet.',
  );
  expect(plain(await sent.innerText())).toContain('Afvist');
});
