import type { ReminderList } from '@klyngevagt/contracts';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { linkIn, mailIdsTo, nextMailTo } from './mails.js';
import { eventually, plain, shows, textsOf, useVisitors } from './visitor.js';

const { visit } = useVisitors();

test('a reminder is read in both languages and sent now; its mail leads to the cluster', async () => {
  const { page } = await visit('officer');
  await page.goto('/reminders?cluster=clean');
  const { reminders } = (await (await page.request.get('/api/v1/reminders?cluster=clean')).json()) as ReminderList;
  const planned = reminders.find(({ state }) => state === 'planned');
  expect(planned).toMatchObject({ slug: 'clean', recipient: 'Hans Juul' });
  await page
    .getByRole('button', { name: new RegExp(`^CLEAN\\s*: ${planned?.about}`) })
    .first()
    .click();

  const mail = page.frameLocator('iframe[title="Mailens tekst"]');
  await shows(mail.getByText(/31\.\s+maj\s+2027/));
  const danish = plain(await mail.locator('body').innerText());
  expect(danish).toMatch(/guldmærke/i);
  await page.getByRole('group', { name: 'Sprog i mailen' }).getByRole('button', { name: 'English' }).click();
  await shows(mail.getByText(/31\s+May\s+2027/));
  expect(plain(await mail.locator('body').innerText())).not.toMatch(/[æøåÆØÅ]|klyngen|senest/);
  await page.getByRole('group', { name: 'Sprog i mailen' }).getByRole('button', { name: 'Dansk' }).click();

  const address = 'hans.juul@miljoe.example';
  const known = await mailIdsTo(address);
  await page.getByRole('button', { name: 'Send nu', exact: true }).first().click();
  const form = page.getByRole('dialog', { name: 'Send påmindelsen nu' });
  await form.getByRole('button', { name: 'Send 1 mail' }).click();
  await shows(form.getByText('Skriv, hvorfor du ændrer det. Mindst tre tegn.'));
  expect(await mailIdsTo(address)).toEqual(known);
  await form.getByLabel('Begrundelse').fill('Aftalt i telefonen.');
  await form.getByRole('button', { name: 'Send 1 mail' }).click();
  await shows(page.getByText('Mailen til Hans Juul er lagt i kø og sendes om et øjeblik.'));
  const sent = await nextMailTo(address, known);
  expect(sent.subject).toMatch(/senest \d+\. februar 2027/);
  expect(sent.text).toContain('CLEAN');
  expect(plain(sent.text)).toContain('31. maj 2027');

  await page.goto('/reminders?tab=sent&cluster=clean');
  await eventually(async () => (await textsOf(page.getByRole('listitem'))).some((text) => /CLEAN.*Hans Juul.*Sendt/.test(text))).toBe(true);
  await recordTells(page, sent.subject);
  await page.goto(linkIn(sent, /\/clean$/));
  await shows(page.getByRole('heading', { level: 1, name: /31\.\s+maj\s+2027/ }));
  await shows(page.getByRole('main').getByText(/^CLEAN/));
});

/** The proof of it: who asked, when it went and in which words, on the page and as a document. */
async function recordTells(page: Page, subject: string): Promise<void> {
  await page.goto('/reminders?tab=sent&cluster=clean');
  await page.getByRole('link', { name: /^Påmindelsesjournal for CLEAN/ }).click();
  await shows(page.getByRole('heading', { level: 1, name: /^Påmindelsesjournal for CLEAN/ }));
  await shows(page.getByText(/^Klyngen blev varslet/).first());
  const step = page.locator('li', { has: page.locator('summary'), hasText: '»Aftalt i telefonen.«' }).first();
  await step.getByText(/^Bilag \d+: læs mailen ordret$/).click();
  await eventually(async () => plain(await step.innerText())).toContain(plain(subject));
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Hent som PDF' }).click();
  expect((await saved).suggestedFilename()).toMatch(/^paamindelsesjournal-clean-\d{4}-\d\d-\d\d-illustrativ\.pdf$/);
  await shows(page.getByRole('status').getByText(/er hentet\.$/));
}
