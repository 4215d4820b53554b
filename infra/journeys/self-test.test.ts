import { expect, test } from 'vitest';
import { eventually, shows, useVisitors } from './visitor.js';

const { visit } = useVisitors();
const own = 'energy-cluster-denmark';

/** What a spreadsheet would hold: each indicator of the framework with the same score. */
function roundOf(score: number, codes: readonly string[]) {
  const lines = ['Kode;Point', ...codes.map((code) => `${code};${score}`)];
  return { name: 'runde.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\r\n')) };
}
const groups = { A: 4, B: 10, C: 2, D: 12, E: 3 };
const codes = Object.entries(groups).flatMap(([group, count]) => Array.from({ length: count }, (_, place) => `${group}${place + 1}`));

test('the manager fills in the self-test on a phone, loses the line and nothing else, and hands it in; it is returned, mended and closed', async () => {
  const { page, context } = await visit('manager', { width: 390, height: 844 });
  await page.goto(`/my-cluster/${own}/indicators`);
  await page.getByRole('button', { name: 'Start selvtest' }).click();
  await page.waitForURL('**/assessments/*');
  const form = page.url();
  await shows(page.getByRole('heading', { level: 2, name: 'Klyngens struktur' }));
  const field = (code: string) => page.locator(`fieldset[data-indicator="${code}"]`);

  await field('A1')
    .getByRole('button', { name: /^Bekræft/ })
    .click();
  await shows(page.getByText(/^Gemt kl\./));

  await context.setOffline(true);
  await field('A2').getByRole('radio', { name: /^3/ }).check();
  await field('A2').getByRole('textbox').pressSequentially('Skrevet uden forbindelse');
  await shows(page.getByText('Ikke gemt – prøver igen'));
  await page.getByRole('button', { name: /^Næste:/ }).click();
  await field('B1').getByRole('radio', { name: /^2/ }).check();
  await context.setOffline(false);
  await shows(page.getByText(/^Gemt kl\./));
  await page.goto(form);
  await shows(page.getByRole('heading', { level: 2, name: 'Klyngens struktur' }));
  expect(await field('A2').getByRole('textbox').inputValue()).toBe('Skrevet uden forbindelse');
  expect(await field('A2').getByRole('radio', { name: /^3/ }).isChecked()).toBe(true);

  // Five cells are wrong: nothing is saved, and each says what and where.
  await page.getByText('Indlæs fra fil', { exact: true }).click();
  const chooser = page.getByLabel('Regneark eller CSV-fil');
  const wrong = ['Kode;Point', 'A1;fem', 'A2;9', 'Z1;3', 'A3;2', 'A3;2', ';4'].join('\n');
  await chooser.setInputFiles({ name: 'forkert.csv', mimeType: 'text/csv', buffer: Buffer.from(wrong) });
  await shows(page.getByText('Intet er gemt. Ret 5 celler, og prøv igen.').first());
  expect(await page.locator('tbody tr').count()).toBe(5);
  await chooser.setInputFiles(roundOf(3, codes));
  await page.getByRole('button', { name: /^Gem \d+ ændringer$/ }).click();
  await shows(page.getByText('Filen er gemt.'));

  const handIn = async () => {
    await page.getByRole('navigation', { name: 'Trin i vurderingen' }).getByRole('button', { name: 'Gennemse og indsend' }).click();
    const button = page.getByRole('button', { name: 'Indsend', exact: true });
    await eventually(() => button.getAttribute('aria-disabled')).toBeNull();
    await button.click();
    await page.waitForURL(`**/my-cluster/${own}/indicators`);
    await shows(page.getByText('Indsendt'));
  };
  await handIn();

  const officer = (await visit('officer')).page;
  await officer.goto(`/clusters/${own}/indicators`);
  await shows(officer.getByRole('heading', { level: 2, name: /Selvtest, runde 2: 60 % af point/ }));
  await officer.getByRole('button', { name: 'Send retur', exact: true }).click();
  const drawer = officer.getByRole('dialog');
  for (const [code, text] of [
    ['A1', 'Vedlæg aftalen'],
    ['C2', 'Hvilket år?'],
  ] as const) {
    await drawer.getByLabel('Tilføj indikator').selectOption(code);
    await drawer.locator(`#remark-${code}`).fill(text);
  }
  await drawer.getByRole('button', { name: 'Send retur', exact: true }).click();
  await shows(officer.getByText('Sendt retur').first());

  await page.reload();
  await shows(page.getByText('Selvtesten er sendt retur med 2 bemærkninger.'));
  await page.getByRole('link', { name: 'Ret det, der er sendt retur' }).click();
  await shows(field('A1').getByText('Vedlæg aftalen'));
  await field('A1').getByRole('radio', { name: /^4/ }).check();
  await shows(page.getByText(/^Gemt kl\./));
  await handIn();

  await officer.reload();
  await officer.getByRole('button', { name: 'Afslut', exact: true }).click();
  await officer
    .getByRole('dialog')
    .getByLabel(/^Begrundelse/)
    .fill('Gennemgået med klyngen');
  await officer.getByRole('dialog').getByRole('button', { name: 'Afslut', exact: true }).click();
  await shows(officer.getByText(/Guld: Ikke opnået/));
  await shows(officer.getByText('Afsluttet'));

  await officer.getByRole('button', { name: 'Prøv andre point' }).click();
  await officer.getByRole('button', { name: 'Find det mindste, der skal til' }).click();
  await shows(officer.getByText(/15 indikatorer er det mindste\. Med én færre kan andelen højst blive 78,7 %/));
  await officer.getByRole('button', { name: 'Vis det på bjælkerne' }).click();
  await shows(officer.getByText('Guld ville være nået.'));
});
