import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exchangeOnline, forwarded, gmail, holidayNote, postfix } from '../testing/returned-mails.js';
import { readDeliveryReport } from './delivery-report.js';

const mail = {
  to: 'retur+0b6f3c1e8f0a4d559b1e3f2a7c9d1e05.0123456789abcdef@klyngevagt.example',
  messageId: '<0b6f3c1e-8f0a-4d55-9b1e-3f2a7c9d1e05@klyngevagt.example>',
};
const messageId = mail.messageId.slice(1, -1);
const read = (text: string) => readDeliveryReport(Buffer.from(text));

describe('a report of a mail server', () => {
  test('Postfix: what it says over two lines is one, and the mail’s head is enough', async () => {
    expect(await read(postfix(mail))).toEqual({
      kind: 'failed',
      status: '5.1.1',
      diagnostic: '550 5.1.1 <anne.holm@klynge.example>: Recipient address rejected: User unknown in virtual mailbox table',
      returnedTo: expect.stringContaining(mail.to),
      messageId,
    });
  });

  test('Postfix, through a pipe: a line of its own comes first, and lines end as files do', async () => {
    const piped = `From MAILER-DAEMON  Fri Dec  4 10:20:44 2026\n${postfix(mail).replaceAll('\r\n', '\n')}`;
    expect(await read(piped)).toEqual(await read(postfix(mail)));
    const cut = piped.slice(0, piped.indexOf('Content-Description: Undelivered Message'));
    expect(await read(cut)).toMatchObject({
      kind: 'failed',
      status: '5.1.1',
      messageId: null,
      returnedTo: expect.stringContaining(mail.to),
    });
  });

  test('Exchange Online: the mail lies in it whole', async () => {
    expect(await read(exchangeOnline(mail))).toMatchObject({
      kind: 'failed',
      status: '5.1.10',
      diagnostic: expect.stringMatching(/^550 5\.1\.10 RESOLVER\.ADR\.RecipientNotFound; Recipient/),
      returnedTo: `<${mail.to}>`,
      messageId,
    });
  });

  test('Gmail: parts within parts; the mail’s id may stand in the report alone', async () => {
    const report = await read(gmail(mail));
    expect(report).toMatchObject({ kind: 'failed', status: '5.1.1', returnedTo: mail.to, messageId });
    expect(report?.diagnostic).toMatch(/^550-5\.1\.1 The email account .* 550 5\.1\.1 unnecessary spaces\.$/);
    expect(await read(gmail(mail).replaceAll(/^Message-ID: .*\r\n/gm, ''))).toMatchObject({ messageId });
  });

  test('that the mail is late is no failure; that it was given up for good is, whatever kept the server from it', async () => {
    expect(await read(postfix(mail, { action: 'delayed', status: '4.4.1', code: '451 4.4.1' }))).toMatchObject({
      kind: 'delayed',
      status: '4.4.1',
    });
    expect(await read(postfix(mail, { status: '4.4.7', code: '450 4.4.7' }))).toMatchObject({ kind: 'failed', status: '4.4.7' });
    for (const action of ['delivered', 'relayed', 'expanded']) expect(await read(postfix(mail, { action, status: '2.0.0' }))).toBeNull();
  });

  test('one recipient who failed among others decides', async () => {
    const two = postfix(mail).replace(
      'Final-Recipient',
      'Final-Recipient: rfc822; other@klynge.example\r\nAction: delayed\r\nStatus: 4.0.0\r\n\r\nFinal-Recipient',
    );
    expect(await read(two)).toMatchObject({ kind: 'failed', status: '5.1.1' });
  });

  test('is what the server says itself, cut, on one line', async () => {
    const long = postfix(mail, { code: `550 5.1.1 ${'æ'.repeat(2000)}\u0007\u202e` });
    const { diagnostic = '' } = (await read(long)) ?? {};
    expect(diagnostic).toHaveLength(400);
    expect(diagnostic).toMatch(/^550 5\.1\.1 æ+…$/);
  });
});

describe('no report', () => {
  test.each([
    ['a holiday note', holidayNote(mail)],
    ['a report that somebody sends on', forwarded(mail)],
    ['a receipt', postfix(mail).replaceAll('delivery-status', 'disposition-notification')],
    ['nothing', ''],
    ['a page', '<html></html>'],
  ])('%s', async (_name, text) => {
    expect(await read(text)).toBeNull();
  });

  test('whatever is cut off or spoilt ends in an answer', async () => {
    const whole = Buffer.from(gmail(mail));
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length), fc.uint8Array({ maxLength: 40 }), async (end, noise) => {
        const report = await readDeliveryReport(Buffer.concat([whole.subarray(0, end), noise, whole.subarray(end + noise.length)]));
        expect(report === null || ['failed', 'delayed'].includes(report.kind)).toBe(true);
      }),
      { numRuns: 100 },
    );
    const deep = Array.from({ length: 300 }, (_, depth) => `Content-Type: multipart/mixed; boundary=b${depth}\r\n\r\n--b${depth}\r\n`).join(
      '',
    );
    expect(await read(`Content-Type: multipart/report; boundary=a\r\n\r\n--a\r\n${deep}`)).toBeNull();
  });
});
