import type { Inbox, ReminderList, ReminderText } from '@klyngevagt/contracts';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { linkIn, mailIdsTo, nextMailTo } from './mails.js';
import { eventually, plain, shows, textsOf, useVisitors } from './visitor.js';

const { visit } = useVisitors();

test('a reminder is read in both languages and sent now; its mail leads to the cluster', async () => {
  const { page } = await visit('officer');
  await page.goto('/reminders?cluster=clean');
  const { reminders } = await remindersAbout(page, 'clean');
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
  const { subject } = (await (await page.request.get(`/api/v1/reminders/${planned?.id}/text`)).json()) as ReminderText;
  expect(subject).toMatch(/senest \d+\. februar 2027/);
  const known = await mailIdsTo(address, subject);
  await page.getByRole('button', { name: 'Send nu', exact: true }).first().click();
  const form = page.getByRole('dialog', { name: 'Send påmindelsen nu' });
  await form.getByRole('button', { name: 'Send 1 mail' }).click();
  await shows(form.getByText('Skriv, hvorfor du ændrer det. Mindst tre tegn.'));
  expect(await mailIdsTo(address, subject)).toEqual(known);
  await form.getByLabel('Begrundelse').fill('Aftalt i telefonen.');
  await form.getByRole('button', { name: 'Send 1 mail' }).click();
  await shows(page.getByText('Mailen til Hans Juul er lagt i kø og sendes om et øjeblik.'));
  const sent = await nextMailTo(address, subject, known);
  expect(sent.text).toContain('CLEAN');
  expect(plain(sent.text)).toContain('31. maj 2027');

  await page.goto('/reminders?tab=sent&cluster=clean');
  await eventually(async () => (await textsOf(page.getByRole('listitem'))).some((text) => /CLEAN.*Hans Juul.*Sendt/.test(text))).toBe(true);
  await recordTells(page, subject);
  await page.goto(linkIn(sent, /\/clean$/));
  await shows(page.getByRole('heading', { level: 1, name: /31\.\s+maj\s+2027/ }));
  await shows(page.getByRole('main').getByText(/^CLEAN/));
});

test('a deadline is held back with a reason, and let go again', async () => {
  const { page } = await visit('officer');
  const { today } = await remindersAbout(page, 'clean');
  await page.goto('/reminders?cluster=clean');
  await page
    .getByRole('button', { name: /^Sæt på pause\s*: CLEAN/ })
    .first()
    .click();
  const form = page.getByRole('dialog', { name: 'Hold påmindelser tilbage' });
  await form.getByRole('button', { name: 'Hold tilbage' }).click();
  await shows(form.getByRole('alert').getByText('Ret 2 felter, før du gemmer'));
  await form.getByLabel('Sidste dag').fill(asTyped(today));
  await form.getByLabel('Begrundelse').fill('Ny leder tiltræder.');
  await form.getByRole('button', { name: 'Hold tilbage' }).click();
  const held = page.getByRole('region', { name: 'Holdes tilbage' });
  await shows(held.getByText(/: Ny leder tiltræder\.$/));

  await held.getByRole('button', { name: /^Ophæv/ }).click();
  const ending = page.getByRole('dialog', { name: 'Hold ikke længere tilbage' });
  await ending.getByLabel('Begrundelse').fill('Lederen er tiltrådt.');
  await ending.getByRole('button', { name: 'Ophæv' }).click();
  await eventually(() => held.count()).toBe(0);
});

test('what is sent shows in the open inbox by itself; it is read there, and acknowledged with a date', async () => {
  const [officer, manager] = [await visit('officer'), await visit('manager')];
  await manager.page.goto('/inbox');
  await shows(manager.page.getByRole('main').getByText(/^Alt, hvad du er blevet mindet om/));
  const { reminders, today } = await remindersAbout(officer.page, 'energy-cluster-denmark');
  // Of a step that others are told too, the first button may be theirs.
  const isHers = ({ about }: ReminderList['reminders'][number]) => reminders.filter((one) => one.about === about).length === 1;
  const next = reminders.find((one) => one.state === 'planned' && one.role === 'manager' && one.urgency !== 'final' && isHers(one));
  await officer.page.goto(`/reminders?cluster=energy-cluster-denmark&reminder=${next?.id}`);
  await officer.page
    .getByRole('button', { name: new RegExp(`^Send nu\\s*: Energy Cluster Denmark, ${next?.about}(, |$)`) })
    .first()
    .click();
  const sending = officer.page.getByRole('dialog', { name: 'Send påmindelsen nu' });
  await sending.getByLabel('Begrundelse').fill('Aftalt på mødet.');
  await sending.getByRole('button', { name: 'Send 1 mail' }).click();

  // Known by its words, not by how many are unread: the worker may remind her of something else meanwhile.
  const entry = manager.page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ hasText: plain(next?.about ?? '') })
    .first();
  const isUnread = entry.getByText('Ulæst', { exact: true });
  await shows(isUnread);
  await eventually(() => countsWhatIsUnread(manager.page)).toBe(true);
  await entry.getByRole('button', { name: 'Energy Cluster Denmark', exact: true }).click();
  await shows(entry.getByText(/Kære Karen Toft/));
  await eventually(() => isUnread.count()).toBe(0);
  await eventually(() => countsWhatIsUnread(manager.page)).toBe(true);
  await entry.getByRole('button', { name: /^Kvittér/ }).click();
  const form = manager.page.getByRole('dialog', { name: 'Kvittér for påmindelsen' });
  await form.getByLabel('Gjort senest').fill(asTyped(today));
  await form.getByRole('button', { name: 'Kvittér' }).click();
  await shows(entry.getByText(/kvitteret/));
});

/** The title of the open inbox says as many as the server does. */
async function countsWhatIsUnread(page: Page): Promise<boolean> {
  const { unread } = (await (await page.request.get('/api/v1/inbox')).json()) as Inbox;
  const title = await page.getByRole('heading', { level: 1 }).innerText();
  return (Number.parseInt(title, 10) || 0) === unread;
}

async function remindersAbout({ request }: Page, cluster: string): Promise<ReminderList> {
  return (await (await request.get(`/api/v1/reminders?cluster=${cluster}`)).json()) as ReminderList;
}

const asTyped = (day: string) => day.split('-').reverse().join('.');

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
