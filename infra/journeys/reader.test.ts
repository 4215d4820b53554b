import type { PeopleList } from '@klyngevagt/contracts';
import { expect, test } from 'vitest';
import { answersOf, shows, useVisitors } from './visitor.js';

const { visit } = useVisitors();

/** Every button that would change a fact, by its words. */
const changing =
  /^(Tilføj|Ret|Tilbagekald|Registrér|Kontrollér|Ny |Skriv notat|Send nu|Send igen|Bekræft|Afvis|Tag stilling|Godkend|Gem|Invitér|Markér|Aflys|Foreslå)/;

test('a reader looks: no names, no addresses, no mail texts, nothing to change', async () => {
  const officer = await visit('officer');
  const { people } = (await (await officer.page.request.get('/api/v1/people')).json()) as PeopleList;
  const reader = people.find(({ email }) => email === 'reader@klyngevagt.example');
  const hidden = people
    .filter(({ id }) => id !== reader?.id)
    .flatMap(({ name, email }) => [name, email])
    .filter((text) => text !== null);
  expect(hidden.length).toBeGreaterThan(20);

  const visitor = await visit('reader', { refusals: /\/api\/v1\/(people|reminders\/)/ });
  const { page } = visitor;
  await page.goto('/');
  await page.waitForURL('**/portfolio');
  await shows(page.locator('tbody').getByRole('rowheader'));
  await shows(page.locator('tbody').getByText('Skjult'));
  await answersOf(visitor);
  const addresses = [
    '/clusters/energy-cluster-denmark',
    '/clusters/energy-cluster-denmark/history',
    '/clusters/censec',
    '/reminders',
    '/rules',
  ];
  for (const address of addresses) {
    await page.goto(address);
    await shows(page.getByRole('heading', { level: 1 }));
    await answersOf(visitor);
    const names = await page.getByRole('main').getByRole('button').allInnerTexts();
    expect([address, names.filter((name) => changing.test(name.trim()))]).toEqual([address, []]);
  }
  for (const address of ['/people', '/grid']) {
    await page.goto(address);
    await shows(page.getByRole('heading', { name: 'Du har ikke adgang' }));
    await answersOf(visitor);
  }
  await page.goto('/reminders');
  await shows(page.getByText('Din rolle viser ikke navne og mailtekster.'));
  const list = (await (await page.request.get('/api/v1/reminders')).json()) as { reminders: { id: string }[] };
  expect((await page.request.get(`/api/v1/reminders/${list.reminders[0]?.id}/text`)).status()).toBe(403);
  expect((await page.request.get('/api/v1/people')).status()).toBe(403);

  // The sign-in page of the demonstration names its accounts to everybody.
  const told = (await answersOf(visitor)).filter((answer) => !/^\S+\/sign-in-options\n/.test(answer));
  expect(told.length).toBeGreaterThan(8);
  for (const answer of told) {
    const address = answer.slice(0, answer.indexOf('\n'));
    expect([address, hidden.filter((text) => answer.includes(text))]).toEqual([address, []]);
    expect([address, (answer.match(/[\w.]+@[\w.]+\w/g) ?? []).filter((found) => found !== reader?.email)]).toEqual([address, []]);
  }
});
