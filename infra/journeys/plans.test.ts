import type { ClusterDetail } from '@klyngevagt/contracts';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { eventually, plain, shows, useVisitors } from './visitor.js';

const { visit } = useVisitors();
const own = 'energy-cluster-denmark';
/** Invented, and in breach: its gold lapsed. A plan and nobody's answer are part of the demonstration. */
const lapsed = 'hedeklyngen';

const section = (page: Page, title: string) =>
  page.locator('section').filter({ has: page.getByRole('heading', { name: title, exact: true }) });
const textOf = async (page: Page, title: string) => plain(await section(page, title).innerText());
async function verdictOn(page: Page, slug: string, on: string): Promise<string> {
  return ((await (await page.request.get(`/api/v1/clusters/${slug}?on=${on}`)).json()) as ClusterDetail).row.verdict;
}

test('a manager proposes a plan with steps, an officer returns it, the manager sends it again, the officer accepts', async () => {
  const manager = (await visit('manager')).page;
  const officer = (await visit('officer')).page;
  await officer.goto(`/clusters/${own}`);
  await shows(officer.getByRole('heading', { level: 1, name: 'Energy Cluster Denmark' }));

  await manager.goto(`/my-cluster/${own}`);
  await manager.getByRole('button', { name: 'Foreslå en handlingsplan' }).first().click();
  const proposal = manager.getByRole('dialog', { name: 'Foreslå handlingsplan' });
  await proposal.getByLabel('Mærket skal være opnået senest').fill('31.08.2027');
  await proposal.getByLabel(/^Planen/).fill('Vi samler dokumentationen i foråret.');
  await proposal.getByRole('button', { name: 'Tilføj skridt' }).click();
  await proposal.getByLabel('Hvad skal være gjort?').fill('Selvtesten er udfyldt');
  await proposal.getByLabel(/^Senest/).fill('01.09.2027');
  await proposal.getByLabel('Begrundelse').fill('Aftalt i bestyrelsen.');
  await proposal.getByRole('button', { name: 'Send planen' }).click();
  // What is wrong is said at its place, and nothing that was typed is lost.
  await shows(proposal.getByText('Skridt 1: fristen ligger efter planens frist.'));
  expect(await proposal.getByLabel('Hvad skal være gjort?').inputValue()).toBe('Selvtesten er udfyldt');
  await proposal.getByLabel(/^Senest/).fill('15.01.2027');
  await proposal.getByRole('button', { name: 'Send planen' }).click();
  await eventually(() => manager.getByRole('dialog').count()).toBe(0);
  await eventually(() => textOf(manager, 'Det har I sendt')).toContain('Venter på svar');

  // The officer's page is open and follows by itself.
  await shows(officer.getByText(/forslag venter på svar/));
  await officer.getByRole('button', { name: 'Tag stilling til planen med frist 31. august 2027' }).click();
  const answer = officer.getByRole('dialog', { name: 'Tag stilling til planen' });
  await answer.getByLabel('Send den retur med bemærkninger').check();
  await answer.getByLabel('Begrundelse').fill('Hvem udfylder selvtesten?');
  await answer.getByRole('button', { name: 'Gem svaret' }).click();
  await eventually(() => officer.getByRole('dialog').count()).toBe(0);

  await eventually(() => textOf(manager, 'Det har I sendt')).toContain('Hvem udfylder selvtesten?');
  await manager.getByRole('button', { name: 'Ret planen med frist 31. august 2027' }).click();
  const revision = manager.getByRole('dialog', { name: 'Ret planen' });
  await revision.getByLabel('Mærket skal være opnået senest').fill('30.06.2027');
  await revision.getByLabel(/^Planen/).fill('Sekretariatet udfylder selvtesten.');
  await revision.getByLabel('Begrundelse').fill('Rettet som ønsket.');
  await revision.getByRole('button', { name: 'Send planen igen' }).click();
  await eventually(() => manager.getByRole('dialog').count()).toBe(0);

  await officer.getByRole('button', { name: 'Tag stilling til planen med frist 30. juni 2027' }).click();
  await answer.getByLabel('Begrundelse').fill('God plan.');
  await answer.getByRole('button', { name: 'Gem svaret' }).click();
  await eventually(() => officer.getByRole('dialog').count()).toBe(0);
  await eventually(() => textOf(manager, 'Det har I sendt')).toMatch(/Frist 30\.06\.2027 ?Gælder/);
  await section(manager, 'Det har I sendt').getByText('Forløbet, 4 trin').click();
  await eventually(() => textOf(manager, 'Det har I sendt')).toMatch(/Foreslået.*Sendt retur.*Rettet og sendt igen.*Godkendt/);
});

