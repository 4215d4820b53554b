import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import nodemailer from 'nodemailer';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type MailFaults, type Mailbox, startMailbox } from './mailbox.mjs';

let dir: string;
let mailbox: Mailbox;

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'mailbox-'));
  mailbox = await startMailbox({ dir });
});

afterEach(async () => {
  await mailbox.stop();
  rmSync(dir, { recursive: true, force: true });
});

async function send(to: string | string[], subject = 'Bestil audit senest 18. december', patienceMs = 30_000, date?: Date) {
  const transport = nodemailer.createTransport({
    url: mailbox.smtpUrl,
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
  });
  try {
    return await transport.sendMail({
      from: 'klyngevagt@klyngevagt.example',
      to,
      subject,
      ...(date && { date }),
      text: 'Kære Åse, guldet udløber.',
      html: '<p>Kære Åse</p><script>document.title = "x"</script>',
      messageId: '<cycle-1@klyngevagt.example>',
      attachments: [{ filename: 'frist.ics', content: 'BEGIN:VCALENDAR' }],
    });
  } finally {
    transport.close();
  }
}

function change(faults: MailFaults) {
  Object.assign(mailbox.faults, faults);
}

test('keeps a mail as it came, shows it, and still has it after a restart', async () => {
  await send(['aase@energy.example', 'bo@energy.example']);
  const mail = await mailbox.waitFor(({ subject }) => subject.startsWith('Bestil audit'));
  expect(mail).toMatchObject({
    to: ['aase@energy.example', 'bo@energy.example'],
    messageId: '<cycle-1@klyngevagt.example>',
    attachments: ['frist.ics'],
  });
  expect(readdirSync(dir).filter((name) => name.endsWith('.eml'))).toEqual([`${mail.id}.eml`]);

  await mailbox.stop();
  mailbox = await startMailbox({ dir });
  expect(mailbox.mails()).toEqual([mail]);
  expect((await mailbox.content(mail)).text).toContain('Kære Åse, guldet udløber.');

  const list = await (await fetch(mailbox.url)).text();
  expect(list).toContain('Bestil audit senest 18. december');
  const frame = await fetch(`${mailbox.url}/mails/${mail.id}/html`);
  expect(frame.headers.get('content-security-policy')).toMatch(/^sandbox(?!.*allow-scripts)/);
  expect(await (await fetch(`${mailbox.url}/mails/${mail.id}?view=source`)).text()).toContain(
    'Message-ID: &#60;cycle-1@klyngevagt.example&#62;',
  );
  expect(await (await fetch(`${mailbox.url}/mails/${mail.id}/attachments/0`)).text()).toBe('BEGIN:VCALENDAR');
  expect((await fetch(`${mailbox.url}/mails/..%2F..%2Fetc`)).status).toBe(404);
});

test('lists the newest mail first', async () => {
  await send('a@energy.example', 'den første');
  await send('a@energy.example', 'den anden');
  expect(mailbox.mails().map(({ subject }) => subject)).toEqual(['den anden', 'den første']);
  const answer = await fetch(`${mailbox.url}/mails.json`);
  expect(((await answer.json()) as { subject: string }[])[0]?.subject).toBe('den anden');
});

test('a mail is listed under the day that it says, which the demo clock may have set', async () => {
  await send('a@energy.example', 'om halvandet år', 30_000, new Date('2028-05-31T10:00:00Z'));
  expect(mailbox.mails()).toMatchObject([{ date: '2028-05-31T10:00:00.000Z' }]);
  const { href } = new URL(`/mails/${mailbox.mails()[0]?.id}`, mailbox.url);
  for (const url of [mailbox.url, href]) expect(await (await fetch(url)).text()).toContain('31.05.2028');
});

test('turns away every connection while it refuses', async () => {
  change({ refuse: true });
  await expect(send('a@energy.example')).rejects.toMatchObject({ responseCode: 421 });
  change({ refuse: false });
  await send('a@energy.example');
  expect(mailbox.mails()).toHaveLength(1);
});

test('fails for the time being, then accepts', async () => {
  change({ temporaryFailures: 1 });
  await expect(send('a@energy.example')).rejects.toMatchObject({ responseCode: 451 });
  await send('a@energy.example');
  expect(mailbox.mails()).toHaveLength(1);
});

test('rejects one recipient for good and serves the other', async () => {
  change({ rejectRecipients: ['gone@energy.example'] });
  const { accepted, rejected } = await send(['gone@energy.example', 'here@energy.example']);
  expect({ accepted, rejected }).toEqual({ accepted: ['here@energy.example'], rejected: ['gone@energy.example'] });
});

test('hangs without an answer, and keeps nothing', async () => {
  change({ hang: true });
  await expect(send('a@energy.example', 'uden svar', 1500)).rejects.toMatchObject({ code: 'ETIMEDOUT' });
  expect(mailbox.mails()).toEqual([]);
});

test('keeps a mail whose sender never hears of it', async () => {
  change({ closeAfterData: 1 });
  await expect(send('a@energy.example')).rejects.toThrow();
  expect(mailbox.mails()).toHaveLength(1);
  await send('a@energy.example');
  expect(mailbox.mails()).toHaveLength(2);
});
