import type { AuditClash, Forecast, Timeline } from '@klyngevagt/contracts';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { sidewaysScroll } from './page-checks.js';
import { eventually, plain, shows, textsOf, useVisitors } from './visitor.js';

const { visit } = useVisitors();

const read = async <Answer>(page: Page, path: string) => (await (await page.request.get(`/api/v1${path}`)).json()) as Answer;
const danish = (day: string) => day.split('-').reverse().join('.');
const names = (timeline: Timeline) => timeline.rows.map(({ shortName }) => shortName);

test('the timeline on a desk, on a phone and on paper: every cluster with its dates in words', async () => {
  for (const [width, height] of [
    [1440, 900],
    [390, 844],
  ] as const) {
    const { page } = await visit('officer', { width, height });
    await page.goto('/timeline');
    await shows(page.getByRole('table'));
    const timeline = await read<Timeline>(page, '/timeline');
    await eventually(() => textsOf(page.locator('tbody').getByRole('link').filter({ hasNotText: 'senest' }))).toEqual(
      expect.arrayContaining(names(timeline)),
    );
    await shows(page.getByText(`I dag ${danish(timeline.on)}`));
    expect(await sidewaysScroll(page)).toEqual([]);
    const dated = timeline.rows.find(({ validUntil, requiredStatus }) => validUntil !== null && requiredStatus === 'in-force');
    expect(plain(await page.getByRole('main').innerText())).toContain(danish(dated?.validUntil ?? ''));
    if (width < 1000) continue;
    const paper = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(paper.startsWith('%PDF')).toBe(true);
    const [, wide = 0, high = 0] = (/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(paper) ?? []).map(Number);
    expect(wide).toBeGreaterThan(high);
    expect(paper.match(/\/Type \/Page\b/g)?.length ?? 0).toBeLessThanOrEqual(3);
  }
});

test('zoom, grouping and tabs stand in the address, the calendar and the table say what the bars show', async () => {
  const { page } = await visit('officer');
  await page.goto('/timeline');
  await page.getByRole('button', { name: '1 år' }).click();
  await page.getByRole('button', { name: 'Ansvarlig' }).click();
  await page.waitForURL(/zoom=1.*group=officer/);
  await shows(page.getByText('Ingen ansvarlig').or(page.locator('tbody').getByText('Mette Lindholm')));
  const { rows } = await read<Timeline>(page, '/timeline');

  await page.getByRole('navigation', { name: 'Visninger' }).getByRole('link', { name: 'Kalender' }).click();
  await page.waitForURL(/tab=calendar/);
  await shows(page.getByRole('heading', { level: 2 }));
  const count = rows.reduce((sum, row) => sum + row.dates.length, 0);
  await eventually(() => page.getByRole('main').locator('ol > li').count()).toBe(count);

  await page.getByRole('navigation', { name: 'Visninger' }).getByRole('link', { name: 'Tabel' }).click();
  await page.waitForURL(/tab=table/);
  await eventually(() => page.getByRole('table').first().locator('tbody tr').count()).toBe(rows.length);
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Eksportér' }).click();
  expect((await saved).suggestedFilename()).toMatch(/^klyngevagt-frister-\d{4}-\d\d-\d\d-illustrativ\.csv$/);

  // The second key counts for a moment only, which a busy machine may miss: then both are pressed again.
  for (const [key, path] of [
    ['p', '/portfolio'],
    ['t', '/timeline'],
  ] as const) {
    await eventually(async () => {
      if (new URL(page.url()).pathname === path) return path;
      await page.keyboard.press('g');
      await page.keyboard.press(key);
      return new URL(page.url()).pathname;
    }).toBe(path);
  }
});

