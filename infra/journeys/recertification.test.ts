import type { AuditTrail, CaseBoard, ClusterDetail, Forecast, Portfolio, ReminderList, Timeline } from '@klyngevagt/contracts';
import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { eventually, plain, shows, useVisitors } from './visitor.js';

const { visit } = useVisitors();
const slug = 'energy-cluster-denmark';
const name = 'Energy Cluster Denmark';
const address = `/clusters/${slug}/case`;
const today = '25.11.2026';

const read = async <Answer>(page: Page, path: string) => (await (await page.request.get(`/api/v1${path}`)).json()) as Answer;
const row = (page: Page, step: string) =>
  page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: new RegExp(`^${step}`) }) });
const rowText = async (page: Page, step: string) => plain(await row(page, step).innerText());
const closed = (page: Page) => eventually(() => page.getByRole('dialog').count()).toBe(0);
const bookingReminders = async (page: Page) =>
  (await read<ReminderList>(page, `/reminders?cluster=${slug}`)).reminders.filter(
    ({ event, state }) => event === 'booking' && state === 'planned',
  ).length;

/** The cluster's bar on the timeline, and whether it holds its gold at the end of the forecast's courses. */
async function lookAhead(page: Page) {
  const [timeline, forecast] = [await read<Timeline>(page, '/timeline'), await read<Forecast>(page, '/forecast')];
  const course = forecast.rows.find((one) => one.slug === slug);
  return {
    bar: timeline.rows.find((one) => one.slug === slug),
    ifNothing: course?.nothing.holds.at(-1),
    asBooked: course?.asBooked.holds.at(-1),
  };
}

/** Other journeys may have booked something: this one starts from nothing. */
async function cancelBookings(page: Page): Promise<void> {
  const { audits } = await read<ClusterDetail>(page, `/clusters/${slug}`);
  for (const { id, revision, state } of audits) {
    if (state !== 'reported' && state !== 'confirmed') continue;
    const data = { state: 'cancelled', revision, reason: 'Rejsen begynder forfra' };
    const answer = await page.request.post(`/api/v1/audits/${id}/decision`, { data, headers: { origin: inject('product').publicUrl } });
    expect(answer.status()).toBe(200);
  }
}

async function tickOff(page: Page, step: string): Promise<void> {
  await page.getByRole('button', { name: `Markér som gjort: ${step}` }).click();
  const form = page.getByRole('dialog', { name: `Markér som gjort: ${step}` });
  await form.getByLabel('Begrundelse').fill('Det er gjort.');
  await form.getByRole('button', { name: 'Gem', exact: true }).click();
  await closed(page);
}

