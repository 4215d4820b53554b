import { createHash, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { eventually, shows, useVisitors, type Visitor } from './visitor.js';

const { visit } = useVisitors();
const own = 'energy-cluster-denmark';
const pdf = (megabytes = 0) => Buffer.concat([Buffer.from('%PDF-1.7\n%%EOF\n'), randomBytes(megabytes * 1024 * 1024)]);
const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/octet-stream', buffer });

interface Listed {
  documents: { title: string; state: string; versions: { id: string; sha256: string }[] }[];
}

async function listed({ page }: Visitor, title: string): Promise<Listed['documents'][number] | undefined> {
  const answer = await page.request.get(`/api/v1/clusters/${own}/documents`);
  return ((await answer.json()) as Listed).documents.find((one) => one.title === title);
}

/** The document in the list of the page. */
const item = ({ page }: Visitor, title: string) => page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: title }) });

test('a document goes up, is returned with a comment, goes up again, is approved, and comes down as the very bytes', async () => {
  const title = 'Strategi 2027-2029';
  const officer = await visit('officer');
  await officer.page.goto(`/clusters/${own}/documents`);
  await officer.page.getByRole('button', { name: 'Bed om et dokument' }).click();
  const ask = officer.page.getByRole('dialog', { name: 'Bed klyngen om et dokument' });
  await ask.getByLabel('Hvad skal klyngen sende?').fill(title);
  await ask.getByLabel('Begrundelse').fill('Bilag til indikator 1');
  await ask.getByRole('button', { name: 'Bed om dokumentet' }).click();
  await shows(item(officer, title).getByText('Mangler'));

  const manager = await visit('manager', { width: 390, height: 844, refusals: /\/documents\// });
  await manager.page.goto(`/my-cluster/${own}`);
  await item(manager, title)
    .getByRole('button', { name: `Send fil til ${title}` })
    .click();
  const form = manager.page.getByRole('form', { name: `Send fil til ${title}` });
  await form.locator('input[type=file]').setInputFiles(file('strategi.pdf', Buffer.from('Bare tekst')));
  await form.getByRole('button', { name: 'Send', exact: true }).click();
  await shows(form.getByText('Filen hedder .pdf, men indholdet er almindelig tekst', { exact: false }));
  expect((await listed(manager, title))?.state).toBe('missing');
  await form.locator('input[type=file]').setInputFiles(file('strategi.pdf', pdf()));
  await form.getByLabel('Kommentar').fill('Første udgave');
  await form.getByRole('button', { name: 'Send', exact: true }).click();
  await eventually(async () => (await listed(manager, title))?.state).toBe('received');

  await officer.page.reload();
  await item(officer, title)
    .getByRole('button', { name: `Send ${title} tilbage` })
    .click();
  const back = officer.page.getByRole('dialog', { name: 'Send dokumentet tilbage' });
  await back.getByLabel('Kommentar til klyngen').fill('Underskriften mangler');
  await back.getByRole('button', { name: 'Send tilbage' }).click();
  await shows(item(officer, title).getByText('Sendt tilbage', { exact: true }));

  await manager.page.reload();
  await shows(item(manager, title).getByText('Svar: Underskriften mangler'));
  await item(manager, title)
    .getByRole('button', { name: `Send en ny version af ${title}` })
    .click();
  const again = manager.page.getByRole('form', { name: `Send en ny version af ${title}` });
  const bytes = pdf(1);
  await again.locator('input[type=file]').setInputFiles(file('strategi med underskrift.pdf', bytes));
  await again.getByRole('button', { name: 'Send', exact: true }).click();
  await eventually(async () => (await listed(manager, title))?.versions.length).toBe(2);

  await officer.page.reload();
  await item(officer, title)
    .getByRole('button', { name: `Godkend ${title}` })
    .click();
  const approval = officer.page.getByRole('dialog', { name: 'Godkend dokumentet' });
  await approval.getByRole('button', { name: 'Godkend dokumentet' }).click();
  await shows(item(officer, title).getByText('Godkendt', { exact: true }));
  const downloading = officer.page.waitForEvent('download');
  await item(officer, title).getByRole('link', { name: 'Hent strategi med underskrift.pdf' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('strategi med underskrift.pdf');
  const hash = createHash('sha256')
    .update(await readFile(await download.path()))
    .digest('hex');
  expect(hash).toBe(createHash('sha256').update(bytes).digest('hex'));
});

test('sending shows how far it has come, can be stopped, and a broken line loses nothing that was typed', async () => {
  const manager = await visit('manager', { refusals: /\/documents/ });
  const { page, context } = manager;
  await page.goto(`/my-cluster/${own}/documents`);
  await page.getByRole('button', { name: 'Tilføj et dokument' }).click();
  const form = page.getByRole('form', { name: 'Tilføj et dokument' });
  await form.getByLabel('Dokumentets titel').fill('Vedtægter');
  await form.locator('input[type=file]').setInputFiles(file('vedtægter.pdf', pdf(12)));
  const line = await context.newCDPSession(page);
  await line.send('Network.enable');
  const slowly = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 400_000 };
  await line.send('Network.emulateNetworkConditions', slowly);
  await form.getByRole('button', { name: 'Send', exact: true }).click();
  await shows(form.getByRole('progressbar', { name: 'Sender vedtægter.pdf' }));
  await form.getByRole('button', { name: 'Afbryd' }).click();
  await shows(form.getByText('Afsendelsen blev afbrudt. Intet er gemt', { exact: false }));
  expect(await listed(manager, 'Vedtægter')).toBeUndefined();

  await line.send('Network.emulateNetworkConditions', { ...slowly, uploadThroughput: -1 });
  await page.route('**/api/v1/clusters/*/documents', (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()));
  await form.getByRole('button', { name: 'Send', exact: true }).click();
  await shows(form.getByText('Forbindelsen blev afbrudt', { exact: false }));
  expect(await form.getByLabel('Dokumentets titel').inputValue()).toBe('Vedtægter');
  await page.unroute('**/api/v1/clusters/*/documents');
  await form.getByRole('button', { name: 'Send', exact: true }).click();
  await shows(page.getByText('vedtægter.pdf er modtaget.'));
  expect((await listed(manager, 'Vedtægter'))?.state).toBe('received');
});

test('to another cluster, and to a reader, there are no documents', async () => {
  const officer = await visit('officer');
  const sent = await officer.page.request.post('/api/v1/clusters/clean/documents', {
    headers: { origin: await publicOrigin(officer) },
    multipart: { kind: 'cluster', subject: 'clean', title: 'Kun for CLEAN', file: file('clean.pdf', pdf()) },
  });
  expect(sent.status()).toBe(200);
  const list = (await (await officer.page.request.get('/api/v1/clusters/clean/documents')).json()) as Listed;
  const version = list.documents.find(({ title }) => title === 'Kun for CLEAN')?.versions[0]?.id;
  for (const [role, status] of [
    ['manager', 404],
    ['reader', 403],
  ] as const) {
    const { page } = await visit(role);
    expect((await page.request.get('/api/v1/clusters/clean/documents')).status()).toBe(status);
    expect((await page.request.get(`/api/v1/document-versions/${version}/file`)).status()).toBe(status);
  }
  const reader = await visit('reader');
  await reader.page.goto(`/clusters/${own}`);
  await shows(reader.page.getByRole('heading', { level: 1 }));
  expect(await reader.page.getByRole('link', { name: 'Dokumenter' }).count()).toBe(0);
});

async function publicOrigin({ page }: Visitor): Promise<string> {
  await page.goto('/');
  return new URL(page.url()).origin;
}
