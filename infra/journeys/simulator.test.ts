import type { Portfolio, RuleList } from '@klyngevagt/contracts';
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { eventually, plain, shows, useVisitors } from './visitor.js';

const { visit } = useVisitors();

async function rowsOf(page: Page, query = ''): Promise<Portfolio['rows']> {
  return ((await (await page.request.get(`/api/v1/portfolio${query}`)).json()) as Portfolio).rows;
}
async function rulesOf(page: Page): Promise<RuleList['rules']> {
  return ((await (await page.request.get('/api/v1/rules')).json()) as RuleList).rules;
}

async function makeDraft(page: Page, name: string): Promise<void> {
  await page.goto('/rules');
  await page.getByRole('link', { name: 'Prøv ændringer i et udkast' }).click();
  await page.getByRole('button', { name: 'Nyt udkast' }).click();
  const form = page.getByRole('dialog', { name: 'Nyt udkast' });
  await form.getByRole('button', { name: 'Opret udkastet' }).click();
  await shows(form.getByText('Skriv, hvad udkastet hedder.'));
  await form.getByLabel('Navn på udkastet').fill(name);
  await form.getByRole('button', { name: 'Opret udkastet' }).click();
  await shows(page.getByRole('heading', { level: 1, name }));
}

/** Opens the form of what has that label. */
async function chooseChange(page: Page, label: RegExp): Promise<Locator> {
  const choice = page.getByLabel('Hvad skal ændres?');
  const option = choice.locator('option').filter({ hasText: label }).first();
  await option.waitFor({ state: 'attached' });
  await choice.selectOption({ label: await option.innerText() });
  await page.getByRole('button', { name: 'Fortsæt' }).click();
  return page.getByRole('dialog');
}

/** Puts another number of days into the rule of that label. */
async function putChange(page: Page, label: RegExp, days: string): Promise<void> {
  const form = await chooseChange(page, label);
  await form.getByLabel(/^Dage/).fill(days);
  await form.getByLabel('Kilde').fill('Brev fra ESCA');
  await form.getByRole('button', { name: 'Læg i udkastet' }).click();
  await eventually(() => page.getByRole('dialog').count()).toBe(0);
}

test('a draft of two changes is tried out and discarded: every cluster that would change is named, and nothing has changed', async () => {
  const { page } = await visit('admin', { refusals: /\/rule-drafts\// });
  const before = [await rowsOf(page), await rulesOf(page)];
  await makeDraft(page, 'Længere kø hos ESCA');
  await putChange(page, /[Bb]ooking.*fornyelse.*60|fornyelse.*[Bb]ooking.*60/, '90');
  await putChange(page, /180 dage/, '100');
  await page.getByRole('button', { name: 'Beregn' }).click();
  const answer = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Prøv udkastet' }) });
  await shows(answer.getByRole('heading', { name: /^Forskellen 25\.\s*november\s*2026$/ }));
  const said = plain(await answer.innerText());
  expect(said).toMatch(/\d+ af \d+ klynger ændrer sig:/);
  expect(said).toMatch(/Status: Udløber snart Gyldig/);
  expect(said).toMatch(/Sidste sikre bookingdag: \d+\. \w+ 20\d\d \d+\. \w+ 20\d\d/);
  await page.getByRole('button', { name: 'Kassér udkastet' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Kassér udkastet' }).click();
  await page.waitForURL('**/rules/drafts');
  await shows(page.getByRole('heading', { level: 1, name: /udkast til regler/ }));
  await eventually(() => page.getByText('Længere kø hos ESCA').count()).toBe(0);
  expect([await rowsOf(page), await rulesOf(page)]).toEqual(before);
});

test('a draft is activated: all of it at once, from its day on, and the days before stay as they were', async () => {
  const { page } = await visit('admin');
  const horizon = (await rulesOf(page)).find(({ key, applies }) => key === 'expiring-horizon-days' && applies === 'now');
  const past = await rowsOf(page, '?on=2026-11-24');
  await makeDraft(page, 'Kortere varsel');
  await putChange(page, new RegExp(`${horizon?.value}`), '179');
  const activate = page.getByRole('button', { name: 'Aktivér udkastet' });
  expect(await activate.getAttribute('aria-disabled')).toBe('true');
  await page.getByRole('button', { name: 'Beregn' }).click();
  await shows(page.getByRole('heading', { name: /^Forskellen/ }));
  await activate.click();
  const form = page.getByRole('dialog', { name: 'Aktivér udkastet' });
  await form.getByLabel('Begrundelse').fill('Besluttet af styregruppen.');
  await form.getByRole('button', { name: 'Aktivér udkastet' }).click();
  await page.waitForURL('**/rules/drafts');
  await eventually(async () =>
    (await rulesOf(page)).filter(({ key }) => key === 'expiring-horizon-days').map(({ value }) => value),
  ).toEqual(['180 dage', '179 dage']);
  expect(await rowsOf(page, '?on=2026-11-24')).toEqual(past);
});

test('a draft holds a ladder: its steps stand in words, and trying the draft tells what they would have sent', async () => {
  const { page } = await visit('admin');
  await makeDraft(page, 'Tidligere besked om udløb');
  const form = await chooseChange(page, /^Påmindelsestrin: udløb$/);
  await form.getByRole('button', { name: 'Tilføj et trin' }).click();
  await form.getByLabel('Antal dage').last().pressSequentially('200');
  await form.getByLabel('Kilde').fill('Ønske fra klyngerne');
  await form.getByRole('button', { name: 'Læg i udkastet' }).click();
  await shows(page.getByRole('listitem').filter({ hasText: /^Nyt: 200 dage før: klyngeleder$/ }));
  // The next change of the same ladder begins with what the draft has.
  const again = await chooseChange(page, /^Påmindelsestrin: udløb$/);
  await shows(again.getByText('200 dage før: Klyngeleder'));
  await again.getByRole('button', { name: 'Annullér' }).click();
  await page.getByRole('button', { name: 'Beregn' }).click();
  await page.getByRole('row', { name: /^Påmindelser om udløb \d+ \d+$/ }).waitFor({ timeout: 60_000 });
  await shows(page.getByText(/200 dage før udløb/).first());
  await page.getByRole('button', { name: 'Kassér udkastet' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Kassér udkastet' }).click();
  await page.waitForURL('**/rules/drafts');
});

test('a ladder is tried on the last year before it is saved, and stands on its page with its source', async () => {
  const { page } = await visit('admin');
  await page.goto('/rules');
  await page.getByRole('link', { name: 'Se trinene' }).click();
  await page.getByRole('button', { name: 'Ret trinene: dokumentets sidste gyldige dag' }).click();
  const form = page.getByRole('dialog', { name: 'Trin: dokumentets sidste gyldige dag' });
  await form.getByRole('button', { name: 'Tilføj et trin' }).click();
  await form.getByLabel('Antal dage').last().pressSequentially('45');
  await form.getByLabel('Kilde').fill('Ønske fra klyngerne');
  await form.getByRole('button', { name: 'Prøv trinene på et år' }).click();
  await form.getByRole('row', { name: /^Mails i alt \d+ \d+$/ }).waitFor({ timeout: 60_000 });
  await form.getByLabel('Begrundelse').fill('Aftalt på netværksmødet');
  await form.getByRole('button', { name: 'Gem trinene' }).click();
  await shows(page.getByText('Trinene er gemt. Påmindelserne planlægges om.'));
  await shows(page.getByRole('row', { name: /^45 dage før dokumentets sidste gyldige dag Klyngeleder Mail .*Ønske fra klyngerne/ }));
});