test('from nothing booked to a renewed label, the officer and the manager in browsers of their own', async () => {
  const officer = (await visit('officer', { refusals: /case-milestones/ })).page;
  const manager = (await visit('manager', { refusals: /case-milestones/ })).page;
  await cancelBookings(officer);
  await officer.goto(address);
  await manager.goto(address);
  await shows(officer.getByText('Der er ikke booket nogen audit.'));
  await shows(manager.getByRole('heading', { level: 1, name: `Recertificering: ${name}` }));
  const ball = (page: Page) => page.locator('dl').filter({ hasText: 'Bolden ligger hos' });
  await eventually(async () => plain(await ball(manager).innerText())).toMatch(/Bolden ligger hos Klyngen Gapanalyse senest/);
  await eventually(() => bookingReminders(officer)).toBeGreaterThan(0);
  expect(await lookAhead(officer)).toMatchObject({ bar: { booking: null, projection: null }, ifNothing: false, asBooked: false });

  // The cluster does its own steps, and the officer's open page follows by itself.
  expect(await manager.getByRole('button', { name: /^Planlæg/ }).count()).toBe(0);
  await tickOff(manager, 'Gapanalyse');
  await eventually(() => rowText(officer, 'Gapanalyse')).toContain('Gjort');
  await officer.getByRole('combobox', { name: 'Vælg trin' }).selectOption({ label: 'Rapport' });
  await shows(officer.getByRole('heading', { name: 'Dokumenter til trinnet: Rapport' }));

  // A closed day is refused with its name; a late one shows what moves before it is saved.
  await officer.getByRole('button', { name: 'Planlæg: Booking af audit' }).click();
  const plan = officer.getByRole('dialog', { name: 'Planlæg: Booking af audit' });
  await plan.getByLabel('Planlagt dag').fill('24.12.2026');
  await shows(plan.getByText(/24\.\s+december\s+2026 er en lukkedag/));
  await plan.getByLabel('Planlagt dag').fill('01.03.2027');
  await shows(plan.getByText(/Afgørelsen kan først ventes .* for sent/));
  await plan.getByLabel('Planlagt dag').fill('07.12.2026');
  await plan.getByLabel('Begrundelse').fill('Aftalt med klyngen.');
  await plan.getByRole('button', { name: 'Gem planen' }).click();
  await closed(officer);
  await eventually(() => rowText(manager, 'Booking af audit')).toContain('07.12.2026');

  await tickOff(manager, 'Selvtest');
  await manager.getByRole('button', { name: 'Registrér booket audit' }).click();
  const booking = manager.getByRole('dialog');
  await booking.getByLabel('Første dag').fill(today);
  await booking.getByLabel('Ekspert 1, navn').fill('Astrid Norberg');
  await booking.getByLabel('Ekspert 1, land').fill('no');
  await booking.getByLabel('Begrundelse').fill('Aftalt med ESCA.');
  await booking.getByRole('button', { name: 'Gem auditdatoen' }).click();
  await closed(manager);
  await shows(officer.getByText('Astrid Norberg (NO)'));
  await shows(officer.getByText(/Oplyst af klyngen/));
  await eventually(() => rowText(officer, 'Booking af audit')).toContain('fulgte af bookingen');
  await eventually(() => bookingReminders(officer)).toBe(0);
  const { rows } = await read<Portfolio>(officer, '/portfolio');
  expect(rows.find((one) => one.slug === slug)?.booking).toMatchObject({ firstDayOn: '2026-11-25' });
  expect(await lookAhead(officer)).toMatchObject({
    bar: { booking: { firstDayOn: '2026-11-25' }, projection: {} },
    ifNothing: false,
    asBooked: true,
  });
  await officer.getByRole('button', { name: 'Bekræft', exact: true }).click();
  await officer.getByRole('dialog').getByLabel('Begrundelse').fill('Set i ESCAs kalender.');
  await officer.getByRole('dialog').getByRole('button', { name: 'Bekræft' }).click();
  await closed(officer);

  await tickOff(officer, 'Eksperter aftalt');
  await tickOff(manager, 'Dokumentation samlet');
  await tickOff(manager, 'Dokumentation sendt');
  await tickOff(officer, 'Audit');
  await tickOff(officer, 'Rapport');
  await eventually(async () => plain(await ball(manager).innerText())).toMatch(/EUCLES Afgørelse/);

  // The certificate says another end than the rule computes: both are shown, the stated one counts.
  await officer.getByRole('button', { name: 'Registrér udfald' }).click();
  const outcome = officer.getByRole('dialog', { name: 'Registrér udfald' });
  await outcome.getByLabel('Gyldig til ifølge certifikatet').fill('31.03.2030');
  await shows(outcome.getByText(/Certifikatet siger 31\.\s+marts\s+2030, reglen beregner .* Certifikatets dato gælder/));
  await outcome.getByLabel('Kilde').fill('Certifikat af 25. november 2026');
  await outcome.getByLabel('Begrundelse').fill('EUCLES har afgjort.');
  await outcome.getByRole('button', { name: 'Gem udfaldet' }).click();
  await closed(officer);

  await shows(manager.getByText(/Certifikatet siger 31\.\s+marts\s+2030/));
  await shows(manager.getByRole('heading', { name: 'Ingen åben sag' }));
  const after = await read<Portfolio>(officer, '/portfolio');
  expect(after.rows.find((one) => one.slug === slug)).toMatchObject({ status: 'in-force', validUntil: '2030-03-31', booking: null });
  expect(await lookAhead(officer)).toMatchObject({ bar: { booking: null, projection: null, validUntil: '2030-03-31' }, ifNothing: true });
  const { earlier } = await read<CaseBoard>(officer, `/clusters/${slug}/cases`);
  expect(earlier[0]?.milestones.every(({ doneOn }) => doneOn !== null)).toBe(true);
  await eventually(async () =>
    (await read<ReminderList>(officer, `/reminders?cluster=${slug}`)).reminders.every(
      ({ state, event, deadlineOn }) => state !== 'planned' || event === 'recommendation' || deadlineOn > '2029-01-01',
    ),
  ).toBe(true);
  const trail = await read<AuditTrail>(officer, `/audit-trail?cluster=${slug}`);
  expect(JSON.stringify(trail)).toContain('EUCLES har afgjort.');
  expect(JSON.stringify(trail)).not.toContain('Astrid Norberg');
});

test('two officers move the same step: the second is told what the first one changed, and keeps what was typed', async () => {
  const [first, second] = await Promise.all([visit('officer'), visit('admin', { refusals: /case-milestones/ })]);
  const move = async (page: Page, day: string) => {
    await page.goto('/clusters/sundklyngen/case');
    await page.getByRole('button', { name: 'Flyt: Dokumentation samlet' }).click();
    const form = page.getByRole('dialog', { name: 'Planlæg: Dokumentation samlet' });
    await form.getByLabel('Planlagt dag').fill(day);
    await form.getByLabel('Begrundelse').fill('Klyngen har bedt om det.');
    return form;
  };
  const [one, other] = [await move(first.page, '14.12.2026'), await move(second.page, '15.12.2026')];
  await one.getByRole('button', { name: 'Gem planen' }).click();
  await closed(first.page);
  await shows(other.getByText('En anden har ændret').or(other.getByRole('alert')));
  await other.getByRole('button', { name: 'Gem planen' }).click();
  await shows(other.getByText(/Mette Lindholm har ændret det i mellemtiden/));
  expect(await other.getByLabel('Planlagt dag').inputValue()).toBe('15.12.2026');
  await other.getByRole('button', { name: 'Hent den nye værdi' }).click();
  await other.getByRole('button', { name: 'Gem planen' }).click();
  await closed(second.page);
  await eventually(() => rowText(first.page, 'Dokumentation samlet')).toContain('15.12.2026');
});
