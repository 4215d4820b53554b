import { expect, test } from 'vitest';
import { eventually, shows, useVisitors } from './visitor.js';

const { visit } = useVisitors();
const own = 'energy-cluster-denmark';

test('the manager makes a calendar link, a program without a session reads it, and once it is closed nobody does', async () => {
  const { page } = await visit('manager');
  const program = (await visit(null)).page.request;
  await page.goto(`/my-cluster/${own}`);
  await page.getByRole('button', { name: 'Opret link til denne klynge' }).click();
  const address = await page.getByRole('textbox', { name: 'Kalenderens adresse' }).inputValue();
  expect(await page.getByRole('link', { name: 'Åbn i kalenderprogrammet' }).getAttribute('href')).toBe(
    address.replace(/^http:/, 'webcal:'),
  );
  const path = new URL(address).pathname;
  const calendar = await program.get(path);
  expect([calendar.status(), calendar.headers()['content-type']]).toEqual([200, 'text/calendar; charset=utf-8']);
  expect(await calendar.text()).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*\/my-cluster\/energy-cluster-denmark[\s\S]*END:VCALENDAR/);

  await page.getByRole('link', { name: 'Alle dine kalenderlinks' }).click();
  await shows(page.getByRole('heading', { level: 1, name: 'Fristerne i din egen kalender' }));
  expect(await page.getByText(address).count()).toBe(0);
  await page.getByRole('button', { name: 'Luk linket: Energy Cluster Denmark' }).click();
  await page.getByRole('button', { name: 'Luk linket', exact: true }).click();
  await shows(page.getByText('Du har ingen kalenderlinks endnu.'));
  await eventually(async () => (await program.get(path)).status()).toBe(404);
});
