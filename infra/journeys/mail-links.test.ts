import type { ReminderList, ReminderText } from '@klyngevagt/contracts';
import { expect, inject, test } from 'vitest';
import { linkIn, mailIdsTo, nextMailTo } from './mails.js';
import { sidewaysScroll } from './page-checks.js';
import { eventually, plain, shows, useVisitors, type Visitor } from './visitor.js';

const { visit } = useVisitors();

type Reminder = ReminderList['reminders'][number];

/** Sends a planned reminder now; answers what its reader got. */
async function mailOf({ page: { request } }: Visitor, wanted: (reminder: Reminder) => boolean) {
  const { publicUrl: origin } = inject('product');
  const { reminders } = (await (await request.get('/api/v1/reminders')).json()) as ReminderList;
  const reminder = reminders.find((one) => one.state === 'planned' && one.role === 'manager' && wanted(one));
  if (!reminder) throw new Error('nothing of the kind is planned');
  const { to, subject } = (await (await request.get(`/api/v1/reminders/${reminder.id}/text`)).json()) as ReminderText;
  if (!to) throw new Error('its reader has no address');
  const known = await mailIdsTo(to, subject);
  const data = { reason: 'Prøve af linket' };
  expect((await request.post(`/api/v1/reminders/${reminder.id}/sending`, { data, headers: { origin } })).status()).toBe(200);
  return nextMailTo(to, subject, known);
}

test('from the mail to the acknowledgement on a phone, without signing in; the second look tells what was said', async () => {
  const mail = await mailOf(await visit('officer'), ({ event, offsetDays }) => event === 'booking' && offsetDays < -7);
  const { page } = await visit(null, { width: 390, height: 844, refusals: /acknowledgements/ });
  await page.goto(linkIn(mail, /\/acknowledge\//));
  await shows(page.getByRole('heading', { level: 1, name: 'Kvittér for påmindelsen' }));
  expect(await page.locator('meta[name="robots"]').getAttribute('content')).toContain('noindex');
  expect(await sidewaysScroll(page)).toEqual([]);
  await page.getByRole('textbox', { name: 'Hvornår er det gjort?' }).fill('24.11.2026');
  await page.getByRole('button', { name: 'Kvittér', exact: true }).click();
  await shows(page.getByText('Datoen er passeret.'));
  await page.getByRole('textbox', { name: 'Hvornår er det gjort?' }).fill('10.12.2026');
  await page.getByRole('button', { name: 'Kvittér', exact: true }).click();
  await shows(page.getByRole('heading', { level: 1, name: 'Der er kvitteret' }));
  await page.reload();
  await shows(page.getByRole('heading', { level: 1, name: 'Der er kvitteret' }));
  expect(plain(await page.locator('main').innerText())).toContain('Påmindelserne holder pause til og med 10. december 2026.');
});

test('a kind of mail is stopped from its mail, taken back, and chosen among all of them after signing in', async () => {
  const mail = await mailOf(await visit('officer'), ({ event }) => event === 'milestone');
  const { page } = await visit(null);
  await page.goto(linkIn(mail, /\/unsubscribe\//));
  await shows(page.getByRole('heading', { level: 1, name: 'Fravælg mails: Milepæle' }));
  await page.getByRole('button', { name: 'Fravælg' }).click();
  await shows(page.getByRole('heading', { level: 1, name: 'Fravalgt: Milepæle' }));
  await page.getByRole('button', { name: 'Fortryd' }).click();
  await shows(page.getByRole('heading', { level: 1, name: 'Fravælg mails: Milepæle' }));

  const { page: own } = await visit('manager');
  await own.goto('/mail-preferences');
  const quiet = own.getByRole('switch', { name: 'Ugens »alt er i orden«' });
  expect(await quiet.isChecked()).toBe(false);
  await quiet.check();
  await shows(own.getByText('Gemt: Ugens »alt er i orden«, sendes.'));
  await own.getByRole('textbox', { name: 'Første dag væk' }).fill('21.12.2026');
  await own.getByRole('textbox', { name: 'Sidste dag væk' }).fill('03.01.2027');
  await own.getByRole('button', { name: 'Registrér fravær' }).click();
  await own.getByRole('button', { name: /Annullér fraværet 21\.12\.2026/ }).click();
  await eventually(() => own.getByText('Intet fravær er registreret.').count()).toBe(1);
});