test('an accepted plan changes the verdict from that day on; a waiver takes a second person', async () => {
  const officer = (await visit('officer', { refusals: /\/decision$/ })).page;
  const colleague = (await visit('admin')).page;
  await officer.goto('/proposals');
  await shows(officer.getByRole('heading', { level: 1, name: /forslag venter på svar/ }));
  await officer.getByRole('row').filter({ hasText: 'Handlingsplan' }).getByRole('link', { name: 'Hedeklyngen' }).click();
  await shows(officer.getByRole('heading', { level: 1, name: 'Hedeklyngen' }));
  expect(await verdictOn(officer, lapsed, '2026-11-25')).toBe('breach');
  await officer.getByRole('button', { name: /^Tag stilling til planen/ }).click();
  const answer = officer.getByRole('dialog', { name: 'Tag stilling til planen' });
  await answer.getByLabel('Begrundelse').fill('Aftalt på mødet.');
  await answer.getByRole('button', { name: 'Gem svaret' }).click();
  await eventually(() => officer.getByRole('dialog').count()).toBe(0);
  await shows(officer.getByText('Efter plan').first());
  expect([await verdictOn(officer, lapsed, '2026-11-24'), await verdictOn(officer, lapsed, '2026-11-25')]).toEqual(['breach', 'by-plan']);

  await officer.getByRole('button', { name: /^Markér som gjort: Selvtesten er udfyldt$/ }).click();
  const step = officer.getByRole('dialog', { name: 'Skridtet er gjort' });
  await step.getByLabel('Begrundelse').fill('Set hos ESCA.');
  await step.getByRole('button', { name: 'Markér som gjort' }).click();
  await eventually(() => textOf(officer, 'Handlingsplaner')).toContain('1 af 3 skridt er gjort');

  await officer.getByRole('button', { name: 'Ny fritagelse' }).click();
  const waiver = officer.getByRole('dialog', { name: 'Foreslå fritagelse' });
  await waiver.getByLabel('Fra og med').fill('25.11.2026');
  await waiver.getByLabel('Til og med').fill('31.01.2027');
  await waiver.getByLabel('Hvorfor fritages klyngen?').fill('Klyngen flytter.');
  await waiver.getByLabel('Begrundelse').fill('Klyngen har bedt om det.');
  await waiver.getByRole('button', { name: 'Send til godkendelse' }).click();
  await eventually(() => officer.getByRole('dialog').count()).toBe(0);
  const decide = { name: 'Tag stilling til fritagelsen 25.11.2026 til 31.01.2027' };
  expect(await officer.getByRole('button', decide).getAttribute('aria-disabled')).toBe('true');
  expect(await verdictOn(officer, lapsed, '2026-11-25')).toBe('by-plan');

  await colleague.goto(`/clusters/${lapsed}`);
  await colleague.getByRole('button', decide).click();
  const approval = colleague.getByRole('dialog', { name: 'Tag stilling til fritagelsen' });
  await approval.getByLabel('Begrundelse').fill('Enig.');
  await approval.getByRole('button', { name: 'Godkend', exact: true }).click();
  await eventually(() => colleague.getByRole('dialog').count()).toBe(0);
  // 31 January 2027 is a Sunday: exempt through it.
  const days = ['2026-11-24', '2026-11-25', '2027-01-31', '2027-02-01'];
  expect(await Promise.all(days.map((on) => verdictOn(officer, lapsed, on)))).toEqual(['breach', 'exempt', 'exempt', 'by-plan']);
});
