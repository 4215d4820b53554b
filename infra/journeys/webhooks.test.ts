import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually, plain, shows, useVisitors } from './visitor.js';

const { visit } = useVisitors();

const heard: { headers: IncomingHttpHeaders; body: string }[] = [];
let status = 503;
const receiver = createServer((request, response) => {
  let body = '';
  request.on('data', (piece: Buffer) => (body += piece.toString()));
  request.on('end', () => {
    heard.push({ headers: request.headers, body });
    response.writeHead(status).end();
  });
});
beforeAll(() => new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve)));
afterAll(() => void receiver.close());

test('an administrator makes a webhook, keeps its key, sees a refused delivery and sends it again', async () => {
  const { page } = await visit('admin');
  await page.goto('/webhooks');
  await page.getByRole('button', { name: 'Ny webhook' }).click();
  const form = page.getByRole('dialog', { name: 'Ny webhook' });
  await form.getByLabel('Modtagerens navn').fill('Ministeriets overblik');
  await form.getByLabel('Adresse').fill(`http://127.0.0.1:${(receiver.address() as AddressInfo).port}/klynger`);
  await form.getByRole('button', { name: 'Opret og vis nøglen' }).click();
  await shows(form.getByText('Skriv, hvorfor du ændrer det. Mindst tre tegn.'));
  await form.getByLabel('Begrundelse').fill('Aftalt med ministeriet');
  await form.getByRole('button', { name: 'Opret og vis nøglen' }).click();

  const secret = await page.getByLabel('Hemmelig nøgle').inputValue();
  expect(secret).toMatch(/^whsec_/);
  await page.getByRole('button', { name: 'Jeg har gemt nøglen' }).click();
  expect(await page.content()).not.toContain(secret);

  await page.getByRole('button', { name: 'Send en prøve til Ministeriets overblik' }).click();
  // What happens elsewhere meanwhile is told to this receiver too.
  const delivery = page.getByRole('row').filter({ has: page.getByRole('rowheader').getByText('prøve', { exact: true }) });
  const tries = () => heard.filter(({ body }) => /"type": *"webhook.test"/.test(body));
  await eventually(async () => plain(await delivery.innerText())).toContain('Svar 503');
  await shows(delivery.getByText('Prøves igen'));
  await shows(delivery.getByText('Modtageren afviste beskeden'));

  status = 204;
  // It may have come again by itself meanwhile; asked for, it comes once more under the same id.
  await delivery.getByRole('button', { name: /Send beskeden fra .* igen/ }).click();
  await eventually(async () => plain(await delivery.innerText())).toContain('Leveret');
  expect(new Set(tries().map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  const { headers, body } = tries().at(-1) ?? { headers: {}, body: '' };
  const signed = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`;
  const expected = createHmac('sha256', Buffer.from(secret.slice('whsec_'.length), 'base64'))
    .update(signed)
    .digest('base64');
  expect(headers['webhook-signature']).toBe(`v1,${expected}`);

  await page.getByRole('button', { name: 'Sluk Ministeriets overblik' }).click();
  const off = page.getByRole('dialog', { name: 'Sluk Ministeriets overblik' });
  await off.getByLabel('Begrundelse').fill('Prøven er slut');
  await off.getByRole('button', { name: 'Sluk' }).click();
  await shows(page.getByRole('row').filter({ hasText: 'klynger' }).getByText('Slukket', { exact: true }));
});
