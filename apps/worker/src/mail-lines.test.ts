import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Mailbox, startMailbox } from '../../../infra/local/mailbox.mjs';
import { linesAtMost } from './mail-lines.js';
import { createMailer } from './mailer.js';

/** Connections that are opened before there is anything to send. */

const dir = mkdtempSync(join(tmpdir(), 'mail-lines-'));
let mailbox: Mailbox;
/** Stands before the mailbox: what connects, and whether it still is. */
let door: Server;
const callers = new Set<Socket>();
const greeted = new Set<Socket>();
let calls = 0;
/** Long enough for a busy machine, where the second that is waited by default may pass before anybody is greeted. */
const soon = { timeout: 30_000 };

beforeEach(async () => {
  mailbox = await startMailbox({ dir });
  calls = 0;
  door = createServer((caller) => {
    calls += 1;
    callers.add(caller);
    const inside = connect(mailbox.smtpPort, '127.0.0.1');
    caller.on('error', () => undefined).on('close', () => (callers.delete(caller), greeted.delete(caller), inside.destroy()));
    inside.on('error', () => undefined).on('close', () => caller.destroy());
    inside.once('data', () => greeted.add(caller));
    caller.pipe(inside).pipe(caller, { end: false });
  });
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  for (const caller of callers) caller.destroy();
  await new Promise((resolve) => door.close(resolve));
  await mailbox.stop();
  rmSync(dir, { recursive: true, force: true });
});

const mailerAtDoor = () =>
  createMailer({
    smtpUrl: `smtp://127.0.0.1:${(door.address() as AddressInfo).port}`,
    mailFrom: 'klyngevagt@example.dk',
    mailReturnAddress: null,
    authSecret: '',
  });
const mailNumber = (number: number) => ({
  to: { name: 'Anne Holm', address: 'anne.holm@example.dk' },
  replyTo: null,
  subject: `Mail ${number}`,
  text: 'Hej',
  html: '<p>Hej</p>',
  sendingKey: `key-${number}`,
});

test('mails go over the connections that wait for them', async () => {
  const mailer = mailerAtDoor();
  mailer.expect(2);
  await vi.waitFor(() => expect(callers.size).toBe(2), soon);
  await Promise.all([mailer.send(mailNumber(1)), mailer.send(mailNumber(2))]);
  await mailer.send(mailNumber(3));
  expect(calls).toBe(2);
  expect(mailbox.mails()).toHaveLength(3);
});

test('however many mails are expected, no more connections are opened than are used at a time', async () => {
  mailerAtDoor().expect(1000);
  await vi.waitFor(() => expect(callers.size).toBe(linesAtMost), soon);
  expect(calls).toBe(linesAtMost);
});

test.each(['', '421 4.4.2 timeout exceeded\r\n'])(
  'a server that hangs up on whoever says nothing is not taken for away: %j',
  async (farewell) => {
    const mailer = mailerAtDoor();
    mailer.expect(1);
    await vi.waitFor(() => expect(greeted.size).toBe(1), soon);
    for (const caller of greeted) caller.end(farewell);
    await mailer.send(mailNumber(1));
    expect(mailbox.mails()).toHaveLength(1);
    expect(calls).toBe(2);
  },
);

test('a server that is away is told of by the mail, not by the call ahead of it', async () => {
  const mailer = createMailer({
    smtpUrl: 'smtp://127.0.0.1:1',
    mailFrom: 'klyngevagt@example.dk',
    mailReturnAddress: null,
    authSecret: '',
  });
  mailer.expect(3);
  await expect(mailer.send(mailNumber(1))).rejects.toMatchObject({ kind: 'unreachable' });
});