test('an audit date is tried on the last safe day and a day too late, and nothing is saved', async () => {
  const slug = 'odense-robotics';
  const { page, responses } = await visit('officer');
  await page.goto(`/clusters/${slug}`);
  const way = page.getByRole('region', { name: 'Vejen i datoer' });
  await shows(way.getByRole('row', { name: /^Sidste sikre bookingdag/ }).getByText('Binder'));
  const { chain } = await read<{ chain: { steps: { step: string; latestOn: string }[]; anchorOn: string } }>(
    page,
    `/clusters/${slug}/chain`,
  );
  const last = chain.steps.find(({ step }) => step === 'audit')?.latestOn ?? '';
  await way.getByLabel('Auditten begynder').fill(danish(last));
  await way.getByRole('button', { name: 'Prøv datoen' }).click();
  await shows(way.getByText(/^I tide: afgørelsen ventes/));
  await shows(way.getByText('ikke gemt'));
  // Six weeks before the anchor is the last that is decided in time; ten days later is not.
  const later = new Date(Date.parse(`${chain.anchorOn}T12:00:00Z`) - 32 * 86_400_000).toISOString().slice(0, 10);
  await way.getByLabel('Auditten begynder').fill(danish(later));
  await way.getByRole('button', { name: 'Prøv datoen' }).click();
  await shows(way.getByText(/^For sent: afgørelsen ventes/));
  expect(responses.every((response) => ['GET', 'HEAD'].includes(response.request().method()))).toBe(true);
});

test('the projection marks its low point and names who is missing then; a manager sees the own cluster only', async () => {
  const { page } = await visit('officer');
  await page.goto('/timeline?tab=forecast');
  const { nothing } = await read<Forecast>(page, '/forecast');
  const finding = page.getByText(/^Intet sker: /);
  await shows(finding);
  const said = plain(await finding.innerText());
  expect(said).toContain(`lavpunktet er ${nothing.lowest?.count} i`);
  expect(nothing.lowest?.lost).not.toEqual([]);
  for (const { name } of nothing.lowest?.lost ?? []) expect(said).toContain(name);
  await page.getByText('Vis tallene som tabel').click();
  await eventually(() => page.getByRole('table').first().locator('tbody tr').count()).toBe(25);

  const manager = await visit('manager');
  await manager.page.goto('/timeline?tab=forecast');
  await shows(manager.page.getByText(/^Intet sker: /));
  const text = plain(await manager.page.getByRole('main').innerText());
  const own = (await read<Forecast>(manager.page, '/forecast')).rows.map(({ name }) => name);
  for (const { name } of nothing.lowest?.lost ?? []) expect([name, text.includes(name)]).toEqual([name, own.includes(name)]);
});

test('less room makes a month clash, and who can go before without losing validity is named', async () => {
  const { page } = await visit('officer');
  const before = await read<AuditClash>(page, '/audit-clash');
  const busy = before.months.find(({ audits }) => audits.some(({ booked, late }) => !booked && !late && audits.length > 0));
  await page.goto('/timeline');
  const panel = page.getByRole('region', { name: 'Audits og eksperter pr. måned' });
  // What other visitors book meanwhile may fill another month.
  const answer = panel.getByText(/Der er plads til alle audits i de næste 24 måneder|er der flere audits, end eksperterne kan nå/).first();
  await shows(answer);
  const atFirst = await answer.innerText();
  const change = async (audits: string) => {
    await panel
      .getByRole('row')
      .filter({ hasText: `senest ${danish(busy?.audits.find(({ booked }) => !booked)?.firstDayOn ?? '')}` })
      .getByRole('button')
      .click();
    const form = page.getByRole('dialog');
    await form.getByLabel('Audits, eksperterne kan nå').fill(audits);
    await form.getByLabel('Begrundelse').fill('Eksperterne er optaget.');
    await form.getByRole('button', { name: 'Gem pladsen' }).click();
    await shows(page.getByText('Pladsen er gemt.'));
  };
  await change('0');
  await shows(panel.getByText(/er der flere audits, end eksperterne kan nå/));
  await shows(panel.getByText(/uden at miste gyldighed/).or(panel.getByText('Ingen kan gå før')));
  await change('');
  await eventually(() => answer.innerText()).toBe(atFirst);
});
